"""Does a plan leave as whole files or not at all, over nothing that is not its own, with what stops it in words?"""

import errno
import os
from dataclasses import replace

import pytest
from visiting import visited

from promplan.cases.example import example
from promplan.export import formats as registry
from promplan.export.format_papers import is_srt, is_vtt
from promplan.export.formats import FORMATS, Format
from promplan.export.held import among, beside, nothing
from promplan.export.leaving import Blocked, formats, leave
from promplan.export.wanted import READERS, Wanted
from promplan.export.whole import whole
from promplan.language import LANGUAGES, Problem, inside, say
from promplan.plan import Plan, edit, files
from promplan.plan.codec import dumps
from promplan.plan.store import NAME
from promplan.text.captions import read

TITLED = edit.put(Plan(), "meta", {"title": "Come and look"})
BLOCKED = example("09-quarter")
DAY = BLOCKED.meta.as_of
WANTED = Wanted(on=DAY)
REAL = dict(FORMATS)


@pytest.fixture(autouse=True)
def fakes(monkeypatch):
    """Two formats: one file, and several; what the real ones make is tested where they are made."""
    for id_ in list(FORMATS):
        monkeypatch.delitem(FORMATS, id_)
    for id_, maker in (("pdf", "made"), ("srt", "several"), ("json", "made")):
        one = replace(REAL[id_], maker=f"leaving_fakes:{maker}", known="leaving_fakes:is_ours")
        monkeypatch.setitem(FORMATS, id_, one)


def left(folder, plan=TITLED, asked=("pdf",), wanted=WANTED, **more):
    return [file.name for one in leave(plan, asked, folder, wanted, **more) for file in one.files]


def lying(folder) -> set[str]:
    return {one.name for one in folder.iterdir()} if folder.exists() else set()


def test_every_format_is_written_under_its_own_name_and_told_step_by_step(tmp_path):
    told = []
    assert left(tmp_path / "out", asked=["all"], told=lambda *step: told.append(step[:2])) == [
        "media-plan.pdf",
        "first.en.srt",
        "second.ru.srt",
        "media-plan-data.json",
    ]
    assert told == [(0, 3), (0, 3), (1, 3), (2, 3), (3, 3)]


def test_a_draft_and_a_reader_s_view_are_called_so_in_the_plan_s_language(tmp_path):
    wanted = replace(WANTED, draft=True, reader="engineer")
    assert left(tmp_path, wanted=wanted) == ["media-plan-engineer-draft.pdf"]
    with inside("ru"):
        assert left(tmp_path) == ["медиаплан.pdf"]


@pytest.mark.parametrize("speech", LANGUAGES)
@pytest.mark.parametrize("one", REAL.values(), ids=lambda one: one.id)
def test_a_name_is_one_that_every_system_takes(one, speech):
    with inside(speech):
        names = {one.name(Wanted(DAY, reader, draft)) for reader in READERS for draft in (False, True)}
    assert len(names) == (2 if one.waits else 1) * len(READERS) and NAME not in names
    assert all(name.endswith(f".{one.ending}") and not set(name) & set(' /\\:*?"<>|') for name in names)


def test_no_two_formats_have_one_name():
    names = [one.name(WANTED) for one in REAL.values() if one.id not in ("srt", "vtt")]
    assert len(set(names)) == len(names)


def test_errors_of_the_review_stop_it_before_anything_is_written(tmp_path):
    with pytest.raises(Blocked) as caught:
        left(tmp_path / "out", BLOCKED, ["srt", "pdf"])
    assert caught.value.findings and not (tmp_path / "out").exists()
    lines = caught.value.lines()
    assert any("FACT-6 F34" in one and "Smallest fix:" in one for one in lines)


def test_a_reader_s_view_is_stopped_by_every_error_of_the_plan(tmp_path):
    with pytest.raises(Blocked):
        left(tmp_path / "out", BLOCKED, wanted=replace(WANTED, reader="partner"))


def test_a_draft_leaves_with_its_errors_and_a_paper_that_cures_them_too(tmp_path):
    assert left(tmp_path, BLOCKED, wanted=replace(WANTED, draft=True)) == ["media-plan-draft.pdf"]
    assert left(tmp_path, BLOCKED, ["srt"]) == ["first.en.srt", "second.ru.srt"]


