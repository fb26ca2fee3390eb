"""Are the words marked that do no work, and are honest words left alone?"""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promplan.text.listed import limit, phrases, rows
from promplan.text.marks import idle_share, marks

DRAFTS = {
    "en": "The region's leading dynamic company with unique modern technologies",
    "ru": "Ведущее динамично развивающееся предприятие региона с уникальными современными технологиями",
}


def told(text: str, *jargon: str) -> list[tuple[str, str]]:
    return [(one.kind, one.word) for one in marks(text, jargon)]


def test_in_the_draft_of_the_lesson_six_of_nine_words_do_no_work():
    assert {language: idle_share(text) for language, text in DRAFTS.items()} == {"en": (6, 9), "ru": (6, 9)}


def test_the_marks_of_the_draft_are_its_superlatives_and_its_cliches():
    assert told(DRAFTS["en"]) == [
        ("superlative", "leading"),
        ("idle", "dynamic company"),
        ("superlative", "unique"),
        ("idle", "modern technologies"),
    ]
    assert told(DRAFTS["ru"]) == [
        ("superlative", "Ведущее"),
        ("idle", "динамично развивающееся"),
        ("superlative", "уникальными"),
        ("idle", "современными технологиями"),
    ]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("in order  to cure a ring", "in order  to"),
        ("a Wide Range of seals", "Wide Range"),
        ("a team of professionals", "team of professionals"),
        ("innovative seals", "innovative"),
        ("high-quality seals", "high-quality"),
        ("we leverage it", "leverage"),
        ("modern presses", "modern"),
        ("в рамках программы", "в рамках"),
        ("данный завод", "данный"),
        ("завод является", "является"),
        ("мы осуществляем", "осуществляем"),
        ("обеспечивает людей", "обеспечивает"),
        ("широкого спектра", "широкого спектра"),
        ("надежным партнером", "надежным партнером"),
        ("надёжный партнёр", "надёжный партнёр"),
        ("КАЧЕСТВЕННЫЕ уплотнения", "КАЧЕСТВЕННЫЕ"),
    ],
)
def test_officialese_and_cliches_are_found(text, word):
    assert told(text) == [("idle", word)]


@pytest.mark.parametrize(
    "text",
    [
        "The line was modernised in 2019",
        "Quality control looks at each ring",
        "The quality inspector measures it",
        "A salt solution tests the ring",
        "The leading engineer of the shop",
        "Pupils of school No. 14",
        "данные на 1 июня, по данным службы персонала",
        "контроль качества и его реальные люди",
        "социальное обеспечение и программное обеспечение",
        "ведущий инженер Дугорска",
        "ученики школы № 14 и цех № 1",
        "модернизировали в 2019 году",
        "Они расскажут об этом лучше нас",
        "The quality manual says so",
        "Тот самый пресс, на котором вулканизуют кольцо",
    ],
)
def test_words_that_do_work_are_left_alone(text):
    assert [one for one in marks(text) if one.kind != "jargon"] == []


def test_a_superlative_that_counts_is_found_and_a_mere_number_is_not():
    assert told("мы № 1 в отрасли") == [("superlative", "№ 1")]
    assert told("пресс № 12") == []


def test_the_plants_jargon_is_marked_in_any_form_explained_or_not():
    text = "Ленту, то есть длинную полосу, режут"
    assert told(text) == []
    assert told(text, "лента", "длинная полоса") == [("jargon", "Ленту"), ("jargon", "длинную полосу")]


def test_a_word_of_the_shop_is_marked_as_long_as_it_stands_unexplained():
    assert told("The tundish is warm") == [("jargon", "tundish")]
    assert told("The tundish, a trough that feeds the mould, is warm") == []
    assert told("Реометром меряют резину") == [("jargon", "Реометром")]
    assert idle_share("The tundish is warm") == (0, 4)  # it does work, if only for few


def test_a_word_is_marked_once_even_if_two_kinds_claim_it():
    assert told("the best mould", "best mould") == [("superlative", "best")]


@pytest.mark.parametrize("text", ["", "…", "👍", "12", "\x00"])
def test_nothing_is_marked_where_no_word_is(text):
    assert marks(text) == []


def test_a_phrase_does_not_go_on_in_the_next_line():
    assert marks("wide\nrange") == []


def test_function_words_count_as_words():
    assert idle_share("The ring of the plant") == (0, 5)


def test_the_share_of_an_empty_text_is_none_of_none():
    assert idle_share("") == (0, 0)


@pytest.mark.parametrize("kind", ["idle", "excused"])
def test_every_entry_of_a_list_finds_itself(kind):
    for entry in rows(kind):
        assert phrases(kind).fullmatch(" ".join(one.rstrip("-") for one in entry.split())), entry


def test_every_term_of_the_jargon_finds_itself():
    for term in rows("jargon"):
        assert told(term, *rows("jargon")) == [("jargon", term)]


def test_the_limits_are_data():
    assert 0 < limit("idle_share") < 1
    assert limit("readable", "ru") < limit("readable", "en")


spiced = st.lists(st.sampled_from([*rows("idle"), *rows("excused"), "best", "№ 1", " ", "\n", "реометр"]) | st.text())


@given(spiced.map(" ".join))
def test_marks_never_overlap_and_quote_the_text_as_it_is(text):
    found = marks(text, rows("jargon"))
    assert all(text[one.start : one.end] == one.word for one in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    idle, of = idle_share(text)
    assert 0 <= idle <= of


@pytest.mark.parametrize("piece", ["wide  ", "а.", "best ", "динамично ", "😀", ". »", "a-", "\n"])
def test_a_hundred_thousand_characters_are_looked_through(piece):
    text = piece * (100_000 // len(piece))
    assert all(one.word in text for one in marks(text, rows("jargon")))


def test_a_team_is_a_team_and_only_the_team_player_is_idle():
    assert not marks("The student team measured fourteen presses.")
    assert [one.word for one in marks("We want a team player.")] == ["team player"]
