"""Do the commands of the visit write what they say, and does what came back stand in the plan's file?"""

import pytest
from typer.testing import CliRunner
from visiting import visited

from promplan.cli.app import app
from promplan.export.pocket_code import Card, Mark, encode, mark_of
from promplan.plan.codec import dumps
from promplan.plan.store import NAME, read


def run(*words: object) -> tuple[int, str]:
    done = CliRunner().invoke(app, [str(word) for word in words])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


@pytest.fixture
def plan(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / NAME).write_bytes(dumps(visited("ru")))
    return tmp_path / NAME


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (["call-sheet"], "вызывной-лист.pdf"),
        (["consents"], "согласия.pdf"),
        (["consents", "--blank"], "согласия-пустые.pdf"),
        (["pocket-card"], "карманная-карточка.html"),
        (["clearance"], "запрос-на-согласование.xlsx"),
        (["clearance", "--lang", "en"], "clearance-request.xlsx"),
        (["clearance", "--out", "ask.docx"], "ask.docx"),
    ],
)
def test_a_paper_is_written_and_written_anew(plan, words, name):
    for _ in range(2):
        code, said = run(words[0], plan, *words[1:])
        assert (code, said.strip()) == (0, name) and (plan.parent / name).stat().st_size > 1000


def test_over_the_plan_and_over_somebody_s_file_nothing_is_written(plan):
    before = plan.read_bytes()
    (plan.parent / "mine.pdf").write_bytes(b"mine")
    assert run("call-sheet", plan, "-o", plan)[0] == run("call-sheet", plan, "-o", "mine.pdf")[0] == 2
    assert plan.read_bytes() == before and (plan.parent / "mine.pdf").read_bytes() == b"mine"


def test_somebody_who_is_not_there_and_another_format_are_told(plan):
    code, said = run("consents", plan, "N7")
    assert code == 2 and "N7" in said
    assert run("clearance", plan, "-o", "ask.pdf")[0] == 2


def test_a_code_comes_back_into_the_file(plan):
    code = encode(Card(mark_of(read(plan)), (Mark("T1", "got"),)))
    done, said = run("came-back", plan, code, "--lang", "en")
    assert done == 0 and "1 shot of the log was filled in" in said
    assert read(plan).visit.shots[0].log.state == "got"
    assert "Nothing new" in run("came-back", plan, code, "--lang", "en")[1]


def test_what_cannot_be_read_leaves_the_file_as_it_is(plan):
    before = plan.read_bytes()
    (plan.parent / "x.xlsx").write_bytes(b"PK")
    for what in ("224D-230D", "nothing.json", "x.xlsx"):
        assert run("came-back", plan, what)[0] == 2
    assert plan.read_bytes() == before
    assert run("came-back", plan.parent / "none.json", "224D")[0] == 2 and not (plan.parent / "none.json").exists()
