"""The synthetic data of the case kits, made again byte for byte: one function per series, each file with its own seed.

Standard library only. What is assumed stands in `data.en.md` beside the files. To write those of every kit anew:
`python -m promplan.cases.generate`.
"""

import calendar
import math
import random
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path

from promplan import assets
from promplan.cases import brake, exports, response, steam
from promplan.cases.assumed import (
    AGES,
    BOILER_CHANNELS,
    BOILER_MONTHS,
    BOILER_PEOPLE,
    BOILER_TOPICS,
    CHANNELS,
    MONTHS,
    PEOPLE,
    TOPICS,
    WAGON_CHANNELS,
    WAGON_MONTHS,
    WAGON_PEOPLE,
    WAGON_TOPICS,
    Channels,
    Months,
    Topics,
)

Rows = Iterable[tuple[object, ...]]

GAS = 8.314  # J/(mol·K)
BLANKS = {"preheated": 80.0, "cold": 25.0}  # °C of the blank when the mould closes


def torque(minute: float, lowest: float = 1.2, highest: float = 14.2, t90: float = 3.2) -> float:
    """Torque on the rheometer, dN·m, `minute` minutes after the dies close at 170 °C.

    Isayev–Deng form with scorch at 0.8 min and n = 2.5 (after J. Therm. Anal. Calorim. 109 (2012) 1545).
    """
    start, n = 0.8, 2.5
    k = 9 / math.pow(t90 - start, n)
    grown = k * math.pow(max(0.0, minute - start), n)
    return lowest + (highest - lowest) * grown / (1 + grown)


def core(blank: float, minutes: float = 30.0, thickness: float = 0.015) -> list[tuple[float, float, float]]:
    """Core of a slab, or of a wide disc, between plates at 170 °C, every quarter minute: minute, °C, state of cure 0…1.

    Heat: ∂T/∂t = a·∂²T/∂x² with a = 1.1·10⁻⁷ m²/s, explicit differences over the half slab, x in m. Cure: after an
    induction worth 1 min at 170 °C, first order, nine tenths at 3 min; Arrhenius with 90 kJ/mol.
    """
    diffusivity, plates, activation, induction, t90 = 1.1e-7, 443.0, 90_000.0, 60.0, 180.0
    step, dt = 0.00025, 0.25
    n = round(thickness / 2 / step)
    r = diffusivity * dt / step**2  # 0.44: above 1/2 the scheme swings
    rate = math.log(10) / (t90 - induction)
    slab = [plates] + [blank + 273.0] * n
    waited = reacted = 0.0
    found = [(0.0, blank, 0.0)]
    for i in range(1, round(minutes * 60 / dt) + 1):
        inner = [slab[j] + r * (slab[j - 1] - 2 * slab[j] + slab[j + 1]) for j in range(1, n)]
        middle = slab[n] + 2 * r * (slab[n - 1] - slab[n])  # the core is a mirror
        slab = [plates, *inner, middle]
        speed = math.exp(-activation / GAS * (1 / slab[n] - 1 / plates))
        if waited < induction:
            waited += speed * dt
        else:
            reacted += rate * speed * dt
        if i * dt % 15 == 0:
            found.append((i * dt / 60, slab[n] - 273.0, 1 - math.exp(-reacted)))
    return found


def rheometer(chance: random.Random) -> Rows:
    """Twelve batches on the rheometer, every tenth of a minute: batch, minute, dN·m."""
    for batch in range(1, 13):
        highest, t90 = 14.2 * chance.gauss(1, 0.03), 3.2 * chance.gauss(1, 0.05)
        for tenth in range(131):
            minute = tenth / 10
            warming = 0.6 * max(0.0, 1 - minute / 0.45) ** 2  # a cold sample is stiffer: half of ML more, for 27 s
            yield batch, minute, f"{torque(minute, highest=highest, t90=t90) + warming + chance.gauss(0, 0.03):.3f}"


def mould_core(chance: random.Random) -> Rows:
    """The core of a disc 15 mm thick, heated from its faces: blank, minute, °C, cure in per cent; no chance in it."""
    for blank, heat in BLANKS.items():
        for minute, degrees, cured in core(heat):
            yield blank, minute, f"{degrees:.1f}", f"{100 * cured:.1f}"


