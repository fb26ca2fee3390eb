"""Is every number of unit 6 what the kits, the pace of a voice and the network say, and is each yes of its version?"""

import re
import tomllib

import nbformat
import pytest

import promplan as pp
from promplan import assets, language
from promplan.cases.example import example
from promplan.cases.kit import available, load
from promplan.cases.release import approvals
from promplan.cases.staff import staff
from promplan.figures.production_steps import work
from promplan.language import LANGUAGES
from promplan.measure.script import Line, Timed, script, timed
from promplan.media.network import Task, schedule
from promplan.notebooks.catalogue import read
from promplan.plan.approvals import content_digest, holds
from promplan.plan.document import Plan
from promplan.plan.items import Item
from promplan.review import RULES, check
from promplan.text import captions
from promplan.units.quizzes import sheet
from promplan.widgets.flaws import draft
from promplan.widgets.release_look import why_unnamed

HOME = assets.course()
LESSON = nbformat.read(HOME / "notebooks" / "en" / "06-making.ipynb", as_version=4).cells
CELLS = {
    "en": {one.id: one.source for one in LESSON},
    "ru": {str(one.context): str(one.string) for one in read(HOME / "src/promplan/locale/ru/06-making.po") if one.id},
}
RUBBER = load("rubber-works")
FINISHED = {"rubber-works": "rubber-works", "06-solved": "wagon-works"}  # a finished plan, and its case
tongues = pytest.mark.parametrize("tongue", LANGUAGES)


def plan_of(name: str) -> Plan:
    return load(name).plan if name in available() else example(name)


def spoken(item: Item, tongue: str) -> Timed:
    return script([Line(one.words, one.seconds) for one in item.script], tongue, item.length)


def said(value: float, tongue: str) -> str:
    text = f"{value:g}"
    return text.replace(".", ",") if tongue == "ru" else text


# -- seconds


@tongues
def test_the_first_version_takes_as_long_as_the_stopwatch_says_and_the_last_is_half_silent(tongue):
    with language.inside(tongue):
        first, last = example("06-friday").items[0], load("rubber-works").plan.items[0]
    told = CELLS[tongue]["making-l-script-read"]
    long, short = spoken(first, tongue), spoken(last, tongue)
    assert first.length == last.length == 30 and round(long.least) == {"en": 38, "ru": 37}[tongue]
    assert {"en": "thirty-eight", "ru": "тридцать седьмой"}[tongue] in CELLS[tongue]["making-l-scene"].lower()
    for number in (long.words, long.least, short.words, short.least):
        assert re.search(rf"(?<![\d,.]){re.escape(said(round(number, 1), tongue))}(?![\d]|[.,]\d)", told), number
    assert sum(one.seconds for one in last.script if not one.words) == 8


@tongues
def test_at_thirty_seconds_one_has_just_reached_the_invitation(tongue):
    with language.inside(tongue):
        lines = spoken(example("06-friday").items[0], tongue).lines
    assert 28 < sum(one.least for one in lines[:-1]) <= 30


@tongues
def test_five_signs_are_so_many_words_and_seconds(tongue):
    one = timed({"en": "2.5 MN", "ru": "2,5 МН"}[tongue], tongue)
    right = next(it.text[tongue] for it in sheet("06-spoken").questions[0].options if it.right)
    assert (one.words, one.least) == {"en": (4, 1.6), "ru": (6, 3.0)}[tongue]
    assert right == {"en": "about a second and a half", "ru": "около трёх секунд"}[tongue]


@tongues
def test_a_wage_has_as_many_words_in_the_mouth_as_the_depth_says(tongue):
    told = CELLS[tongue]["making-l-depth-count"]
    english, russian = (
        timed("A press operator starts at 62,000 roubles a month", "en"),
        timed("Прессовщик начинает с 62 000 рублей в месяц", "ru"),
    )
    assert (english.words, english.least, russian.words, russian.least) == (11, 4.4, 9, 4.5)
    assert said(4.4, tongue) in told and said(4.5, tongue) in told


