"""What a notebook's cells call: one kernel's session, its unit, its language and the store of its team's plan.

This is an edge: it reads the clock, the environment and the working folder, so that nothing below has to.
"""

import asyncio
import contextlib
import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

from promplan import language
from promplan.language import Problem, say
from promplan.plan.document import Plan
from promplan.plan.meta import Meta
from promplan.plan.store import FileStore, MemoryStore, Store, find_plan

FOLLOW = 1.0  # seconds between two looks at the file, for what another notebook changed


@dataclass
class Session:
    """One kernel at work."""

    unit: str
    store: Store
    follower: Any = None


_session: Session | None = None


def start(unit: str, language_: str = "en") -> Any:
    """Begin a notebook of the course: choose its language, open the team's plan, show where it is."""
    global _session
    language.use(language_)
    if _session is not None and _session.follower is not None:
        _session.follower.cancel()
    _session = Session(unit, _open(language_))
    _session.follower = _follow(_session.store)
    from promplan.widgets.where import where_is_my_plan

    return where_is_my_plan(_session.store)


def _open(language_: str) -> Store:
    blank = Plan(meta=Meta(plan_id=uuid4().hex, language="ru" if language_ == "ru" else "en"))
    if os.environ.get("PROMPLAN_STORE") == "memory":
        return MemoryStore(blank)
    return FileStore(find_plan(Path.cwd()), blank)


def _follow(store: Store) -> Any:
    """Look at the file now and then while the kernel is idle; without an event loop there is nothing to follow in."""
    if isinstance(store, MemoryStore):
        return None

    async def look() -> None:
        while True:
            await asyncio.sleep(FOLLOW)
            with contextlib.suppress(Exception):  # a watcher that fails must not end the following
                store.refresh()

    with contextlib.suppress(RuntimeError):
        return asyncio.get_running_loop().create_task(look())
    return None


def current() -> Session:
    """The session; `Problem` where the first cell was not run."""
    if _session is None:
        raise Problem(
            say("Run the first cell of this notebook first: it opens your plan. Click it, press Shift+Enter.")
        )
    return _session


def my_plan() -> Plan:
    """The team's plan as it is now."""
    return current().store.plan


def _today(plan: Plan) -> date:
    return plan.meta.as_of or date.today()


def example(name: str) -> Plan:
    """A flawed draft from the course's assets, in the notebook's language."""
    from promplan.cases.example import example as load

    return load(name)


def register(plan: Plan) -> Any:
    """A plan's register of facts as a table."""
    from promplan.export.page import Register

    return Register(plan)


def members(plan: Plan) -> Any:
    """A plan's team as a table."""
    from promplan.export.page import Members

    return Members(plan)


def goals(plan: Plan) -> Any:
    """A plan's objectives as a table."""
    from promplan.export.strategy_tables import goals as table

    return table(plan)


def personas(plan: Plan) -> Any:
    """A plan's audiences as a table."""
    from promplan.export.strategy_tables import personas as table

    return table(plan)


def team_form() -> Any:
    """The team, its members and roles."""
    from promplan.widgets.team import team_form as build

    return build(current().store)


def brief_form() -> Any:
    """The plant's brief."""
    from promplan.widgets.brief import brief_form as build

    return build(current().store)


def fact_table() -> Any:
    """The register of facts."""
    from promplan.widgets.facts import fact_table as build

    return build(current().store)


def fact_card() -> Any:
    """One member's card for one fact."""
    from promplan.widgets.cards import fact_card as build

    return build(current().store)


def handover() -> Any:
    """The plant's brief, its register and what its press office has begun, into the team's plan."""
    from promplan.cases.kit import available, load
    from promplan.widgets.handover import handover as build

    return build(current().store, {name: load(name).plan for name in available()})


def objectives() -> Any:
    """The team's objective cards."""
    from promplan.widgets.objectives import objective_cards as build

    return build(current().store)


def audiences() -> Any:
    """The team's audiences, a persona card each."""
    from promplan.widgets.audiences import audience_cards as build

    return build(current().store)


def persona_card() -> Any:
    """One member's card for one persona."""
    from promplan.widgets.persona import persona_card as build

    return build(current().store)


def funnel(plan: Plan | None = None) -> Any:
    """The backward funnel of the team's objectives; of a lesson's plan, to play with and not saved."""
    from promplan.widgets.funnel import funnel as build

    return build(current().store if plan is None else MemoryStore(plan))


def message_house(plan: Plan | None = None) -> Any:
    """The message house, to edit, with the drawn house beside it."""
    from promplan.widgets.house import message_house as build

    return build(current().store if plan is None else MemoryStore(plan))


def hard_questions() -> Any:
    """The hard questions and their answers."""
    from promplan.widgets.questions import hard_questions as build

    return build(current().store)


def text_checker() -> Any:
    """The words of the message, or any text, with what the checks mark in them."""
    from promplan.widgets.checker import text_checker as build

    return build(current().store)


def neighbour_test() -> Any:
    """The umbrella said about the neighbours: does it still fit?"""
    from promplan.widgets.neighbours import neighbour_test as build

    return build(current().store)


def marked(text: str) -> Any:
    """A text with the words marked that the checks stumble over, and its numbers."""
    from promplan.export.marked import Marked

    return Marked(text)


def glossary(*terms: str) -> Any:
    """Terms of the field with their meaning; all of them where none is named."""
    from promplan.text.glossary import glossary as look_up

    return look_up(*terms)


def merge() -> Any:
    """Join a teammate's copy of the plan with this one."""
    from promplan.widgets.merge import merge as build

    return build(current().store)


def hand_in() -> Any:
    """The Hand in button: one zip for the instructor."""
    from promplan.widgets.hand_in import hand_in as build

    return build(current().store)


def plant_picker() -> Any:
    """Which plant, and the campaign's days."""
    from promplan.cases.kit import available, load
    from promplan.widgets.plant import plant_picker as build

    return build(current().store, {name: load(name).blank for name in available()})


def plant_form() -> Any:
    """The plant's profile."""
    from promplan.widgets.plant import plant_form as build

    return build(current().store)


def plant(case: str) -> Any:
    """An invented plant's kit: its facts, people, zones, process data."""
    from promplan.cases.kit import load

    return load(case)


def quiz(name: str) -> Any:
    """Questions of a lesson: a quiz, a prediction, a game, an exit ticket."""
    from promplan.units.quizzes import quiz as build

    return build(current().store, name)


def answers(name: str) -> Any:
    """The right answers to a sheet of questions, with the reasons: for after everybody has answered."""
    from promplan.units.quizzes import answers as table

    return table(name)


def exercise(unit: str) -> Any:
    """Check, Hint, Start over and the solved version for a unit."""
    from promplan.units.registry import loop
    from promplan.widgets.exercise import exercise as build

    store = current().store
    return build(store, loop(unit), on=_today(store.plan), solved=_solved(store, unit))


def _solved(store: Store, unit: str) -> Any:
    if not isinstance(store, FileStore):
        return None

    def lay() -> str:
        from promplan.assets import course
        from promplan.lab.lay import solution

        return solution(course(), store.path.parent, language.current(), unit)

    return lay
