"""Does the notebook join a teammate's copy, show both versions of what both changed, and change nothing before Join?"""

from datetime import datetime
from pathlib import Path

import pytest

from promplan.plan import Plan, edit
from promplan.plan.codec import dumps
from promplan.plan.document import Attachment
from promplan.plan.files import FOLDER, keep
from promplan.plan.pack import pack
from promplan.plan.store import NAME, FileStore, MemoryStore
from promplan.widgets.guard import Guard
from promplan.widgets.merge import LIMIT, merge


def walk(box):
    yield box
    for child in getattr(box, "children", ()):
        yield from walk(child)


def control(panel, label):
    return next(one for one in walk(panel) if getattr(one, "description", None) == label)


def words(panel) -> str:
    return " ".join(one.value for one in walk(panel) if isinstance(getattr(one, "value", None), str))


def trouble(panel) -> str:
    return next(one for one in walk(panel) if isinstance(one, Guard)).trouble


def choose(panel, data: bytes, name: str = "anya.json", label: str = "Choose a teammate's copy", size: int = 0) -> None:
    file = {"name": name, "type": "", "size": size or len(data), "content": memoryview(data)}
    control(panel, label).value = ({**file, "last_modified": datetime(2026, 10, 12)},)


def facts(*statements: str, **more: object) -> Plan:
    plan = Plan()
    for one in statements:
        plan, _ = edit.add(plan, "enterprise.facts", {"statement": one, **more})
    return plan


def said(store) -> list[str]:
    return [one.statement for one in store.plan.enterprise.facts]


def test_what_would_come_is_shown_and_comes_only_with_join():
    store = MemoryStore(facts("14 presses"))
    panel = merge(store)
    choose(panel, dumps(facts("A shift lasts eleven hours")))
    assert "New from anya.json: F2." in words(panel) and said(store) == ["14 presses"]
    control(panel, "Join").click()
    assert said(store) == ["14 presses", "A shift lasts eleven hours"]
    assert "Joined with anya.json." in words(panel) and trouble(panel) == ""
    assert control(panel, "Join").disabled and control(panel, "Choose a teammate's copy").value == ()


def test_what_both_changed_is_shown_side_by_side_and_waits_for_a_choice():
    store = MemoryStore(facts("14 presses", value=14.0))
    panel = merge(store)
    choose(panel, dumps(facts("14 presses", value=15.5)))
    radio = control(panel, "F1: which stays?")
    assert radio.value is None and ">14</td>" in words(panel) and ">15.5</td>" in words(panel)
    control(panel, "Join").click()
    assert "F1" in trouble(panel) and store.plan.enterprise.facts[0].value == 14.0
    radio.value = "theirs"
    control(panel, "Join").click()
    assert store.plan.enterprise.facts[0].value == 15.5 and trouble(panel) == ""


def test_an_older_copy_answers_what_would_be_asked():
    old = facts("14 presses", "a ring")
    store = MemoryStore(edit.put(old, "enterprise.facts/F1", {"value": 14.0}))
    panel = merge(store)
    choose(panel, dumps(edit.remove(old, "enterprise.facts/F2")))
    choose(panel, dumps(old), "old.json", "Choose an older copy")
    assert "Removed there, so removed here: F2." in words(panel)
    control(panel, "Join").click()
    assert said(store) == ["14 presses"] and store.plan.enterprise.facts[0].value == 14.0


def test_a_choice_survives_a_change_elsewhere_but_not_a_change_of_its_own_object():
    store = MemoryStore(facts("14 presses", value=14.0))
    panel = merge(store)
    choose(panel, dumps(facts("14 presses", value=15.5)))
    control(panel, "F1: which stays?").value = "theirs"
    store.put("brief", {"client": "press office"})
    assert control(panel, "F1: which stays?").value == "theirs"
    store.put("enterprise.facts/F1", {"value": 16.0})
    assert control(panel, "F1: which stays?").value is None


def test_what_another_notebook_changed_meanwhile_is_shown_before_it_is_decided(tmp_path: Path):
    FileStore(tmp_path / NAME).replace(lambda _: facts("14 presses", value=14.0))
    mine, elsewhere = FileStore(tmp_path / NAME), FileStore(tmp_path / NAME)
    panel = merge(mine)
    choose(panel, dumps(facts("14 presses", value=15.5)))
    control(panel, "F1: which stays?").value = "theirs"
    elsewhere.put("enterprise.facts/F1", {"value": 16.0})
    control(panel, "Join").click()
    assert "changed elsewhere" in trouble(panel) and ">16</td>" in words(panel)
    assert FileStore(tmp_path / NAME).plan.enterprise.facts[0].value == 16.0


def test_a_zip_brings_its_pictures_beside_the_plan(tmp_path: Path):
    (tmp_path / "anya").mkdir()
    theirs = FileStore(tmp_path / "anya" / NAME)
    picture = Attachment(id="X1", **keep(tmp_path / "anya", b"a picture", "ring.jpg"))
    theirs.replace(lambda plan: plan.model_copy(update={"attachments": [picture]}))
    panel = merge(FileStore(tmp_path / NAME))
    choose(panel, pack(theirs.path), "Arc.promplan.zip")
    control(panel, "Join").click()
    assert (tmp_path / FOLDER / picture.sha256).read_bytes() == b"a picture"
    assert FileStore(tmp_path / NAME).plan.attachments == [picture]


def test_pictures_that_did_not_come_with_a_plan_are_named(tmp_path: Path):
    picture = Attachment(id="X1", name="ring.jpg", media_type="image/jpeg", sha256="0" * 64, size=1)
    panel = merge(FileStore(tmp_path / NAME))
    choose(panel, dumps(Plan(attachments=[picture])))
    control(panel, "Join").click()
    assert "ring.jpg" in words(panel) and "plan-files" in words(panel)


def test_joining_keeps_a_backup(tmp_path: Path):
    store = FileStore(tmp_path / NAME)
    store.replace(lambda _: facts("14 presses"))
    before = store.path.read_bytes()
    panel = merge(store)
    choose(panel, dumps(facts("A shift lasts eleven hours")))
    control(panel, "Join").click()
    assert before in [one.read_bytes() for one in (tmp_path / "plan-backups").iterdir()]


@pytest.mark.parametrize(
    ("data", "size", "fault"),
    [
        (b"\xff\xd8", 0, "not UTF-8"),
        (b"PK\x03\x04", 0, "not a whole zip"),
        (b"{}", LIMIT + 1, "more than 9 MB"),
        (dumps(Plan.model_validate({"meta": {"plan_id": "b"}}, strict=True)), 0, "two teams"),
    ],
)
def test_a_file_that_cannot_be_joined_is_named_and_changes_nothing(data, size, fault):
    store = MemoryStore(facts("14 presses"))
    panel = merge(store)
    choose(panel, data, "photo.json", size=size)
    assert fault in trouble(panel) and control(panel, "Join").disabled
    assert said(store) == ["14 presses"]


def test_words_and_names_of_others_are_shown_as_words():
    panel = merge(MemoryStore(facts("14 presses")))
    choose(panel, dumps(facts("14 presses", source="<img src=x onerror=alert(1)>")), "<b>.json")
    assert "<img" not in words(panel) and "&lt;img" in words(panel)
    choose(panel, dumps(facts("14 presses")), "<b>.json")
    assert "&lt;b&gt;.json" in words(panel)


def test_without_a_kernel_the_cell_says_what_it_is_for():
    data = merge(MemoryStore())._repr_mimebundle_()
    assert "media-plan.json" in data["text/html"] and data["text/plain"] == "[Join a teammate's copy]"
