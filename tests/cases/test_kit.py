"""Is the kit whole, in both languages, and does it hand itself over as the lessons expect?"""

import re
import shutil
import tomllib
from datetime import date
from itertools import product

import pytest

from promplan import assets, language
from promplan.cases.key import key
from promplan.cases.kit import VERDICTS, available, load
from promplan.language import Problem
from promplan.plan.brief import Brief
from promplan.plan.message import Message

HOME = assets.folder() / "cases"
FOLDER = HOME / "rubber-works"
CASES = tuple(available())  # whatever is offered to learners is held to everything below
TEXTS = sorted(one for name in CASES for one in (HOME / name).rglob("*") if one.suffix in (".toml", ".md"))
GUIDES = sorted(one for one in (HOME / "blank").iterdir())
NAME = {"en": "Uprugost Rubber Works", "ru": "АО «Упругость», завод РТИ"}
OFFICIALESE = re.compile(r"в рамках|\bданн(?:ый|ая|ого|ой)\b|осуществл|явля[ею]тся|на сегодняшний день", re.IGNORECASE)
TELLTALE = re.compile(
    r"planted|decoy|trap|instructor|\bkey\b|\bE\d+\b|mistake|преподават|подлож|ловушк|приманк|ошибк", re.IGNORECASE
)
# symbols, units and file names that Russian takes as they are
LATIN = re.compile(
    r"`[^`]*`|\b(?:F\d+|P\d+|Z\d+|ISO[\d -]*|dN·m|MDR|PT Sans|ParaType|[a-z-]+\.(?:csv|toml)|[\w.@-]+\.example(?:/\w+)*"
    r"|t90)\b|°[CF]"
)


@pytest.fixture(params=["en", "ru"])
def case(request):
    with language.inside(request.param):
        yield load("rubber-works")


@pytest.fixture(params=product(CASES, ("en", "ru")), ids="-".join)
def kit(request):
    """Each kit in each language."""
    name, tongue = request.param
    with language.inside(tongue):
        yield load(name)


def pairs(value):
    """Every {en, ru} of an asset."""
    if isinstance(value, dict):
        if isinstance(value.get("en"), list):  # two tracks of captions
            yield {tongue: "\n".join(one["text"] for one in value[tongue]) for tongue in ("en", "ru")}
        elif "en" in value or "ru" in value:
            if not re.fullmatch("[0-9a-f]{64}", value["en"]):  # a version's digest is in no language
                yield value
        else:
            for one in value.values():
                yield from pairs(one)
    elif isinstance(value, list):
        for one in value:
            yield from pairs(one)


def test_the_cases_are_offered_and_the_blank_kit_is_not():
    assert {"rubber-works", "wagon-works", "boiler-works"} <= set(CASES) and "blank" not in CASES


@pytest.mark.parametrize("name", CASES)
def test_no_kit_is_offered_with_bones_instead_of_words(name):
    files = [one for one in (HOME / name).rglob("*") if one.is_file() and one.parent.name != "exports"]
    assert [one.name for one in files if "TODO" in one.read_text(encoding="utf-8")] == []


def test_an_unknown_case_is_answered_with_what_there_is():
    with pytest.raises(Problem, match=r"There is no case “rubber”.*rubber-works"):
        load("rubber")
    with pytest.raises(Problem):
        load("blank")


@pytest.mark.parametrize("file", [*TEXTS, *GUIDES], ids=lambda one: f"{one.parent.name}/{one.name}")
def test_a_file_says_on_its_first_line_that_it_is_invented(file):
    first = file.read_text(encoding="utf-8").splitlines()[0]
    assert "synthetic" in first and re.search(
        "invented|вымышлен|public holidays|real (?:rubber|wagon|boiler and turbine) works", first
    )


def test_the_plan_holds_the_plants_own_words(case):
    plan = case.plan
    assert (plan.meta.case, plan.meta.as_of, plan.meta.language) == (
        "rubber-works",
        date(2026, 10, 12),
        language.current(),
    )
    assert (plan.meta.campaign_start, plan.meta.campaign_end) == case.campaign == (date(2026, 11, 2), date(2027, 1, 31))
    assert (
        plan.enterprise.name
        == case.name
        == {"en": "Uprugost Rubber Works", "ru": "АО «Упругость», завод РТИ"}[language.current()]
    )
    assert case.place == {"en": "Dugorsk", "ru": "Дугорск"}[language.current()]
    assert case.date == date(2026, 10, 12) and case.aim == "careers"
    assert len(plan.enterprise.facts) == len(case.facts) >= 36


def test_the_brief_leaves_no_field_empty(kit):
    assert all(value not in ("", None) for name, value in kit.plan.brief.model_dump().items() if name != "by")


def test_the_brief_asks_for_careers_at_no_cost(case):
    brief = case.plan.brief
    assert (brief.aim, brief.answer_days, brief.silence_means, brief.budget) == ("careers", 10, "no", 0.0)


