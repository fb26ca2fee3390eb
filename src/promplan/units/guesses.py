"""Estimates and curves of the sheets, read from their files; the truth comes from the kit, not from the file.

An estimate has an `axis` (from, to, step or `tenfold = true`, unit), a `truth`, the words `low`, `near` and `high` of
the distance, and `why`. A curve has an `axis` upwards, `along` (points, label, unit), a `truth`, `named`, and the words
`said`, `far` and `near`. A truth is

- `{ case, series, sum, where, least }`: how many of a kit's series, such as the people of 60 and older;
- `{ case, series, x, y, only }`: a line of a kit's series, such as the cure of the preheated blank;
- `{ example, objective }`: how many people the funnel of a draft's objective must reach, at worst;
- a number, where the kit has none of these.
"""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from promplan import assets
from promplan.cases.example import example
from promplan.cases.kit import load
from promplan.language import LANGUAGES, Problem, Words, say
from promplan.language.counting import Forms, whole
from promplan.media.funnel import backward, reach
from promplan.widgets.distance import Curve, Estimate, Guess
from promplan.widgets.scale import Scale

Raw = Mapping[str, Any]
ESTIMATE = ("id", "text", "axis", "truth", "low", "near", "high", "why")
WORDS = ("text", "low", "near", "high", "said", "far", "why")
CURVE = ("id", "text", "axis", "along", "gap", "truth", "named", "said", "far", "near", "why")


def guess(name: str, kind: str, rows: list[dict[str, Any]]) -> Guess:
    """What the one question of a sheet asks to be guessed.

    Raises:
        Problem: a part of the file is missing, or cannot be; with the file, the place and the fault.
    """
    if len(rows) != 1:
        raise _damaged(name, say("a sheet with a guess has one question, this one has {n}", n=len(rows)))
    raw, needed = rows[0], ESTIMATE if kind == "estimate" else CURVE
    if missing := [one for one in needed if one not in raw]:
        raise _damaged(name, say("`{key}` is missing", key=missing[0]))
    if silent := [one for one in WORDS if one in raw and not _spoken(raw[one])]:
        raise _damaged(name, say("`{key}` needs its words in both languages", key=silent[0]))
    try:
        return _estimate(raw) if kind == "estimate" else _curve(raw)
    except Problem as problem:
        raise _damaged(name, problem.what) from None
    except (KeyError, TypeError, ValueError) as error:
        raise _damaged(name, say("it cannot be read ({fault})", fault=f"{type(error).__name__} {error}")) from None


def _damaged(name: str, fault: Words) -> Problem:
    return Problem(
        say("The sheet “{name}” is damaged: {fault}. Correct assets/quizzes/{name}.toml.", name=name, fault=fault)
    )


def _spoken(words: object) -> bool:
    return isinstance(words, Mapping) and all(str(words.get(one, "")).strip() for one in LANGUAGES)


def _noun(raw: Raw, key: str) -> Forms:
    """A noun that is counted, whole in both languages."""
    if not whole(raw[key]):
        raise Problem(say("`{key}` needs one form, or two in English and three in Russian", key=key))
    forms: Forms = raw[key]
    return forms


def _scale(raw: Raw) -> Scale:
    step = None if raw.get("tenfold") else float(raw["step"])
    return Scale(float(raw["from"]), float(raw["to"]), step, _noun(raw, "unit"))


def _estimate(raw: Raw) -> Estimate:
    return Estimate(_scale(raw["axis"]), _number(raw["truth"]), raw["low"], raw["near"], raw["high"])


def _curve(raw: Raw) -> Curve:
    along = raw["along"]
    return Curve(
        points=tuple(float(one) for one in along["points"]),
        along=along["label"],
        unit=_noun(along, "unit"),
        scale=_scale(raw["axis"]),
        up=raw["axis"]["label"],
        gap=_noun(raw, "gap"),
        truth=_line(raw["truth"]),
        named=float(raw["named"]),
        said=raw["said"],
        far=raw["far"],
        near=raw["near"],
    )


def _number(raw: Any) -> float:
    if not isinstance(raw, Mapping):
        return float(raw)
    if "example" in raw:
        return _reached(raw)
    rows = _series(assets.folder(), raw["case"], raw["series"])
    return sum(float(row[raw["sum"]]) for row in rows if float(row[raw["where"]]) >= raw["least"])


def _reached(raw: Raw) -> float:
    """The people whom the funnel needs: as the figure of the same funnel counts them, whole."""
    one = next((it for it in example(raw["example"]).objectives if it.id == raw["objective"]), None)
    if one is None or one.target is None:
        raise Problem(say("the draft has no objective {id} with a target", id=raw["objective"]))
    rates = [(step.low, step.high) for step in one.funnel.steps]
    return float(round(reach(backward(one.target, rates)[-1], one.funnel.frequency).worst))


def _line(raw: Raw) -> tuple[tuple[float, float], ...]:
    only = raw.get("only", {})
    rows = _series(assets.folder(), raw["case"], raw["series"])
    kept = [row for row in rows if all(row[key] == value for key, value in only.items())]
    return tuple(sorted((float(row[raw["x"]]), float(row[raw["y"]])) for row in kept))


@lru_cache(32)
def _series(home: Path, case: str, name: str) -> list[dict[str, float | str]]:
    """A series of a kit in `home`, read once: the panel asks for each answered sheet whenever the plan changes."""
    return load(case).series(name)
