"""Help and complaints of the command line in the language of whoever types: the option's, or else the system's.

The commands' own words are marked where they stand (docstrings, `help=`) and kept in the catalogue; what the library
says around them has its words here, by pattern.
"""

import locale
import os
import re
from collections.abc import Sequence
from inspect import cleandoc
from itertools import pairwise
from typing import Any

from promplan import language
from promplan.language import Words, say_in

CONTEXT = "command line"

FRAME: tuple[tuple[str, Words | str], ...] = (
    (r"^Usage:", say_in("command line", "Usage:")),
    (r"^Arguments:", say_in("command line", "Arguments:")),
    (r"^Options:", say_in("command line", "Options:")),
    (r"^Commands:", say_in("command line", "Commands:")),
    (r"\[OPTIONS\]", say_in("command line", "[OPTIONS]")),
    (r"COMMAND \[ARGS\]\.\.\.", say_in("command line", "COMMAND [ARGS]...")),
    (r"\[required\]", say_in("command line", "[required]")),
    (r"<%Y-%m-%d>", "<2026-11-02>"),
    (r"\[default: ", say_in("command line", "[default: ")),
    (r"Show this message and\s+exit\.", say_in("command line", "Show this message and exit.")),
)
TROUBLE: tuple[tuple[str, str], ...] = (  # what the library complains of: a pattern, and our words with its groups
    (r"Missing argument '(?P<name>[^']*)'\.?", "{name} is missing."),
    (r"Missing option '(?P<name>[^']*)'\.?", "{name} is missing."),
    (r"Missing command\.", "A command is missing."),
    (r"No such command '(?P<name>[^']*)'\.(?: Did you mean (?P<near>.*)\?)?", "There is no command {name}. {near}"),
    (r"No such option: (?P<name>\S+)(?: \(Possible options: (?P<near>.*)\))?", "There is no option {name}. {near}"),
    (r"No such option: (?P<name>\S+)(?: Did you mean (?P<near>.*)\?)?", "There is no option {name}. {near}"),
    (r"Got unexpected extra arguments? ?(?:\(s\) )?\((?P<name>.*)\)", "Too many words: {name}."),
    (r"Option '(?P<name>[^']*)' requires an argument\.?", "Behind {name} something is missing."),
    (r"Option '(?P<name>[^']*)' does not take a value\.?", "Behind {name} nothing is wanted."),
    (r"Invalid value for '?(?P<name>[^':]*)'?: .*valid integer.*", "{name} wants a whole number."),
    (r"Invalid value for '?(?P<name>[^':]*)'?: .*%Y-%m-%d.*", "{name} wants a day such as 2026-11-02."),
    (r"Invalid value for '?(?P<name>[^':]*)'?: (?P<near>.*)", "{name} cannot be read so: {near}"),
)
WORDS = {
    "{name} is missing.": say_in("command line", "{name} is missing."),
    "A command is missing.": say_in("command line", "A command is missing."),
    "There is no command {name}. {near}": say_in("command line", "There is no command {name}. {near}"),
    "There is no option {name}. {near}": say_in("command line", "There is no option {name}. {near}"),
    "Too many words: {name}.": say_in("command line", "Too many words: {name}."),
    "Behind {name} something is missing.": say_in("command line", "Behind {name} something is missing."),
    "Behind {name} nothing is wanted.": say_in("command line", "Behind {name} nothing is wanted."),
    "{name} wants a whole number.": say_in("command line", "{name} wants a whole number."),
    "{name} wants a day such as 2026-11-02.": say_in("command line", "{name} wants a day such as 2026-11-02."),
    "{name} cannot be read so: {near}": say_in("command line", "{name} cannot be read so: {near}"),
}


def here() -> str:
    """The language of the system, where it is one of ours; PROMPLAN_LANG says another."""
    said = os.environ.get("PROMPLAN_LANG", "")
    if said in language.LANGUAGES:
        return said
    spoken = next((os.environ[one] for one in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(one)), "")
    if not spoken and os.name == "nt":
        spoken = locale.getlocale()[0] or ""
    return "ru" if spoken.lower().startswith(("ru_", "ru.", "russian")) or spoken == "ru" else "en"


def asked(arguments: Sequence[str]) -> str:
    """The language that a call asks for with --lang, else the system's."""
    for one, after in pairwise([*arguments, ""]):
        name, mark, value = one.partition("=")
        if name == "--lang" and (value if mark else after) in language.LANGUAGES:
            return value if mark else after
    return here()


def translated(command: Any) -> None:
    """Give a command, and all that may stand behind it, their help in the interface language, once."""
    if getattr(command, "spoken", None) == language.current():
        return
    command.spoken = language.current()
    command.help = _said(command, "help")
    for one in command.params:
        one.help = _said(one, "help")


def _said(of: Any, name: str) -> str | None:
    source: str | None = vars(of).setdefault("promplan_source", getattr(of, name, None))
    return str(Words(cleandoc(source), context=CONTEXT)) if source else source


def framed(text: str) -> str:
    """The library's help with its own words in the interface language."""
    for pattern, words in FRAME:
        text = re.sub(pattern, lambda _, words=words: str(words), text, flags=re.MULTILINE)  # type: ignore[misc]
    return text


def complaint(error: Any) -> list[str]:
    """What the library complains of, as lines in the interface language: usage, where there is help, what is wrong."""
    said = error.format_message()
    for pattern, template in TROUBLE:
        if found := re.fullmatch(pattern, said, re.DOTALL):
            groups = {"near": "", **{name: value or "" for name, value in found.groupdict().items()}}
            if groups["near"] and "no" in template:
                groups["near"] = str(say_in("command line", "Perhaps: {names}.", names=groups["near"]))
            words = WORDS[template]
            said = str(Words(words.template, groups, context=CONTEXT)).strip()
            break
    context = getattr(error, "ctx", None)
    if context is None:
        return [said]
    help_ = say_in("command line", "Help: {command} --help", command=context.command_path)
    return [framed(context.get_usage()), str(help_), "", said]
