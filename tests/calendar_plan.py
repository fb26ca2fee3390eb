"""A quarter of an editorial calendar as a team would have filled it, for tests of its forms and figures."""

from datetime import date, time, timedelta

from promplan.language import pick
from promplan.plan import Plan

START, END = date(2027, 2, 1), date(2027, 4, 25)  # twelve whole weeks, Monday to Sunday
MEMBERS = (
    {"en": "Vera", "ru": "Вера"},
    {"en": "Pavel", "ru": "Павел"},
    {"en": "Asya", "ru": "Ася"},
    {"en": "Timur", "ru": "Тимур"},
)
TITLES = (
    {"en": "Eleven minutes at the press", "ru": "Одиннадцать минут у пресса"},
    {"en": "What the ring hears", "ru": "Что слышит кольцо"},
    {"en": "First shift, first ring", "ru": "Первая смена, первое кольцо"},
    {"en": "Ask the process engineer", "ru": "Спросите технолога"},
    {"en": "Why rubber is black", "ru": "Почему резина чёрная"},
    {"en": "The press hall at night", "ru": "Прессовый цех ночью"},
)
CHANNELS = (
    ("VK", 8, "M1", ""),
    ({"en": "The plant's page", "ru": "Сайт завода"}, 4, "", {"en": "press office", "ru": "пресс-служба"}),
    ({"en": "Screen in the canteen", "ru": "Экран в столовой"}, 2, "M4", ""),
)
PILLARS = (
    {"en": "A ring holds what people trust to it", "ru": "Кольцо держит то, что ему доверяют"},
    {"en": "Who works here learns for life", "ru": "Кто работает здесь, учится всю жизнь"},
    {"en": "The town lives with the plant", "ru": "Город живёт вместе с заводом"},
)
BIRTHDAY = {"en": "The plant is 80", "ru": "Заводу 80 лет"}
REPAIR = {"en": "Annual repair", "ru": "Ежегодный ремонт"}
SAID = {
    "en": "We know of it. The plant will say more, and so shall we.",
    "ru": "Мы знаем о случившемся. Подробности сообщит завод, а вслед за ним и мы.",
}


def planned(n: int = 18, days: int = 4) -> Plan:
    """`n` pieces on three channels, one every `days` days, of which Vera makes two of three and P1 has most."""
    items = []
    for number in range(n):
        out = START + timedelta(3 + days * number)
        pillar = "P3" if number % 9 == 8 else "P1" if number % 3 else "P2"
        items.append(
            {
                "id": f"C{number + 1}",
                "title": pick(TITLES[number % len(TITLES)]),
                "channel": f"H{1 + (number % 5) // 2}",
                "pillar": pillar,
                "owner": f"M{1 if number % 3 else 2 + number % 2}",
                "form": "post",
                "dates": {
                    "brief": out - timedelta(21),
                    "shoot": out - timedelta(14) if number % 2 else None,
                    "draft": out - timedelta(10),
                    "review": out - timedelta(7),
                    "publish": out,
                    "at": time(10 + number % 9, 0),
                },
                "placing": {"hours": 4.0 + number % 4, "state": "planned", "pinned": number % 7 == 0},
            }
        )
    return Plan.model_validate(
        {
            "meta": {
                "case": "rubber-works",
                "campaign_start": START,
                "campaign_end": END,
                "as_of": date(2027, 2, 20),
                "time_zone": "Europe/Samara",
            },
            "team": {
                "name": "Arc",
                "members": [{"id": f"M{k}", "name": pick(name)} for k, name in enumerate(MEMBERS, 1)],
            },
            "message": {
                "pillars": [{"id": f"P{k}", "statement": pick(said)} for k, said in enumerate(PILLARS, 1)],
            },
            "channels": [
                {"id": f"H{k}", "name": pick(name), "per_month": posts, "owner": owner, "at_plant": pick(post)}
                for k, (name, posts, owner, post) in enumerate(CHANNELS, 1)
            ],
            "items": [*items, {"id": f"C{n + 1}", "title": "?", "channel": "H1"}],
            "calendar": {
                "week_hours": 16.0,
                "person_hours": 8.0,
                "tolerance": 10.0,
                "quiet_from": time(22, 0),
                "quiet_to": time(7, 0),
                "days": [
                    {"id": "Z1", "day": date(2027, 3, 19), "what": pick(BIRTHDAY)},
                    {"id": "Z2", "day": date(2027, 4, 12), "until": date(2027, 4, 16), "closed": True,
                     "what": pick(REPAIR)},
                ],
                "rhythms": [
                    {"id": "RH1", "channel": "H1", "least": 1, "most": 3, "silent": 7},
                    {"id": "RH2", "channel": "H2", "least": 1, "most": 2, "silent": 10},
                ],
                "shares": [
                    {"id": "SH1", "pillar": "P1", "percent": 40.0},
                    {"id": "SH2", "pillar": "P2", "percent": 30.0},
                    {"id": "SH3", "pillar": "P3", "percent": 30.0},
                ],
                "duties": [{"id": "B1", "channel": "H1", "who": "M3", "hours": "9–18", "within": 4.0}],
                "pause": {
                    "who": "M1",
                    "deputy": "M2",
                    "at_plant": pick({"en": "duty dispatcher, post 2-15", "ru": "диспетчер завода, пост 2-15"}),
                    "when": pick({"en": "an accident\na day of mourning", "ru": "несчастный случай\nтраур"}),
                    "says": pick(SAID),
                    "back": pick({"en": "head of the press office", "ru": "начальник пресс-службы"}),
                },
            },
        }
    )  # fmt: skip
