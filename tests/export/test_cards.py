"""Are the printed cards the twins of those on the screen, and is paper all that comes out?"""

import re
import subprocess
import sys

import pytest

from promplan import language
from promplan.export.cards import cards, kinds, tickets
from promplan.language import Problem
from promplan.plan.store import MemoryStore
from promplan.units.quizzes import sheet
from promplan.widgets.cards import fact_card
from promplan.widgets.persona import persona_card


@pytest.mark.parametrize("speech", ["en", "ru"])
@pytest.mark.parametrize(("name", "twin"), [("fact", fact_card), ("persona", persona_card)])
def test_a_printed_card_asks_what_the_screen_asks(speech, name, twin):
    with language.inside(speech):
        printed = [str(one.label) for one in kinds()[name].fields]
        shown = [one.description for one in twin(MemoryStore()).children if getattr(one, "rows", 0) or _asks(one)]
    assert printed == shown


def _asks(control) -> bool:
    return type(control).__name__ in ("Dropdown", "Text", "Textarea")


@pytest.mark.parametrize("speech", ["en", "ru"])
def test_it_is_a_pdf_of_a5_pages_and_the_same_bytes_every_time(speech):
    with language.inside(speech):
        first, again = cards(["fact", "persona"], copies=3), cards(["fact", "persona"], copies=3)
    assert first == again and first.startswith(b"%PDF")
    boxes = re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", first)
    assert len(boxes) == 6
    assert all(abs(float(w) - 419.5) < 1 and abs(float(h) - 595.3) < 1 for w, h in boxes)


def test_a_card_or_a_number_that_is_not_is_answered_with_what_there_is():
    with pytest.raises(Problem, match="fact, persona"):
        cards(["scene"])
    for copies in (0, 61):
        with pytest.raises(Problem, match="1 to 60"):
            cards(["fact"], copies)


def test_the_command_writes_the_file_and_says_where(tmp_path):
    out = tmp_path / "mine.pdf"
    line = [sys.executable, "-m", "promplan", "cards", "fact", "--lang", "ru", "-o", str(out)]
    done = subprocess.run(line, capture_output=True, text=True)
    assert done.returncode == 0 and done.stdout.strip() == str(out) and out.read_bytes().startswith(b"%PDF")
    done = subprocess.run([*line[:-1], str(tmp_path / "no" / "x.pdf")], capture_output=True, text=True)
    assert done.returncode == 2 and "другое место" in done.stderr


@pytest.mark.parametrize("unit", ["00", "01", "02", "03", "04", "05", "06"])
def test_everybody_s_ticket_is_on_paper_too_with_the_questions_of_the_screen_and_no_answer(unit):
    name = next(one.stem for one in tickets() if one.stem.startswith(unit))
    asked = sheet(name)
    printed = kinds()[f"ticket-{unit}"].fields[1:]
    assert [one.label for one in printed] == [one.text["en"] for one in asked.questions]
    assert [list(one.choices) for one in printed] == [[it.text["en"] for it in one.options] for one in asked.questions]
    told = [it.feedback["en"] for one in asked.questions for it in one.options]
    assert not set(told) & {str(one.label) for one in printed}
    assert cards([f"ticket-{unit}"]).count(b"/MediaBox") == 1
