"""Do our definitions, as the review reads them, mean what pint reads in them?"""

import pint
import pytest

from promplan import assets
from promplan.measure import definitions, registry
from promplan.measure.spelling import spellings
from promplan.measure.unit import read
from promplan.review.data import magnitudes, sense

PINT = pint.UnitRegistry(None, cache_folder=None)
PINT.load_definitions(assets.folder() / "units.txt")
TABLE = spellings()
UNITS = sorted({one.expression for names in (TABLE.exact, TABLE.stems) for one in names.values()})
RANGES = sorted({one.measured.expression for one in (*magnitudes().values(), *sense())})
MADE = (
    *(
        "kilogram / (metre ** 3)",
        "joule / (kilogram * kelvin)",
        "piece / year",
        "second ** -1",
        "metre ** 3 / day / piece",
    ),
    *("rouble / kilowatt_hour", "kilogram_force / centimetre ** 2", "watt / metre ** 2 / degree_Celsius"),
    *("kilogram / newton * metre", "newton * metre", "degree_Celsius / minute", "kilogram * standard_gravity"),
)


def by_pint(expression: str) -> tuple[dict[str, float], float, float]:
    if expression in ("degree_Celsius", "degree_Fahrenheit"):
        zero, one = (PINT.Quantity(n, expression).to_base_units() for n in (0.0, 1.0))
        return dict(zero.dimensionality), one.magnitude - zero.magnitude, zero.magnitude
    one = PINT.Quantity(1.0, PINT.parse_units(expression.replace("degree_C", "delta_degree_C"))).to_base_units()
    return dict(one.dimensionality), one.magnitude, 0.0


@pytest.mark.parametrize("expression", dict.fromkeys((*UNITS, *RANGES, *MADE)))
def test_each_unit_is_what_pint_says(expression):
    bases, factor, offset = by_pint(expression)
    own = definitions.measure(expression)
    assert dict(own.bases) == bases
    assert own.factor == pytest.approx(factor, rel=1e-12)
    assert own.offset == pytest.approx(offset, rel=1e-12)


def test_a_unit_that_no_definition_knows_is_no_unit():
    with pytest.raises(KeyError, match="parsec"):
        definitions.measure("parsec / year")
    with pytest.raises(ValueError, match="no product"):
        definitions.measure("metre + metre")


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("kgf/cm²", "[mass] / [length] / [time] ** 2"),
        ("N", "[mass] * [length] / [time] ** 2"),
        ("Hz", "1 / [time]"),
        ("h/day", "[time] per [time]"),
        ("wagons/year", "[count] / [time]"),
    ],
)
def test_a_dimension_has_one_name(written, named):
    unit = read(written)
    assert unit is not None
    assert registry.dimension(unit) == named
