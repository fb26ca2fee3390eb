"""Does the history beside a plan know every revision that it was told, however long it is and whoever owns it?"""

import os
from pathlib import Path

import pytest

from promplan.plan.lineage import FEWER, MOST, NEAR, Lineage
from promplan.plan.store import NAME


@pytest.fixture
def lineage(tmp_path: Path) -> Lineage:
    return Lineage(tmp_path / NAME)


def chain(lineage: Lineage, number: int, letters: int = 64) -> list[str]:
    """So many revisions, each made from the one before."""
    names = [f"{n:0{letters}d}"[::-1] for n in range(1, number + 1)]
    for before, name in zip(["", *names], names, strict=False):
        lineage.saved(name, before)
    return names


def test_no_history_knows_nothing(lineage):
    assert lineage.newest() == "" and not lineage.knows("a") and lineage.relation("a", "b") == "unknown"
    assert not lineage.is_newest("a")


def test_it_lies_hidden_beside_its_plan_one_line_a_save(lineage, tmp_path):
    lineage.saved("a" * 64)
    lineage.saved("b" * 64, "a" * 64)
    lineage.saved("c" * 64, "b" * 64, "x" * 64, taken=True)
    text = (tmp_path / f".{NAME}.history").read_text("ascii")
    a, b, c, x = (sign * 16 for sign in "abcx")
    assert text == f"{a} =\n{b} = {a}\n{c} ~ {b} {x}\n"


def test_the_first_line_is_as_good_as_the_last(lineage):
    first, second, third = chain(lineage, 3)
    assert lineage.knows(first) and lineage.relation(first, third) == "newer"
    assert lineage.relation(third, first) == "older" and lineage.relation(second, second) == "newer"
    assert lineage.newest() == third[:16] and lineage.is_newest(third) and not lineage.is_newest(second)


def test_a_long_history_is_known_to_its_first_line(lineage):
    names = chain(lineage, 1000)
    assert lineage.file.stat().st_size > 3 * NEAR
    assert lineage.newest() == names[-1][:16] and lineage.is_newest(names[-1])
    assert lineage.knows(names[0]) and not lineage.knows("never")
    assert lineage.relation(names[0], names[-1]) == "newer" and lineage.relation(names[-1], names[0]) == "older"
    assert lineage.relation(names[-2], names[-1]) == "newer"


def test_what_only_the_whole_history_tells_is_not_decided_by_its_end(lineage):
    """The held revision is far back, and what was found came back to the end by another way."""
    lineage.saved("held")
    lineage.saved("found", "held")
    chain(lineage, 600)
    lineage.saved("held", "nobody")
    lineage.saved("last", "found")
    assert lineage.relation("found", "last") == "newer"
    assert lineage.relation("held", "last") == "apart"


def test_a_history_that_grew_too_long_keeps_its_last_lines_whole(lineage):
    names = chain(lineage, 7000)
    size = lineage.file.stat().st_size
    lines = lineage.file.read_text("ascii").splitlines()
    assert FEWER - 100 < size < MOST + 100
    assert all(len(line.split()) == 3 and len(line) == len(lines[-1]) for line in lines)
    assert lines[-1].startswith(names[-1][:16]) and lineage.relation(names[-3000], names[-1]) == "newer"


def test_a_history_of_another_user_in_a_folder_of_ours_is_written_anew_with_all_its_lines(lineage, monkeypatch):
    first, second = chain(lineage, 2)
    real = os.open

    def denied(path: object, flags: int, *more: int) -> int:
        if path == lineage.file and flags & os.O_WRONLY:
            raise PermissionError(13, "Permission denied")
        return real(path, flags, *more)

    monkeypatch.setattr(os, "open", denied)
    lineage.saved("third", second)
    assert lineage.relation(first, "third") == "newer" and lineage.newest() == "third"
    assert len(lineage.file.read_bytes().splitlines()) == 3


def test_a_folder_in_its_place_spoils_nothing(lineage):
    lineage.file.mkdir()
    lineage.saved("a")
    assert lineage.newest() == "" and lineage.file.is_dir()


def test_a_line_that_is_none_is_passed_over(lineage):
    lineage.saved("a")
    with lineage.file.open("ab") as stream:
        stream.write(b"\xff\xfe\nb\nb ? a\n= a b\n\n")
    lineage.saved("c", "a")
    assert lineage.relation("a", "c") == "newer" and not lineage.knows("b")


def test_both_parents_of_a_joined_plan_are_behind_it(lineage):
    lineage.saved("mine")
    lineage.saved("theirs")
    lineage.saved("joined", "mine", "theirs")
    assert lineage.relation("mine", "joined") == lineage.relation("theirs", "joined") == "newer"
    assert lineage.relation("joined", "theirs") == "older" and lineage.relation("mine", "theirs") == "apart"


def test_what_follows_a_revision_that_was_brought_is_followed_with_a_backup_and_never_without(lineage):
    lineage.saved("mine")
    lineage.saved("brought", "mine", taken=True)
    lineage.saved("later", "brought")
    assert lineage.relation("mine", "later") == "taken" and lineage.relation("brought", "later") == "newer"
    assert lineage.relation("later", "mine") == "older"


def test_a_walk_goes_on_along_the_other_parent_where_one_leads_nowhere(lineage):
    lineage.saved("old")
    lineage.saved("aside", "old")
    lineage.saved("held", "old")
    lineage.saved("found", "held", "aside")
    lineage.saved("brought", "old", taken=True)
    lineage.saved("joined", "found", "brought")
    assert lineage.relation("held", "found") == "newer"  # behind `aside` the walk comes to what is older than `held`
    assert lineage.relation("held", "joined") == "newer"  # `brought` was taken, and `found` is a save
    assert lineage.relation("aside", "held") == "apart"


def test_a_history_of_many_joins_is_walked_once(lineage):
    lineage.saved("start")
    before = ["start"]
    for n in range(60):  # as many ways back as 2 to the power of 60
        for side in "ab":
            lineage.saved(f"{side}{n}", *before)
        before = [f"a{n}", f"b{n}"]
    assert lineage.relation("start", "a59") == "newer" and lineage.relation("a59", "b59") == "apart"
