"""Colours as numbers: luminance and contrast, what a colour-blind eye makes of them, and how far two are apart.

Standard library alone. A colour is #RRGGBB in sRGB throughout.
"""

import math
import re

from promplan.language import Problem, say

HEX = re.compile(r"#[0-9A-Fa-f]{6}")
TEXT, SIGN = 4.5, 3.0  # least contrast of words, and of lines and signs that mean something (WCAG 2.2: 1.4.3, 1.4.11)
APART = 0.05  # of Oklab: two areas side by side are told apart; a step that is just seen is about 0.02

Matrix = tuple[tuple[float, float, float], ...]
Triple = tuple[float, float, float]

# what is left of linear RGB without one kind of cone, severity 1.0: Machado, Oliveira and Fernandes, A physiologically-
# based model for simulation of color vision deficiency, IEEE Trans. Visualization and Computer Graphics 15(6), 2009
VIEWS: dict[str, Matrix] = {
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
    "grey": ((0.2126, 0.7152, 0.0722),) * 3,  # a copier, and an eye without colours: luminance alone
}

# Oklab: Björn Ottosson, A perceptual color space for image processing, 2020
TO_CONES: Matrix = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
TO_LAB: Matrix = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)


def linear(colour: str) -> Triple:
    """Red, green and blue as light, 0 to 1 (IEC 61966-2-1, 1999).

    Raises:
        Problem: it is not #RRGGBB.
    """
    if not isinstance(colour, str) or HEX.fullmatch(colour) is None:
        raise Problem(
            say("A colour is written as #RRGGBB, such as #AE3A10; this is not one: {value}", value=repr(colour)[:20])
        )
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _light(red), _light(green), _light(blue)


def written(light: Triple) -> str:
    """Red, green and blue as light, written as #RRGGBB; what lies outside of 0 to 1 is cut off."""
    return "#" + "".join(f"{round(255 * _coded(min(1.0, max(0.0, part)))):02X}" for part in light)


def luminance(colour: str) -> float:
    """Relative luminance of #RRGGBB, 0 to 1 (WCAG 2.2, 2023)."""
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, 2023)."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def seen(colour: str, view: str) -> str:
    """The colour as somebody sees it whose eye lacks one kind of cone.

    Args:
        view: "protan" (no red cones), "deutan" (no green), "tritan" (no blue), "grey" (luminance alone).
    """
    light = linear(colour)
    return written(_times(VIEWS[view], light))


def distance(one: str, other: str) -> float:
    """How different two colours look: the distance in Oklab, 0 to about 1; `APART` is told apart side by side."""
    return math.dist(oklab(one), oklab(other))


def oklab(colour: str) -> Triple:
    """Lightness 0 to 1 and the two axes green–red and blue–yellow (Ottosson 2020)."""
    cones = _times(TO_CONES, linear(colour))
    return _times(TO_LAB, (math.cbrt(cones[0]), math.cbrt(cones[1]), math.cbrt(cones[2])))


def told_apart(one: str, other: str) -> bool:
    """Whether two colours side by side are told apart by every eye, and on a copy in grey."""
    return all(distance(seen(one, view), seen(other, view)) >= APART for view in VIEWS)


def _times(matrix: Matrix, vector: Triple) -> Triple:
    a, b, c = (sum(factor * part for factor, part in zip(row, vector, strict=True)) for row in matrix)
    return a, b, c


def _light(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _coded(part: float) -> float:
    return part * 12.92 if part <= 0.0031308 else 1.055 * float(part ** (1 / 2.4)) - 0.055
