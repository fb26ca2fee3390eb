"""Silhouettes for a storyboard's frames: people, machines, details as numbers, placed by where, how large, how turned.

A frame is `width` wide and 1 high. A silhouette of size 100 is as high as the frame; it turns about its own middle.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from functools import cache

import numpy as np

from promplan.art.geometry import Points, joined, pieces, points
from promplan.art.outlines import box, circle, sign
from promplan.language import Words, say_in

OLD = ("person", "wagon", "seal", "gear", "house")  # signs of the charts that stand in a frame as well
SILHOUETTES: Mapping[str, Words] = {
    "person": say_in("silhouette", "person"),
    "worker": say_in("silhouette", "person in a helmet"),
    "portrait": say_in("silhouette", "head and shoulders"),
    "hand": say_in("silhouette", "hand"),
    "press": say_in("silhouette", "press"),
    "cabinet": say_in("silhouette", "cabinet or oven"),
    "screen": say_in("silhouette", "screen"),
    "bench": say_in("silhouette", "bench"),
    "truck": say_in("silhouette", "fork-lift truck"),
    "gear": say_in("silhouette", "gear"),
    "seal": say_in("silhouette", "ring"),
    "wrench": say_in("silhouette", "spanner"),
    "wagon": say_in("silhouette", "wagon"),
    "house": say_in("silhouette", "shop from outside"),
    "arrow": say_in("silhouette", "arrow: it moves"),
    "bubble": say_in("silhouette", "somebody speaks"),
}
# how large what is chosen comes into a frame of each shot size, in hundredths of the frame's height
SIZES: Mapping[str, float] = {"": 60.0, "wide": 40.0, "medium": 90.0, "close-up": 130.0, "detail": 170.0}
PAPER, INK = "#faf8f2", "#1c1a17"  # of every frame, on the board as in the film, whatever the page's theme
SMALL = ("arrow", "bubble")  # marks about the frame, in no proportion to it
BESIDE: Mapping[str, float] = {  # height beside a person's, as a frame needs it to be told apart
    "press": 1.5, "cabinet": 1.2, "truck": 1.1, "house": 1.6, "wagon": 1.0, "hand": 0.6, "gear": 0.5, "seal": 0.35,
    "wrench": 0.4, "screen": 0.5, "bench": 0.5, "portrait": 0.75,
}  # fmt: skip


def comes(name: str, shot: str) -> float:
    """How large a silhouette comes into a frame of this shot size, 100 being as high as the frame."""
    if name in SMALL:
        return 25.0
    whole = SIZES.get(shot, SIZES[""]) * BESIDE.get(name, 1.0)
    return float(round(max(10.0, min(whole, 190.0))))


@cache
def silhouette(name: str) -> Points:
    """One by its name, 1 high, its middle at 0; a hole runs the other way. LookupError for another."""
    if name not in SILHOUETTES:
        raise LookupError(name)
    found = sign(name).pieces if name in OLD else joined(DRAWN[name]())
    least, most = np.nanmin(found, axis=0), np.nanmax(found, axis=0)
    return points((found - (least + most) / 2) / (most[1] - least[1]))


def placed(name: str, x: float, y: float, size: float, turn: float, mirrored: bool, width: float) -> Points:
    """Its pieces in a frame: x and y in hundredths of the frame, where its middle is."""
    at = silhouette(name) * (size / 100)
    if mirrored:  # each piece would then run the other way, and a hole must not
        at = joined([one[::-1] * (-1, 1) for one in pieces(at)])
    angle = math.radians(turn)
    cos, sin = math.cos(angle), math.sin(angle)
    turned = np.column_stack((at[:, 0] * cos - at[:, 1] * sin, at[:, 0] * sin + at[:, 1] * cos))
    return points(turned + np.array((x / 100 * width, y / 100)))


def _helmet(x: float, y: float, r: float) -> Sequence[Points]:
    angle = np.linspace(math.pi, 2 * math.pi, 33)
    dome = np.column_stack((x + r * np.cos(angle), y + r * np.sin(angle)))
    return [dome, box(x - 1.28 * r, y - 0.02 * r, x + 1.28 * r, y + 0.2 * r, 0.08 * r)]


def _worker() -> Sequence[Points]:
    return [*pieces(sign("person").pieces), *_helmet(0.24, 0.085, 0.125)]


def _portrait() -> Sequence[Points]:
    angle = np.linspace(math.pi, 2 * math.pi, 49)
    chest = np.column_stack((0.5 + 0.5 * np.cos(angle), 1.0 + 0.36 * np.sin(angle)))
    return [circle(0.5, 0.34, 0.21), box(0.42, 0.48, 0.58, 0.72), chest, *_helmet(0.5, 0.28, 0.245)]


def _hand() -> Sequence[Points]:
    """From its back, upright: a palm, a wrist, fingers, a thumb that stands off."""
    fingers = [box(0.16 + 0.13 * n, top, 0.27 + 0.13 * n, 0.6, 0.05) for n, top in enumerate((0.14, 0.02, 0.06, 0.18))]
    thumb = np.array(((0.20, 0.66), (0.03, 0.44), (0.0, 0.38), (0.05, 0.34), (0.11, 0.37), (0.28, 0.56)))
    return [*fingers, box(0.16, 0.44, 0.66, 0.82, 0.10), box(0.24, 0.72, 0.58, 1.0), thumb]


def _press() -> Sequence[Points]:
    """A press from its front, as in the shop: crown, two columns, upper platen, mould, lower platen on its ram, bed."""
    return [
        box(0.0, 0.0, 0.9, 0.14),
        box(0.04, 0.10, 0.14, 0.96),
        box(0.76, 0.10, 0.86, 0.96),
        box(0.18, 0.18, 0.72, 0.27),
        box(0.24, 0.31, 0.66, 0.37),
        box(0.24, 0.45, 0.66, 0.51),
        box(0.18, 0.54, 0.72, 0.63),
        box(0.36, 0.60, 0.54, 0.90),
        box(0.0, 0.86, 0.9, 1.0),
    ]


def _cabinet() -> Sequence[Points]:
    window = box(0.12, 0.16, 0.58, 0.44)[::-1]
    return [box(0.0, 0.0, 0.7, 0.96, 0.03), window, box(0.52, 0.50, 0.58, 0.76, 0.02)[::-1],
            box(0.06, 0.94, 0.16, 1.0), box(0.54, 0.94, 0.64, 1.0)]  # fmt: skip


def _screen() -> Sequence[Points]:
    glass = box(0.07, 0.07, 1.13, 0.66)[::-1]
    curve = np.array(((0.18, 0.56), (0.42, 0.52), (0.58, 0.28), (1.02, 0.2), (1.02, 0.25), (0.62, 0.33), (0.46, 0.57),
                      (0.18, 0.61)))  # fmt: skip
    return [box(0.0, 0.0, 1.2, 0.74, 0.04), glass, curve, box(0.52, 0.72, 0.68, 0.94), box(0.32, 0.92, 0.88, 1.0)]


def _bench() -> Sequence[Points]:
    return [box(0.0, 0.30, 1.9, 0.42), box(0.12, 0.40, 0.24, 1.0), box(1.66, 0.40, 1.78, 1.0),
            box(0.20, 0.66, 1.70, 0.73), box(0.36, 0.06, 0.74, 0.31), box(1.20, 0.18, 1.44, 0.31)]  # fmt: skip


def _truck() -> Sequence[Points]:
    cab = np.array(((0.42, 0.10), (0.86, 0.10), (0.98, 0.52), (1.02, 0.86), (0.42, 0.86)))
    window = np.array(((0.49, 0.17), (0.49, 0.48), (0.88, 0.48), (0.80, 0.17)))
    return [cab, window, box(0.30, 0.0, 0.37, 0.92), box(0.0, 0.86, 0.37, 0.92), box(0.04, 0.56, 0.27, 0.84),
            circle(0.54, 0.87, 0.13), circle(0.54, 0.87, 0.05)[::-1], circle(0.90, 0.87, 0.13),
            circle(0.90, 0.87, 0.05)[::-1]]  # fmt: skip


def _wrench() -> Sequence[Points]:
    jaw = np.array(((0.10, 0.0), (0.13, 0.12), (0.22, 0.17), (0.31, 0.12), (0.34, 0.0), (0.43, 0.10), (0.42, 0.24),
                    (0.31, 0.33), (0.13, 0.33), (0.02, 0.24), (0.01, 0.10)))  # fmt: skip
    return [jaw, box(0.155, 0.30, 0.285, 0.84), circle(0.22, 0.88, 0.12), circle(0.22, 0.88, 0.06)[::-1]]


def _arrow() -> Sequence[Points]:
    return [np.array(((0.0, 0.32), (1.1, 0.32), (1.1, 0.0), (1.7, 0.5), (1.1, 1.0), (1.1, 0.68), (0.0, 0.68)))]


def _bubble() -> Sequence[Points]:
    tail = np.array(((0.30, 0.70), (0.58, 0.70), (0.24, 1.0)))
    lines = [box(0.18, 0.20 + 0.17 * n, 1.22 - 0.24 * (n == 2), 0.27 + 0.17 * n)[::-1] for n in range(3)]
    return [box(0.0, 0.0, 1.4, 0.76, 0.16), tail, *lines]


DRAWN: dict[str, Callable[[], Sequence[Points]]] = {
    "worker": _worker,
    "portrait": _portrait,
    "hand": _hand,
    "press": _press,
    "cabinet": _cabinet,
    "screen": _screen,
    "bench": _bench,
    "truck": _truck,
    "wrench": _wrench,
    "arrow": _arrow,
    "bubble": _bubble,
}
