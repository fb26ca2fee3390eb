"""The kinds of weak spots that a jury asks about: each looks at the plan and asks one question, or none."""

from collections import Counter
from collections.abc import Callable
from datetime import date

from promplan.grading.jury import Asked, cut
from promplan.grading.seen import made, used
from promplan.language import say, say_many
from promplan.plan.document import Plan
from promplan.results.answers import answered
from promplan.results.objectives import level_of
from promplan.review import check
from promplan.review.fact_clearance import secret
from promplan.review.gaps import empty
from promplan.spending.sums import sign, sums

Kind = Callable[[Plan, date | None], Asked | None]
KINDS: dict[str, Kind] = {}

FEW_PEOPLE = 100  # of so few one cannot be sure
OLD = 365  # days
MOST_ON_ONE = 0.6  # of the money
MOST_BY_ONE = 0.5  # of the pieces
ONE_ROLE = 4  # facts that one role alone let out
GREAT_RISK = 12  # likelihood × impact


def kind(name: str) -> Callable[[Kind], Kind]:
    """Add a kind of question."""

    def add(ask: Kind) -> Kind:
        KINDS[name] = ask
        return ask

    return add


@kind("ask")
def _ask(plan: Plan, on: date | None) -> Asked | None:
    if not empty(plan.pitch.ask):
        return None
    return Asked("ask", say("Good. And what do you want of us, by which day?"), 100)


@kind("error")
def _error(plan: Plan, on: date | None) -> Asked | None:
    found = check(plan, on=on).blocking
    if not found:
        return None
    one = found[0]
    words = say_many(
        "The review stops your plan at {n} place, {first} for one. Would you publish it so?",
        "The review stops your plan at {n} places, {first} for one. Would you publish it so?",
        len(found),
        first=one.where,
    )
    return Asked("error", words, 98, _ids(one.object))


@kind("people")
def _people(plan: Plan, on: date | None) -> Asked | None:
    sizes = {one.id: one.size for one in plan.audiences}
    for one in plan.objectives:
        size = sizes.get(one.audience)
        if one.target and size and one.target > size and one.level not in ("output",):
            words = say(
                "You want {target}, and your audience has {size} people. Who are the others?",
                target=one.target,
                size=float(size),
            )
            return Asked("people", words, 96, (one.id, one.audience))
    return None


@kind("heard")
def _heard(plan: Plan, on: date | None) -> Asked | None:
    rows = [one for one in used(plan) if one.source_kind == "oral" and empty(one.checked_by)]
    if not rows:
        return None
    words = say("“{words}”: who says so, besides one voice in the shop?", words=cut(rows[0].statement))
    return Asked("heard", words, 92, tuple(one.id for one in rows[:4]))


@kind("uncleared")
def _uncleared(plan: Plan, on: date | None) -> Asked | None:
    rows = [one for one in used(plan) if one.clearance.state != "cleared"]
    if not rows:
        return None
    words = say("“{words}”: who at the plant allowed you to say that here?", words=cut(rows[0].statement))
    return Asked("uncleared", words, 90, tuple(one.id for one in rows[:4]))


@kind("target")
def _target(plan: Plan, on: date | None) -> Asked | None:
    for kpi in plan.kpis:
        told = answered(plan, kpi)
        if told.outcome == "missed" and told.value is not None and kpi.target is not None:
            words = say(
                "“{name}”: you promised {target}, and it was {value}. Why should we believe the next number?",
                name=cut(kpi.name or kpi.id),
                target=kpi.target,
                value=told.value,
            )
            return Asked("target", words, 88, (kpi.id, *told.results[:3]))
    return None


@kind("pair")
def _pair(plan: Plan, on: date | None) -> Asked | None:
    """Nobody outside the campaign was asked."""
    measured = [
        one for one in plan.kpis if level_of(one) in ("outcome", "impact") and answered(plan, one).value is not None
    ]
    asked = plan.measurement.surveys
    if not (measured or asked) or any(not empty(one.compared) for one in asked):
        return None
    about = (*(one.id for one in asked[:2]), *(one.id for one in measured[:2]))
    return Asked("pair", say("How do you know that it was you, and not the season, the school, the bus?"), 86, about)


