"""Does one press write what is ticked beside the plan, with links to take it along, and list what stops it?"""

from dataclasses import replace
from html import escape

import pytest

from promplan.cases.example import example
from promplan.export import leaving
from promplan.export.formats import FORMATS
from promplan.language import LANGUAGES, inside
from promplan.plan import Plan, edit
from promplan.plan.codec import dumps
from promplan.plan.store import NAME, FileStore, MemoryStore
from promplan.widgets.exports import _Exports, exports
from promplan.widgets.hand_in import _HandIn

TITLED = edit.put(Plan(), "meta", {"title": "<script>alert(1)</script>"})


@pytest.fixture(autouse=True)
def fakes(monkeypatch):
    for id_ in ("pdf", "srt"):
        maker = "none" if id_ == "srt" else "made"
        one = replace(FORMATS[id_], maker=f"leaving_fakes:{maker}", known="leaving_fakes:is_ours")
        monkeypatch.setitem(FORMATS, id_, one)


def stored(tmp_path, plan=TITLED) -> FileStore:
    (tmp_path / NAME).write_bytes(dumps(plan))
    return FileStore(tmp_path / NAME)


def test_another_reader_is_not_shown_the_files_of_the_one_before(tmp_path):
    made = _Exports(stored(tmp_path), leaving)
    made.press()
    assert "media-plan.pdf" in made.told.value
    made.reader.value = "partner"
    assert "media-plan.pdf" not in made.told.value


def test_what_is_ticked_lies_beside_the_plan_and_can_be_taken_along(tmp_path):
    made = _Exports(stored(tmp_path), leaving)
    made.ticks["srt"].value = True
    for _ in range(2):
        made.press()
        assert (tmp_path / "export" / "media-plan.pdf").is_file()
        assert 'download="media-plan.pdf"' in made.told.value and "no caption" in made.told.value
    assert made.bar.layout.display == "none" and not made.button.disabled


def test_errors_are_listed_with_the_way_to_their_lesson_and_a_draft_is_written(tmp_path):
    made = _Exports(stored(tmp_path, example("09-quarter")), leaving)
    made.press()
    assert "F34" in made.told.value and "href=" in made.told.value and not (tmp_path / "export").exists()
    made.draft.value = True
    made.press()
    assert (tmp_path / "export" / "media-plan-draft.pdf").is_file()


def test_only_what_is_for_the_chosen_reader_is_offered(tmp_path):
    made = _Exports(stored(tmp_path), leaving)
    made.ticks["json"].value = True
    made.reader.value = "partner"
    assert made.rows["json"].layout.display == "none" and made.rows["pdf"].layout.display is None
    made.press()
    assert {one.name for one in (tmp_path / "export").iterdir()} == {"media-plan-partner.pdf"}
    made.reader.value = ""
    assert made.rows["json"].layout.display is None


def test_nothing_ticked_and_no_folder_are_told(tmp_path):
    made = _Exports(stored(tmp_path), leaving)
    made.ticks["pdf"].value = False
    made.guard.doing(made.press)
    assert "Tick what" in made.guard.trouble
    kept = _Exports(MemoryStore(TITLED), leaving)
    kept.guard.doing(kept.press)
    assert "in memory alone" in kept.guard.trouble and not kept.button.disabled


def test_somebody_s_file_stays_and_is_told(tmp_path):
    made = _Exports(stored(tmp_path), leaving)
    (tmp_path / "export").mkdir()
    (tmp_path / "export" / "media-plan.pdf").write_bytes(b"mine")
    made.guard.doing(made.press)
    assert "did not make it" in made.guard.trouble
    assert (tmp_path / "export" / "media-plan.pdf").read_bytes() == b"mine"


def test_the_formats_open_beside_hand_in_and_close_again(tmp_path):
    made = _HandIn(stored(tmp_path), leaving)
    for there in (1, 0):
        made.export.click()
        assert len(made.opened.children) == there
    assert not hasattr(_HandIn(stored(tmp_path)), "export")


@pytest.mark.parametrize("speech", LANGUAGES)
def test_without_a_kernel_the_formats_are_listed(speech):
    with inside(speech):
        page = exports(MemoryStore(TITLED), leaving)._repr_mimebundle_()["text/html"]
        assert all(escape(str(one.words)) in page for one in FORMATS.values()) and "<script>" not in page
