"""The course's data files, read in a fraction of the time that `tomllib` takes, which parses sign by sign.

What stands in nearly every line of them (tables, strings, lists and pairs of strings) is read by one expression a
line; a file in which anything else stands goes to `tomllib` whole, and so does one with a fault, for its words.
"""

import json
import re
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

PLAIN = r'[^"\\\x00-\x08\x0a-\x1f\x7f]*+'
STRING = rf"(?:\"{PLAIN}(?:\\[^\n]{PLAIN})*+\"(?!\")|'[^'\x00-\x08\x0a-\x1f\x7f]*+'(?!'))"
BLANK = r"(?:[ \t\n]|#[^\n]*+)*+"
KEY = r"[A-Za-z0-9_-]++"
OTHER = r"[0-9a-z+-][^\n#,\[\]{}\"'=]*+"  # a number, a day, yes or no
ITEMS = rf"(?:{STRING}|{OTHER})"
LIST = rf"\[{BLANK}(?:{ITEMS}{BLANK},{BLANK})*+(?:{ITEMS}{BLANK})?+\]"
VALUE = rf"(?:{STRING}|{LIST}|{OTHER})"
ENTRY = rf"{KEY}[ \t]*+=[ \t]*+{VALUE}[ \t]*+"
STATEMENT = re.compile(
    rf"{BLANK}(?:"
    rf"\[(?P<table>{KEY}(?:\.{KEY})*+)\]"
    rf"|\[\[(?P<row>{KEY}(?:\.{KEY})*+)\]\]"
    rf'|(?P<key>{KEY}|"[^"\\\n]*+")[ \t]*+=[ \t]*+(?:'
    rf"(?P<one>{VALUE})"
    rf'|"""\n?(?P<lines>[^"\\\r]*+)"""'
    rf"|\{{[ \t]*+(?P<pairs>{ENTRY}(?:,[ \t]*+{ENTRY})*+)\}}"
    r"))[ \t]*+(?:#[^\n]*+)?+(?:\n|\Z)"
)
END = re.compile(rf"{BLANK}\Z")
ITEM = re.compile(rf"#[^\n]*|({ITEMS})")
PAIR = re.compile(rf"({KEY})[ \t]*=[ \t]*({VALUE})")


def read(file: Path) -> dict[str, Any]:
    """What a file of data holds."""
    text = file.read_text(encoding="utf-8")
    found = quickly(text)
    return tomllib.loads(text) if found is None else found


def quickly(text: str) -> dict[str, Any] | None:
    """The tables of a text; None where only tomllib can tell them."""
    if "\r" in text:  # a sign of its own, which no comment may hold
        return None
    whole: dict[str, Any] = {}
    here, at, named = whole, 0, set[str]()
    try:
        while (hit := STATEMENT.match(text, at)) is not None:
            at = hit.end()
            if (path := hit["table"]) is not None:
                if path in named:
                    return None
                named.add(path)
                *before, last = path.split(".")
                here = _table(whole, before).setdefault(last, {})
                if isinstance(here, list):  # a table called as rows are
                    return None
            elif (path := hit["row"]) is not None:
                *before, last = path.split(".")
                here = {}
                _table(whole, before).setdefault(last, []).append(here)
            else:
                key = hit["key"].strip('"')
                if key in here:
                    return None
                here[key] = _told(hit)
    except (AttributeError, TypeError, ValueError):  # a table where a value stands, a sign that JSON does not know
        return None
    return whole if END.match(text, at) else None


def _table(whole: dict[str, Any], path: list[str]) -> dict[str, Any]:
    """The table at a path; that of a list is its last row."""
    here = whole
    for one in path:
        found = here.setdefault(one, {})
        here = found[-1] if isinstance(found, list) else found
    return here


def _told(hit: re.Match[str]) -> Any:
    """The value of a statement."""
    if (one := hit["one"]) is not None:
        return _value(one)
    if (lines := hit["lines"]) is not None:
        return lines
    pairs = PAIR.findall(hit["pairs"])
    found = {key: _value(one) for key, one in pairs}
    if len(found) != len(pairs):
        raise ValueError("one key twice")
    return found


def _value(written: str) -> Any:
    if written[0] == "[":
        return [_value(one) for one in ITEM.findall(written) if one]
    if written[0] == "'":
        return written[1:-1]
    if written[0] == '"':
        return json.loads(written) if "\\" in written else written[1:-1]
    return _other(written.strip())


@lru_cache(1024)
def _other(written: str) -> Any:
    """A number, a day, yes or no."""
    return tomllib.loads(f"it = {written}")["it"]
