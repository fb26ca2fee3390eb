"""Is the pocket card one page that asks nothing of the network, with every word of a student's as a word?"""

import json
import re

import pytest
from visiting import FORMULA, SCRIPT, visited

from promplan.export.pocket_card import is_pocket_card, pocket_card
from promplan.export.pocket_code import mark_of
from promplan.language import Problem
from promplan.plan import Plan, edit


@pytest.mark.parametrize("speech", ["en", "ru"])
def test_it_holds_the_stops_the_shots_and_whom_to_ring(speech):
    plan = visited(speech)
    page = pocket_card(plan)
    assert f'<html lang="{speech}">' in page and is_pocket_card(page.encode())
    assert {"en": "Pocket card", "ru": "Карманная карточка"}[speech] in page
    assert page.count('class="shot ') == 6 and page.count("data-state=") >= 18
    copy = {"en": "Copy", "ru": "Копировать"}[speech]
    assert page.count(f">{copy}</button>") == 2 and "built-in" not in page
    assert "10:00–10:45" in page and "112" in page and {"en": "gloves", "ru": "перчатки"}[speech] in page
    assert {"en": "Refused: do not film this.", "ru": "Отказано: это не снимаем."}[speech] in page.replace("\xa0", " ")


def test_no_word_of_a_student_s_is_markup():
    page = pocket_card(visited())
    assert SCRIPT not in page and "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert page.count("<script") == 2 and FORMULA not in page
    data = json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)[1])
    assert [one["what"] for one in data["shots"]][-2:] == [FORMULA, SCRIPT]
    assert data["plan"] == mark_of(visited())


def test_nothing_in_it_leads_out():
    page = pocket_card(visited())
    bare = page.replace("http://x.example", "")
    assert not re.search(r"https?://|//cdn|@import|url\(|fetch\(|XMLHttpRequest|WebSocket|<link|<img|<iframe", bare)
    assert "default-src 'none'" in page


def test_names_of_those_who_are_filmed_are_not_on_a_phone():
    page = pocket_card(edit.put(visited(), "visit.shots/T2", {"people": ["N1"]}))
    assert "press operator" in page and "Secret" not in page


def test_a_shot_without_a_stop_is_on_it_too():
    plan, _ = edit.add(visited(), "visit.shots", {"what": "the gate at dawn"})
    page = pocket_card(plan)
    assert "the gate at dawn" in page and "Anywhere" in page


def test_without_shots_there_is_no_card():
    with pytest.raises(Problem, match="no shot in the plan"):
        pocket_card(Plan())
