"""Which words of the shop stand unexplained, and when is an explanation one?"""

import pytest

from promplan.text.jargon import jargon, unexplained


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("We reline the tundish between two casts.", ["tundish"]),
        ("Spheroidising gives the wire its bend.", ["Spheroidising"]),
        ("The OEE is on a screen.", ["OEE"]),
        ("MT-tested wheels go to the depot.", ["MT"]),
        ("Фильеру меняют раз в месяц.", ["Фильеру"]),
        ("Сфероидизация даёт проволоке гибкость.", ["Сфероидизация"]),
        ("Проверяют ЗТВ каждого шва.", ["ЗТВ"]),
        ("Буксу отливаем сами.", ["Буксу"]),
    ],
)
def test_a_shop_word_of_a_list_a_rare_word_and_an_abbreviation_are_named_as_they_stand(text, bare):
    assert [one for one in jargon(text) if one in bare] == bare
    start, end = unexplained(text)[0]
    assert text[start:end] in bare or bare[0] in jargon(text)


@pytest.mark.parametrize(
    "text",
    [
        "The tundish (a trough) feeds the mould.",
        "The tundish — a trough — feeds the mould.",
        "The tundish: a trough that feeds the mould.",
        "The tundish, a trough that feeds the mould, is warm.",
        "The tundish is a trough.",
        "The tundish means a trough.",
        "The tundish that feeds the mould is warm.",
        "A trough for steel, or tundish, feeds the mould.",
        "A trough (tundish) feeds the mould.",
        "It is called the tundish.",
        "The tundish holds the steel for a minute.",
        "Промковш — ковш между двумя ковшами.",
        "Промковш, то есть малый ковш, чистят.",
        "Фильера (пластина с отверстиями) служит месяц.",
        "Её называют фильерой.",
    ],
)
def test_an_explanation_counts_wherever_a_reader_finds_it(text):
    assert jargon(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The tundish is warm.",
        "The tundish, warm and red, glows.",
        "The tundish (",
        "The tundish:",
        "On Monday all of us clean the tundish holds.",
        "The tundish holds.",
        "Промковш чистят.",
    ],
)
def test_what_only_looks_like_an_explanation_is_none(text):
    assert "undish" in "".join(jargon(text)) or "Промковш" in jargon(text)


def test_one_explanation_serves_the_whole_text():
    assert jargon("The tundish (a trough) is warm. Nobody leaves the tundish alone.") == []


@pytest.mark.parametrize(
    ("text", "own", "bare"),
    [
        ("The ring of the plant is warm.", ("ring",), ["ring"]),
        ("Rings are warm.", ("ring",), ["Rings"]),
        ("The ring (a band) is warm.", ("ring",), []),
        ("The ring is warm.", (), []),
    ],
)
def test_the_cases_glossary_names_further_words_in_any_form(text, own, bare):
    assert jargon(text, own) == bare


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("The tundish is warm.", {"doffer"}),
        ("The QRX is warm.", {"qr"}),
    ],
)
def test_only_the_very_name_of_the_plant_or_its_product_is_known(text, known):
    assert len(jargon(text, (), known)) == 1


@pytest.mark.parametrize(("text", "known"), [("Every zorber is painted.", {"zorber"}), ("The QRX is warm.", {"qrx"})])
def test_a_product_that_is_named_so_is_no_shop_word(text, known):
    assert jargon(text) and jargon(text, (), known) == []


@pytest.mark.parametrize(
    "text",
    [
        "We wrote “zorber” on the door.",  # a nickname
        "The K-700 and the ST 40 stand here.",  # models
        "WE POUR IRON AT SIX",  # a shout
        "The BBC came in May.",
        "The crème de zorbé is sweet.",  # another language's
        "Zorber came in May.",  # a name begins the sentence
        "In May Zorber came.",
        "The zorber-2 stands here.",
        "A mould is warm.",  # plain among plain words
        "Печь, кран и стан под одной крышей.",
        "Кто-нибудь спаяет паяльником.",
        "Мы ведём паблик и чат-бот.",
    ],
)
def test_names_models_shouts_and_plain_words_are_left_alone(text):
    assert jargon(text) == []


def test_plain_words_of_the_shop_in_a_crowd_are_shop_talk():
    assert jargon("The ladle and the rotor are warm.") == []
    assert len(jargon("The ladle and the rotor and the spindle and the slag are warm.")) >= 3
    assert jargon("The ladle and the tundish are warm.") == ["ladle", "tundish"]


@pytest.mark.parametrize(
    "text",
    [
        "Каландрова пришла на завод в 1990 году",
        "Вальцов работает здесь двадцать лет",
        "Вас встретит мастер Вальцов",
        "Спросите у Каландровой, она покажет",
        "Рассказывает Облой Иванович",
        "Mr Calender, the foreman, waits at the gate",
        "You are met by Anna Bogie at noon",
    ],
)
def test_a_surname_that_sounds_like_the_shop_is_no_jargon(text):
    assert jargon(text) == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Каландр стоит в первом цехе", "Каландр"),
        ("Вальцов в цехе шесть", "Вальцов"),
        ("У нас так: Облой срезают ножом", "Облой"),
        ("Our rubber has a Mooney of 60", "Mooney"),
        ("Calender and mixer run all night", "Calender"),
        ("На заводе «Каландр» гудит ночью", "Каландр"),
    ],
)
def test_a_word_of_the_shop_with_a_sentence_s_capital_is_found_as_before(text, word):
    assert word in jargon(text)
