"""Which team a plan is of: by its own words, by its file's name, by Moodle's; a stranger gets an id of its own.

The plan's words come first: a student may hand in for another team's by mistake, and a file may be called anything.
Where two of the signs name different teams, that is said.
"""

import hashlib
import re
from dataclasses import dataclass

from promplan.cohort.names import alike, short
from promplan.cohort.people import Cohort, Team
from promplan.language import Words, say
from promplan.plan.document import Plan
from promplan.text.slugs import slug

MADE = "new-"  # how the id of a team begins that cohort.json does not know
ENDINGS = re.compile(r"(\.promplan)?\.(zip|json)$", re.IGNORECASE)
COPY = re.compile(
    r"[\s_-]*(\(\d+\)|copy\d*|копия\d*|final|финал|fin|new|нов\w*|v\d+|версия\s*\d+|исправл\w*)$", re.IGNORECASE
)
ANY = frozenset(map(alike, ("media-plan", "team", "")))  # names that any team's file may have


@dataclass(frozen=True)
class Whose:
    """A team's id, whether cohort.json knows it, and what the instructor should know of how it was told."""

    id: str
    known: bool
    notes: tuple[Words, ...] = ()


def whose(plan: Plan, called: tuple[str, ...], who: str, cohort: Cohort) -> Whose:
    """The team of a plan.

    Args:
        called: names of the file and of what it came in, the nearest first. who: how Moodle calls whoever handed it in.
    """
    own = plan.team.name.strip()
    by_plan = named(own, cohort) if own else None
    by_file = next((found for one in called if (found := _by_file(one, cohort))), None)
    by_moodle = _by_moodle(who, cohort) if who else None
    team = by_plan or by_file or by_moodle
    if team is None:
        return _stranger(plan, called, who, cohort)
    notes: list[Words] = []
    if by_plan is None:
        said = say("its plan names no team") if not own else say("its plan says “{name}”", name=short(own, 60))
        notes.append(
            say("taken as {team}'s by the file's name: {said}", team=team.name, said=said)
            if by_file
            else say("taken as {team}'s by who handed it in: {said}", team=team.name, said=said)
        )
    other = next((it for it in (by_file, by_moodle) if it is not None and it.id != team.id), None)
    if other is not None:
        notes.append(say("but it came as {other}'s: ask both teams", other=other.name))
    return Whose(team.id, True, tuple(notes))


def named(name: str, cohort: Cohort) -> Team | None:
    """The only team of this name or id."""
    wanted = alike(name)
    found = [one for one in cohort.teams if wanted and wanted in (alike(one.name), alike(one.id))]
    return found[0] if len(found) == 1 else None


def _by_file(name: str, cohort: Cohort) -> Team | None:
    stem = ENDINGS.sub("", name)
    while True:
        if found := named(stem, cohort):
            return found
        if (shorter := COPY.sub("", stem)) == stem:
            break
        stem = shorter
    words = alike(stem)
    found_in = [one for one in cohort.teams if len(alike(one.name)) > 3 and alike(one.name) in words]
    return found_in[0] if len(found_in) == 1 else None


def _by_moodle(who: str, cohort: Cohort) -> Team | None:
    """By a group, "group-student" or a student whose words are all in it."""
    pieces = who.split("-")
    for end in range(len(pieces), 0, -1):
        if found := named("-".join(pieces[:end]), cohort):
            return found
    words = _words(who)
    students = {one.id for one in cohort.students if (own := _words(one.name)) and len(own) > 1 and own <= words}
    found_in = [one for one in cohort.teams if students & set(one.students)]
    return found_in[0] if len(found_in) == 1 else None


def _words(name: str) -> frozenset[str]:
    return frozenset(filter(None, map(alike, re.split(r"[\s_,.-]+", name))))


def _stranger(plan: Plan, called: tuple[str, ...], who: str, cohort: Cohort) -> Whose:
    """An id of its own, the same for every plan of the same team."""
    by_file = next((stem for one in called if alike(stem := ENDINGS.sub("", one)) not in ANY), "")
    name = plan.team.name.strip() or who or plan.meta.plan_id or by_file
    mark = hashlib.sha256(alike(name).encode("utf-8", "replace")).hexdigest()[:6]
    id_ = f"{MADE}{slug(plan.team.name or who or by_file, 30) or 'team'}-{mark}"
    if cohort.team(id_):
        return Whose(id_, True)
    note = say(
        "cohort.json knows no team “{name}”: add it there, or give a team the id {id}, and collect again",
        name=short(plan.team.name.strip() or who or by_file, 60) or "?",
        id=id_,
    )
    return Whose(id_, False, (note,))
