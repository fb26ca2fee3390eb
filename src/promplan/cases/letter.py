"""A letter to the plant as plain text, in the language of the plan's words: to copy, to print, to read aloud."""

from promplan import language
from promplan.cases.letter_subject import shown
from promplan.language import say, say_many
from promplan.language.typesetting import unset
from promplan.plan.desk import Request
from promplan.plan.document import Plan
from promplan.plan.enterprise import CHANNELS

WHERE = {"owned": say("the plant's own pages and notice boards")}
DAYS = 10  # working days for an answer, where the brief has agreed on none


def text(plan: Plan, wanted: list[Request]) -> str:
    """One letter with everything that is asked of one person."""
    with language.inside(plan.meta.language):
        asked = [_asked(plan, one) for one in wanted]
        team = plan.team.name.strip() or str(say("a team of students"))
        lines = [
            say("To: {role}", role=wanted[0].to or "…") if wanted else "",
            "",
            say("Good day! We are {team}, and we prepare a media plan for your plant.", team=team),
            say("May we publish what follows? Any answer helps us: yes, no, or yes in other words."),
            "",
            *("\n".join(map(str, one)) for one in asked),
            *_until(plan, wanted),
            say("Please tell us which wording is allowed, where and until when it may be used, and who cleared it."),
            say("Thank you!"),
            "",
            *_signed(plan),
        ]
        return unset("\n".join(str(line) for line in lines))


def _asked(plan: Plan, one: Request) -> list[object]:
    left, right = "«»" if language.current() == "ru" else "“”"
    lines: list[object] = [f"{one.id}. {left}{one.wording.strip()}{right}"]
    lines += ["   " + it.replace("\n", "\n   ") for it in map(str, shown(plan, one))]
    if one.channels:
        lines.append(
            say("   where: {channels}", channels=", ".join(str({**CHANNELS, **WHERE}[it]) for it in one.channels))
        )
    if one.until:
        lines.append(say("   until: {day}", day=one.until))
    if one.purpose.strip():
        lines.append(say("   what for: {purpose}", purpose=one.purpose.strip()))
    return [*lines, ""]


def _until(plan: Plan, wanted: list[Request]) -> list[object]:
    if need := min((one.needed for one in wanted if one.needed), default=None):
        return [say("We need your answer by {day}.", day=need)]
    days = DAYS if plan.brief.answer_days is None else plan.brief.answer_days
    return [
        say_many(
            "May we hope for an answer within {n} working day?",
            "May we hope for an answer within {n} working days?",
            days,
        )
    ]


def _signed(plan: Plan) -> list[object]:
    """Who writes, from where, and how they are reached; what the plan does not know is left to write in."""
    names = [one.name.strip() for one in plan.team.members if one.name.strip()]
    return [
        *filter(None, [", ".join(names), plan.team.name.strip(), plan.team.institution.strip()]),
        say("Telephone, e-mail: …"),
    ]