def test_the_paces_and_the_rules_of_captions_are_those_of_the_data():
    speech = tomllib.loads((assets.folder() / "speech.toml").read_text(encoding="utf-8"))["rate"]
    assert (speech["en"]["most"], speech["en"]["easy"], speech["ru"]["most"]) == (150, 130, 120)
    for tongue in LANGUAGES:
        rule, told = captions.rules(tongue), CELLS[tongue]["making-l-captions"]
        assert str(rule.line) in told and f"{rule.speed:g}" in told and rule.lines == 2 and rule.longest == 7
        assert "150" in CELLS[tongue]["making-l-columns"] and "130" in CELLS[tongue]["making-l-columns"]


@tongues
@pytest.mark.parametrize("name", FINISHED)
def test_a_finished_film_is_captioned_in_both_languages_and_says_what_one_hears_in_its_silence(name, tongue):
    with language.inside(tongue):
        film = plan_of(name).items[0]
    for track in LANGUAGES:
        cues = [captions.Cue(one.start, one.end, one.text) for one in getattr(film.subtitles, track)]
        assert cues and not captions.faults(cues, captions.rules(track), film.length)
        at = 0.0
        for line in film.script:
            heard = [one for one in cues if at <= one.start < at + line.seconds]
            assert heard and bool(line.words) != heard[0].text.startswith("[")
            at += line.seconds


@tongues
def test_the_lesson_quotes_the_caption_of_the_press(tongue):
    quoted = getattr(RUBBER.plan.items[0].subtitles, tongue)[1].text
    assert quoted in CELLS[tongue]["making-l-captions-read"] and quoted in CELLS[tongue]["making-l-mistakes-why"]


# -- the machine's draft


def test_the_draft_has_as_many_flaws_as_the_lesson_counts_and_the_review_stops_at_three():
    marks = draft("06-ai-draft").marked
    assert (sum(one.flaw for one in marks), len(marks)) == (7, 13)
    found = [one for one in check(example("06-ai-draft"), "06-making", on=RUBBER.date) if one.rule == "ITEM-9"]
    assert len(found) == 1
    for number in ("34", "90 seconds", "nine out of ten"):
        assert number in str(found[0].message)
    for passed in ("Institute", "Ivanov", "leading", "third"):
        assert passed not in str(found[0].message)


# -- yes to a version


@tongues
@pytest.mark.parametrize("name", FINISHED)
def test_a_finished_plan_gives_the_review_nothing_to_say(name, tongue):
    with language.inside(tongue):
        plan = plan_of(name)
        report = check(plan, "06-making", on=plan.meta.as_of)
        assert report.passed and not list(report), [str(one.message) for one in report]


@tongues
@pytest.mark.parametrize("name", FINISHED)
def test_each_yes_is_to_the_version_that_stands_there_and_given_by_whom_the_plant_names(name, tongue):
    with language.inside(tongue):
        steps = {one.id: one for one in approvals(FINISHED[name])}
        people = staff(FINISHED[name], tongue).people
        for item in plan_of(name).items:
            assert item.approvals and all(holds(one, item) for one in item.approvals)
            for one in item.approvals:
                assert people[steps[one.judge].by].role in one.who, one.who
                assert (one.raci == "A") == steps[one.judge].accountable


@tongues
def test_one_changed_word_takes_all_four_yeses_and_the_review_does_not_know_why_it_matters(tongue):
    with language.inside(tongue):
        changed, old = example("06-one-word"), load("rubber-works").plan
        found = [one.rule for one in check(changed, "06-making", on=RUBBER.date)]
    assert found == ["PRD-5"] * 4 and len(content_digest(changed.items[0])) == 64
    now, before = changed.items[0].model_dump(), old.items[0].model_dump()
    assert {key for key in now if now[key] != before[key]} == {"script", "subtitles"}
    assert sum(a != b for a, b in zip(now["script"], before["script"], strict=True)) == 1


@tongues
def test_the_foreman_s_consent_ends_before_the_campaign_does(tongue):
    papers = tomllib.loads((assets.folder() / "cases/rubber-works/consents.toml").read_text(encoding="utf-8"))["paper"]
    ends = {one["until"] for one in papers if one["person"] == "P1"}
    assert {f"{one:%d.%m}" for one in ends} == {"31.12"} and f"{RUBBER.campaign[1]:%d.%m}" == "31.01"
    why = next(one.feedback[tongue] for one in sheet("06-whose").questions if one.id == "voice")
    assert "31" in why and next(one for one in RUBBER.facts if one.id == "F53").fact.clearance.state == "cleared"


