"""The ladder of hints for one finding: a nudge, a pointer, and nearly the answer; no step says what stands there."""

from html import escape

from promplan.language import Words, say
from promplan.review import RULES, Finding
from promplan.review.lesson import link
from promplan.review.report_html import LINK


def steps(one: Finding, *, told: bool) -> list[Words]:
    """The steps for a finding. Where its smallest fix is `told` on the screen already, the lesson is the last one."""
    nudge, pointer = RULES[one.rule].hints
    said = [say("{object}: {message}", object=one.where, message=hint) for hint in (nudge, pointer)]
    if told:
        return [
            *said,
            say("{object}: the smallest fix is beside the finding; the lesson works one out.", object=one.where),
        ]
    return [*said, say("{object}: {fix}.", object=one.where, fix=one.fix)]


def first_steps(rule: str, text: Words) -> list[Words]:
    """The steps for a rule that has nothing to look at yet."""
    begun = [say("Nothing is here yet for this: {text}. {hint}", text=text, hint=hint) for hint in RULES[rule].hints]
    return [*begun, say("Nothing is here yet for this: {text}. The lesson fills one in.", text=text)]


def shown(words: Words, lesson: str, section: str = "", *, last: bool) -> str:
    """A step as HTML; the last one leads to the lesson, at the section that teaches it."""
    told = escape(str(words))
    path = link(lesson, section)
    if not last or not path:
        return told
    return f'{told} <a href="{escape(path)}" {LINK}>{escape(str(say("lesson")))}</a>'
