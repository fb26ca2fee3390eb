"""What somebody at the plant would object to in the words of a letter, kind by kind."""

from datetime import date

import pytest

from promplan.plan import Plan
from promplan.plan.desk import Request
from promplan.plan.enterprise import Clearance, Enterprise, Fact
from promplan.review.concerns import concerns

DAY = date(2026, 10, 1)


def asked(wording: str, fact: str = "", **more) -> frozenset[str]:
    known = Fact(id="F7", statement="Куб весит 48 т", source="паспорт", source_kind="document", as_of=DAY, **more)
    plan = Plan(enterprise=Enterprise(name="Завод «Горн»", protected_names="Кедр", facts=[known]))
    return concerns(plan, Request(id="R1", fact=fact, wording=wording))


@pytest.mark.parametrize(
    ("wording", "found"),
    [
        ("Куб весит 48 т", set()),
        ("Уникальный куб весит 48 т", {"boast"}),
        ("Ученику 16 лет", {"minor"}),
        ("Девятиклассник точит куб", {"minor"}),
        ("Кубы пекут при 170 °C 35 минут", {"secret"}),
        ("У токаря диабет", {"person"}),
        ("Токарь живёт на Мельничной, 14", {"person"}),
        ("Токарь платит алименты", {"person"}),
        ("Куб точит Иван Петров", {"person"}),
        ("Звонить по 8 912 345-67-89", {"inside"}),
        ("Кубы идут на Кедр", {"inside"}),
        ("Кубы заказало ООО «Север»", {"inside"}),
        ("Кубы заказал «Востокхим»", {"inside"}),
        ("По договору № 118 точим кубы", {"inside"}),
    ],
)
def test_words_alone_are_objected_to_by_their_kind(wording, found):
    assert asked(wording) == found


def test_the_paper_of_a_fact_is_asked_for_where_a_letter_names_a_fact():
    known = Fact(id="F7", statement="Куб весит 48 т")
    plan = Plan(enterprise=Enterprise(facts=[known]))
    assert concerns(plan, Request(id="R1", fact="F7", wording="Куб")) == {"undated", "unsourced"}
    assert concerns(plan, Request(id="R1", fact="F8", wording="Куб")) == frozenset()
    assert asked("Куб", "F7") == frozenset()


def test_a_number_that_cannot_be_is_objected_to():
    assert "impossible" in asked("Тара 240 т", "F7", quantity="wagon-tare", value=240.0, unit="t")


def test_a_sensitive_number_is_a_secret_where_the_words_tell_it():
    more = {"quantity": "moulding-time", "value": 11.5, "unit": "min"}
    assert "secret" in asked("Кольцо ждёт 11,5 минуты", "F7", **more)
    assert "secret" not in asked("Кольцо ждёт", "F7", **more)
    assert "secret" not in asked("Кольцо ждёт 11,5 минуты", "", **more)


def test_a_fact_that_is_derived_is_read_for_itself():
    known = [Fact(id="F7", statement="Куб", source="паспорт", source_kind="document", as_of=DAY, derived_from=["F9"])]
    assert concerns(Plan(enterprise=Enterprise(facts=known)), Request(id="R1", fact="F7", wording="Куб")) == frozenset()


def test_a_person_is_named_in_the_words_of_a_refused_fact_too():
    assert asked("Куб точит Иван Петров", "F7", clearance=Clearance(state="refused")) == {"person"}
