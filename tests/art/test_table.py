"""The team's own data, however they were written: read, said back, or refused in words."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from promplan import assets
from promplan.art.cells import header, number, numbers
from promplan.art.columns import said_back
from promplan.art.decoded import separator
from promplan.art.series import Series, means, thinned
from promplan.art.table import read
from promplan.language import Problem, inside

SHIFT = (
    "Отчёт за смену;;\nВремя;Момент, дН·м;Примечание\n06:00:00;1 234,5;пуск\n06:00:10;-;\n23:59:59;1 240,25;\n"
    "00:00:05;авария;стоп\n"
)


def told(table):
    return " ".join(map(str, said_back(table)))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1251", "cp866"])
def test_a_table_is_the_same_in_every_encoding(encoding):
    table = read(SHIFT.encode(encoding))
    torque = table["Момент"]
    assert (torque.unit, torque.gaps, torque.unread, torque.limits) == ("дН·м", 1, 1, (1234.5, 1240.25))
    assert table.encoding == encoding
    assert torque.examples == ((6, "авария"),)


def test_what_was_read_is_said_back_with_gaps_and_what_was_not_understood():
    text = told(read(SHIFT.encode("cp1251")))
    assert "4 rows, 3 columns." in text
    assert "cp1251, parted by semicolons, decimals by a comma" in text
    assert "1 missing; 1 not read, such as “авария” in row 6" in text
    assert "1 row above the names was left out." in text


def test_it_is_said_back_in_russian_as_well():
    with inside("ru"):
        text = told(read(SHIFT.encode("cp1251"))).replace("\u00a0", " ").replace("\u202f", " ")
    assert text.startswith("4 строки, 3 столбца. Кодировка cp1251")
    assert "Время: время суток, всего 64 805 с." in text
    assert "нет 1 значения; не прочитана 1 ячейка: «авария» в строке 6" in text


def test_past_midnight_comes_the_next_day():
    assert read(SHIFT.encode())["Время"].values.tolist() == [0, 10, 64_799, 64_805]


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("a;b\n1,5;2,5\n", ";"),
        ("a\tb\n1,5\t2,5\n", "\t"),
        ("a,b\n1.5,2.5\n", ","),
        ('a,b\n"1,5","2,5"\n', ","),
        ("x\n1,5\n2,5\n", ""),
        ("Время, с;Давление, МПа;Темп.\n0,0;0,12;170,1\n0,1;0,13;170,2\n", ";"),
        ("a|b\n1|2\n", "|"),
        ("sep=;\na;b\n1;2\n", ";"),
    ],
)
def test_the_separator_is_found(text, sign):
    assert separator(text) == sign
    assert read(text.encode()).columns[0].kind == "number"


@pytest.mark.parametrize(
    ("cell", "comma", "value"),
    [
        ("1 234,5", True, 1234.5),
        ("1\u00a0234.5", False, 1234.5),
        ("1,234.5", False, 1234.5),
        ("1.234,5", True, 1234.5),
        ("1,234", False, 1234),
        ("1,234", True, 1.234),
        ("−3,2", True, -3.2),
        ("12 %", False, 12),
        ("1e-3", False, 0.001),
        (".5", False, 0.5),
        ("12 МПа", False, 12),
    ],
)
def test_a_number_is_read_as_it_was_meant(cell, comma, value):
    assert number(cell, comma, "МПа") == value


@pytest.mark.parametrize("cell", ["", " ", "-", "—", "n/a", "NaN", "нет", "н/д", "#N/A"])
def test_nothing_is_a_gap(cell):
    assert np.isnan(number(cell, True))


@pytest.mark.parametrize("cell", ["авария", "<0,01", "1..2", "1_000", "inf", "1e999", "12 кг", "5*", "=1+1"])
def test_what_is_no_number_is_none(cell):
    assert number(cell, True, "МПа") is None


@given(st.lists(st.sampled_from(["1,5", "2", "-", "x", "1 000,25", "inf", "1_0", "a\nb", "3,0", "nan"]), max_size=9))
def test_a_column_read_as_a_whole_is_that_read_cell_by_cell(cells):
    found, wrong = numbers(cells, True)
    each = [number(one, True) for one in cells]
    assert wrong == [n for n, one in enumerate(each) if one is None]
    assert np.array_equal(
        found, np.array([np.nan if one is None else one for one in each], dtype=float), equal_nan=True
    )


@pytest.mark.parametrize(
    ("text", "name", "unit"),
    [
        ("Torque, dN·m", "Torque", "dN·m"),
        ("Force [MN]", "Force", "MN"),
        ("Температура плит (°C)", "Температура плит", "°C"),
        ("T / °C", "T", "°C"),
        ("force_MN", "force", "MN"),
        ("thickness (left)", "thickness (left)", ""),
        ("Смена, вторая", "Смена, вторая", ""),
        ("torque", "torque", ""),
    ],
)
def test_a_header_is_parted_in_name_and_unit(text, name, unit):
    assert header(text) == (name, unit)


def test_units_in_a_row_of_their_own_are_found():
    table = read(b"T,p\n[min],[MPa]\n0,1\n1,2\n")
    assert [(one.name, one.unit) for one in table.columns] == [("T", "min"), ("p", "MPa")]
    assert table.rows == 2


def test_a_unit_in_each_cell_does_no_harm():
    pressure = read("Давление, МПа;n\n0,5 МПа;1\n0,4 МПа;2\n".encode())["Давление"]
    assert pressure.values.tolist() == [0.5, 0.4]
    assert read(b"a;b\n1,5E+03;2\n2E-3;1\n")["a"].values.tolist() == [1500, 0.002]


def test_years_may_be_names():
    table = read("цех;2024;2025\nсборка;341;352\nокраска;146;150\n".encode())
    assert [one.name for one in table.columns] == ["цех", "2024", "2025"]
    assert read(b"year;n\n2024;5\n2025;6")["year"].values.tolist() == [2024, 2025]


def test_names_that_lack_or_occur_twice_are_made_different():
    assert [one.name for one in read(b"t;t;\n1;2;3\n4;5;6").columns] == ["t", "t (2)", "column 3"]


def test_without_names_the_columns_are_counted_and_that_is_said():
    table = read(b"5;6\n7;8")
    assert [one.name for one in table.columns] == ["column 1", "column 2"]
    assert "have no names" in told(table)
    assert "one number with a decimal comma" in told(read(b"12,5\n13,1\n"))
    assert read(b"12,5\n13,1\n", parted="").columns[0].values.tolist() == [12.5, 13.1]


def test_a_comma_that_may_part_thousands_is_said():
    assert "1,234 was read as 1.234" in told(read(b"a;b\n1,234;5,100\n2,500;6,200"))
    assert read(b"a;b\n1,234;5,100\n2,500;6,200", comma=False)["a"].values.tolist() == [1234, 2500]


def test_a_constant_a_column_of_nothing_and_one_of_words_are_said():
    text = told(read("v;w;x;y\n5;;да;1\n5;-;нет данных;2\n5;;да;3".encode()))
    assert "v (no unit): 5 throughout." in text and "w: nothing in it." in text and "x: words, 2 different." in text


def test_moments_count_in_seconds_from_the_first():
    table = read(b"t;p\n02.11.2026 06:00;1\n02.11.2026 06:01:30;2\n")
    assert table["t"].values.tolist() == [0, 90] and table["t"].began == "2026-11-02 06:00:00"
    zoned = read(b"t,p\n2026-11-02T06:00:00.5+07:00,1\n2026-11-02T06:00:02+07:00,2\n")["t"]
    assert zoned.values.tolist() == [0, 1.5] and zoned.began.startswith("2026-11-02 06:00")
    assert read(b"m;p\n2026-01;1\n2026-03;2\n")["m"].values.tolist() == [0, 59 * 86_400]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf\n\n", "empty"),
        (b"PK\x03\x04rest", "workbook"),
        (b"%PDF-1.7", "PDF"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "web page"),
        (b'{"a": [1, 2]}', "JSON"),
        (b"a;b\n" + b"1" * 200_000 + b";2\n", "longer than a page"),
        (bytes(range(256)) * 8, "no text"),
        (b"a;b\n", "no rows"),
        (b"a;b\nx;y\nz;w\n", "no numbers"),
        (b'a;b\n1;"2\n' + b"3;4\n" * 300, "Row 2: a quotation mark"),
        (b"d;v\n02/11/2026;1\n03/11/2026;2\n", "two days"),
        (b"# only a comment\n", "no row"),
        (b";".join(b"a" for _ in range(300)) + b"\n" + b";".join(b"1" for _ in range(300)), "300 columns"),
        (b"x" * (64 * 2**20 + 1), "larger than 64 MB"),
    ],
)
def test_what_can_not_be_read_is_refused_in_both_languages(data, words):
    with pytest.raises(Problem, match=words) as found:
        read(data)
    with inside("ru"):
        assert any("а" <= letter <= "я" for letter in str(found.value))


def test_an_encoding_that_was_named_and_is_not_the_file_s_is_said():
    with pytest.raises(Problem, match="not in utf-8"):
        read("Момент;x\n1;2".encode("cp1251"), encoding="utf-8")
    with pytest.raises(Problem, match="cp866"):
        read(b"a\n1\n2", encoding="latin-9")


def test_a_row_that_is_too_short_lacks_its_cells_and_is_said():
    table = read(b"a;b;c\n1;2;3\n4;5\n6;7;8;9\n1;2;3\n1;2;3")
    assert table["c"].gaps == 1
    assert "2 rows have another number of cells, as row 3 does" in told(table)


def test_quotes_hold_separators_and_quotes():
    table = read(b'name;v\n"a;""b""";1\n"c";2\n')
    assert table["name"].words == ('a;"b"', "c")


