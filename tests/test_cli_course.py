"""Do the commands around a course folder, and those of the authors, do what they were asked and exit as they say?

What would start a server or run two dozen notebooks is held back at that door, and what came to it is looked at.
"""

import json
import re
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner

from promplan import assets, language
from promplan.cases.example import example
from promplan.cli import crash
from promplan.cli.app import app
from promplan.export.cards import cards, kinds
from promplan.export.page import page
from promplan.lab import doctor
from promplan.language import say
from promplan.notebooks.harvest import Harvest
from promplan.notebooks.trouble import Waiting
from promplan.plan import Plan, edit
from promplan.plan.codec import dumps
from promplan.plan.store import NAME, read
from promplan.text.law import law
from promplan.text.plain import plain


def run(*words: object) -> tuple[int, str]:
    done = CliRunner().invoke(app, [str(word) for word in words])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


# --- lab and doctor --------------------------------------------------------------------------------------------------


@pytest.fixture
def started(monkeypatch) -> list[tuple]:
    """What JupyterLab would have been started with."""
    found: list[tuple] = []

    def start(*given: object) -> int:
        found.append((*given, language.current()))
        return 7

    monkeypatch.setattr("promplan.lab.start.start", start)
    return found


def test_lab_lays_the_folder_says_where_it_is_and_ends_as_the_server_does(tmp_path, started, monkeypatch):
    monkeypatch.chdir(tmp_path)
    code, said = run("lab")
    home = tmp_path / "promplan-course"
    assert code == 7 and f"Your course folder: {home}" in said
    ((folder, lang, port, browser, spoken),) = started
    assert (folder, lang, browser, spoken) == (home, "en", True, "en") and 1024 < port <= 65535
    assert (home / "notebooks" / "en").is_dir()


def test_lab_takes_the_folder_the_language_and_the_port_that_are_said(tmp_path, started):
    code, said = run("lab", "--dir", tmp_path / "x", "--lang", "ru", "--no-browser", "--port", "0")
    assert code == 7 and "Ваша папка курса" in said
    ((folder, lang, _, browser, spoken),) = started
    assert (folder, lang, browser, spoken) == (tmp_path / "x", "ru", False, "ru")
    assert (tmp_path / "x" / "notebooks" / "ru").is_dir()


def test_a_folder_that_is_only_laid_starts_nothing_and_asks_for_no_port(tmp_path, started):
    code, said = run("lab", "--dir", tmp_path / "x", "--lay-only", "--port", "-1")
    assert code == 0 and started == [] and f"Your course folder: {tmp_path / 'x'}" in said
    assert len(said.splitlines()) >= 1 and (tmp_path / "x" / "notebooks").is_dir()


def test_what_is_brought_anew_is_told_and_what_was_there_is_kept(tmp_path, started):
    run("lab", "--dir", tmp_path, "--lay-only")
    lesson = tmp_path / "notebooks" / "en" / "00-start.ipynb"
    lesson.write_text("mine")
    run("lab", "--dir", tmp_path, "--lay-only")
    assert lesson.read_text() == "mine"
    code, said = run("lab", "--dir", tmp_path, "--lay-only", "--fresh", "00-start")
    assert code == 0 and "00-start" in said and lesson.read_text() != "mine"
    assert "mine" in {one.read_text() for one in lesson.parent.iterdir()}


def test_doctor_looks_at_the_folder_it_stands_in_where_none_is_named(tmp_path, monkeypatch):
    seen: list[Path] = []
    line = doctor.Line("room", "wrong", say("There is no room."), say("Make some."))
    monkeypatch.setattr(doctor, "examine", lambda folder: seen.append(folder.absolute()) or [line])
    monkeypatch.chdir(tmp_path)
    code, said = run("doctor")
    assert (code, said, seen) == (1, "✘ There is no room. Make some.\n", [tmp_path])
    code, said = run("doctor", "--json", "--lang", "ru")
    assert code == 1 and json.loads(said) == {"fine": False, "lines": [{**line.as_dict(), **_russian(line)}]}


def _russian(line: doctor.Line) -> dict[str, str]:
    with language.inside("ru"):
        return {"said": str(line.said), "remedy": str(line.remedy)}


# --- cards -----------------------------------------------------------------------------------------------------------


def pages(file: Path) -> int:
    return len(re.findall(rb"/MediaBox", file.read_bytes()))


