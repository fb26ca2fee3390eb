"""The gradebook as a workbook: an overview, the scores to fill in, findings, exceptions, what is shared, what changed.

The yellow cells are the people's: they come back by `promplan grade --scores grades.xlsx`. The overview's sums are
formulas over them, with the values that stand now. What students wrote is text in it and never a formula.
"""

import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from importlib import import_module
from typing import Any

from promplan.cohort.changes import SEVERITIES
from promplan.cohort.grade_paper import Column, Formula, Paper
from promplan.cohort.gradebook import Gradebook
from promplan.cohort.record import GENERAL, Given, Record
from promplan.cohort.scores_back import CRITERION, POINTS, TEAM, TO_ALL, WHO, WORDS
from promplan.cohort.shared import Group
from promplan.cohort.total import total
from promplan.export.answer_cells import OFF
from promplan.extras import needed
from promplan.language import say, say_in, say_many

CREATED = datetime(2026, 1, 1)  # the same bytes for the same grades
SIGNATURE = "promplan grades"
LAST = 100_000  # the row to which the sums look: ten times a cohort's most
NAMES = {
    "overview": say_in("grades", "Overview"),
    "scores": say_in("grades", "Scores"),
    "findings": say_in("grades", "Findings"),
    "exceptions": say_in("grades", "Exceptions"),
    "shared": say_in("grades", "Shared texts"),
    "once": say_in("grades", "When it came"),
    "changes": say_in("grades", "Changes"),
    "ungraded": say_in("grades", "Not graded"),
}


def named(page: str) -> str:
    """A page's name in the interface language, no longer than a workbook takes."""
    return str(NAMES[page])[:31]


def made(book: Gradebook, groups: Sequence[Group] = ()) -> bytes:
    """The workbook, in the interface language."""
    with needed():
        xlsxwriter = import_module("xlsxwriter")
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, OFF) as out:
        out.set_properties({"created": CREATED, "title": str(say("Grades"))})
        out.set_custom_property(SIGNATURE, "1")
        paper = Paper(out)
        _overview(paper, book)
        _scores(paper, book)
        _findings(paper, book)
        _exceptions(paper, book)
        _shared(paper, book, groups)
        _once(paper, book)
        _changes(paper, book)
        _ungraded(paper, book)
    return stream.getvalue()


def is_ours(data: bytes) -> bool:
    """Is this such a workbook?"""
    return data.startswith(b"PK") and b"docProps/custom.xml" in data


def _all(book: Gradebook, *kinds: str) -> Iterable[tuple[Record, dict[str, Given]]]:
    for team in book.teams():
        record = book.record(team, kinds)
        if record is not None:
            yield record, book.scores(team)


def _overview(paper: Paper, book: Gradebook) -> None:
    columns = [
        Column(say("Team"), 26, "bold"), Column(TEAM, 14, "grey"), Column(say("Plan"), 7),
        Column(say("Gates closed"), 30), Column(say_in("grades", "Errors"), 9),
        Column(say_in("grades", "Warnings"), 16), Column(say("Exceptions"), 12),
        Column(say("Machine points"), 11, "number"), Column(say_in("grades", "of"), 8, "number"),
        Column(POINTS, 11, "number"), Column(say_in("grades", "of"), 8, "number"),
        Column(say("Criteria without a score"), 13), Column(say("Together"), 11, "number"),
    ]  # fmt: skip
    note = say(
        "Weak plans are graded like all others. Machine points count evidence that is present, never the absence of "
        "findings. Together stands only where people gave a score for every criterion."
    )
    paper.page(
        named("overview"),
        columns,
        (_team(n, *row) for n, row in enumerate(_all(book, "gate", "finding", "point"), 3)),
        note,
    )


def _team(row: int, record: Record, scores: dict[str, Given]) -> list[Any]:
    sums = total(record, scores)
    page = "'" + named("scores").replace("'", "''") + "'"
    team, points = f"{page}!$B$3:$B${LAST}", f"{page}!$F$3:$F${LAST}"
    lacking = len(sums.lacking)
    asked = len(record.point)
    people = "" if lacking == asked else round(sums.people, 4)
    whole = "" if sums.whole is None else round(sums.whole, 4)
    return [
        record.name, record.team, record.n,
        ", ".join(str(one.name) for one in record.gate if one.state == "closed"),
        sum(one.severity == "error" for one in record.finding),
        sum(one.severity == "warning" and one.open for one in record.finding),
        len(record.exceptions),
        round(sums.machine, 4), round(sums.most, 4),
        Formula(f'=IF(L{row}={asked},"",SUMIFS({points},{team},B{row}))', people), round(sums.for_people, 4),
        Formula(f'={asked}-COUNTIFS({team},B{row},{points},"<>")', lacking),
        Formula(f'=IF(L{row}=0,MAX(0,H{row}+J{row}),"")', whole),
    ]  # fmt: skip


