"""Do a kit's tables for the visit agree with one another: zones, people, their papers, shots and takes?"""

import re
from datetime import date
from itertools import product

import pytest

from promplan import language
from promplan.cases.consents import KINDS, down_within, missing, papers
from promplan.cases.desk import HORIZON
from promplan.cases.floor import floor
from promplan.cases.kit import available, load
from promplan.cases.shots import asked, menu, shots, takes
from promplan.cases.staff import staff
from promplan.cases.zones import zones
from promplan.plan.worn import PPE

CASES = tuple(available())
WORN = {  # the word of each thing in the plant's own sentence, in both languages
    "helmet": ("helmet", "каска"),
    "glasses": ("glasses", "очк"),
    "hearing": ("hearing", "наушник"),
    "vest": ("vest", "жилет"),
    "shoes": ("shoes", "обувь"),
    "gloves": ("gloves", "перчатк"),
    "cotton": ("cotton", "хлопков"),
    "coat": ("coat", "халат"),
}


@pytest.fixture(params=CASES)
def name(request):
    return request.param


def test_what_is_worn_is_what_the_zones_sentence_says(name):
    assert set(WORN) == set(PPE)
    for zone in zones(name):
        told = {speech: f"{zone.ppe[speech]} {zone.limits[speech]}" for speech in ("en", "ru")}
        for thing, (en, ru) in WORN.items():
            if thing in zone.wear:
                assert en in told["en"] and ru in told["ru"], (zone.id, thing)
            else:
                assert en not in zone.ppe["en"], (zone.id, thing)


def test_where_nobody_films_nobody_of_the_team_goes_in(name):
    assert all((zone.filming == "no") == (zone.at_once == 0) for zone in zones(name))


def test_every_hazard_has_its_control(name):
    for zone in zones(name):
        assert all(one.what["ru"] != one.control["ru"] and one.control["en"] for one in zone.hazard)


def test_everybody_who_may_be_filmed_or_heard_has_three_papers(name):
    for person in load(name).people:
        held = [one.kind for one in papers(name) if one.person == person["id"]]
        shown = person["image"] != "no" or person["voice"] == "yes"
        assert held == (list(KINDS) if shown else []), person["id"]


def test_papers_say_what_the_list_of_people_says(name):
    people = {one["id"]: one for one in load(name).people}
    for one in papers(name):
        person = people[one.person]
        assert (one.state == "withdrawn") == ("withdrawn" in person)
        if one.state == "signed":
            assert one.signed and one.until == person["until"] and one.signed <= load(name).date
        if one.kind == "spread":
            assert ("name" in one.shows) == (person["data"] == "yes")
        if one.kind == "image":
            assert ("face" in one.shows) == (person["image"] == "yes")
            assert ("hands" in one.shows) == (person["image"] == "hands only")
            assert ("voice" in one.shows) == (person["voice"] == "yes")


def test_whoever_is_under_18_has_a_guardian_on_every_paper_or_its_lack_is_written(name):
    young = {one["id"] for one in load(name).people if one.get("age", 18) < 18}
    assert young
    for one in papers(name):
        assert bool(one.guardian) == (one.person in young), one.id


def test_one_is_withdrawn_and_one_ends_before_the_campaign_does(name):
    _, end = load(name).campaign
    states = {one.state for one in papers(name)}
    assert "withdrawn" in states
    assert [one for one in papers(name) if one.state == "signed" and one.until and one.until < end]
    assert down_within(name) == 2 and down_within("blank") is None


def test_a_use_that_every_paper_covers_lacks_nothing():
    assert missing("rubber-works", "P3", date(2026, 12, 1), "earned", "face") == []
    assert missing("wagon-works", "P12", date(2026, 12, 1), "owned") == []


@pytest.mark.parametrize(
    ("case", "person", "day", "channel", "shown", "why"),
    [
        ("rubber-works", "P1", date(2027, 1, 15), "owned", "", "ended on"),
        ("rubber-works", "P1", date(2026, 12, 1), "earned", "", "not for this channel"),
        ("rubber-works", "P2", date(2026, 12, 1), "owned", "voice", "does not cover"),
        ("rubber-works", "P5", date(2026, 12, 1), "owned", "face", "does not cover"),
        ("rubber-works", "P10", date(2026, 12, 1), "owned", "", "guardian"),
        ("rubber-works", "P11", date(2026, 12, 1), "owned", "", "withdrawn"),
        ("rubber-works", "P12", date(2026, 12, 1), "owned", "", "not signed"),
        ("rubber-works", "P9", date(2026, 12, 1), "owned", "", "there is none"),
        ("wagon-works", "P11", date(2026, 11, 26), "owned", "", "ended on"),
        ("boiler-works", "P12", date(2027, 3, 2), "owned", "", "ended on"),
        ("boiler-works", "P15", date(2026, 12, 1), "owned", "", "guardian"),
    ],
)
def test_what_a_paper_does_not_cover_is_said_with_its_reason(case, person, day, channel, shown, why):
    assert any(why in str(one) for one in missing(case, person, day, channel, shown))


def test_the_reason_is_russian_for_a_russian_reader():
    with language.inside("ru"):
        told = [str(one) for one in missing("rubber-works", "P1", date(2027, 1, 15))]
    assert told and all(re.search("[а-яё]", one) and not re.search("[A-Za-z]", one) for one in told)


def test_a_menu_of_two_dozen_shots_and_half_a_dozen_that_must_be_asked_for(name):
    assert len(menu(name)) == 24 and len(asked(name)) == 6
    assert {one.state for one in asked(name)} == {"yes", "words", "no"}


def test_shots_stand_at_stops_with_people_of_the_plant_and_take_credible_time(name):
    stops = {one.id for one in floor(name).stops}
    people = {one["id"] for one in load(name).people}
    ids = [one.id for one in shots(name)]
    assert len(ids) == len(set(ids))
    for one in shots(name):
        assert one.stop in stops and set(one.people) <= people
        assert one.seconds / 60 <= one.minutes <= 12, one.id
        assert (one.sound == "voice") <= bool(one.people), one.id
    assert {one.stop for one in menu(name)} >= stops - {"store"}


def test_an_asked_shot_is_answered_by_somebody_of_the_desk_and_says_why(name):
    for speech in ("en", "ru"):
        desk = staff(name, speech).people
        assert all(one.by in desk and one.said for one in asked(name))
    assert all(bool(one.wording) == (one.state == "words") for one in shots(name))
    assert all(not one.by and not one.said for one in menu(name))
    assert max(one.days for one in staff(name, "en").people.values()) < HORIZON


def test_takes_are_of_shots_of_the_menu_on_one_morning(name):
    known = {one.id: one for one in menu(name)}
    hours = []
    for one in takes(name):
        assert one.shot in known and set(one.people) <= {it["id"] for it in load(name).people}
        assert re.fullmatch(r"[a-z]+-\d\d\.mp4", one.file)
        hours.append(one.at)
    assert len(takes(name)) == 10 and hours[0] >= "09:00" and max(hours) <= "12:00"


@pytest.mark.parametrize(("case", "speech"), list(product(CASES, ("en", "ru"))))
def test_no_customer_is_named_on_the_menu(case, speech):
    names = load(case).card["protected_names"].split("\n")
    told = " ".join(one.what[speech] for one in shots(case))
    assert not [one for one in names if one in told]


def test_a_real_plant_has_no_tables_of_ours():
    assert shots("") == takes("blank") == zones("") == papers("blank") == ()
