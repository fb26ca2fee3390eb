"""A funnel as it is typed: every field a text until all of it can be read, and the patterns to start from.

A draft is `{target, frequency, people, people_source, steps: [{what, low, high, source, places}]}`, all texts, rates in
per cent; it may come from a browser, so nothing in it is believed.
"""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypeVar

from promplan import assets
from promplan.figures.numbers import digits
from promplan.language import Problem, Words, chosen, current, say
from promplan.media.funnel import Rate
from promplan.plan.objectives import Funnel, Step
from promplan.widgets.typed import number

Draft = dict[str, Any]
T = TypeVar("T")
MOST_STEPS, MOST_SIGNS = 8, 300  # what the plan holds: steps of a funnel, characters of a line
MOST_CONTACTS, MOST_PEOPLE, MOST_TARGET = 1000, 10**12, 1e15
LABELS = {
    "target": say("Target"),
    "frequency": say("Contacts per person, on average"),
    "people": say("People who exist"),
    "people_source": say("Where that number is from"),
}
STEP_TEXTS = ("what", "low", "high", "source", "places")


@dataclass(frozen=True)
class Reading:
    """What could be read of a draft, and what is wrong with the rest.

    `rates` are those above the first step that is wrong, `shares` the ends of every step as far as they are numbers.
    `errors` are by place: `target`, `frequency`, `people`, `people_source`, or a step's number from 0 as text. `funnel`
    is None while there is one.
    """

    target: float | None = None
    rates: list[Rate] = field(default_factory=list)
    shares: list[tuple[float | None, float | None]] = field(default_factory=list)
    frequency: float = 1.0
    people: int | None = None
    funnel: Funnel | None = None
    errors: dict[str, Words] = field(default_factory=dict)


def typed(target: float | None, funnel: Funnel) -> Draft:
    """The plan's own numbers as a draft, in the interface language."""
    return {
        "target": "" if target is None else digits(target),
        "frequency": digits(funnel.frequency),
        "people": "" if funnel.people is None else digits(funnel.people),
        "people_source": funnel.people_source,
        "steps": [
            {
                "what": one.what,
                "low": in_per_cent(one.low),
                "high": in_per_cent(one.high),
                "source": one.source,
                "places": "" if one.places is None else digits(one.places),
            }
            for one in funnel.steps
        ],
    }


def in_per_cent(share: float) -> str:
    """A fraction as it is typed into a field for per cent: 0.005 is 0.5, or 0,5."""
    if share >= 1e-6:
        return digits(100 * share)
    text = f"{100 * share:.15f}".rstrip("0")  # the general format would write 1e-06, which nobody types
    return text.replace(".", ",") if current() == "ru" else text


def cleaned(raw: Mapping[str, Any]) -> Draft:
    """A draft from whatever a browser sent: only its fields, only texts, not more steps than the plan holds."""
    steps = raw.get("steps")
    rows = [one for one in steps if isinstance(one, Mapping)][:MOST_STEPS] if isinstance(steps, list) else []
    return {
        **{name: _text(raw.get(name)) for name in LABELS},
        "steps": [{name: _text(one.get(name)) for name in STEP_TEXTS} for one in rows],
    }


def _text(value: Any) -> str:
    return value[: MOST_SIGNS + 1] if isinstance(value, str) else ""  # one too many is an error, with its sentence


def read(draft: Draft) -> Reading:
    """Read every field; what is wrong is told with its place and its remedy."""
    errors: dict[str, Words] = {}
    target = _read(draft, "target", errors, _target)
    frequency = _read(draft, "frequency", errors, _frequency)
    people = _read(draft, "people", errors, _people)
    source = _read(draft, "people_source", errors, _line)
    steps: list[Step] = []
    whole = True
    for place, one in enumerate(draft["steps"]):
        try:
            step = _step(place + 1, one)
        except Problem as problem:
            errors[str(place)], whole = problem.what, False
        else:
            steps += [step] if whole else []
    rates = [(one.low, one.high) for one in steps]
    shares = [(_share(one["low"]), _share(one["high"])) for one in draft["steps"]]
    funnel = None
    if not errors:
        funnel = Funnel(steps=steps, frequency=frequency or 1.0, people=people, people_source=source or "")
    return Reading(target, rates, shares, frequency or 1.0, people, funnel, errors)


def _read(draft: Draft, name: str, errors: dict[str, Words], check: Callable[[str], T]) -> T | None:
    try:
        return check(draft[name])
    except Problem as problem:
        errors[name] = say("{field}: {why}", field=LABELS[name], why=problem.what)
        return None


def _target(text: str) -> float | None:
    value = _number(text)
    if value is not None and not 0 <= value <= MOST_TARGET:
        raise Problem(say("the funnel starts from a number of people, 0 or more"))
    return value


def _frequency(text: str) -> float:
    value = _number(text)
    if value is None or not 1 <= value <= MOST_CONTACTS:
        raise Problem(say("a number from 1 to {most}; whoever is met is met at least once", most=MOST_CONTACTS))
    return float(value)


def _people(text: str) -> int | None:
    value = number(text, whole=True)
    if value is not None and not 0 <= value <= MOST_PEOPLE:
        raise Problem(say("a whole number, 0 or more; leave it empty while you do not know it"))
    return None if value is None else int(value)


def _number(text: str) -> float | None:
    return number(text.replace(",", ".") if current() == "ru" else text, whole=False)  # as `digits` writes it


def _line(text: str) -> str:
    if len(text) > MOST_SIGNS:
        raise Problem(say("at most 300 characters; shorten it"))
    return text.strip()


def _step(place: int, texts: Mapping[str, str]) -> Step:
    low, high = (_rate(place, texts[name]) for name in ("low", "high"))
    if low > high:
        raise Problem(
            say(
                "Step {n}: the lower rate, {low} %, is above the upper one, {high} %. Swap them, or correct one.",
                n=place,
                low=texts["low"].strip(" %"),
                high=texts["high"].strip(" %"),
            )
        )
    try:
        what, source, places = _line(texts["what"]), _line(texts["source"]), _people(texts.get("places", ""))
    except Problem as problem:
        raise Problem(say("Step {n}: {why}", n=place, why=problem.what)) from None
    return Step(what=what, low=low, high=high, source=source, places=places)


def _rate(place: int, text: str) -> float:
    share = _share(text)
    if share is None:
        raise Problem(say("Step {n}: a rate is a number above 0 and at most 100 per cent, such as 5 or 0.5.", n=place))
    return share


def _share(text: str) -> float | None:
    """A fraction from per cent as typed; None where it is no number above 0 and at most 100."""
    try:
        value = number(text.replace("%", "").replace(",", "."), whole=False)  # no rate has thousands
    except Problem:
        return None
    if value is None or not 0 < value <= 100:
        return None
    return float(f"{value / 100:.15g}")  # 0.9 per cent is 0.009 in the plan, and no 0.009000000000000001


@cache
def _patterns() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = tomllib.loads((assets.folder() / "funnels.toml").read_text(encoding="utf-8"))[
        "pattern"
    ]
    return rows


def patterns() -> dict[str, Draft]:
    """A draft to start from for each aim, in the interface language: steps and frequency, no target, no people."""
    return {
        one["aim"]: {
            "frequency": digits(one["frequency"]),
            "steps": [
                {
                    "what": chosen(step["what"]),
                    "low": in_per_cent(step["low"]),
                    "high": in_per_cent(step["high"]),
                    "source": chosen(step["source"]),
                }
                for step in one["step"]
            ],
        }
        for one in _patterns()
    }
