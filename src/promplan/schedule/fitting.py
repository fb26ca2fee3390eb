"""The plan's pieces as `promplan.media.slots` asks for them: what may be moved, what stays, which rules hold.

Days count from the campaign's first; pieces that are out, held back or pinned stay where they are. A piece that stays
where a hard rule would not let it (two on one day, before its clearance) is no part of the question: it keeps its day,
its hours are taken off the week's, and it is said.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from promplan.days.cleared import Ready, readiness
from promplan.days.placed import HELD, days_apart, monday
from promplan.days.special import Special, special_days
from promplan.days.workdays import at_work
from promplan.language import Problem, Words, say
from promplan.media.slots import Channel, Item, Penalties, Rules, usual
from promplan.plan import letters
from promplan.plan.document import Plan
from promplan.plan.items import Item as Piece

WORTH, STAYS = 10.0, 2.0  # of a piece; of leaving it where it is
NEARBY, NEAR = 1.0, 10  # of a day beside it; how many days to either side
WEEK = 7
TOLERANCE = 10.0  # percentage points by which a pillar may be off its share where nobody has said


@dataclass(frozen=True)
class Asked:
    """The question, and what is said beside it.

    Args:
        aside: pieces that were not asked about, and why. kept: pieces that stay although a hard rule is against it.
        blocked: days on which nothing is published, with the day that says so.
    """

    plan: Plan
    items: tuple[Item, ...]
    rules: Rules
    start: date
    ready: Mapping[str, Ready]
    penalties: Penalties
    aside: Mapping[str, Words] = field(default_factory=dict)
    kept: Mapping[str, Words] = field(default_factory=dict)
    blocked: Mapping[date, Special] = field(default_factory=dict)
    movable: frozenset[str] = frozenset()

    def day(self, n: int) -> date:
        """The date of a day of the question."""
        return self.start + timedelta(n)

    def number(self, day: date) -> int:
        """The number of a date in the question; outside of it below 0 or past its end."""
        return (day - self.start).days


def asked(plan: Plan, ready: Mapping[str, Ready] | None = None, only: Collection[str] | None = None) -> Asked:
    """The question of a plan.

    Args:
        ready: from when each piece may come out; `readiness(plan)` if left out. only: the pieces that may be moved;
            all that are neither pinned nor out if left out.

    Raises:
        Problem: what is missing for it: the campaign's days, a channel, a piece.
    """
    meta = plan.meta
    if meta.campaign_start is None or meta.campaign_end is None or meta.campaign_end < meta.campaign_start:
        raise Problem(say("Say first when the campaign begins and ends: in unit 0."))
    if not plan.channels:
        raise Problem(say("There is no channel yet: write down where you publish, in unit 4."))
    if not plan.items:
        raise Problem(say("There is no piece of content yet: make some in unit 6 first."))
    ready = readiness(plan) if ready is None else ready
    blocked = {
        one.day + timedelta(n): one
        for one in special_days(plan, meta.campaign_start, meta.campaign_end)
        if one.closed or one.kind == "mourning"
        for n in range((one.until - one.day).days + 1)
    }
    asking = _Asking(plan, ready, meta.campaign_start, meta.campaign_end, blocked, only)
    return asking.asked()


class _Asking:
    """Builds the question piece by piece."""

    def __init__(
        self,
        plan: Plan,
        ready: Mapping[str, Ready],
        start: date,
        end: date,
        blocked: Mapping[date, Special],
        only: Collection[str] | None,
    ) -> None:
        self.plan, self.ready, self.start, self.end, self.blocked = plan, ready, start, end, blocked
        self.days = (end - start).days + 1
        self.today = letters.today(plan)
        self.channels = {one.id for one in plan.channels}
        self.rhythms = {one.channel: one for one in reversed(plan.calendar.rhythms)}
        self.shares = {
            one.pillar: one.percent for one in plan.calendar.shares if one.pillar and one.percent is not None
        }
        self.working = at_work(plan)
        self.movable = {one.id for one in plan.items if self._moves(one, only)}
        self.aside: dict[str, Words] = {}
        self.kept: dict[str, Words] = {}
        self.taken_off: dict[date, float] = {}
        self.posts: dict[tuple[str, date], int] = {}
        self.last: dict[str, date] = {}

    def _moves(self, one: Piece, only: Collection[str] | None) -> bool:
        if one.placing.state in ("out", HELD):
            return False
        if only is not None:
            return one.id in only
        return not (one.placing.pinned and one.dates.publish)

    def asked(self) -> Asked:
        items = [it for one in self._in_order() if (it := self._item(one)) is not None]
        rules = Rules(
            self.days,
            [self._channel(one.id) for one in self.plan.channels],
            hours=self._hours(),
            pillars=self._pillars(),
            tolerance=min(
                1.0, (self.plan.calendar.tolerance if self.plan.calendar.tolerance is not None else 10) / 100
            ),
            blocked={(day - self.start).days for day in self.blocked if self.start <= day <= self.end},
            start=self.start,
        )
        movable = frozenset(one.id for one in items if one.frozen is None)
        return Asked(
            self.plan, tuple(items), rules, self.start, self.ready, usual(items), self.aside, self.kept,
            self.blocked, movable,
        )  # fmt: skip

    def _in_order(self) -> list[Piece]:
        """Those that stay come first, by day: who of two that clash is in the question is who is earlier."""
        stay = [one for one in self.plan.items if one.id not in self.movable]
        move = [one for one in self.plan.items if one.id in self.movable]
        return [*sorted(stay, key=lambda one: one.dates.publish or date.max), *move]

    def _item(self, one: Piece) -> Item | None:
        day = one.dates.publish
        if one.placing.state == HELD:
            self.aside[one.id] = say("it is held back")
            return None
        if one.channel not in self.channels:
            self.aside[one.id] = say("it has no channel: choose one first")
            return None
        if one.id not in self.movable:
            return self._stays(one, day) if day else None
        ready = self.ready[one.id]
        first = max((it for it in (ready.first, self._tomorrow()) if it), default=self.start)
        hooks = self._near(day, max(first, day) if day else self._spread(one, first))
        return Item(
            one.id,
            WORTH,
            hours=one.placing.hours or 0.0,
            earliest=(first - self.start).days,
            deadline=(ready.last - self.start).days if ready.last else None,
            channels=[one.channel],
            pillar=one.pillar if self._pillars() and one.pillar in self.shares else "",
            hooks=hooks,
        )

    def _near(self, day: date | None, wanted: date) -> dict[int, float]:
        """What a day adds to a piece: its own most, if it has one; else the working days around the wanted one, the
        less the farther away, so that nothing moves farther than it must."""
        found = {}
        for n in range(-NEAR, NEAR + 1):
            there = wanted + timedelta(n)
            if self.start <= there <= self.end and self.working(there):
                found[(there - self.start).days] = NEARBY * (1 - abs(n) / (NEAR + 1))
        here = (day - self.start).days if day else -1
        return found | ({here: STAYS} if 0 <= here < self.days else {})

    def _spread(self, one: Piece, first: date) -> date:
        """Where a piece of the tray would stand if its channel's were spread evenly over the days that are left."""
        mine = [it for it in self.plan.items if it.channel == one.channel and not it.dates.publish]
        waiting = [it.id for it in mine if it.id in self.movable]
        first = max(first, self.start)
        part = (waiting.index(one.id) + 0.5) / len(waiting)
        return first + timedelta(int(part * max(0, (self.end - first).days)))

    def _tomorrow(self) -> date | None:
        return self.today + timedelta(1) if self.today else None

    def _stays(self, one: Piece, day: date) -> Item | None:
        """A piece that is not moved: frozen, or beside the question where a hard rule would not have it there."""
        if not self.start <= day <= self.end:
            if one.placing.state != "out":
                self.kept[one.id] = say("{day} lies outside of the campaign", day=day)
            return None
        if (why := self._against(one, day)) is not None:
            if one.placing.state != "out":
                self.kept[one.id] = why
            week = monday(day)
            self.taken_off[week] = self.taken_off.get(week, 0.0) + (one.placing.hours or 0.0)
            return None
        self.last[one.channel] = day
        key = one.channel, monday(day)
        self.posts[key] = self.posts.get(key, 0) + 1
        return Item(
            one.id,
            WORTH,
            hours=one.placing.hours or 0.0,
            channels=[one.channel],
            pillar=one.pillar if self._pillars() and one.pillar in self.shares else "",
            frozen=((day - self.start).days, one.channel),
        )

    def _against(self, one: Piece, day: date) -> Words | None:
        """The hard rule that is against a piece where it stays."""
        ready, rhythm = self.ready[one.id], self.rhythms.get(one.channel)
        if day in self.blocked:
            return say("nothing is published on {day}: {what}", day=day, what=self.blocked[day].words)
        before = self.last.get(one.channel)
        apart = days_apart(rhythm) if rhythm else 1
        if before is not None and (day - before).days < apart:
            return say("it stands too close to the piece of {day} on its channel", day=before)
        most = rhythm.most if rhythm else None
        if most is not None and self.posts.get((one.channel, monday(day)), 0) >= most:
            return say("its channel has more than {n} in that week", n=most)
        if one.placing.state != "out" and ready.first and day < ready.first and ready.latest:
            return say("it may come out from {day} only: {why}", day=ready.first, why=ready.latest.why)
        return None

    def _channel(self, id_: str) -> Channel:
        rhythm = self.rhythms.get(id_)
        if rhythm is None:
            return Channel(id_)
        apart = days_apart(rhythm)
        least = min(rhythm.least or 0, -(-WEEK // apart))
        most = rhythm.most
        if most is not None:
            least = min(least, most)
        return Channel(id_, least, most, apart)

    def _hours(self) -> list[float] | None:
        whole = self.plan.calendar.week_hours
        if whole is None:
            return None
        first, last = monday(self.start), monday(self.end)
        weeks = [first + timedelta(WEEK * n) for n in range((last - first).days // WEEK + 1)]
        return [max(0.0, whole - self.taken_off.get(week, 0.0)) for week in weeks]

    def _tolerance(self) -> float:
        said = self.plan.calendar.tolerance
        return (TOLERANCE if said is None else said) / 100

    def _pillars(self) -> dict[str, float]:
        whole = sum(self.shares.values())
        return {pillar: share / whole for pillar, share in self.shares.items()} if whole > 0 else {}
