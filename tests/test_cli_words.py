"""Does what a command says arrive in any stream, and does it end with the right code where nobody takes it?"""

import codecs
import contextlib
import io
import json
import os
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from promplan import __version__, cli, language
from promplan.cli.app import app
from promplan.cli.words import complain, nearest_in, open_streams, tell, tell_json
from promplan.language import Problem


class Console(io.TextIOWrapper):
    """A stream of an encoding, and the bytes that have reached it."""

    def __init__(self, encoding: str) -> None:
        self.bytes = io.BytesIO()
        super().__init__(self.bytes, encoding=encoding, newline="\n")

    @property
    def shown(self) -> str:
        return self.bytes.getvalue().decode(self.encoding)


@pytest.fixture
def console(monkeypatch):
    def of(encoding: str, stream: str = "stdout") -> Console:
        made = Console(encoding)
        monkeypatch.setattr(sys, stream, made)
        return made

    return of


# --- signs that a stream lacks ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("encoding", "said", "shown"),
    [
        ("ascii", "✔ 2 → 3", "+ 2 -> 3"),
        ("ascii", "№ 4, «ring» …", 'No. 4, "ring" ...'),
        ("ascii", "5\u202f000 ₽", "5 000 ?"),
        ("ascii", "漢字✔", "??+"),
        ("cp866", "✔ Тёплое кольцо — 5 ₽", "+ Тёплое кольцо - 5 руб."),
        ("cp1251", "✘ «№ 4» ≥ 5", "x «№ 4» >= 5"),
        ("utf-8", "✔ 2 → 3", "✔ 2 → 3"),
    ],
)
def test_a_sign_that_a_stream_lacks_is_shown_as_the_nearest_it_has(encoding, said, shown):
    assert said.encode(encoding, nearest_in(encoding)).decode(encoding) == shown


def test_the_nearest_sign_is_no_answer_to_bytes_that_cannot_be_read():
    with pytest.raises(UnicodeDecodeError):
        b"\xff".decode("utf-8", nearest_in("utf-8"))
    fault = UnicodeDecodeError("utf-8", b"\xff", 0, 1, "no text")
    with pytest.raises(UnicodeDecodeError, match="no text"):
        codecs.lookup_error(nearest_in("utf-8"))(fault)


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_both_streams_are_opened_for_every_sign(stream, console):
    shown = console("ascii", stream)
    open_streams()
    print("✔ «ring»", file=getattr(sys, stream), flush=True)
    assert shown.shown == '+ "ring"\n'


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_where_there_is_no_stream_at_all_the_words_go_nowhere(stream, monkeypatch):
    """As under a program that was started without a console."""
    monkeypatch.setattr(sys, stream, None)
    open_streams()
    opened = getattr(sys, stream)
    with contextlib.closing(opened):
        assert opened.name == os.devnull and opened.encoding == "utf-8"
        print("Кольцо ✔", file=opened, flush=True)


def test_a_stream_that_cannot_be_told_anything_is_left_as_it_is(monkeypatch):
    plain = io.StringIO()
    monkeypatch.setattr(sys, "stdout", plain)
    open_streams()
    assert sys.stdout is plain


@pytest.mark.parametrize(("say", "stream"), [(tell, "stdout"), (complain, "stderr"), (tell_json, "stdout")])
def test_every_line_is_there_as_soon_as_it_is_said(say, stream, console):
    shown = console("utf-8", stream)
    say("the ring is warm")
    assert "the ring is warm" in shown.shown and shown.shown.endswith("\n")


@pytest.mark.parametrize(("say", "stream"), [(tell, "stdout"), (complain, "stderr")])
def test_a_line_obeys_nothing_that_a_plan_says(say, stream, console):
    shown = console("utf-8", stream)
    say("one\x1b[2J\nstill one")
    assert shown.shown == "one␛[2J still one\n"


# --- answers for a script --------------------------------------------------------------------------------------------

TOLD = {"team": "Дуга\x1b[2J", "facts": ["«14»", "two\u202elines\n"]}


def test_json_is_read_by_eye_where_the_stream_has_the_letters(console):
    shown = console("utf-8")
    tell_json(TOLD)
    assert json.loads(shown.shown) == TOLD
    assert '"team": "Дуга\\u001b[2J"' in shown.shown and '"two\\u202elines\\n"' in shown.shown
    assert shown.shown.count("\n") > 4, "a field on a line"


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_json_keeps_every_letter_in_a_stream_that_lacks_it(encoding, console):
    shown = console(encoding)
    tell_json(TOLD)
    assert json.loads(shown.shown) == TOLD and shown.shown.isascii()


