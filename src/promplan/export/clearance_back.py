"""A clearance request that came back: what the plant answered goes into the plan, once however often it is read.

Every answer goes by the team's desk, as a letter with its answer, so that one place says who allowed what and when. A
yes holds for what was asked: where that has changed since, the line says so.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import ValidationError

from promplan.cases.desk import silence_of
from promplan.export import answer_cells, docx
from promplan.export.answer_cells import FIRST, text
from promplan.export.clearance_asked import JUDGED, KINDS
from promplan.export.clearance_request import ANSWER, HEADS
from promplan.language import LANGUAGES, Problem, Words, say
from promplan.language.typesetting import unset
from promplan.plan import asking, edit, letters
from promplan.plan.codec import explain
from promplan.plan.desk import ANSWERS, Answer, Request
from promplan.plan.document import Plan

NOT_OURS = say("This is no clearance request: choose the .xlsx or .docx that the plant sent back.")
KINDS_OF = {"F": "fact", "T": "shot", "G": "permit", "I": "idea", "C": "item"}


@dataclass(frozen=True)
class Line:
    """A line that came back: what was asked under which id, and the answer, or what is wrong with it."""

    id: str
    asked: str
    answer: Answer | Words


def read(data: bytes) -> list[Line]:
    """The lines of a workbook or a document that hold an answer; `Problem` where the file is none of ours."""
    found = _forms(data) if _is_docx(data) else _rows(data)
    if not found:
        raise Problem(say("No line of this sheet holds an answer. Choose the sheet that the plant sent back."))
    return found


def _is_docx(data: bytes) -> bool:
    return data.startswith(b"PK") and docx.PART.encode() in data


def _forms(data: bytes) -> list[Line]:
    try:
        told = docx.forms(data)
    except ValueError:
        raise Problem(NOT_OURS) from None
    return [_line(one.id, one.title, [text for _, text in one.rows]) for one in told if any(it for _, it in one.rows)]


def _rows(data: bytes) -> list[Line]:
    lines = answer_cells.lines(data, len(HEADS), NOT_OURS)
    known = [line for line in lines[FIRST:] if len(line) > ANSWER and any(text(it) for it in line[ANSWER:])]
    return [_line(text(line[0]), text(line[2]), line[ANSWER:]) for line in known]


def _line(id_: str, asked: str, cells: Any) -> Line:
    for words in KINDS.values():
        for speech in LANGUAGES:
            asked = asked.removeprefix(f"{words.into(speech)}: ")
    return Line(id_[:40], asked, answer_cells.answered(cells, art=id_.startswith("I")))


def into(plan: Plan, lines: list[Line]) -> tuple[Plan, list[Words]]:
    """The plan with the answers, and what became of each line."""
    told = []
    for line in lines:
        try:
            if not isinstance(line.answer, Answer):
                raise Problem(line.answer)
            plan, words = _taken(plan, line, line.answer)
        except Problem as problem:
            words = say("{id}: {why}", id=line.id or "?", why=problem.what)
        except ValidationError as error:  # longer than the plan holds
            words = say("{id}: {why}", id=line.id or "?", why=explain(error))
        told.append(words)
    return plan, told


def _taken(plan: Plan, line: Line, answer: Answer) -> tuple[Plan, Words]:
    """The plan with one answer, by the desk: the letter that waits for it, or a new one that says what was asked."""
    id_, *rest = line.id.split("-")
    kind = KINDS_OF.get(id_[:1], "")
    what = asking.Subject(kind, id_)
    if not id_[1:].isdigit() or not kind or not edit.is_there(plan, what.address):
        raise Problem(say("nothing in the plan has this number; the answer was: {answer}", answer=_said(answer)))
    if not answer.state:
        raise Problem(say("choose one of the answers first"))
    today = letters.today(plan)
    if today is None:
        raise Problem(say("the plan has no day yet: give it in unit 0, under “Count from this day”"))
    judge = rest.pop(0) if kind == "item" and rest else ""
    version = asking.version(plan, what.address)
    seen = rest[0] if rest else ""
    changed = not (seen and version.startswith(seen)) if version else kind == "permit" and _differs(plan, what, line)
    if changed or (kind == "item" and judge not in JUDGED):
        why = say("it was changed since it was asked: ask again; the answer was: {answer}", answer=_said(answer))
        raise Problem(why)
    mine = [one for one in plan.desk.requests if asking.subject(one) == what and one.judge == judge and one.sent]
    waiting = next((one for one in reversed(mine) if not one.answer.state and one.version in ("", version)), None)
    one = waiting or _letter(plan, what, judge, version, line, answer, today)
    answer = _whole(plan, one, answer)
    if any(_same(it.answer, answer) and it.version in ("", version) for it in mine):
        return plan, say("{id}: this answer stands in the plan already.", id=id_)
    if waiting is None:
        plan, new = edit.add(plan, letters.PATH, one.model_dump(exclude={"id"}))
    else:
        new = waiting.id
    answer = answer.model_copy(update={"received": answer.received or today})
    plan = letters.came(plan, new, answer, silence_of(plan, None)[1])
    if answer.state == "words" and kind != "item":
        return plan, say(
            "{id}: {answer}. The words wait at the desk until you take them.", id=id_, answer=_said(answer)
        )
    return plan, say("{id}: {answer}.", id=id_, answer=_said(answer))


def _differs(plan: Plan, what: asking.Subject, line: Line) -> bool:
    """Is what is asked about called otherwise by now?"""
    return " ".join(asking.told(plan, what.address).split()) != " ".join(line.asked.split())


def _letter(
    plan: Plan, what: asking.Subject, judge: str, version: str, line: Line, answer: Answer, today: date
) -> Request:
    """A letter as if it had been written at the desk: what the sheet asked, of whoever answered."""
    thing: Any = edit.find(plan, what.address)
    clearance = thing.poster.clearance if what.kind == "idea" else getattr(thing, "clearance", None)
    row = {
        "id": "R1",
        what.kind: what.id,
        "judge": judge,
        "version": version,
        "to": answer.by or getattr(clearance, "by", ""),
        "wording": line.asked,
        "channels": list(getattr(clearance, "channels", [])) or ["owned", "shared"],
        "until": plan.meta.campaign_end,
        "scales": thing.poster.scales if what.kind == "idea" else "",
        "sent": today,
    }
    return Request.model_validate(row, strict=True)


def _whole(plan: Plan, one: Request, answer: Answer) -> Answer:
    """A yes with its parts: what is left empty was asked so."""
    by = {"by": answer.by or one.to}
    if answer.state not in ("yes", "words"):
        return answer.model_copy(update=by)
    if one.item or one.permit:
        if answer.state == "words" and not (answer.wording or answer.said):
            raise Problem(say("“yes, in other words” needs the words"))
        return answer.model_copy(update=by)
    if one.idea and answer.scales == "off" and one.scales != "off":
        off = str(say("scale removed at the plant's request"))
        answer = answer.model_copy(update={"state": "words", "wording": answer.wording or unset(off)})
    wording = answer.wording or (one.wording if answer.state == "yes" else "")
    until = answer.until or one.until or plan.meta.campaign_end  # as the sheet asked
    if not wording:
        raise Problem(say("“yes, in other words” needs the words"))
    if until is None:
        raise Problem(say("until which day may it be said? Ask, and write the day"))
    return answer.model_copy(
        update={
            "wording": wording,
            "channels": answer.channels or one.channels or ["owned", "shared"],
            "until": until,
            **by,
        }
    )


def _same(old: Answer, new: Answer) -> bool:
    names = ("state", "said", "wording", "channels", "until", "scales", "by")
    return all(getattr(old, name) == getattr(new, name) for name in names)


def _said(answer: Answer) -> str:
    more = answer.wording or answer.said
    return f"{ANSWERS[answer.state]}: {more}".rstrip(".") if more else str(ANSWERS[answer.state]).rstrip(".")
