"""How long does collecting take for 10 to 1,000 plans, and how much memory? `pytest tests/bench/test_cohort.py`."""

import hashlib
import random
import subprocess
import sys
from pathlib import Path

import pytest
from bench.full import full_plan
from cohort.handing import COHORT, zipped

from promplan.cohort.collect import collect
from promplan.cohort.folder import Workshop
from promplan.plan.codec import dumps
from promplan.plan.document import Attachment

ONE = """
import sys
from pathlib import Path
from promplan.cohort.collect import collect
from promplan.cohort.folder import Workshop
done = collect(Workshop(Path(sys.argv[1])), [Path(sys.argv[2])])
peak = next(one for one in Path("/proc/self/status").read_text().splitlines() if one.startswith("VmHWM"))
print(len(done.taken), int(peak.split()[1]) // 1024)
"""


def moodle(folder: Path, plans: int) -> Path:
    """Moodle's zip of so many full plans, each with a picture of 100 kB."""
    chance, members = random.Random(7), []
    for n in range(plans):
        plan, picture = full_plan(), chance.randbytes(100_000)
        plan.team.name = f"Team {n}"
        digest = hashlib.sha256(picture).hexdigest()
        plan.attachments = [Attachment(id="X1", name="a.jpg", media_type="image/jpeg", sha256=digest, size=100_000)]
        inner = zipped(("media-plan.json", dumps(plan)), (f"plan-files/{digest}", picture))
        members.append((f"Team {n}_{n}_assignsubmission_file_/x.promplan.zip", inner))
    path = folder / f"{plans}.zip"
    path.write_bytes(zipped(*members))
    return path


@pytest.mark.parametrize("plans", [10, 100, 1000])
def test_collecting_moodles_zip(plans, benchmark, tmp_path):
    source, count = moodle(tmp_path, plans), iter(range(100))

    def fresh():
        shop = Workshop(tmp_path / f"shop{next(count)}")
        shop.save(COHORT)
        return (shop, [source]), {}

    done = benchmark.pedantic(collect, setup=fresh, rounds=2 if plans < 1000 else 1)
    benchmark.extra_info["ms per plan"] = round(benchmark.stats["min"] * 1000 / plans, 2)
    assert len(done.taken) == plans


def test_collecting_again_where_nothing_is_new(benchmark, tmp_path):
    shop = Workshop(tmp_path / "shop")
    shop.save(COHORT)
    source = moodle(tmp_path, 300)
    collect(shop, [source])
    assert not benchmark.pedantic(collect, (shop, [source]), rounds=3).taken


def test_memory_is_the_same_for_ten_plans_and_a_thousand(tmp_path):
    peaks = {}
    for plans in (10, 100, 1000):
        shop = Workshop(tmp_path / f"shop{plans}")
        shop.save(COHORT)
        words = [sys.executable, "-c", ONE, str(shop.root), str(moodle(tmp_path, plans))]
        taken, peaks[plans] = map(int, subprocess.run(words, capture_output=True, check=True, text=True).stdout.split())
        assert taken == plans
    print(peaks, "MB")
    assert peaks[1000] < peaks[10] + 40
