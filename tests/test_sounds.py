"""Is a sound of the shop the same everywhere, short, within its bounds, and said to be made?"""

import struct
import wave
from io import BytesIO

import pytest

import promplan as pp
from promplan import sounds
from promplan.language import LANGUAGES, inside
from promplan.versioned import Unknown


def samples(name: str) -> tuple[int, ...]:
    with wave.open(BytesIO(sounds.recorded(name))) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, sounds.RATE)
        return struct.unpack(f"<{file.getnframes()}h", file.readframes(file.getnframes()))


def test_the_same_sound_comes_out_each_time() -> None:
    assert sounds.press_shop() == sounds.press_shop()


def test_it_lasts_seconds_and_weighs_little() -> None:
    assert len(samples("press-shop")) == 6 * sounds.RATE
    assert len(sounds.recorded("press-shop")) < 150_000


def test_it_begins_and_ends_in_silence_and_is_never_cut_off_at_the_top() -> None:
    heard = samples("press-shop")
    assert heard[0] == 0 and abs(heard[-1]) < 100
    assert max(map(abs, heard)) == sounds.FULL


def test_the_mould_is_heard_to_meet_and_the_press_to_be_bumped_twice() -> None:
    heard = samples("press-shop")

    def loudest(start: float, end: float) -> int:
        return max(map(abs, heard[round(start * sounds.RATE) : round(end * sounds.RATE)]))

    quiet = loudest(3.7, 4.8)
    assert all(loudest(blow, blow + 0.2) > 1.8 * quiet for blow in (1.65, 2.3, 3.1))


def test_its_picture_is_as_loud_as_the_sound() -> None:
    bars = sounds.outline("press-shop")
    assert len(bars) == sounds.BARS and max(bars) == 1 and min(bars) >= 0
    assert bars.index(1) == round(1.65 / 6 * sounds.BARS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_kernel_it_is_told_in_words_that_it_was_made(language: str) -> None:
    with inside(language):
        html = pp.listen("press-shop")._repr_mimebundle_()["text/html"]
    assert {"en": "Synthesised, not a recording.", "ru": "Звук синтезирован, это не запись."}[language] in html


def test_an_unknown_sound_is_answered_with_those_there_are() -> None:
    with pytest.raises(Unknown, match="press-shop"):
        pp.listen("paint-shop")
