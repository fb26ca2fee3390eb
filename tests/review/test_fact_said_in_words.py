"""A sentence that tells its number in words, beside its value."""

import pytest

from promplan.plan.enterprise import Fact
from promplan.review.fact_said import contradicted


@pytest.mark.parametrize(
    ("statement", "about", "unit", "right", "wrong"),
    [
        ("Half a dozen coopers work here.", "coopers", "coopers", 6, 12),
        ("Two gross of rivets go into a box.", "rivets in a box", "rivets", 288, 144),
        ("A baker's dozen goes into each bag.", "rolls in a bag", "rolls", 13, 12),
        ("A couple of hundred guests came.", "guests", "guests", 210, 400),
        ("Six hundred and some guests came.", "guests", "guests", 640, 60),
        ("Linings last a decade.", "life of a lining", "years", 10, 20),
        ("The dyers keep a fortnight's supply.", "supply", "days", 14, 40),
        ("The vat is emptied every fortnight.", "interval of emptying", "days", 14, 7),
        ("The scales are checked once a quarter.", "interval of checks", "months", 3, 6),
        ("The ferry of parts sails daily.", "interval of sailings", "hours", 24, 7),
        ("Of the 318 trainees who started since 2004, 261 stayed.", "share who stayed", "%", 82, 28),
        ("Wages rose to £31,400.", "average wage", "pounds", 31_400, 34_100),
        ("The canteen is open 361 days a year.", "open days", "days", 361, 316),
        ("Столовая открыта 361 день в году.", "дни работы", "дней", 361, 316),
        ("Обечайку меняют раз в полгода.", "срок замены", "мес.", 6, 3),
        ("Пара сотен соседей пришла.", "соседи", "соседей", 190, 20),
    ],
)
def test_the_value_is_what_the_words_say(statement, about, unit, right, wrong):
    def beside(value: float) -> object:
        return contradicted(Fact(id="F1", statement=statement, about=about, value=value, unit=unit))

    assert beside(right) is None
    assert beside(wrong) is not None


@pytest.mark.parametrize(
    ("statement", "about", "value", "unit"),
    [
        ("The plant took third place of 41 in the county.", "place", 3, "place"),
        ("The plant took third place of 41 in 2025.", "place", 3, "place"),
        ("The ferry sails daily.", "time of a trip", 40, "minutes"),
        ("A decade ago a trip took 40 minutes.", "time of a trip", 40, "minutes"),
        ("Завод занял пятое место из сорока.", "место", 5, "место"),
    ],
)
def test_what_is_no_amount_contradicts_nothing(statement, about, value, unit):
    assert contradicted(Fact(id="F1", statement=statement, about=about, value=value, unit=unit)) is None
