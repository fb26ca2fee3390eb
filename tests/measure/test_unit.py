"""Is a unit understood however it is spelled, and does what is no unit stay without one?"""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from promplan.measure import registry
from promplan.measure.unit import bare_multiplier, read
from promplan.review.fact_unit import understood

# how real plants and students write one unit; each row is one size, in the unit that stands first
ALIKE = {
    "kgf/cm²": (
        "кгс/см2",
        "кгс/см²",
        "кг/см²",
        "kgf/cm2",
        "kg/cm2",
        "кгс / см^2",
        "кгс/кв. см",
        "кгс/cм2",
        "kg/cm2(g)",
    ),
    "MPa": ("МПа", "Мпа", "мпа", "MPA", "mpa", "МПa", "megapascals", "мегапаскалей", "МПа\u00a0"),
    "GPa": ("ГПа", "гпа"),
    "bar": ("Bar", "бар", "bar(g)", "barg", "bars"),
    "atm": ("атм", "атм.", "атмосфер"),
    "psi": ("PSI", "psig", "pounds per square inch"),
    "°C": ("°С", "ºC", "˚C", "℃", "° C", "градусов", "градуса Цельсия", "град.", "deg C", "degrees Celsius", "C", "С"),
    "°F": ("ºF", "degrees Fahrenheit", "градусов по Фаренгейту"),
    "r/min": ("rpm", "об/мин", "об./мин", "об/мин.", "оборотов в минуту", "revolutions per minute", "rev/min"),
    "t": ("т", "т.", "тонн", "тонны", "tonnes", "tons", "тн", "metric tons"),
    "µm": ("мкм", "микрон", "микрона", "μm", "um", "microns"),
    "min": ("мин", "мин.", "минут", "минуты", "minutes"),
    "%": ("процентов", "процента", "проц.", "per cent", "percent", "％"),
    "people": ("человек", "чел.", "сотрудников", "employees", "работников", "staff", "workers", "человека"),
    "thousand m²": ("тыс. м²", "тыс. кв. м", "тыс.м2", "тысяч квадратных метров", "thousand square metres"),
    "million roubles": ("млн руб.", "млн ₽", "миллионов рублей", "mln RUB", "млн. рублей"),
    "wagons/year": ("wagons a year", "wagons per year", "вагонов/год", "вагонов в год"),
    "N·m": ("Н·м", "Нм", "N*m", "Nm", "N m"),
    "percentage points": ("п. п.", "п.п.", "процентных пункта", "pp"),
    "kWh": ("кВт·ч", "кВтч", "кВт*ч", "kW·h", "киловатт-часов"),
    "m³/h": ("м³/ч", "м3/ч", "куб. м в час", "m3/h", "кубометров в час"),
    "Shore A": ("Шор А", "ед. Шора", "Sh A", "Шору А"),
    "km/h": ("км/ч", "км/час", "kph"),
    "in": ('"', "inch", "inches", "дюймов"),
}


@pytest.mark.parametrize("usual", ALIKE)
def test_every_spelling_is_the_same_unit(usual):
    own = read(usual)
    assert own is not None
    for spelled in ALIKE[usual]:
        found = read(spelled)
        assert found is not None, spelled
        assert registry.dimension(found) == registry.dimension(own), spelled
        assert math.isclose(registry.base(7.0, found), registry.base(7.0, own), rel_tol=1e-9), spelled


def base(value: float, unit: str) -> float:
    found = read(unit)
    assert found is not None
    return registry.base(value, found)


@pytest.mark.parametrize(
    ("one", "unit", "other", "same"),
    [
        (170.0, "°F", 76.6666666667, "°C"),
        (3000.0, "об/мин", 50.0, "Гц"),
        (1.0, "атм", 0.101325, "МПа"),
        (1.0, "kgf/cm2", 0.0980665, "MPa"),
        (100.0, "psi", 6.894757293, "bar"),
        (35.0, "тыс. м²", 3.5, "га"),
        (2.7, "billion roubles", 2700.0, "млн руб."),
        (750.0, "wagons/month", 9000.0, "wagons/year"),
        (2.0, "MWh", 2000.0, "кВт·ч"),
        (1.0, "л. с.", 0.73549875, "kW"),
        (1.2, "г/см3", 1200.0, "kg/m3"),
    ],
)
def test_units_of_one_measure_are_converted(one, unit, other, same):
    assert math.isclose(base(one, unit), base(other, same), rel_tol=1e-8)


@pytest.mark.parametrize("nothing", ["млн", "тыс.", "thousand", "млрд", "million"])
def test_how_many_is_not_of_what(nothing):
    assert bare_multiplier(nothing) and read(nothing) is None


@pytest.mark.parametrize(
    "odd", ["qubs", "xyz", "щщщ", "n/a", "н/д", "a week", "/год", "см. паспорт", "по шкале", "кгс/", "МПх", "??", "0"]
)
def test_what_nobody_can_understand_is_not_understood(odd):
    assert not understood(odd, "The tank car takes 73.1 when full")


@pytest.mark.parametrize(
    "counted",
    [
        "kettles",
        "чайников",
        "presses",
        "вагонов",
        "рабочих мест",
        "смен в сутки",
        "injuries / 200 000 h",
        "из 10",
        "шт./мес",
    ],
)
def test_what_is_counted_has_its_own_name(counted):
    assert understood(counted, "injuries")


def test_a_thing_that_the_sentence_names_is_a_unit_whatever_it_is():
    assert understood("widgetoids", "The shop packs 40 widgetoids a day") and not understood(
        "widgetoids", "It packs 40"
    )


def test_a_thousand_square_metres_are_no_square_kilometres():
    assert base(1.0, "тыс. м²") == 1000.0 and base(1.0, "км²") == 1e6


def test_two_counted_things_are_two():
    wagons, kettles, persons, staff = map(read, ("wagons", "kettles", "people", "employees"))
    assert not registry.comparable(wagons, kettles) and registry.comparable(persons, staff)
    assert registry.comparable(wagons, read("шт."))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=12) | st.from_regex(r"\A[кгмстНПаkgmNPa°%/·²³2 .,()-]{1,10}\Z"))
def test_nothing_that_is_typed_makes_the_reader_stumble(text):
    found = read(text)
    if found is not None:
        registry.dimension(found)
        assert math.isfinite(registry.base(1.0, found))
