"""Does the command line help and complain in the language of whoever types?"""

from types import SimpleNamespace

import pytest

from promplan.cli import main
from promplan.cli.app import app
from promplan.cli.spoken import asked, here


def run(monkeypatch, capsys, *words: str) -> tuple[int, str, str]:
    monkeypatch.setattr("sys.argv", ["promplan", *words])
    with pytest.raises(SystemExit) as left:
        main()
    said = capsys.readouterr()
    return int(left.value.code or 0), said.out, said.err


def test_a_russian_reads_the_help_in_russian(monkeypatch, capsys):
    monkeypatch.setenv("LC_ALL", "ru_RU.UTF-8")
    code, out, _ = run(monkeypatch, capsys, "check", "--help")
    assert code == 0
    assert "Прочитать план глазами редактора." in out and "--unit" in out
    assert "[обязательно]" in out and "Показать эту справку." in out
    assert not any(word in out for word in ("Usage", "Options", "Show this", "required"))
    _, out, _ = run(monkeypatch, capsys, "--help")
    assert "Команды:" in out and "Создать вашу папку курса" in out


def test_the_option_wins_over_the_system(monkeypatch, capsys):
    monkeypatch.setenv("LC_ALL", "ru_RU.UTF-8")
    assert "Usage: promplan check" in run(monkeypatch, capsys, "check", "--lang=en", "--help")[1]
    monkeypatch.setenv("LC_ALL", "C")
    assert "Вызов: promplan check" in run(monkeypatch, capsys, "check", "--lang", "ru", "--help")[1]
    assert "Usage: promplan check" in run(monkeypatch, capsys, "check", "--help")[1]


@pytest.mark.parametrize(
    ("words", "english", "russian"),
    [
        (["check"], "plan is missing.", "Не указан обязательный параметр: plan."),
        (["check", "a", "b"], "Too many words: b.", "Лишние слова в команде: b."),
        (["chek"], "There is no command chek.", "Команды chek нет."),
        (["check", "a", "--bla"], "There is no option --bla.", "Ключа --bla нет."),
        (["lab", "--port", "x"], "--port wants a whole number.", "Для --port нужно целое число."),
        (
            ["check", "a", "--on", "y"],
            "--on wants a day such as 2026-11-02.",
            "Для --on нужна дата, например 2026-11-02.",
        ),
        (["check", "a", "--unit"], "Behind --unit something is missing.", "После --unit не указано значение."),
    ],
)
def test_a_wrong_call_is_answered_in_words_with_code_2(monkeypatch, capsys, words, english, russian):
    monkeypatch.setenv("PROMPLAN_LANG", "en")
    code, out, err = run(monkeypatch, capsys, *words)
    assert (code, out) == (2, "") and english in err
    monkeypatch.setenv("PROMPLAN_LANG", "ru")
    assert russian in run(monkeypatch, capsys, *words)[2].replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("variable", "value", "spoken"),
    [("LANG", "ru_RU.UTF-8", "ru"), ("LANG", "ru", "ru"), ("LANG", "en_GB.UTF-8", "en"), ("LANG", "rup_MK", "en")],
)
def test_the_system_says_the_language(monkeypatch, variable, value, spoken):
    for one in ("PROMPLAN_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(one, raising=False)
    monkeypatch.setenv(variable, value)
    assert here() == spoken == asked(["check", "plan.json"])
    assert asked(["--lang"]) == asked([]) == asked(["--lang", "de"]) == spoken


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        (
            ["merge", "a.json"],
            "Usage: promplan merge [OPTIONS] {A} {B}\nHelp: promplan merge --help\n\nB is missing.\n",
        ),
        (
            ["chekc"],
            "Usage: promplan [OPTIONS] COMMAND [ARGS]...\nHelp: promplan --help\n\n"
            "There is no command chekc. Perhaps: 'check'.\n",
        ),
        (["check", "a", "--unit"], "Behind --unit something is missing.\n"),
        (["check", "a", "--json=3"], "Behind --json nothing is wanted.\n"),
    ],
)
def test_a_complaint_begins_with_the_usage_where_there_is_one_and_ends_with_what_is_wrong(
    monkeypatch, capsys, words, whole
):
    monkeypatch.setenv("PROMPLAN_LANG", "en")
    assert run(monkeypatch, capsys, *words) == (2, "", whole)