def test_one_card_of_each_kind_is_printed_where_nothing_else_is_said(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run("cards") == (0, "cards.pdf\n")
    assert pages(tmp_path / "cards.pdf") == len(kinds())
    assert run("cards", "fact", "--copies", "3", "-o", "facts.pdf") == (0, "facts.pdf\n")
    assert pages(tmp_path / "facts.pdf") == 3


def test_cards_are_printed_in_the_language_that_is_said(tmp_path):
    made = {}
    for speech in ("en", "ru"):
        assert run("cards", "fact", "--lang", speech, "-o", tmp_path / f"{speech}.pdf")[0] == 0
        with language.inside(speech):
            made[speech] = cards(["fact"], 1)
        assert (tmp_path / f"{speech}.pdf").read_bytes() == made[speech]
    assert made["en"] != made["ru"]


def test_a_place_that_is_taken_is_said_before_a_card_is_set(tmp_path):
    (tmp_path / "notes.pdf").write_text("my notes")
    code, said = run("cards", "poster", "-o", tmp_path / "notes.pdf")
    assert code == 2 and "notes.pdf" in said and "poster" not in said
    code, said = run("cards", "poster", "-o", tmp_path / "notes.pdf", "--force")
    assert code == 2 and "poster" in said and (tmp_path / "notes.pdf").read_text() == "my notes"


# --- check and show: which day, which words --------------------------------------------------------------------------


@pytest.fixture
def undated(tmp_path) -> Path:
    """A plan that counts from no day of its own, with facts of yesterday: a month ago they could not have been."""
    words = edit.put(example("03-solved"), "meta", {"as_of": None})
    for one in words.enterprise.facts:
        words = edit.put(words, f"enterprise.facts/{one.id}", {"as_of": date.today() - timedelta(days=1)})
    (tmp_path / NAME).write_bytes(dumps(words))
    return tmp_path / NAME


def test_a_plan_without_a_day_of_its_own_is_checked_as_of_today(undated):
    today, before = date.today(), date.today() - timedelta(days=30)
    assert run("check", undated, "--json") == run("check", undated, "--json", "--on", today.isoformat())
    assert run("check", undated, "--json") != run("check", undated, "--json", "--on", before.isoformat())


def test_check_of_one_unit_asks_that_unit_s_rules_and_no_others(undated):
    found = {unit: json.loads(run("check", undated, "--json", "--unit", unit)[1]) for unit in ("01-facts", "02-goals")}
    rules = {unit: {one["rule"] for one in report["findings"]} for unit, report in found.items()}
    assert rules["01-facts"] and not rules["01-facts"] & rules["02-goals"]
    every = {one["rule"] for one in json.loads(run("check", undated, "--json")[1])["findings"]}
    assert rules["01-facts"] < every


def test_the_units_there_are_stand_in_their_order(undated):
    said = run("check", undated, "--unit", "99-party")[1]
    assert said.index("00-start") < said.index("01-facts") < said.index("02-goals") < said.index("03-message")


def test_show_speaks_the_plan_s_own_language_unless_another_is_said(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / NAME).write_bytes(dumps(edit.put(example("03-solved"), "meta", {"language": "ru"})))
    assert "Реестр фактов" in run("show", NAME, "--text")[1]
    assert "Register of facts" in run("show", NAME, "--text", "--lang", "en")[1]
    assert run("show", NAME) == (0, "media-plan.html\n")
    assert 'lang="ru"' in (tmp_path / "media-plan.html").read_text(encoding="utf-8")


def test_a_language_that_is_not_is_said_before_the_plan_is_read(tmp_path):
    code, said = run("show", tmp_path / "gone.json", "--lang", "de")
    assert code == 2 and "de" in said and "gone.json" not in said


def test_a_page_is_of_the_plan_s_own_day_and_of_today_where_it_has_none(undated, tmp_path):
    out, plan, long_ago = tmp_path / "page.html", read(undated), date.today() - timedelta(days=30)
    run("show", undated, "-o", out)
    assert out.read_text("utf-8") == page(plan, date.today()) != page(plan, long_ago)
    plan = edit.put(plan, "meta", {"as_of": long_ago})
    undated.write_bytes(dumps(plan))
    run("show", undated, "-o", out)
    assert out.read_text("utf-8") == page(plan, long_ago) != page(plan, date.today())


def test_check_and_show_count_from_the_campaign_s_clock_as_the_notebooks_do(tmp_path):
    began, now = date(2026, 10, 12), date(2027, 3, 1)
    words = edit.put(edit.put(example("03-solved"), "meta", {"as_of": began}), "desk", {"day": now})
    (tmp_path / NAME).write_bytes(dumps(words))
    assert run("check", tmp_path / NAME, "--json") == run("check", tmp_path / NAME, "--json", "--on", now.isoformat())
    assert run("check", tmp_path / NAME, "--json") != run("check", tmp_path / NAME, "--json", "--on", began.isoformat())
    run("show", tmp_path / NAME, "-o", tmp_path / "page.html")
    assert (tmp_path / "page.html").read_text("utf-8") == page(words, now) != page(words, began)


# --- a fault of our own ----------------------------------------------------------------------------------------------


def test_the_file_of_a_fault_says_what_was_asked_for(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("sys.argv", ["/usr/bin/promplan", "show", "my plan.json"])
    assert crash.report(ZeroDivisionError("a \ud800 half"), debug=False) == 70
    (kept,) = tmp_path.iterdir()
    first, asked, blank, *told = kept.read_text(encoding="utf-8").splitlines()
    assert first.startswith("promplan ") and asked == "show my plan.json" and blank == ""
    assert "ZeroDivisionError" in told[-1] and "\\ud800" in told[-1]
    assert "(ZeroDivisionError), not of yours" in capsys.readouterr().err


def test_who_asks_for_the_traceback_gets_it_and_no_file(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setenv(crash.DEBUG, "")
    monkeypatch.setattr("promplan.plan.pack.hand_in", lambda *_, **__: 1 / 0)
    code, said = run("--debug", "pack", "x.json")
    assert code == 70 and "Traceback" in said and said.endswith("(ZeroDivisionError), not of yours.\n")
    assert list(tmp_path.iterdir()) == []
    monkeypatch.setenv(crash.DEBUG, "")
    code, said = run("pack", "x.json")
    assert code == 70 and "Traceback" not in said and len(list(tmp_path.iterdir())) == 1


def test_a_module_of_our_own_that_is_missing_is_a_fault_of_ours(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setitem(__import__("sys").modules, "promplan.plan.pack", None)
    code, said = run("pack", "x.json")
    assert code == 70 and "ModuleNotFoundError" in said


# --- the authors' commands -------------------------------------------------------------------------------------------


@pytest.fixture
def built(monkeypatch) -> SimpleNamespace:
    """A build that complains as it is told to, and what it was asked for."""
    seen = SimpleNamespace(trouble=[], pages=[], asked=[])
    monkeypatch.setattr("promplan.text.glossary.write_pages", lambda check: seen.asked.append(check) or seen.pages)
    monkeypatch.setattr(
        "promplan.notebooks.build.build",
        lambda course, *, check, force: seen.asked.append((course, check, force)) or seen.trouble,
    )
    return seen


@pytest.mark.parametrize(
    ("options", "check", "force"),
    [([], False, False), (["--check"], True, False), (["--force"], False, True)],
)
def test_build_does_as_it_is_asked_and_is_silent_where_all_is_well(built, options, check, force):
    assert run("build", *options) == (0, "")
    assert built.asked == [check, (assets.course(), check, force)]


def test_every_trouble_of_a_build_is_told_and_a_translation_that_is_waited_for_fails_only_the_strict(built):
    built.trouble, built.pages = [Waiting("no Russian yet")], []
    assert run("build") == (0, "no Russian yet\n")
    assert run("build", "--strict") == (1, "no Russian yet\n")
    built.pages = ["the glossary does not follow"]
    assert run("build") == (1, "the glossary does not follow\nno Russian yet\n")


def test_harvest_tells_what_was_carried_and_fails_where_one_was_refused(monkeypatch):
    good, bad = Harvest("00-start", {"a": "б"}), Harvest("01-facts", refused=[say("cell 3 was changed")])
    for found, code in (([good], 0), ([good, bad], 1), ([bad, good], 1), ([], 0)):
        monkeypatch.setattr("promplan.notebooks.harvest.carry", lambda _, found=found: found)
        done = CliRunner().invoke(app, ["harvest", "ru"])
        assert done.exit_code == code
        assert done.stdout.splitlines() == [str(one) for one in found]
        assert done.stderr.count("cell 3 was changed") == (bad in found)


@pytest.mark.parametrize(
    ("words", "door", "came"),
    [
        (["unit", "05-visit"], "skeleton.new_unit", ("05-visit",)),
        (["rule", "MSG-15", "--unit", "03-message"], "skeleton.new_rule", ("MSG-15", "03-message")),
        (
            ["section", "risks", "--unit", "05-visit", "--letter", "R", "--family", "RISK"],
            "skeleton_section.new_section",
            ("risks", "05-visit", "R", "RISK"),
        ),
    ],
)
def test_what_is_begun_goes_to_the_one_who_lays_it_and_is_listed(words, door, came, monkeypatch):
    seen: list[tuple] = []
    monkeypatch.setattr(f"promplan.lab.{door}", lambda *given: seen.append(given) or ["a.py", "b.py"])
    code, said = run("new", *words)
    assert code == 0 and said.splitlines()[:2] == ["a.py", "b.py"] and len(said.splitlines()) == 3
    ((root, *given),) = seen
    assert root == assets.course() and tuple(given[: len(came)]) == came


def test_the_authors_commands_speak_the_language_that_is_said(monkeypatch):
    assert "только" in run("harvest", "en", "--lang", "ru")[1].lower()
    code, said = run("new", "planet", "x", "--lang", "ru")
    assert code == 2 and "planet" in said and "cannot be begun" not in said


def test_the_schema_is_that_of_the_document():
    code, said = run("schema")
    found = json.loads(said)
    assert (
        code == 0 and found["$schema"].endswith("2020-12/schema") and set(found["properties"]) == {*Plan.model_fields}
    )


@pytest.mark.parametrize("words", [["cards"], ["doctor"], ["lab", "--lay-only"], ["harvest", "ru"], ["minutes"]])
def test_a_language_that_the_course_does_not_speak_is_named_before_anything_is_done(words, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    code, said = run(*words, "--lang", "de")
    assert code == 2 and "en and ru, not de" in said and not [*tmp_path.iterdir()]


def test_the_notes_on_the_law_are_printed_line_by_line():
    code, said = run("law", "minors", "--lang", "en")
    assert code == 0 and said.splitlines() == [plain(line) for line in repr(law("minors")).splitlines()]
    assert len(said.splitlines()) > 4 and run("law", "no-such-topic")[0] == 2
