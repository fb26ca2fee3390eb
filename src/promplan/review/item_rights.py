"""PRD, whose it is and who has seen it: music and other rights, use of AI, approvals of this very version, embargo."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from promplan.language import say
from promplan.plan.approvals import content_digest
from promplan.plan.document import Plan
from promplan.plan.script import Panel
from promplan.review.cure import Cure
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.review.frame import NAME
from promplan.review.gaps import empty, unsaid
from promplan.review.message import cut
from promplan.text.listed import phrases
from promplan.text.patterns import kinds
from promplan.text.substance import shape

UNIT = "06-making"
SOUNDING = ("music", "sound")
EMBARGO = re.compile(
    r"(?:embargo|not (?:be )?(?:published |released )?before|no earlier than|эмбарго|не раньше|не ранее|только после)"
    r"\D{0,20}(\d{4})-(\d\d)-(\d\d)"
    r"|(?:embargo|not (?:be )?(?:published |released )?before|no earlier than|эмбарго|не раньше|не ранее|только после)"
    r"\D{0,20}(\d{1,2})\.(\d{1,2})\.(\d{4})",
    re.IGNORECASE,
)


@rule(
    "PRD-5",
    severity="error",
    unit=UNIT,
    section="making-l-yes",
    text=say("An approval holds for the version that was seen"),
    hints=(
        say("Has anything been changed since they said yes?"),
        say("A changed title, text, script, caption or picture makes a new version: the yes was to the old one."),
    ),
)
def approvals_are_of_this_version(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    approved = [(one, yes) for one in plan.items if (yes := [it for it in one.approvals if it.state == "approved"])]
    if not approved:
        return None
    told, fix = say("The content has changed since this approval."), say("show it once more, and ask again")
    again = Cure({"state": "open", "on": None, "version": ""}, say("Reopen it"))
    return [
        Finding(it.id, told, fix, cut(one.title), field="state", cure=again)
        for one, yes in approved
        for now in [content_digest(one)]  # once for all who approved it
        for it in yes
        if it.version != now
    ]


@rule(
    "PRD-5P",
    severity="warning",
    unit=UNIT,
    section="making-l-yes",
    needed=True,
    text=say("The plant has said yes to each piece before it comes out"),
    hints=(
        say("Who at the plant says: yes, this may go out?"),
        say("An approval of the plant, with the day and the version that was seen."),
    ),
)
def plant_has_approved(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    return _judged(plan, "plant")


@rule(
    "PRD-6",
    severity="warning",
    unit=UNIT,
    section="making-l-yes",
    text=say("An engineer, by name or post, has checked the facts of each piece"),
    hints=(
        say("Who would notice that the number is wrong?"),
        say("An approval of the engineer, with role or name."),
    ),
)
def engineer_has_checked(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    return _judged(plan, "engineer")


def _judged(plan: Plan, judge: str) -> list[Finding] | None:
    begun = [one for one in plan.items if one.text.strip() or one.script or one.panels or one.approvals]
    if judge == "engineer":
        begun = [one for one in begun if one.facts or any(line.facts for line in one.script)]
    if not begun:
        return None
    missing = {
        "plant": say("The plant has not approved it yet."),
        "engineer": say("No engineer has checked its facts yet."),
    }[judge]
    found = []
    for one in begun:
        given = [it for it in one.approvals if it.judge == judge and it.state == "approved"]
        if not given:
            found.append(
                Finding(one.id, missing, say("show this version, and enter the answer"), one.title, field="approvals")
            )
        found += [
            it for yes in given if empty(yes.who) for it in unsaid(yes.id, yes, "who", fix=say("write role or name"))
        ]
    return found


@rule(
    "PRD-22",
    severity="warning",
    unit=UNIT,
    section="making-l-yes",
    text=say("One person answers for each piece, and somebody does it"),
    hints=(
        say("If it goes wrong: who is rung up? Exactly one."),
        say("Part in it, RACI, on each approval: exactly one A, and C or I for those who are asked or told."),
    ),
)
def one_answers(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    shared = [one for one in plan.items if any(it.raci for it in one.approvals)]
    if not shared:
        return None
    found = []
    for one in shared:
        n = sum(it.raci == "A" for it in one.approvals)
        if n != 1:
            told = say("{n} answer for it (A), and it must be exactly one.", n=n)
            found.append(Finding(one.id, told, say("choose the one who signs"), one.title, field="approvals"))
        if not one.owner and not any(it.raci == "R" for it in one.approvals):
            told = say("Nobody does it (R).")
            found.append(Finding(one.id, told, say("choose the owner"), one.title, field="owner"))
    return found


@rule(
    "PRD-7",
    severity="error",
    unit=UNIT,
    section="making-l-rights",
    text=say("Music and sound have a licence that still holds when it comes out"),
    hints=(
        say("Who wrote it, and where is it written that you may use it?"),
        say("Licence and Licence until, of each work; listening to a song is no licence to publish it."),
    ),
)
def music_is_licensed(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    works = [(one, it) for one in plan.items for it in one.rights if it.kind in SOUNDING or it.until]
    if not works:
        return None
    found = []
    for one, it in works:
        day = one.dates.publish
        if it.kind in SOUNDING and empty(it.licence) and not _is_ours(plan, it.owner):
            told = say("There is no licence for it.")
            fix = say("name the licence, or take something free; of what you made yourselves you are the owner")
            found.append(Finding(it.id, told, fix, it.what, field="licence"))
        if it.until and day and it.until < day:
            told = say("Its licence ends on {end}, and {item} comes out on {day}.", end=it.until, item=one.id, day=day)
            found.append(Finding(it.id, told, say("renew it, or take something else"), it.what, field="until"))
    return found


def _is_ours(plan: Plan, owner: str) -> bool:
    """Did the team make it: by its own name, a member's, or in so many words?"""
    bare = owner.strip(' .,;!«»“”"')
    names = {shape(one) for one in (plan.team.name, *(it.name for it in plan.team.members)) if shape(one)}
    return shape(bare) in names or phrases("ours").fullmatch(bare) is not None


