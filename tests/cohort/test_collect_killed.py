"""Does a collecting that is killed at any point lose nothing and take nothing twice when it is run again?"""

import random
import signal
import subprocess
import sys
import time

from cohort.handing import handed, packed, text, workshop, zipped

from promplan.cohort.collect import collect
from promplan.cohort.register import read
from promplan.plan.store import NAME
from promplan.plan.store import read as read_plan

COLLECTOR = """
import sys
from pathlib import Path
from promplan.cohort.collect import collect
from promplan.cohort.folder import Workshop
print("begun", flush=True)
collect(Workshop(Path(sys.argv[1])), [Path(one) for one in sys.argv[2:]])
"""
TEAMS, KILLS = 40, 8


def test_a_collecting_that_is_killed_again_and_again_ends_as_an_undisturbed_one(tmp_path):
    shop, calm = workshop(tmp_path), workshop(tmp_path / "calm")
    members = [
        (f"Дуга {n}_{n}_assignsubmission_file_/x.zip", packed(tmp_path / "p", f"Team {n}", n % 7)) for n in range(TEAMS)
    ]
    handed(shop, "all.zip", zipped(*members))
    for n in range(TEAMS):
        handed(shop, f"loose/{n}/media-plan.json", text("Дуга", n % 9))
    came, chance, killed = tmp_path / "came", random.Random(7), 0
    for _ in range(KILLS):
        runner = subprocess.Popen([sys.executable, "-c", COLLECTOR, str(shop.root), str(came)], stdout=subprocess.PIPE)
        assert runner.stdout is not None
        runner.stdout.readline()
        time.sleep(chance.uniform(0.02, 0.35))
        runner.send_signal(signal.SIGKILL)
        killed += runner.wait() == -signal.SIGKILL
        for note in shop.collected.glob("*/*/taken.json"):
            read_plan(note.with_name(NAME))  # what stands there is whole
    assert killed
    collect(shop, [came])
    collect(calm, [came])
    assert _plans(shop) == _plans(calm)
    assert _counting(shop) == _counting(calm)
    assert not collect(shop, [came]).taken and not list((shop.root / ".collecting").glob("?" * 32))
    assert {one.name: one.read_bytes() for one in came.rglob("*") if one.is_file()} == {
        one.name: one.read_bytes() for one in (shop.submissions / "came").rglob("*") if one.is_file()
    }


def _plans(shop):
    """What stands in the folders, and what the register says of every plan that was met."""
    kept = sorted((one.parent.parent.name, one.read_bytes()) for one in shop.collected.glob(f"*/*/{NAME}"))
    return kept, sorted((one.source, one.inside, one.digest) for one in read(shop).taken)


def _counting(shop):
    return sorted((one.team, one.digest) for one in read(shop).counting())