def press_cycle(chance: random.Random) -> Rows:
    """Sixty cycles of one press, twelve a day from Monday to Friday: day, cycle, second, force MN, plates °C.

    Every second until 90 s, where the press bumps; every ten seconds afterwards.
    """
    for cycle in range(1, 61):
        day, of_day = divmod(cycle - 1, 12)
        cold = 12 * math.exp(-of_day * 12.5 / 25) if day == 0 else 0.0  # Monday: the plates stood all weekend
        ramp, dip, recovery = chance.uniform(3, 6), chance.uniform(4, 8), chance.uniform(60, 120)
        period, phase = chance.uniform(26, 40), chance.uniform(0, 2 * math.pi)
        bumps = sorted(chance.sample(range(12, 60, 6), chance.randint(1, 4)))
        longer = {bump: chance.choice((1, 2)) for bump in bumps}
        opens = 5 + ramp + 11 * 60
        for second in (*range(90), *range(90, math.ceil(opens + chance.uniform(60, 120)), 10)):
            if second < 5 or second > opens:
                part = 0.0
            elif any(bump <= second < bump + longer[bump] for bump in bumps):
                part = chance.uniform(0.05, 0.10)
            else:
                part = min(1.0, (second - 5) / ramp) * chance.uniform(0.99, 1.01)
            ripple = 1.5 * math.sin(2 * math.pi * second / period + phase)
            plates = 170 - cold - dip * math.exp(-second / recovery) + ripple + chance.gauss(0, 0.1)
            yield day + 1, cycle, second, f"{2.5 * part:.2f}", f"{plates:.1f}"


def calendered(chance: random.Random) -> Rows:
    """Thickness of the sheet, ten samples a second: second, left, centre, right, mm. The line stands from 120 to 300 s.

    A roll that stands warms on one side and runs out when it starts again (after facts-inc.com).
    """
    turn = math.pi * 0.61 / (20 / 60)  # s: roll of 0.61 m, 20 m/min
    drift, crown = 0.0, 0.02
    for tick in range(9600):
        second = tick / 10
        if 120 <= second < 300:
            continue
        out = 0.001 if second < 120 else 0.001 + 0.019 * math.exp(-(second - 300) / 480)
        drift = max(-0.01, min(0.01, drift + chance.gauss(0, 0.0003)))
        middle = 2.0 + drift + out * math.sin(2 * math.pi * second / turn)
        gauges = (middle, middle + crown, middle)
        yield second, *(f"{gauge + chance.gauss(0, 0.003):.3f}" for gauge in gauges)


def workforce(chance: random.Random) -> Rows:
    """The people of the rubber-works."""
    return aged(PEOPLE, chance)


def wagon_workforce(chance: random.Random) -> Rows:
    """The people of the wagon-works."""
    return aged(WAGON_PEOPLE, chance)


def aged(departments: Mapping[str, int], chance: random.Random) -> Rows:
    """People by department and age in full years on 1 June 2026: department, age, people. Nobody is under 18."""
    for department, people in departments.items():
        ages: dict[int, int] = {}
        for _ in range(people):
            _, mean, deviation = chance.choices(AGES, [share for share, *_ in AGES])[0]
            age = min(70, max(18, round(chance.gauss(mean, deviation))))
            ages[age] = ages.get(age, 0) + 1
        for age in sorted(ages):
            yield department, age, ages[age]


def boiler_workforce(chance: random.Random) -> Rows:
    """The people of the boiler-works."""
    return aged(BOILER_PEOPLE, chance)


def posts(chance: random.Random) -> Rows:
    """A year of the rubber-works' posts."""
    return posted(MONTHS, CHANNELS, TOPICS, chance)


def boiler_posts(chance: random.Random) -> Rows:
    """A year of the boiler-works' posts."""
    return posted(BOILER_MONTHS, BOILER_CHANNELS, BOILER_TOPICS, chance)


def wagon_posts(chance: random.Random) -> Rows:
    """A year of the wagon-works' posts."""
    return posted(WAGON_MONTHS, WAGON_CHANNELS, WAGON_TOPICS, chance)


