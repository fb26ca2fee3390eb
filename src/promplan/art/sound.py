"""A series made heard: pitch follows the value, a second series the loudness; a file, a picture of the wave, a legend.

Equal steps of the value are equal musical steps (octaves of the frequency). Where data are missing it is silent. A
sound shows what changes and hides what has stopped: on a plant that was tried (Gaver, Smith and O'Shea, CHI 1991), so
the picture and the legend belong to it.
"""

import math
from dataclasses import dataclass

import numpy as np

from promplan.art.bounds import between, one_of, whole
from promplan.art.geometry import SIDE, Area, Drawing, Line, Mark, points
from promplan.art.legend import SCALES, Form, Legend, Reading, formed, lasted
from promplan.art.pace import pace
from promplan.art.series import Numbers, Series
from promplan.language import Problem, say
from promplan.sounds import file

RATE = 22_050  # samples a second
LONGEST = 60.0
LOUDEST = 0.9  # of what a 16-bit sample holds
PARTIALS = (
    (1, 1.0),
    (2, 0.35),
    (3, 0.18),
    (5, 0.06),
)  # multiples of the pitch and their strength: a reed, not a whistle
FADE = 0.02  # seconds in which it begins and ends
HIGHEST = 4_000.0


@dataclass(frozen=True, eq=False)
class Sound:
    """Samples from −1 to 1, `rate` a second, one channel."""

    samples: Numbers
    rate: int
    legend: Legend

    @property
    def seconds(self) -> float:
        return len(self.samples) / self.rate

    def wav(self) -> bytes:
        """A WAV file of 16 bits; the same bytes for the same sound."""
        return file(np.round(self.samples * 32_767).astype("<i2").tobytes(), self.rate)


def heard(
    pitch: Series,
    loudness: Series | None = None,
    *,
    seconds: float = 8.0,
    low: float = 110.0,
    high: float = 880.0,
    hiss: float = 0.0,
    seed: int = 1,
    scales: str = "on",
) -> Sound:
    """The series from its first moment to its last, in so many seconds.

    Args:
        pitch: the value that is heard as pitch: its lowest value at `low`, its highest at `high`.
        loudness: a second value, at moments of its own within the same time; silent at 0, full at its highest.
        seconds: 0.5 to 60.
        low, high: hertz, 40 to 4000.
        hiss: how loud noise is heard where the value changes fastest, 0 to 0.5; air let out, a brake.
        seed: of the noise, 0 to 2³² − 1.
        scales: "on" or "off".

    Raises:
        Problem: a number outside its bounds, or a negative loudness.
    """
    seconds = between(seconds, say("The sound's length"), 0.5, LONGEST, "s")
    low = between(low, say("The lowest pitch"), 40, HIGHEST, "Hz")
    high = between(high, say("The highest pitch"), low, HIGHEST, "Hz")
    hiss = between(hiss, say("The loudness of the hiss"), 0, 0.5)
    seed = whole(seed, say("The seed of the noise"), 0, 2**32 - 1)
    one_of(scales, say("Scales"), SCALES)
    if loudness is not None and (loudness.low < 0 or loudness.high == 0):
        raise Problem(say("Loudness: values from 0 up are needed, and not 0 all the time."))
    many = round(seconds * RATE)
    moments = pitch.at[0] + np.arange(many) / many * pitch.seconds
    value, there = _between(pitch, moments)
    share = (value - pitch.low) / (pitch.high - pitch.low) if pitch.high > pitch.low else np.full(many, 0.5)
    hertz = low * (high / low) ** share
    turned = 2 * math.pi * np.cumsum(hertz) / RATE
    tone = np.zeros(many)
    for multiple, strength in PARTIALS:
        tone += np.where(hertz * multiple < 0.45 * RATE, strength, 0.0) * np.sin(multiple * turned)
    tone /= sum(strength for _, strength in PARTIALS)
    loud = there.astype(np.float64)
    if loudness is not None:
        force, known = _between(loudness, moments)
        loud = loud * known * force / loudness.high
    tone *= loud
    if hiss and pitch.high > pitch.low:
        change = np.abs(np.gradient(share)) * there
        noise = np.random.Generator(np.random.PCG64(seed)).uniform(-1.0, 1.0, many)
        tone = (1 - hiss) * tone + hiss * noise * _smooth(change / (change.max() or 1.0))
    samples = tone * np.clip(np.minimum(np.arange(many), np.arange(many)[::-1]) / (FADE * RATE), 0, 1)
    peak = float(np.abs(samples).max())
    samples = samples * (LOUDEST / peak) if peak else samples
    samples.flags.writeable = False
    return Sound(samples, RATE, _legend(pitch, loudness, seconds, low, high, hiss, scales))


