"""What a notebook's cells call: one kernel's session, its unit, its language and the store of its team's plan.

This is an edge: it reads the clock, the environment and the working folder, so that nothing below has to.
"""

import asyncio
import contextlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any
from uuid import uuid4

from promplan import language
from promplan.language import Problem, say
from promplan.names import NAMES
from promplan.plan import letters
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
    from promplan.widgets import dress
    from promplan.widgets.where import where_is_my_plan

    dress.anew()
    return where_is_my_plan(_session.store)


def _open(language_: str) -> Store:
    blank = Plan(meta=Meta(plan_id=uuid4().hex, language="ru" if language_ == "ru" else "en"))
    if os.environ.get("PROMPLAN_STORE") == "memory":
        return MemoryStore(blank)
    try:
        return FileStore(find_plan(Path.cwd()), blank)
    except OSError as error:  # the notebook's own folder: gone, or not to be looked into
        raise Problem(
            say(
                "The folder of this notebook cannot be read ({reason}). Put it back where it was, or copy the course's "
                "folder to a place of your own, and open the notebook there.",
                reason=error.strerror or type(error).__name__,
            )
        ) from None


def _follow(store: Store) -> Any:
    """Look at the file now and then while the kernel is idle; without an event loop there is nothing to follow in."""
    if isinstance(store, MemoryStore):
        return None

    async def look() -> None:
        while True:
            await asyncio.sleep(FOLLOW)
            with contextlib.suppress(Exception):  # no look that fails may end the following; a change looks again
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
    return letters.today(plan) or date.today()


def _cases(part: str) -> dict[str, Plan]:
    """Every case's plan: what the plant hands over, or the blank one that a team begins with."""
    from promplan.cases.kit import available, load

    return {name: getattr(load(name), part) for name in available()}


GIVEN: dict[str, Callable[[], Any]] = {  # what `promplan.names` says that a name is given
    "store": lambda: current().store,
    "kits": lambda: _cases("plan"),
    "blanks": lambda: _cases("blank"),
    "sheet": lambda: import_module("promplan.export.answer_sheet"),
    "papers": lambda: import_module("promplan.export.visit_papers"),
    "dates": lambda: import_module("promplan.export.calendar_files"),
    "exports": lambda: import_module("promplan.export.results_files"),
    "posters": lambda: import_module("promplan.export.poster"),
    "films": lambda: import_module("promplan.export.storyboard"),
    "leaving": lambda: import_module("promplan.export.leaving"),
    "portfolio": lambda: import_module("promplan.export.portfolio_papers"),
}


def handed(name: str) -> Callable[..., Any]:
    """What a name of `promplan.names` stands for, with what the session gives to it."""
    where, given = NAMES[name]
    module, _, attribute = where.partition(":")
    target = getattr(import_module(module), attribute)

    if given[:1] == ("store or plan",):

        def call(plan: Plan | None = None) -> Any:
            store = current().store if plan is None else MemoryStore(plan)
            return target(store, *(GIVEN[one]() for one in given[1:]))
    else:

        def call(*more: Any, **named: Any) -> Any:  # type: ignore[misc]
            return target(*(GIVEN[one]() for one in given), *more, **named)

    call.__name__ = call.__qualname__ = name
    call.__doc__ = target.__doc__
    return call


def exercise(unit: str) -> Any:
    """Check, Hint, Start over and the solved version for a unit."""
    from promplan.units.registry import loop
    from promplan.widgets.exercise import exercise as build

    store = current().store
    return build(store, loop(unit), on=lambda: _today(store.plan), solved=_solved(store, unit))


def _solved(store: Store, unit: str) -> Any:
    if not isinstance(store, FileStore):
        return None

    def lay() -> str:
        from promplan.assets import course
        from promplan.lab.lay import solution

        return solution(course(), store.path.parent, language.current(), unit)

    return lay
