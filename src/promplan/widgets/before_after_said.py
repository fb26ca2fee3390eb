"""A question before and after in words: shares, who changed, the interval, the wrong one, a comparison."""

import re
from dataclasses import dataclass

from promplan.language import Words, number, say, say_many
from promplan.media.experiment import Interval
from promplan.media.experiment import difference as difference_interval
from promplan.plan.measurement import Survey
from promplan.results.asked import Change, change, complete
from promplan.results.said import Figure, ends, signed

FEW = 10
NUMBERS = re.compile(r"(?<![\w.,])\d{1,7}(?![\w])")


def points(value: float) -> float:
    """A difference of shares in percentage points, to a tenth."""
    return round(100 * value, 1) + 0.0


def told(one: Survey, *, wrong: bool = False) -> list[Words]:
    """What the four counts of a question say; what is missing where they are not whole."""
    found = change(one)
    if found is None:
        if not complete(one) and any(it is not None for it in (one.both, one.gained, one.lost, one.neither)):
            return [say("All four numbers are needed: yes both times, no then yes, yes then no, no both times.")]
        return [say("Type the four numbers, or paste both lists of answers below; the change stands here at once.")]
    shares_ = found.said if found.sure else found.said.values["told"]  # that nobody can tell, the verdict says
    lines = [shares_, _changed(one, found), _verdict(found)]
    if found.n < FEW:
        lines.append(say_many("{n} person: tell it as a story, not as a share.",
                              "{n} people: tell it as a story, not as a share.", found.n))  # fmt: skip
    if wrong:
        lines.append(_unpaired(one, found))
    lines += compared(one, found)
    return lines


def _changed(one: Survey, found: Change) -> Words:
    return say(
        "{gained} of {n} went from no to yes, {lost} from yes to no; {stayed} said the same both times. Only those who "
        "changed say anything of the change.",
        gained=one.gained or 0, lost=one.lost or 0, n=found.n, stayed=(one.both or 0) + (one.neither or 0),
    )  # fmt: skip


def _verdict(found: Change) -> Words:
    low, high = ends(100 * found.change.low, 100 * found.change.high)
    if not found.sure:
        return say(
            "Cannot be told from chance: the true change may be anything from {low} to {high} points.",
            low=low,
            high=high,
        )
    if found.change.low > 0:
        return say("More people say yes afterwards, by {low} points at least. Why, the numbers do not say.", low=low)
    return say("Fewer people say yes afterwards, by {n} points at least. Why, the numbers do not say.",
               n=Figure(-high.value, high.decimals))  # fmt: skip


def unpaired(one: Survey) -> Interval:
    """The interval that would hold for two separate groups: wrong for the same people asked twice."""
    both, gained, lost, neither = (it or 0 for it in (one.both, one.gained, one.lost, one.neither))
    n = both + gained + lost + neither
    return difference_interval(both + gained, n, both + lost, n)


def _unpaired(one: Survey, found: Change) -> Words:
    other = unpaired(one)
    wide, right = other.high - other.low, found.change.high - found.change.low
    low, high = ends(100 * other.low, 100 * other.high)
    if wide > right:
        return say(
            "Counted as two different groups it would be {low} to {high} points: too wide, and wrong. The same people "
            "answered twice, and most of them alike.", low=low, high=high)  # fmt: skip
    return say(
        "Counted as two different groups it would be {low} to {high} points: wrong. The same people answered twice.",
        low=low,
        high=high,
    )


@dataclass(frozen=True)
class Compared:
    """Those who were asked and were not there: how many, how many of them said yes before and after."""

    n: int
    before: int
    after: int


def comparison(text: str) -> Compared | None:
    """The last three numbers of what a team wrote of a comparison: asked, yes before, yes after; None for no three."""
    found = [int(one) for one in NUMBERS.findall(text)][-3:]
    if len(found) < 3 or not found[0] or max(found[1:]) > found[0]:
        return None
    return Compared(*found)


def compared(one: Survey, found: Change) -> list[Words]:
    """What a class that was not there adds: how much would have changed anyway."""
    if not one.compared.strip():
        return [
            say(
                "Nobody was asked who was not there. So the season, the news, the second time of asking are in the "
                "change too: say so in the report, or ask a class that did not go."
            )
        ]
    other = comparison(one.compared)
    if other is None:
        return [
            say(
                "Of those who were not there give three numbers in this order: how many were asked, how many said yes "
                "the first time, how many the second."
            )
        ]
    moved = difference_interval(other.after, other.n, other.before, other.n)
    low, high = ends(100 * moved.low, 100 * moved.high)
    change_, there, left = (
        signed(points(it)) for it in (found.change.estimate, moved.estimate, found.change.estimate - moved.estimate)
    )
    return [
        say(
            "Those who were not there: {before} of {n} before, {after} of {n} after, {moved} points (95 % interval at "
            "most {low} to {high}).",
            before=other.before, after=other.after, n=other.n, moved=there, low=low, high=high,
        ),
        say(
            "Of your {change} points, {moved} came there too, without you: {left} are left for what you did. That "
            "remainder is less certain than either number.",
            change=change_, moved=there, left=left,
        ),
    ]  # fmt: skip


def shares(one: Survey) -> str:
    """A question's shares in a cell of the table."""
    found = change(one)
    if found is None:
        return ""
    before, after = (number(round(100 * it.estimate, 1)) for it in (found.before, found.after))
    return f"{before} → {after} %"