def picture(sound: Sound, *, height: float = 300.0, bars: int = 1_000) -> Form:
    """The wave: for each short stretch how far the air is moved, about a middle line; what is louder is broader.

    Args:
        height: of the sheet in thousandths of its width, 100 to 1000.
        bars: stretches, 16 to 4000.
    """
    height = between(height, say("The height of the wave"), 100, 1000)
    bars = min(whole(bars, say("Stretches of the wave"), 16, 4_000), len(sound.samples))
    edges = np.linspace(0, len(sound.samples), bars + 1).astype(np.int64)[:-1]
    over, under = np.maximum.reduceat(sound.samples, edges), np.minimum.reduceat(sound.samples, edges)
    x = 20 + (SIDE - 40) * (np.arange(bars) + 0.5) / bars
    middle, scale = height / 2, 0.46 * height
    outline = np.concatenate(
        (np.column_stack((x, middle - over * scale)), np.column_stack((x, middle - under * scale))[::-1])
    )
    axis = points(np.array(((20, middle), (SIDE - 20, middle))))
    marks: tuple[Mark, ...] = (Area(points(outline), "ink"), Line(axis, "ink", 1.2))
    legend = Legend(
        "wave",
        (
            Reading("height", "loudness", "", -1.0, 1.0, middle + scale, middle - scale),
            Reading("across", "time", "s", 0.0, sound.seconds, 20.0, SIDE - 20),
        ),
        (("points", len(sound.samples)),),
        names=sound.legend.names,
    )
    return Form(Drawing(marks, SIDE, height), legend)


def _between(series: Series, moments: Numbers) -> tuple[Numbers, "np.ndarray[tuple[int], np.dtype[np.bool_]]"]:
    """The value at each moment, straight between two samples; and where it is known at all."""
    known = ~np.isnan(series.values)
    value = np.interp(moments, series.at[known], series.values[known])
    after = np.clip(np.searchsorted(series.at, moments, side="right"), 1, len(series.at) - 1)
    there = known[after - 1] & known[after]
    return value, there & (moments >= series.at[0]) & (moments <= series.at[-1])


def _smooth(values: Numbers) -> Numbers:
    """The mean over a twentieth of a second."""
    window = np.full(max(1, RATE // 20), 1.0)
    return np.convolve(values, window / len(window), mode="same")


def _legend(
    pitch: Series, loudness: Series | None, seconds: float, low: float, high: float, hiss: float, scales: str
) -> Legend:
    one = pitch.value
    readings = [
        Reading("pitch", one.name, one.unit, pitch.low, pitch.high, low, high),
        lasted("time", pitch.time, float(pitch.at[0]), float(pitch.at[-1]), 0.0, seconds),
    ]
    if loudness is not None:
        readings.append(Reading("loudness", loudness.value.name, loudness.value.unit, 0.0, loudness.high, 0.0, LOUDEST))
    readings += pace(pitch, seconds) or ()
    if hiss:
        readings.append(Reading("hiss", one.name, "", None, None, 0.0, hiss))
    gaps = pitch.gaps + (loudness.gaps if loudness is not None else 0)
    cautions = [
        *(("constant",) if pitch.low == pitch.high else ()),
        *(("gaps",) if gaps else ()),
        *(("equal-steps",) if pitch.low != pitch.high else ()),
        *(("another-speed",) if pace(pitch, seconds) is None else ()),
    ]
    names = (pitch.name, *((loudness.name,) if loudness is not None else ()))
    legend = Legend("sound", tuple(readings), (("gaps", gaps),), tuple(cautions), names=names)
    return formed(Drawing(()), legend, scales).legend