def test_the_kit_s_own_series_are_read_with_their_units():
    folder = assets.folder() / "cases" / "rubber-works"
    press = read((folder / "press-cycle.csv").read_bytes())
    assert press.synthetic
    assert (press["force"].unit, press["plates"].unit) == ("MN", "°C")
    assert len(press.series("plates", "second")) == len(press.series("plates", "second", by=("day", "cycle"))) == 60
    batches = read((folder / "rheometer.csv").read_bytes()).series("torque", "minute", by=("batch",))
    assert [one.name for one in batches] == [str(n) for n in range(1, 13)]
    assert batches[0].value.unit == "dN·m" and batches[0].time.unit == "min"


def test_a_column_of_words_or_an_unknown_one_is_answered_with_those_that_do():
    table = read(b"name;v;w\na;1;2\nb;2;3")
    with pytest.raises(Problem, match="Choose one of: v, w"):
        table.series("name")
    with pytest.raises(Problem, match="Choose one of: name, v, w"):
        table.series("z")


def test_a_long_series_is_thinned_without_losing_a_peak_and_says_so():
    values = np.sin(np.arange(1_000_000) / 5_000)
    values[123_456], values[777_777] = 9.0, np.nan
    done = thinned(Series(values), 2_000)
    assert len(done.values) <= 2_000 and done.thinned_from == 1_000_000
    assert done.high == 9.0 and done.low == values[np.isfinite(values)].min()
    assert thinned(Series([1.0, 2.0, 3.0]), 2_000).thinned_from == 0


