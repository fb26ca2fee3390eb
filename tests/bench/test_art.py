"""How fast are forms and tables? `pytest tests/bench/test_art.py`. Aim: a form of 10⁵ points in under 50 ms.

Each time is the median of several calls, and the processor's own beside it: on a busy machine only that compares.
"""

import json
import statistics
from time import perf_counter, process_time

import numpy as np
import pytest

from promplan.art import carried
from promplan.art.bands import stripes
from promplan.art.breath import press
from promplan.art.columns import said_back
from promplan.art.cure import rosette
from promplan.art.gears import pens, spirograph
from promplan.art.grid import typology
from promplan.art.outlines import gear
from promplan.art.palettes import PALETTES
from promplan.art.ridges import ridgeline
from promplan.art.series import Quantity, Series
from promplan.art.shaft import orbit
from promplan.art.signs import Row, isotype
from promplan.art.sound import heard
from promplan.art.svg import svg
from promplan.art.table import read

POINTS = 100_000


def many(series, samples):
    """So many series with so many samples together."""
    each = samples // series
    t = np.arange(each) / 10
    return [
        Series(2 + n / series + np.sin(t / 9 + n), t, Quantity("x", "mm"), Quantity("t", "s")) for n in range(series)
    ]


FORMS = {
    "rosette": lambda: rosette(many(12, POINTS)),
    "ridgeline": lambda: ridgeline(many(60, POINTS)),
    "spirograph": lambda: spirograph(397, 251, pens=pens(4)),
    "stripes": lambda: stripes(many(3, POINTS), strips=1_000),
    "orbit": lambda: orbit(*many(2, 2 * POINTS)),
    "isotype": lambda: isotype([Row(str(n), 123.4) for n in range(12)], each=1),
    "typology of curves": lambda: typology(many(12, POINTS), columns=4),
    "typology of gears": lambda: typology([gear(60 + n, 4, 60) for n in range(36)], columns=6),
}


def milliseconds(call, rounds=7):
    """The median of the time that passed and of the processor's, and the answer."""
    passed, worked = [], []
    for _ in range(rounds):
        began, busy = perf_counter(), process_time()
        answer = call()
        passed.append(perf_counter() - began)
        worked.append(process_time() - busy)
    return 1e3 * statistics.median(passed), 1e3 * statistics.median(worked), answer


@pytest.mark.parametrize("name", FORMS)
def test_a_form_and_its_way_to_the_browser(capsys, name):
    passed, worked, form = milliseconds(FORMS[name])
    block_passed, block, _ = milliseconds(lambda: carried.packed(form.drawing))
    json_passed, listed, said = milliseconds(lambda: carried.data(form.drawing))
    svg_passed, written, _ = milliseconds(lambda: svg(form.drawing, PALETTES["primer"]), 3)
    with capsys.disabled():
        print(
            f"\n{name}, {form.drawing.corners():,} points: {passed:.1f} ms (processor {worked:.1f}); packed "
            f"{block_passed:.1f} ({block:.1f}), JSON {json_passed:.0f} ({listed:.0f}, "
            f"{len(json.dumps(said)) / 1e6:.2f} MB), SVG {svg_passed:.0f} ({written:.0f})"
        )


def test_a_clip_of_eight_seconds(capsys):
    t = np.arange(780.0)
    clip = press(Series(2.5 * (t > 5), t), Series(150 + t / 40, t))
    passed, worked, frames = milliseconds(lambda: sum(one.corners() > 0 for one in clip.frames(24)), 3)
    with capsys.disabled():
        print(f"\n{frames} frames: {passed:.0f} ms (processor {worked:.0f})")


def test_a_sound_of_a_minute(capsys):
    passed, worked, sound = milliseconds(lambda: heard(many(1, 10_000)[0], seconds=60, hiss=0.2), 3)
    file_passed, file, data = milliseconds(sound.wav, 3)
    with capsys.disabled():
        print(f"\n60 s: {passed:.0f} ms (processor {worked:.0f}); {len(data):,} bytes {file_passed:.0f} ({file:.0f})")


@pytest.mark.parametrize("rows", [1_000, 100_000, 1_000_000])
def test_a_table_with_semicolons_and_decimal_commas_in_cp1251(capsys, rows):
    values = np.sin(np.arange(rows) / 1_000)
    lines = [f"{n / 10:.1f};{one:.4f};{170 + one:.2f}".replace(".", ",") for n, one in enumerate(values.tolist())]
    data = "\n".join(["Время, с;Давление, МПа;Температура (°C)", *lines]).encode("cp1251")
    passed, worked, table = milliseconds(lambda: read(data), 1)
    thin_passed, thin, series = milliseconds(lambda: table.series("Давление", "Время"), 1)
    assert table.rows == rows and said_back(table)
    with capsys.disabled():
        print(
            f"\n{rows:,} rows, {len(data) / 1e6:.1f} MB: {passed:.0f} ms (processor {worked:.0f}); drawn from "
            f"{len(series[0].values):,} values after {thin_passed:.0f} ({thin:.0f})"
        )
