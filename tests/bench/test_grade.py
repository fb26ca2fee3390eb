"""How long does grading 300 plans take, how much memory? Run on demand: `pytest -s tests/bench/test_grade.py`.

`GRADE_PLANS` says how many. The milliseconds are of the process, whole: review, rows, pages, workbook, shared texts.
"""

import os
import subprocess
import sys
from pathlib import Path

from cohort.grading_room import hand_in, sample, workshop

from promplan.cohort.people import Team
from promplan.plan import edit

PLANS = int(os.environ.get("GRADE_PLANS", "300"))
CODE = """
import resource, sys, time
from datetime import date
from pathlib import Path
from promplan.cohort.folder import Workshop
from promplan.cohort.grade import grade
half, n, peak = int(sys.argv[2]) // 2, 0, 0
def tell(done, of, what):
    global peak
    if done == half:
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    if done == of:
        print("graded", time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, peak)
start = time.process_time()
done = grade(Workshop(Path(sys.argv[1])), date(2026, 11, 9), progress=tell)
print("all", time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, len(done.groups))
"""


def test_grading_many_plans(tmp_path):
    room = workshop(tmp_path, [Team(id=f"T{n}", name=f"Team {n}") for n in range(PLANS)])
    for n in range(PLANS):
        plan = sample(("10-good", "10-weak")[n % 2], ("en", "ru")[n // 2 % 2])
        own = " ".join(f"word{(n * 7 + k * k) % 997}" for k in range(12))
        plan, _ = edit.add(plan, "ideas", {"title": f"Idea {n}", "hook": own})
        hand_in(room, f"T{n}", plan)
    for run in ("first", "again"):
        done = subprocess.run(
            [sys.executable, "-c", CODE, str(tmp_path), str(PLANS)], capture_output=True, text=True, check=True
        )
        for line in done.stdout.splitlines():
            what, seconds, memory, more = line.split()
            told = f"{1e3 * float(seconds) / PLANS:.0f} ms a plan, {int(memory) // 1024} MB at most"
            print(
                f"{run}, {what}: {told}, {int(more) // 1024 or more} MB at half"
                if what == "graded"
                else f"{run}, {what}: {told}"
            )
    sizes = {one.name: one.stat().st_size // 1024 for one in Path(tmp_path).iterdir() if one.is_file()}
    print(f"{PLANS} plans; kB: {sizes}")
