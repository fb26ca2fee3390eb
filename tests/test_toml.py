"""Is a file of data read as tomllib reads it, only sooner?"""

import re
import tomllib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from promplan import assets, toml

FILES = sorted(assets.folder().rglob("*.toml"))
PIECES = [
    *(
        "[a]",
        "[a.b]",
        "[[a]]",
        "[[a.b]]",
        "a",
        "b",
        '"a b"',
        " = ",
        "=",
        '"x"',
        "'x'",
        '"""',
        '"',
        "'",
        "[",
        "]",
        "{",
        "}",
    ),
    *(",", "#", " ", "\n", "\\n", "\\u0434", "1", "-2.5", "1_0", "true", "2026-11-28", "ё", "\t", "\r", ".", '"ы" = '),
]


def theirs(text):
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_file_of_the_course_is_read_as_tomllib_reads_it(file):
    assert toml.read(file) == tomllib.loads(file.read_text(encoding="utf-8"))


def test_the_files_that_a_check_reads_go_the_short_way():
    for name in ("law", "channels", "units", "magnitudes", "words", "kpi", "lemmas", "patterns/boasts"):
        text = (assets.folder() / f"{name}.toml").read_text(encoding="utf-8")
        assert toml.quickly(text) == tomllib.loads(text), name


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
@example('a = "x" # y\n[t]\nb = ["#", "\\u0434", \'\\w\',]\n')
@example("a = 1\n[a]\nb = 2\n")
@example("a = [1, 2 3]\n")
@example("[[a]]\n[a]\n")
@example("# a\rb\n")
def test_what_is_read_the_short_way_is_what_tomllib_reads(text):
    found = toml.quickly(text)
    assert found is None or found == theirs(text)


def test_a_fault_is_told_in_the_words_of_tomllib(tmp_path):
    (tmp_path / "a.toml").write_text('a = ["x" "y"]\n', encoding="utf-8")
    with pytest.raises(tomllib.TOMLDecodeError, match=re.escape("line 1")):
        toml.read(tmp_path / "a.toml")
