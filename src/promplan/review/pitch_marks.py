"""PIT-7, PIT-9: how the team sees its own plan, with evidence and why; and what it answers to the hard questions."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from promplan import assets, toml
from promplan.language import say, say_many
from promplan.plan.document import Plan
from promplan.plan.pitch import JuryQuestion, Mark
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.review.gaps import empty, unsaid
from promplan.review.pitch_begun import CARD, UNIT, begun
from promplan.text.lengths import sentences, words

TOP = 4
MOST_SENTENCES = 2
FEWEST = 3  # questions of a jury that a team prepares for
WHY = 6  # words: a level without evidence in words is a wish


@cache
def criteria() -> tuple[str, ...]:
    """Ids of the rubric's criteria."""
    return tuple(one["id"] for one in toml.read(assets.folder() / "rubric.toml")["criterion"])


@rule(
    "PIT-7",
    severity="warning",
    unit=UNIT,
    needed=True,
    text=say("Each criterion has the team's level, where the plan shows it, and why"),
    hints=(
        say("Who does not know you opens the plan. Where do they see that level?"),
        say("Level, Where the plan shows it, Why; at the highest level the words of somebody who is not of the team."),
    ),
)
def marks_have_evidence(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    marks = [one for one in plan.pitch.marks if one.criterion or one.level]
    if not marks:
        return None
    return [*_criteria(marks), *(it for one in marks for it in _mark(one))]


def _criteria(marks: list[Mark]) -> Iterator[Finding]:
    told = [one.criterion for one in marks]
    fix = say("give it a level, or say why you cannot")
    missing = [one for one in criteria() if one not in told]
    if missing:
        n = len(missing)
        message = say_many("{n} criterion has no mark of yours yet.", "{n} criteria have no mark of yours yet.", n)
        yield Finding(CARD, message, fix, field="marks")
    for n, one in enumerate(marks):
        if one.criterion in told[:n]:
            yield Finding(
                one.id, say("This criterion has a mark already."), say("take one of the two out"), field="criterion"
            )


def _mark(one: Mark) -> Iterator[Finding]:
    fix = say("read the words of the levels again, and choose")
    yield from unsaid(one.id, one, "level", fix=fix)
    if one.level is None:
        return
    if not one.evidence and one.level > 1:
        told = say("Level {n}, and no id says where the plan shows it.", n=one.level)
        yield Finding(one.id, told, say("name one to five ids"), field="evidence")
    if empty(one.why):
        yield from unsaid(one.id, one, "why", fix=say("one sentence: what in the plan makes it this level"))
    elif one.level == TOP and len(words(one.why)) < WHY:
        told = say("The highest level is for people to give, and so few words do not carry it.")
        yield Finding(one.id, told, say("write what somebody saw or said who is not of the team"), one.why, field="why")
    if one.level < TOP and empty(one.lacks):
        yield from unsaid(one.id, one, "lacks", fix=say("one step that you could take tomorrow"))


@rule(
    "PIT-9",
    severity="warning",
    unit=UNIT,
    needed=True,
    text=say("The hardest questions have an answer, in two sentences at most, and somebody who gives it"),
    hints=(
        say("What do you hope that nobody asks?"),
        say("Questions of a jury: our answer, who answers. “We do not know yet” is one, with what you do about it."),
    ),
)
def questions_have_answers(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    rows = [one for one in plan.pitch.jury if not empty(one.question)]
    if not rows:
        return _none_asked() if begun(plan) and plan.pitch.parts else None
    found = [it for one in rows for it in _answer(one)]
    if len(rows) < FEWEST:
        told = say("So few questions; a jury asks three at least.")
        found.append(Finding(CARD, told, say("take the sharpest of those that your own plan raises"), field="jury"))
    return found


def _none_asked() -> list[Finding]:
    told = say("No question of a jury is prepared.")
    return [Finding(CARD, told, say("take the sharpest of those that your own plan raises"), field="jury")]


def _answer(one: JuryQuestion) -> Iterator[Finding]:
    yield from unsaid(one.id, one, "answer", fix=say("two sentences; “we do not know yet” is one of them"))
    if empty(one.answer):
        return
    n = len(sentences(one.answer))
    if n > MOST_SENTENCES:
        told = say_many("The answer has {n} sentence.", "The answer has {n} sentences.", n)
        yield Finding(one.id, told, say("keep the two that answer"), one.answer, field="answer")
    yield from unsaid(one.id, one, "who", fix=say("give it to one of you"))
