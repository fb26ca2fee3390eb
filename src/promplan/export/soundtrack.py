"""The sound of a film: a WAV file read as 16-bit samples, of one channel or two."""

import wave
from dataclasses import dataclass
from io import BytesIO

from promplan.language import Problem, say

LARGEST = 200_000_000  # bytes


@dataclass(frozen=True)
class Track:
    """Samples of 16 bits, the channels side by side, `rate` of them a second."""

    samples: bytes
    rate: int
    channels: int

    @classmethod
    def read(cls, data: bytes) -> "Track":
        """The sound of a WAV file of 8, 16, 24 or 32 bits; of more than two channels the first two.

        Raises:
            Problem: it is no WAV file, or one in a way that nobody records in.
        """
        try:
            with wave.open(BytesIO(data)) as file:
                width, channels, rate = file.getsampwidth(), file.getnchannels(), file.getframerate()
                raw = file.readframes(min(file.getnframes(), LARGEST // max(1, width * channels)))
        except (wave.Error, EOFError, ValueError):
            raise Problem(say("The sound is no WAV file. Save it as WAV, 16 bits, and choose that one.")) from None
        if width not in (1, 2, 3, 4) or not channels or not 4_000 <= rate <= 192_000:
            raise Problem(say("The sound is stored in an unusual way. Save it as WAV: 16 bits, 44,100 a second."))
        return cls(_first_two(_sixteen(raw, width), channels), rate, min(channels, 2))

    @property
    def layout(self) -> str:
        """What PyAV calls its channels."""
        return "mono" if self.channels == 1 else "stereo"

    @property
    def seconds(self) -> float:
        """How long it sounds."""
        return len(self.samples) / (2 * self.channels * self.rate)

    def piece(self, start: int, count: int) -> bytes:
        """`count` samples from `start` on; shorter at its end, empty behind it."""
        size = 2 * self.channels
        return self.samples[start * size : (start + count) * size]


def _sixteen(raw: bytes, width: int) -> bytes:
    """Samples of another width in 16 bits: the two high bytes of each; those of 8 bits have no sign."""
    raw = raw[: len(raw) - len(raw) % width]
    if width == 2:
        return raw
    made = bytearray(2 * (len(raw) // width))
    if width == 1:
        made[1::2] = raw.translate(bytes((n + 128) % 256 for n in range(256)))
    else:
        made[0::2], made[1::2] = raw[width - 2 :: width], raw[width - 1 :: width]
    return bytes(made)


def _first_two(samples: bytes, channels: int) -> bytes:
    if channels <= 2:
        return samples
    size = 2 * channels
    return b"".join(samples[at : at + 4] for at in range(0, len(samples) - size + 1, size))
