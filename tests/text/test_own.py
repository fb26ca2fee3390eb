"""What in a sentence is the plant's own, and which words are strangers in it?"""

import pytest

from promplan.text.own import says_something_own, strangers

FACT = ("The wheel tapper checks each train at night.",)


@pytest.mark.parametrize(
    ("said", "place", "products", "facts", "own"),
    [
        ("We make things that people need.", "", "", (), False),
        ("We stand by hoses.", "", "hoses", (), True),
        ("We stand by oil.", "", "oil", (), False),  # three letters are no sign
        ("We stand by ores.", "", "ores", (), True),
        ("A man with a hammer decides about your train.", "", "", FACT, True),
        ("A man decides about your train.", "", "", FACT, True),
        ("Your train.", "", "", FACT, False),  # one thing alone
        ("A man with a hammer decides about your bus.", "", "", FACT, False),
        ("Seven looms weave for you.", "", "", (), True),
        ("Seven people work for you.", "", "", (), False),
        ("For 30 years we have been a good firm.", "", "", (), False),  # any firm's age
        ("Blankets come from Dunmore.", "", "", (), True),
        ("People come from Dunmore.", "", "", (), False),
        ("Blankets come from dunmore.", "Dunmore", "", (), True),
        ("Dunmore.", "Dunmore", "", (), False),
        ("BLANKETS COME FROM US.", "", "", (), False),
        ("Blankets: Good ones.", "", "", (), False),  # a capital behind a colon is no name
        ("Одеяла едут из Кинешмы.", "", "", (), True),
        ("Когда гудит сирена, пол-Кинешмы ставит чайник.", "", "", (), True),
        ("Люди едут из Кинешмы.", "", "", (), False),
        ("Двести одеял в неделю.", "", "", (), True),
    ],
)
def test_a_thing_with_a_number_a_place_a_product_or_a_fact_is_own(said, place, products, facts, own):
    assert says_something_own(said, place, products, facts) is own


@pytest.mark.parametrize(
    ("text", "stray"),
    [
        ("", []),
        ("1994", []),
        ("Нам важна real passion к железу.", ["real", "passion"]),
        ("Sign up for the экскурсия on Monday.", ["экскурсия"]),
        ("Пишите в Telegram.", []),
        ("Станок Heidelberg стоит.", []),
        ("Станок «hard line» стоит.", []),
        ("Вода уходит с pH 7.", []),
        ("Our motto is ordnung muss sein, sagt der Meister.", ["sagt"]),
        ("Wir bilden aus: twelve apprentices a year.", ["Wir bilden aus"]),
        ("Bread from the Rue de la Paix bakery.", []),
        ("Qualität ist our word.", ["Qualität"]),
        ("c 2009 года мы здесь", ["c"]),
        ("The crème brûlée is sweet.", []),
    ],
)
def test_words_of_another_language_are_strangers_and_names_are_not(text, stray):
    assert [one for one in strangers(text) if one in stray] == stray and bool(strangers(text)) == bool(stray)


def test_the_plants_and_its_products_names_are_at_home():
    assert strangers("Мы делаем flexline для всех.") == ["flexline"]
    assert strangers("Мы делаем flexline для всех.", {"flexline"}) == []
