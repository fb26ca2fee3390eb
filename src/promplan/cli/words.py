"""What the command line says: any stream, any plan's words, no control code.

The words of a plan are a stranger's: what could move the cursor, hide a line or turn the reading direction is shown as
a sign. A stream that has no ✔ (a Russian Windows console's, a pipe's) gets the nearest sign that it has.
"""

import codecs
import json
import os
import sys
from typing import Any, NoReturn

from promplan import language
from promplan.language import Problem, Words, say
from promplan.text.plain import acts, plain

CLOSED = 141  # as a shell says it of a program that wrote into a closed pipe
NEAREST = {
    **{"✔": "+", "✘": "x", "→": "->", "·": "-", "•": "-", "…": "...", "—": "-", "–": "-", "−": "-", "×": "x"},
    **{"«": '"', "»": '"', "“": '"', "”": '"', "„": '"', "’": "'", "‘": "'", "№": "No.", "≥": ">=", "≤": "<="},
    **{"\u00a0": " ", "\u202f": " ", "\u2009": " ", "ё": "е", "Ё": "Е", "₽": "руб.", "⚠": "!"},
}


def nearest_in(encoding: str) -> str:
    """The name under which Python finds what does with a sign that `encoding` lacks: the nearest one that it has."""

    def nearest(error: UnicodeError) -> tuple[str, int]:
        if not isinstance(error, UnicodeEncodeError):
            raise error
        return "".join(map(near, error.object[error.start : error.end])), error.end

    def near(sign: str) -> str:
        try:  # not in the error's own encoding: that of cp866 and its kin is called charmap
            NEAREST.get(sign, "?").encode(encoding)
        except UnicodeEncodeError:
            return "?"
        return NEAREST.get(sign, "?")

    name = f"promplan-nearest-{encoding}"
    codecs.register_error(name, nearest)
    return name


def open_streams() -> None:
    """Let both streams take every sign; where there is no stream at all, let the words go nowhere."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115  stays open to the end
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=nearest_in(stream.encoding))


def speak(lang: str) -> None:
    """Take the language of an option, or say which there are."""
    if lang not in language.LANGUAGES:
        raise Problem(say("The course speaks en and ru, not {lang}.", lang=lang))
    language.use(lang)


def tell(line: str | Words) -> None:
    """One line of the answer."""
    _write(plain(str(line)))


def complain(line: str | Words) -> None:
    """One line about what is wrong, beside the answer."""
    print(plain(str(line)), file=sys.stderr, flush=True)


def tell_json(value: Any) -> None:
    """An answer for a script: valid JSON in any stream, with nothing in it that a terminal would obey."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    text = "".join(json.dumps(sign)[1:-1] if acts(sign) and sign != "\n" else sign for sign in text)
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        text = json.dumps(value, indent=1)
    _write(text)


def _write(text: str) -> None:
    try:
        print(text, flush=True)
    except BrokenPipeError:
        _leave()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Problem(say("The answer cannot be written ({reason}). Send it elsewhere.", reason=reason)) from None


def _leave() -> NoReturn:
    """End quietly: who read the output has closed it, and Python would complain while it cleans up."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(CLOSED)
