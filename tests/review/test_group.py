"""What each word of a segment does: it breaks it, narrows it, names a place, counts people or their years."""

import pytest

from promplan.review.group import CROWD, ROOM, Part, _parts, _read, _segment, everyone
from promplan.review.group_words import (
    any_of_them,
    breaks,
    function,
    narrowing,
    place_name,
    related,
    state,
)
from promplan.text.morphology import tokens


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("A, b", [","]),
        ("A and b", ["and"]),
        ("and b", ["and"]),
        ("A plus b", ["plus"]),
        ("18 plus", []),
        ("25 and 30", []),
        ("25 and b", ["and"]),
        ("a and 30", ["and"]),
        ("A + b", ["+"]),
        ("18 + b", []),
        ("A / b", ["/"]),
        ("A; b", [";"]),
        ("people, who sing", []),
        ("people; who sing", [";"]),
        ("people, aged", []),
        ("люди, работающие тут", []),
        ("люди, у которых", []),
        ("люди, не для которых", [","]),  # the relative word stands one further
        ("люди, кто", []),
        ("people, singers", [","]),
        ("people,", [","]),
        ("а b", ["а"]),
        ("a also b", []),
    ],
)
def test_a_segment_breaks_at_marks_and_ands_but_not_before_a_clause_or_between_years(text, marks):
    said = tokens(text)
    assert [said[n].text for n in range(len(said)) if breaks(said, n)] == marks


@pytest.mark.parametrize(
    ("text", "some"),
    [
        ("Students of schools", True),
        ("Students of two schools", False),
        ("Students of 2 schools", False),
        ("2 of all the schools", True),  # the number stands four words off
        ("2 of the schools", False),
        ("schools in the north 2", True),
        ("schools in north 2", False),
        ("Students of Tarvale schools", False),
        ("Students of school", False),
        ("School and college students", True),
        ("Students of clubs", False),
        ("Ученики школ", True),
        ("Ученики двух школ", False),
        ("Ученики школы", False),
        ("Teachers of schools № 5", False),
    ],
)
def test_schools_at_large_are_told_from_those_that_a_number_or_a_name_picks(text, some):
    read = _segment(text)
    near = [n for n in range(len(read.said)) if read.said[n].lemma in ("school", "club", "школа")]
    assert any_of_them(read, near[0]) is some


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("people who choose", ["choose"]),
        ("people choosing", ["choosing"]),
        ("people are choosing", ["choosing"]),
        ("people, choosing", []),
        ("choosing people", []),
        ("people that left", []),
        ("people that leave", ["leave"]),
        ("people who signed", []),
        ("whoever scrolls", ["scrolls"]),
        ("everyone scrolls", []),
        ("люди выбирают", ["выбирают"]),
        ("люди выбрали", []),
        ("люди выбирающие", ["выбирающие"]),
        ("выбирать", ["выбирать"]),
        ("выбирая", ["выбирая"]),
        ("люди работали", []),
        ("стекло", []),
    ],
)
def test_what_people_always_do_narrows_nothing_and_what_they_once_did_does(text, states):
    read = _segment(text)
    assert [read.said[n].text for n in range(len(read.said)) if read.said[n].is_word and state(read, n)] == states


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        ("families of workers", True),
        ("workers families", False),
        ("families of the big workers", True),
        ("families of the big old workers", False),  # of stands four words before
        ("семьи работников", True),
        ("молодые работники", False),
    ],
)
def test_a_relation_ties_a_head_to_the_one_before(text, tied):
    said = tokens(text)
    assert related(said, len(said) - 1) is tied


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("In Tarvale", ["Tarvale"]),
        ("Tarvale", []),
        ("They came. Tarvale", []),
        ("Tarvale's people", ["Tarvale's"]),
        ("in TARVALE", []),
        ("in «Tarvale»", []),
        ("in tarvale's", []),
        ("Рубцовск", ["Рубцовск"]),
        ("в Кедровке", ["Кедровке"]),
        ("Кедровка", []),
    ],
)
def test_a_place_has_its_capital_within_a_sentence_or_stands_in_the_dictionary(text, names):
    said = tokens(text)
    assert [said[n].text for n in range(len(said)) if place_name(said, n)] == names


@pytest.mark.parametrize(
    ("word", "binds"),
    [
        *(("of", True), ("quickly", True), ("weld", False), ("в", True), ("и", True)),
        *(("лишь", True), ("он", True), ("сварка", False), ("быстро", True)),
    ],
)
def test_words_that_only_bind_others_are_known(word, binds):
    assert function(tokens(word)[0]) is binds


