"""How do time and memory of a simulated campaign grow with its people, beside drawing every meeting as a float?

60 items over 90 days on six channels, ten of the items with money behind them, five segments. Each size runs in a
process of its own, which says its seconds and its largest resident memory. `pytest tests/bench/test_simulate.py`.
"""

import json
import subprocess
import sys

import pytest

ITEMS, DAYS = 60, 90
# getrusage's peak starts with that of the process that forked this one; the kernel's own line starts with the program
PEAK = """
import re, resource
from pathlib import Path

def peak():
    status = Path("/proc/self/status")
    if status.exists():
        return int(re.search(r"VmHWM:\\s+(\\d+)", status.read_text())[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
"""
OURS = """
import json, sys, time
from promplan.media.accumulation import Beta
from promplan.media.campaign import Campaign, Channel, Item
from promplan.media.population import Response, Segment
from promplan.media.simulate import simulate

people, items, days, workers = map(int, sys.argv[1:])
channels = [
    Channel("vk", (0.7, 0.2, 0.1)), Channel("telegram", (0.8, 0.2)), Channel("site", (0.4, 0.2, 0.2, 0.1, 0.1)),
    Channel("poster", click=0.2), Channel("press"), Channel("feed", (0.9, 0.1)),
]
response = Response(0.4, 0.03, 0.3, 0.5, 0.3, fatigue=0.1, lift=0.5)
segments = [
    Segment(f"S{s}", people // 5, response, {c.name: Beta(0.3 + 0.1 * s, 2 + n) for n, c in enumerate(channels)})
    for s in range(5)
]
posts = [
    Item(f"P{n}", channels[n % 6].name, n * days // items, paid=people / 5 if n % 6 == 5 else 0) for n in range(items)
]
campaign = Campaign(segments, channels, posts, days)
began = time.perf_counter()
outcome = simulate(campaign, 1, workers=workers)
seconds = time.perf_counter() - began
print(json.dumps([seconds, peak(), outcome.total("contacts"), int(outcome.reach[-1].sum())]))
"""
# what one would write first: everybody's chance, and one float per person and item; contacts and reach, and no more
FLOATS = """
import json, sys, time
import numpy as np

people, items, days, _ = map(int, sys.argv[1:])
rng = np.random.default_rng(1)
began = time.perf_counter()
p = np.stack([rng.beta(0.5, 4, people) for _ in range(6)])
met = rng.random((items, people)) < p[np.arange(items) % 6]
contacts, reach = met.sum(), met.any(axis=0).sum()
seconds = time.perf_counter() - began
print(json.dumps([seconds, peak(), int(contacts), int(reach)]))
"""


def run(script, people, workers=2):
    arguments = [str(value) for value in (people, ITEMS, DAYS, workers)]
    answer = subprocess.run(
        [sys.executable, "-c", PEAK + script, *arguments], capture_output=True, text=True, check=True
    )
    return json.loads(answer.stdout)


def test_time_and_memory_grow_from_ten_thousand_to_ten_million_people(capsys):
    before = None
    with capsys.disabled():
        print(f"\n{ITEMS} items, {DAYS} days, 2 workers")
        for people in (10**4, 10**5, 10**6, 10**7):
            seconds, memory, contacts, reach = run(OURS, people)
            growth = "" if before is None else f", {seconds / before:.1f} times the time for 10 times the people"
            before = seconds
            print(f"{people:>10,} people: {seconds:6.2f} s, {memory:4.0f} MB, {contacts:>11,} contacts{growth}")
            assert reach <= people


@pytest.mark.parametrize("people", [10**5, 10**6])
def test_beside_a_float_for_every_person_and_item(capsys, people):
    ours, floats = run(OURS, people, workers=1), run(FLOATS, people)
    with capsys.disabled():
        print(
            f"\n{people:,} people, 1 worker: the whole model {ours[0]:.2f} s and {ours[1]:.0f} MB, "
            f"meetings alone as floats {floats[0]:.2f} s and {floats[1]:.0f} MB; "
            f"ratio {ours[0] / floats[0]:.2f} in time, {ours[1] / floats[1]:.2f} in memory"
        )
