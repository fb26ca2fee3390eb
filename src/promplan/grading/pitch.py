"""A first draft of the pitch in the plan's own words, beat by beat: to be rewritten, never to be read out as it is."""

from dataclasses import dataclass

from promplan.grading.seen import made, used
from promplan.language import Words, chosen, day, inside, say
from promplan.plan.document import Plan
from promplan.plan.pitch import Beat
from promplan.results.answers import answered
from promplan.review.gaps import empty
from promplan.spending.sums import sign, sums

ORDER: tuple[Beat, ...] = ("scene", "problem", "audience", "message", "idea", "plan", "proof", "ask")


@dataclass(frozen=True)
class Draft:
    """A part of the draft: its beat, what the plan lets one say, what the slide may show, and the ids behind it."""

    beat: Beat
    says: str
    shows: str
    behind: tuple[str, ...]


def draft(plan: Plan) -> tuple[Draft, ...]:
    """Eight parts in the beats' order, in the plan's language; a beat of which the plan says nothing is empty."""
    with inside("ru" if plan.meta.language == "ru" else "en"):
        made_ = {
            "scene": _scene(plan),
            "problem": _problem(plan),
            "audience": _audience(plan),
            "message": _message(plan),
            "idea": _idea(plan),
            "plan": _plan(plan),
            "proof": _proof(plan),
            "ask": _ask(plan),
        }
        return tuple(
            Draft(beat, _typed(says), _typed(shows), ids) for beat in ORDER for says, shows, ids in [made_[beat]]
        )


Told = tuple[Words | str, Words | str, tuple[str, ...]]
NOTHING: Told = ("", "", ())


def _typed(text: Words | str) -> str:
    """The words as anybody types them."""
    return str(chosen(text)) if isinstance(text, Words) else text.strip()


def _sentence(text: str) -> str:
    told = text.strip()
    told = told[:1].upper() + told[1:]
    return told if not told or told[-1] in ".!?…" else f"{told}."


def _scene(plan: Plan) -> Told:
    """The most surprising fact that may be said."""
    cleared = [one for one in used(plan) or plan.enterprise.facts if one.clearance.state == "cleared"]
    told = sorted(cleared, key=lambda one: -(one.surprise or 0))
    if not told:
        return NOTHING
    fact = told[0]
    return _sentence(fact.clearance.wording or fact.statement), "", (fact.id,)


def _problem(plan: Plan) -> Told:
    one = next((it for it in plan.objectives if not empty(it.statement)), None)
    return NOTHING if one is None else (_sentence(one.statement), "", (one.id,))


def _audience(plan: Plan) -> Told:
    named = {it.audience for it in plan.objectives}
    rows = [it for it in plan.audiences if not empty(it.segment)]
    one = next((it for it in rows if it.id in named), rows[0] if rows else None)
    if one is None:
        return NOTHING
    parts = [one.segment, one.job, one.barrier]
    return " ".join(_sentence(it) for it in parts if not empty(it)), one.segment, (one.id,)


def _message(plan: Plan) -> Told:
    if empty(plan.message.umbrella):
        return NOTHING
    return _sentence(plan.message.umbrella), "", tuple(one.id for one in plan.message.pillars[:3])


def _idea(plan: Plan) -> Told:
    rows = [one for one in made(plan) if not empty(one.title)]
    if not rows:
        return NOTHING
    one = max(rows, key=lambda it: (it.impact or 0, -(it.effort or 0)))
    return " ".join(_sentence(it) for it in (one.title, one.hook) if not empty(it)), one.title, (one.id,)


def _plan(plan: Plan) -> Told:
    days = sorted(one.dates.publish for one in plan.items if one.dates.publish)
    if not days:
        return NOTHING
    said = [
        say(
            "Pieces: {n}, from {first} to {last}, on {channels}.",
            n=len(days), first=day(days[0]), last=day(days[-1]),
            channels=", ".join(one.name or one.id for one in plan.channels) or "…",
        )
    ]  # fmt: skip
    money = sums(plan)
    if money.total is not None:
        said.append(say("Money: {spent} of {total} {sign}.", spent=money.spent, total=money.total, sign=sign(plan)))
    ids = tuple(one.id for one in plan.items if one.dates.publish in (days[0], days[-1]))[:4]
    return " ".join(_typed(one) for one in said), "", ids


def _proof(plan: Plan) -> Told:
    rows = [one for one in plan.kpis if one.target is not None and one.level in ("outcome", "impact")]
    one = next(iter(rows or [it for it in plan.kpis if it.target is not None]), None)
    if one is None:
        return NOTHING
    told = answered(plan, one)
    if told.value is not None:
        said = say("{name}: {n} of {target}.", name=one.name or one.id, n=told.value, target=one.target)
    else:
        said = say("{name}: we want {target}.", name=one.name or one.id, target=one.target)
    return said, "", (one.id,)


def _ask(plan: Plan) -> Told:
    if not empty(plan.pitch.ask):
        return _sentence(plan.pitch.ask), "", ()
    one = next((it for it in plan.objectives if not empty(it.step_where)), None)
    if one is not None:
        said = say("The next step: {where}; it is answered by {who}.", where=one.step_where, who=one.step_who or "…")
        return said, "", (one.id,)
    return (_sentence(plan.message.call), "", ()) if not empty(plan.message.call) else NOTHING
