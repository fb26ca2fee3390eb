"""What is asked over HTTP: with Jupyter's own token and origin checks, answered in JSON."""

from base64 import b64decode
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from jupyter_server.utils import url_path_join
from tornado import web

from promplan import assets, language
from promplan.drawings import svg
from promplan.lab import mark as marks
from promplan.language import Problem
from promplan.plan.merging.copies import Copy
from promplan.server import handing, joining, speech
from promplan.server.base import NOT_UNDERSTOOD, Handler, today
from promplan.server.plans import Stamp, missing, opened, stamp
from promplan.server.progress import progress
from promplan.server.terms import terms
from promplan.server.verify import ours
from promplan.server.words import table
from promplan.versioned import VERSION


class Words(Handler):
    """The shell's own words."""

    @web.authenticated
    def get(self) -> None:
        """English to the language that was asked for."""
        self.answer(lambda: table(language.current()))


class Drawing(Handler):
    """A drawing of the course by its name, for the page's own colours."""

    @web.authenticated
    def get(self) -> None:
        """`name`; answers `{svg}`, 404 for what is no drawing of ours."""
        try:
            self.told({"svg": svg(self.get_query_argument("name", ""))})
        except LookupError:
            raise web.HTTPError(404, "no such drawing") from None


class Verify(Handler):
    """Is the code of an open notebook the course's own? With `path` it is noted that a lesson was opened."""

    @web.authenticated
    def post(self) -> None:
        """`{unit, language, kind, cells}`, the sources of its code cells; answers `{ours}`."""

        def act() -> dict[str, bool]:
            asked = self.asked()
            if not isinstance(asked.get("cells"), list):
                raise NOT_UNDERSTOOD
            cells = [str(one) for one in asked["cells"]]
            unit, speaks, kind = (str(asked.get(name)) for name in ("unit", "language", "kind"))
            if kind == "lesson" and unit in assets.units() and self.get_query_argument("path", ""):
                with suppress(Problem, OSError):  # a folder that is only read
                    marks.note_opened(self.folder(), unit)
            return {"ours": ours(unit, speaks, kind, cells)}

        self.answer(act)


class Progress(Handler):
    """How far the team of an open notebook is."""

    @web.authenticated
    def get(self) -> None:
        """`path`, `language`, and `stamp` as it was told last: `{"same": true}` while the plan is what it was."""

        def act() -> dict[str, Any]:
            folder, speaks = self.folder(), language.current()
            now, day = stamp(folder) or missing(folder), today()
            opened = frozenset(marks.read(folder).opened)
            mark = f"{VERSION} {self.inside(folder)} {now} {day} {speaks} {len(opened)}"
            if self.get_query_argument("stamp", "") == mark:
                return {"same": True}
            told = _progress(folder, now, speaks, day, opened)
            return {"stamp": mark, "version": VERSION, "folder": self.inside(folder), **told}

        self.answer(act)


@lru_cache(8)
def _progress(folder: Path, now: Stamp, spoken: str, on: date, lessons: frozenset[str]) -> dict[str, Any]:
    with language.inside(spoken):
        plan, trouble = opened(folder)
        there = len(now) > 1
        saved = f"{datetime.fromtimestamp(now[0] / 1e9):%H:%M}" if there and not trouble else ""
        return {**progress(plan, folder, on, lessons), "trouble": trouble, "saved": saved, "there": there}


class HandIn(Handler):
    """One zip for the instructor."""

    @web.authenticated
    def get(self) -> None:
        """What is still open, and what the zip would be called."""
        self.answer(lambda: handing.before(self.folder(), today()))

    @web.authenticated
    def post(self) -> None:
        """Write it; `path` is where JupyterLab finds it, for the download."""

        def act() -> dict[str, Any]:
            folder = self.folder()
            told = handing.hand_in(folder, today())
            return {**told, "path": "/".join(filter(None, (self.inside(folder), told["name"])))}

        self.answer(act)


class Merge(Handler):
    """Join a teammate's copy."""

    largest = 2 * joining.LARGEST * 4 // 3 + 100_000  # two copies in letters

    @web.authenticated
    def get(self) -> None:
        """The copies that lie in the folder."""
        self.answer(lambda: {"copies": joining.lying_here(self.folder())})

    @web.authenticated
    def post(self) -> None:
        """`{theirs, base?}`, each `{name, content?}` (base64); joined with `choices` and `seen`, else shown."""

        def act() -> dict[str, Any]:
            folder, asked = self.folder(), self.asked()
            theirs = _copy(folder, asked.get("theirs"))
            base = _copy(folder, asked["base"]) if asked.get("base") else None
            if "choices" not in asked:
                return joining.shown(folder, theirs, base)
            if not isinstance(asked["choices"], dict):
                raise NOT_UNDERSTOOD
            return joining.join(folder, theirs, base, asked["choices"], str(asked.get("seen")))

        self.answer(act)


def _copy(folder: Path, given: Any) -> Copy:
    if not isinstance(given, dict) or not isinstance(given.get("name"), str):
        raise NOT_UNDERSTOOD
    content = given.get("content")
    try:
        data = None if content is None else b64decode(content, validate=True)
    except (ValueError, TypeError):
        raise NOT_UNDERSTOOD from None
    return joining.chosen(folder, given["name"][:200], data)


class Glossary(Handler):
    """The course's words and what they mean."""

    @web.authenticated
    def get(self) -> None:
        """All of them, in the order of the alphabet."""
        self.answer(lambda: {"terms": terms()})


class Twin(Handler):
    """The open notebook in the other language."""

    @web.authenticated
    def post(self) -> None:
        """`{unit, kind}`: its path in the `language` asked for; `reload`: JupyterLab speaks it after a reload."""

        def act() -> dict[str, Any]:
            asked = self.asked()
            if asked.get("kind") not in speech.FOLDERS:
                raise NOT_UNDERSTOOD
            folder, speaks = self.folder(), language.current()
            name = speech.twin(folder, str(asked.get("unit")), asked["kind"], speaks)
            path = "/".join(filter(None, (self.inside(folder), name)))
            return {"path": path, "reload": speech.speaks(self.application.default_router, speaks)}

        self.answer(act)


def handlers(base: str) -> list[tuple[str, Callable[..., Any]]]:
    """Every address with what answers there."""
    served = {
        "words": Words,
        "drawing": Drawing,
        "verify": Verify,
        "progress": Progress,
        "glossary": Glossary,
        "twin": Twin,
    }
    served |= {"drawing": Drawing, "hand-in": HandIn, "merge": Merge}
    return [(url_path_join(base, "promplan", name), one) for name, one in served.items()]
