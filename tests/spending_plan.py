"""A budget as a team would have filled it: five channels, lines, carriers, an overlap; for tests of what it counts."""

from promplan.language import pick
from promplan.plan import Plan

NAMES = (
    {"en": "VK, targeted posts", "ru": "ВК, таргетированные посты"},
    {"en": "Radio at the bus stops", "ru": "Радио на остановках"},
    {"en": "The plant's page", "ru": "Страница завода"},
    {"en": "Screens in the school", "ru": "Экраны в школе"},
    {"en": "Town newspaper, insert", "ru": "Вкладка в городской газете"},
)
MONEY: tuple[dict[str, object], ...] = (
    {"users": 16_000, "price": 350.0, "alike": 0.6, "amount": 14_000.0},
    {"users": 9_000, "price": 600.0, "alike": 0.3, "amount": 6_000.0, "least": 4_000.0},
    {"users": 7_000, "free": 9_000, "alike": 0.8},
    {"users": 8_000, "free": 4_000, "price": 450.0, "alike": 10.0, "amount": 2_000.0, "most": 5_000.0},
    {"users": 5_000, "price": 900.0, "alike": 4.0, "amount": 4_000.0, "fixed": True},
)


def spent() -> Plan:
    """20,000 people, 40,000 roubles, of which lines and reserve take a quarter and channels 26,000."""
    channels = [
        {"id": f"H{n}", "name": pick(name), "money": {**money}}
        for n, (name, money) in enumerate(zip(NAMES, MONEY, strict=True), 1)
    ]
    budget = {
        "total": 40_000.0,
        "currency": "RUB",
        "reserve": 10.0,
        "people": 20_000,
        "enough": 3,
        "most_contacts": 12,
        "target": 13_000,
        "overlaps": [{"id": "OV1", "one": "H1", "other": "H3", "people": 6_000}],
        "lines": [
            {"id": "BL1", "what": "posters", "kind": "printing", "price": 40.0, "quantity": 100.0, "channel": "H4"},
            {"id": "BL2", "what": "bus to the plant", "kind": "travel", "price": 2_000.0, "quantity": 1.0},
            {"id": "BL3", "what": "music licence", "kind": "rights", "quantity": 1.0},
        ],
        "carriers": [
            {"id": "FC1", "who": "teachers", "people": 5_000, "hours": 6.0},
            {"id": "FC2", "who": "families", "people": 3_000},
            {"id": "FC3", "who": "teachers", "hours": 2.0},
        ],
    }
    return Plan.model_validate({"meta": {"case": "rubber-works"}, "channels": channels, "budget": budget})
