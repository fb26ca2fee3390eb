"""The papers of a visit in one table: what leaves the plan for the day, under which name, and what comes back.

Buttons and commands read the table; each paper's own module says what stands on it.
"""

from collections.abc import Sequence

from promplan.export import clearance_back, clearance_request, docx, pocket_back
from promplan.export.call_sheet import call_sheet
from promplan.export.consent_forms import consent_forms
from promplan.export.paper import Paper
from promplan.export.pocket_card import is_pocket_card, pocket_card
from promplan.export.printed import is_printed
from promplan.language import Problem, Words, say
from promplan.plan.document import Plan


def _consents(plan: Plan) -> bytes:
    return consent_forms(plan)


def _blank(plan: Plan) -> bytes:
    return consent_forms(plan, blank=True)


def _card(plan: Plan) -> bytes:
    return pocket_card(plan).encode("utf-8")


PAPERS: dict[str, Paper] = {
    "call-sheet": Paper(
        say("Call sheet (PDF)"),
        say("Hours, contacts, protective equipment, shots, hazards: everybody has it in hand at the gate."),
        say("call-sheet"),
        "pdf",
        call_sheet,
        is_printed,
    ),
    "pocket-card": Paper(
        say("Pocket card for the phone"),
        say("One page without network: shots to tick, hours, notes. Send it to each phone before the visit."),
        say("pocket-card"),
        "html",
        _card,
        is_pocket_card,
    ),
    "consents": Paper(
        say("Consent forms (PDF)"),
        say("Three papers for everybody of your list who has not signed yet."),
        say("consents"),
        "pdf",
        _consents,
        is_printed,
    ),
    "blank-consents": Paper(
        say("Blank consent forms (PDF)"),
        say("The same three papers for somebody who steps into the picture on the day."),
        say("consents-blank"),
        "pdf",
        _blank,
        is_printed,
    ),
    "clearance-xlsx": Paper(
        say("Clearance request (.xlsx)"),
        say("Every fact, shot and work that still needs a word, by who answers."),
        say("clearance-request"),
        "xlsx",
        clearance_request.xlsx,
        clearance_request.is_xlsx,
    ),
    "clearance-docx": Paper(
        say("Clearance request (.docx)"),
        say("The same lines as forms in a document, for a plant that opens no workbooks."),
        say("clearance-request"),
        "docx",
        clearance_request.docx,
        docx.is_docx,
    ),
}


def came_back(plan: Plan, data: bytes | str) -> tuple[Plan, Sequence[Words]]:
    """The plan with what a pocket card (its code, its .json) or a clearance request says, and what became of each line.

    Raises:
        Problem: it is neither, or it is of another plan.
    """
    if isinstance(data, bytes) and data.startswith(b"PK"):
        return clearance_back.into(plan, clearance_back.read(data))
    if isinstance(data, bytes) and not data.strip():
        raise Problem(say("This file is empty. Choose the one that the phone saved, or the plant sent back."))
    return pocket_back.into(plan, pocket_back.read(data))
