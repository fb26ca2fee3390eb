"""IDEA, the poster: data, form and legend agree, the data behind it are cleared, the picture is told in words."""

from collections.abc import Iterable, Iterator
from datetime import date

from promplan.language import Words, say
from promplan.measure.clean import clean
from promplan.measure.said import numbers
from promplan.plan import answering
from promplan.plan.asking import Subject
from promplan.plan.document import Plan
from promplan.plan.ideas import Idea
from promplan.review.alternative import faults
from promplan.review.bare import cleared_settings, telling
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.review.gaps import unsaid
from promplan.review.inside import recipe
from promplan.review.poster_data import contradictions, supported, unproportioned

UNIT = "04-art"
OF_NUMBERS = "spirograph"  # a form of two numbers, the teeth: no data stand behind it
COLUMNS = {"orbit": 2}  # that a form draws at once

SCALED = say("say it without the setting: about ten minutes, hotter than boiling water; or ask the process engineer")
BARE = say("say it without a number: on a poster without a scale one number brings back all the others")


def _posters(plan: Plan) -> list[Idea]:
    return [one for one in plan.ideas if one.poster.form and one.chosen != "no"]


def _with_data(plan: Plan) -> list[Idea]:
    posters = _posters(plan)
    return [
        one for one in posters if one.poster.form != OF_NUMBERS and (one.poster.data.file or one.poster.data.attachment)
    ]