def test_yesterday_s_is_written_anew_and_somebody_else_s_stays(tmp_path):
    left(tmp_path)
    left(tmp_path)
    (tmp_path / "media-plan.pdf").write_bytes(b"mine")
    with pytest.raises(Problem, match="did not make it"):
        left(tmp_path)
    assert (tmp_path / "media-plan.pdf").read_bytes() == b"mine"
    left(tmp_path, force=True)
    assert (tmp_path / "media-plan.pdf").read_bytes().startswith(b"%FAKE")


@pytest.mark.parametrize("force", [False, True])
def test_a_plan_is_written_over_by_nothing(tmp_path, force, monkeypatch):
    (tmp_path / "media-plan.pdf").write_bytes(dumps(TITLED))
    with pytest.raises(Problem, match="is a media plan"):
        left(tmp_path, force=force)
    monkeypatch.setitem(FORMATS, "json", replace(FORMATS["json"], file=say("media-plan"), known="builtins:bool"))
    (tmp_path / NAME).write_bytes(dumps(TITLED))
    with pytest.raises(Problem, match="is a media plan"):
        left(tmp_path, asked=["json"], force=force)
    assert (tmp_path / NAME).read_bytes() == dumps(TITLED)


def test_the_plan_s_own_export_is_written_anew(tmp_path, monkeypatch):
    monkeypatch.setitem(FORMATS, "json", replace(FORMATS["json"], known="builtins:bool"))
    (tmp_path / "media-plan-data.json").write_bytes(dumps(TITLED))
    assert left(tmp_path, asked=["json"]) == ["media-plan-data.json"]


def test_the_file_that_the_plan_was_read_from_stays_whatever_it_is_called(tmp_path, monkeypatch):
    monkeypatch.setitem(FORMATS, "json", replace(FORMATS["json"], known="builtins:bool"))
    source = tmp_path / "media-plan-data.json"
    source.write_bytes(dumps(TITLED))
    with pytest.raises(Problem, match="is a media plan"):
        left(tmp_path, asked=["json"], reads=[source], force=True)


def test_on_a_full_disk_there_is_no_half_file_and_yesterday_s_stays(tmp_path, monkeypatch):
    left(tmp_path)
    before = (tmp_path / "media-plan.pdf").read_bytes()

    def full(_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Problem, match="No space left"):
        left(tmp_path, BLOCKED, wanted=replace(WANTED, draft=False), asked=["srt"])
    with pytest.raises(Problem, match="No space left"):
        left(tmp_path, edit.put(TITLED, "meta", {"title": "Another"}))
    assert lying(tmp_path) == {"media-plan.pdf"} and (tmp_path / "media-plan.pdf").read_bytes() == before


def test_a_file_that_is_open_elsewhere_is_told_and_stays(tmp_path, monkeypatch):
    left(tmp_path)

    def held(*_):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "replace", held)
    monkeypatch.setattr("promplan.plan.writing.PAUSE", 0)
    with pytest.raises(Problem, match=r"media-plan\.pdf cannot be written .*Close what has it open"):
        left(tmp_path)
    assert lying(tmp_path) == {"media-plan.pdf"}


def test_a_folder_that_is_a_file_is_told(tmp_path):
    (tmp_path / "out").write_bytes(b"mine")
    with pytest.raises(Problem, match="folder out cannot be made"):
        left(tmp_path / "out")


def test_what_a_plan_has_nothing_of_keeps_no_other_format_back(tmp_path, monkeypatch):
    monkeypatch.setitem(FORMATS, "srt", replace(FORMATS["srt"], maker="leaving_fakes:none"))
    told = leave(TITLED, ["all"], tmp_path, WANTED)
    assert [(one.format.id, bool(one.files), str(one.why or "")) for one in told] == [
        ("pdf", True, ""),
        ("srt", False, "There is no caption to write yet."),
        ("json", True, ""),
    ]
    with pytest.raises(Problem, match="no caption"):
        left(tmp_path, asked=["srt"])