@rule(
    "PRD-7W",
    severity="warning",
    unit=UNIT,
    section="making-l-rights",
    text=say("Music that is heard stands among the rights"),
    hints=(
        say("What is heard in the film, and whose is it?"),
        say("Sound and music of each panel, against the list of works with their licences."),
    ),
)
def music_is_listed(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    heard = [(one, it) for one in plan.items for it in one.panels if it.sound.strip()]
    if not heard:
        return None
    fix = say("add the work with its licence, or take the sound of the shop")
    return [
        Finding(
            panel.id,
            say("Music is heard, and no licence stands among the rights: {said}.", said=said),
            fix,
            cut(panel.sound),
            field="sound",
        )
        for one, panel in heard
        if (said := music(panel)) and not any(it.kind in SOUNDING for it in one.rights)
    ]


def music(panel: Panel) -> str:
    """The music that is said to be heard, as it was typed; empty where there is none."""
    found = kinds(panel.sound, NAME)
    hits = found.get("music", ())
    calm = "calm-music" in found and "lapsed-music" not in found
    return hits[0].words if hits and not calm else ""


@rule(
    "PRD-18",
    severity="warning",
    unit=UNIT,
    section="making-l-rights",
    text=say("It is said whose the result is, whose works are in it, and what a machine made"),
    hints=(
        say("Who owns it, what is borrowed, what was generated?"),
        say(
            "Rights of the brief; of each work owner, licence, credit; of AI what for, how you say so, who checked it."
        ),
    ),
)
def rights_are_said(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not plan.items:
        return None
    return list(_rights(plan))


def _rights(plan: Plan) -> Iterator[Finding]:
    yield from unsaid("brief", plan.brief, "rights", fix=say("write who may use it, where and how long"))
    for one in plan.items:
        for work in one.rights:
            fields = ("what", "kind", "owner", "credit") + (() if work.kind in SOUNDING else ("licence",))
            yield from unsaid(work.id, work, *fields, fix=say("look it up where you took it from"))
        for use in one.ai:
            fix = say("say it where readers see it, and name who compared it with the register")
            yield from unsaid(use.id, use, "tool", "purpose", "disclosed", "checked_by", fix=fix)


@rule(
    "PRD-14",
    severity="warning",
    unit=UNIT,
    section="making-l-yes",
    text=say("Nothing comes out before its embargo ends"),
    hints=(
        say("Did somebody ask you to wait until a day?"),
        say("Hold it if, and what must not be in it: a day with not before in front of it."),
    ),
)
def embargo_is_kept(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    found, asked = [], False
    for one in plan.items:
        for text in (one.hold_if, *(it.note for it in one.approvals), plan.brief.must_not):
            day, until = one.dates.publish, embargo(text)
            asked = asked or until is not None
            if day and until and day < until:
                told = say("It comes out on {day}, and was to wait until {until}.", day=day, until=until)
                found.append(
                    Finding(
                        one.id,
                        told,
                        say("publish it then, or ask whether it may go earlier"),
                        cut(text),
                        field="dates.publish",
                    )
                )
    return found if asked else None


def embargo(text: str) -> date | None:
    """The day before which nothing may come out, where a text names one."""
    if (hit := EMBARGO.search(text)) is None:
        return None
    year, month, day = hit.group(1, 2, 3) if hit[1] else hit.group(6, 5, 4)
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
