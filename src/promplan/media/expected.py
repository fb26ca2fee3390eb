"""Expected values of a simulated campaign: what it must come to on average, in closed form, for the teacher.

With w_k, p_k the classes of a segment on a channel (`population.classes`), q_o the share of the channel's contacts that
opportunity o gets and G the share of an item's contacts that arrived until a day:

- contacts of an item until day d: N · mean habit · sum_o q_o · G(d - posted);
- reach until day d: N · (1 - prod_channels sum_k w_k prod_o (1 - p_k q_o G(d - posted_o))).

With one channel and q = G = 1 that is the beta-binomial reach 1 - prod_i (beta + i) / (alpha + beta + i); over channels
it is random duplication (Sainsbury). Clicks and what follows depend on the order of contacts through memory and have no
closed form here; `chances` gives them for a person's first contact, and for every contact if fatigue and lift are 0.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from promplan.language import say
from promplan.media import checked
from promplan.media.campaign import Campaign
from promplan.media.population import classes, mean

__all__ = ["CHAIN", "Expected", "expected"]

CHAIN = ("attention", "clicks", "registrations", "visits", "applications")


@dataclass(frozen=True, eq=False)
class Expected:
    """Expected numbers and true chances; axes in the order of the campaign's items, days and segments.

    Args:
        contacts: expected contacts (items, days, segments).
        paid: those of them that were bought (items, days, segments).
        reach: expected people met at least once until the end of a day (days, segments).
        item_reach: expected people met at least once by an item (items, segments).
        chances: chance that a first contact leads to attention … application (items, segments, `CHAIN`).

    >>> from promplan.media.population import Beta, Response, Segment
    >>> from promplan.media.campaign import Channel, Item
    >>> pupils = Segment("pupils", 1_000, Response(0.5, 0.2, 0.5, 0.5, 0.4), {"vk": Beta(1, 4)})
    >>> plan = Campaign([pupils], [Channel("vk")], [Item("P1", "vk", 0)], days=1)
    >>> expected(plan).chances[0, 0, :2].round(3).tolist()
    [0.5, 0.1]
    """

    contacts: NDArray[np.float64]
    paid: NDArray[np.float64]
    reach: NDArray[np.float64]
    item_reach: NDArray[np.float64]
    chances: NDArray[np.float64]


def expected(campaign: Campaign) -> Expected:
    """The expected contacts and reach of a campaign, and the chances behind its clicks and applications.

    >>> from promplan.media.population import Beta, Response, Segment
    >>> from promplan.media.campaign import Channel, Item
    >>> pupils = Segment("pupils", 1_000, Response(0.5, 0.2, 0.5, 0.5, 0.4), {"vk": Beta(1, 4)})
    >>> plan = Campaign([pupils], [Channel("vk")], [Item("P1", "vk", 0), Item("P2", "vk", 1)], days=2)
    >>> expected(plan).reach[:, 0].round(1).tolist()
    [200.0, 333.3]
    """
    checked.of_kind(campaign, Campaign, say("What is to be expected of"))
    items, days, segments = len(campaign.items), campaign.days, len(campaign.segments)
    contacts = np.zeros((items, days, segments))
    paid = np.zeros((items, days, segments))
    reach = np.zeros((days, segments))
    item_reach = np.zeros((items, segments))
    chances = np.zeros((items, segments, len(CHAIN)))
    arrived = {channel.name: np.cumsum(channel.arrival) for channel in campaign.channels}
    clicks = {channel.name: channel.click for channel in campaign.channels}
    for s, segment in enumerate(campaign.segments):
        answer = segment.response
        missed = np.ones(days)  # the chance of having met nothing until the end of a day
        for channel in campaign.channels:
            if channel.name not in segment.habits:
                continue
            habit = segment.habits[channel.name]
            p, share = classes(habit, campaign.opportunities(channel.name))
            unmet = np.ones((days, len(p)))
            for i, item in enumerate(campaign.items):
                if item.channel != channel.name:
                    continue
                share_arrived = np.ones(days)
                share_arrived[: item.day] = 0
                lags = arrived[channel.name][: days - item.day]
                share_arrived[item.day : item.day + len(lags)] = lags
                unmet_item = np.ones(len(p))
                arriving = share_arrived.copy()
                arriving[1:] -= share_arrived[:-1]
                for number, part in campaign._meetings(item, segment):
                    unmet *= 1 - (part * share_arrived)[:, None] * p
                    unmet_item *= 1 - part * share_arrived[-1] * p
                    new = segment.people * mean(habit) * part * arriving
                    contacts[i, :, s] += new
                    if number:
                        paid[i, :, s] += new
                item_reach[i, s] = segment.people * (1 - (share * unmet_item).sum())
                chances[i, s] = np.cumprod(
                    (
                        answer.attention * item.fit.get(segment.name, 1.0),
                        answer.click * clicks[channel.name],
                        answer.registration,
                        answer.visit,
                        answer.application,
                    )
                )
            missed *= (unmet * share).sum(axis=1)
        reach[:, s] = segment.people * (1 - missed)
    return Expected(contacts, paid, reach, item_reach, chances)
