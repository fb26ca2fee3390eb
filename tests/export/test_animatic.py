"""Is the animatic a film that others can play: its length, its pictures in their order, its sound, offline?"""

import math
import re
import struct
import sys
import wave
from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from promplan import sounds
from promplan.export.animatic import mp4
from promplan.export.animatic_gif import gif
from promplan.export.animatic_page import html
from promplan.export.shots import Shot, ticks
from promplan.export.soundtrack import Track
from promplan.language import Problem, inside

RED, GREEN, BLUE = (200, 30, 30), (30, 160, 60), (30, 60, 200)
SMALL = (320, 180)


def panel(colour, size=(640, 360)):
    return Image.new("RGB", size, colour)


SHOTS = [Shot(panel(RED), 1, "the press", "It closes."), Shot(panel(GREEN), 0.48), Shot(panel(BLUE), 2.52, "the ring")]


def recorded(seconds, rate=8_000, channels=1, width=2):
    stream = BytesIO()
    with wave.open(stream, "wb") as file:
        file.setnchannels(channels), file.setsampwidth(width), file.setframerate(rate)
        one = [round(20_000 * math.sin(2 * math.pi * 440 * n / rate)) for n in range(round(seconds * rate))]
        if width == 2:
            file.writeframes(struct.pack(f"<{len(one) * channels}h", *(it for it in one for _ in range(channels))))
        elif width == 1:
            file.writeframes(bytes(it // 256 + 128 for it in one for _ in range(channels)))
        else:
            file.writeframes(
                b"".join(b"\0" * (width - 2) + struct.pack("<h", it) for it in one for _ in range(channels))
            )
    return stream.getvalue()


def probed(data):
    """What another program sees in the film: its streams, when which picture is shown, and how loud it is."""
    av = pytest.importorskip("av")
    with av.open(BytesIO(data)) as film:
        video, audio = film.streams.video[0], next(iter(film.streams.audio), None)
        told = {
            "seconds": float(video.duration * video.time_base),
            "codec": video.codec_context.name,
            "size": (video.width, video.height),
            "format": video.codec_context.pix_fmt,
            "sound": None if audio is None else (audio.codec_context.name, float(audio.duration * audio.time_base)),
        }
        pictures = [
            (round(float(one.pts * one.time_base), 3), one.to_ndarray(format="rgb24")[90, 160].tolist())
            for one in film.decode(video)
        ]
    loud = []
    if told["sound"]:
        with av.open(BytesIO(data)) as film:
            loud = [float(np.abs(one.to_ndarray()).max()) for one in film.decode(film.streams.audio[0])]
    return told, pictures, loud


def film(*args, **kwargs):
    pytest.importorskip("av")
    return mp4(*args, **kwargs)


def near(one, other):
    return all(abs(a - b) < 12 for a, b in zip(one, other, strict=True))


def test_a_film_has_its_length_its_size_and_a_codec_that_everybody_plays():
    told, _, _ = probed(film(SHOTS, size=SMALL))
    assert told == {"seconds": 4.0, "codec": "h264", "size": SMALL, "format": "yuv420p", "sound": None}


def test_a_film_says_in_words_what_is_seen_in_it():
    av = pytest.importorskip("av")
    with av.open(BytesIO(mp4(SHOTS, size=SMALL, told="Кольцо дышит"))) as film:
        assert film.metadata["comment"] == "Кольцо дышит"
    with Image.open(BytesIO(gif(SHOTS, SMALL, "Кольцо дышит"))) as moved:
        assert moved.info["comment"].decode() == "Кольцо дышит"


def test_every_panel_is_seen_from_its_second_on():
    _, pictures, _ = probed(film(SHOTS, size=SMALL))
    for begin, end, colour in ((0, 1.0, RED), (1.0, 1.48, GREEN), (1.48, 4.0, BLUE)):
        seen = [(at, it) for at, it in pictures if begin <= at < end - 0.001]
        assert seen[0][0] == begin and all(near(it, colour) for _, it in seen)


def test_what_moves_moves():
    def swept(part):
        picture = np.full((180, 320, 3), 255, np.uint8)
        picture[:, : 20 + round(200 * part)] = 0
        return picture

    _, pictures, _ = probed(film([Shot(swept, 2.0)], size=SMALL))
    assert len(pictures) >= 25
    assert near(pictures[0][1], (255, 255, 255)) and near(pictures[-1][1], (0, 0, 0))


@pytest.mark.parametrize(("channels", "width"), [(1, 2), (2, 2), (4, 2), (1, 1), (2, 3), (1, 4)])
def test_the_sound_is_as_long_as_the_film_and_silent_where_it_ended(channels, width):
    told, _, loud = probed(film(SHOTS, recorded(1.5, channels=channels, width=width), SMALL))
    assert told["sound"][0] == "aac" and told["sound"][1] == pytest.approx(4.0, abs=0.05)
    assert max(loud[: len(loud) // 4]) > 0.3 and max(loud[-len(loud) // 4 :]) < 0.05


def test_a_longer_sound_ends_with_the_film():
    told, _, _ = probed(film(SHOTS, recorded(9), SMALL))
    assert told["sound"][1] == pytest.approx(4.0, abs=0.05)


def test_a_picture_of_other_proportions_stays_whole_on_paper():
    av = pytest.importorskip("av")
    with av.open(BytesIO(film([Shot(panel(RED, (100, 400)), 1.0)], size=SMALL))) as made:
        picture = next(made.decode(made.streams.video[0])).to_ndarray(format="rgb24")
    assert near(picture[90, 160].tolist(), RED) and near(picture[90, 10].tolist(), (250, 248, 242))


def test_a_clear_picture_stands_on_paper_and_not_on_black():
    _, pictures, _ = probed(film([Shot(Image.new("RGBA", (640, 360), (0, 0, 0, 0)), 1.0)], size=SMALL))
    assert near(pictures[0][1], (250, 248, 242))


@pytest.mark.parametrize(
    ("shots", "sound", "size", "said"),
    [
        ([], None, SMALL, "no panel yet"),
        ([Shot(panel(RED), 0)], None, SMALL, "Panel 1 has no time"),
        ([Shot(panel(RED), float("nan"))], None, SMALL, "Panel 1 has no time"),
        ([Shot(panel(RED), 5_000)], None, SMALL, "Panel 1 has no time"),
        ([Shot(panel(RED), 500)] * 2, None, SMALL, "longer than 15 minutes"),
        ([Shot(panel(RED), 1)] * 301, None, SMALL, "301 panels"),
        (SHOTS, None, (321, 180), "even numbers"),
        (SHOTS, b"ID3 no wave", SMALL, r"no WAV file\. Save it as WAV"),
        (SHOTS, recorded(1)[:30], SMALL, r"no WAV file\. Save it as WAV"),
    ],
)
def test_what_can_be_no_film_is_refused_in_words(shots, sound, size, said):
    with pytest.raises(Problem, match=said):
        mp4(shots, sound, size)


def test_where_pyav_is_not_installed_it_is_said_how_to_install_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "av", None)
    with pytest.raises(Problem, match=r"needs the package av, .* pip install 'promplan\[lab\]'"):
        mp4(SHOTS, size=SMALL)


def test_ticks_add_up_to_the_film_and_none_is_nothing():
    shots = [Shot(None, one) for one in (0.1, 0.11, 0.04, 1 / 3, 1 / 3, 1 / 3)]
    assert sum(ticks(shots, 25)) == round(25 * sum(one.seconds for one in shots))
    assert min(ticks(shots, 25)) >= 1


def test_a_gif_shows_every_panel_for_its_time_and_begins_anew():
    with Image.open(BytesIO(gif(SHOTS, SMALL))) as made:
        told = []
        for n in range(made.n_frames):
            made.seek(n)
            told.append((made.info["duration"], made.convert("RGB").getpixel((160, 90))))
        assert made.size == SMALL and made.info["loop"] == 0
    assert [it[0] for it in told] == [1000, 480, 2520]
    assert all(near(it[1], colour) for it, colour in zip(told, (RED, GREEN, BLUE), strict=True))


def test_a_page_needs_nothing_from_outside_and_words_stay_words():
    shots = [Shot(panel(RED), 1.5, 'a "press"', "<script>alert(1)</script>"), *SHOTS]
    made = html(shots, "Ring & press", recorded(1))
    assert not re.search(r"""(?:src|href)=["'](?!data:)""", made) and "default-src 'none'" in made
    assert made.count("<img ") == 4 and made.count("<script>") == 1
    assert "&lt;script&gt;alert(1)" in made and "Ring &amp; press" in made and 'alt="a &#34;press&#34;"' in made
    with inside("ru"):
        assert 'lang="ru"' in html(SHOTS, "Кольцо") and "Пуск" in html(SHOTS, "Кольцо")


def test_the_wave_of_the_shop_is_a_track():
    track = Track.read(sounds.recorded("press-shop"))
    assert (track.rate, track.channels, round(track.seconds)) == (sounds.RATE, 1, 6)
