"""Valid calls of the simulated campaign's modules, to be spoilt by `attack`."""

import numpy as np
from media.attack import Call, Kept

from promplan.media.accumulation import Beta
from promplan.media.campaign import Campaign, Channel, Item
from promplan.media.chance import threshold, words
from promplan.media.expected import expected
from promplan.media.measured import Counters, measured
from promplan.media.population import Response, Segment, classes, drawn, mean
from promplan.media.simulate import simulate

RATES = (0.5, 0.2, 0.5, 0.5, 0.4, 0.1, 0.5)
PUPILS = Segment("pupils", 300, Response(*RATES), {"vk": Beta(1, 4), "poster": Beta(2, 8)})
PARENTS = Segment("parents", 200, Response(*RATES), {"vk": Beta(0.4, 3.6)})
CHANNELS = [Channel("vk", (0.7, 0.3)), Channel("poster", click=0.1)]
ITEMS = [Item("P1", "vk", 0, 0.8, 50, ["pupils"], {"pupils": 0.9}), Item("P2", "poster", 1)]
PLAN = Campaign([PUPILS, PARENTS], CHANNELS, ITEMS, 3, 0.8)
PLAYED = simulate(PLAN, 1, workers=1)


EXAMPLES = [
    Call("campaign.Channel", Channel, ("vk", [0.7, 0.3], 0.5)),
    Call("campaign.Item", Item, ("P1", "vk", 0, 0.8, 50, ["pupils"], {"pupils": 0.9})),
    Call("campaign.Campaign", Campaign, ([PUPILS, PARENTS], CHANNELS, ITEMS, 3, 0.8)),
    Call(
        "campaign.Campaign, items as rows",
        Campaign,
        ([PARENTS], CHANNELS[:1], [{"id": "P1", "channel": "vk", "day": 0, "paid": 20}], 3),
    ),
    Call("campaign.Campaign.meetings", PLAN.meetings, (ITEMS[0], PUPILS)),
    Call("campaign.Campaign.opportunities", PLAN.opportunities, ("vk",)),
    Call("population.Response", Response, RATES),
    Call("population.Segment", Segment, ("pupils", 300, Response(*RATES), {"vk": Beta(1, 4)})),
    Call("population.mean", mean, (Beta(1, 4),)),
    Call("population.classes", classes, (Beta(1, 4), 10)),
    Call("population.drawn", drawn, (Beta(1, 4), 10)),
    Call("population.Drawn.people", drawn(Beta(1, 4), 10).people, (1, "pupils", "vk", 0, 10)),
    Call("chance.words", words, (1, ("meeting", "P3", 1), 0, 5)),
    Call("chance.threshold", threshold, (Kept(np.array([0.25])),)),
    Call("expected.expected", expected, (PLAN,)),
    Call("simulate.simulate", simulate, (PLAN, 1), {"workers": 1, "block": 100}),
    Call(
        "simulate.Outcome.total",
        lambda step, item, day, segment: PLAYED.total(step, item=item, day=day, segment=segment),
        ("contacts", "P1", 1, "pupils"),
    ),
    Call("measured.Counters", Counters, (0.9, 0.9, 0.8, 0.7, 1.0, 30)),
    Call("measured.measured", measured, (Kept(PLAYED), Counters(0.9, panel=30), 1)),
]