def test_a_fault_in_one_format_is_a_fault_and_the_others_are_written_all_the_same(tmp_path, monkeypatch):
    monkeypatch.setitem(FORMATS, "pdf", replace(FORMATS["pdf"], maker="leaving_fakes:faulty"))
    with pytest.raises(ZeroDivisionError):
        left(tmp_path, asked=["all"])
    assert lying(tmp_path) == {"first.en.srt", "second.ru.srt", "media-plan-data.json"}


def test_the_same_plan_gives_the_same_files(tmp_path):
    for folder in ("one", "two"):
        left(tmp_path / folder, asked=["all"])
    for file in (tmp_path / "one").iterdir():
        assert file.read_bytes() == (tmp_path / "two" / file.name).read_bytes()


def test_a_format_that_there_is_not_and_none_at_all_are_told():
    with pytest.raises(Problem, match=r"no format doc\b.*pdf"):
        formats(["doc"])
    with pytest.raises(Problem, match="which format"):
        formats([])
    assert [one.id for one in formats(["pdf", "all", "pdf"])] == ["pdf", "srt", "json"]


def test_a_format_that_is_not_for_a_reader_is_told_and_left_out_of_all():
    with pytest.raises(Problem, match="not for this reader: partner"):
        formats(["json"], "partner")
    assert [one.id for one in formats(["all"], "partner")] == ["pdf"]


@pytest.mark.parametrize("one", [one for one in REAL.values() if "format_papers" in one.maker], ids=lambda one: one.id)
@pytest.mark.parametrize("speech", LANGUAGES)
def test_a_paper_that_exists_is_a_format_too(one: Format, speech, tmp_path):
    with inside(speech):
        plan = example("08-solved") if one.id in ("ics", "csv", "srt", "vtt") else visited(speech)
        if one.id in ("srt", "vtt"):
            plan = example("09-quarter")
        made = one.files(whole(plan, replace(WANTED, figures=False)))
    assert made and all(one.ours(data) and name.endswith(f".{one.ending}") for name, data in made.items())
    assert not one.ours(b"mine") and not one.ours(b"")


def test_captions_are_a_file_for_each_piece_and_language():
    made = REAL["srt"].files(whole(BLOCKED, replace(WANTED, figures=False)))
    assert {"C1-The-press-breathes-out.en.srt", "C1-The-press-breathes-out.ru.srt"} <= set(made)
    assert [one.text for one in read(made["C1-The-press-breathes-out.en.srt"]).cues] == [
        one.text for one in BLOCKED.items[0].subtitles.en
    ]
    assert is_srt(made["C1-The-press-breathes-out.ru.srt"]) and not is_vtt(made["C1-The-press-breathes-out.ru.srt"])


@pytest.mark.parametrize("kind", ["srt", "vtt"])
def test_captions_that_somebody_has_mended_are_theirs_and_a_player_sees_no_mark(kind):
    (data, *_) = REAL[kind].files(whole(BLOCKED, replace(WANTED, figures=False))).values()
    found = read(data)
    assert REAL[kind].ours(data) and not found.unread and not found.remarks
    for theirs in (data.replace(b" ", b"  ", 1), data.strip(), data + b"\n", data.replace(b"\n", b"\r\n")):
        assert not REAL[kind].ours(theirs)


def test_a_format_whose_package_is_missing_says_which(monkeypatch):
    def missing(name):
        raise ModuleNotFoundError("No module named 'typst'", name="typst")

    monkeypatch.setattr(registry, "import_module", missing)
    with pytest.raises(Problem, match=r"typst.*promplan\[lab\]"):
        REAL["pdf"].files(whole(Plan(), replace(WANTED, figures=False)))


def test_files_beside_a_plan_are_found_and_what_is_gone_is_none(tmp_path):
    kept = files.keep(tmp_path, b"ring", "ring.png")
    plan, id_ = edit.add(Plan(), "attachments", kept)
    held = beside(plan, tmp_path)
    assert held(id_) == b"ring" and held("X9") is None and nothing(id_) is None
    assert among(plan, {kept["sha256"]: b"ring"})(id_) == b"ring" and among(plan, {})(id_) is None
    (tmp_path / files.FOLDER / kept["sha256"]).unlink()
    assert held(id_) is None


def test_no_two_formats_are_called_alike():
    names = [str(one.words) for one in FORMATS.values()]
    assert len(names) == len(set(names))
