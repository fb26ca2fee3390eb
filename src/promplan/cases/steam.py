"""The synthetic measurements of the boiler-works: a rotor's run-up and orbit, a boiler's start-up, a weld's ultrasound.

Standard library only, called by `promplan.cases.generate`; what is assumed stands in the kit's `data.en.md`.
"""

import math
import random
from collections.abc import Iterable, Iterator

Rows = Iterable[tuple[object, ...]]

CRITICAL, DAMPING = 1800.0, 0.08  # r/min; part of the critical damping
FULL = 3000  # r/min
PEAK = 4.5  # mm/s RMS on the bearing where it shakes most
STEEL = 5.9  # mm/µs, longitudinal wave
WALL = 100.0  # mm, the drum's
SEAM = 12_000  # mm of seam
FLAWS = ((3420, -9.0, 38.0, 62.0), (7180, -12.0, 22.0, 41.0), (10060, -7.5, 30.0, 78.0))  # mm along, dB, mm long, deep
LEGS = ((60.0, 150.0, 2.0, 30), (150.0, 250.0, 1.6, 20), (250.0, 343.7, 1.2, 0))  # °C from, to, K/min, hold in min
TOP = 1.0, 15.0  # at rest and per K/min: by how much the drum's top is hotter than its bottom, K


def swing(speed: float) -> tuple[float, float]:
    """Displacement of an unbalanced rotor, in units of its far-above value, and its lag in degrees, at r/min.

    r²/√((1 − r²)² + (2ζr)²), r the speed by the critical one: every textbook of rotor dynamics.
    """
    r = speed / CRITICAL
    real, imaginary = 1 - r * r, 2 * DAMPING * r
    return r * r / math.hypot(real, imaginary), math.degrees(math.atan2(imaginary, real))


def velocity(speed: float) -> float:
    """Vibration of the bearing at r/min, mm/s RMS: the swing by the speed, as high as PEAK where it is highest."""
    highest = max(swing(one)[0] * one for one in range(300, FULL + 1))
    return PEAK * swing(speed)[0] * speed / highest


def run_up(chance: random.Random) -> Rows:
    """Bearing 1 while the rotor runs up: second, r/min, mm/s RMS, lag in degrees; every 10 r/min, then five minutes."""
    second = 0.0
    for speed in range(300, FULL + 1, 10):
        rate = 8.0 if 1500 < speed < 2100 else 4.0  # r/min a second: nobody lingers at the critical speed
        second += 10 / rate
        yield round(second), speed, *_shaken(speed, chance)
    for _ in range(30):
        second += 10
        yield round(second), FULL, *_shaken(FULL, chance)


def _shaken(speed: int, chance: random.Random) -> tuple[str, str]:
    lag = swing(speed)[1]
    return f"{max(0.02, velocity(speed) * chance.gauss(1, 0.012) + chance.gauss(0, 0.03)):.2f}", f"{lag:.1f}"


def orbit(chance: random.Random) -> Rows:
    """The shaft in its bearing at full speed, ten turns, 72 samples a turn: turn, degree, x µm, y µm.

    Once a turn, and a fifth of that twice a turn; y runs ahead by 80°, so that the path is an ellipse, a little dented.
    """
    for turn in range(1, 11):
        for degree in range(0, 360, 5):
            angle = math.radians(degree)
            x = 16.8 * math.sin(angle) + 3.2 * math.sin(2 * angle + 0.7)
            y = 12.0 * math.sin(angle + math.radians(80)) + 2.4 * math.sin(2 * angle + 2.1)
            yield turn, degree, f"{x + chance.gauss(0, 0.35):.1f}", f"{y + chance.gauss(0, 0.35):.1f}"


def saturation(degrees: float) -> float:
    """Pressure at which water boils at a temperature, MPa: IAPWS-IF97, equation 30."""
    n = (
        *(0.11670521452767e4, -0.72421316703206e6, -0.17073846940092e2, 0.12020824702470e5, -0.32325550322333e7),
        *(0.14915108613530e2, -0.48232657361591e4, 0.40511340542057e6, -0.23855557567849, 0.65017534844798e3),
    )
    kelvin = degrees + 273.15
    t = kelvin + n[8] / (kelvin - n[9])
    a = t * t + n[0] * t + n[1]
    b = n[2] * t * t + n[3] * t + n[4]
    c = n[5] * t * t + n[6] * t + n[7]
    return float((2 * c / (-b + math.sqrt(b * b - 4 * a * c))) ** 4)


def warming() -> Iterator[tuple[str, float, float]]:
    """Minute by minute: warming or holding, °C of the water, K/min; ends when the drum has its working pressure."""
    yield "warming", LEGS[0][0], LEGS[0][2]
    for start, end, rate, hold in LEGS:
        for minute in range(1, math.ceil((end - start) / rate) + 1):
            yield "warming", min(end, start + rate * minute), rate
        for _ in range(hold):
            yield "holding", end, 0.0


def start_up(chance: random.Random) -> Rows:
    """A drum from cold to full pressure: minute, stage, °C at the top and at the bottom, MPa over the air outside.

    Steam that condenses on the top keeps it as hot as itself.
    """
    apart = TOP[0]
    for minute, (stage, water, rate) in enumerate(warming()):
        apart += (TOP[0] + TOP[1] * rate - apart) / 12  # the bottom follows with a time constant of twelve minutes
        top, bottom = water + chance.gauss(0, 0.3), water - apart + chance.gauss(0, 0.3)
        yield minute, stage, f"{top:.1f}", f"{bottom:.1f}", f"{max(0.0, saturation(water) - 0.1):.2f}"


def scan(chance: random.Random) -> Rows:
    """Ultrasound along a seam of the drum, every 10 mm: mm along, dB against the reference, depth of the echo, mm."""
    for along in range(0, SEAM + 1, 10):
        echo, depth = -32 + chance.gauss(0, 1.6), chance.uniform(5, WALL - 5)
        for place, height, length, deep in FLAWS:
            here = height - 6 * (2 * (along - place) / length) ** 2  # half the height at the ends: 6 dB
            if here > echo:
                echo, depth = here + chance.gauss(0, 0.3), deep + chance.gauss(0, 0.5)
        yield along, f"{echo:.1f}", f"{depth:.1f}"


def a_scan(chance: random.Random) -> Rows:
    """One place of that seam, probe straight down, 4 MHz: µs, height in per cent of the screen, every 0.05 µs.

    The pulse, the echo of the first indication at its depth, the far wall; each four waves long, as a bell.
    """
    echoes = ((0.0, 100.0), (2 * FLAWS[0][3] / STEEL, 28.0), (2 * WALL / STEEL, 80.0))
    for step in range(801):
        at = step / 20
        height = sum(
            size * math.exp(-(((at - when) / 0.5) ** 2)) * math.cos(2 * math.pi * 4 * (at - when))
            for when, size in echoes
        )
        yield f"{at:.2f}", f"{height + chance.gauss(0, 0.8):.1f}"
