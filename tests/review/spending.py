"""A plan of unit 8 that an editor would leave alone: two channels with money, one without, three pieces, a carrier."""

from datetime import date, time
from typing import Any

from promplan.plan import Plan

TODAY = date(2026, 10, 26)
START, END = date(2026, 11, 9), date(2026, 12, 6)

WORDS: dict[str, dict[str, Any]] = {
    "en": {
        "source": "asked in four classes in October",
        "list": "price list of the seller",
        "why": "two contacts are forgotten, says our own test in class; a convention",
        "without": "Workers carry the film to their families, the college shows it in a class hour; no newspaper then.",
        "reason": "The newspaper is read by the parents, and they decide.",
        "what": "shows the film in a class hour",
        "given": "the film and a page with questions",
        "motive": "a class hour is ready made",
        "mark": "advertisement",
        "decided": "somebody pays for it",
        "news": "it informs, and calls nobody to buy",
        "line": "poster A2",
        "reports": "press officer, to the operator",
        "newspaper": "The Dugorsk Worker",
        "titles": ["Ten minutes under a press", "A foreman answers", "What a wheel weighs"],
    },
    "ru": {
        "source": "спросили в четырёх классах в октябре",
        "list": "прайс-лист продавца",
        "why": "два контакта забывают, показала проверка в классе; это договорённость",
        "without": "Рабочие покажут фильм дома, техникум — на классном часе; газеты тогда не будет.",
        "reason": "Газету читают родители, а решают они.",
        "what": "показывает фильм на классном часе",
        "given": "фильм и лист с вопросами",
        "motive": "классный час уже готов",
        "mark": "реклама",
        "decided": "за размещение платят",
        "news": "сообщает о событии и ничего не предлагает купить",
        "line": "плакат А2",
        "reports": "пресс-секретарь, оператору рекламных данных",
        "newspaper": "Дугорский рабочий",
        "titles": ["Десять минут под прессом", "Отвечает мастер", "Сколько весит колесо"],
    },
}


def link(source: str, n: int) -> dict[str, Any]:
    """Where a piece leads."""
    return {
        "target": "https://uprugost.example/work",
        "source": source,
        "medium": "post",
        "campaign": "open-day-2026",
        "content": f"c{n}",
    }


def good(language: str = "en") -> dict[str, Any]:
    """The plan as plain values; nothing in it is empty that a rule of the unit asks for."""
    w = WORDS[language]
    ad = {
        "is_ad": "yes",
        "why": w["decided"],
        "mark": w["mark"],
        "advertiser": "Uprugost",
        "token": "2VtzqwExample",
        "reports": w["reports"],
    }
    days = [date(2026, 11, 10), date(2026, 11, 17), date(2026, 11, 24)]
    price = {"users_from": w["source"], "price_from": w["list"], "price_on": date(2026, 10, 1)}
    return {
        "meta": {
            "as_of": TODAY,
            "language": language,
            "case": "real",
            "time_zone": "Europe/Moscow",
            "campaign_start": START,
            "campaign_end": END,
        },
        "team": {"members": [{"id": "M1", "name": "Ann"}, {"id": "M2", "name": "Bob"}]},
        "brief": {"budget": 20000.0},
        "audiences": [{"id": "A1"}],
        "channels": [
            {
                "id": "H1",
                "name": "VK",
                "channel": "vk",
                "media": "shared",
                "money": {"users": 1900, "price": 600.0, "alike": 2.0, "amount": 6000.0, **price},
            },
            {
                "id": "H2",
                "name": w["newspaper"],
                "channel": "regional-newspaper",
                "media": "paid",
                "money": {"users": 1000, "price": 2000.0, "alike": 2.0, "amount": 8000.0, **price},
            },
            {
                "id": "H3",
                "name": "site",
                "channel": "own-site",
                "media": "owned",
                "money": {"users": 300, "users_from": w["source"], "free": 900, "alike": 1.0},
            },
        ],
        "items": [
            {
                "id": f"C{n}",
                "title": w["titles"][n - 1],
                "channel": f"H{n}",
                "dates": {"publish": days[n - 1], "at": time(12, 0)},
                "placing": {"state": "planned"},
                "ad": {**ad} if n < 3 else {"is_ad": "no", "why": w["news"]},
                "link": link(("vk", "newspaper")[n - 1], n) if n < 3 else {},
            }
            for n in (1, 2, 3)
        ],
        "budget": {
            "total": 20000.0,
            "currency": "RUB",
            "given_by": "press office",
            "tax": "with",
            "reserve": 12.5,
            "people": 2700,
            "people_from": w["source"],
            "enough": 3,
            "enough_why": w["why"],
            "most_contacts": 12,
            "target": 1500,
            "without": w["without"],
            "reason": w["reason"],
            "carriers": [
                {
                    "id": "FC1",
                    "who": "teachers",
                    "what": w["what"],
                    "given": w["given"],
                    "why": w["motive"],
                    "asked_by": "M2",
                    "on": date(2026, 11, 5),
                    "people": 120,
                    "people_from": w["source"],
                }
            ],
            "lines": [
                {
                    "id": "BL1",
                    "what": w["line"],
                    "kind": "printing",
                    "price": 250.0,
                    "quantity": 14.0,
                    "unit": "piece",
                    "source": w["list"],
                    "as_of": date(2026, 10, 1),
                }
            ],
            "overlaps": [{"id": "OV1", "one": "H1", "other": "H2", "people": 600, "source": w["source"]}],
        },
    }


def plan(values: dict[str, Any]) -> Plan:
    """The plan of these values."""
    return Plan.model_validate(values, strict=True)
