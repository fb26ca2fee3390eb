"""Are the papers of the visit written beside the plan, and does what came back go into it, whatever it is?"""

from datetime import datetime

import pytest
from visiting import visited

from promplan.export import visit_papers as papers
from promplan.export.pocket_code import Card, Mark, encode, mark_of
from promplan.plan import edit
from promplan.plan.codec import dumps
from promplan.plan.store import NAME, FileStore, MemoryStore
from promplan.widgets.visit_back import _Back
from promplan.widgets.visit_papers import _Papers, visit_papers

DAY = datetime(2026, 10, 20)


@pytest.fixture
def store(tmp_path) -> FileStore:
    (tmp_path / NAME).write_bytes(dumps(visited("ru")))
    return FileStore(tmp_path / NAME)


def test_each_paper_lies_beside_the_plan_and_can_be_taken_along(store):
    made = _Papers(store, papers)
    for key in papers.PAPERS:
        made.write(key)
        assert "href=" in made.told.value and "download=" in made.told.value
    names = sorted(one.name for one in (store.folder / "visit").iterdir())
    assert names == [
        "вызывной-лист.pdf",
        "запрос-на-согласование.docx",
        "запрос-на-согласование.xlsx",
        "карманная-карточка.html",
        "согласия-пустые.pdf",
        "согласия.pdf",
    ]


def test_yesterday_s_paper_is_written_anew_and_somebody_else_s_file_stays(store):
    made = _Papers(store, papers)
    for key, one in papers.PAPERS.items():
        made.write(key)
        made.write(key)
        assert "Saved" in made.told.value
        file = store.folder / "visit" / one.name("ru")
        file.write_bytes(b"mine")
        made.guard.doing(lambda key=key: made.write(key))
        assert file.read_bytes() == b"mine" and "did not make it" in made.guard.trouble


def test_without_a_folder_it_is_said(store):
    made = _Papers(MemoryStore(visited()), papers)
    made.guard.doing(lambda: made.write("call-sheet"))
    assert "in memory alone" in made.guard.trouble


def test_without_a_kernel_the_papers_are_listed(store):
    page = visit_papers(store, papers)._repr_mimebundle_()["text/html"]
    assert all(str(one.words) in page for one in papers.PAPERS.values())


def card(store, *marks: Mark) -> str:
    return encode(Card(mark_of(store.plan), marks))


def test_a_code_is_read_into_the_log_and_the_field_is_emptied(store):
    back = _Back(store, papers)
    back.code.value = card(store, Mark("T1", "got")).lower()
    back.read_code()
    assert edit.find(store.plan, "visit.shots/T1").log.state == "got"
    assert back.code.value == "" and "1 shot of the log was filled in" in back.told.value


def test_a_damaged_code_stays_in_its_field_and_is_told(store):
    back = _Back(store, papers)
    back.code.value = code = card(store, Mark("T1", "got"))[:-1]
    before = store.plan
    back.guard.doing(back.read_code)
    assert back.code.value == code and store.plan == before and "damaged" in back.guard.trouble


def brought(back: _Back, **files: bytes) -> None:
    """Files that a hand has chosen, by their names without the ending."""
    back.upload.value = tuple(
        {
            "name": f"{name}.json",
            "content": memoryview(content),
            "size": len(content),
            "type": "",
            "last_modified": DAY,
        }
        for name, content in files.items()
    )


def test_no_tick_stands_beside_the_words_that_a_file_is_a_wrong_one(store):
    back = _Back(store, papers)
    back.code.value = card(store, Mark("T1", "got"))
    back.take.click()
    assert back.guard.said == "saved" and back.guard.trouble == ""
    brought(back, photo=b"\xff", list=b"[]")
    assert back.guard.trouble.startswith("That did not work: 2 files were not read")
    assert "photo.json" in back.told.value and "list.json" in back.told.value
    back.code.value = card(store, Mark("T2", "missing"))
    back.take.click()
    assert back.guard.trouble == "" and back.guard.said == "saved"


def test_of_several_files_one_that_cannot_be_read_keeps_nobody_from_the_next(store):
    import json

    back = _Back(store, papers)
    file = {"kind": "promplan pocket card", "version": 1, "plan": mark_of(store.plan), "heard": []}
    one = {**file, "shots": [{"id": "T2", "state": "missing", "at": "10:20", "note": "<b>"}]}
    contents = [b"\xff", json.dumps(one).encode(), b"PK\x03\x04", b""]
    names = ["a.json", "b.json", "<i>.xlsx", "d.json"]
    back.upload.value = tuple(
        {"name": name, "content": memoryview(content), "size": len(content), "type": "", "last_modified": DAY}
        for name, content in zip(names, contents, strict=True)
    )
    log = edit.find(store.plan, "visit.shots/T2").log
    assert (log.state, log.note) == ("missing", "<b>") and back.upload.value == ()
    assert "1 shot of the log" in back.told.value and "no clearance request" in back.told.value
    assert "<i>" not in back.told.value and back.told.value.count("<b>") == 4  # the names of the files alone
