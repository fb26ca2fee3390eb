"""Are precision and recall what one counts by hand, whatever became of the list?"""

import io

import openpyxl
import pytest
from typer.testing import CliRunner

from promplan.cases.example import example
from promplan.cli.app import app
from promplan.cohort.plant import Change, Key, Row, plant
from promplan.cohort.plant_score import Found, read, score
from promplan.cohort.plant_sheet import key_book
from promplan.language import Problem, inside
from promplan.plan.codec import dumps, loads


def row(object_, decoy=False, also=()):
    said = {"en": "wrong", "ru": "не так"}
    changes = [Change(address="x", was={}, now={})]
    return Row(
        kind=object_,
        decoy=decoy,
        rule="R-1",
        object=object_,
        also=list(also),
        changes=changes,
        said=said,
        fix=said,
        hard=1,
    )


KEY = Key(seed=1, rows=[row("F1"), row("F2", also=["C9"]), row("C3"), row("K1"), row("F8", decoy=True)], touched=["P1"])


def found(*objects):
    return [Found(n, (it,), "") for n, it in enumerate(objects, 1)]


def test_counted_by_hand():
    told = score(KEY, found("F1", "C9", "F8", "F77", "P1"))
    assert told.precision == 2 / 4 and told.recall == 2 / 4  # P1 is neither right nor wrong
    assert [it.object for it in told.missed] == ["C3", "K1"]
    assert [it.object for it in told.decoys] == ["F8"] and [it.objects for it in told.false] == [("F77",)]


def test_all_found_is_one_and_nothing_found_has_no_precision():
    told = score(KEY, found("F1", "F2", "C3", "K1"))
    assert (told.precision, told.recall) == (1, 1)
    told = score(KEY, [])
    assert (told.precision, told.recall) == (None, 0)
    assert "–" in str(told.lines("en")[0])


def test_an_object_named_twice_counts_once():
    told = score(KEY, found("F1", "F1", "F77", "F77", "F2", "C9"))
    assert told.precision == 2 / 3 and told.recall == 2 / 4


def test_a_row_that_names_everything_is_no_trick():
    told = score(KEY, [Found(1, ("F1", "F2", "C3", "K1", "F8", "F70", "F71", "F72"), "")])
    assert told.recall == 1 and told.precision == 4 / 8


def book(rows):
    made = openpyxl.Workbook()
    for it in rows:
        made.active.append(it)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


ROWS = [["object", "word"], ["F1", "unit"], ["с9", "=1+1"], ["", ""], ["nothing", "at all"], ["C3, K1", "both"]]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("found.csv", "\n".join(",".join(f'"{it}"' for it in one) for one in ROWS).encode("utf-8-sig")),
        ("found.csv", "\r\n".join(";".join(one) for one in ROWS).encode("cp1251")),
        ("found.xlsx", book(ROWS)),
    ],
    ids=["comma", "cp1251", "xlsx"],
)
def test_a_list_is_read_from_whatever_it_was_saved_as(tmp_path, name, data):
    (tmp_path / name).write_bytes(data)
    rows, unread = read(tmp_path / name)
    assert [it.objects for it in rows] == [("F1",), ("C9",), ("C3", "K1")] and unread == [5]


@pytest.mark.parametrize("data", [b"\0\1\2", b"PK\3\4 no workbook"])
def test_what_is_no_list_is_told(tmp_path, data):
    (tmp_path / "found.csv").write_bytes(data)
    with pytest.raises(Problem):
        read(tmp_path / "found.csv")


def test_an_empty_list_finds_nothing(tmp_path):
    (tmp_path / "found.csv").write_bytes(b"")
    assert read(tmp_path / "found.csv") == ([], [])


@pytest.mark.parametrize("speech", ["en", "ru"])
def test_the_key_is_a_workbook_without_formulas(speech):
    key = plant(example("10-good"), 12, 7)[1]
    with inside(speech):
        data = key_book(key)
        assert data == key_book(key)
    page = openpyxl.load_workbook(io.BytesIO(data)).active
    assert page.max_row == 4 + len(key.rows)
    assert not [it for line in page.iter_rows() for it in line if it.data_type == "f"]


def call(*words):
    return CliRunner().invoke(app, [str(it) for it in words])


def test_the_command_plants_beside_the_plan_and_scores(tmp_path):
    plan, out, key = (tmp_path / it for it in ("media-plan.json", "flawed.json", "key.json"))
    plan.write_bytes(dumps(example("10-good")))
    before = plan.read_bytes()
    done = call("plant", plan, "--n", 6, "--seed", 7, "--out", out, "--key", key)
    assert done.exit_code == 0, done.output
    assert plan.read_bytes() == before and loads(out.read_bytes()) != loads(before)
    told = Key.model_validate_json(key.read_bytes())
    (tmp_path / "found.csv").write_text("".join(f"{it.object};x\n" for it in told.defects[:3]), encoding="utf-8")
    done = call("plant", "score", tmp_path / "found.csv", "--key", key)
    assert done.exit_code == 0 and "Precision: 1 (3 of 3 reported)" in done.output
    assert "Recall: 0.5 (3 of 6 planted)" in done.output and done.output.count("Missed") == 3
    done = call("plant", "score", tmp_path / "found.csv", "--key", key, "--lang", "ru")
    assert "Полнота: 0,5" in done.output


def test_options_may_stand_before_the_plan(tmp_path):
    (tmp_path / "p.json").write_bytes(dumps(example("10-good")))
    words = ("--n", 4, "--out", tmp_path / "f.json", "--key", tmp_path / "k.xlsx", tmp_path / "p.json")
    assert call("plant", *words).exit_code == 0 and (tmp_path / "k.xlsx").read_bytes().startswith(b"PK")


def test_it_never_goes_into_the_plan_itself(tmp_path):
    plan = tmp_path / "media-plan.json"
    plan.write_bytes(dumps(example("10-good")))
    before = plan.read_bytes()
    for words in (("--out", plan), ("--key", plan), ("--out", plan, "--force"), ("--key", plan, "--force")):
        done = call("plant", plan, "--n", 4, "--out", tmp_path / "f.json", "--key", tmp_path / "k.json", *words)
        assert done.exit_code == 2 and plan.read_bytes() == before
        assert not (tmp_path / "f.json").exists() and not (tmp_path / "k.json").exists()


def test_an_empty_plan_is_told_in_words(tmp_path):
    from promplan.plan.document import Plan

    (tmp_path / "media-plan.json").write_bytes(dumps(Plan()))
    done = call("plant", tmp_path / "media-plan.json", "--out", tmp_path / "f.json", "--key", tmp_path / "k.json")
    assert done.exit_code == 2 and "no place" in done.output
    assert not (tmp_path / "f.json").exists()
