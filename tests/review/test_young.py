"""People's ages in a text, and who is under 18 or surely older: both ends of each range."""

import pytest

from promplan.review.young import adults, ages, minors


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Pupils aged 14 to 16", [(14, 16, "Pupils aged 14 to 16")]),
        ("people of 16–18 years", [(16, 18, "people of 16–18")]),
        ("подростки 14–17 лет", [(14, 17, "14–17 лет")]),
        ("anyone under 30", [(None, 30, "under 30")]),
        ("до 35 лет", [(None, 35, "до 35 лет")]),
        ("over 45 years", [(45, None, "over 45 years")]),
        ("18+", [(18, None, "18+")]),
        ("16-year-olds", [(16, 16, "16-year-olds")]),
        ("aged 3", [(3, 3, "aged 3")]),
        ("aged 2", []),
        ("aged 99", [(99, 99, "aged 99")]),
        ("aged 3 to 99", [(3, 99, "aged 3 to 99")]),
        ("from 20 to 30 years and under 12", [(20, 30, "from 20 to 30 years"), (None, 12, "under 12")]),
        ("a press of 20 years", []),
        ("20 years of service", []),
        ("boilers over 30 years old", []),
        ("10 % of 30", []),
        ("from 20 years of service", []),
        ("Long service counts. Anyone aged 25", [(25, 25, "Anyone aged 25")]),
        ("a press aged 20 and a fitter aged 25", [(25, 25, "aged 25")]),
        ("service from 20 years, people from 30 years", [(30, None, "from 30 years")]),
        ("aged 2, aged 25", [(25, 25, "aged 25")]),
        ("of 16 to 18 years old, 16-year-olds", [(16, 18, "of 16 to 18 years old"), (16, 16, "16-year-olds")]),
    ],
)
def test_ages_are_those_of_people_with_both_their_ends(text, found):
    assert [tuple(one) for one in ages(text)] == found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("people from 17 years on", "from 17 years"),
        ("people from 18 years on", ""),
        ("anyone under 18", "under 18"),
        ("anyone under 19", ""),
        ("anyone under 17", "under 17"),
        ("lads of 17", "lads of 17"),
        ("lads of 18", ""),
        ("nine-year-olds", "nine-year-olds"),
        ("at sixteen", "at sixteen"),
        ("at sixteen people", ""),
        ("pupils", "pupils"),
        ("teachers of pupils", ""),
        ("шестнадцатилетние", "шестнадцатилетние"),
        ("юниоры клуба", "юниоры"),
        ("брата-школьника", "брата-школьника"),
        ("ученики формовщика", ""),
    ],
)
def test_minors_are_told_by_ages_below_eighteen_and_by_words(text, words):
    assert minors(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("people of 18 to 30 years", "people of 18 to 30"),
        ("people of 17 to 30 years", ""),
        ("anyone under 30", ""),  # nobody knows where it begins
        ("people of 20 to 30 years, pupils too", ""),
        ("from 20 to 25 years and 17 years old", ""),
        ("of 20 to 25 years and over 40 years", "of 20 to 25 years"),
        ("Drivers", "Drivers"),
        ("Водители депо № 5", "Водители"),
        ("Drivers of the depot", "Drivers"),
        ("Drivers and buyers", "Drivers"),
        ("Drivers and readers", ""),
        ("Readers and drivers", ""),
        ("Drivers with their friends", ""),
        ("Driver school", ""),
        ("Friends of drivers", ""),
        ("Foremen who rest", "Foremen"),
        ("Foremen, all of them", "Foremen"),
        ("of drivers", ""),
        ("", ""),
        ("Водители депо", "Водители"),
        ("Водители с друзьями", ""),
        ("Мастера и бригадиры", "Мастера"),
        ("Мастера или читатели", ""),
        ("Читатели мастера", ""),
        ("Главные инженеры", "инженеры"),
        ("Опытные", ""),
    ],
)
def test_adults_are_told_by_ages_and_by_what_all_of_them_are(text, words):
    assert adults(text) == words
