"""Do results, protocol and the regions' list say what the sheets say, and no more than they may?"""

import io
import json
import shutil
import subprocess
from datetime import date

import openpyxl
import pytest
from juries import COHORT, filled, scores
from typer.testing import CliRunner

pytest.importorskip("krippendorff", reason="needs promplan[instructor]: the package krippendorff")

from promplan.cli.app import app
from promplan.cohort.folder import Workshop
from promplan.cohort.jury import evaluated
from promplan.cohort.jury_merge import merged, opened, workbook
from promplan.cohort.jury_protocol import content, protocol
from promplan.language import Problem, inside

ON = date(2027, 3, 3)
GIVEN = {
    "J1": {"T1": 3, "T2": 2, "T3": 3, "T4": (2, 2, 2, 2, 2, None, None)},
    "J2": {"T1": 4, "T2": 2, "T3": (4, 3, 4, 3, 4, 3, 4)},
    "J3": {"T1": 3, "T2": 1, "T3": (3, 4, 3, 4, 3, 4, 3)},
}


def run(*words):
    done = CliRunner().invoke(app, [str(word) for word in words])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


@pytest.fixture
def workshop(tmp_path):
    place = Workshop(tmp_path / "spring")
    place.save(COHORT)
    place.jury.mkdir()
    for judge, teams in GIVEN.items():
        (place.jury / f"{judge}.xlsx").write_bytes(filled(judge, teams, {"1": 1, "2": 3}))
    return place


def test_the_file_names_teams_and_nobody_else(workshop):
    code, said = run("jury", "read", workshop.root, "--on", "2027-03-03")
    text = (workshop.jury / "jury.json").read_text(encoding="utf-8")
    assert (
        code == 0 and "Alpha" in said and "T4" not in [one["id"] for one in json.loads(text)["teams"] if one["place"]]
    )
    for name in ("Manometrova", "Прессов", "Student", "J1"):
        assert name not in text
    found = opened(workshop.jury / "jury.json")
    assert (found.judges, found.region, found.day, found.weights["truth"]) == (3, "Seal Coast", ON, 20)
    assert found.teams[0].points == pytest.approx(250 / 3, abs=1e-5) and found.teams[0].means["art"] == pytest.approx(
        10 / 3, abs=1e-5
    )


def test_notes_name_ties_gaps_and_different_panels():
    found = evaluated(COHORT, scores(J1={"T1": 3, "T2": 3, "T3": (1,) * 6 + (None,)}, J2={"T1": 3, "T2": 3}))
    told = " ".join(map(str, found.notes()))
    assert "Place 1 is shared: Valve, =1+1" in told and "Прокладка has no place" in told and "same judges" in told


def test_nothing_to_rank_is_said():
    with pytest.raises(Problem, match="No sheet holds a level"):
        evaluated(COHORT, scores())


@pytest.mark.parametrize("speech", ["en", "ru"])
def test_the_protocol_has_places_judges_and_lines_to_sign(speech, tmp_path):
    found = evaluated(COHORT, scores(**GIVEN))
    with inside(speech):
        it = content(found, ON)
    assert [row[0] for row in it["places"]] == ["1 =", "1 =", "3", "–"] and len(it["signers"]) == 3
    assert not any("Student" in str(value) for value in it.values())
    data = protocol(found, ON, speech)
    assert data == protocol(found, ON, speech)
    if shutil.which("pdftotext"):
        (tmp_path / "p.pdf").write_bytes(data)
        done = subprocess.run(
            ["pdftotext", "-layout", tmp_path / "p.pdf", "-"], capture_output=True, text=True, check=True
        )
        assert "П. Прессов" in done.stdout and "=1+1" in done.stdout
        assert ("Signature" in done.stdout) == (speech == "en")


def test_the_command_writes_the_protocol_and_nothing_over_a_stranger_s_file(workshop):
    code, said = run("jury", "protocol", workshop.root, "--on", "2027-03-03", "--lang", "ru")
    assert code == 0 and len(list(workshop.jury.glob("*.pdf"))) == 1, said
    (workshop.root / "mine.pdf").write_bytes(b"mine")
    assert run("jury", "protocol", workshop.root, "-o", workshop.root / "mine.pdf")[0] == 2


def test_faults_are_told_and_end_with_one(workshop):
    (workshop.jury / "J9.xlsx").write_bytes(b"no book")
    code, said = run("jury", "read", workshop.root)
    assert code == 1 and "J9.xlsx" in said and "83.33" in said


def region(name, **rows):
    return evaluated(COHORT.model_copy(update={"region": name}), scores(**rows)).file(ON)


def test_regions_stand_in_one_list_by_points():
    found = merged(
        [region("North", J1={"T1": 4, "T2": 2}), region("South", J1={"T1": 3, "T2": 2}, J2={"T1": 3, "T2": 2})]
    )
    assert [(row.place, row.region, row.team.id) for row in found.rows[:4]] == [
        (1, "North", "T1"),
        (2, "South", "T1"),
        (3, "North", "T2"),
        (3, "South", "T2"),
    ]
    page = openpyxl.load_workbook(io.BytesIO(workbook(found))).worksheets[0]
    assert [page.cell(4, n).value for n in (1, 2, 3, 4, 5)] == [1, "North", "Valve", 100, 1]
    assert sum("not calibrated" in str(one) for one in found.notes()) == 2


def test_other_weights_and_the_same_region_twice_are_refused():
    one = region("North", J1={"T1": 4})
    with pytest.raises(Problem, match="twice"):
        merged([one, one])
    other = region("South", J1={"T1": 4})
    other.weights["art"] = 90
    with pytest.raises(Problem, match="different weights"):
        merged([one, other])


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"kind": "promplan jury", "weights": {"a": 1}, "judges": 1, "x": 1}']
)
def test_a_file_that_is_no_result_is_said(text, tmp_path):
    (tmp_path / "jury.json").write_text(text)
    with pytest.raises(Problem, match=r"jury\.json holds no results"):
        opened(tmp_path / "jury.json")


def test_the_command_merges(workshop, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("a", "b"):
        (tmp_path / f"{name}.json").write_text(region(name, J1={"T1": 3}).model_dump_json(), encoding="utf-8")
    for _ in range(2):
        code, said = run("jury", "merge", "a.json", "b.json", "--lang", "en")
        assert code == 0 and "1. Valve (a): 75" in said and (tmp_path / "regions.xlsx").exists()
