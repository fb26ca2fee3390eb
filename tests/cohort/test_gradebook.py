"""Does the gradebook keep what it is given, in whole, and never lose what a human typed?"""

import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from promplan.cohort.both import Both
from promplan.cohort.gradebook import VERSION, Gradebook
from promplan.cohort.record import GENERAL, FindingRow, GateRow, Given, OnceRow, PointRow, Record, SeenRow, TextRow
from promplan.export.printed import plain
from promplan.language import Problem

SAID = Both("en", "ру")
WHOLE = Record(
    "T1", "Valve", "en", 2, "valve.zip", "a" * 64, "rules", "2026-11-09", "print",
    (GateRow("law", SAID, SAID, "closed", 2),),
    (FindingRow("MSG-1", "warning", "03-message", "message", SAID, SAID, SAID, SAID, "because we know better", 0),),
    (PointRow("art", SAID, 15.0, 3.5, 11.25), PointRow("step", SAID, 15.0, 0.0, 0.0)),
    (SeenRow("art", "ideas", 1, 2, SAID, "I1"),),
    (OnceRow("tries", 0.0, SAID),),
    (TextRow("F1", "nine words that stand here for a longer text", b"\0" * 16),),
)  # fmt: skip


@pytest.fixture
def book(tmp_path):
    with Gradebook(tmp_path / "grades.sqlite") as made:
        yield made


def test_a_record_comes_back_as_it_was(book):
    book.put(WHOLE)
    assert book.record("T1") == WHOLE and book.record("T2") is None and book.teams() == ["T1"]
    assert book.fingerprint("T1") == "print" and book.record("T1", ["gate"]).finding == ()


def test_a_record_takes_the_place_of_the_one_before(book):
    book.put(WHOLE)
    book.put(
        Record(*[getattr(WHOLE, name) for name in ("team", "name", "language", "n", "source", "plan")], "r", "d", "f")
    )
    assert book.record("T1").finding == () and list(book.texts()) == []


def test_a_write_that_fails_leaves_what_was(book):
    book.put(WHOLE)
    with pytest.raises(Problem):
        book.put(Record("T1", "x", "en", 1, "s", "p", "r", "d", "f", finding=(object_row(),)))
    assert book.record("T1") == WHOLE


def object_row():
    return FindingRow("X", "error", "u", object(), SAID, SAID, SAID, SAID, "", 1)


def test_a_score_is_given_once_and_another_is_kept_out_until_it_may_replace(book):
    assert book.give("T1", Given("art", 7.0, "good", "J1")) == "new"
    assert book.give("T1", Given("art", 7.0, "good", "J1")) == "same"
    assert book.give("T1", Given("art", 9.0, "", "J2")) == "kept"
    assert book.scores("T1")["art"].points == 7.0
    assert book.give("T1", Given("art", 9.0, "better", "J2"), replace=True) == "replaced"
    assert book.scores("T1")["art"] == Given("art", 9.0, "better", "J2")
    rows = sqlite3.connect(book.path).execute("SELECT points, words, who FROM score_before").fetchall()
    assert rows == [(7.0, "good", "J1")]


def test_an_empty_score_takes_nothing_away(book):
    book.give("T1", Given("art", 7.0, "good", "J1"))
    for replace in (False, True):
        assert book.give("T1", Given("art", None, ""), replace=replace) == "same"
    assert book.give("T1", Given(GENERAL)) == "same" and GENERAL not in book.scores("T1")
    assert book.scores("T1")["art"] == Given("art", 7.0, "good", "J1")


def test_points_and_words_may_come_one_after_the_other(book):
    book.give("T1", Given("art", None, "good", "J1"))
    assert book.give("T1", Given("art", 0.0, "", "")) == "new"
    assert book.scores("T1")["art"] == Given("art", 0.0, "good", "J1")


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(["art", "step", ""]), st.none() | st.floats(0, 20), st.text(max_size=4)), max_size=8
    )
)
def test_without_replace_the_first_points_and_words_stay(tmp_path_factory, rows):
    first: dict = {}
    with Gradebook(tmp_path_factory.mktemp("b") / "grades.sqlite") as book:
        for criterion, points, words in rows:
            if "\0" in words or any("\ud800" <= sign <= "\udfff" for sign in words):
                continue
            book.give("T1", Given(criterion, points, words))
            had = first.setdefault(criterion, [None, ""])
            first[criterion] = [points if had[0] is None else had[0], had[1] or plain(words)]
        kept = {id_: [one.points, one.words] for id_, one in book.scores("T1").items()}
    assert kept == {id_: one for id_, one in first.items() if one != [None, ""]}


def test_a_stopped_run_goes_on_under_its_number(book):
    assert book.begin("2026-11-09", "r", {}) == book.begin("2026-11-09", "r", {}) == 1
    book.end(1)
    assert book.begin("2026-11-09", "r", {}) == 2 and book.begin("2026-11-10", "r", {}) == 3


@pytest.mark.parametrize(
    ("what", "said"),
    [
        (b"this is no database at all, and long enough", "cannot be used"),
        ("newer", "made by a newer promplan"),
        ("other", "another program's"),
    ],
)
def test_a_file_that_is_no_gradebook_is_refused_in_words_and_left(tmp_path, what, said):
    file = tmp_path / "grades.sqlite"
    if isinstance(what, bytes):
        file.write_bytes(what)
    else:
        other = sqlite3.connect(file)
        other.execute("CREATE TABLE mine (a)")
        if what == "newer":
            other.execute(f"PRAGMA user_version = {VERSION + 1}")
        other.commit()
        other.close()
    before = file.read_bytes()
    with pytest.raises(Problem, match=said):
        Gradebook(file)
    assert file.read_bytes() == before
