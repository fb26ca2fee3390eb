"""Does `promplan export` write what it says, say what stops it, and end with the right code?"""

from dataclasses import replace

import pytest
from typer.testing import CliRunner

from promplan.cases.example import example
from promplan.cli.app import app
from promplan.export.formats import FORMATS
from promplan.language import inside
from promplan.plan import Plan, edit
from promplan.plan.codec import dumps
from promplan.plan.store import NAME


def run(*words: object) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["export", *(str(word) for word in words)])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


@pytest.fixture(autouse=True)
def fake(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    real = dict(FORMATS)
    for id_ in list(FORMATS):
        monkeypatch.delitem(FORMATS, id_)
    for id_ in ("pdf", "srt", "json"):
        maker = "none" if id_ == "srt" else "made"
        one = replace(real[id_], maker=f"leaving_fakes:{maker}", known="leaving_fakes:is_ours")
        monkeypatch.setitem(FORMATS, id_, one)


@pytest.fixture
def plan(tmp_path):
    written = edit.put(Plan(), "meta", {"title": "Come and look", "language": "ru"})
    (tmp_path / NAME).write_bytes(dumps(written))
    return tmp_path / NAME


@pytest.fixture
def blocked(tmp_path):
    with inside("en"):
        (tmp_path / "blocked.json").write_bytes(dumps(example("09-quarter")))
    return tmp_path / "blocked.json"


def test_the_files_lie_in_their_folder_named_in_the_plan_s_language(plan):
    code, said = run(plan, "--to", "pdf", "--to", "json")
    assert code == 0 and "медиаплан.pdf" in said and "[2/2]" in said
    assert (plan.parent / "export" / "медиаплан.pdf").is_file()
    assert run(plan, "--to", "pdf", "--lang", "en", "--out", "there")[0] == 0
    assert (plan.parent / "there" / "media-plan.pdf").is_file()


def test_all_is_every_format_and_says_of_which_there_is_nothing(plan):
    code, said = run(plan, "--to", "all", "--lang", "en")
    assert code == 0 and "media-plan-data.json" in said and "There is no caption to write yet." in said


def test_errors_stop_it_with_the_list_and_a_draft_leaves(blocked):
    code, said = run(blocked, "--to", "pdf", "--on", "2027-02-19")
    assert code == 1 and "FACT-6 F34" in said and "Smallest fix:" in said and "--draft" not in said
    assert not (blocked.parent / "export").exists()
    assert run(blocked, "--to", "pdf", "--draft", "--on", "2027-02-19")[0] == 0
    assert (blocked.parent / "export" / "media-plan-draft.pdf").is_file()


def test_a_reader_s_view_is_written_for_that_reader(blocked):
    code, said = run(blocked, "--to", "all", "--for", "partner", "--draft")
    assert code == 0 and "media-plan-partner-draft.pdf" in said and "json" not in said.splitlines()[-1]
    assert b"partner" in (blocked.parent / "export" / "media-plan-partner-draft.pdf").read_bytes()


def test_what_is_called_wrong_is_told_with_what_there_is(plan):
    for words, there in ((["--to", "doc"], "pdf"), (["--to", "pdf", "--for", "boss"], "engineer"), ([], "pdf")):
        code, said = run(plan, *words, "--lang", "en")
        assert code == 2 and there in said


def test_somebody_s_file_stays_until_it_is_forced(plan):
    (plan.parent / "export").mkdir()
    (plan.parent / "export" / "медиаплан.pdf").write_bytes(b"mine")
    assert run(plan, "--to", "pdf")[0] == 2
    assert (plan.parent / "export" / "медиаплан.pdf").read_bytes() == b"mine"
    assert run(plan, "--to", "pdf", "--force")[0] == 0


def test_the_plan_itself_is_left_as_it_was(plan):
    before = plan.read_bytes()
    run(plan, "--to", "all", "--out", ".", "--force")
    assert plan.read_bytes() == before


@pytest.mark.parametrize(("speech", "word"), [("en", "what is not theirs stays out"), ("ru", "лишнего")])
def test_the_help_speaks_both_languages(speech, word, monkeypatch):
    monkeypatch.setenv("PROMPLAN_LANG", speech)
    code, said = run("--help")
    assert code == 0 and word in " ".join(said.replace("│", " ").split())