@pytest.mark.parametrize(
    ("text", "alone", "placed"),
    [
        ("People aged 20 to 26", True, True),
        ("People aged 20 to 27", False, True),
        ("People aged 20 to 35", False, True),
        ("People aged 20 to 36", False, False),
        ("People 20-26", True, True),
        ("People 20-27", False, True),
        ("People 20 26", True, True),
        ("People under 6 years", True, True),
        ("People under 7 years", False, True),
        ("People over 104 years", True, True),
        ("People over 103 years", False, True),
        ("People over 60", False, False),
        ("People 60+", False, False),
        ("Люди от 20 до 26", True, True),
        ("Люди от 20 до 27", False, True),
        ("Люди от 20", True, True),  # twenty of what is not said
        ("Люди до 30 лет", False, False),
        ("Люди старше 60 лет", False, False),
        ("People in house 12", True, True),
        ("20 people", True, True),
        ("People aged 110 over", True, True),
        ("People aged 20 over", False, False),
        ("People over 111 years", True, True),
        ("People aged 1 and 50 and 70", True, True),
        ("People aged 40", True, True),
    ],
)
def test_ages_narrow_where_they_are_close_together(text, alone, placed):
    read = _segment(text)
    numbers = [n for n, one in enumerate(read.said) if one.script == "number"]
    assert (narrowing(read, numbers, False), narrowing(read, numbers, True)) == (alone, placed)


def parts(text):
    read = _segment(text)
    return [(" ".join(read.said[n].text for n in one), tuple(_read(read, one, frozenset()))) for one in _parts(read)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Students, welders", [("Students", (("half",), False, False)), ("welders", ((), False, True))]),
        ("Students and Tarvale", [("Students Tarvale", (("half",), True, False))]),  # a place names nobody
        ("People who like trains and planes", [("People who like trains planes", (("wide",), False, False))]),
        ("Students of Tarvale", [("Students of Tarvale", (("half",), True, False))]),
        ("Media of the county", [("Media of the county", (("half",), True, False))]),
        ("Students of the county", [("Students of the county", (("half",), False, False))]),
        ("Workers' families", [("Workers ' families", (("half", "half"), False, False))]),
        (
            "People of the families of workers",
            [("People of the families of workers", (("wide", "half", "half"), False, True))],
        ),
        ("Residents of Mill Lane", [("Residents of Mill Lane", (("wide",), True, True))]),
        ("Those interested", [("Those interested", (("everyone",), False, False))]),
        ("Those", [("Those", (("wide",), False, False))]),
        ("Residents of the country", [("Residents of the country", (("wide",), False, False))]),
        ("Residents of the town", [("Residents of the town", (("wide",), True, False))]),
        ("Technology", [("Technology", ((), False, True))]),
        ("Students of technology", [("Students of technology", (("half",), False, True))]),
        ("Everyone who likes technology", [("Everyone who likes technology", (("everyone",), False, False))]),
        ("Студенты технологии", [("Студенты технологии", (("half",), False, True))]),
        ("Люди технологии", [("Люди технологии", (("wide",), False, False))]),
        ("Job seekers looking for work", [("Job seekers looking for work", (("half",), False, False))]),
        ("Pupils, and", [("Pupils", (("half",), False, False))]),
        ("People aged 20 to 60", [("People aged 20 to 60", (("wide",), False, False))]),
        ("People aged 20 to 24", [("People aged 20 to 24", (("wide",), False, True))]),
        ("", []),
        ("?!", []),
    ],
)
def test_each_part_has_its_heads_its_place_and_what_narrows_it(text, found):
    assert parts(text) == found


@pytest.mark.parametrize(
    ("part", "wide", "vague", "half"),
    [
        (Part(("wide",), False, False), True, True, False),
        (Part(("everyone",), True, False), True, False, False),
        (Part(("wide",), False, True), False, False, False),
        (Part(("half",), False, False), False, True, True),
        (Part(("half",), True, False), False, False, False),
        (Part(("half",), False, True), False, False, False),
        (Part(("half", "half"), False, False), False, True, False),
        (Part((), False, False), False, False, False),
    ],
)
def test_a_part_is_wide_vague_or_half_by_what_it_lacks(part, wide, vague, half):
    assert (part.wide, part.vague, part.half(known=False)) == (wide, vague, half)
    assert not part.half(known=True)


@pytest.mark.parametrize(
    ("segment", "size", "inside", "all_"),
    [
        ("Students", None, False, True),
        ("Students", ROOM, False, False),
        ("Students", ROOM + 1, False, True),
        ("Students", None, True, False),
        ("People", 20, True, True),
        ("Everyone and welders", None, False, True),
        ("Everyone in hall 3 and welders", None, False, False),
        ("Students, parents, bloggers and welders", 20, False, True),
        ("Students, parents, turners and welders", 20, False, False),
        ("Students, parents and bloggers", 20, False, False),
        ("Students, parents, bloggers and partners", 20, False, True),
        ("Students of Tarvale", None, False, False),
        ("People of Tarvale", None, False, True),
        ("Welders", None, False, False),
        ("", None, False, False),
        ("Люди, которым нравится техника", None, False, True),
    ],
)
def test_a_segment_is_everyone_where_none_of_its_parts_is_narrow(segment, size, inside, all_):
    assert everyone(segment, size, inside) is all_


def test_the_plants_own_place_is_known_without_a_capital():
    assert everyone("Students of oak", None, False, "Oak") is False
    assert everyone("people of oak", None, False, "Oak") is True
    assert everyone("people of oak", None, False, "") is False  # oak might be anything else
    assert CROWD == 4
