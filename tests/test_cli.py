"""Does every command say what it did in words, keep what is not its own, and exit with a code that a script can use?"""

import json
import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from promplan import __version__
from promplan.cases.example import example
from promplan.cli import crash
from promplan.cli.app import app
from promplan.cli.base import Commands
from promplan.cli.words import plain, tell_json
from promplan.lab import doctor
from promplan.language import say
from promplan.plan import Plan, edit
from promplan.plan.codec import dumps
from promplan.plan.pack import pack
from promplan.plan.store import NAME
from promplan.review import check

EVIL = "x\x1b[2J\x1b]8;;https://example.org\x07y\x9b31mz\u202egpj\u2066\r\n✔ all is well"
ACTS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def run(*words: object) -> tuple[int, str]:
    """Exit code and everything that was said."""
    done = CliRunner().invoke(app, [str(word) for word in words])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


def process(*words: object, folder: Path, **more: str) -> subprocess.CompletedProcess[bytes]:
    """The same as a shell would do it, in bytes."""
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", **more}
    command = [sys.executable, "-m", "promplan", *map(str, words)]
    return subprocess.run(
        command, cwd=folder, capture_output=True, env=environment, timeout=60, stdin=subprocess.DEVNULL
    )


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A solved plan of unit 3 in a folder of its own."""
    file = tmp_path / NAME
    file.write_bytes(dumps(example("03-solved")))
    return file


@pytest.fixture
def evil(tmp_path: Path) -> Path:
    """A plan whose words would move the cursor, open a link and forge a line."""
    words = edit.put(Plan(), "team", {"name": "Arc"})
    for statement in (EVIL, f"about 40 {EVIL}"):
        words, _ = edit.add(words, "enterprise.facts", {"statement": statement, "source": EVIL, "unit": EVIL})
    words, _ = edit.add(words, "team.members", {"name": EVIL})
    (tmp_path / "evil").mkdir()
    file = tmp_path / "evil" / NAME
    file.write_bytes(dumps(words))
    return file


# --- check ---------------------------------------------------------------------------------------------------------


def closed() -> Plan:
    """A plan whose every warning of unit 2 was answered with a reason: findings are there, none is open."""
    words = example("03-solved")
    for one in check(words, "02-goals", words.meta.as_of).open:
        words = edit.reason(words, one.rule, one.object, "The press office wrote it so in its letter of May.")
    return words


def test_check_exits_with_1_for_what_is_open_and_with_0_for_what_is_answered(tmp_path):
    (tmp_path / "open.json").write_bytes(dumps(Plan()))
    assert run("check", tmp_path / "open.json", "--unit", "00-start")[0] == 0, "nothing to look at is nothing open"
    words, _ = edit.add(Plan(), "enterprise.facts", {"statement": "Our plant is the best in the world."})
    (tmp_path / "open.json").write_bytes(dumps(words))
    code, said = run("check", tmp_path / "open.json", "--unit", "01-facts")
    assert code == 1 and "✘ FACT-" in said and "Smallest fix:" in said


def test_check_of_a_plan_with_nothing_but_advice_and_answered_warnings_is_clean(tmp_path):
    words = closed()
    report = check(words, "02-goals", words.meta.as_of)
    assert {one.severity for one in report} == {"warning", "info"} and not report.open
    (tmp_path / NAME).write_bytes(dumps(words))
    code, said = run("check", tmp_path / NAME, "--unit", "02-goals")
    assert code == 0 and len(said.splitlines()) == len(report.lines())
    (tmp_path / NAME).write_bytes(dumps(example("03-solved")))
    assert run("check", tmp_path / NAME, "--unit", "02-goals")[0] == 1


def test_the_day_may_be_given_and_the_plan_s_own_is_taken_else(tmp_path):
    words = example("03-solved")
    (tmp_path / NAME).write_bytes(dumps(words))
    own = json.loads(run("check", tmp_path / NAME, "--json")[1])["findings"]
    assert own == [one.as_dict() for one in check(words, None, words.meta.as_of)]
    late = json.loads(run("check", tmp_path / NAME, "--json", "--on", "2031-01-01")[1])["findings"]
    assert late != own
    code, said = run("check", tmp_path / NAME, "--on", "31.10.2026")
    assert code == 2 and "--on wants a day such as 2026-11-02." in said


def test_check_speaks_russian(plan):
    assert "Наименьшая правка" in run("check", plan, "--lang", "ru")[1] or "✔" in run("check", plan, "--lang", "ru")[1]
    assert "nothing to check yet" not in run("check", plan, "--lang", "ru")[1]


def test_an_unknown_unit_is_named_with_those_there_are(plan):
    code, said = run("check", plan, "--unit", "99-party")
    assert code == 2 and "99-party" in said and "01-facts" in said


def test_check_and_show_read_what_hand_in_wrote(plan, tmp_path):
    zipped = tmp_path / "Arc.promplan.zip"
    zipped.write_bytes(pack(plan))
    assert run("check", zipped) == run("check", plan)
    assert run("show", zipped, "-o", tmp_path / "a.html")[0] == run("show", plan, "-o", tmp_path / "b.html")[0] == 0
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


@pytest.mark.parametrize("command", ["check", "show", "pack"])
@pytest.mark.parametrize("spoiled", [b"", b"\xff\xfe{\x00", b"PK\x03\x04", b"{", b"[]", b"<html>", b"[" * 99_999])
def test_what_is_no_plan_is_refused_in_words(command, spoiled, tmp_path):
    (tmp_path / NAME).write_bytes(spoiled)
    code, said = run(command, tmp_path / NAME, *(["-o", tmp_path / "out"] if command != "check" else []))
    assert code == 2 and len(said) > 30
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("command", ["check", "show", "pack"])
@pytest.mark.parametrize("name", ["nothing.json", ".", "media-plan.json/x", "n" * 300])
def test_a_plan_that_is_not_there_is_refused_in_words(command, name, plan):
    assert run(command, plan.parent / name)[0] == 2


@pytest.mark.skipif(os.name == "nt", reason="pipes and devices have no names there")
@pytest.mark.parametrize("command", ["check", "show", "pack"])
def test_a_pipe_and_a_device_are_refused_and_nothing_waits(command, tmp_path):
    os.mkfifo(tmp_path / "pipe.json")
    for name in (tmp_path / "pipe.json", "/dev/zero"):
        done = process(command, name, folder=tmp_path)
        assert done.returncode == 2 and b"device" in done.stderr


# --- what is written, and over what --------------------------------------------------------------------------------

WRITERS = {"show": "page.html", "pack": "team.zip", "cards": "cards.pdf"}


def write(command: str, plan: Path, out: Path, *more: str) -> tuple[int, str]:
    return run(command, *([] if command == "cards" else [plan]), "-o", out, *more)


@pytest.mark.parametrize("command", WRITERS)
def test_yesterday_s_own_file_is_written_anew(command, plan, tmp_path):
    out = tmp_path / WRITERS[command]
    assert write(command, plan, out) == (0, f"{out}\n")
    first = out.read_bytes()
    out.touch()
    assert write(command, plan, out)[0] == 0 and out.read_bytes() == first


@pytest.mark.parametrize("command", WRITERS)
def test_anybody_else_s_file_stays_unless_it_is_forced(command, plan, tmp_path):
    out = tmp_path / WRITERS[command]
    for foreign in (b"my notes", b"%PDF-1.7 somebody's", b"PK\x03\x04", b"<!doctype html><title>mine</title>"):
        out.write_bytes(foreign)
        code, said = write(command, plan, out)
        assert code == 2 and out.name in said and "--force" in said and out.read_bytes() == foreign
    assert write(command, plan, out, "--force")[0] == 0 and out.read_bytes() != foreign


@pytest.mark.parametrize("command", WRITERS)
@pytest.mark.parametrize("force", [[], ["--force"]])
@pytest.mark.parametrize("kind", ["itself", "another", "damaged", "hard link"])
def test_no_command_writes_over_a_plan_forced_or_not(command, force, kind, plan, tmp_path):
    out = plan if kind == "itself" else tmp_path / "other.json"
    if kind == "hard link":
        out.hardlink_to(plan)
    elif kind != "itself":
        out.write_bytes(plan.read_bytes()[: 3000 if kind == "damaged" else None])
    before = out.read_bytes()
    code, said = write(command, plan, out, *force)
    assert code == 2 and out.name in said and out.read_bytes() == before


@pytest.mark.parametrize("command", WRITERS)
@pytest.mark.parametrize("force", [[], ["--force"]])
def test_folders_links_and_devices_are_refused(command, force, plan, tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "target").write_text("mine")
    (tmp_path / "link").symlink_to(tmp_path / "target")
    (tmp_path / "nowhere").symlink_to(tmp_path / "gone")
    for name in ("folder", "link", "nowhere", "/dev/null"):
        code, said = write(command, plan, tmp_path / name, *force)
        assert code == 2 and Path(name).name in said
    assert (tmp_path / "target").read_text() == "mine" and (tmp_path / "nowhere").is_symlink()


@pytest.mark.parametrize("command", WRITERS)
def test_a_folder_that_is_not_there_is_said(command, plan, tmp_path):
    code, said = write(command, plan, tmp_path / "no" / "where.x")
    assert code == 2 and "where.x" in said


def test_a_foreign_zip_under_the_team_s_name_stays(plan):
    theirs = plan.with_name("team.promplan.zip")
    code, said = run("pack", plan)
    assert code == 0
    packed = Path(said.strip())
    packed.write_bytes(b"PK\x05\x06" + b"\0" * 18)
    code, said = run("pack", plan)
    assert code == 2 and packed.name in said and packed.read_bytes()[:2] == b"PK"
    assert packed.parent == theirs.parent


def test_nothing_half_is_left_behind(plan, tmp_path):
    for command, name in WRITERS.items():
        write(command, plan, tmp_path / name)
    assert {one.name for one in tmp_path.iterdir()} == {NAME, *WRITERS.values()}


# --- words, streams, codes -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["check", "check --json", "merge", "show", "pack"])
def test_no_control_code_of_a_plan_reaches_a_terminal(command, evil, tmp_path):
    name, *options = command.split()
    more = {"merge": [write_other(tmp_path)], "show": ["-o", tmp_path / f"{EVIL[:4]}.html"]}.get(name, [])
    _, said = run(name, evil, *more, *options)
    assert said and not ACTS.search(said)
    assert not [line for line in said.splitlines() if line.startswith("✔ all is well")]


def write_other(folder: Path) -> Path:
    words = edit.put(Plan(), "team", {"name": "Arc"})
    words, _ = edit.add(words, "enterprise.facts", {"statement": EVIL, "source": f"other {EVIL}"})
    (folder / "other.json").write_bytes(dumps(words))
    return folder / "other.json"


def test_json_keeps_what_it_escapes(capsys):
    tell_json({"team": EVIL + "\ud800"})
    said = capsys.readouterr().out
    assert json.loads(said) == {"team": EVIL + "\ud800"} and not ACTS.search(said)


def test_every_line_is_one_line_and_joined_letters_and_emoji_stay():
    assert plain("a\r\nb\x1b") == "a  b\u241b"
    assert plain("\U0001f469\u200d\U0001f52c «ёлочки» №\u00a05") == "\U0001f469\u200d\U0001f52c «ёлочки» №\u00a05"
    assert not ACTS.search(plain(EVIL))


@pytest.mark.parametrize("encoding", ["cp1251", "cp866", "cp1252", "ascii", "koi8-r", "utf-8"])
def test_a_stream_that_lacks_a_sign_gets_the_nearest(encoding, plan):
    russian = process("check", plan, "--lang", "ru", folder=plan.parent, PYTHONIOENCODING=encoding)
    assert russian.returncode in (0, 1) and b"Traceback" not in russian.stderr
    assert russian.stdout.decode(encoding)
    if encoding == "cp866":
        assert "+ MSG-" in russian.stdout.decode(encoding)
    asked = process("check", plan, "--json", "--lang", "ru", folder=plan.parent, PYTHONIOENCODING=encoding)
    assert json.loads(asked.stdout.decode(encoding))["findings"] == ru_findings(plan)


def ru_findings(plan: Path) -> list[object]:
    found: list[object] = json.loads(run("check", plan, "--json", "--lang", "ru")[1])["findings"]
    return found


@pytest.mark.parametrize("encoding", ["cp866", "ascii"])
@pytest.mark.parametrize("words", [["--help"], ["check", "--help"], ["check", "нет.json"], ["schema"], ["--нет"]])
def test_help_and_refusals_come_through_too(encoding, words, tmp_path):
    done = process(*words, folder=tmp_path, PYTHONIOENCODING=encoding)
    assert done.returncode in (0, 2) and b"Traceback" not in done.stderr and done.stdout + done.stderr


@pytest.mark.skipif(os.name == "nt", reason="a shell's pipe")
def test_a_reader_who_goes_is_no_fault(tmp_path):
    reads, writes = os.pipe()
    os.close(reads)  # as `head` does, but surely before the first word comes
    done = subprocess.run(
        [sys.executable, "-m", "promplan", "schema"], cwd=tmp_path, stdout=writes, stderr=subprocess.PIPE
    )
    os.close(writes)
    assert (done.returncode, done.stderr) == (141, b"")


def test_a_plan_is_shown_in_the_terminal(plan, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    code, said = run("show", plan, "--text")
    assert code == 0 and "Register of facts" in said
    assert not (tmp_path / "media-plan.html").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has a disk that is always full")
def test_an_answer_that_cannot_be_written_is_said(tmp_path):
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([sys.executable, "-m", "promplan", "schema"], stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 2 and b"cannot be written" in done.stderr and b"Traceback" not in done.stderr


@pytest.mark.parametrize("lang", ["de", "EN", "", "ru "])
@pytest.mark.parametrize("command", ["check", "show", "pack", "merge"])
def test_a_language_that_is_not_is_named(command, lang, plan):
    more = [plan] if command == "merge" else []
    code, said = run(command, plan, *more, "--lang", lang)
    if command == "show" and not lang:
        assert code == 0  # the plan's own
    else:
        assert code == 2 and "en and ru" in said


def broken() -> typer.Typer:
    """An app with a fault of its own, and with an interrupt."""
    faulty = typer.Typer(cls=Commands, rich_markup_mode=None, pretty_exceptions_enable=False)

    @faulty.command()
    def divide() -> None:
        raise ZeroDivisionError("a\x1b[2J")

    @faulty.command()
    def interrupt() -> None:
        raise KeyboardInterrupt

    @faulty.command()
    def lack(package: str) -> None:
        __import__(package)

    return faulty


def test_a_fault_of_our_own_has_its_code_its_words_and_a_file(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    done = CliRunner().invoke(broken(), ["divide"])
    (kept,) = tmp_path.iterdir()
    assert done.exit_code == crash.CODE == 70
    assert "ZeroDivisionError" in done.output and str(kept) in done.output and "Traceback" not in done.output
    assert "Traceback" in kept.read_text() and __version__ in kept.read_text()


def test_a_fault_is_said_where_no_file_can_be_written_and_shown_on_demand(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "gone"))
    done = CliRunner().invoke(broken(), ["divide"])
    assert done.exit_code == 70 and crash.DEBUG in done.output
    done = CliRunner().invoke(broken(), ["divide"], env={crash.DEBUG: "1"})
    assert done.exit_code == 70 and "Traceback" in done.output


def test_an_interrupt_is_130():
    assert CliRunner().invoke(broken(), ["interrupt"]).exit_code == 130


def test_a_package_that_is_not_installed_is_a_sentence_with_the_command_for_it(monkeypatch):
    for package, words in {
        "matplotlib": "promplan[lab]",
        "babel": "promplan[authors]",
        "pydantic": "course.py",
    }.items():
        with monkeypatch.context() as patch:
            patch.setitem(sys.modules, package, None)  # as Python remembers a package that it looked for in vain
            done = CliRunner().invoke(broken(), ["lack", package])
        assert done.exit_code == 2 and package in done.output and words in done.output


def test_without_its_own_framework_the_command_still_speaks(tmp_path):
    (tmp_path / "typer.py").write_text("raise ModuleNotFoundError(\"No module named 'typer'\", name='typer')")
    done = process(
        "version", folder=tmp_path, PYTHONPATH=os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])
    )
    assert done.returncode == 2 and b"typer" in done.stderr and b"Traceback" not in done.stderr


# --- the rest ------------------------------------------------------------------------------------------------------


def test_version_and_schema():
    assert run("version") == (0, f"{__version__}\n")
    code, said = run("schema")
    assert code == 0 and "team" in json.loads(said)["properties"]


def test_no_command_is_the_help_and_an_unknown_one_is_named():
    code, said = run()
    assert code == 2 and "check" in said
    code, said = run("chekc")
    assert code == 2 and "chekc" in said


@pytest.mark.parametrize("port", [-1, 65536, 80000, 10**30])
def test_a_port_that_is_none_is_said(port, tmp_path):
    code, said = run("lab", "--dir", tmp_path / "course", "--port", port, "--no-browser")
    assert code == 2 and str(port) in said and not (tmp_path / "course").exists()


def test_a_taken_port_is_said_before_anything_is_laid(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        code, said = run("lab", "--dir", tmp_path / "course", "--port", taken.getsockname()[1])
    assert code == 2 and "--port" in said and not (tmp_path / "course").exists()


@pytest.mark.parametrize("command", [["lab", "--lay-only"], ["doctor"]])
def test_a_home_folder_of_nobody_is_said(command):
    code, said = run(*command, "--dir", "~no-such-user/course")
    assert code == 2 and "~no-such-user" in said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["new", "planet", "x"], "planet"),
        (["new", "unit", "99-party"], "99-party"),
        (["new", "rule", "msg15", "--unit", "03-message"], "MSG-15"),
        (["new", "case", "Boiler Works"], "boiler-works"),
        (["harvest", "en"], "ru"),
        (["cards", "poster"], "poster"),
        (["cards", "--copies", "0"], "0"),
        (["merge", "a.json"], "B"),
        (["lab", "--fresh", "99-party", "--lay-only"], "99-party"),
    ],
)
def test_what_cannot_be_done_is_refused_with_what_can(words, said, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    code, answer = run(*words)
    assert code == 2 and said in answer and not [*tmp_path.iterdir()]


def test_build_check_names_the_page_that_does_not_follow(tmp_path, monkeypatch):
    monkeypatch.setattr("promplan.assets.course", lambda: tmp_path)
    (tmp_path / "src").mkdir()
    (tmp_path / "assets" / "glossary").mkdir(parents=True)
    terms = Path(__file__).parent.parent / "assets" / "glossary" / "terms.toml"
    (tmp_path / "assets" / "glossary" / "terms.toml").write_bytes(terms.read_bytes())
    for name in ("law.toml", "channels.toml"):
        (tmp_path / "assets" / name).write_bytes((Path(__file__).parent.parent / "assets" / name).read_bytes())
    code, said = run("build", "--check")
    assert code == 1 and "glossary.md" in said and "law.md" in said and "promplan build" in said


@pytest.mark.parametrize("words", [["build"], ["harvest", "ru"], ["new", "case", "x"]])
def test_an_installed_promplan_has_nothing_to_build(words, tmp_path, monkeypatch):
    monkeypatch.setattr("promplan.assets.course", lambda: tmp_path)
    code, said = run(*words)
    assert code == 2 and "course.py" in said and not [*tmp_path.iterdir()]


WORDS = st.text(st.characters(blacklist_characters="\0"), max_size=12)
COMMANDS = st.sampled_from(["check", "show", "merge", "pack", "schema", "cards", "version", "new", "harvest", "chekc"])
OPTIONS = st.sampled_from(
    ["--lang", "--unit", "--on", "--json", "-o", "--out", "--force", "--base", "--copies", "--", "-"]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(COMMANDS, max_size=1), st.lists(st.one_of(WORDS, OPTIONS, st.just(NAME), st.just("2")), max_size=5))
def test_whatever_is_typed_is_answered_in_words(tmp_path_factory, command, words):
    folder = tmp_path_factory.mktemp("typed")
    (folder / NAME).write_bytes(dumps(Plan()))
    if "harvest" in command:
        words = [one for one in words if one != "ru"]
    before = Path.cwd()
    os.chdir(folder)
    try:
        code, said = run(*command, *words)
    finally:
        os.chdir(before)
    assert code in (0, 1, 2) and "Traceback" not in said
    assert (folder / NAME).read_bytes() == dumps(Plan())


@pytest.mark.parametrize(("state", "code"), [("fine", 0), ("fault", 1)])
def test_doctor_says_for_a_script_too_whether_all_is_well(state, code, tmp_path, monkeypatch):
    lines = [doctor.Line("a", next(iter(doctor.SIGNS)), say("The folder is there."))]
    monkeypatch.setattr(doctor, "examine", lambda folder: lines)
    monkeypatch.setattr(doctor, "fine", lambda found: state == "fine")
    code_, said = run("doctor", "--dir", tmp_path, "--json")
    assert code_ == code and json.loads(said)["fine"] is (state == "fine")
    code_, said = run("doctor", "--dir", tmp_path)
    assert code_ == code and "The folder is there." in said


def test_what_was_begun_is_listed_file_by_file(tmp_path, monkeypatch):
    monkeypatch.setattr("promplan.lab.skeleton.new_case", lambda root, name: [f"assets/cases/{name}/case.toml"])
    code, said = run("new", "case", "boiler-works")
    assert code == 0 and "assets/cases/boiler-works/case.toml" in said and "The tests fail" in said


@pytest.mark.parametrize("force", [[], ["--force"]])
def test_a_hand_in_is_not_written_over_by_the_page_that_is_made_from_it(force, plan, tmp_path):
    zipped = tmp_path / "Arc.promplan.zip"
    zipped.write_bytes(pack(plan))
    before = zipped.read_bytes()
    code, said = run("show", zipped, "-o", zipped, *force)
    assert code == 2 and "Arc.promplan.zip" in said and zipped.read_bytes() == before
