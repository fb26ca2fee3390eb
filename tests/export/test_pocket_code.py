"""Is a code short, is every damage told, and do the letters that a hand mixes up not matter?"""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promplan.export.pocket_code import SIGNS, Card, Mark, Said, decode, encode
from promplan.language import Problem, inside

TWELVE = Card(0x0839, tuple(Mark(f"T{n}", "got", time(10, 3 * n)) for n in range(1, 13)))
WORDY = Card(
    7,
    (Mark("T1", "missing", time(9, 59), "smeared, тьма"), Mark("T700", "reshoot", None), Mark("T701", note="x")),
    (Said("14 presses", "foreman", time(0, 0), "V2"), Said("Пар 😀")),
)

times = st.times().map(lambda one: one.replace(second=0, microsecond=0, tzinfo=None))
texts = st.text(max_size=60).map(lambda one: one.encode("utf-8", "replace").decode())
marks = st.builds(
    Mark,
    st.integers(1, 999_999).map("T{}".format),
    st.sampled_from(["got", "missing", "reshoot"]),
    st.none() | times,
    texts,
)
heard = st.builds(Said, texts, texts, st.none() | times, st.just("") | st.integers(1, 999_999).map("V{}".format))
cards = st.builds(
    Card,
    st.integers(0, 0xFFFF),
    st.lists(marks, max_size=20, unique_by=lambda one: one.shot).map(
        lambda found: tuple(sorted(found, key=lambda one: int(one.shot[1:])))
    ),
    st.lists(heard, max_size=5).map(tuple),
)


def test_a_dozen_ticks_with_their_hours_are_fourteen_groups_of_four():
    assert len(encode(TWELVE).split("-")) <= 14


@given(cards)
def test_what_was_written_is_read(card):
    assert decode(encode(card)) == card


@pytest.mark.parametrize("card", [TWELVE, WORDY, Card(0)])
def test_case_spaces_dashes_and_letters_that_look_alike_do_not_matter(card):
    code = encode(card)
    assert decode(code.lower().replace("-", " — \n")) == card
    assert decode(code.replace("0", "O").replace("1", "l")) == card
    assert decode(code.translate(str.maketrans("ABCEHKMPTXY", "АВСЕНКМРТХУ"))) == card  # typed in Cyrillic


@pytest.mark.parametrize("card", [TWELVE, WORDY])
def test_every_wrong_letter_is_noticed(card):
    code = encode(card).replace("-", "")
    for place, sign in enumerate(code):
        for other in SIGNS[(SIGNS.index(sign) + 1) % 32], SIGNS[(SIGNS.index(sign) + 13) % 32]:
            with pytest.raises(Problem):
                decode(code[:place] + other + code[place + 1 :])


@pytest.mark.parametrize("card", [TWELVE, WORDY])
def test_every_missing_doubled_or_swapped_letter_is_noticed(card):
    code = encode(card).replace("-", "")
    for n in range(len(code)):
        told = [code[:n], code[:n] + code[n + 1 :], code[:n] + code[n] + code[n:]]
        if n and code[n] != code[n - 1]:
            told.append(code[: n - 1] + code[n] + code[n - 1] + code[n + 1 :])
        for one in told:
            with pytest.raises(Problem):
                decode(one)


@given(st.text(max_size=200) | st.text(SIGNS, max_size=200) | st.binary(max_size=60).map(lambda b: b.hex()))
def test_no_other_text_is_a_code_and_none_breaks_the_reader(text):
    with pytest.raises(Problem):
        decode(text)


@given(st.binary(min_size=4, max_size=60))
def test_bytes_with_a_right_sum_and_no_sense_are_told(body):
    import zlib

    data = bytes([0x11]) + body
    data += zlib.crc32(data).to_bytes(4, "big")
    value, length = int.from_bytes(data, "big"), len(data) * 8
    value, length = value << (-length % 5), length + -length % 5
    code = "".join(SIGNS[value >> place & 31] for place in range(length - 5, -5, -5))
    try:
        card = decode(code)
    except Problem:
        return
    assert decode(encode(card)).marks == tuple(one for one in card.marks if one.state or one.note) or card


def test_what_is_wrong_is_said_in_the_reader_s_language():
    code = encode(TWELVE)
    wrong = ("8" if code[0] != "8" else "9") + code[1:]
    with inside("ru"), pytest.raises(Problem, match="какой-то знак неверен"):
        decode(wrong)
    with pytest.raises(Problem, match="damaged"):
        decode(wrong)
    with pytest.raises(Problem, match="Letter 3 of the code is “U”"):
        decode("22U4")
    with pytest.raises(Problem, match="cut off"):
        decode("224D")
    with pytest.raises(Problem, match="too long"):
        decode("0" * 70_000)


def test_a_code_of_a_later_version_is_told():
    import zlib

    data = bytes([0x20, 0, 0, 0])
    data += zlib.crc32(data).to_bytes(4, "big")
    bits = "".join(f"{one:08b}" for one in data) + "0"
    with pytest.raises(Problem, match="newer"):
        decode("".join(SIGNS[int(bits[n : n + 5], 2)] for n in range(0, len(bits), 5)))
