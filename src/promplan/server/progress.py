"""How far a team is: each unit's state, the open findings, and what to do next. From the plan alone, for the panel."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Literal

from promplan import assets, language
from promplan.language import Words, pick, say, say_many
from promplan.plan import letters, tree
from promplan.plan.document import Plan
from promplan.plan.sections import SECTIONS
from promplan.plan.starting_over import emptied
from promplan.review import Finding, Report, check
from promplan.review.look import untouched
from promplan.review.report_html import TOLD
from promplan.server.clock import clock
from promplan.units.quizzes import names, sheet
from promplan.units.registry import UNITS

State = Literal["later", "new", "work", "excepted", "passed"]
STATES: Mapping[State, Words] = {
    "later": say("comes later"),
    "new": say("not begun"),
    "work": say("in work"),
    "excepted": say("passed with exceptions"),
    "passed": say("passed"),
}
WORST = ("error", "warning", "info")


def progress(plan: Plan, folder: Path, on: date, opened: Collection[str] = ()) -> dict[str, Any]:
    """The course as the panel shows it, in the interface language.

    Args:
        folder: the learner's, for which notebooks are there. on: the day of the checks where the plan has none.
        opened: the units whose lesson has been opened.
    """
    day = letters.today(plan) or on
    reports = {unit: check(plan, unit, day) for unit in UNITS}
    states: dict[str, State] = {unit: state(plan, unit, reports[unit]) for unit in UNITS}
    groups = [
        {"title": pick(title), "units": [_unit(one, folder, states, reports) for one in inside]}
        for title, inside in _groups()
    ]
    return {
        "clock": clock(plan),
        "groups": groups,
        "next": _next(plan, states, reports, folder, opened),
        "findings": [
            told(one, unit, folder) for unit in UNITS if begun(states[unit]) for one in _worst_first(reports[unit])
        ],
        "answered": sorted({one.question.partition("/")[0] for one in plan.answers.given}),
        "said": _said(plan),
    }


def state(plan: Plan, unit: str, report: Report) -> State:
    """Where a unit stands."""
    if report.passed:
        return "excepted" if report.exceptions else "passed"
    return "new" if untouched(plan, unit, lambda one: emptied(one, unit)) else "work"


def _said(plan: Plan) -> dict[str, list[str]]:
    """What the team guessed, in the words of the option or of the line, by the name of its sheet of one question."""
    found = {}
    for one in plan.answers.given:
        name, _, _ = one.question.partition("/")
        if name in names() and len(asked := sheet(name).questions) == 1:
            found[name] = [str(pick(it.text)) for it in asked[0].options if it.id == one.answer]
            if (line := asked[0].guess) and (guess := line.read(one.answer)) is not None:
                found[name] = [line.in_words(guess)]  # type: ignore[arg-type]
    return found


def begun(one: State) -> bool:
    """Has the team touched it?"""
    return one not in ("later", "new")


def told(one: Finding, unit: str, folder: Path) -> dict[str, Any]:
    """A finding in words, with the notebooks where it is mended and where it is taught."""
    return {
        **one.as_dict(),
        "unit": unit,
        "where": one.where,
        "word": str(TOLD[one.severity]),
        "path": _path(folder, "exercises", unit),
        "taught": _path(folder, "notebooks", one.lesson) if one.lesson else None,
        "open": one.open,
    }


def _worst_first(report: Report) -> list[Finding]:
    return sorted((one for one in report if one.answered is None), key=lambda one: WORST.index(one.severity))


def _unit(
    one: Mapping[str, Any], folder: Path, states: Mapping[str, State], reports: Mapping[str, Report]
) -> dict[str, Any]:
    unit = one["id"]
    now: State = states.get(unit, "later")
    short, full = one["minutes"]
    return {
        "id": unit,
        "number": int(unit[:2]),
        "title": pick(one["title"]),
        "gain": pick(one["gain"]),
        "minutes": str(say("{n} min", n=short)),
        "long": str(say("{n} min with depth", n=full)),
        "state": now,
        "word": str(STATES[now]),
        "open": len(reports[unit].open) if begun(now) else 0,
        "lesson": _path(folder, "notebooks", unit),
        "exercise": _path(folder, "exercises", unit),
    }


def _next(
    plan: Plan, states: Mapping[str, State], reports: Mapping[str, Report], folder: Path, opened: Collection[str]
) -> dict[str, Any]:
    """The one thing to do now, in the first unit that is not passed: its lesson until it was opened, then what is open.

    `at` is where its exercise goes on: the gravest finding, else the first of its sections that is still empty.
    """
    unit = next((one for one in UNITS if states[one] not in ("passed", "excepted")), None)
    if unit is None:
        last = _path(folder, "exercises", UNITS[-1])
        return {"title": str(say("Hand in")), "why": str(say("All units that are here are passed.")), "path": last}
    title = pick(next(one for one in assets.plan_of_the_course()["unit"] if one["id"] == unit)["title"])
    told = {"title": f"{int(unit[:2])} · {title}"}
    lesson, exercise = _path(folder, "notebooks", unit), _path(folder, "exercises", unit)
    if unit not in opened and not _answered(plan, unit) and (lesson or not exercise):
        return {**told, "why": str(say("Begin with the lesson.")), "path": lesson}
    n = len(reports[unit].open)
    if n:
        why = say_many("{n} finding is open.", "{n} findings are open.", n)
    else:
        why = say("Now the exercise.") if states[unit] == "new" else say("Some of it is still empty.")
    return {**told, "why": str(why), "path": exercise, "at": _at(plan, unit, reports[unit])}


def _answered(plan: Plan, unit: str) -> bool:
    """Has a question of its lesson been answered? Then it was opened, on whichever computer."""
    ticket = f"{unit[:2]}-ticket/"
    return any(
        it.question.startswith(f"{unit[:2]}-") and not it.question.startswith(ticket) for it in plan.answers.given
    )


def _at(plan: Plan, unit: str, report: Report) -> dict[str, str] | None:
    """Where in the exercise to go on."""
    if found := [one for one in _worst_first(report) if one.open]:
        return {"object": found[0].object, "field": found[0].field, "rule": found[0].rule}
    mine = [one for one in SECTIONS if one.unit == unit and not one.stays]
    blank = (one for one in mine if tree.at(plan, one.path) == type(tree.at(plan, one.path))())
    return next(({"object": one.name, "field": "", "rule": ""} for one in blank), None)


def _path(folder: Path, kind: str, unit: str) -> str | None:
    """A notebook's path in the learner's folder; None where it is not there."""
    name = f"{kind}/{language.current()}/{unit}.ipynb"
    return name if (folder / name).is_file() else None


def _groups() -> Iterator[tuple[Any, list[Mapping[str, Any]]]]:
    for name, title in assets.plan_of_the_course()["group"].items():
        yield title, [one for one in assets.plan_of_the_course()["unit"] if one["group"] == name]