def posted(
    months: Months,
    channels: Channels,
    topics: Topics,
    chance: random.Random,
) -> Rows:
    """A year of a plant's posts: date, channel, topic, reach, reactions, clicks. Reach is people, not showings."""
    for (year, month), (count, _) in months.items():
        days = sorted(chance.randint(1, calendar.monthrange(year, month)[1]) for _ in range(count))
        for day in days:
            channel = chance.choices(list(channels), [share for share, _ in channels.values()])[0]
            topic = chance.choices(list(topics), [share for share, *_ in topics.values()])[0]
            _, reacting, clicking = topics[topic]
            reach = min(14_000, round(channels[channel][1] * chance.lognormvariate(0, 0.45)))
            print_only = channel == "newspaper"  # paper is neither liked nor clicked
            reactions = 0 if print_only else round(reach * reacting * chance.uniform(0.6, 1.5))
            clicks = 0 if print_only else round(reach * clicking * chance.uniform(0.5, 1.6))
            yield date(year, month, day).isoformat(), channel, topic, reach, reactions, clicks


def applications(chance: random.Random) -> Rows:
    """Posts and applications month by month; both are assumed, not drawn, and no cause is meant."""
    return monthly(MONTHS)


def requests(chance: random.Random) -> Rows:
    """The boiler-works' posts and first letters month by month; both are assumed."""
    return monthly(BOILER_MONTHS)


def monthly(months: Months) -> Rows:
    """Two counts, month by month."""
    for (year, month), counts in months.items():
        yield f"{year}-{month:02d}", *counts


Make = Callable[[random.Random], Rows]
RUBBER: dict[str, tuple[int, str, str, Make]] = {  # seed, units, columns, function
    "rheometer": (170, "minute min, torque dN·m", "batch,minute,torque", rheometer),
    "mould-core": (0, "minute min, core °C, cure %", "blank,minute,core,cure", mould_core),
    "press-cycle": (2500, "second s, force MN, plates °C", "day,cycle,second,force,plates", press_cycle),
    "calender": (200, "second s, thickness mm", "second,left,centre,right", calendered),
    "workforce": (946, "age years, people counted", "department,age,people", workforce),
    "posts": (62, "reach people, reactions and clicks counted", "date,channel,topic,reach,reactions,clicks", posts),
    "applications": (0, "posts and applications counted", "month,posts,applications", applications),
}


WAGON: dict[str, tuple[int, str, str, Make]] = {
    "brake-test": (
        957,
        "second s, pipe and cylinder MPa over the air outside",
        "wagon,mode,stage,second,pipe,cylinder",
        brake.brake_test,
    ),
    "workforce": (2140, "age years, people counted", "department,age,people", wagon_workforce),
    "posts": (
        36,
        "reach people, reactions and clicks counted",
        "date,channel,topic,reach,reactions,clicks",
        wagon_posts,
    ),
}
BOILER: dict[str, tuple[int, str, str, Make]] = {
    "run-up": (1800, "second s, speed r/min, vibration mm/s RMS, lag °", "second,speed,vibration,lag", steam.run_up),
    "orbit": (40, "angle °, x and y µm", "turn,degree,x,y", steam.orbit),
    "start-up": (
        343,
        "minute min, top and bottom °C, pressure MPa",
        "minute,stage,top,bottom,pressure",
        steam.start_up,
    ),
    "weld-scan": (12, "along mm, echo dB, depth mm", "along,echo,depth", steam.scan),
    "weld-echo": (100, "time µs, height % of the screen", "time,height", steam.a_scan),
    "workforce": (1460, "age years, people counted", "department,age,people", boiler_workforce),
    "posts": (
        47,
        "reach people, reactions and clicks counted",
        "date,channel,topic,reach,reactions,clicks",
        boiler_posts,
    ),
    "requests": (0, "posts and first letters counted", "month,posts,letters", requests),
}


FILES = {
    case: {**files, **response.files(case)}
    for case, files in {"rubber-works": RUBBER, "wagon-works": WAGON, "boiler-works": BOILER}.items()
}


def text(case: str, name: str) -> str:
    """The whole file `name` of a kit as text; KeyError for a series that nobody makes."""
    seed, units, columns, make = FILES[case][name]
    lines = [f"# synthetic: seed {seed}, units: {units}", columns]
    lines += [",".join(str(value) for value in row) for row in make(random.Random(seed))]
    return "\n".join(lines) + "\n"


def write(case: str, folder: Path) -> None:
    """Write every file of the kit into `folder`, what platforms exported into `exports` in it."""
    for name in FILES[case]:
        (folder / f"{name}.csv").write_text(text(case, name), encoding="utf-8", newline="\n")
    (folder / "exports").mkdir(exist_ok=True)
    for name, data in exports.exports(case).items():
        (folder / "exports" / f"{name}.csv").write_bytes(data)


if __name__ == "__main__":
    for kit in FILES:
        write(kit, assets.folder() / "cases" / kit)
