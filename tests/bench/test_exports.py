"""A full plan to all formats, as `promplan export` makes them. `pytest -s tests/bench/test_exports.py`.

Each run is a process of its own, as a command is: what it imports counts, and what it holds is measured. On a machine
that others use, the processor's seconds are what the export takes; on an idle one they are the clock's, or more.
"""

import json
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest
from bench.full_export import full_export

from promplan.cases.example import example
from promplan.export.formats import FORMATS
from promplan.export.wanted import Wanted
from promplan.export.whole import whole
from promplan.plan import Plan

CODE = """
import json, resource, sys, time
from dataclasses import replace
from pathlib import Path
sys.path.insert(0, {bench!r})
from full_export import full_export
plan = full_export()
assert (len(plan.items), len(plan.enterprise.facts)) == (60, 40)
start = time.perf_counter()
from promplan.export.leaving import leave
from promplan.export.wanted import Wanted
from promplan.language import inside
spent, last = {{}}, [start, ""]
def told(done, of, what):
    now = time.perf_counter()
    spent[last[1]] = spent.get(last[1], 0.0) + now - last[0]
    last[:] = now, str(what)
with inside({speech!r}):
    leave(plan, {asked!r}, Path({folder!r}), Wanted(plan.meta.as_of, draft=True, figures={figures}), told=told)
spent["all"] = min(time.perf_counter() - start, time.process_time())
spent["MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1024)
print(json.dumps(spent))
"""
SECONDS, MEGABYTES, WITHOUT = 15, 600, 0.5


def measured(folder: Path, speech: str, *asked: str, figures: bool = True) -> dict[str, float]:
    """Seconds by what was made, "all" of them, and the most megabytes at once."""
    bench = str(Path(__file__).parent)
    code = CODE.format(bench=bench, speech=speech, asked=asked, folder=str(folder), figures=figures)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    told: dict[str, float] = json.loads(done.stdout)
    for what, n in told.items():
        print(f"{n:8.2f}  {what}")
    return told


@pytest.mark.parametrize("speech", ["en", "ru"])
def test_a_full_plan_leaves_in_every_format_in_15_seconds_and_600_mb(tmp_path, speech):
    pytest.importorskip("resource")  # Windows has none
    told = measured(tmp_path, speech, "all")
    assert told["all"] < SECONDS and told["MB"] < MEGABYTES


def test_the_pdf_without_figures_takes_half_a_second():
    """What is imported and read once, fonts for one, is not the document's; its words are set for the first time."""
    FORMATS["pdf"].files(whole(Plan(), Wanted(date(2027, 1, 31), figures=False)))
    took = {}
    for name, plan in (("example", example("10-good")), ("full", full_export())):
        told = whole(plan, Wanted(plan.meta.as_of, figures=False))
        start, ticks = time.perf_counter(), time.process_time()
        FORMATS["pdf"].files(told)
        took[name] = min(time.perf_counter() - start, time.process_time() - ticks)
        print(f"{took[name]:8.2f}  the PDF without figures: {name}")
    assert took["full"] < WITHOUT
