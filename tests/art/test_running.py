"""Is what a form runs over said and drawn as what it is: months by names, ages from the first one, days by date?"""

import numpy as np
import pytest
from art.made import BATCHES, MADE_ALL

from promplan.art.columns import said_back
from promplan.art.geometry import Line
from promplan.art.grid import typology
from promplan.art.recipe import Drawn, form_of, suggested
from promplan.art.ridges import THIN, ridgeline
from promplan.art.said import sentences
from promplan.art.series import Quantity, Series
from promplan.art.table import read
from promplan.language import number, plain_number
from promplan.language.rounding import rounded
from promplan.language.typesetting import unset

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October")


def said(text, form="ridgeline", language="en", **drawn):
    table = read(text.encode())
    found = form_of(form, {}, table, Drawn(**drawn) if drawn else suggested(form, table))
    return " ".join(unset(one.into(language)) for one in sentences(found.legend))


def rows(head, cells):
    return head + "\n" + "\n".join(f"{cell};{n * n + 5}" for n, cell in enumerate(cells))


@pytest.mark.parametrize(
    ("head", "cells", "told"),
    [
        ("month;kg", range(1, 13), "month, from January through December."),
        ("Month;kg", MONTHS, "Month, from January through October."),
        ("Месяц;kg", ("окт.", "ноя.", "дек.", "янв.", "фев."), "Месяц, from October through February."),
        ("month;kg", (10, 11, 12, 1, 2, 3), "month, from October through March."),
        ("month;kg", ("2025-10", "2025-11", "2026-02"), "month, from October 2025 through February 2026."),
        ("month;kg", ("09.2025", "10.2025", "11.2025"), "month, from September 2025 through November 2025."),
        ("m;kg", ("October 2025", "November 2025", "December 2025"), "m, from October 2025 through December 2025."),
        ("year;kg", (2019, 2020, 2021, 2024), "year, from 2019 through 2024."),
        ("day;kg", ("01.03.2026", "02.03.2026", "17.03.2026"), "day, from 2026-03-01 through 2026-03-17."),
    ],
)
def test_months_years_and_days_are_named(head, cells, told):
    assert f"From left to right: {told}" in said(rows(head, cells))


def test_months_are_named_in_russian_as_russian_declines_them():
    assert "Слева направо: Месяц, с октября по март." in said(rows("Месяц;кг", (10, 11, 12, 1, 2, 3)), language="ru")


def test_a_number_under_another_head_is_no_month():
    assert "From left to right: batch, 1 to 12." in said(rows("batch;kg", range(1, 13)))
    assert "May" not in said(rows("name;kg", ("May", "Olga", "Ivan", "Anna")))


def test_a_month_that_is_read_is_said_back_as_one():
    assert "month: months, 12 different." in [
        str(one) for one in said_back(read(rows("month;kg", range(1, 13)).encode()))
    ]


def test_a_clock_of_an_hour_runs_in_minutes_and_not_in_thousands_of_seconds():
    text = rows("time;kg", [f"10:{minute:02}" for minute in range(0, 60, 5)])
    assert "From left to right: time, 0 to 55 min." in said(text)


def test_ages_stand_where_they_are_and_not_each_from_its_own_beginning():
    age, people = Quantity("age", "years"), Quantity("people")
    young = Series([1.0, 2.0, 3.0], [18.0, 19.0, 20.0], people, age, "a")
    older = Series([1.0, 2.0, 3.0], [19.0, 20.0, 58.0], people, age, "b")
    form = typology([young, older], columns=2)
    across = next(one for one in form.legend.readings if one.shows == "across")
    assert (across.low, across.high) == (18, 58)
    first, second = (one.points for one in form.drawing.marks if isinstance(one, Line) and len(one.points) == 3)
    cell = second[0, 0] - first[0, 0]
    assert first[1, 0] + cell - (second[0, 0] - first[0, 0]) == pytest.approx(first[1, 0])
    year = (first[2, 0] - first[0, 0]) / 2
    assert second[2, 0] - second[1, 0] == pytest.approx(38 * year)


def test_cycles_that_follow_one_another_begin_each_at_its_own_start():
    force, seconds = Quantity("force", "MN"), Quantity("time", "s")
    cycles = [Series([0.0, 2.0, 0.0], np.array([0.0, 300.0, 600.0]) + 700 * n, force, seconds) for n in range(3)]
    form = ridgeline(cycles)
    across = next(one for one in form.legend.readings if one.shows == "across")
    assert (across.low, across.high) == (0, 600)


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [
        (0.00008, 0.49812, (0, 0.498)),
        (2019.0, 2024.0, (2019, 2024)),
        (100.12, 100.44, (100.1, 100.4)),
        (1.1184, 14.861, (1.1, 14.9)),
        (0.0, 0.0, (0, 0)),
        (-0.00002, 12_345.0, (0, 12_300)),
        (0.0, 12_345.0, (0, 12_345)),
    ],
)
def test_a_range_is_rounded_to_one_place(low, high, told):
    assert rounded(low, high) == told


