"""Are nearly identical texts of two teams found with both places, and the case's and the course's words left aside?"""

import json

import pytest
from cohort.grading_room import sample

from promplan import assets
from promplan.cohort.shared import shared
from promplan.cohort.shingles import texts
from promplan.plan import Plan, edit

SAID = (
    "Grandmother kept the first valve of the line on her kitchen shelf, and every guest of ours had to guess what it "
    "was before the soup came"
)
OTHER = "Nine welders of the night shift sing in one choir, and on Thursdays the canteen is their stage until midnight"
RUSSIAN = "Бабушка хранила первый клапан линии на кухонной полке, и каждый гость угадывал, что это, пока не подали суп"


def plan(*facts, **more):
    made = Plan()
    for one in facts:
        made, _ = edit.add(made, "enterprise.facts", {"statement": one})
    return made


def found(**plans):
    rows = [(team, one.place, one.said, one.sketch) for team, made in plans.items() for one in texts(made)]
    return shared(rows)


@pytest.mark.parametrize(
    "like",
    [
        SAID,
        SAID.upper() + "!!!",
        SAID.replace("kitchen shelf", "kitchen table"),
        SAID.replace(" ", "\u00a0").replace("e", "e\u00ad"),
        "One more thing. " + SAID,
    ],
)
def test_nearly_the_same_text_is_found_with_both_places(like):
    groups = found(T1=plan("x", SAID), T2=plan(like), T3=plan(OTHER))
    assert [[(one.team, one.place) for one in group.places] for group in groups] == [[("T1", "F2"), ("T2", "F1")]]


def test_latin_letters_in_a_russian_text_hide_nothing():
    assert found(T1=plan(RUSSIAN), T2=plan(RUSSIAN.replace("о", "o").replace("а", "a")))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (SAID, OTHER),
        ("We want many applications", "We want many applications"),
        ("90 480 1 2 3 4 5 6 7 8", "90 480 1 2 3 4 5 6 7 8"),
    ],
)
def test_other_short_and_wordless_texts_are_not(one, two):
    assert found(T1=plan(one), T2=plan(two)) == []


def test_a_text_twice_in_one_plan_is_no_team_sharing():
    assert found(T1=plan(SAID, SAID), T2=plan(OTHER)) == []


def test_one_text_of_many_teams_is_one_group():
    groups = found(**{f"T{n:03}": plan(SAID) for n in range(60)})
    assert len(groups) == 1 and len(groups[0].teams) == 60


def test_what_the_case_and_the_examples_hand_over_is_nobodys():
    """Two teams with the same example: all of its long texts are the course's own."""
    assert found(T1=sample("10-good"), T2=sample("10-good")) == []
    assert found(T1=sample("10-good", "ru"), T2=sample("10-good", "ru")) == []


def test_what_a_lesson_says_is_nobodys():
    lesson = next((assets.course() / "notebooks" / "en").glob("03-*.ipynb"))
    cells = json.loads(lesson.read_text(encoding="utf-8"))["cells"]
    told = max(("".join(one["source"]) for one in cells if one["cell_type"] == "markdown"), key=len)[300:590]
    assert found(T1=plan(told), T2=plan(told)) == []


def test_own_words_beside_the_cases_are_found():
    both = [edit.add(sample("10-good"), "ideas", {"title": "x", "hook": SAID})[0] for _ in range(2)]
    groups = found(T1=both[0], T2=both[1])
    assert [group.places[0].said for group in groups] == [SAID]
