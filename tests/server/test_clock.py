"""Does the panel's head say which day of the campaign it is, and what is still out, in either language?"""

from datetime import date

from promplan.language import inside
from promplan.language.typesetting import unset
from promplan.plan import edit
from promplan.plan.document import Plan
from promplan.server.clock import clock

DAYS = {"as_of": date(2026, 10, 5), "campaign_start": date(2026, 11, 2), "campaign_end": date(2026, 11, 20)}


def at(day: date, *sent: date) -> Plan:
    plan = edit.put(edit.put(Plan(), "meta", DAYS), "desk", {"day": day})
    for one in sent:
        plan, _ = edit.add(plan, "desk.requests", {"to": "press officer", "wording": "a sentence", "sent": one})
    return plan


def test_a_plan_without_a_day_has_none():
    assert clock(Plan()) is None


def test_the_sixth_working_day_three_weeks_before_the_campaign():
    told = clock(at(date(2026, 10, 12), date(2026, 10, 6), date(2026, 10, 7)))
    assert told == {
        "iso": "2026-10-12",
        "number": 12,
        "month": "Oct",
        "title": "Monday, day 6",
        "told": "Campaign in 15 working days. 2 answers are awaited.",
    }


def test_the_same_in_russian_with_its_numbers():
    with inside("ru"):
        told = clock(at(date(2026, 10, 12), date(2026, 10, 6)))
    assert told and (told["month"], told["title"]) == ("окт.", "Понедельник, день 6")
    assert unset(told["told"]) == "Кампания через 15 рабочих дней. Ждём 1 ответ."


def test_a_campaign_runs_and_ends():
    running, over = clock(at(date(2026, 11, 2))), clock(at(date(2026, 11, 21)))
    assert running and running["told"] == "The campaign is running."
    assert over and over["told"] == "The campaign is over."