@kind("unknown")
def _unknown(plan: Plan, on: date | None) -> Asked | None:
    rows = [one for one in plan.kpis if (told := answered(plan, one)).outcome == "unknown" and told.value is not None]
    if not rows:
        return None
    words = say(
        "“{name}” cannot be told, by your own report. Did it work or not?", name=cut(rows[0].name or rows[0].id)
    )
    return Asked("unknown", words, 84, tuple(one.id for one in rows[:3]))


@kind("warning")
def _warning(plan: Plan, on: date | None) -> Asked | None:
    found = [one for one in check(plan, on=on).open if one.severity == "warning" and not one.rule.startswith("PIT")]
    if not found:
        return None
    words = say_many(
        "The review still has {n} open warning. At {first} it says: {message} What do you say?",
        "The review still has {n} open warnings. At {first} it says: {message} What do you say?",
        len(found),
        first=found[0].where,
        message=found[0].message,
    )
    return Asked("warning", words, 80, _ids(found[0].object))


@kind("likes")
def _likes(plan: Plan, on: date | None) -> Asked | None:
    if not plan.kpis or any(level_of(one) in ("outcome", "impact") for one in plan.kpis):
        return None
    words = say("You count what you put out and who looked. What has anybody done after it?")
    return Asked("likes", words, 82, tuple(one.id for one in plan.kpis[:3]))


@kind("risk")
def _risk(plan: Plan, on: date | None) -> Asked | None:
    great = [one for one in plan.risks if (one.likelihood or 0) * (one.impact or 0) >= GREAT_RISK]
    bare = [one for one in great if empty(one.response) or empty(one.owner)]
    if not bare:
        return None
    return Asked("risk", say("“{words}”: and who of you watches for that?", words=cut(bare[0].what)), 74, (bare[0].id,))


@kind("secrets")
def _secrets(plan: Plan, on: date | None) -> Asked | None:
    drawn = [one for one in made(plan) if one.poster.form and (one.poster.data.file or one.poster.data.attachment)]
    told = [one for one in used(plan) if secret(one)]
    if not drawn and not told:
        return None
    about = (*(one.id for one in drawn[:2]), *(one.id for one in told[:2]))
    return Asked("secrets", say("Can our competitor read our process off your picture?"), 72, about)


@kind("minors")
def _minors(plan: Plan, on: date | None) -> Asked | None:
    young = [one for one in plan.audiences if one.minors == "yes" or (one.age_from is not None and one.age_from < 18)]
    if not young and not plan.visit.minors:
        return None
    words = say(
        "Some of them are under 18. Who answers for them at the gate, in the picture and in your list of names?"
    )
    return Asked("minors", words, 70, tuple(one.id for one in young[:3]))


@kind("consent")
def _consent(plan: Plan, on: date | None) -> Asked | None:
    filmed = {id_ for shot in plan.visit.shots for id_ in shot.people}
    rows = [
        one for one in plan.visit.people if one.id in filmed and (one.image.state != "given" or one.image.withdrawn)
    ]
    if not rows:
        return None
    words = say("And if the person in your picture says no tomorrow?")
    return Asked("consent", words, 71, tuple(one.id for one in rows[:3]))


@kind("capacity")
def _capacity(plan: Plan, on: date | None) -> Asked | None:
    for one in plan.objectives:
        if one.target and one.step_capacity and one.target > one.step_capacity:
            words = say(
                "You call {target}, and there are {places} places. Whom do you send home?",
                target=one.target,
                places=float(one.step_capacity),
            )
            return Asked("capacity", words, 78, (one.id,))
    bare = [one for one in plan.objectives if one.target and one.step_capacity is None]
    if not bare:
        return None
    return Asked("capacity", say("And if twice as many come: who lets them in?"), 58, tuple(one.id for one in bare[:3]))


