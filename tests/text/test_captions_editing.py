"""Are captions parted, joined, moved and mended without losing a word, and does a mend leave no such fault?"""

import pytest

from promplan.language import Problem
from promplan.text.captions import Cue, cues_of, faults, rules
from promplan.text.captions.editing import joined, mended, nudged, ordered, seconds_of, split

EN = rules("en")
LONG = Cue(10.0, 14.0, "The press opens at a hundred and\nseventy. The ring is hot and stays so.")


def words(cues) -> list[str]:
    return " ".join(one.text for one in cues).split()


def test_a_caption_is_split_where_a_reader_breathes_and_its_time_shared_by_length():
    first, second = split([LONG], 0, EN)
    assert first.text.endswith("seventy.") and words([first, second]) == words([LONG])
    assert (first.start, second.end) == (10.0, 14.0)
    assert second.start - first.end == pytest.approx(EN.gap, abs=0.001)
    assert first.seconds > second.seconds


def test_it_is_split_at_the_cursor_and_a_cursor_at_the_edge_is_none():
    first, second = split([LONG], 0, EN, at=len("The press opens"))
    assert (first.text, second.text.split()[0]) == ("The press opens", "at")
    assert split([LONG], 0, EN, at=0) == split([LONG], 0, EN)


def test_one_word_is_not_split():
    with pytest.raises(Problem, match="one word"):
        split([Cue(0, 2, "Rubber.")], 0, EN)


def test_what_was_split_is_joined_again():
    again = joined(split([LONG], 0, EN), 0, EN)
    assert again == [Cue(10.0, 14.0, again[0].text)] and words(again) == words([LONG])
    with pytest.raises(Problem, match="no caption behind"):
        joined(again, 0, EN)


@pytest.mark.parametrize(
    ("edge", "by", "start", "end"),
    [
        ("start", -0.1, 9.9, 14.0),
        ("start", 99, 13.9, 14.0),
        ("start", -99, 0.0, 14.0),
        ("end", 0.25, 10.0, 14.25),
        ("end", -99, 10.0, 10.1),
        ("whole", 1, 11.0, 15.0),
        ("whole", -99, 0.0, 4.0),
        ("whole", 10**6, 35_996.0, 36_000.0),
    ],
)
def test_an_edge_stops_at_the_other_one_and_at_the_beginning(edge, by, start, end):
    one = nudged([LONG], 0, edge, by)[0]
    assert (one.start, one.end) == (start, end)


FAULTY = {
    "fast": [Cue(0, 1.5, "Fifty characters are too many for a second and a half")],
    "short": [Cue(0, 0.3, "Oh.")],
    "backwards": [Cue(5, 4, "The press opens.")],
    "long": [Cue(0, 12, "The press opens.")],
    "overlap": [Cue(0, 3.2, "The press opens."), Cue(3, 5, "The ring is hot.")],
    "gap": [Cue(0, 3, "The press opens."), Cue(3, 5, "The ring is hot.")],
    "order": [Cue(4, 6, "The ring is hot."), Cue(0, 3, "The press opens.")],
    "wide": [Cue(0, 6, "A line that is far too long for the forty-two characters it may have")],
    "empty": [Cue(0, 2, "  "), Cue(4, 6, "The ring is hot.")],
}


@pytest.mark.parametrize("kind", FAULTY)
def test_a_mend_leaves_no_such_fault_and_every_word(kind):
    cues = FAULTY[kind]
    fault = next(one for one in faults(cues, EN) if one.kind == kind)
    after = mended(cues, fault, EN)
    assert after is not None and kind not in {one.kind for one in faults(after, EN)}
    assert sorted(words(after)) == sorted(words(cues))


def test_what_only_its_author_can_mend_is_left():
    cues = [Cue(0, 1, "Fifty characters are too many for a single second"), Cue(1.2, 4, "The ring is hot.")]
    fault = next(one for one in faults(cues, EN) if one.kind == "fast")
    assert mended(cues, fault, EN) is None


def test_captions_are_put_in_the_order_of_time():
    assert [one.start for one in ordered([Cue(4, 5, "b"), Cue(1, 2, "a"), Cue(4, 4.5, "c")])] == [1, 4, 4]


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("4.5", 4.5), ("4,5", 4.5), ("1:02.5", 62.5), ("0:01:02,250", 62.25), (" 90 ", 90), ("75:00", 4500)],
)
def test_a_time_is_read_as_people_write_it(text, seconds):
    assert seconds_of(text) == seconds


@pytest.mark.parametrize("text", ["", "soon", "1:75", "-3", "1:2:3:4", "٣"])
def test_what_is_no_time_is_told(text):
    with pytest.raises(Problem, match="A time belongs here"):
        seconds_of(text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "В две тысячи пятнадцатом построили две тысячи пятьсот семьдесят восемь вагонов."),
        ("en", "In twenty fifteen it built two thousand five hundred and seventy-eight wagons at last."),
    ],
)
def test_no_caption_ends_within_a_number(language, text):
    ends = [one.text.split()[-1] for one in cues_of(text, rules(language), 8.0)]
    assert " ".join(one.text for one in cues_of(text, rules(language), 8.0)).split() == text.split()
    assert not {"две", "тысячи", "пятьсот", "семьдесят", "two", "thousand", "five", "hundred"} & set(ends)
