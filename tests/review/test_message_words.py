"""MSG-4, 6, 7 and 8 by their own functions: what is said, of whom, and does the fix done as told cure?"""

import json
from datetime import date
from pathlib import Path

import pytest

from promplan.plan import Plan
from promplan.review import message_words as rules
from promplan.review.finding import Finding
from promplan.text.boasts import boasts
from promplan.text.jargon import unexplained

DAY = date(2026, 11, 2)
PRACTICE = Path(__file__).parents[1] / "data" / "wording" / "practice"


def plan(
    umbrella: str = "", *pillars: tuple[str, tuple[str, ...]], wordings: tuple[str, ...] = (), **more: object
) -> Plan:
    cleared = {"state": "cleared", "channels": ["owned"], "by": "press office", "until": date(2027, 12, 31)}
    return Plan.model_validate(
        {
            "meta": {"as_of": DAY, "case": more.pop("case", "")},
            "enterprise": {
                "name": more.pop("name", ""),
                "place": more.pop("place", ""),
                "facts": [
                    {"id": f"F{n}", "statement": "A fact.", "clearance": {**cleared, "wording": one}}
                    for n, one in enumerate(wordings, 1)
                ],
            },
            "message": {
                "umbrella": umbrella,
                "pillars": [
                    {"id": f"P{n}", "statement": one, "proofs": list(ids)} for n, (one, ids) in enumerate(pillars, 1)
                ],
                **more,
            },
        }
    )


def told(rule, document: Plan, on: date = DAY) -> list[Finding]:
    return list(rule(document, on) or ())


def marked(rule: str) -> list[str]:
    """The texts of the practice half in which an editor hears the rule."""
    rows = [
        json.loads(row)
        for one in sorted(PRACTICE.glob("*.jsonl"))
        for row in one.read_text(encoding="utf-8").splitlines()
    ]
    asked = [one for one in rows if rule in one["expect"] and one["part"] in ("umbrella", "pillar", "call", "question")]
    return [one["fields"].get("text") or one["fields"]["answer"] for one in asked]


@pytest.mark.parametrize("text", marked("MSG-4"))
def test_a_boast_without_its_words_is_none(text):
    (one,) = told(rules.superlatives_are_proved, plan(text))
    assert str(one.fix).startswith("drop these words")
    bare = text
    for hit in reversed(boasts(text)):
        bare = bare[: hit.start] + bare[hit.end :]
    assert told(rules.superlatives_are_proved, plan(bare)) == []


@pytest.mark.parametrize("text", marked("MSG-4"))
def test_a_boast_stands_on_a_proof_whose_cleared_wording_says_exactly_its_words(text):
    words = " … ".join(one.words for one in boasts(text))
    assert "cleared wording says exactly them" in str(told(rules.superlatives_are_proved, plan(text))[0].fix)
    assert told(rules.superlatives_are_proved, plan(text, ("Rings hold.", ("F1",)), wordings=(words,))) == []


@pytest.mark.parametrize("text", marked("MSG-6"))
def test_a_shop_word_that_is_explained_in_brackets_right_after_it_is_cured(text):
    (one,) = told(rules.jargon_is_explained, plan(text))
    assert str(one.fix) == "say what it does, or explain it in brackets right after it"
    said = text
    for _, end in reversed(unexplained(text)):
        said = said[:end] + (" (вот что это)" if "а" <= text[-2] <= "я" else " (that is what it is)") + said[end:]
    assert told(rules.jargon_is_explained, plan(said)) == []


@pytest.mark.parametrize("text", marked("MSG-8"))
def test_without_its_idle_words_a_text_has_none_left(text):
    assert [one.object for one in told(rules.words_do_work, plan(text))] == ["message"]
    bare = text
    for one in rules._idle(text):
        bare = bare.replace(one, "")
    assert told(rules.words_do_work, plan(bare)) == []


BEST = "the leading rings"


@pytest.mark.parametrize(
    ("document", "where"),
    [
        (plan(BEST), ["message"]),
        (plan("", (BEST, ())), ["P1"]),
        (plan(call=BEST), ["message"]),
        (plan(questions=[{"id": "Q1", "question": BEST, "answer": "No."}]), []),  # other people's words
        (plan(questions=[{"id": "Q1", "question": "Why?", "answer": BEST}]), ["Q1"]),
        (plan(BEST, ("Rings hold.", ("F1",)), wordings=("leading in towns",)), []),
        (plan(BEST, ("Rings hold.", ()), wordings=("leading in towns",)), ["message"]),  # nobody names the fact
        (plan(BEST, ("Rings hold.", ("F9",)), wordings=("leading in towns",)), ["message"]),
        (plan("", (BEST, ("F1",)), ("Rings hold.", ("F2",)), wordings=("rings", "leading in towns")), ["P1"]),
        (plan(call=BEST, wordings=("leading",), pillars=[{"id": "P1", "statement": "x", "proofs": ["F1"]}]), []),
        (
            plan("the most advanced rings", ("Rings.", ("F1", "F2")), wordings=("most rings", "advanced rings")),
            ["message"],
        ),
    ],
)
def test_a_boast_stands_on_one_wording_that_a_pillar_names(document, where):
    assert [one.object for one in told(rules.superlatives_are_proved, document)] == where