@kind("few")
def _few(plan: Plan, on: date | None) -> Asked | None:
    for one in plan.measurement.surveys:
        n = sum(it or 0 for it in (one.both, one.gained, one.lost, one.neither))
        if 0 < n < FEW_PEOPLE:
            return Asked("few", say("You asked {n} people. How many would you need to be sure?", n=n), 64, (one.id,))
    return None


@kind("one-channel")
def _one_channel(plan: Plan, on: date | None) -> Asked | None:
    money = sums(plan)
    if not money.channels or len(plan.channels) < 1:
        return None
    id_, most = max(money.by_channel.items(), key=lambda it: it[1])
    if most < MOST_ON_ONE * money.channels:
        return None
    name = next((one.name for one in plan.channels if one.id == id_), id_) or id_
    words = say(
        "{share} % of the channels' money stands on “{name}”. And if it is closed tomorrow?",
        share=round(100 * most / money.channels),
        name=cut(name),
    )
    return Asked("one-channel", words, 66, (id_,))


@kind("money")
def _money(plan: Plan, on: date | None) -> Asked | None:
    """What one of those who came cost."""
    money = sums(plan)
    if not money.spent:
        return None
    for kpi in plan.kpis:
        told = answered(plan, kpi)
        if level_of(kpi) in ("outcome", "impact") and told.value and told.value >= 1 and not told.low:
            each = round(money.spent / told.value)
            words = say(
                "{spent} {sign} by {n} (“{name}”) is {each} {sign} each. Is that much or little?",
                spent=money.spent,
                sign=sign(plan),
                n=told.value,
                name=cut(kpi.name or kpi.id),
                each=each,
            )
            return Asked("money", words, 62, (kpi.id,))
    words = say("{spent} {sign}: what would you cut first, if there were half?", spent=money.spent, sign=sign(plan))
    return Asked("money", words, 54, tuple(one.id for one in plan.budget.lines[:3]))


@kind("left")
def _left(plan: Plan, on: date | None) -> Asked | None:
    left = sums(plan).left
    if left is None or left < 1:
        return None
    return Asked("left", say("{left} {sign} are not planned. Did you forget them?", left=left, sign=sign(plan)), 60)


@kind("left-out")
def _left_out(plan: Plan, on: date | None) -> Asked | None:
    refused = any(one.chosen == "no" and not empty(one.reason) for one in plan.ideas)
    if not empty(plan.pitch.left_out) or (refused and not plan.pitch.parts):
        return None
    return Asked("left-out", say("What did you decide not to do, and why?"), 68)


@kind("one-owner")
def _one_owner(plan: Plan, on: date | None) -> Asked | None:
    owners = Counter(one.owner for one in plan.items if one.owner)
    if len(plan.team.members) < 2 or sum(owners.values()) < 3:
        return None
    id_, n = owners.most_common(1)[0]
    if n <= MOST_BY_ONE * sum(owners.values()):
        return None
    name = next((one.name for one in plan.team.members if one.id == id_), id_) or id_
    words = say("{name} makes {n} of {all} pieces. And if {name} falls ill?", name=cut(name), n=n, all=len(plan.items))
    return Asked("one-owner", words, 63, (id_,))


@kind("ai")
def _ai(plan: Plan, on: date | None) -> Asked | None:
    rows = [(one, it) for one in plan.items for it in one.ai]
    if not rows:
        return None
    bare = [(one, it) for one, it in rows if empty(it.checked_by) or empty(it.disclosed)]
    item, use = (bare or rows)[0]
    words = say(
        "A machine helped with “{title}” ({tool}). Who checked it, and how do your readers learn of it?",
        title=cut(item.title or item.id),
        tool=cut(use.tool or "AI"),
    )
    return Asked("ai", words, 76 if bare else 44, (item.id,))


