"""Does Hand in always give a zip, say what is still open, and never stand in the way?"""

import hashlib
import re
from base64 import b64decode
from pathlib import Path

import pytest

from promplan.cases.example import example
from promplan.plan import Plan, edit
from promplan.plan.document import Attachment
from promplan.plan.files import keep
from promplan.plan.pack import unpack
from promplan.plan.store import NAME, FileStore, MemoryStore
from promplan.widgets.guard import Guard
from promplan.widgets.hand_in import hand_in, still_open


def walk(box):
    yield box
    for child in getattr(box, "children", ()):
        yield from walk(child)


def press(panel) -> str:
    next(one for one in walk(panel) if getattr(one, "description", None) == "Hand in").click()
    return " ".join(one.value for one in walk(panel) if isinstance(getattr(one, "value", None), str))


def trouble(panel) -> str:
    return next(one for one in walk(panel) if isinstance(one, Guard)).trouble


@pytest.fixture
def store(tmp_path: Path) -> FileStore:
    made = FileStore(tmp_path / NAME)
    made.put("team", {"name": "Тёплое кольцо"})
    return made


def test_a_plan_full_of_errors_is_handed_in_all_the_same(store):
    store.add("enterprise.facts", {"statement": "the best seals", "by": "M9"})
    panel = hand_in(store)
    told = press(panel)
    assert "Тёплое-кольцо.promplan.zip" in told and "kB" in told and trouble(panel) == ""
    assert "Still open, by unit" in told and "01-facts – " in told
    assert unpack((store.path.parent / "Тёплое-кольцо.promplan.zip").read_bytes())[0] == store.plan


def test_the_link_holds_the_zip_itself(store):
    told = press(hand_in(store))
    data = re.search(r'href="data:application/zip;base64,([^"]+)" download="Тёплое-кольцо.promplan.zip"', told)[1]
    assert b64decode(data) == store.path.with_name("Тёплое-кольцо.promplan.zip").read_bytes()


def test_a_large_zip_is_not_put_into_the_page_but_its_place_is_said(store):
    noise = b"".join(hashlib.sha256(str(n).encode()).digest() for n in range(70_000))
    picture = Attachment(id="X1", **keep(store.path.parent, noise, "ring.jpg"))
    store.replace(lambda plan: plan.model_copy(update={"attachments": [picture]}))
    told = press(hand_in(store))
    assert "base64" not in told and "right-click" in told


def test_what_is_in_the_zip_is_what_the_sentence_names(store):
    panel = hand_in(store)
    assert "posters, films, captions and papers of the visit" in told_before(panel)
    for name in ("posters/ring.pdf", "films/ring.mp4", "captions/ring.en.srt", "visit/call-sheet.pdf"):
        (store.folder / name).parent.mkdir()
        (store.folder / name).write_bytes(b"made")
    assert "with 4 files" in press(panel)


def told_before(panel) -> str:
    return " ".join(one.value for one in walk(panel) if isinstance(getattr(one, "value", None), str))


def test_handing_in_again_gives_the_newer_plan(store):
    panel = hand_in(store)
    press(panel)
    store.put("brief", {"client": "press office"})
    press(panel)
    (zip_,) = store.path.parent.glob("*.zip")
    assert unpack(zip_.read_bytes())[0].brief.client == "press office"


def test_a_plan_in_memory_says_why_not():
    panel = hand_in(MemoryStore())
    press(panel)
    assert "memory only" in trouble(panel) and "promplan lab" in trouble(panel)


def test_before_the_first_answer_there_is_nothing_to_hand_in(tmp_path):
    panel = hand_in(FileStore(tmp_path / NAME))
    press(panel)
    assert "No media plan here yet" in trouble(panel) and not list(tmp_path.glob("*.zip"))


def test_nothing_to_check_yet_is_no_praise():
    told = " ".join(str(one) for one in still_open(Plan()))
    assert "nothing open" not in told and "01-facts" in told


def test_without_a_kernel_the_cell_says_what_the_button_does():
    data = hand_in(MemoryStore())._repr_mimebundle_()
    assert "instructor" in data["text/html"] and data["text/plain"] == "[Hand in]"


def test_reasons_in_place_of_a_fix_are_counted_for_the_instructor():
    plan = edit.put(example("01-solved"), "enterprise.facts/F5", {"checked_by": ""})
    answered = edit.reason(plan, "FACT-9", "F5", "the foreman signs it on Monday")
    told = [" ".join(str(line) for line in still_open(one)) for one in (plan, answered)]
    assert "01-facts – 1" in told[0] and "Reasons given" not in told[0]
    assert "Reasons given in place of a fix, by unit: 01-facts – 1." in told[1]
