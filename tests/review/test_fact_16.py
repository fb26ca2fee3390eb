"""Is a number that was computed from others computed once more, whatever was done with them, in both languages?"""

import pytest

from promplan.plan import Plan
from promplan.review import check

Source = tuple[float, str]
WAGONS: list[Source] = [(9800.0, "wagons"), (7833.0, "wagons")]
BUILT: list[Source] = [(3477.0, "вагонов"), (2578.0, "вагонов")]
STAFF: list[Source] = [(946.0, "people"), (312.0, "people")]


def plan(sources: list[Source], value: float, unit: str, statement: str) -> Plan:
    rows: list[dict[str, object]] = [
        {"id": f"F{n}", "statement": f"source {n}", "value": number, "unit": its}
        for n, (number, its) in enumerate(sources, 1)
    ]
    named = [one["id"] for one in rows]
    rows.append({"id": "F9", "statement": statement, "value": value, "unit": unit, "derived_from": named})
    return Plan.model_validate({"enterprise": {"facts": rows}}, strict=True)


def found(document: Plan) -> list[str]:
    return [one.object for one in check(document) if one.rule == "FACT-16"]


FOLLOWS = [
    (WAGONS, 17633.0, "wagons", "17,633 wagons in two years"),
    (WAGONS, 1967.0, "wagons", "1,967 wagons fewer than a year before"),
    (WAGONS, 20.1, "%", "20.1 % fewer"),
    (WAGONS, 1.25, "times", "1.25 times as many"),
    (WAGONS, 8816.5, "wagons", "8,816.5 wagons a year on average"),
    (WAGONS, 2000.0, "wagons", "About 2,000 wagons fewer"),
    (BUILT, 35.0, "%", "На 35 % больше, чем годом раньше"),
    (BUILT, 899.0, "вагонов", "На 899 вагонов больше"),
    ([(1934.0, "год")], 92.0, "лет", "В 2026 году заводу 92 года"),
    ([(120.0, "м"), (60.0, "м")], 7200.0, "м²", "Площадь цеха 7200 м²"),
    ([(250.0, "л"), (40.0, "мин")], 6.25, "л/мин", "6,25 л/мин"),
    ([(250.0, "kg"), (40.0, "min")], 375.0, "kg/h", "375 kg/h"),
    ([(610.0, "mm"), (20.0, "m/min")], 5.7, "s", "Once around in 5.7 s"),
    (STAFF, 33.0, "%", "Every third is a woman: 33 %"),
    ([(36.0, "вагонов/сутки")], 13140.0, "вагонов/год", "13 140 вагонов за 365 дней"),
]
MISSES = [
    (WAGONS, 1976.0, "wagons", "1,976 wagons fewer than a year before"),
    (BUILT, 53.0, "%", "На 53 % больше, чем годом раньше"),
    ([(120.0, "м"), (60.0, "м")], 720.0, "м²", "Площадь цеха 720 м²"),
    (STAFF, 43.0, "%", "43 % are women"),
    ([(250.0, "kg"), (40.0, "min")], 3750.0, "kg/h", "3,750 kg/h"),
]


@pytest.mark.parametrize(("sources", "value", "unit", "statement"), FOLLOWS)
def test_what_follows_from_its_sources_is_left_alone(sources, value, unit, statement):
    document = plan(sources, value, unit, statement)
    assert found(document) == [] and check(document).states["FACT-16"] == "ok"


@pytest.mark.parametrize(("sources", "value", "unit", "statement"), MISSES)
def test_what_no_arithmetic_gives_is_found(sources, value, unit, statement):
    assert found(plan(sources, value, unit, statement)) == ["F9"]


def test_the_message_shows_the_sources_and_the_fix_the_nearest_result():
    (one,) = [it for it in check(plan(WAGONS, 1976.0, "wagons", "1,976 fewer")) if it.rule == "FACT-16"]
    assert "F1: 9,800 wagons, F2: 7,833 wagons" in one.message.into("en") and "1,967 wagons" in one.fix.into("en")
    mended = plan(WAGONS, 1967.0, "wagons", "1,967 fewer")
    assert found(mended) == []


@pytest.mark.parametrize(
    "sources", [[(9800.0, "wagons"), (7833.0, "qubs xz")], [(1.0, "t")] * 7], ids=["an unknown unit", "too many"]
)
def test_sources_that_cannot_be_read_are_nothing_to_check(sources):
    assert check(plan(sources, 5.0, "t", "5 t")).states["FACT-16"] == "nothing yet"


def test_without_sources_there_is_nothing_to_check():
    assert check(plan([], 5.0, "t", "5 t")).states["FACT-16"] == "nothing yet"