@rule(
    "IDEA-6",
    severity="warning",
    unit=UNIT,
    section="art-l-form",
    needed=True,
    text=say("Data, form and legend of a poster agree"),
    hints=(
        say("What does a stranger read off the sheet, and is it true?"),
        say("Compare the columns that are drawn, the numbers in the title and the facts of the idea."),
    ),
)
def data_form_and_legend_agree(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    posters = _posters(plan)
    if not posters:
        return None
    return [it for one in posters for it in _disagrees(plan, one)]


def _disagrees(plan: Plan, one: Idea) -> Iterator[Finding]:
    poster = one.poster
    data, wanted = poster.data, COLUMNS.get(poster.form, 1)
    if poster.form != OF_NUMBERS:
        if not (data.file or data.attachment):
            fix = say("choose a file of the plant, or bring one of your own")
            yield Finding(one.id, say("There are no data behind the poster."), fix, field="poster.data.file")
        elif data.values and len(data.values) < wanted:
            told = say("An orbit is drawn from two columns, and {n} is chosen.", n=len(data.values))
            yield Finding(one.id, told, say("choose the second direction too"), field="poster.data.values")
    yield from unsaid(one.id, one, "poster.title", "poster.credit", fix=say("one line, as it is printed on the sheet"))
    facts = [it for it in plan.enterprise.facts if it.id in one.facts]
    known = {it.value for it in facts} | {said.value for it in facts for said in numbers(it.statement)}
    told_off = set()
    for found in contradictions(poster, frozenset(it for it in known if it is not None)):
        told_off.add(found.text)
        fix = say("say what the data say, or draw the data that the number is of")
        yield Finding(one.id, found.told, fix, found.text, field=f"poster.{found.field}")
    for name, text in (("poster.title", poster.title), ("poster.line", poster.line)):
        for said in numbers(text):
            if not said.year and said.value not in known and text not in told_off and not supported(poster, said):
                number = clean(text)[said.start : said.end].strip()
                told = say("The poster says {number}, and no fact of the idea does.", number=number)
                yield Finding(
                    one.id, told, say("name the fact that it comes from, or drop the number"), text, field=name
                )


@rule(
    "IDEA-7",
    severity="error",
    unit=UNIT,
    section="art-l-clear",
    text=say("The data behind a poster are cleared: a cure curve with its axes is a recipe"),
    hints=(
        say("Who at the plant has seen these data, and knows that they are going out?"),
        say("Ask for the data at the desk; without scales more is allowed."),
    ),
)
def data_are_cleared(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    posters = _with_data(plan)
    if not posters:
        return None
    found = [
        Finding(one.id, *why, field="poster.clearance.state") for one in posters if (why := _uncleared(plan, one, on))
    ]
    return found if found or any(one.poster.clearance.state == "cleared" for one in posters) else None


def _uncleared(plan: Plan, one: Idea, on: date | None) -> tuple[Words, Words] | None:
    poster, clearance = one.poster, one.poster.clearance
    if clearance.state == "refused":
        return say("The plant has refused the data behind the poster."), say("draw other data")
    if clearance.state == "cleared":
        if clearance.until and on and clearance.until < on:
            return say("The clearance of the data ended on {day}.", day=clearance.until), say("ask again")
        if not answering.stands(plan, Subject("idea", one.id)):
            told = say("The form, the data or the scales have changed since the plant let them out.")
            return told, say("ask again, about the poster as it is now")
        return None
    if one.chosen == "yes" and poster.scales == "on":
        told = say("Nobody has cleared the data, and their scales stand on the poster.")
        return told, say("ask the plant, and take the scales off until it answers")
    return None


@rule(
    "IDEA-7N",
    severity="info",
    unit=UNIT,
    section="art-l-clear",
    text=say("The plant has answered about the data of each poster"),
    hints=(
        say("Whom will you ring about these data tomorrow?"),
        say("Look for posters whose clearance is open or asked."),
    ),
)
def data_are_asked_for(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    posters = _with_data(plan)
    if not posters:
        return None
    told, fix = say("The plant has not answered about the data of this poster."), say("ask who answers for them")
    waiting = [one for one in posters if one.poster.clearance.state in ("open", "asked")]
    found = [
        Finding(one.id, told, fix, field="poster.clearance.state") for one in waiting if not _uncleared(plan, one, on)
    ]
    return found if found or not waiting else None  # IDEA-7 speaks of them


@rule(
    "IDEA-7W",
    severity="warning",
    unit=UNIT,
    section="art-l-clear",
    text=say("No line of a poster tells what its missing scale hides"),
    hints=(
        say("Put your hand over the picture. What would a competitor write down?"),
        say("Look in title, line, legend and alternative text for minutes, degrees, shares."),
    ),
)
def words_hide_what_the_scale_hides(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    posters = _posters(plan)
    if not posters:
        return None
    found = []
    for one in posters:
        poster = one.poster
        bare = poster.scales == "off" and poster.form != OF_NUMBERS  # its words are often there before its data
        let_out = cleared_settings(plan, one) if bare else frozenset()
        fix = BARE if bare else SCALED
        for name, texts in (
            ("title", [poster.title]), ("line", [poster.line]), ("legend", poster.legend), ("alt", [poster.alt])
        ):  # fmt: skip
            for text in texts:
                if not text or text == poster.clearance.wording:
                    continue
                if said := recipe(text):
                    told = say("It tells a regime or a recipe: {said}.", said=said)
                    found.append(Finding(one.id, told, fix, text, field=f"poster.{name}"))
                elif bare and (said := telling(text, let_out)):
                    told = say("The scale is off, and these words give it back: {said}.", said=said)
                    found.append(Finding(one.id, told, fix, text, field=f"poster.{name}"))
    return found


@rule(
    "IDEA-12",
    severity="warning",
    unit=UNIT,
    section="art-l-lie",
    text=say("The words of a poster claim no proportion that its drawing does not show"),
    hints=(
        say("Measure the lowest and the highest with a ruler. Is one as many times the other as the title says?"),
        say("Look where the scale begins; “twice as much” needs one that begins at zero."),
    ),
)
def words_claim_what_is_drawn(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    posters = [one for one in _posters(plan) if one.poster.shown]
    if not posters:
        return None
    fix = say("say by how much it differs, or choose a form whose scale begins at zero, such as the typology")
    return [
        Finding(
            one.id,
            say(
                "It says {said}, and proportions cannot be read off this drawing: its scale does not begin at zero.",
                said=said,
            ),
            fix,
            field="poster.title",
        )
        for one in posters
        if (said := unproportioned(one.poster))
    ]


@rule(
    "IDEA-10",
    severity="warning",
    unit=UNIT,
    section="art-l-lie",
    text=say("Each poster is told in words for those who do not see it"),
    hints=(
        say("Read it to somebody on the telephone. What do they see?"),
        say("What is seen, and what it means, in one or two sentences."),
    ),
)
def poster_is_told(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    posters = _posters(plan)
    if not posters:
        return None
    return [it for one in posters for it in faults(one.id, "poster.alt", one.poster.alt, one.poster.title)]
