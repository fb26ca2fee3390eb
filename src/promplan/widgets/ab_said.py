"""A test of two versions in words: how many people it needs, whether they exist, how long it takes, what it found."""

from dataclasses import dataclass

from promplan.language import Problem, Words, say, say_many
from promplan.media.experiment import Interval, SampleSize, feasible, minimum_detectable, sample_size
from promplan.media.experiment import difference as difference_interval
from promplan.plan.document import Plan
from promplan.plan.measurement import Trial
from promplan.results.said import Figure, ends, signed
from promplan.results.totals import totals

PER_CENT = 100
LONG = 26  # weeks: nobody waits longer for a picture


@dataclass(frozen=True)
class Needed:
    """What a test needs: people a group, and the sentences about it; `size` is None while a number is missing.

    `instead` is what can be done where there are too few people for it.
    """

    size: SampleSize | None
    lines: tuple[Words, ...]
    instead: tuple[Words, ...] = ()


def per_cent(value: float) -> float:
    """A fraction in per cent, to three digits."""
    return float(f"{PER_CENT * value:.3g}")


def needed(one: Trial, power: float, weekly: int | None) -> Needed:
    """What the planned numbers of a test come to."""
    if one.rate is None or one.hoped is None:
        return Needed(None, (say("Type the rate of A, and the rate of B that would matter to you."),))
    try:
        size = sample_size(one.rate, one.hoped, power=power)
    except Problem as problem:
        return Needed(None, (problem.what,))
    lines = [
        say(
            "To tell {hoped} % from {rate} %, each version needs {n} people of its own: {total} in both. Such a test "
            "finds the difference in {power} of a hundred tries, and sees one that is not there in 5.",
            hoped=per_cent(one.hoped),
            rate=per_cent(one.rate),
            n=float(size.per_group),
            total=float(size.total),
            power=round(PER_CENT * power),
        )
    ]
    if weekly:
        lines.append(_weeks(size, weekly))
    if one.people is None:
        lines.append(
            say("How many people are there in all? Without that number nobody can say whether it can be done.")
        )
        return Needed(size, tuple(lines))
    found = feasible(size.per_group, one.people)
    if found.possible:
        return Needed(size, (*lines, found.why))
    lines.append(
        say(
            "{total} people are needed and there are {people}: too few for this test. Whatever came out of it would be "
            "chance. What you can do instead:",
            total=float(size.total),
            people=float(one.people),
        )
    )
    return Needed(size, tuple(lines), tuple(_instead(one, one.people, power)))


def _weeks(size: SampleSize, weekly: int) -> Words:
    weeks = -(-size.total // weekly)
    if weeks > LONG:
        return say(
            "At {weekly} new people a week that takes {weeks} weeks: the campaign is over by then.",
            weekly=float(weekly),
            weeks=float(weeks),
        )
    return say_many(
        "At {weekly} new people a week that takes {n} week. Whoever saw it last week is not new.",
        "At {weekly} new people a week that takes {n} weeks. Whoever saw it last week is not new.",
        weeks,
        weekly=float(weekly),
    )


def _instead(one: Trial, people: int, power: float) -> list[Words]:
    """What to do where the town is too small."""
    rate = one.rate or 0.0
    lines: list[Words] = []
    try:
        least = minimum_detectable(people // 2, rate, power=power)
    except Problem:
        lines.append(say("With so few people no difference at all would show."))
    else:
        lines.append(
            say(
                "Test a bigger difference: with {people} people in two groups {rate} % can be told from {other} % and "
                "more. Change the picture or the promise, not the colour of a button.",
                people=float(people),
                rate=per_cent(rate),
                other=per_cent(min(1.0, rate + least)),
            )
        )
    lines.append(
        say(
            "Ask the same people before and after: pairs need far fewer, because everybody is compared with themselves."
        )
    )
    lines.append(
        say("Show both versions to ten people of the audience and ask what they understood. That proves nothing, and "
            "finds what is misunderstood.")
    )  # fmt: skip
    lines.append(say("Or decide without a test, and write down why: that is honest too."))
    return lines


def found(one: Trial) -> Interval | None:
    """The difference B − A with its interval; None while its four numbers are not there or cannot be."""
    if None in (one.a_n, one.a_yes, one.b_n, one.b_yes):
        return None
    try:
        return difference_interval(one.b_yes or 0, one.b_n or 0, one.a_yes or 0, one.a_n or 0)
    except Problem:
        return None


def outcome(one: Trial, size: SampleSize | None) -> list[Words]:
    """What the results of a test say."""
    typed = [it for it in (one.a_n, one.a_yes, one.b_n, one.b_yes) if it is not None]
    if not typed:
        return []
    told = found(one)
    if told is None:
        if len(typed) < 4:
            return [say("All four numbers are needed: people and those who did it, of A and of B.")]
        return [say("More people did it than there were: count people, each of them once.")]
    low, high = ends(PER_CENT * told.low, PER_CENT * told.high)
    points = signed(round(PER_CENT * told.estimate, 2) + 0.0)
    shares = [per_cent((yes or 0) / (n or 1)) for yes, n in ((one.a_yes, one.a_n), (one.b_yes, one.b_n))]
    lines = [
        say(
            "A {a} %, B {b} %: {points} percentage points (95 % interval {low} to {high}).",
            a=shares[0], b=shares[1], points=points, low=low, high=high,
        )
    ]  # fmt: skip
    if told.low > 0:
        lines.append(say("B is better, by {n} points at least.", n=low))
    elif told.high < 0:
        lines.append(say("A is better, by {n} points at least.", n=Figure(-high.value, high.decimals)))
    else:
        lines.append(say("Cannot be told from chance: 0 lies in the interval. It does not say that both are alike."))
    least = min(one.a_n or 0, one.b_n or 0)
    if size is not None and least < size.per_group:
        lines.append(
            say(
                "{n} people a group were planned, and the smaller one has {least}. Whoever stops when it looks good "
                "finds what is not there: report the interval, not the winner.",
                n=float(size.per_group),
                least=float(least),
            )
        )
    return lines


def weekly(plan: Plan, channel: str) -> tuple[int, Words] | None:
    """New people a week on a channel, and where the number is from; None where nobody can say.

    What was reached in the weeks so far comes first, then the contacts that the plan counts on, over its weeks.
    """
    weeks = totals(plan, "week", channel=channel) if channel else ()
    reached = [reach for one in weeks if one.of and one.heap != "simulated" and (reach := one.counts.get("reach"))]
    if reached:
        n = round(sum(reached) / len(reached))
        return n, say("{n}, reached a week so far", n=float(n))
    money = next((one.money for one in plan.channels if one.id == channel), None)
    first, last = plan.meta.campaign_start, plan.meta.campaign_end
    if money is None or first is None or last is None or last < first:
        return None
    contacts = (money.free or 0) + (1000 * money.amount / money.price if money.amount and money.price else 0)
    n = round(contacts / max(1.0, ((last - first).days + 1) / 7))
    return (n, say("{n} contacts a week by the plan; people are fewer", n=float(n))) if n else None
