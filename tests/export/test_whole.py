"""Is a document the same each time, with its summary and its pictures, whatever stands in the plan?"""

import importlib.util

import pytest
from filled import filled
from hypothesis import given, settings
from hypothesis import strategies as st
from read_whole import everything, spoken

from promplan.cases.example import example
from promplan.export import outline_figures, outline_figures_drawn
from promplan.export.outline import Note
from promplan.export.outline_figures import figured, figures, names
from promplan.export.outline_figures_drawn import FIGURES, Drawing, Place
from promplan.export.outline_values import words
from promplan.export.wanted import Wanted
from promplan.export.whole import nothing, whole
from promplan.language import LANGUAGES, Problem, inside, say
from promplan.plan import Plan
from promplan.plan.sections import BY_PATH

SIGNS = (
    "<script>alert(1)</script>",
    "]]><b>",
    "{{ 7 * 7 }}",
    "\x0b\x00",
    "\u00ad\u200f\u202e",
    "\U0001f9ea\U0001f468\u200d\U0001f52c",
    "=HYPERLINK(1)",
    "$x$ `#import`",
    "BEGIN:VEVENT",
    "x" * 80,
)


@pytest.fixture(scope="module")
def plan() -> Plan:
    return example("09-quarter")


@pytest.fixture(scope="module")
def told(plan):
    return whole(plan, Wanted(on=plan.meta.as_of))


def test_the_summary_says_each_part_of_the_plan(told):
    assert [one.name for one in told.summary] == [
        "aim", "audience", "message", "ideas", "money", "dates", "kpis", "open"
    ]  # fmt: skip
    said = "\n".join(spoken(told.summary))
    assert "120 pupils, from 0" in said and "60,000" in said and "Come and see the press shop" in said


def test_of_an_empty_plan_there_is_nothing_to_sum_up_or_to_draw():
    told = whole(Plan(), Wanted(on=filled(lambda name, kept: "x").meta.as_of))
    assert names(told.sections) == [] and {one.name for one in told.summary} <= {"open"}


@pytest.mark.parametrize("speech", LANGUAGES)
def test_a_full_plan_has_every_picture_with_its_words(speech):
    with inside(speech):
        plan = example("09-quarter")
        told = whole(plan, Wanted(on=plan.meta.as_of))
        assert {one.partition("-")[0] for one in names(told.sections)} == {one.name for one in FIGURES}
        for one in figures(told.sections).values():
            assert words(one.caption).strip() and len(words(one.alt)) > 20, one.name


def test_every_picture_has_a_section_of_the_plan():
    assert {one.path for one in FIGURES} <= set(BY_PATH)


def test_the_same_plan_gives_the_same_document_and_the_same_pictures(plan, told):
    again = whole(plan, Wanted(on=plan.meta.as_of))
    assert everything(again) == everything(told)
    assert [one.png() for one in figures(again.sections).values()] == [
        one.png() for one in figures(told.sections).values()
    ]


def test_a_picture_is_painted_once_and_only_when_it_is_asked_for(plan, monkeypatch):
    painted = []

    class Drawn:
        alt, caption, blank = "what is seen", "what it is", False

        def png(self):
            painted.append(1)
            return b"png"

    place = Place("mine", "audiences", lambda plan, held: [Drawing("mine", Drawn)])
    monkeypatch.setattr(outline_figures, "FIGURES", (place,))
    (one,) = figures(whole(plan, Wanted(on=plan.meta.as_of)).sections).values()
    assert painted == []
    assert (one.png(), one.png(), painted) == (b"png", b"png", [1])


def test_a_picture_that_cannot_be_drawn_is_a_sentence_in_its_place(plan, monkeypatch):
    def refuse(error):
        def make():
            raise error

        return make

    drawings = [Drawing("a", refuse(Problem(say("nothing here yet")))), Drawing("b", refuse(ZeroDivisionError()))]
    monkeypatch.setattr(outline_figures, "FIGURES", (Place("a", "audiences", lambda plan, held: drawings),))
    told = whole(plan, Wanted(on=plan.meta.as_of))
    said = [words(one.words) for it in told.sections for one in it.blocks if isinstance(one, Note)]
    assert names(told.sections) == [] and any("ZeroDivisionError" in one for one in said) and len(said) >= 2


def test_without_matplotlib_no_section_has_a_picture(plan, monkeypatch):
    real = importlib.util.find_spec
    monkeypatch.setattr(outline_figures, "find_spec", lambda name: None if name == "matplotlib" else real(name))
    assert names(whole(plan, Wanted(on=plan.meta.as_of)).sections) == []


def test_without_figures_nothing_is_drawn(plan, monkeypatch):
    monkeypatch.setattr(outline_figures_drawn, "_draw", lambda *_: pytest.fail("drawn"))
    assert names(whole(plan, Wanted(on=plan.meta.as_of, figures=False)).sections) == []


def test_a_poster_of_a_file_that_is_not_beside_the_plan_is_told():
    plan = example("09-quarter")
    plan.attachments = filled(lambda name, kept: "x").attachments
    plan.ideas[0].poster.data.file, plan.ideas[0].poster.data.attachment = "", plan.attachments[0].id
    said = "\n".join(line for one in figured(plan, whole(plan, Wanted(on=plan.meta.as_of, figures=False)).sections,
                                             nothing) for line in spoken(one.blocks))  # fmt: skip
    assert "The poster of I1 is left out" in said and "not beside the plan" in said


@settings(max_examples=12, deadline=None)
@given(st.sampled_from(SIGNS))
def test_no_text_of_a_plan_keeps_it_from_being_read_or_drawn(text):
    plan = filled(lambda name, kept: text)
    told = whole(plan, Wanted(on=plan.meta.as_of))
    for one in figures(told.sections).values():
        assert one.png().startswith(b"\x89PNG")
    assert "drawing it failed" not in everything(told)