@kind("old")
def _old(plan: Plan, on: date | None) -> Asked | None:
    rows = [one for one in used(plan) if on and one.as_of and (on - one.as_of).days > OLD]
    if not rows:
        return None
    words = say("“{words}”: that is of {day}. Is it still so?", words=cut(rows[0].statement), day=rows[0].as_of)
    return Asked("old", words, 61, tuple(one.id for one in rows[:3]))


@kind("exception")
def _exception(plan: Plan, on: date | None) -> Asked | None:
    found = check(plan, on=on).exceptions
    if not found:
        return None
    one = found[0]
    words = say("The review warned you at {where}: {message} You kept it. Why?", where=one.where, message=one.message)
    return Asked("exception", words, 56, _ids(one.object))


@kind("one-role")
def _one_role(plan: Plan, on: date | None) -> Asked | None:
    roles = Counter(one.clearance.by.strip() for one in used(plan) if not empty(one.clearance.by))
    if len(roles) != 1 or sum(roles.values()) < ONE_ROLE:
        return None
    role = next(iter(roles))
    ids = tuple(one.id for one in used(plan) if one.clearance.by.strip() == role)[:3]
    return Asked(
        "one-role", say("One voice let everything out: {role}. Who else has read it?", role=cut(role)), 52, ids
    )


@kind("slip")
def _slip(plan: Plan, on: date | None) -> Asked | None:
    rows = [one for one in plan.items if one.dates.publish]
    if not rows:
        return None
    first = min(rows, key=lambda one: one.dates.publish or date.max)
    words = say("Our answer comes a week late. Which piece falls first, and what do you show in its stead?")
    return Asked("slip", words, 50, (first.id,))


@kind("comments")
def _comments(plan: Plan, on: date | None) -> Asked | None:
    open_ = [one for one in plan.channels if one.media in ("shared", "owned")]
    covered = {one.channel for one in plan.calendar.duties if not empty(one.who)}
    bare = [one for one in open_ if one.id not in covered]
    if not bare:
        return None
    words = say(
        "Ten at night, an angry comment on “{name}”. Who answers, and what?", name=cut(bare[0].name or bare[0].id)
    )
    return Asked("comments", words, 57, (bare[0].id,))


@kind("accident")
def _accident(plan: Plan, on: date | None) -> Asked | None:
    if not plan.items:
        return None
    words = say("There is an accident at the plant tomorrow. Who stops your posts, and within how many minutes?")
    return Asked("accident", words, 48 if plan.calendar.pause.who else 77)


@kind("paid")
def _paid(plan: Plan, on: date | None) -> Asked | None:
    rows = [one for one in plan.channels if one.media == "paid" or one.money.amount]
    on_them = [one for one in plan.items if one.channel in {it.id for it in rows}]
    bare = [one for one in on_them if not one.ad.is_ad or (one.ad.is_ad == "yes" and empty(one.ad.mark))]
    if not bare:
        return None
    words = say(
        "“{title}” is paid for. Is it an advertisement, and where does it say so?",
        title=cut(bare[0].title or bare[0].id),
    )
    return Asked("paid", words, 73, tuple(one.id for one in bare[:3]))


@kind("after")
def _after(plan: Plan, on: date | None) -> Asked | None:
    bare = [one for one in plan.channels if empty(one.at_plant)]
    if not bare:
        return None
    words = say(
        "You go back to your studies. Who at the plant posts on “{name}”?", name=cut(bare[0].name or bare[0].id)
    )
    return Asked("after", words, 47, tuple(one.id for one in bare[:3]))


@kind("neighbour")
def _neighbour(plan: Plan, on: date | None) -> Asked | None:
    if empty(plan.message.umbrella):
        return None
    words = say("“{words}”: could the plant across the road not say that too?", words=cut(plan.message.umbrella))
    return Asked("neighbour", words, 46, tuple(one.id for one in plan.message.pillars[:1]))


def _ids(object_: str) -> tuple[str, ...]:
    """The object of a finding as something that a question may be about: a record, and no section."""
    return (object_,) if object_[-1:].isdigit() else ()
