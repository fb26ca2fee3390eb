"""What does an ending tell of an English word, and what does the list tell where none does?"""

import pytest

from promplan.text.english import english, irregular


def read(word: str) -> tuple[str, set[str]]:
    ((lemma, marks),) = english(word)
    return lemma, set(marks)


@pytest.mark.parametrize(
    ("word", "lemma", "marks"),
    [
        ("best", "good", {"Supr", "ADJF"}),
        ("largest", "largest", {"Supr", "ADJF"}),
        ("latest", "latest", set()),
        ("guests", "guest", set()),
        ("guest", "guest", set()),
        ("zest", "zest", set()),  # five letters are too few
        ("driest", "driest", {"Supr", "ADJF"}),
        ("better", "good", {"COMP"}),
        ("safer", "safer", {"COMP"}),
        ("bigger", "bigger", {"COMP"}),
        ("friendlier", "friendlier", {"COMP"}),
        ("calmer", "calmer", {"COMP"}),
        ("worker", "worker", set()),
        ("massive", "massiv", {"ADJF"}),
        ("big", "big", {"ADJF"}),
        ("ring", "ring", set()),
        ("king", "king", set()),
        ("going", "go", {"ADJF", "VING"}),
        ("weld", "weld", set()),
        ("red", "red", set()),
        ("used", "use", {"ADJF", "VPAS"}),
        ("aged", "age", {"ADJF", "VPAS"}),
        ("quickly", "quick", {"ADVB"}),
        ("ugly", "ugli", set()),
        ("wholly", "wholli", {"ADVB"}),
        ("men", "man", set()),
        ("plant's", "plant", set()),
        ("plants'", "plant", set()),
    ],
)
def test_a_word_has_one_stem_and_the_marks_of_its_ending(word, lemma, marks):
    got = read(word)
    assert (
        got[0] == lemma and {one for one in got[1] if one in marks | {"Supr", "COMP", "VING", "VPAS", "ADVB"}} == marks
    )


def test_an_irregular_form_is_told_by_the_list_and_any_other_is_itself():
    assert irregular("went") == "go" and irregular("go") == "go" and irregular("zorbs") == "zorbs"