def test_json_goes_to_a_stream_that_does_not_say_its_encoding(monkeypatch):
    shown = io.StringIO()
    monkeypatch.setattr(sys, "stdout", shown)
    tell_json({"team": "Дуга"})
    assert '"Дуга"' in shown.getvalue()


# --- streams that take no more ---------------------------------------------------------------------------------------


@pytest.mark.skipif(os.name == "nt", reason="a shell's pipe")
def test_a_reader_who_has_gone_ends_the_command_quietly_with_141(monkeypatch):
    reads, writes = os.pipe()
    os.close(reads)
    stream = os.fdopen(writes, "w")
    monkeypatch.setattr(sys, "stdout", stream)
    with pytest.raises(SystemExit) as end:
        tell("a line that nobody reads")
    assert end.value.code == 141
    stream.close()  # what is left in it goes nowhere, and nothing complains


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has a disk that is always full")
def test_an_answer_for_which_there_is_no_room_is_said_with_the_reason(monkeypatch):
    stream = Path("/dev/full").open("w")  # noqa: SIM115
    monkeypatch.setattr(sys, "stdout", stream)
    with pytest.raises(Problem, match=r"cannot be written \(No space left on device\)\. Send it elsewhere"):
        tell("a line")
    with contextlib.suppress(OSError):
        stream.close()


def test_a_stream_that_fails_without_a_word_is_told_by_its_kind(monkeypatch):
    class Broken(io.StringIO):
        def write(self, _: str) -> int:
            raise TimeoutError

    monkeypatch.setattr(sys, "stdout", Broken())
    with pytest.raises(Problem, match=r"\(TimeoutError\)"):
        tell("a line")


# --- the command as a whole ------------------------------------------------------------------------------------------


def command(monkeypatch, *words: str) -> object:
    """What the installed command does; returns its exit code."""
    monkeypatch.setattr(sys, "argv", ["/usr/bin/whatever", *words])
    with pytest.raises(SystemExit) as end:
        cli.main()
    return end.value.code


def test_the_command_answers_and_is_called_promplan_in_its_own_help(monkeypatch, capsys):
    assert command(monkeypatch, "version") == 0 and capsys.readouterr().out == f"{__version__}\n"
    assert command(monkeypatch, "check", "--help") == 0
    assert capsys.readouterr().out.split()[:3] == ["Usage:", "promplan", "check"]


def test_the_command_opens_its_streams_before_it_says_a_word(monkeypatch, console):
    shown = console("ascii", "stderr")
    assert command(monkeypatch, "check", "№ 4 «ring».json") == 2
    assert 'No. 4 "ring".json' in shown.shown


def without(monkeypatch, package: str) -> None:
    for name in ("promplan.cli.app", "promplan.cli.base"):
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, package, None)  # as Python remembers what it looked for in vain


def test_without_its_framework_it_says_which_package_is_missing_and_exits_with_2(monkeypatch, capsys):
    without(monkeypatch, "typer")
    assert command(monkeypatch, "version") == 2
    told = capsys.readouterr()
    assert "The package typer is missing. Install the course again" in told.err and told.out == ""


def test_a_module_of_its_own_that_is_missing_is_no_package_to_install(monkeypatch):
    without(monkeypatch, "promplan.cli.base")
    monkeypatch.setattr(sys, "argv", ["promplan", "version"])
    with pytest.raises(ModuleNotFoundError, match=r"promplan\.cli\.base"):
        cli.main()


def test_the_language_of_a_command_is_that_command_s_alone(tmp_path):
    for words in (["check", "gone.json", "--lang", "ru"], ["cards", "--lang", "ru", "-o", str(tmp_path)]):
        CliRunner().invoke(app, words)
        assert language.current() == "en"


def test_the_help_offers_no_way_to_write_into_a_shell_s_settings():
    said = CliRunner().invoke(app, ["--help"]).output
    assert "completion" not in said and "Exit codes: 0 clean" in " ".join(said.split())


def test_json_is_laid_out_a_value_a_line_in_any_stream(monkeypatch):
    for encoding, said in (("utf-8", "Дуга"), ("ascii", "\\u0414\\u0443\\u0433\\u0430")):
        stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
        monkeypatch.setattr("sys.stdout", stream)
        tell_json({"team": ["Дуга"]})
        stream.flush()
        assert stream.buffer.getvalue().decode(encoding).splitlines() == ["{", ' "team": [', f'  "{said}"', " ]", "}"]
