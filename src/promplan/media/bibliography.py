"""Bibliography of the planning maths: every source that a docstring cites by its id, and the cases it was checked with.

    print(*sources(), sep="\\n")
    print(sources("agostini-1961")[0])

The rows are data (assets/sources.toml, assets/verified.toml). `seen` says whether the work itself was looked at,
another that cites it, or neither: what was not seen is to be checked before it is cited.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from promplan import assets
from promplan.language import Problem, say
from promplan.media import checked

__all__ = ["Case", "Source", "sources", "verified_cases"]

CITED = re.compile(r"\[([a-z]+(?:-[a-z]+)*-\d{4}[a-z]?|mri-guide)\]")


@dataclass(frozen=True)
class Source:
    """One source; `year` is 0 where it has none, `used_by` names the modules that cite it, and "kpi.toml".

    >>> (source,) = sources("agostini-1961")
    >>> source.authors, source.year
    ('J. M. Agostini', 1961)
    >>> print(source.seen.split(":")[0])  # not the work itself: to be checked before it is cited
    secondary
    """

    id: str
    authors: str
    title: str
    where: str
    seen: str
    year: int = 0
    volume: str = ""
    pages: str = ""
    doi: str = ""
    used_by: tuple[str, ...] = ()

    def __str__(self) -> str:
        place = " ".join(filter(None, (self.where, self.volume)))
        parts = (place, f"pp. {self.pages}" if self.pages else "", f"doi:{self.doi}" if self.doi else "")
        year = f" ({self.year})" if self.year else ""
        return f"[{self.id}] {self.authors}{year}. {self.title}. {', '.join(filter(None, parts))}. [{self.seen}]"


@dataclass(frozen=True)
class Case:
    """A published case: the call in Python, its value, how far the print is rounded, and where it is printed.

    >>> from promplan.media import sainsbury
    >>> case = verified_cases()[0]
    >>> found = eval(case.call, {"sainsbury": sainsbury})
    >>> abs(found - case.value) <= case.within, case.printed
    (True, 'README of the R package mediaPlanR')
    """

    call: str
    value: float
    within: float
    printed: str
    source: str = ""


def sources(id: str | None = None) -> tuple[Source, ...]:
    """All sources by their ids, or the one with this id.

        >>> print(sources("agostini-1961")[0].title)
        How to Estimate Unduplicated Audiences

    Raises:
        Problem: no source has this id.
    """
    everything = _sources()
    if id is None:
        return tuple(everything.values())
    name = checked.name(id, say("Id of a source"))
    checked.known(name, everything, say("Id of a source"))
    return (everything[name],)


def verified_cases() -> tuple[Case, ...]:
    """The published cases with which the formulas agree: each call can be run with `from promplan.media import *`.

    >>> case = verified_cases()[0]
    >>> print(case.call, case.value)
    sainsbury([0.30, 0.20, 0.15]).reach 0.524
    """
    raw = tomllib.loads((assets.folder() / "verified.toml").read_text(encoding="utf-8"))
    return tuple(Case(**row) for row in raw["case"])


@cache
def _sources() -> dict[str, Source]:
    raw = tomllib.loads((assets.folder() / "sources.toml").read_text(encoding="utf-8"))
    used: dict[str, list[str]] = {}
    root = Path(__file__).parent
    for file in sorted(root.rglob("*.py")):
        module = ".".join(file.relative_to(root).with_suffix("").parts).removesuffix(".__init__")
        for cited in dict.fromkeys(CITED.findall(file.read_text(encoding="utf-8"))):
            used.setdefault(cited, []).append(module)
    entries = tomllib.loads((assets.folder() / "kpi.toml").read_text(encoding="utf-8"))["kpi"]
    for cited in dict.fromkeys(entry["source"] for entry in entries):
        used.setdefault(cited, []).append("kpi.toml")
    found = {}
    for row in raw["source"]:
        if row["id"] in found:
            raise Problem(say("{file}: the id {id} is there twice.", file="sources.toml", id=row["id"]))
        found[row["id"]] = Source(**row, used_by=tuple(used.get(row["id"], ())))
    return dict(sorted(found.items()))
