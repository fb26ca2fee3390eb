"""Sentences as plants, vacancies and students write them: faulty ones are found, clean ones left alone.

Each file of `tests/data/sentences` was written and marked before any rule had read it.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from promplan.plan import Plan
from promplan.review import check

DATA = Path(__file__).parents[1] / "data" / "sentences"
DAY = date(2026, 11, 2)
PARTS = {"FACT": "F1", "MSG": "P1", "MSG-9": "message"}
KNOWN_MISSES = DATA / "unread.txt"


def sentences() -> Iterator[tuple[str, str, bool, str]]:
    """Language, rule, whether it is faulty, and the sentence."""
    for file in sorted(DATA.glob("??-*.txt")):
        rule, faulty = "", False
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.startswith("# "):
                rule, mark = line.removeprefix("# ").split()
                faulty = mark == "faulty"
            elif line:
                yield file.name[:2], rule, faulty, line


def says(language: str, rule: str, said: str) -> bool:
    """Does the rule (or its sibling) say something of a plan that holds this sentence alone?"""
    made: dict[str, object] = {"meta": {"language": language, "as_of": DAY}}
    if rule.startswith("FACT"):
        made["enterprise"] = {"facts": [{"id": "F1", "statement": said}]}
    elif rule == "MSG-9":
        made["message"] = {"umbrella": said}
    else:
        made["message"] = {"pillars": [{"id": "P1", "statement": said}]}
    where = PARTS.get(rule) or PARTS[rule.partition("-")[0]]
    found = {one.rule.rstrip("R") for one in check(Plan.model_validate(made)).about(where)}
    return rule in found


def unread() -> frozenset[str]:
    return frozenset(KNOWN_MISSES.read_text(encoding="utf-8").splitlines()) if KNOWN_MISSES.is_file() else frozenset()


@pytest.mark.parametrize(("language", "rule", "faulty", "said"), sentences())
def test_a_sentence_is_read_as_an_editor_reads_it(language: str, rule: str, faulty: bool, said: str) -> None:
    if said in unread():
        pytest.xfail("read by nobody yet")
    assert says(language, rule, said) is faulty