def test_no_number_is_written_with_a_power_of_ten():
    assert (number(8e-05), number(-1.5e-7), number(123456789.0)) == ("0.00008", "-0.00000015", "123,456,789")
    assert plain_number(1e9) == "1000000000"


HIGH = [Series([9.0, 10.0, 11.0, 9.0], None, Quantity("v", "kg"), Quantity(), "near")]
LOW = [Series([1.0, 2.0, 1.5, 1.0], None, Quantity("v", "kg"), Quantity(), "far")]


def test_a_row_that_lies_behind_another_is_drawn_thin_over_it_and_the_legend_says_so():
    form = ridgeline([*LOW, *HIGH])
    lines = [one for one in form.drawing.marks if isinstance(one, Line)]
    thin = [one for one in lines if one.width == pytest.approx(THIN * 2.2)]
    assert len(thin) == 1 and dict(form.legend.counts)["covered"] == 1 and "covered-thin" in form.legend.cautions
    level = lines[0].points[:, 1]  # of the row that is covered
    drawn = thin[0].points[~np.isnan(thin[0].points[:, 0])]
    assert drawn[:, 0].min() < 60 and drawn[:, 0].max() > 940
    assert drawn[:, 1].min() >= level.min() - 1 and drawn[:, 1].max() <= level.max() + 1
    assert form.drawing.marks.index(thin[0]) > form.drawing.marks.index(lines[1])


def test_a_row_whose_peak_alone_is_covered_is_drawn_over_too():
    kilograms = Quantity("v", "kg")
    far = Series([0, 0, 0, 0, 4, 0, 0, 0, 0], None, kilograms, Quantity(), "far")
    near = Series([0, 0, 0, 0, 9, 0, 0, 0, 0], None, kilograms, Quantity(), "near")
    assert dict(ridgeline([far, near]).legend.counts)["covered"] == 1
    assert dict(ridgeline([near, far]).legend.counts)["covered"] == 0


def test_rows_that_can_be_seen_are_drawn_once():
    for form in (ridgeline(BATCHES), ridgeline([*HIGH, *LOW])):
        assert dict(form.legend.counts)["covered"] == 0 and "covered-thin" not in form.legend.cautions


def test_a_row_that_is_picked_out_is_seen_whole_and_needs_no_thin_line():
    assert dict(ridgeline([*LOW, *HIGH], accent=0).legend.counts)["covered"] == 0


def test_of_few_rows_the_legend_says_which_is_which():
    assert "from the top row to the bottom one: far, near." in " ".join(
        map(str, sentences(ridgeline([*LOW, *HIGH]).legend))
    )


@pytest.mark.parametrize("name", MADE_ALL)
def test_whatever_is_made_without_scales_says_so(name):
    told = " ".join(unset(one.into("en")) for one in sentences(MADE_ALL[name](scales="off")))
    assert told.count("The scales were taken off at the plant’s request") == 1


def test_strips_of_readings_that_were_not_taken_evenly_say_so():
    even = "time, s;mm\n" + "\n".join(f"{n};{n % 7}" for n in range(40))
    late = "time, s;mm\n" + "\n".join(f"{n if n < 20 else n + 400};{n % 7}" for n in range(40))
    note = "Readings stand one after another at equal distances"
    assert note not in said(even, "stripes") and note in said(late, "stripes")


def test_two_gears_say_their_teeth_and_their_proportion():
    assert "ring and of the wheel: 96 : 52, divided out 24 : 13." in " ".join(
        map(str, sentences(form_of("spirograph", {"ring": 96, "wheel": 52}, None, Drawn()).legend))
    )
    prime = sentences(form_of("spirograph", {"ring": 97, "wheel": 52}, None, Drawn()).legend)
    assert str(prime[0]) == "Teeth of the ring and of the wheel: 97 : 52."


def test_signs_of_a_column_of_numbers_are_rows_of_its_values():
    table = read(b"shift;people\n1;20\n2;30\n1;15\n")
    form = form_of("isotype", {}, table, Drawn(("people",), by=("shift",)))
    assert form.legend.names == ("1", "2") and dict(form.legend.counts)["rows"] == 2


@pytest.mark.parametrize("form", ["ridgeline", "stripes"])
def test_a_lowest_value_near_zero_is_drawn_from_zero_and_one_that_is_not_is_said(form):
    near = "time, s;MPa\n" + "\n".join(f"{n};{0.00008 + n % 9 / 10}" for n in range(40))
    far = "time, s;MPa\n" + "\n".join(f"{n};{2 + n % 9 / 10}" for n in range(40))
    note = "The scale does not begin at zero"
    assert note not in said(near, form) and note in said(far, form)
