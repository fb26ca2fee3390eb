"""An animatic: the panels of a storyboard one after the other for their seconds, with a sound track, as MP4.

Encoded with PyAV, which is loaded when a film is asked for. A panel that does not move is stored a few times a second
and not in every frame, so that a minute takes seconds; cuts fall on a twenty-fifth of a second. The GIF
(`animatic_gif`) and the page that plays by itself (`animatic_page`) take the same shots and need no PyAV.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from promplan import extras
from promplan.export.shots import SIZE, Shot, checked, painted, ticks
from promplan.export.soundtrack import Track
from promplan.language import Problem, say

if TYPE_CHECKING:
    import av
    from PIL.Image import Image

RATE = 25  # places a second at which a picture may change
STILL = 25  # so many of them a still panel waits until it is stored again: a player can jump there
MOVING = 2  # and one that moves
SOUND_RATE = 44_100
QUALITY = {"preset": "superfast", "crf": "20", "tune": "stillimage", "g": "5"}


def mp4(shots: Sequence[Shot], sound: bytes | None = None, size: tuple[int, int] = SIZE, told: str = "") -> bytes:
    """The film as the bytes of an MP4 (H.264, AAC), which every browser, phone and network plays.

    Args:
        shots: pictures of any size; each is fitted into the film's, its proportions kept.
        sound: a WAV file; it ends with the pictures, and what it lacks is silence.
        size: width and height in pixels, both even.
        told: what is to be seen and heard, in words: the file's comment.

    Raises:
        Problem: no shots, times or a size that cannot be, a sound that is no WAV, or PyAV is not installed.
    """
    checked(shots, size)
    track = Track.read(sound) if sound is not None else None
    av = _library()
    with TemporaryDirectory() as folder:  # what a player needs first goes to the front: that takes a file
        path = Path(folder) / "film.mp4"
        _write(av, path, shots, track, size, told)
        return path.read_bytes()


def _write(av: Any, path: Path, shots: Sequence[Shot], track: Track | None, size: tuple[int, int], told: str) -> None:
    """The film in a file."""
    with av.open(str(path), "w", format="mp4", options={"movflags": "faststart"}) as film:
        if told:
            film.metadata["comment"] = told
        video = film.add_stream("libx264", rate=RATE)
        video.width, video.height, video.pix_fmt = *size, "yuv420p"
        video.options = QUALITY
        video.codec_context.time_base = Fraction(1, RATE)
        audio = film.add_stream("aac", rate=SOUND_RATE) if track is not None else None
        if audio is not None and track is not None:
            audio.layout = track.layout
        last: Image | None = None
        frame: Any = None
        for at, image in _frames(shots, size):
            if image is not last:  # a still picture is converted once
                last, frame = image, av.VideoFrame.from_image(image).reformat(format="yuv420p")
            frame.pts, frame.time_base = at, Fraction(1, RATE)
            film.mux(video.encode(frame))
        film.mux(video.encode())
        if audio is not None and track is not None:
            for heard in _heard(av, track, sum(ticks(shots, RATE)) / RATE):
                film.mux(audio.encode(heard))
            film.mux(audio.encode())


def _library() -> Any:
    """PyAV, with the encoder that is needed; in words where it is not there."""
    with extras.needed():
        import av
    if "libx264" not in av.codecs_available:
        raise Problem(
            say("This build of PyAV cannot write H.264. Install the one from the package index: pip install av.")
        )
    return av


def _frames(shots: Sequence[Shot], size: tuple[int, int]) -> Iterator[tuple[int, Image]]:
    """When which picture is stored, in ticks; the last one also at the very end, so that the film has its length."""
    begin = 0
    for n, (shot, length) in enumerate(zip(shots, ticks(shots, RATE), strict=True)):
        places = list(range(0, length, MOVING if shot.moves else STILL))
        if n == len(shots) - 1 and places[-1] != length - 1:
            places.append(length - 1)
        image = None
        for place in places:
            if image is None or shot.moves:
                image = painted(shot, size, place / length)
            yield begin + place, image
        begin += length


def _heard(av: Any, track: Track, seconds: float) -> Iterator[av.AudioFrame]:
    """The sound in pieces, at the film's rate, cut or filled up to its length."""
    resampler = av.AudioResampler(format="fltp", layout=track.layout, rate=SOUND_RATE)
    wanted = round(seconds * track.rate)
    for start in range(0, wanted, track.rate):  # a second at a time
        count = min(track.rate, wanted - start)
        frame = av.AudioFrame(format="s16", layout=track.layout, samples=count)
        frame.planes[0].update(_padded(track.piece(start, count), frame.planes[0].buffer_size))
        frame.sample_rate, frame.pts, frame.time_base = track.rate, start, Fraction(1, track.rate)
        yield from resampler.resample(frame)
    yield from resampler.resample(None)


def _padded(data: bytes, size: int) -> bytes:
    return data[:size].ljust(size, b"\0")
