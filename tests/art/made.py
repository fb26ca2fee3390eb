"""Series for the tests of forms, as a rheometer, a press and a shaft would give them; and one of each form."""

from functools import partial

import numpy as np

from promplan.art.bands import stripes
from promplan.art.breath import press
from promplan.art.cure import rosette
from promplan.art.gears import pens, spirograph
from promplan.art.grid import typology
from promplan.art.outlines import gear, ring
from promplan.art.ridges import ridgeline
from promplan.art.series import Quantity, Series
from promplan.art.shaft import orbit
from promplan.art.signs import Row, isotype
from promplan.art.sound import heard

TORQUE, MINUTES = Quantity("torque", "dN·m"), Quantity("time", "min")


def batch(high=14.2, samples=131, name="1", gap=()):
    """Torque over 13 minutes (Isayev–Deng)."""
    t = np.linspace(0, 13, samples)
    grown = 1.009 * np.maximum(0, t - 0.8) ** 2.5
    values = 1.2 + (high - 1.2) * grown / (1 + grown)
    values[list(gap)] = np.nan
    return Series(values, t, TORQUE, MINUTES, name)


def cycle(samples=160, start=150.0):
    """Force and plates of one press cycle."""
    t = np.linspace(0, 780, samples)
    clock = Quantity("time", "s")
    force = Series(np.where((t > 5) & (t < 670), 2.5, 0.0), t, Quantity("force", "MN"), clock)
    heat = Series(170 - (170 - start) * np.exp(-t / 90), t, Quantity("plates", "°C"), clock)
    return force, heat


def shaft(samples=2_000):
    """Velocity across and upright, mm/s, at 50 Hz."""
    t = np.arange(samples) / 20_000
    speed = Quantity("velocity", "mm/s")
    x, y = 3 * np.sin(2 * np.pi * 50 * t), 2 * np.sin(2 * np.pi * 50 * t + np.pi / 2)
    return Series(x, t, speed, Quantity("time", "s"), "x"), Series(y, t, speed, Quantity("time", "s"), "y")


BATCHES = [batch(14.2 + n / 10, name=str(n)) for n in range(12)]
FORMS = {
    "rosette": lambda **more: rosette(BATCHES, accent=3, **more),
    "ridgeline": lambda **more: ridgeline(BATCHES, accent=0, **more),
    "spirograph": lambda **more: spirograph(60, 32, pens=pens(4), accent=1, **more),
    "stripes": lambda **more: stripes(BATCHES[:3], target=14, **more),
    "orbit": lambda **more: orbit(*shaft(), last=100, **more),
    "isotype": lambda **more: isotype([Row("a", 118), Row("b", 47)], each=10, unit="people", **more),
    "typology": lambda **more: typology([ring(260, 230), ring(90, 62), gear(24, 5, 30)], **more),
    "typology of curves": lambda **more: typology(BATCHES, columns=4, accent=2, **more),
}


def _legend(made, **more):
    return made(**more).legend


MADE_ALL = {  # every legend that there is, by its form
    **{name: partial(_legend, made) for name, made in FORMS.items()},
    "breath": lambda **more: press(*cycle(), **more).legend,
    "sound": lambda **more: heard(*cycle()[::-1], **more).legend,
}
