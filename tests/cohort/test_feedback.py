"""Is a team's page whole, in its language, without blame or another team; and is every word only a word?"""

import re
from dataclasses import replace
from datetime import date

import pytest
from cohort.grading_room import hand_in, named, sample, three, workshop
from cohort.test_gradebook import WHOLE
from filled import filled
from whole_plans import HOSTILE

from promplan.cohort.both import Both
from promplan.cohort.feedback import is_ours, page
from promplan.cohort.grade import grade
from promplan.cohort.people import Team
from promplan.cohort.record import GENERAL, Given

ON = date(2026, 11, 9)
OUTSIDE = re.compile(r"""(?:src|href|action|url)\s*[=(]|<script|<iframe|<link|<img|<object|\son\w+=""", re.IGNORECASE)


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    room = three(tmp_path_factory.mktemp("pages"))
    grade(room, ON)
    return {one.stem: one.read_text(encoding="utf-8") for one in room.feedback.iterdir()}


def test_there_is_a_page_for_each_team_in_its_language(pages):
    assert sorted(pages) == ["feedback-T1", "feedback-T2"]
    assert '<html lang="en">' in pages["feedback-T1"] and "Smallest fix" in pages["feedback-T1"]
    assert '<html lang="ru">' in pages["feedback-T2"] and "Баллы машины" in pages["feedback-T2"]
    assert "Smallest" not in pages["feedback-T2"] and "Дуга" not in pages["feedback-T1"]


def test_it_holds_itself_and_asks_for_nothing_outside(pages):
    for text in pages.values():
        assert "default-src &#39;none&#39;" in text and is_ours(text.encode())
        assert not OUTSIDE.search(re.sub(r"(?s)<style>.*?</style>", "", text))
        assert (
            "prefers-color-scheme: dark" in text
            and "@media print" in text
            and "http" not in text.partition("<body>")[2]
        )


def test_findings_stand_by_unit_with_the_fix_and_reasons_beside_what_was_answered(pages):
    text = pages["feedback-T1"]
    units = re.findall(r"<h3>(\d+) · ", text)
    assert units == sorted(units, key=int) and len(units) > 2
    assert "Warnings that you answered" in text and text.count("Your reason") >= 5
    assert "not given yet" in text


def test_peoples_points_and_words_are_shown_and_the_sum_only_when_whole():
    some = page(
        WHOLE, {"art": Given("art", 3.0, "Line\nbreak", "J1"), GENERAL: Given(GENERAL, None, "Thank you")}
    ).decode()
    assert "3 of 3.8" in some and "Line<br>break" in some and "Thank you" in some and "Together" not in some
    whole = page(WHOLE, {"art": Given("art", 3.0), "step": Given("step", 10.5)}).decode()
    assert "Together" in whole and "<b>17</b>" in whole


@pytest.mark.parametrize("words", HOSTILE)
def test_words_are_only_words(words):
    said = Both(words, words)
    finding = replace(
        WHOLE.finding[0], message=said, fix=said, evidence=said, place=said, answered=words, unit=words, rule=words
    )
    record = replace(
        WHOLE, name=words, finding=(finding, replace(finding, open=1)), gate=(replace(WHOLE.gate[0], name=said),)
    )
    text = page(record, {"art": Given("art", 3.0, words, words), GENERAL: Given(GENERAL, None, words)}, words).decode()
    body = re.sub(r"(?s)<style>.*?</style>", "", text, count=1)
    tags = {one.casefold() for one in re.findall(r"<\s*/?\s*([a-zA-Z!]+)", body)}
    assert not tags & {"script", "img", "iframe", "object", "a"} and "http-equiv" in body
    assert not re.search(r"<[^>]+\son\w+\s*=", body) and not re.search(
        "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe]", text
    )


def test_a_plan_of_hostile_words_is_graded_like_any(tmp_path):
    room = workshop(tmp_path, [Team(id="T1", name="<b>x</b>"), Team(id="T2", name="Piston")])
    hand_in(room, "T1", filled(lambda name, kept: '=HYPERLINK("http://x.example")<script>alert(1)</script>'))
    hand_in(room, "T2", named(sample("10-weak"), "Piston"))
    done = grade(room, ON)
    assert {one.record.team for one in done.rows} | {one[0] for one in done.missing} == {"T1", "T2"}
    assert "T2" in {one.record.team for one in done.rows}
    for one in room.feedback.iterdir():
        assert "<script" not in one.read_text(encoding="utf-8")
