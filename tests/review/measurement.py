"""A plan of unit 9 that an editor would leave alone: two objectives, four KPI, five results, a question, a test."""

from datetime import date
from typing import Any

from review.faults import changed

from promplan.plan import Plan

TODAY = date(2026, 12, 20)

WORDS: dict[str, dict[str, Any]] = {
    "en": {
        "people": "people",
        "list": "list of the gatehouse",
        "export": "export of the page",
        "ask": "show of hands in class 9B",
        "weekly": "on Mondays",
        "then": "we move the post to the evening",
        "question": "Do you know what the plant makes?",
        "yes": "names a product",
        "who": "forty pupils of two classes",
        "test": "Which headline brings more clicks?",
        "none": "no test: the town has too few people; we ask the same classes twice",
        "anyway": "College applications open in November every year.",
        "to": "head of personnel",
        "st1": "34 people applied, 12 the year before.",
        "st2": "The evening post did badly: 186 clicks of 12,400 impressions.",
        "st3": "Whether more pupils know the plant now is open: 42.5 % after, 27.5 % before, n = 40.",
        "st4": "Applications open in November every year, with us or without.",
    },
    "ru": {
        "people": "человек",
        "list": "список на проходной",
        "export": "выгрузка страницы",
        "ask": "опрос в 9Б",
        "weekly": "по понедельникам",
        "then": "переносим пост на вечер",
        "question": "Знаете ли вы, что делает завод?",
        "yes": "называет изделие",
        "who": "сорок учеников двух классов",
        "test": "Какой заголовок даёт больше переходов?",
        "none": "теста не будет: в городе мало людей; дважды спросим одни и те же классы",
        "anyway": "Приём документов в техникум каждый год начинается в ноябре.",
        "to": "начальник отдела кадров",
        "st1": "Заявки подали 34 человека, годом раньше их было 12.",
        "st2": "Вечерний пост прошёл слабо: 186 переходов на 12 400 показов.",
        "st3": "Больше ли учеников теперь знают завод, неясно: после 42,5 %, до 27,5 %, n = 40.",
        "st4": "Приём документов каждый год начинается в ноябре, с нами или без нас.",
    },
}


def good(language: str = "en") -> dict[str, Any]:
    """The plan as plain values; nothing in it is empty that a rule of the unit asks for."""
    w = WORDS[language]
    kpi = {"owner": "M1", "every": w["weekly"], "then": w["then"]}
    day = {"day": date(2026, 11, 10), "kind": "export", "channel": "H1", "source": w["export"]}
    listed = {"day": date(2026, 12, 5), "kind": "counted", "source": w["list"]}
    return {
        "meta": {"as_of": TODAY, "language": language, "case": "real"},
        "team": {"members": [{"id": "M1", "name": "Ann"}]},
        "objectives": [
            {"id": "O1", "target": 30.0, "baseline": 12.0, "unit": w["people"]},
            {"id": "O2", "target": 40.0, "baseline": 27.5, "unit": "%"},
        ],
        "channels": [{"id": "H1", "name": "VK", "channel": "vk"}],
        "items": [{"id": "C1", "title": "a", "channel": "H1"}, {"id": "C2", "title": "b", "channel": "H1"}],
        "kpis": [
            {**kpi, "id": "KP1", "name": "CTR", "metric": "ctr", "level": "out-take", "objective": "O1"}
            | {"channel": "H1", "source": w["export"], "baseline": 1.0, "target": 1.5, "unit": "%"},
            {**kpi, "id": "KP2", "name": "applications", "metric": "applications", "level": "outcome"}
            | {"objective": "O1", "source": w["list"], "baseline": 12.0, "target": 30.0, "unit": w["people"]},
            {**kpi, "id": "KP3", "name": "know the plant", "metric": "share", "level": "outcome", "objective": "O2"}
            | {"source": w["ask"], "baseline": 27.5, "target": 40.0, "unit": "%"},
        ],
        "results": [
            {**day, "id": "RS1", "item": "C1", "impressions": 12400, "reach": 8100, "clicks": 186, "spend": 18000.0},
            {**day, "id": "RS2", "item": "C2", "impressions": 600, "reach": 480, "clicks": 42, "spend": 2000.0},
            {**listed, "id": "RS3", "registrations": 64, "visits": 51},
            {**listed, "id": "RS4", "applications": 34},
            {**listed, "id": "RS5", "kind": "past", "day": date(2025, 12, 5), "applications": 12},
        ],
        "measurement": {
            "report_to": w["to"],
            "report_on": date(2026, 12, 22),
            "anyway": w["anyway"],
            "surveys": [
                {"id": "SV1", "question": w["question"], "yes": w["yes"], "who": w["who"], "objective": "O2"}
                | {"kpi": "KP3", "before_on": date(2026, 11, 2), "after_on": date(2026, 12, 7)}
                | {"both": 9, "gained": 8, "lost": 2, "neither": 21}
            ],
            "tests": [
                {"id": "AB1", "question": w["test"], "channel": "H1", "rate": 0.015, "hoped": 0.02, "people": 8000}
                | {"decided": w["none"]}
            ],
            "statements": [
                {"id": "ST1", "verdict": "worked", "text": w["st1"], "kpi": "KP2", "results": ["RS4", "RS5"]},
                {"id": "ST2", "verdict": "not", "text": w["st2"], "kpi": "KP1", "results": ["RS1"]},
                {"id": "ST3", "verdict": "unknown", "text": w["st3"], "objective": "O2", "surveys": ["SV1"]},
                {"id": "ST4", "verdict": "anyway", "text": w["st4"]},
            ],
        },
    }


def plan(values: dict[str, Any]) -> Plan:
    """The plan of these values."""
    return Plan.model_validate(values, strict=True)


def saying(text: str, language: str = "en") -> Plan:
    """The plan with one sentence that has every result and question behind it."""
    ids = [f"RS{n}" for n in range(1, 6)]
    row = {"id": "ST9", "verdict": "worked", "text": text, "results": ids, "surveys": ["SV1"]}
    return plan(changed(good(language), {"measurement.statements": [row]}))
