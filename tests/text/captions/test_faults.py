"""Is it said of each caption what is wrong with it, and is the mend that is named enough, and no more than enough?"""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promplan.text.captions import Cue, cues_of, faults, rules, wrapped

EN, RU = rules("en"), rules("ru")
FIFTY = "The press opens, and the ring is still at 170 °C. "[:50]


def kinds(cues, told=EN, film=None):
    return [(one.cue, one.kind) for one in faults(cues, told, film)]


def test_the_rules_say_where_they_come_from():
    assert (EN.line, RU.line) == (42, 39)
    assert all(one.source["ru"] and one.urls and one.checked_on.year == 2026 for one in (EN, RU))


def test_fifty_characters_are_read_in_three_seconds_and_not_in_two():
    text = wrapped("a" * 24 + " " + "b" * 25, 42)
    assert faults([Cue(0, 3, text)], EN) == []
    (fault,) = faults([Cue(0, 2, text)], EN)
    assert (fault.kind, fault.longer, fault.fewer, fault.room) == ("fast", 0.95, 16, True)
    assert str(fault.what) == "25 characters a second, and 17 can be read: 0.95 s longer, or 16 characters fewer."


def test_where_the_next_one_begins_at_once_only_shorter_words_help():
    text = wrapped("a" * 24 + " " + "b" * 25, 42)
    (fault,) = faults([Cue(0, 2, text), Cue(2.1, 4, "Next")], EN)
    assert not fault.room and fault.fewer == 16
    assert "There is no time for more" in str(fault.what)


@pytest.mark.parametrize(
    ("cues", "found"),
    [
        ([Cue(0, 2, "")], [(0, "empty")]),
        ([Cue(0, 2, "<i></i>")], [(0, "empty")]),
        ([Cue(3, 2, "The ring")], [(0, "backwards")]),
        ([Cue(0, 0.5, "Ready")], [(0, "short")]),
        ([Cue(0, 8, "The ring is ready now")], [(0, "long")]),
        ([Cue(0, 6, "a" * 43)], [(0, "wide")]),
        ([Cue(0, 3, "one\ntwo\nthree")], [(0, "lines")]),
        ([Cue(0, 3, "The ring"), Cue(2, 4, "is ready")], [(1, "overlap")]),
        ([Cue(0, 3, "The ring"), Cue(3, 4, "is ready")], [(1, "gap")]),
        ([Cue(0, 3, "The ring"), Cue(3.083, 4, "is ready")], []),
        ([Cue(5, 6, "The ring"), Cue(1, 2, "is ready")], [(1, "order")]),
        ([], []),
    ],
)
def test_each_fault_is_found_and_nothing_beside_it(cues, found):
    assert kinds(cues) == found


def test_a_caption_after_the_end_of_the_film_is_found():
    assert kinds([Cue(58, 61, "The ring is ready")], film=60) == [(0, "late")]


def test_a_line_of_forty_is_too_long_in_russian_and_not_in_english():
    assert kinds([Cue(0, 4, "я" * 40)], RU) == [(0, "wide")]
    assert kinds([Cue(0, 4, "a" * 40)], EN) == []


TEXT = st.text(st.sampled_from("aя ."), min_size=1, max_size=80).filter(str.strip)


@given(TEXT, st.floats(0.05, 9))
def test_the_mend_that_is_named_is_enough_and_no_more(text, seconds):
    cue = Cue(0.0, round(seconds, 3), wrapped(text, 400, 1))
    for fault in faults([cue], EN):
        if fault.kind in ("fast", "short", "long"):
            mended = replace(cue, end=cue.end + fault.longer)
            assert not {"fast", "short", "long"} & {one.kind for one in faults([mended], EN)} or fault.kind == "long"
        if fault.kind == "fast" and fault.fewer < cue.characters:
            shorter = replace(cue, text="x" * (cue.characters - fault.fewer))
            one_more = replace(cue, text="x" * (cue.characters - fault.fewer + 1))
            assert "fast" not in {one.kind for one in faults([shorter], EN)}
            assert one_more.characters / one_more.seconds > EN.speed


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("The ring is ready", 42, ["The ring is ready"]),
        (
            "The press opens, and the ring is still at 170 °C.",
            42,
            ["The press opens,", "and the ring is still at 170 °C."],
        ),
        (
            "Кольцо прошло контроль и едет на завод в Барнауле",
            39,
            ["Кольцо прошло контроль", "и едет на завод в Барнауле"],
        ),
        ("Сверхдлинноеслововсорокодинзнакбезпробела", 39, ["Сверхдлинноеслововсорокодинзнакбезпробела"]),
        ("", 39, [""]),
    ],
)
def test_lines_break_where_a_reader_breathes(text, width, lines):
    assert wrapped(text, width).split("\n") == lines


def test_a_preposition_never_hangs_at_the_end_of_a_line():
    for text in (
        "Мы проверяем каждое кольцо на стенде в лаборатории",
        "The foreman looks at the gauge and writes it down for the shift",
    ):
        first = wrapped(text, 42).split("\n")[0]
        assert first.split()[-1].casefold() not in ("на", "в", "at", "the", "and", "for", "it")


SCRIPT = (
    "Кольцо лежит в прессе восемь минут. Внутри сто семьдесят градусов! Если открыть раньше, середина останется сырой, "
    "и кольцо не выдержит давления. Мастер смотрит на манометр — и ждёт. Готово."
)


@pytest.mark.parametrize(("text", "told"), [(SCRIPT, RU), ("The ring is ready. " * 30, EN), ("слово " * 500, RU)])
def test_a_script_becomes_cues_without_a_fault_and_without_a_lost_word(text, told):
    cues = cues_of(text, told)
    assert " ".join(" ".join(one.text for one in cues).split()) == " ".join(text.split())
    assert faults(cues, told) == []


def test_cues_take_the_seconds_that_there_are():
    cues = cues_of(SCRIPT, RU, seconds=20, start=5)
    assert cues[0].start == 5 and cues[-1].end == pytest.approx(25, abs=0.1)
    hurried = faults(cues_of(SCRIPT, RU, seconds=6), RU)
    assert {one.kind for one in hurried} & {"fast", "short"}


@given(st.text(st.sampled_from("ab ,.—\nЯж!"), max_size=400), st.floats(0, 60))
def test_no_word_of_any_text_is_lost(text, seconds):
    cues = cues_of(text, RU, seconds)
    assert "".join("".join(one.text for one in cues).split()) == "".join(text.split())
    assert all(one.start <= one.end for one in cues)


def test_ten_thousand_words_in_one_sentence_become_cues():
    assert sum(len(one.text.split()) for one in cues_of("слово и " * 5_000, RU)) == 10_000
