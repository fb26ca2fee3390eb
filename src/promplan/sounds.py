"""The sounds of the shop, computed and never recorded: the same numbers on every machine, a few seconds, one channel.

Press shop: the pump hums, the ram comes up, the mould meets, the press is bumped twice to let the air out, and opens.
The order is a real press's; the wait between is left out, because nothing is heard then.
"""

import math
import random
import struct
import wave
from collections.abc import Callable, Mapping
from functools import cache
from io import BytesIO

from promplan.language import Words, say
from promplan.versioned import Unknown

Layer = Callable[[float], float]  # loudness at a time, in seconds from its own start
RATE = 11_025  # samples a second: what a press says lies below 5 kHz
SEED = 170
TURN = 2 * math.pi
FULL = 32_000  # the loudest sample of a 16-bit file, with a little room
BARS = 96  # of the wave's picture


def press_shop() -> list[float]:
    """Six seconds at the press, each sample from -1 to 1."""
    chance = random.Random(SEED)
    length = 6 * RATE
    heard = [0.0] * length
    hall = 0.0
    for n in range(length):  # the pump, and of the hall what is left of noise below some 35 Hz
        hall += 0.02 * (chance.uniform(-1, 1) - hall)
        turn = TURN * n / RATE
        load = 0.5 + 0.5 * _between(n / RATE, 1.5, 4.9)
        heard[n] = 0.4 * hall + load * (0.08 * math.sin(50 * turn) + 0.05 * math.sin(100 * turn))
    _add(heard, 0.5, 1.2, _ram)
    for start, loud in ((1.65, 0.85), (2.3, 0.45), (3.1, 0.45)):  # the mould meets, and twice again
        _add(heard, start, 0.6, _tone(loud, 68, 0.1))
        _add(heard, start, 0.03, _hiss(chance, 0.3 * loud, 1))
    for start, loud, fading in ((1.95, 0.2, 0.1), (2.75, 0.2, 0.1), (4.9, 0.34, 0.3)):  # air, and then oil let go
        _add(heard, start, 4 * fading, _hiss(chance, loud, fading))
    for hertz in (831, 1274, 1933, 2811):  # the plates, on their stops
        _add(heard, 5.3, 0.5, _tone(0.08, hertz, 0.1))
    return [one * _between(n / RATE, 0, 6) for n, one in enumerate(heard)]


def _ram(t: float) -> float:
    """The ram comes up: the pump's voice rises under its load."""
    return 0.1 * _between(t, 0, 1.15) * math.sin(TURN * (170 + 40 * t) * t)


def _tone(loud: float, hertz: float, fading: float) -> Layer:
    """A blow that rings; `fading` is its time constant in seconds."""
    return lambda t: loud * math.exp(-t / fading) * math.sin(TURN * hertz * t)


def _hiss(chance: random.Random, loud: float, fading: float) -> Layer:
    """Noise let out."""
    return lambda t: loud * math.exp(-t / fading) * chance.uniform(-1, 1)


def _add(heard: list[float], start: float, seconds: float, layer: Layer) -> None:
    """Lay a sound over the others; `layer` counts its time from its own start."""
    first = round(start * RATE)
    for n in range(min(round(seconds * RATE), len(heard) - first)):
        heard[first + n] += layer(n / RATE)


def _between(t: float, start: float, end: float, soft: float = 0.2) -> float:
    """1 from `start` to `end`, rising and falling within `soft` seconds."""
    return max(0.0, min(1.0, (t - start) / soft, (end - t) / soft))


SOUNDS: Mapping[str, tuple[Callable[[], list[float]], Words, Words]] = {
    "press-shop": (
        press_shop,
        say("At the press"),
        say("The press closes, lets the air out twice and opens; the long wait between is left out."),
    ),
}


def named(name: str) -> tuple[Callable[[], list[float]], Words, Words]:
    """A sound's function, its title, and in a sentence what is heard."""
    if name not in SOUNDS:
        raise Unknown("pp.listen({})", name, SOUNDS)
    return SOUNDS[name]


@cache
def recorded(name: str) -> bytes:
    """The sound as a WAV file: 16 bits, one channel."""
    heard = named(name)[0]()
    scale = FULL / max(map(abs, heard))
    return file(struct.pack(f"<{len(heard)}h", *(round(one * scale) for one in heard)), RATE)


def file(samples: bytes, rate: int) -> bytes:
    """A WAV file of little-endian 16-bit samples, `rate` a second, one channel."""
    stream = BytesIO()
    with wave.open(stream, "wb") as written:
        written.setnchannels(1)
        written.setsampwidth(2)
        written.setframerate(rate)
        written.writeframes(samples)
    return stream.getvalue()


@cache
def outline(name: str) -> tuple[float, ...]:
    """How loud a sound of the course is from beginning to end."""
    return loudness(recorded(name))


def loudness(wav: bytes) -> tuple[float, ...]:
    """How loud a WAV file as `file` writes it is from beginning to end, for its picture: `BARS` numbers from 0 to 1."""
    data = wav[44:]
    values = struct.unpack(f"<{len(data) // 2}h", data)
    width = len(values) / BARS
    parts = (values[round(n * width) : round((n + 1) * width)] for n in range(BARS))
    return tuple(round(max(map(abs, one)) / FULL, 3) for one in parts)