@given(st.lists(st.floats(-1e6, 1e6) | st.just(float("nan")), min_size=2, max_size=300), st.integers(4, 60))
def test_thinning_keeps_the_lowest_the_highest_and_the_order(values, most):
    if np.isfinite(values).sum() < 2:
        return
    whole = Series(values)
    try:
        done = thinned(whole, most)
    except Problem:  # of two numbers one may be the lowest and the highest of its stretch and be left alone
        return
    assert (done.low, done.high) == (whole.low, whole.high)
    assert len(done.values) <= max(most, 3) and (np.diff(done.at) > 0).all()


def test_means_of_stretches_leave_gaps_out():
    found, each = means(Series([1, 3, np.nan, 5, np.nan, np.nan, 7]), 4)
    assert each == 2 and np.array_equal(found, [2, 5, np.nan, 7], equal_nan=True)


@given(st.binary(max_size=400))
def test_whatever_the_bytes_are_there_is_a_table_or_a_word(data):
    try:
        table = read(data)
    except Problem as error:
        assert len(str(error)) > 10
    else:
        assert said_back(table)


@given(st.text("0123456789,.;\t \"'\nabж-", max_size=200))
def test_whatever_the_text_is_there_is_a_table_or_a_word(text):
    try:
        table = read(text.encode())
    except Problem:
        return
    assert all(str(one) for one in said_back(table))


def test_series_are_found_once_for_the_same_columns():
    table = read(b"n,x,y\n1,0,1\n1,1,2\n2,0,3\n2,1,4\n")
    first = table.series("y", "x", ("n",))
    assert table.series("y", "x", ["n"]) is first and table.series("x") is not first
    assert [one.name for one in first] == ["1", "2"]
