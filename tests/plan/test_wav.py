"""Does a sound keep nothing but the sound, and a bare file every byte?"""

import struct
import wave
from io import BytesIO

from promplan.plan.wav import bare
from promplan.sounds import file

SOUND = file(b"\x01\x00\x02\x00\x03\x00", 8000)


def told(data: bytes, name: bytes, content: bytes, *, first: bool = False) -> bytes:
    """The file with one chunk more."""
    more = name + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)
    body = data[12:]
    body = more + body if first else body + more
    return b"RIFF" + struct.pack("<I", 4 + len(body)) + b"WAVE" + body


def test_a_bare_sound_and_the_course_s_own_are_kept_byte_for_byte():
    for one in (SOUND, b"", b"no wav", b"RIFF\0\0\0\0WAVE"):
        assert bare(one) == one


def test_what_a_recorder_wrote_beside_the_sound_is_left_out():
    for first in (True, False):
        data = told(told(SOUND, b"bext", b"2026-10-09 Zoom H5 n. 123", first=first), b"LIST", b"INFOIART\x03\0\0\0Me\0")
        clean = bare(data)
        assert clean == SOUND and b"Zoom" not in clean
        with wave.open(BytesIO(clean)) as heard:
            assert (heard.getnframes(), heard.getframerate()) == (3, 8000)


def test_a_file_that_ends_too_early_is_not_made_worse():
    assert bare(SOUND[:30]) == SOUND[:30]
