"""How long a unit takes: its promised minutes, reckoned from what its notebooks ask.

Words are read, figures and tables looked at, questions decided, fields filled; a card or a ticket is worked on by all
members at once, each on a laptop of their own or on paper. Paces, seconds and what an exercise needs are dated data in
`assets/minutes.toml`, to be corrected by what a workshop measures.
"""

import ast
import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from promplan import assets, language
from promplan.language import say, say_in
from promplan.text.table import Table
from promplan.units.registry import UNITS

IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)")  # its words are for who cannot see it
ADDRESS = re.compile(r"\]\([^)]*\)")  # nobody reads where a link leads
WORD = re.compile(r"\w[\w.,'’-]*")
ALONE = {"fact_card", "persona_card"}  # on a card: the minutes alone hold it
TABLES = {"check", "register", "members", "goals", "personas", "marked", "table", "library"}


@dataclass(frozen=True)
class Minutes:
    """A unit's minutes: promised, and as its lesson and its exercise ask them; each core and full."""

    unit: str
    promised: tuple[int, int]
    lesson: tuple[float, float]
    exercise: tuple[float, float]

    @property
    def asked(self) -> tuple[float, float]:
        """Lesson and exercise together, core and full."""
        return self.lesson[0] + self.exercise[0], self.lesson[1] + self.exercise[1]

    @property
    def kept(self) -> bool:
        """Do the promised minutes hold what is asked?"""
        return all(asked <= promised for asked, promised in zip(self.asked, self.promised, strict=True))


def minutes(unit: str, spoken: str = "en") -> Minutes:
    """The minutes of a unit in a language."""
    row = next(one for one in _read("course")["unit"] if one["id"] == unit)
    cells = list(_cells("notebooks", spoken, unit))
    core = sum(_lesson(one, spoken) for one in cells if "depth" not in one.get("metadata", {}).get("tags", ()))
    whole = sum(_lesson(one, spoken) for one in cells)
    told = list(_cells("exercises", spoken, unit))
    done = tuple(sum(_exercise(one, spoken, full=full) for one in told) + _alone(unit) for full in (False, True))
    return Minutes(unit, tuple(row["minutes"]), (core / 60, whole / 60), (done[0] / 60, done[1] / 60))


def table() -> Table:
    """For an instructor: what every written unit promises and asks, in the interface language."""
    spoken = language.current()
    rows = []
    for one in (minutes(unit, spoken) for unit in UNITS):
        said = [_pair(it) for it in (one.promised, one.lesson, one.exercise, one.asked)]
        rows.append((one.unit, *said, "✔" if one.kept else "✘"))
    heads = (
        say_in("course", "Unit"),
        say("Promised"),
        say_in("course", "Lesson"),
        say("Exercise"),
        say("Together"),
        say("Kept"),
    )
    note = say(
        "Minutes, core / full, for a team of {n}; cards and tickets are worked on by all at once. Reckoned from the "
        "words, cells, questions and fields of the notebooks; the paces are estimates until a workshop has measured.",
        n=_read("minutes")["members"],
    )
    return Table(str(say("Minutes of the units")), tuple(map(str, heads)), tuple(rows), str(note), headed=True)


def _pair(of: tuple[float, float]) -> str:
    return " / ".join(f"{one:.0f}" for one in of)


@cache
def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((assets.folder() / f"{name}.toml").read_text(encoding="utf-8"))


def _cells(kind: str, spoken: str, unit: str) -> Iterator[dict[str, Any]]:
    file = assets.course() / kind / spoken / f"{unit}.ipynb"
    yield from json.loads(file.read_text(encoding="utf-8"))["cells"] if file.is_file() else ()


def _source(cell: Mapping[str, Any]) -> str:
    return "".join(cell["source"])


def _lesson(cell: Mapping[str, Any], spoken: str) -> float:
    """Seconds of one cell of a lesson."""
    if cell["cell_type"] != "code":
        return _reading(_source(cell), spoken)
    known = _read("minutes")["seconds"]
    spent = float(known["cell"])
    for name, words in _calls(_source(cell)):
        if name in ("quiz", "answers"):
            spent += _sheet(words, spoken) if name == "quiz" else known["table"]
        elif name.startswith("figures."):
            spent += known["figure"]
        elif name == "listen":
            spent += known["listen"]
        elif name in TABLES:
            spent += known["table"]
        elif work := _work(name):
            # in a lesson a widget is looked at and played with
            spent += known["press"] * work.get("tried", work["fields"])
    return spent


def _exercise(cell: Mapping[str, Any], spoken: str, *, full: bool) -> float:
    """Seconds of one cell of an exercise."""
    if cell["cell_type"] != "code":
        return _reading(_source(cell), spoken)
    known = _read("minutes")["seconds"]
    spent = float(known["cell"])
    for name, words in _calls(_source(cell)):
        if name == "quiz":
            spent += _sheet(words, spoken)  # a ticket: every member at once
        elif name not in ALONE and (work := _work(name)):
            records = work["records"] + (work.get("more", 0) if full else 0)
            spent += records * (work["fields"] * known["field"] + work.get("sentences", 0) * known["sentence"])
            spent += work.get("also", 0) * known["field"]
    return spent


def _work(name: str) -> dict[str, Any] | None:
    return next((one for one in _read("minutes")["work"] if one["call"] == name), None)


def _alone(unit: str) -> float:
    return 60.0 * float(_read("minutes")["alone"].get(unit, 0))


def _reading(text: str, spoken: str) -> float:
    words = len(WORD.findall(ADDRESS.sub("]", IMAGE.sub("", text))))
    return 60.0 * words / float(_read("minutes")["pace"][spoken])


def _calls(code: str) -> Iterator[tuple[str, str]]:
    """What a cell calls: the name behind `pp.` or the plant, and its first word, where it is one."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            name = ast.unparse(node.func).partition(".")[2]
            first = node.args[0].value if node.args and isinstance(node.args[0], ast.Constant) else ""
            yield name if name.startswith("figures.") else name.rpartition(".")[2], str(first)


def _sheet(name: str, spoken: str) -> float:
    """Seconds of a sheet: its questions and options are read, an answer is chosen, what it brings is read."""
    from promplan.units.quizzes import sheet

    known = _read("minutes")["seconds"]
    one = sheet(name)
    spent = _reading(_said(one.lead, spoken), spoken)
    for question in one.questions:
        texts = [question.text, *(it.text for it in question.options)]
        spent += _reading(" ".join(_said(text, spoken) for text in texts), spoken)
        if question.guess:
            longest = max((_said(text, spoken) for text in question.guess.sentences()), key=len)
            spent += known["mark" if one.kind == "estimate" else "draw"] + _reading(longest, spoken)
        else:
            spent += known["decide"] if question.options else known["say"]
        longest = max((_said(it.feedback, spoken) for it in question.options), key=len, default="")
        spent += _reading(longest or _said(question.feedback, spoken), spoken)
    return spent


def _said(text: Any, spoken: str) -> str:
    return str(text.get(spoken, "")) if isinstance(text, Mapping) else str(text or "")
