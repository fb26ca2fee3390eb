"""Is there in any format, for any reader, in either language, a word that stays inside or is somebody else's?

Every text of a plan is a word of its own that says where it stands; every choice is set to each of its values in turn,
every other of them in the other language.
"""

import io
import re
import shutil
import subprocess
import zipfile
from functools import cache
from typing import get_args

import pytest
from filled import filled
from read_whole import everything
from whole_plans import INSIDE, OUTSIDE

from promplan.cases.example import example
from promplan.export.formats import FORMATS
from promplan.export.wanted import READERS, Wanted
from promplan.export.whole import whole
from promplan.language import LANGUAGES, Problem, inside
from promplan.plan import Plan
from promplan.plan.base import Part
from promplan.plan.labels import is_inside

REAL = {"Meta.case": "real", "Meta.time_zone": "Asia/Barnaul"}  # without a time zone there is no calendar
ITSELF = ("json",)  # the plan as it is: the only one that may carry what is inside
ALLOWED = {  # what a paper needs for what it is for, though the plan keeps it inside: the reason beside it
    "portfolio": r"Card\.",  # cards of participants are made for the portfolio, each by its own consent
}
HEAD = {"Meta.title"}  # what stands on the cover, whoever reads it
ROUNDS = 6  # as many as the longest list of choices among states has


def varied(n: int) -> Plan:
    """The plan whose every choice is the one number n of its list."""
    plan = filled(lambda name, kept: REAL.get(name, f"{INSIDE if kept else OUTSIDE} {name}"))
    _choose(plan, n)
    return plan


def _choose(part: Part, n: int) -> None:
    for name, info in type(part).model_fields.items():
        held = getattr(part, name)
        if name == "withdrawn" and n < 2:  # who has not answered has taken nothing back
            setattr(part, name, None)
        if isinstance(held, str) and name != "language" and (known := get_args(info.annotation)):
            values = [one for one in known if isinstance(one, str)]
            if values:
                setattr(part, name, values[n % len(values)])
        for one in held if isinstance(held, list) else [held]:
            if isinstance(one, Part):
                _choose(one, n)


def text_of(data: bytes) -> str:
    """All that can be read in a file: what lies packed in it, the words on its pages, its bytes."""
    if data[:2] == b"PK":
        packed = zipfile.ZipFile(io.BytesIO(data))
        return "\n".join(f"{one} {text_of(packed.read(one))}" for one in packed.namelist())
    if data[:4] == b"%PDF":
        said = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True).stdout
        return said.decode("utf-8", "replace") + data.decode("latin-1")
    return data.decode("utf-8", "replace")


def joined(text: str) -> str:
    """The text without what a line's end may have put into a word."""
    return re.sub(r"[-\s\u00ad\u200b]", "", text)


@cache
def _names() -> re.Pattern[str]:
    """Every field that holds words, as a text of the plan says where it stands; the longest first."""
    said = joined(varied(0).model_dump_json())
    found = set(re.findall(rf"(?:{INSIDE}|{OUTSIDE})(\w+\.\w+)", said))
    return re.compile("({}|{})({})".format(INSIDE, OUTSIDE, "|".join(sorted(found, key=len, reverse=True))))


def _said(text: str, word: str) -> set[str]:
    """The fields whose words stand in a text, of those that stay inside or of the others."""
    return {field for kept, field in _names().findall(joined(text)) if kept == word}


@cache
def _poppler() -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("poppler (pdftotext) is not on this machine: what stands in PDFs is not read")


def leave(plan: Plan, reader: str):
    """Every file of every format of a reader: format, name, all that can be read in it, and the whole behind it."""
    told = whole(plan, Wanted(on=plan.meta.as_of, reader=reader, draft=True, figures=False))
    for one in FORMATS.values():
        if reader in one.readers:
            try:
                made = one.files(told)
            except Problem:
                continue  # there is nothing of it in this plan
            for name, data in made.items():
                if one.ending == "pdf":
                    _poppler()
                yield one.id, name, text_of(data), told


@pytest.mark.parametrize("speech", LANGUAGES)
@pytest.mark.parametrize("reader", READERS)
def test_no_format_holds_what_stays_inside_or_is_somebody_else_s(reader, speech):
    left = set()
    for n in range(LANGUAGES.index(speech), ROUNDS, len(LANGUAGES)):
        with inside(speech):
            for id_, name, text, told in leave(varied(n), reader):
                if id_ in ITSELF:
                    continue
                left.add(id_)
                kept = {one for one in _said(text, INSIDE) if not re.match(ALLOWED.get(id_, "(?!)"), one)}
                assert not kept, (id_, kept)
                assert id_ in ALLOWED or INSIDE not in joined(text), id_
                assert INSIDE not in name
                if reader not in ("", "press"):
                    theirs = _said(everything(told) + told.plan.model_dump_json(), OUTSIDE) | HEAD
                    assert _said(text, OUTSIDE) <= theirs, (id_, _said(text, OUTSIDE) - theirs)
    assert left == {one.id for one in FORMATS.values() if reader in one.readers} - set(ITSELF)


def _kept(part: Part, hidden: bool = False):
    """Every text of a plan, and whether it stays inside."""
    for name, info in type(part).model_fields.items():
        deep, held = hidden or is_inside(info), getattr(part, name)
        for one in held if isinstance(held, list) else [held]:
            if isinstance(one, Part):
                yield from _kept(one, deep)
            elif isinstance(one, str):
                yield one, deep


@pytest.mark.parametrize(("reader", "speech"), [("", "en"), ("press", "ru"), ("engineer", "en"), ("partner", "ru")])
def test_a_worked_plan_keeps_its_answers_predictions_and_notes_to_itself(reader, speech):
    with inside(speech):
        plan = example("10-good")
        said = joined("\n".join(one for one, hidden in _kept(plan) if not hidden))
        secret = {joined(one) for one, hidden in _kept(plan) if hidden and len(joined(one)) > 14}
        secret = {one for one in secret if one not in said}
        assert secret
        for id_, _, text, _ in leave(plan, reader):
            if id_ not in ITSELF and id_ not in ALLOWED:
                whole_text = joined(text)
                assert not [one for one in secret if one in whole_text], id_