def test_the_blank_plan_knows_the_plant_and_nothing_else(kit):
    blank = kit.blank
    assert blank.enterprise.facts == [] and blank.brief == Brief()
    assert blank.objectives == blank.audiences == [] and blank.message == Message()
    assert blank.meta == kit.plan.meta
    for name in ("name", "place", "industry", "products", "protected_names"):
        assert getattr(blank.enterprise, name) == getattr(kit.plan.enterprise, name) != ""


def test_what_a_team_does_to_one_plan_leaves_the_kit_alone(case):
    case.plan.enterprise.facts[0].statement = "changed"
    assert case.facts[0].fact.statement != "changed"
    assert case.blank.enterprise.facts == []


def test_ids_count_up(kit):
    assert [one.id for one in kit.facts] == [f"F{n}" for n in range(1, len(kit.facts) + 1)]
    for letter, rows in (
        ("P", kit.people),
        ("Z", kit.zones),
        ("V", kit.listed("vacancies")),
        ("D", kit.listed("dates")),
    ):
        assert [one["id"] for one in rows] == [f"{letter}{n}" for n in range(1, len(rows) + 1)]


def test_groups_are_named(case):
    assert {one.group for one in case.facts} == {"", "heard-in-the-shop"}
    with pytest.raises(Problem, match="heard-in-the-shop"):
        case.facts.group("elsewhere")


def test_six_sentences_were_heard_and_two_may_go_out(case):
    heard = case.facts.group("heard-in-the-shop")
    assert len(heard) == 6
    assert [one.verdict for one in heard].count("publish") == 2
    for one in heard:
        assert one.verdict in VERDICTS and one.why["en"] and one.why["ru"]
        assert (one.verdict == "publish") == (one.fact.clearance.state == "cleared")
    assert all(not one.verdict and not one.why for one in case.facts if not one.group)


def test_the_table_of_a_group_shows_sentence_verdict_and_reason(case):
    table, heard = case.facts.table("heard-in-the-shop"), case.facts.group("heard-in-the-shop")
    assert len(table.columns) == 3 and len(table.rows) == 6
    assert [row[1] for row in table.rows] == [str(VERDICTS[one.verdict]) for one in heard]
    assert all(all(row) for row in table.rows)
    assert len(case.facts.table().rows) == len(case.facts)


def test_the_case_says_briefly_what_it_is(kit):
    assert kit.name in repr(kit) and str(len(kit.facts)) in repr(kit)


def test_the_chain_goes_on_to_whoever_uses_it_and_has_no_dead_end(kit):
    ids = {one.id for one in kit.chain.nodes}
    stage = {one.id: one.stage for one in kit.chain.nodes}
    assert all(start in ids and end in ids and stage[start] < stage[end] for start, end in kit.chain.edges)
    ends = ids - {start for start, _ in kit.chain.edges}
    assert {one.branch for one in kit.chain.nodes if one.id in ends} == {"use"}
    assert {one.branch for one in kit.chain.nodes} == set(kit.chain.branches)


def test_the_chain_branches_at_the_laboratory(case):
    assert {end for start, end in case.chain.edges if start == "lab"} == {"calender", "extruder", "blank"}
    assert {one.id for one in case.chain.nodes} - {end for _, end in case.chain.edges} == {"store"}


def test_a_moulded_part_is_cured_in_its_press_and_nowhere_else(case):
    after = dict(edge for edge in case.chain.edges if edge[0] in ("blank", "press", "deflash"))
    assert after == {"blank": "press", "press": "deflash", "deflash": "inspect"}


def test_every_zone_says_what_may_be_filmed(kit):
    for zone in kit.zones:
        assert all(zone[name] for name in ("name", "filmed", "never", "ppe", "limits"))
        assert zone["filming"] in ("yes", "asked", "no")


@pytest.mark.parametrize(
    ("name", "closed"),
    [("rubber-works", {"Z2", "Z8"}), ("wagon-works", {"Z5", "Z8"}), ("boiler-works", {"Z3", "Z8"})],
)
def test_where_vapours_explode_where_x_rays_shine_and_at_the_checkpoint_nobody_films(name, closed):
    assert {one["id"] for one in load(name).zones if one["filming"] == "no"} == closed


def test_people_stand_in_zones_that_exist(kit):
    zones = {one["id"] for one in kit.zones}
    for person in kit.people:
        assert person["zone"] in zones
        assert person["image"] in ("yes", "no", "hands only") and person["voice"] in ("yes", "no")
        assert person["id"] == "P9" or person["until"]


def test_vacancies_belong_to_departments_and_say_what_is_open_to_the_young(kit):
    rows = kit.listed("vacancies")
    assert {one["department"] for one in rows} <= set(kit.card["departments"])
    assert all(one["under_18"] in ("excursion", "practice", "college") for one in rows)
    assert all(one["pay_from"] < one["pay_to"] for one in rows if "pay_from" in one)


def test_vacancies_are_as_many_as_the_register_says(case):
    rows = case.listed("vacancies")
    assert sum(one["places"] for one in rows) == 27 == next(one.fact.value for one in case.facts if one.id == "F34")
    assert next(one["pay_from"] for one in rows if one["id"] == "V1") == 62000


