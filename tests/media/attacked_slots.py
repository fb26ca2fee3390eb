"""Valid calls of `slots`, to be spoilt by `attack`."""

from datetime import date

from media.attack import Call, Kept

from promplan.media.slots import Channel, Item, Penalties, Rules, place, usual

ITEM = ("I1", {"vk": 5, "site": 3}, 6, 1, 9, ["vk", "site"], "work", (3, "vk"), {3: 2, 8: 1})
ITEMS = [Item(*ITEM), Item("I2", 4, pillar="people")]
RULES = (
    14,
    [Channel("vk", 1, 5, 2), Channel("site")],
    [20, 10, 10],
    {"work": 0.5, "people": 0.5},
    0.1,
    {6, 13},
    date(2026, 5, 6),
)
PRICES = (100, 5, 10, 5, 1)
PLAN = Rules(*RULES)

EXAMPLES = [
    Call("slots.Item", Item, ITEM),
    Call("slots.Channel", Channel, ("vk", 1, 5, 2)),
    Call("slots.Rules", Rules, (*RULES, 7)),
    Call("slots.Rules, channels as rows", Rules, (14, [{"id": "vk", "most": 3}], 20)),
    Call("slots.Penalties", Penalties, PRICES),
    Call("slots.usual", usual, (ITEMS,)),
    Call("slots.place", place, (ITEMS, PLAN, Penalties(*PRICES)), {"seconds": 2, "gap": 0}),
    Call("slots.place, kept", place, (ITEMS, Kept(PLAN))),
    Call("slots.Item.plain", ITEMS[0].plain, ("vk",)),
    Call("slots.Item.worth", ITEMS[0].worth, ((3, "vk"),)),
    Call("slots.Item.late", ITEMS[0].late, (12,)),
    Call("slots.Rules.week_of", PLAN.week_of, (8,)),
    Call("slots.Rules.days_of", PLAN.days_of, (1,)),
    Call("slots.Rules.owed", PLAN.owed, (1, Channel("vk", 1, 5, 2))),
    Call("slots.Rules.capacity", PLAN.capacity, (1,)),
    Call("slots.Rules.said", PLAN.said, (1,)),
]
