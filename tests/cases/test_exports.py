"""Do the kits' exports look as such files do, are the traps in them that the notes tell of, and are they met?"""

from datetime import date, datetime, timedelta

import pytest

from promplan import assets
from promplan.cases.example import example
from promplan.cases.exports import CAMPAIGNS, exports
from promplan.cases.kit import available, load
from promplan.export.results_files import Choices, difference, opened, zone_of
from promplan.language import inside
from promplan.media import pooled_rate

HOME = assets.folder() / "cases"
RUSSIAN = ("Дата и время", "Итого и среднее", "Среднее")
CODES = {"export-vk": "utf-8", "export-site": "cp1251", "export-messenger": "utf-8"}
SIGNS = {"export-vk": ";", "export-site": ";", "export-messenger": "\t"}


@pytest.fixture(params=available())
def case(request):
    return request.param


def lines(case: str, name: str) -> list[list[str]]:
    text = exports(case)[name].decode(CODES[name])
    return [line.split(SIGNS[name]) for line in text.splitlines()[1:]]


def test_every_kit_has_its_exports_and_they_come_out_the_same_again(case):
    assert set(CAMPAIGNS) == set(available())
    found = {one.stem: one.read_bytes() for one in (HOME / case / "exports").iterdir()}
    assert found == exports(case)


def test_each_says_first_that_it_is_synthetic_and_its_rows_are_as_wide_as_its_heads(case):
    for name, data in exports(case).items():
        assert data.decode(CODES[name]).startswith("# synthetic: seed ")
        heads, *rows = lines(case, name)
        assert {len(row) for row in rows} == {len(heads)} and len(rows) > 3


def test_the_counters_file_is_no_utf_8(case):
    with pytest.raises(UnicodeDecodeError):
        exports(case)["export-site"].decode("utf-8")


def test_the_notes_beside_the_data_name_each_export(case):
    for language in ("en", "ru"):
        notes = (HOME / case / f"data.{language}.md").read_text(encoding="utf-8")
        assert all(f"| `exports/{name}.csv` |" in notes for name in CODES)


def test_the_page_s_clock_is_four_hours_behind_and_one_piece_stands_on_the_day_before(case):
    heads, *rows = lines(case, "export-vk")
    assert heads[0] == RUSSIAN[0]
    shown = [datetime.strptime(row[0], "%d.%m.%Y %H:%M") for row in rows[:-1]]
    town = [datetime.fromisoformat(one.at) for one in CAMPAIGNS[case].posts]
    assert [one + timedelta(hours=4) for one in shown] == town
    assert sum(one.date() != there.date() for one, there in zip(shown, town, strict=True)) == 1


def test_the_page_s_last_line_is_a_mean_of_rates_and_not_the_rate_of_all(case):
    _, *rows = lines(case, "export-vk")
    *posts, last = rows
    assert last[0] == RUSSIAN[2]
    pairs = [(sum(int(cell) for cell in row[6:9]), int(row[4])) for row in posts]
    rates = pooled_rate(pairs)
    assert float(last[-1]) == pytest.approx(100 * rates.averaged, abs=0.01)
    assert abs(float(last[-1]) - 100 * rates.pooled) > 0.04


def test_the_counters_last_line_is_a_mean_too_and_one_source_stands_there_in_two_spellings(case):
    _, *rows = lines(case, "export-site")
    *sources, last = rows
    assert last[0] == RUSSIAN[1]
    visits, reached = sum(int(row[3]) for row in sources), sum(int(row[6]) for row in sources)
    assert (int(last[3]), int(last[6])) == (visits, reached)
    mean = sum(100 * int(row[6]) / int(row[3]) for row in sources) / len(sources)
    assert float(last[7].replace(",", ".")) == pytest.approx(mean, abs=0.01)
    assert abs(mean - 100 * reached / visits) > 0.05
    names = [row[0] for row in sources]
    assert len(set(names)) == len({one.lower() for one in names}) + 1


