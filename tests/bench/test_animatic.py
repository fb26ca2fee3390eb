"""How long does an animatic take? `pytest tests/bench/test_animatic.py`. Aim: less than a quarter of its running time.

Twelve panels, 60 s, 720p, with a sound track. The processor's time is printed beside the time that passed: on a busy
machine only that compares.
"""

from time import perf_counter, process_time

import pytest
from PIL import Image, ImageDraw

from promplan import sounds
from promplan.export.animatic import mp4
from promplan.export.animatic_gif import gif
from promplan.export.animatic_page import html
from promplan.export.shots import Shot

pytest.importorskip("av")
SECONDS = 60


def panel(n):
    """A drawing with many lines, larger than the film."""
    image = Image.new("RGB", (1600, 900), (250 - 3 * n, 248, 240))
    pen = ImageDraw.Draw(image)
    for k in range(30):
        pen.ellipse((50 * k + 9 * n, 30 * k, 50 * k + 300, 30 * k + 200), outline=(20, 40, 90), width=6)
    return image


SHOTS = [Shot(panel(n), SECONDS / 12, f"panel {n}", "The ring is ready.") for n in range(12)]
SOUND = sounds.recorded("press-shop")
MADE = {
    "mp4": lambda: mp4(SHOTS, SOUND),
    "gif": lambda: gif(SHOTS),
    "page": lambda: html(SHOTS, "The ring", SOUND).encode(),
}


@pytest.mark.parametrize("kind", MADE)
def test_an_animatic_is_made_in_a_quarter_of_its_time(kind):
    MADE[kind]()  # what loads on use is loaded
    began, busy = perf_counter(), process_time()
    size = len(MADE[kind]())
    passed, worked = perf_counter() - began, process_time() - busy
    print(
        f"\n{kind}: {passed:.1f} s passed, {worked:.1f} s of the processor, {size / 1e6:.1f} MB for {SECONDS} s of film"
    )
    assert worked < SECONDS / 4
