"""Does what the rules once read stay read? Lines of `tests/data/wording/once`, each as an editor marked it."""

import importlib.util
from pathlib import Path

import pytest

spec = importlib.util.spec_from_file_location("wording", Path(__file__).parents[1] / "bench" / "wording.py")
assert spec and spec.loader
wording = importlib.util.module_from_spec(spec)
spec.loader.exec_module(wording)


@pytest.mark.parametrize("line", list(wording.lines("once")), ids=lambda line: line["id"])
def test_a_line_is_read_as_it_was_marked(line):
    wanted = set(line["expect"]) & wording._asked(line)
    differs = set(line.get("misread", []))
    assert (wanted ^ wording.said_of(line)) <= differs