def _scores(paper: Paper, book: Gradebook) -> None:
    columns = [
        Column(say("Team"), 24, "bold"), Column(TEAM, 12, "grey"), Column(say("Criterion"), 34),
        Column(CRITERION, 13, "grey"), Column(say("Machine points"), 11, "number"), Column(POINTS, 11, "fill number"),
        Column(say_in("grades", "of"), 8, "number"), Column(WORDS, 60, "fill"), Column(WHO, 18, "fill"),
    ]  # fmt: skip
    bounds: list[tuple[float, float]] = []

    def rows() -> Iterable[list[Any]]:
        for record, scores in _all(book, "point"):
            for one in record.point:
                given = scores.get(one.criterion, Given(one.criterion))
                bounds.append((-round(one.machine, 1), round(one.for_people, 2)))
                yield [
                    record.name, record.team, one.name, one.criterion,
                    round(one.machine, 4) if one.most else None, given.points,
                    round(one.for_people, 4), given.words, given.who,
                ]  # fmt: skip
            general = scores.get(GENERAL, Given(GENERAL))
            bounds.append((0, 0))
            yield [
                record.name,
                record.team,
                say("To the team as a whole"),
                TO_ALL,
                None,
                None,
                None,
                general.words,
                general.who,
            ]

    note = say(
        "Fill in the yellow cells, save, and run: promplan grade WORKSHOP --scores grades.xlsx. A score that stands in "
        "the gradebook already is not written over unless you add --replace. A minus takes back what the machine "
        "counted and you do not accept."
    )
    page = paper.page(named("scores"), columns, rows(), note)
    for n, (least, most) in enumerate(bounds, 2):
        if (least, most) != (0, 0):
            page.data_validation(
                n, 5, n, 5,
                {"validate": "decimal", "criteria": "between", "minimum": least, "maximum": most,
                 "error_title": str(say("Points"))[:32],
                 "error_message": str(say("From {least} to {most}.", least=least + 0.0, most=most))[:255]},
            )  # fmt: skip


def _findings(paper: Paper, book: Gradebook) -> None:
    columns = [
        Column(say("Team"), 24, "bold"), Column(say_in("course", "Unit"), 16), Column(say("Rule"), 10),
        Column(say("How grave"), 16), Column(say("Where"), 14), Column(say("Finding"), 60),
        Column(say("Smallest fix"), 60), Column(say("Evidence"), 40),
    ]  # fmt: skip
    rows = (
        [record.name, one.unit, one.rule, SEVERITIES[one.severity], one.place, one.message, one.fix, one.evidence]
        for record, _ in _all(book, "finding")
        for one in record.finding
        if not one.exception
    )
    paper.page(named("findings"), columns, rows, say("What the rules say of each plan, as of the day of grading."))


def _exceptions(paper: Paper, book: Gradebook) -> None:
    columns = [
        Column(say("Team"), 24, "bold"), Column(say("Rule"), 10), Column(say("Where"), 14),
        Column(say("Finding"), 60), Column(say("The team’s reason"), 70),
    ]  # fmt: skip
    rows = (
        [record.name, one.rule, one.place, one.message, one.answered]
        for record, _ in _all(book, "finding")
        for one in record.exceptions
    )
    paper.page(
        named("exceptions"), columns, rows, say("Warnings that teams answered with a reason: shown, not judged.")
    )


def _shared(paper: Paper, book: Gradebook, groups: Sequence[Group]) -> None:
    columns = [
        Column(say("Group"), 8), Column(say("Teams"), 8), Column(say("In common"), 12),
        Column(say("Team"), 24, "bold"), Column(say("Where"), 14), Column(say("Text"), 90),
    ]  # fmt: skip
    names = {team: record.name for team in book.teams() if (record := book.record(team, ()))}
    rows = (
        [n, len(one.teams), f"{round(100 * one.share)} %", names.get(place.team, place.team), place.place, place.shown]
        for n, one in enumerate(groups, 1)
        for place in one.places
    )
    note = say(
        "Nearly the same text in plans of several teams, of eight words or more; words of the case and of the course "
        "are left aside. They may have been written together, taken from one page of the plant, or copied: the texts "
        "do not tell. Shown, not judged."
    )
    paper.page(named("shared"), columns, rows, note)


def _once(paper: Paper, book: Gradebook) -> None:
    columns = [
        Column(say("Team"), 24, "bold"), Column(say("New at once"), 12), Column(say("What the hand-ins tell"), 90),
    ]  # fmt: skip
    rows = (
        [record.name, f"{round(100 * one.share)} %" if one.share else "", one.said]
        for record, _ in _all(book, "once")
        for one in record.once
    )
    note = say(
        "A plan holds no clock. What is told comes from earlier hand-ins, presses of Check and answers; of a plan that "
        "was handed in once nobody can say when it was written. Shown, not judged."
    )
    paper.page(named("once"), columns, rows, note)


def _changes(paper: Paper, book: Gradebook) -> None:
    columns = [
        Column(say("Grading"), 9), Column(say("As of"), 12), Column(say("Team"), 24, "bold"),
        Column(say("Because of"), 20), Column(say("What changed"), 90),
    ]  # fmt: skip
    names = {team: record.name for team in book.teams() if (record := book.record(team, ()))}
    rows = (
        [run, day, names.get(team, team), because(cause), what] for run, day, team, cause, _, what in book.changes()
    )
    paper.page(
        named("changes"), columns, rows, say("What became otherwise from one grading to the next, and for whom.")
    )


CAUSES = {
    "plan": say_in("cause", "a newer plan"),
    "rules": say_in("cause", "other rules"),
    "day": say_in("cause", "another day"),
    "course": say_in("cause", "promplan itself"),
}


def because(cause: str) -> str:
    """The cause of a change in words."""
    return ", ".join(str(CAUSES[one]) if one in CAUSES else one for one in cause.split("+"))


def _ungraded(paper: Paper, book: Gradebook) -> None:
    columns = [Column(say("Team"), 26, "bold"), Column(TEAM, 14, "grey"), Column(say("Why"), 90)]
    found = book.missing()
    note = say_many("{n} team could not be graded.", "{n} teams could not be graded.", len(found))
    paper.page(named("ungraded"), columns, ([name, team, why] for team, name, why in found), note)
