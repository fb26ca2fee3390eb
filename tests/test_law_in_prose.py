"""Does any lesson, quiz, case or sentence of the interface state a law of its own, away from the dated data?"""

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import promplan
from promplan import assets
from promplan.notebooks.pofile import read
from promplan.notebooks.sentences import sentences

COURSE = assets.course()
PACKAGE = Path(promplan.__file__).parent

# a statute, a code or an article by its number; in Russian and in English
LAW = re.compile(
    r"\d+-?\s?ФЗ\b|\bФЗ\b|\b\d+-FZ\b|Federal Law|КоАП|\b(?:ТК|ГК|СК|УК)\b|\bст\.\s?\d|статьи? \d"
    r"|Labour Code|Civil Code|Code of Administrative|\b(?:art\.|article)\s?\d|GDPR|Equality Act"
)
POINTS = re.compile(r"pp\.law\(|law\.toml|law/(?:en|ru)/law\.md")  # the dated data, named beside it

ALLOWED: dict[str, str] = {}  # a place and why a law may be named there without its day


def prose() -> Iterator[tuple[str, str]]:
    """Every paragraph that a reader may meet, with the place where it stands."""
    for kind in ("notebooks", "solutions"):
        for file in sorted((COURSE / kind / "en").glob("*.ipynb")):
            for cell in json.loads(file.read_text(encoding="utf-8"))["cells"]:
                if cell["cell_type"] == "markdown":
                    yield from _paragraphs(f"{kind}/{file.stem}: {cell['id']}", "".join(cell["source"]))
    for file in sorted((PACKAGE / "locale" / "ru").glob("*.po")):
        for message in read(file):
            told = message.string if isinstance(message.string, str) else "\n\n".join(message.string)
            yield from _paragraphs(f"{file.name}: {message.id}", told)
    for sentence in sentences(PACKAGE):
        ids = (sentence.id,) if isinstance(sentence.id, str) else sentence.id
        yield from ((f"{sentence.file}: {id_}", id_) for id_ in ids)
    for file in sorted(assets.folder().rglob("*.md")):
        # a sample of an export says what the review says, which is read in the sentences above
        if not {"law", "samples"} & set(file.relative_to(assets.folder()).parts):
            yield from _paragraphs(str(file.relative_to(COURSE)), file.read_text(encoding="utf-8"))
    for file in sorted(assets.folder().rglob("*.toml")):
        if file.name not in ("law.toml", "channels.toml", "workdays.toml"):  # dated data themselves
            yield from (
                (str(file.relative_to(COURSE)), one) for one in _strings(tomllib.loads(file.read_text("utf-8")))
            )


def _paragraphs(place: str, text: str) -> Iterator[tuple[str, str]]:
    yield from ((place, one) for one in re.split(r"\n\s*\n", text) if one.strip())


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _strings(one)


def stated(text: str) -> bool:
    return bool(LAW.search(text)) and not POINTS.search(text)


def test_no_statement_about_the_law_stands_away_from_the_dated_data():
    assert {place: text for place, text in prose() if stated(text) and place not in ALLOWED} == {}


def test_the_search_reads_what_it_says_it_reads():
    places = [place for place, _ in prose()]
    for part in ("notebooks/03-message", "solutions/00-start", "01-facts.po", "promplan.po", "guide.ru.md", "quizzes"):
        assert any(part in place for place in places), part


@pytest.mark.parametrize(
    "text",
    [
        "Вредная работа до 18 лет закрыта (ТК РФ, ст. 265).",
        "Иностранные слова — только рядом (168-ФЗ).",
        "A fine of 10 to 15 thousand roubles (Code of Administrative Offences, art. 13.11.1).",
        "Harmful work is closed under 18 (Labour Code, art. 265).",
    ],
)
def test_a_statement_is_seen_and_one_that_points_to_the_data_is_not(text):
    assert stated(text)
    assert not stated(f'{text} See `pp.law("harmful-work")`.')
