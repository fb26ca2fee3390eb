"""Palettes: which colour a role has, and whether its pairs can be read, by whom and how well.

A form paints in roles; the palette gives the roles their colours. Roles that mean something to a reader: "ink" is the
data, "primer" what is picked out, "plant" what the plant says, "ink2" and "faint" are scales and words beside.
"data-0" … "data-8" is the ramp of numbers, from low to high, light to dark or dark to light without turning back.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from promplan.art.colour import HEX, SIGN, TEXT, contrast, linear, seen, told_apart
from promplan.language import Problem, say

STEPS = 9  # colours of a ramp
RAMP = tuple(f"data-{n}" for n in range(STEPS))
ROLES = ("paper", "tint", "faint", "ink", "ink2", "primer", "plant", *RAMP)
FIXED = {"black": "#000000", "white": "#FFFFFF"}  # in every palette: what a machine reads, such as a QR code


@dataclass(frozen=True)
class Pair:
    """A colour on its ground, what it is for, its contrast and the least that WCAG 2.2 (2023) asks."""

    role: str
    ground: str
    use: str  # "words" or "lines"
    contrast: float
    least: float

    @property
    def holds(self) -> bool:
        return self.contrast >= self.least


@dataclass(frozen=True)
class Palette:
    """A colour for each role, #RRGGBB."""

    id: str
    colours: Mapping[str, str]

    def __post_init__(self) -> None:
        lacking = [role for role in ROLES if role not in self.colours]
        if lacking:
            raise Problem(say("The palette lacks a colour for: {roles}. Give one for each.", roles=", ".join(lacking)))
        for colour in self.colours.values():
            linear(colour)

    def __getitem__(self, role: str) -> str:
        if role in FIXED:
            return FIXED[role]
        if role not in self.colours:
            raise Problem(
                say("The palette has no role {role}. Name one of: {roles}.", role=role, roles=", ".join(ROLES))
            )
        return self.colours[role]

    def pairs(self) -> tuple[Pair, ...]:
        """What must be read: words in both inks on paper and tint, lines of data on paper."""
        wanted = [(role, ground, "words", TEXT) for role in ("ink", "ink2") for ground in ("paper", "tint")]
        wanted += [(role, "paper", "lines", SIGN) for role in ("ink", "primer", "plant")]
        return tuple(Pair(*one[:3], contrast(self[one[0]], self[one[1]]), one[3]) for one in wanted)

    def seen(self, view: str) -> "Palette":
        """The palette as an eye of `promplan.art.colour.VIEWS` sees it."""
        return Palette(f"{self.id}+{view}", {role: seen(colour, view) for role, colour in self.colours.items()})

    def confused(self) -> tuple[tuple[str, str], ...]:
        """Pairs of roles that some eye, or a copy in grey, cannot tell apart: lines and paper, steps of the ramp."""
        wanted = (("ink", "paper"), ("primer", "paper"), ("plant", "paper"), *pairwise(RAMP))
        return tuple(pair for pair in wanted if not told_apart(self[pair[0]], self[pair[1]]))

    def climbs(self) -> bool:
        """Whether the ramp grows steadily lighter or darker, so that order is told by lightness alone."""
        light = [contrast(self[role], "#000000") for role in RAMP]
        return all(a < b for a, b in pairwise(light)) or all(a > b for a, b in pairwise(light))


def ramp(*stops: str) -> dict[str, str]:
    """The ramp through two or more colours, evenly."""
    if len(stops) < 2 or not all(isinstance(one, str) and HEX.fullmatch(one) for one in stops):
        raise Problem(say("A ramp needs two colours or more, each written as #RRGGBB."))
    found = {}
    for n, role in enumerate(RAMP):
        place = n / (STEPS - 1) * (len(stops) - 1)
        at = min(int(place), len(stops) - 2)
        found[role] = _mixed(stops[at], stops[at + 1], place - at)
    return found


def custom(id: str, paper: str, ink: str, primer: str, plant: str, stops: tuple[str, ...] = ()) -> Palette:
    """A palette from four colours; tint, faint and the second ink are mixed of paper and ink."""
    for colour in (paper, ink):
        linear(colour)
    between = {role: _mixed(paper, ink, share) for role, share in (("tint", 0.05), ("faint", 0.2), ("ink2", 0.72))}
    return Palette(
        id,
        {
            "paper": paper,
            "ink": ink,
            "primer": primer,
            "plant": plant,
            **between,
            **ramp(*(stops or (paper, primer, ink))),
        },
    )


def _mixed(one: str, other: str, share: float) -> str:
    """A share of the way from one colour to another, in the coded values: to the eye about even."""
    parts = ((int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in parts)


PALETTES: dict[str, Palette] = {
    one.id: one
    for one in (
        custom("primer", "#FCFAF6", "#1C1A17", "#AE3A10", "#00558C", ("#F3D9C8", "#E0905F", "#AE3A10", "#4A1405")),
        custom("night", "#14171C", "#F3EEE5", "#FF9A52", "#85C5F0", ("#26384F", "#3F7CAC", "#9CC9E0", "#FFF3D0")),
        custom("blueprint", "#0B3A63", "#FFFFFF", "#F0E442", "#9AD0F5", ("#164D7E", "#3C82B8", "#9BC7E4", "#FFFFFF")),
        custom("foundry", "#FFFDF5", "#201300", "#B3261E", "#3A4A8C", ("#FFE9A8", "#F2A03D", "#C2431A", "#3B0A12")),
        custom("paper", "#FFFFFF", "#000000", "#000000", "#000000", ("#E6E6E6", "#101010")),
    )
}
