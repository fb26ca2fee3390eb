"""Which words do most people know, and which are of some trade?"""

import pytest

from promplan.text.known import families, known
from promplan.text.morphology import Token, tokens


def asked(word: str) -> bool:
    (one,) = tokens(word)
    return known(one)


@pytest.mark.parametrize(
    "word",
    [
        "bicycle",
        "apprentices",
        "anorak",
        "spindle",
        "rivets",
        "going",
        "lay",
        "sky",
        "teacher's",
        "don't",
        "crème",
        *("велосипед", "учениками", "веретено", "тебя", "дом", "социально-экономический", "что-нибудь"),
    ],
)
def test_what_people_write_is_known(word):
    assert asked(word)


@pytest.mark.parametrize(
    "word",
    ["doffers", "swarf", "lehr", "trunnion", "parison", "sagger", "фильера", "промковша", "шибер", "скруббером"],
)
def test_a_trades_own_word_is_not(word):
    assert not asked(word)


@pytest.mark.parametrize(
    ("word", "of"),
    [
        ("unbuttoned", "un-"),
        ("relit", "re-"),
        ("overfull", "over-"),
        ("doglike", "-like"),
        ("leafless", "-less"),
        ("gravelly", "-ly"),
        ("payslip", "pay"),
        ("storekeeper", "store"),
        ("foundryman", "man"),
        ("dyehouse", "dye"),
        ("noticeboard", "board"),
        ("лаборантка", "её дело"),
        ("шлифовщица", "её дело"),
        ("переплавят", "приставка"),
        ("доплачивание", "вид"),
        ("медиакоманда", "медиа"),
        ("двухбуквенный", "двух"),
        ("ненапечатанный", "не"),
        ("газоочистка", "два в одном"),
        ("пультовая", "от пульта"),
    ],
)
def test_what_is_plainly_made_of_known_words_is_known(word, of):
    assert asked(word), of


@pytest.mark.parametrize(
    "word",
    ["doffer", "kneaderer", "retundish", "reboiler", "unlehr", "tundishless", "xyzzyman", "swarfkeeper", "gateswarf"],
)
def test_half_a_known_word_makes_none(word):
    assert not asked(word)


@pytest.mark.parametrize(
    ("word", "slip"),
    [
        ("prodcution", "two changed places"),
        ("machinry", "one is missing"),
        ("commpany's", "one is twice"),
        ("приозводство", "две поменялись"),
        ("произодство", "одной нет"),
        ("произзводство", "одна дважды"),
    ],
)
def test_a_slip_of_the_pen_is_no_word_of_a_trade(word, slip):
    assert asked(word), slip


@pytest.mark.parametrize("word", ["wagn", "mahcine"])
def test_a_short_slip_may_as_well_be_a_rare_word(word):
    assert not asked(word)


@pytest.mark.parametrize("word", ["ab", "doff's", "xyz", "цех"])
def test_three_letters_are_never_asked_about(word):
    assert asked(word[:3])


def test_a_number_and_a_mark_are_no_words():
    assert asked("1994") and asked("—") and known(Token(0, 4, "2nd", "number", 0))


@pytest.mark.parametrize("word", ["Гусева", "Ольга", "Волга", "ГАЗ"])
def test_a_name_is_nobodys_shop_word(word):
    assert asked(word)


def test_a_word_with_a_hyphen_is_known_by_all_its_halves():
    assert asked("пресс-служба") and not asked("пресс-фильера") and asked("по-шведски")


@pytest.mark.parametrize(("language", "least", "word"), [("en", 25_000, "bicycl"), ("ru", 35_000, "велосипед")])
def test_the_families_are_many_and_sorted_out_whole(language, least, word):
    told = families(language)
    assert len(told) > least and word in told
    assert not [one for one in told if "#" in one or any(sign.isdigit() for sign in one)]


@pytest.mark.parametrize(
    ("word", "is_known"),
    [
        ("being", True),  # two letters of a root are everybody's
        ("пойду", True),
        ("ashlike", True),  # three of a root behind an ending
        ("наждачница", True),  # its person
        ("зорбщик", False),
        ("зорбание", False),
        ("зорбать", False),
        ("пояснил", True),
        ("газозорба", False),  # half of it
        ("зорбоочистка", True),
        ("непоседевший", True),
        ("незорбовый", False),
        ("wagnos", False),  # six letters are no slip
        ("произвоство", True),
        ("цхе", True),
        ("цехп", False),
        ("производзорба", False),
    ],
)
def test_a_root_is_known_from_three_letters_on(word, is_known):
    assert asked(word) is is_known


@pytest.mark.parametrize("letter", ["a", "д"])
def test_a_run_of_letters_that_no_language_has_is_no_word_of_a_trade(letter):
    assert asked(letter * 100_000)
    assert not asked(letter * 39)
