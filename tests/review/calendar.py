"""A plan of unit 7 that an editor would leave alone: four weeks, two channels, two pillars, three members."""

from datetime import date, time
from typing import Any

from promplan.plan import Plan

TODAY = date(2026, 10, 26)
START, END = date(2026, 11, 9), date(2026, 12, 6)  # a Monday; a Sunday four weeks later
LATER = date(2027, 6, 30)

WORDS: dict[str, dict[str, Any]] = {
    "en": {
        "fair": "careers fair at the college",
        "source": "the college's page",
        "when": "an accident at the plant\na day of mourning",
        "says": "The press officer says what the plant has confirmed; we say nothing.",
        "hours": "on working days from 9 to 18",
    },
    "ru": {
        "fair": "ярмарка вакансий в техникуме",
        "source": "сайт техникума",
        "when": "авария на заводе\nдень траура",
        "says": "Пресс-секретарь говорит то, что подтвердил завод; мы молчим.",
        "hours": "по рабочим дням с 9 до 18",
    },
}


def piece(n: int, day: date, channel: str, **more: Any) -> dict[str, Any]:
    """A piece that has all that a calendar asks of it."""
    return {
        "id": f"C{n}",
        "title": f"Piece {n}",
        "channel": channel,
        "pillar": f"P{2 - n % 2}",
        "objective": "O1",
        "audience": "A1",
        "owner": f"M{1 + n % 3}",
        "approver": f"M{1 + (n + 1) % 3}",
        "hold_if": "an accident",
        "dates": {"publish": day, "at": time(12, 0)},
        "placing": {"state": "planned", "hours": 4.0},
        **more,
    }


def good(language: str = "en") -> dict[str, Any]:
    """The plan as plain values; nothing in it is empty that a rule of the unit asks for."""
    w = WORDS[language]
    days = [(date(2026, 11, day), "H1") for day in (10, 17, 24)] + [(date(2026, 12, 1), "H1")]
    days += [(date(2026, 11, day), "H2") for day in (12, 19, 26)] + [(date(2026, 12, 3), "H2")]
    return {
        "meta": {
            "as_of": TODAY,
            "language": language,
            "case": "real",
            "time_zone": "Europe/Moscow",
            "campaign_start": START,
            "campaign_end": END,
        },
        "team": {"members": [{"id": "M1", "name": "Ann"}, {"id": "M2", "name": "Bob"}, {"id": "M3", "name": "Eve"}]},
        "brief": {"answer_days": 5},
        "enterprise": {"facts": [{"id": "F1", "valid_until": LATER}]},
        "objectives": [{"id": "O1", "deadline": END}],
        "audiences": [{"id": "A1"}],
        "message": {"pillars": [{"id": "P1", "statement": "time"}, {"id": "P2", "statement": "people"}]},
        "channels": [
            {"id": "H1", "name": "VK", "channel": "vk", "media": "shared", "owner": "M1"},
            {"id": "H2", "name": "notice board", "media": "owned", "owner": "M2"},
        ],
        "items": [piece(n, day, channel) for n, (day, channel) in enumerate(days, 1)],
        "calendar": {
            "week_hours": 12.0,
            "person_hours": 8.0,
            "tolerance": 10.0,
            "quiet_from": time(22, 0),
            "quiet_to": time(8, 0),
            "days": [{"id": "Z1", "day": date(2026, 11, 13), "what": w["fair"], "source": w["source"]}],
            "rhythms": [
                {"id": f"RH{n}", "channel": f"H{n}", "least": 1, "most": 2, "apart": 24.0, "silent": 7} for n in (1, 2)
            ],
            "shares": [{"id": f"SH{n}", "pillar": f"P{n}", "percent": 50.0} for n in (1, 2)],
            "duties": [
                {"id": "B1", "channel": "H1", "who": "M1", "at_plant": "foreman", "hours": w["hours"], "within": 4.0}
            ],
            "pause": {
                "who": "M1",
                "deputy": "M2",
                "at_plant": "press officer",
                "when": w["when"],
                "says": w["says"],
                "back": "press officer, in writing",
            },
        },
    }


def plan(values: dict[str, Any]) -> Plan:
    """The plan of these values."""
    return Plan.model_validate(values, strict=True)