def test_the_messenger_has_one_row_twice_and_counts_it_twice(case):
    _, *rows = lines(case, "export-messenger")
    *messages, total = rows
    assert total[0] == "Total" and messages[1] == messages[2]
    assert len({tuple(row) for row in messages}) == len(messages) - 1
    assert int(total[2]) == sum(int(row[2]) for row in messages)


def test_nothing_in_an_export_contradicts_itself(case):
    clicked = {}
    for row in lines(case, "export-vk")[1:-1]:
        impressions, reach, views, *_, clicks, _spend, _rate = map(float, (*row[3:12],))
        assert max(reach, views, clicks) <= impressions
        clicked[row[2].rpartition("=")[2]] = clicks
    visited: dict[str, float] = {}
    for row in lines(case, "export-site")[1:-1]:
        assert int(row[6]) <= int(row[4]) <= int(row[3])
        if row[0].lower() == "vk":
            visited[row[2]] = visited.get(row[2], 0) + int(row[3])
    assert all(visits <= clicked[content] for content, visits in visited.items())


def test_an_export_leads_to_the_plants_own_page(case):
    web = load(case).card["web"]
    assert all(row[2].startswith(web) for row in lines(case, "export-vk")[1:-1])


# -- the import of results meets the traps


def brought(name: str, choices: Choices | None = None, mapping: dict[int, str] | None = None):
    plan = example("08-plan")
    plan.results = []
    file = opened(exports("rubber-works")[name], f"{name}.csv")
    return difference(plan, file, {**file.mapping, **(mapping or {})}, choices)


def test_with_its_zone_the_piece_of_the_night_comes_on_its_own_day():
    found = brought("export-vk", Choices(zone="Europe/Moscow", channel="H2", source="export-vk"))
    days = {one.values["item"]: one.values["day"] for one in found.rows}
    assert days["C14"] == date(2026, 12, 22) and len(days) == 12
    quarter = {one.item: one for one in example("09-quarter").results if one.channel == "H2"}
    for one in found.rows:
        told = quarter[one.values["item"]]
        for name in ("day", "impressions", "reach", "views", "engagements", "clicks"):
            assert one.values[name] == getattr(told, name)


def test_two_spellings_of_one_source_are_one_result():
    found = brought("export-site", mapping={6: "registrations"})
    film = next(one for one in found.rows if one.values["item"] == "C1")
    assert (film.values["clicks"], film.values["registrations"]) == (73, 5)


def test_the_row_that_is_there_twice_counts_once():
    found = brought("export-messenger", mapping={2: "impressions"})
    assert [one.values["impressions"] for one in found.rows] == [3117, 867, 3175]


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize(("plan", "plant"), [("09-solved", "wagon-works"), ("09-quarter", "rubber-works")])
def test_most_rows_find_their_piece_whatever_language_the_plan_is_in(plan, plant, language):
    with inside(language):
        document = example(plan)
        for name, data in exports(plant).items():
            found = difference(document, opened(data, name)).rows
            sure = [one for one in found if one.match.item and one.match.sure]
            assert 2 * len(sure) > len(found), (name, [(one.called, one.match.item) for one in found])


def test_the_goal_of_a_site_is_read_as_registrations_and_its_rate_is_worked_out(case):
    found = difference(load(case).plan, opened(exports(case)["export-site"], "export-site.csv"))
    assert all("registrations" in one.values for one in found.rows if one.kind != "unread")
    notes = "\n".join(map(str, found.notes))
    assert "is read as registrations" in notes and "Registrations by Clicks" in notes
    assert "Columns that were left aside: UTM Medium, Посетители, Отказы, %." in notes


def test_a_page_counts_by_moscow_s_clock_and_a_messenger_by_the_town_s(case):
    plan = load(case).plan
    zones = [zone_of(plan, opened(exports(case)[one], one)) for one in ("export-vk", "export-messenger", "export-site")]
    assert zones == ["Europe/Moscow", plan.meta.time_zone, ""]
