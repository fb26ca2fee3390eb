"""Are the synthetic data what their notes say, and do they come out the same on every day and machine?"""

from collections import Counter
from datetime import date

import pytest

from promplan import assets
from promplan.cases import exports, generate
from promplan.cases.kit import load

HOME = assets.folder() / "cases"
MADE = [(case, name) for case, files in generate.FILES.items() for name in files]


@pytest.fixture(scope="module")
def case():
    return load("rubber-works")


@pytest.mark.parametrize(("case", "name"), MADE)
def test_making_a_file_again_gives_the_same_bytes(case, name):
    assert generate.text(case, name).encode() == (HOME / case / f"{name}.csv").read_bytes()


def test_every_csv_of_a_kit_has_its_generator():
    found = {(one.parent.name, one.stem) for one in HOME.glob("*/*.csv")}
    assert found == set(MADE)


@pytest.mark.parametrize(("case", "name"), MADE)
def test_a_file_says_first_that_it_is_synthetic_and_is_no_burden(case, name):
    text = generate.text(case, name)
    assert text.startswith("# synthetic: seed ") and "units: " in text.splitlines()[0]
    assert len(text.encode()) < 300_000


@pytest.mark.parametrize("kit", generate.FILES)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_notes_beside_the_data_name_every_file_and_its_seed(kit, language):
    notes = (HOME / kit / f"data.{language}.md").read_text(encoding="utf-8")
    for name, (seed, *_) in generate.FILES[kit].items():
        line = next(line for line in notes.splitlines() if line.startswith(f"| `{name}.csv`"))
        assert not seed or f"| {seed} |" in line


@pytest.mark.parametrize("kit", generate.FILES)
def test_writing_the_files_writes_all_of_them(tmp_path, kit):
    generate.write(kit, tmp_path)
    assert {one.stem for one in tmp_path.glob("*.csv")} == set(generate.FILES[kit])
    assert {one.stem for one in (tmp_path / "exports").iterdir()} == set(exports.exports(kit))


@pytest.mark.parametrize(
    ("minute", "expected"),
    [(1, 1.43), (1.5, 5.00), (2, 9.18), (2.5, 11.49), (3.2, 12.90), (5, 13.85), (8, 14.11), (13, 14.18)],
)
def test_the_rheometer_draws_the_curve_of_the_textbook(minute, expected):
    assert round(generate.torque(minute), 2) == expected


def test_t90_is_nine_tenths_of_the_rise_and_not_of_the_maximum():
    assert generate.torque(3.2) == pytest.approx(1.2 + 0.9 * (14.2 - 1.2))


def test_batches_scatter_around_the_curve_and_begin_with_a_dip(case):
    rows = case.series("rheometer")
    assert len({row["batch"] for row in rows}) == 12
    ends = [row["torque"] for row in rows if row["minute"] == 13]
    assert 13.3 < min(ends) < 14.18 < max(ends) < 15.1
    first = {row["minute"]: row["torque"] for row in rows if row["batch"] == 1}
    assert first[0.0] > 1.65 and 1.1 < first[0.5] < 1.3


@pytest.mark.parametrize(
    ("blank", "states"),
    [("preheated", {8: 36, 10: 85, 11: 93, 13: 99}), ("cold", {8: 0, 10: 49, 11: 74, 13: 95})],
)
def test_the_core_cures_as_the_annex_says(case, blank, states):
    cured = {row["minute"]: row["cure"] for row in case.series("mould-core") if row["blank"] == blank}
    for minute, state in states.items():
        assert cured[float(minute)] == pytest.approx(state, abs=1)


def test_the_core_only_warms_and_never_passes_the_plates():
    for blank in generate.BLANKS.values():
        heat = [degrees for _, degrees, _ in generate.core(blank)]
        assert heat == sorted(heat) and heat[-1] <= 170


def test_a_thicker_part_takes_longer():
    def done(thickness):
        return next(minute for minute, _, cured in generate.core(80.0, thickness=thickness) if cured >= 0.9)

    assert [done(mm / 1000) for mm in (5, 8, 12, 15, 20)] == pytest.approx([4, 5.5, 8, 10.5, 15], abs=0.6)


def test_sixty_cycles_bump_hold_and_begin_cold_on_monday(case):
    rows = case.series("press-cycle")
    cycles = {row["cycle"] for row in rows}
    assert len(cycles) == 60
    for cycle in cycles:
        force = [row["force"] for row in rows if row["cycle"] == cycle and 12 <= row["second"] < 60]
        assert sum(one < 0.5 for one in force) in range(1, 9)
        held = [row["force"] for row in rows if row["cycle"] == cycle and 90 <= row["second"] <= 660]
        assert all(2.47 <= one <= 2.53 for one in held)
    start = {row["cycle"]: row["plates"] for row in rows if row["second"] == 60}
    assert start[1] < start[13] - 5


def test_the_sheet_breathes_once_a_turn_after_the_stop(case):
    rows = case.series("calender")
    assert not [row for row in rows if 120 <= row["second"] < 300]
    before = [row["centre"] for row in rows if row["second"] < 120]
    after = [row["centre"] for row in rows if 300 <= row["second"] < 420]

    def spread(values):
        mean = sum(values) / len(values)
        return (sum((one - mean) ** 2 for one in values) / len(values)) ** 0.5

    assert spread(after) > 2 * spread(before)
    assert all(1.95 <= row[place] <= 2.08 for row in rows for place in ("left", "centre", "right"))


@pytest.mark.parametrize(("kit", "people"), [("rubber-works", 946), ("wagon-works", 2140), ("boiler-works", 1460)])
def test_ages_add_up_to_the_personnel_sheet_and_nobody_is_under_18(kit, people):
    case = load(kit)
    rows = case.series("workforce")
    assert sum(row["people"] for row in rows) == people == case.card["headcount"]["people"]
    assert min(row["age"] for row in rows) >= 18 and max(row["age"] for row in rows) <= 70
    assert {row["department"] for row in rows} == set(case.card["departments"])


def test_facts_about_ages_are_counted_from_the_file(case):
    rows = case.series("workforce")
    value = {one.id: one.fact.value for one in case.facts}
    assert value["F2"] == sum(row["people"] for row in rows)
    assert value["F31"] == round(sum(row["age"] * row["people"] for row in rows) / 946, 1)
    assert value["F32"] == sum(row["people"] for row in rows if row["age"] >= 55)
    assert value["F33"] == sum(row["people"] for row in rows if row["age"] < 30)


def test_a_year_of_posts_fits_the_town(case):
    rows = case.series("posts")
    days = [date.fromisoformat(str(row["date"])) for row in rows]
    assert days == sorted(days) and days[0] >= date(2025, 10, 1) and days[-1] <= date(2026, 9, 30)
    assert {(day.year, day.month) for day in days} == set(generate.MONTHS)
    for row in rows:
        assert 30 < row["reach"] < 62_000 / 4
        assert row["reactions"] < row["reach"] * 0.1 and row["clicks"] < row["reach"] * 0.03


def test_more_posts_and_fewer_applications_in_the_season_of_exams(case):
    months = {row["month"]: row for row in case.series("applications")}
    counted = Counter(str(row["date"])[:7] for row in case.series("posts"))
    assert {month: row["posts"] for month, row in months.items()} == counted
    exams = [months["2026-05"], months["2026-06"]]
    autumn = [months["2025-10"], months["2025-11"]]
    assert [sum(row[what] for row in exams) for what in ("posts", "applications")] == [31, 9]
    assert [sum(row[what] for row in autumn) for what in ("posts", "applications")] == [16, 26]
