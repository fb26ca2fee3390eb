"""Is every line of a file of captions somewhere in the answer, whoever saved it and however broken it is?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promplan.language import Problem, inside
from promplan.text.captions import Cue, Passage, read, written

FILM = """1
00:00:01,000 --> 00:00:03,500
Пресс закрыт: 170 °C.

2
00:00:04,000 --> 00:00:06,000
<i>Через восемь минут</i>
кольцо готово.
"""
BROKEN = """1
00:00:01,000 --> 00:00:03,000
First

2
00:00:99,000 --> 00:01:05,000
Seconds past 59

3
00:00:06.500 --> 00:00:08.000 X1:100 X2:200
Points, and a place

00:00:09,000 -> 00:00:10,000
A short arrow

00:00:12,000 --> 00:00:11,000
Ends before it begins

5
00:00:13,000 --> 00:00:15,000

6
00:00:16,000 --> 00:00:18,000
Upper

lower
"""


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251", "cp866", "koi8-r"]
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_same_cues_come_out_of_any_encoding_and_any_end_of_line(encoding, end):
    signs = FILM if encoding != "cp866" else FILM.replace("°", "")
    found = read(signs.replace("\n", end).encode(encoding))
    assert [(one.start, one.end, one.name) for one in found.cues] == [(1.0, 3.5, "1"), (4.0, 6.0, "2")]
    assert found.cues[1].text == "<i>Через восемь минут</i>\nкольцо готово."
    assert found.cues[1].shown == "Через восемь минут\nкольцо готово."
    assert found.cues[0].text.startswith("Пресс закрыт: 170")
    assert found.unread == () == found.remarks
    assert found.encoding == {"utf-8-sig": "utf-8", "utf-16": "utf-16"}.get(encoding, encoding)


def test_western_letters_are_not_taken_for_cyrillic():
    data = "1\n00:00:01,000 --> 00:00:02,000\nLe café est prêt, déjà à la chaîne\n".encode("cp1252")
    assert read(data).cues[0].text == "Le café est prêt, déjà à la chaîne"


def test_what_cannot_be_read_is_said_with_its_line_and_the_rest_is_kept():
    found = read(BROKEN)
    assert [one.text for one in found.cues] == [
        "First",
        "Points, and a place",
        "Ends before it begins",
        "",
        "Upper\nlower",
    ]
    assert [one.line for one in found.cues] == [2, 10, 16, 20, 23]
    assert found.cues[1].settings == "X1:100 X2:200"
    assert [(one.line, one.text.split("\n")[-1]) for one in found.unread] == [
        (6, "Seconds past 59"),
        (13, "A short arrow"),
    ]
    assert "go up to 59" in str(found.unread[0].what)
    assert "between two times there is -->" in str(found.unread[1].what)
    assert [one.line for one in found.remarks] == [23]
    with inside("ru"):
        assert "59" in str(found.unread[0].what) and "seconds" not in str(found.unread[0].what)


@pytest.mark.parametrize(
    "line",
    [
        "00:00:01,000 –> 00:00:03,000",
        "00:00:01,000 → 00:00:03,000",
        "00:00:01,000 --> конец",
        "00:00:0l,000 --> 00:00:03,000",
        "-00:00:01,000 --> 00:00:03,000",
        "--> 00:00:03,000",
        "00:61:01,000 --> 00:62:03,000",
        "1:00 000 --> 2:00 000",
    ],
)
def test_times_that_are_none_take_only_their_own_caption_with_them(line):
    found = read(f"1\n{line}\nLost words\n\n2\n00:00:05,000 --> 00:00:06,000\nKept\n")
    assert [one.text for one in found.cues] == ["Kept"]
    assert [one.line for one in found.unread] == [2]
    assert found.unread[0].text == f"1\n{line}\nLost words"


@pytest.mark.parametrize(
    ("times", "start", "end"),
    [
        ("00:01.500 --> 00:02.000", 1.5, 2.0),
        ("1:00:01,5 --> 1:00:02,25", 3601.5, 3602.25),
        ("  00:00:01,000   -->   00:00:02,000  ", 1.0, 2.0),
        ("00:00:01 --> 00:00:02", 1.0, 2.0),
        ("100:00:01,000 --> 100:00:02,000", 360001.0, 360002.0),
    ],
)
def test_times_that_are_only_unusual_are_read(times, start, end):
    (cue,) = read(f"{times}\nWords\n").cues
    assert (cue.start, cue.end) == (start, end)


def test_words_with_an_arrow_or_a_clock_are_words():
    text = "1\n00:00:01,000 --> 00:00:02,000\nСмена 8:00 - 16:00\nсырьё -> кольцо\n"
    assert read(text).cues[0].text == "Смена 8:00 - 16:00\nсырьё -> кольцо"


def test_a_vtt_keeps_its_notes_styles_names_and_places():
    text = (
        "WEBVTT - The ring\n\nNOTE made by hand\n\nSTYLE\n::cue { color: lime }\n\nintro\n"
        "00:01.000 --> 00:03.000 align:start\n<v Foreman>Close it &amp; wait.\n\nNOTE the end\n"
    )
    found = read(text)
    assert found.format == "vtt" and found.header == "- The ring"
    assert found.passages == (
        Passage(0, "NOTE made by hand"),
        Passage(0, "STYLE\n::cue { color: lime }"),
        Passage(1, "NOTE the end"),
    )
    assert found.cues == (Cue(1.0, 3.0, "<v Foreman>Close it &amp; wait.", "intro", "align:start", 9),)
    assert found.cues[0].shown == "Close it & wait."
    assert read(written(found)) == read(text.replace("00:01", "00:00:01").replace("00:03", "00:00:03") + "\n")


@pytest.mark.parametrize("data", [b"", b"\n\n\n", b"\xef\xbb\xbf", b"WEBVTT", b"WEBVTT\n\n"])
def test_an_empty_file_has_no_cues_and_no_faults(data):
    found = read(data)
    assert found.cues == () == found.unread


def test_a_letter_is_no_file_of_captions_and_nothing_of_it_is_lost():
    found = read("Уважаемые коллеги!\n\nВысылаю титры.\nС уважением")
    assert [one.line for one in found.unread] == [1, 3]
    assert found.unread[1].text == "Высылаю титры.\nС уважением"


def test_a_picture_is_refused():
    with pytest.raises(Problem, match=r"no text\. Choose a file of captions"):
        read(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00" * 9)


def test_a_file_as_large_as_a_film_is_refused():
    with pytest.raises(Problem, match=r"Choose the \.srt"):
        read(b"a" * 30_000_001)


def test_a_hundred_thousand_cues_are_read_and_written_back():
    text = written([Cue(n, n + 0.9, f"Титр номер {n}\nи вторая строка") for n in range(100_000)])
    found = read(text.encode("cp1251"))
    assert len(found.cues) == 100_000 and written(found) == text and not found.unread


WORDS = st.text(st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\u2028\u2029"), max_size=40)


@given(st.text(st.sampled_from("1:,.->0 9\n\r\tаb<i>NOTE WEBVTT"), max_size=300))
def test_no_character_of_any_text_is_lost(text):
    found = read(text)
    parts = [
        *(f"{one.name}{one.settings}{one.text}" for one in found.cues),
        *(one.text for one in (*found.unread, *found.passages)),
        found.header,
    ]
    kept = sorted("".join("".join(parts).split()))
    times = "".join(
        "".join(line.split()) for line in text.replace("\r", "\n").split("\n") if "-->" in line or "WEBVTT" in line
    )
    whole = sorted("".join(text.split()))
    for sign in kept:
        whole.remove(sign)
    rest = sorted(times)
    for sign in whole:
        rest.remove(sign)  # only times and the first line are not words


@given(
    st.lists(st.tuples(st.integers(0, 10**7), st.integers(0, 10**5), WORDS), max_size=8),
    st.sampled_from(["srt", "vtt"]),
)
def test_what_is_written_is_read_back(rows, format):
    cues = [Cue(a / 1000, (a + b) / 1000, " ".join(text.split()).replace("-->", "")) for a, b, text in rows]
    found = read(written(cues, format))
    assert [(one.start, one.end, one.text) for one in found.cues] == [(one.start, one.end, one.text) for one in cues]
    assert not found.unread
