"""How long does the whole review of a full plan take? Run on demand: `pytest -s tests/bench/test_review.py`.

Beside it, where `PROMPLAN_BEFORE` names the `src` of an older checkout, the same there: CPU milliseconds of both, the
least of some interleaved runs in fresh processes, warm, and their ratio. An edit changes one fact's sentence each time.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from bench.full import full_plan

from promplan.review import check

HERE = Path(__file__).parent
ROUNDS = 3
CODE = """
import sys, time
sys.path.insert(0, {here!r})
from full import full_plan
from promplan.review import check
plan, unit, edits = full_plan(), {unit!r}, {edits!r}
check(plan, unit)
least, written = 9.0, plan.enterprise.facts[49].statement
for n in range(25):
    if edits:
        said = written.replace("150", str(1000 + n))
        plan.enterprise.facts[49] = plan.enterprise.facts[49].model_copy(update={{"statement": said}})
    start = time.process_time()
    check(plan, unit)
    least = min(least, time.process_time() - start)
print(1e3 * least)
"""


def test_checking_a_full_plan(benchmark):
    plan = full_plan()
    report = benchmark(check, plan)
    assert len(report.asked) > 30


def test_checking_the_facts_of_a_full_plan(benchmark):
    plan = full_plan()
    assert benchmark(check, plan, "01-facts").asked


@pytest.mark.skipif("PROMPLAN_BEFORE" not in os.environ, reason="PROMPLAN_BEFORE names no older src")
@pytest.mark.parametrize("edits", [False, True], ids=["unchanged", "edited"])
@pytest.mark.parametrize("unit", [None, "01-facts"], ids=["all", "unit 1"])
def test_beside_an_older_checkout(unit, edits):
    now, before = os.environ.get("PYTHONPATH", str(HERE.parents[1] / "src")), os.environ["PROMPLAN_BEFORE"]
    code = CODE.format(here=str(HERE), unit=unit, edits=edits)
    seen: dict[str, list[float]] = {now: [], before: []}
    for _ in range(ROUNDS):
        for source, times in seen.items():
            run = subprocess.run(
                [sys.executable, "-c", code],
                capture_output=True,
                text=True,
                check=True,
                env={**os.environ, "PYTHONPATH": source},
            )
            times.append(float(run.stdout))
    here, there = min(seen[now]), min(seen[before])
    print(
        f"{unit or 'all'}, {'edited' if edits else 'unchanged'}: {here:.1f} ms, before {there:.1f}: {here / there:.2f}"
    )
