"""Simulation of a campaign, agent by agent: who is met when, and what comes of it, from reach to applications.

The model, for a person of a segment with habit p on a channel (`population`):

- **meeting**: each opportunity o of an item (the post itself, and so many more as its impressions buy:
  `Campaign.meetings`) meets the person with chance p · q_o, on a day after posting drawn from the channel's arrival;
- **memory**: m = sum over earlier contacts of theta^(days since): geometric adstock in Robyn's convention
  a_t = x_t + theta · a_(t-1), `Campaign.memory` = theta; contacts of one day count one after the other;
- **attention** = attention · fit / (1 + fatigue · m): the more contacts are remembered, the less the next one gets;
- **click** = click · channel's click · (1 + lift · m / (1 + m)) of those attentive: a known sender is followed rather;
- **registration, visit, application**: shares of the step before, decided at the click, once in a person's life: who
  has registered may click again and registers no more.

Not modelled: what people tell each other; news, holidays and competitors; a day of the week; a seat limit at visits; a
delay between click, registration and visit (all are booked on the day of the contact); habits that go together across
channels; people who move between segments. The peers that do more, AMSS [vaver-zhang-2017] among them,
simulate aggregates of a market; this one follows people, so that reach and its overlaps are exact.

How it stays small: a person needs one word of 64 bits per opportunity. Its lower half, compared with p · q, says
whether they meet, and, divided by p · q, when; its upper half, compared with the products of the rates, how far down
the funnel the contact leads. All else happens to the few who were met. People are taken in blocks, one block's state is
a few megabytes, and because a word belongs to a person (`chance`), neither the size of blocks nor the number of workers
changes any result. What is computed for a person uses + - · / alone, which every machine rounds alike; the tables of
habits come from LAPACK and are rounded to 32 bits, so that its last bits do not matter.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from promplan.language import Problem, say
from promplan.media import checked
from promplan.media.campaign import Campaign
from promplan.media.chance import WORD, words
from promplan.media.expected import Expected, expected
from promplan.media.population import Segment, drawn

__all__ = ["BLOCK", "MOST_CONTACTS", "STEPS", "Outcome", "simulate"]

STEPS = ("contacts", "paid", "new", "attention", "clicks", "registrations", "visits", "applications")
MOST_CONTACTS = 30  # the last column of `Outcome.frequency`: so many contacts or more
BLOCK = 131_072  # people at a time: large enough for NumPy, small enough for a cache
LARGEST_BLOCK = 2**22
BLOCKS = 10_000  # of a segment; smaller blocks than that are made larger
MOST_WORKERS = 256

Whole = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Outcome:
    """What happened; axes in the order of the campaign's items, days and segments.

    Args:
        campaign: what was simulated.
        counts: (items, days, segments, `STEPS`): contacts, those of them that were bought, people met for the first
            time by anything, contacts with attention, clicks, and people who registered, came and applied.
        item_reach: people met at least once by an item (items, segments).
        frequency: people by number of contacts (segments, 0 to `MOST_CONTACTS`, the last: so many or more).
        expected: what it had to come to on average, and the chances behind it; for the teacher.

    >>> from promplan.media.campaign import Channel, Item
    >>> from promplan.media.population import Beta, Response
    >>> pupils = Segment("pupils", 1_000, Response(0.5, 0.2, 0.5, 0.5, 0.4), {"vk": Beta(1, 4)})
    >>> played = simulate(Campaign([pupils], [Channel("vk")], [Item("P1", "vk", 0)], days=1), seed=1)
    >>> int(played.reach[-1, 0]) == played.total("new")
    True
    """

    campaign: Campaign
    counts: Whole
    item_reach: Whole
    frequency: Whole
    expected: Expected

    def total(self, step: str, *, item: str | None = None, day: int | None = None, segment: str | None = None) -> int:
        """All of a step, or that of one item, day (the first is 0) or segment.

        Raises:
            Problem: no such step, item, day or segment, and what there is.
        """
        items = [one.id for one in self.campaign.items]
        segments = [one.name for one in self.campaign.segments]
        found = self.counts[
            slice(None) if item is None else _at(items, item),
            slice(None) if day is None else _at(range(self.campaign.days), checked.whole(day, say("The day"))),
            slice(None) if segment is None else _at(segments, segment),
            _at(STEPS, step),
        ]
        return int(found.sum())

    @property
    def reach(self) -> Whole:
        """People met at least once until the end of a day (days, segments)."""
        return np.cumsum(self.counts[..., STEPS.index("new")].sum(axis=0), axis=0, dtype=np.int64)

    @property
    def memory(self) -> NDArray[np.float64]:
        """The average person's remembered contacts at the end of a day (days, segments): adstock of the contacts."""
        people = np.maximum([segment.people for segment in self.campaign.segments], 1)
        daily: NDArray[np.float64] = self.counts[..., STEPS.index("contacts")].sum(axis=0) / people
        for day in range(1, len(daily)):
            daily[day] += self.campaign.memory * daily[day - 1]
        return daily