@tongues
def test_whoever_is_quoted_in_a_release_has_signed_to_be_named(tongue):
    with language.inside(tongue):
        plan = example("06-solved")
        person = next(one for one in plan.visit.people if one.name and one.name in plan.items[1].text)
        assert why_unnamed(person, plan.items[1].dates.publish) is None


# -- days


@tongues
def test_nine_days_become_twenty_seven_and_the_storyboard_has_eight_to_spare(tongue):
    of = work(RUBBER.plan.items[0])
    assert (of.timed.days, of.bare.days) == (27, 9) == (sheet("06-days").questions[0].guess.truth, 9)
    assert sum(one.days for id_, one in of.timed.tasks.items() if id_ in of.timed.paths[0] and of.is_plant(id_)) == 20
    assert {of.timed.tasks[id_].slack for id_ in ("W3", "W4")} == {8}
    assert RUBBER.plan.brief.answer_days == 10
    three = [Task(id_, 3 if of.is_plant(id_) else one.days, one.after) for id_, one in of.steps.items()]
    assert schedule(three).days == 13
    assert "13" in CELLS[tongue]["making-l-depth-three"] and "27" in CELLS[tongue]["making-l-depth-three"]


@tongues
def test_the_three_mistakes_of_the_lesson_are_found_by_the_review(tongue):
    with language.inside(tongue):
        found = {(one.rule, one.object) for one in check(example("06-friday"), "06-making", on=RUBBER.date)}
    assert {("ITEM-3", "L1"), ("ITEM-3", "C1"), ("PRD-7", "U1"), ("CAL-13", "C1"), ("ITEM-9", "L3")} <= found


def test_what_is_too_fast_is_told_once_of_each_line_and_once_of_the_film():
    told = [one for one in check(example("06-friday"), "06-making", on=RUBBER.date) if one.rule == "ITEM-3"]
    assert len(told) == len({(one.object, str(one.message)) for one in told})


# -- the kits


@tongues
@pytest.mark.parametrize("case", ["wagon-works", "boiler-works"])
def test_what_a_press_office_has_begun_is_half_done_sings_unlicensed_and_speaks_too_fast(case, tongue):
    with language.inside(tongue):
        one = load(case)
        found = {it.rule for it in check(one.plan, "06-making", on=one.date)}
    assert len(one.plan.items) == 2 and {"ITEM-3", "PRD-7", "ITEM-6", "CAL-13"} <= found


def test_the_wagon_works_yes_was_to_another_version():
    found = {(it.rule, it.object) for it in check(load("wagon-works").plan, "06-making")}
    assert ("PRD-5", "Y1") in found


def test_every_rule_of_the_unit_opens_the_lesson_where_it_is_taught():
    own = [one for one in RULES.values() if one.unit == "06-making" and not one.id.startswith("TEXT")]
    assert len(own) == 31 and all(one.section in CELLS["en"] for one in own)


@tongues
def test_the_release_of_the_depth_has_all_its_parts(tongue):
    with language.inside(tongue):
        found = [one for one in check(example("06-release"), "06-making", on=RUBBER.date) if one.rule == "ITEM-6"]
    assert not found


def test_a_lesson_shows_another_plan_s_pieces_and_leaves_the_team_s_own_alone():
    pp.start("06-making", "en")
    before = pp.my_plan()
    for name in ("script", "storyboard", "captions", "pieces", "release", "rights", "production", "approvals"):
        assert getattr(pp, name)(RUBBER.plan)
    assert pp.post_preview(RUBBER.plan) and pp.my_plan() == before


def test_a_draft_may_lie_over_another_and_keeps_what_it_does_not_say():
    under, over = example("05-solved"), example("06-solved")
    assert (
        over.ideas == under.ideas
        and over.visit == under.visit
        and over.channels[:-1] == under.channels
        and not under.items
        and len(over.items) == 2
    )
