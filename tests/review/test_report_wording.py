"""Do the rules that read a report find what they must in forty sentences, to twenty of which nobody fitted them?"""

import re
import tomllib
from pathlib import Path

import pytest
from review.measurement import saying

from promplan.review import check

ROWS = tomllib.loads((Path(__file__).parents[1] / "data" / "report_wording.toml").read_text(encoding="utf-8"))["row"]
ASKED = ("REP-3", "REP-4", "REP-8", "KPI-5", "KPI-12")
# of the sentences that were held back: how many faults are found, and how many are found that are none
LEAST_FOUND, MOST_FALSE = 11, 0


def found(text: str) -> set[str]:
    language = "ru" if re.search("[а-я]", text) else "en"
    return {one.rule for one in check(saying(text, language), only=ASKED).about("ST9")}


@pytest.mark.parametrize("row", [one for one in ROWS if not one.get("held")], ids=lambda one: one["text"][:40])
def test_the_faults_of_a_sentence_are_found_and_no_others(row):
    assert found(row["text"]) == set(row["faults"])


def test_of_the_sentences_held_back_as_many_are_found_as_were_at_first():
    held = [(set(one["faults"]), found(one["text"])) for one in ROWS if one.get("held")]
    assert sum(len(want & got) for want, got in held) >= LEAST_FOUND
    assert sum(len(got - want) for want, got in held) <= MOST_FALSE
    assert sum(len(want) for want, _ in held) == 14
