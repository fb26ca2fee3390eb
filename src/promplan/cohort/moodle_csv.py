"""The grades as Moodle's grade import takes them: a row for every student of a team whose grade is whole.

Moodle asks on import which column names the student and which grade item each other column goes to; its own headings
are used here, so that it is plain which is which: "ID number" (the student's id of cohort.json), the total out of
100, and the words as feedback. Moodle refuses a whole file over one student whom it does not know, and an empty grade
wipes one that stands there: so teams whose human part is not whole are left out, and counted.
"""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass

from promplan.cohort.people import Cohort
from promplan.cohort.record import GENERAL, Given, Record
from promplan.cohort.total import total
from promplan.language import Words, inside, say, say_in

HEADS = (  # as Moodle's own grade export has them, in either language; the last two are ours to be mapped
    say_in("moodle", "ID number"),
    say_in("moodle", "Full name"),
    say_in("moodle", "Group"),
    say_in("moodle", "Media plan (Real)"),
    say_in("moodle", "Media plan (Feedback)"),
)
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
LONGEST = 30_000


@dataclass(frozen=True)
class Made:
    """The file, how many students stand in it, and the teams that do not."""

    data: bytes
    students: int
    left: tuple[str, ...]


def made(rows: Iterable[tuple[Record, dict[str, Given]]], cohort: Cohort) -> Made:
    """The file of the teams whose grade is whole."""
    stream, students, left = io.StringIO(), 0, []
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow([str(one) for one in HEADS])
    names = {one.id: one.name for one in cohort.students}
    for record, scores in rows:
        whole, team = total(record, scores).whole, cohort.team(record.team)
        if whole is None or team is None or not team.students:
            left.append(record.team)
            continue
        said = feedback(record, scores)
        for id_ in team.students:
            writer.writerow([_guarded(one) for one in (id_, names.get(id_, ""), team.name, f"{whole:.2f}", said)])
            students += 1
    return Made(stream.getvalue().encode("utf-8-sig"), students, tuple(left))


def feedback(record: Record, scores: dict[str, Given]) -> str:
    """What stands as feedback: the sums, the gates that are closed, and people's words, in the team's language."""
    with inside("ru" if record.language == "ru" else "en"):
        sums = total(record, scores)
        told: list[Words | str] = [
            say(
                "Machine points {machine} of {most}, people’s points {people} of {for_people}.",
                machine=round(sums.machine, 1), most=round(sums.most, 1),
                people=round(sums.people, 1), for_people=round(sums.for_people, 1),
            )
        ]  # fmt: skip
        closed = [str(one.name) for one in record.gate if one.state == "closed"]
        if closed:
            told.append(say("Gates to mend first: {gates}.", gates=", ".join(closed)))
        for one in record.point:
            if one.criterion in scores and scores[one.criterion].words:
                told.append(f"{one.name}: {scores[one.criterion].words}")
        if GENERAL in scores and scores[GENERAL].words:
            told.append(scores[GENERAL].words)
        return " ".join(" ".join(str(one).split()) for one in told)[:LONGEST]


def _guarded(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def is_ours(data: bytes) -> bool:
    """Is this such a file, so that it may be written anew?"""
    first = data.decode("utf-8-sig", "replace").partition("\n")[0].strip()
    return any(first == ",".join(one.into(spoken) for one in HEADS) for spoken in ("en", "ru"))