def simulate(campaign: Campaign, seed: int, *, workers: int = 2, block: int = BLOCK) -> Outcome:
    """Play a campaign through.

    The same campaign and seed give the same numbers on every machine, whatever `workers` (threads) and `block` (people
    at a time) are. Another item or segment leaves the organic meetings of all others as they were, and more impressions
    only add meetings: two plans can be compared on the same people. (Beyond 127 opportunities on a channel people's
    habits are drawn from a finer table.) Time grows with people times opportunities, memory use with neither.

    >>> from promplan.media.campaign import Channel, Item
    >>> from promplan.media.population import Beta, Response
    >>> pupils = Segment("pupils", 1_000, Response(0.5, 0.2, 0.5, 0.5, 0.4), {"vk": Beta(1, 4)})
    >>> plan = Campaign([pupils], [Channel("vk")], [Item("P1", "vk", 0), Item("P2", "vk", 1)], days=2)
    >>> played = simulate(plan, seed=1)
    >>> played.total("contacts"), played.expected.contacts.sum().round(1).item()
    (377, 400.0)

    Raises:
        Problem: what is no campaign; a seed, workers or a block that is no whole number, too small or too large.
    """
    checked.of_kind(campaign, Campaign, say("What is to be simulated"))
    seed = checked.whole(seed, say("Seed"))
    workers = checked.whole(workers, say("Workers"), 1)
    block = checked.whole(block, say("People in a block"), 1)
    checked.at_most(workers, MOST_WORKERS, say("Workers"))
    checked.at_most(block, LARGEST_BLOCK, say("People in a block"))
    block = max([block, *(-(-segment.people // BLOCKS) for segment in campaign.segments)])
    shape = (len(campaign.items), campaign.days, len(campaign.segments))
    counts = np.zeros((*shape, len(STEPS)), np.int64)
    item_reach = np.zeros((shape[0], shape[2]), np.int64)
    frequency = np.zeros((shape[2], MOST_CONTACTS + 1), np.int64)
    scripts = [_Script(campaign, segment, seed) for segment in campaign.segments]
    blocks = [
        (s, start, min(block, segment.people - start))
        for s, segment in enumerate(campaign.segments)
        for start in range(0, segment.people, block)
    ]
    with ThreadPoolExecutor(workers) as pool:
        for s, counted, reached, contacts in pool.map(
            lambda each: (each[0], *scripts[each[0]].play(*each[1:])), blocks
        ):
            counts[:, :, s] += counted
            item_reach[:, s] += reached
            frequency[s] += contacts
    for array in (counts, item_reach, frequency):
        array.setflags(write=False)
    return Outcome(campaign, counts, item_reach, frequency, expected(campaign))


def _at(names: Sequence[str] | Sequence[int], name: str | int) -> int:
    known = list(names)
    if not isinstance(known[0] if known else "", int):
        name = checked.name(name, say("The name asked for"))
    if name not in known:
        raise Problem(
            say("There is no {name} here. Name one of: {known}.", name=name, known=", ".join(map(str, known)))
        )
    return known.index(name)


@dataclass(frozen=True)
class _Post:
    """An item as one segment sees it."""

    place: int  # in the campaign's list
    id: str
    channel: str
    arrived: NDArray[np.float64]  # share of its contacts until each day after posting, without the last, which is 1
    meetings: list[tuple[int, float]]
    attention: float
    click: float


@dataclass(frozen=True)
class _Met:
    """People met by a post on one day; each person at most once."""

    post: _Post
    paid: bool
    who: NDArray[np.intp]
    luck: NDArray[np.uint32]


class _Script:
    """What a campaign has in store for a segment, ready to be played to any block of its people."""

    def __init__(self, campaign: Campaign, segment: Segment, seed: int) -> None:
        self.days = campaign.days
        self.items = len(campaign.items)
        self.segment = segment
        self.seed = seed
        # powers by repeated multiplication: a library's pow may differ in the last bit between machines
        self.decay: NDArray[np.float64] = np.cumprod([1.0] + [campaign.memory] * campaign.days, dtype=np.float64)
        channels = {channel.name: channel for channel in campaign.channels}
        self.posts: list[list[_Post]] = [[] for _ in range(campaign.days)]
        for place, item in sorted(enumerate(campaign.items), key=lambda each: each[1].id):
            if meetings := campaign._meetings(item, segment):
                channel = channels[item.channel]
                self.posts[item.day].append(
                    _Post(
                        place=place,
                        id=item.id,
                        channel=item.channel,
                        arrived=np.cumsum(channel.arrival)[:-1],
                        meetings=meetings,
                        attention=segment.response.attention * item.fit.get(segment.name, 1.0),
                        click=segment.response.click * channel.click,
                    )
                )
        used = {post.channel for posts in self.posts for post in posts}
        self.habits = {name: drawn(segment.habits[name], campaign.opportunities(name)) for name in sorted(used)}

    def play(self, start: int, size: int) -> tuple[Whole, Whole, Whole]:
        """The block of people from `start` on: counts (items, days, steps), reach per item, people by contacts."""
        counts = np.zeros((self.items, self.days, len(STEPS)), np.int64)
        reached = np.zeros(self.items, np.int64)
        limits = {
            name: habit.people(self.seed, self.segment.name, name, start, size) for name, habit in self.habits.items()
        }
        people = _People(self.segment, self.decay, size)
        coming: list[list[_Met]] = [[] for _ in range(self.days)]  # contacts by the day on which they happen
        for day in range(self.days):
            for post in self.posts[day]:
                seen = np.zeros(size, bool)
                for lag, met in self._meet(post, limits[post.channel], start, size):
                    if day + lag < self.days:
                        coming[day + lag].append(met)
                        seen[met.who] = True
                reached[post.place] = np.count_nonzero(seen)
            for met in coming[day]:
                counts[met.post.place, day] += people.answer(met, day)
            coming[day].clear()
        return counts, reached, np.bincount(np.minimum(people.contacts, MOST_CONTACTS), minlength=MOST_CONTACTS + 1)

    def _meet(self, post: _Post, limits: NDArray[np.uint32], start: int, size: int) -> Iterator[tuple[int, _Met]]:
        """Whom a post meets, by days after posting."""
        for number, part in post.meetings:
            luck = words(self.seed, ("meeting", self.segment.name, post.id, number), start, size)
            lower = luck.astype(np.uint32)
            limit = limits if part == 1 else (limits * part).astype(np.uint32)
            who = np.flatnonzero(lower < limit)
            upper = (luck[who] >> np.uint64(32)).astype(np.uint32)
            if not len(post.arrived):
                yield 0, _Met(post, number > 0, who, upper)
                continue
            late = np.searchsorted(post.arrived, lower[who] / limit[who], side="right")
            for lag in range(len(post.arrived) + 1):
                then = late == lag
                yield lag, _Met(post, number > 0, who[then], upper[then])


class _People:
    """A block of people and what has happened to them so far."""

    def __init__(self, segment: Segment, decay: NDArray[np.float64], size: int) -> None:
        self.response = segment.response
        self.decay = decay
        self.memory = np.zeros(size, np.float32)  # as it was right after the last contact
        self.last = np.zeros(size, np.int16)  # the day of the last contact
        self.contacts = np.zeros(size, np.int32)
        self.registered = np.zeros(size, bool)

    def answer(self, met: _Met, day: int) -> tuple[int, ...]:
        """One contact for each of the people met: the counts in the order of `STEPS`."""
        who, response = met.who, self.response
        memory = self.memory[who] * self.decay[day - self.last[who]]
        before = self.contacts[who]
        self.memory[who] = memory + 1
        self.last[who] = day
        self.contacts[who] = before + 1
        chance = met.post.attention * WORD / (1 + response.fatigue * memory)
        attentive = np.flatnonzero(met.luck < chance)
        memory, luck = memory[attentive], met.luck[attentive]
        chance = chance[attentive] * (met.post.click * (1 + response.lift * memory / (1 + memory)))
        clicked = np.flatnonzero(luck < chance)
        clickers, luck = who[attentive[clicked]], luck[clicked]
        chance = chance[clicked] * response.registration
        joined = (luck < chance) & ~self.registered[clickers]
        self.registered[clickers[joined]] = True
        luck, chance = luck[joined], chance[joined] * response.visit
        came = luck < chance
        applied = luck < chance * response.application
        return (
            len(who),
            len(who) if met.paid else 0,
            len(who) - int(np.count_nonzero(before)),
            len(attentive),
            len(clicked),
            len(luck),
            int(np.count_nonzero(came)),
            int(np.count_nonzero(applied)),
        )