def test_dates_lie_in_the_campaign(kit):
    start, end = kit.campaign
    for one in kit.listed("dates"):
        assert start <= one["day"] <= one["until"] <= end


def test_prices_are_roubles(case):
    assert all(isinstance(one["roubles"], int) and one["roubles"] >= 0 for one in case.listed("prices"))


def test_numbers_that_are_computed_from_one_another_agree(case):
    value = {one.id: one.fact.value for one in case.facts}
    assert value["F15"] == pytest.approx(3.14159 * value["F13"] / 1000 / (value["F14"] / 60), abs=0.1)
    assert value["F10"] * 1000 / 2.2 == pytest.approx(500)
    assert value["F22"] * 1e6 / (93.5e3 * 9.81) == pytest.approx(2.7, abs=0.05)
    assert value["F49"] * 1000 / value["F18"] == pytest.approx(207, abs=1)


def test_an_unknown_series_is_answered_with_what_there_is(case):
    with pytest.raises(Problem, match="mould-core"):
        case.series("heat")


def test_a_damaged_kit_says_where(tmp_path, monkeypatch):
    shutil.copytree(FOLDER, tmp_path / "cases" / "rubber-works")
    monkeypatch.setattr(assets, "folder", lambda: tmp_path)
    facts = tmp_path / "cases" / "rubber-works" / "facts.toml"
    facts.write_text(facts.read_text(encoding="utf-8").replace("value = 946.0", 'value = "many"'), encoding="utf-8")
    with pytest.raises(Problem, match="damaged at F2: value: a number"):
        load("rubber-works")


@pytest.mark.parametrize(
    "file", [one for one in TEXTS if one.suffix == ".toml"], ids=lambda one: f"{one.parent.name}/{one.name}"
)
def test_both_languages_are_there_and_each_is_itself(file):
    told = list(pairs(tomllib.loads(file.read_text(encoding="utf-8"))))
    for one in told:
        assert set(one) == {"en", "ru"} and one["en"].strip() and one["ru"].strip()
        assert not re.search("[А-Яа-яЁё]", one["en"]), one
        latin = re.findall(r"[A-Za-z]{2,}", LATIN.sub("", one["ru"]))
        assert not latin, one
        if re.search(r"[A-Za-z]{3,}", LATIN.sub("", one["en"])):
            assert re.search("[А-Яа-яё]", one["ru"]), one


@pytest.mark.parametrize("file", [*TEXTS, *GUIDES], ids=lambda one: f"{one.parent.name}/{one.name}")
def test_russian_is_written_and_not_issued(file):
    text = file.read_text(encoding="utf-8")
    assert not OFFICIALESE.search(text)
    for told in pairs(tomllib.loads(text)) if file.suffix == ".toml" else ():
        assert '"' not in told["ru"] and "“" not in told["ru"]
        assert not re.search(r"\d\.\d", told["ru"]), told


@pytest.mark.parametrize("file", [*TEXTS, *GUIDES], ids=lambda one: f"{one.parent.name}/{one.name}")
def test_every_address_leads_nowhere(file):
    text = file.read_text(encoding="utf-8")
    addresses = re.findall(r"[\w.+-]+@[\w.-]+|https?://[^\s\"`)]+|\bwww\.[^\s\"`)]+", text)
    hosts = [one.partition("://")[2].partition("/")[0] or one for one in addresses]
    assert all(one.endswith(".example") for one in hosts), addresses


@pytest.mark.parametrize("name", CASES)
def test_the_register_does_not_say_what_was_done_to_it(name):
    text = (HOME / name / "facts.toml").read_text(encoding="utf-8")
    told = re.findall(
        r"planted|decoy|trap|instructor|\bkey\b|\bE\d+\b|mistake|преподават|подлож|ловушк|приманк|ошибк", text, re.I
    )
    assert told == []


def test_the_blank_kit_asks_for_what_a_kit_holds():
    whole, blank = (
        tomllib.loads((HOME / name / "case.toml").read_text(encoding="utf-8")) for name in ("rubber-works", "blank")
    )
    assert set(blank) <= set(whole) and set(blank["brief"]) <= set(whole["brief"])
    words = [one for told in pairs(blank) for one in told.values()]
    assert not any(words)


def test_clearance_is_only_partly_asked_and_what_is_cleared_lasts(kit):
    states = [one.fact.clearance.state for one in kit.facts]
    assert all(states.count(state) >= 9 for state in ("open", "asked", "cleared")) and "refused" in states
    planted = {one.object for one in key(kit.id).planted}
    for one in kit.facts:
        if one.fact.clearance.state == "cleared":
            assert one.fact.clearance.until >= kit.campaign[1] and one.id not in planted


def test_the_state_of_a_clearance_does_not_give_away_what_was_planted(kit):
    planted = {one.object for one in key(kit.id).planted}
    lies = [one.fact.clearance.state for one in kit.facts if one.id in planted]
    truths = [one.fact.clearance.state for one in kit.facts if one.id not in planted]
    assert lies and all(truths.count(state) >= 5 for state in lies)
    if kit.id != "rubber-works":  # a finished example, in which nobody asked for what is wrong
        assert {"open", "asked"} <= set(lies)
