"""Is a phrase denied, are the years those of the law, does an answer refuse?"""

import pytest

from promplan.review.offer import NEAR, NO, meant, of_age
from promplan.text.patterns import kinds


def phrase(text, *wanted):
    hit = meant(kinds(text, "vacancy"), *wanted)
    return hit.words if hit else ""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We offer a vacancy", "vacancy"),
        ("There is no paid and quick vacancy", ""),
        ("There is no paid and very quick vacancy", "vacancy"),  # the no stands more than four tokens before
        ("A vacancy, but no bus", "vacancy"),  # a no behind it denies something else
        ("No job; a vacancy", ""),
        ("A walk", ""),
    ],
)
def test_a_no_denies_what_stands_close_behind_it(text, words):
    assert phrase(text, "hire") == words


def test_a_no_four_tokens_before_still_denies():
    assert NEAR == 4


@pytest.mark.parametrize(
    ("wanted", "words"),
    [(("hire", "pay"), "vacancy"), (("pay", "hire"), "earn"), (("work",), ""), ((), "")],
)
def test_the_kinds_are_looked_for_in_their_order(wanted, words):
    assert phrase("Earn with a vacancy", *wanted).casefold() == words


def test_a_second_phrase_counts_where_the_first_is_denied():
    assert phrase("No vacancy in the forge on the hill, and one vacancy here", "hire") == "vacancy"


@pytest.mark.parametrize(
    ("text", "yes"), [("from 18", True), ("18 to 18", True), ("18–35", False), ("17", False), ("adults", False)]
)
def test_eighteen_alone_is_the_laws_own_limit(text, yes):
    assert of_age(text) is yes


@pytest.mark.parametrize(
    ("answer", "yes"),
    [("No, sorry", True), ("— Нет", True), ("Увы, поздно", True), ("Now and then", False), ("Yes, no limit", False)],
)
def test_an_answer_refuses_by_its_first_word(answer, yes):
    assert bool(NO.match(answer)) is yes