def test_a_wording_carries_only_as_long_as_it_is_cleared():
    document = plan(BEST, ("Rings hold.", ("F1",)), wordings=("leading in towns",))
    assert told(rules.superlatives_are_proved, document, date(2027, 12, 31)) == []
    assert len(told(rules.superlatives_are_proved, document, date(2028, 1, 1))) == 1


def test_what_is_found_is_named_and_shown():
    (one,) = told(rules.superlatives_are_proved, plan("Rings are leading and unique here."))
    assert str(one.message) == '"leading", "unique": a boast needs a proof.'
    assert one.evidence == "Rings are leading and unique here."
    (two,) = told(rules.jargon_is_explained, plan("The tundish is warm."))
    assert (
        str(two.message) == '"tundish": nobody outside the shop knows what that is.'
        and two.evidence == "The tundish is warm."
    )


def test_praise_inside_an_empty_phrase_is_told_once():
    text = "We strive to foster a culture of excellence, empowerment and continuous improvement."
    assert told(rules.superlatives_are_proved, plan(text)) == []
    assert len(told(rules.words_do_work, plan(text))) == 1
    work = f"{text} {'In May fourteen fitters, two welders and a driver mended the pump of the town. ' * 3}"
    assert rules._does_no_work(work) is False and len(told(rules.superlatives_are_proved, plan(work))) == 1


@pytest.mark.parametrize(
    ("name", "place", "found"), [("", "", 1), ("Zorber works", "", 0), ("", "Zorber", 0), ("Doffer", "Lehr", 1)]
)
def test_the_plants_name_and_place_are_no_shop_words(name, place, found):
    assert len(told(rules.jargon_is_explained, plan("Every zorber is warm.", name=name, place=place))) == found


def test_a_cases_glossary_is_read_and_a_real_plant_has_none():
    assert "calender" in rules._glossary("rubber-works") and "каландр" in rules._glossary("rubber-works")
    assert rules._glossary("") == () == rules._glossary("no-such-case")


@pytest.mark.parametrize("rule", [rules.superlatives_are_proved, rules.jargon_is_explained, rules.words_do_work])
def test_without_a_text_there_is_nothing_to_say(rule):
    assert rule(plan(), DAY) is None and rule(plan(" \n"), DAY) is None and rule(plan("Rings hold."), DAY) == []


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("", (0, 0)),
        ("Rings hold water.", (0, 3)),
        ("Innovative rings hold water in towns.", (1, 6)),
        ("The leading rings of innovative towns.", (1, 6)),  # one idle word: the boast is for another rule
        ("The leading rings of innovative, dynamic towns.", (3, 7)),  # beside two it is one of them
    ],
)
def test_idle_words_are_counted_and_a_boast_beside_two_of_them(text, share):
    assert rules._share(text) == share


@pytest.mark.parametrize(("rest", "idle"), [(2, True), (3, False), (4, False)])
def test_a_quarter_of_idle_words_may_stand(rest, idle):
    assert rules._does_no_work("innovative " + "ring " * rest) is idle


def test_what_is_idle_is_counted_for_the_reader():
    (one,) = told(rules.words_do_work, plan("Innovative rings hold."))
    assert str(one.message).startswith("1 of 3 words do no work.") and "“" not in str(one.fix)
    assert str(one.fix).startswith('drop "Innovative", and say') and one.evidence == "Innovative rings hold."


LONG = "We test each ring at night with a lamp and a gauge " * 12


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (LONG.strip() + ".", 1),
        (("Considerable administrative responsibility characterises organisational communication. " * 4), 0),
        ("Considerable administrative responsibility.", None),
        ("", None),
    ],
)
def test_only_what_splitting_cures_is_hard_to_read(text, found):
    answer = rules.texts_read_easily(plan(text), DAY)
    assert (None if answer is None else len(list(answer))) == found


@pytest.mark.parametrize(
    ("text", "idle"), [("Quality you can trust.", []), ("A team you can trust to deliver value.", None)]
)
def test_an_empty_phrase_that_is_a_boast_itself_is_told_as_a_boast(text, idle):
    assert (rules._idle(text) == []) is (idle == [])
