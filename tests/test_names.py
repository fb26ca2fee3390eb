"""Does every name that `pp.` offers stand for something, and is each given what it needs?"""

import inspect
from importlib import import_module

import pytest

import promplan as pp
from promplan import session
from promplan.cases.kit import load
from promplan.language import Problem
from promplan.names import NAMES
from promplan.plan import Plan
from promplan.plan.store import MemoryStore, Store

KIT = load("rubber-works").plan
# what a lesson says beside the name
CALLED = {
    "answers": ("01-heard-in-the-shop",),
    "check": (Plan(),),
    "drawing": ("press-shop",),
    "example": ("03-boastful-umbrella",),
    "exercise": ("01-facts",),
    "flaws": ("06-ai-draft",),
    "glossary": ("reach",),
    "goals": (KIT,),
    "law": ("minors",),
    "letters": (KIT,),
    "library": ("sirens",),
    "listen": ("press-shop",),
    "marked": ("A leading plant",),
    "members": (KIT,),
    "personas": (KIT,),
    "plant": ("rubber-works",),
    "quiz": ("01-heard-in-the-shop",),
    "register": (KIT,),
    "start": ("01-facts", "en"),
}


@pytest.fixture
def store(monkeypatch) -> Store:
    store = MemoryStore()
    monkeypatch.setattr(session, "_session", session.Session("01-facts", store))
    monkeypatch.setenv("PROMPLAN_STORE", "memory")
    return store


@pytest.mark.parametrize("name", sorted(NAMES))
def test_a_name_answers_with_something_that_shows_itself(name, store):
    assert repr(getattr(pp, name)(*CALLED.get(name, ()))) != ""


@pytest.mark.parametrize("name", sorted(NAMES))
def test_a_name_says_what_it_is_for(name):
    assert inspect.getdoc(getattr(pp, name))


@pytest.mark.parametrize("name", [name for name, row in NAMES.items() if "store" in " ".join(row.given)])
def test_what_edits_the_team_s_plan_asks_for_the_first_cell(name, monkeypatch):
    monkeypatch.setattr(session, "_session", None)
    with pytest.raises(Problem, match="Run the first cell"):
        getattr(pp, name)(*CALLED.get(name, ()))


def test_an_editor_edits_the_plan_of_the_session_and_no_other(store):
    panel = pp.brief_form()
    store.put("brief", {"client": "press office"})
    assert "press office" in str([one.value for one in _walk(panel) if hasattr(one, "value")])


def test_a_funnel_of_a_lesson_s_plan_leaves_the_team_s_alone(store):
    lesson = Plan()
    for name in ("funnel", "message_house"):
        getattr(pp, name)(lesson)
        assert getattr(pp, name)() is not None
    assert store.plan == Plan()


def test_a_name_that_is_none_is_told_with_the_nearest():
    with pytest.raises(AttributeError, match=r"no pp\.fact_tabel\. Did you mean: pp\.fact_table"):
        pp.fact_tabel  # noqa: B018


def test_completion_offers_the_table_and_nothing_else():
    assert set(dir(pp)) == {*NAMES, "figures", "media", "__version__"}
    assert all(hasattr(import_module(row.where.split(":")[0]), row.where.split(":")[1]) for row in NAMES.values())


def _walk(box):
    yield box
    for child in getattr(box, "children", ()):
        yield from _walk(child)