def test_names_that_are_near_are_offered_and_none_where_none_is(monkeypatch, capsys):
    monkeypatch.setenv("PROMPLAN_LANG", "en")
    assert "There is no option --unti. Perhaps: --on, --unit.\n" in run(monkeypatch, capsys, "check", "--unti", "x")[2]
    assert run(monkeypatch, capsys, "xyzzy")[2].endswith("There is no command xyzzy.\n")
    assert run(monkeypatch, capsys, "--debug")[2].endswith("A command is missing.\n")


def test_no_command_is_the_help_beside_the_answer_with_code_2(monkeypatch, capsys):
    monkeypatch.setenv("PROMPLAN_LANG", "en")
    code, out, err = run(monkeypatch, capsys)
    assert (code, out) == (2, "") and "Commands:" in err and "There is no" not in err


def test_no_word_of_the_library_is_left_in_the_help_of_any_command(monkeypatch, capsys):
    monkeypatch.setenv("PROMPLAN_LANG", "ru")
    commands = [one.name or one.callback.__name__ for one in app.registered_commands]
    assert len(commands) > 10
    groups = {one.name: one.typer_instance.registered_commands for one in app.registered_groups}
    within = [f"{name} {one.name}" for name, ones in groups.items() for one in ones]
    for name in [*commands, *groups, *within]:
        code, out, _ = run(monkeypatch, capsys, *name.split(), "--help")
        assert code == 0 and f"promplan {name}" in out
        for word in ("Usage", "Arguments", "Options", "OPTIONS", "required", "default:", "%Y", "Show this"):
            assert word not in out, f"{name}: {word}"


@pytest.mark.parametrize(
    ("system", "spoken"),
    [
        ({"PROMPLAN_LANG": "ru", "LC_ALL": "en_GB"}, "ru"),
        ({"PROMPLAN_LANG": "en", "LC_ALL": "ru_RU"}, "en"),
        ({"PROMPLAN_LANG": "de", "LC_ALL": "ru_RU"}, "ru"),
        ({"LC_ALL": "C", "LC_MESSAGES": "ru_RU", "LANG": "ru_RU"}, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "ru_RU.UTF-8", "LANG": "en_GB"}, "ru"),
        ({"LANG": "Russian_Russia.1251"}, "ru"),
        ({}, "en"),
    ],
)
def test_what_is_said_first_counts(monkeypatch, system, spoken):
    for one in ("PROMPLAN_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(one, raising=False)
    for name, value in system.items():
        monkeypatch.setenv(name, value)
    assert here() == spoken


@pytest.mark.parametrize("words", [["--lang", "ru"], ["--lang=ru"], ["check", "a", "--lang", "ru", "--json"]])
def test_the_language_of_a_call_is_found_wherever_it_stands(monkeypatch, words):
    monkeypatch.setenv("PROMPLAN_LANG", "en")
    assert asked(words) == "ru" and asked([one.replace("ru", "de") for one in words]) == "en"


def test_what_a_workshop_takes_is_printed_in_both_languages(monkeypatch, capsys):
    code, out, _ = run(monkeypatch, capsys, "minutes", "--lang", "en")
    assert code == 0 and "03-message" in out and "for a team of 4" in out and out.count("\n") > 4
    assert "(участников: 4)" in run(monkeypatch, capsys, "minutes", "--lang", "ru")[1]


@pytest.mark.parametrize(
    ("system", "spoken", "environment", "language_"),
    [
        ("nt", "Russian_Russia", {}, "ru"),
        ("nt", "ru_RU", {}, "ru"),
        ("nt", "English_United States", {}, "en"),
        ("nt", None, {}, "en"),
        ("nt", "Russian_Russia", {"LANG": "en_US.UTF-8"}, "en"),
        ("posix", "ru_RU", {}, "en"),
    ],
)
def test_windows_tells_its_language_where_the_environment_says_nothing(
    monkeypatch, system, spoken, environment, language_
):
    monkeypatch.setattr("promplan.cli.spoken.os", SimpleNamespace(name=system, environ=environment))
    monkeypatch.setattr("promplan.cli.spoken.locale.getlocale", lambda: (spoken, "cp1251"))
    assert here() == language_
