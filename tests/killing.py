"""A writer that is killed in the middle of its saves, again and again, and what it had acknowledged."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from promplan.plan.store import read

WRITER = """
import sys
from pathlib import Path
from promplan.plan.store import FileStore
store = FileStore(Path(sys.argv[1]))
number = len(store.plan.enterprise.facts) and int(store.plan.enterprise.facts[-1].value)
if not store.plan.enterprise.facts:
    store.add("enterprise.facts", {"value": 0.0})
while True:
    number += 1
    store.put("enterprise.facts/F1", {"value": float(number)})
    print(number, flush=True)  # the acknowledgement
"""


def killed_in_mid_save(file: Path, kills: int) -> int:
    """Kill a writer `kills` times; returns how many changes were acknowledged. Fails where one is lost."""
    acknowledged = 0
    chance = random.Random(7)
    for _ in range(kills):
        writer = subprocess.Popen([sys.executable, "-c", WRITER, str(file)], stdout=subprocess.PIPE, text=True)
        assert writer.stdout is not None
        first = writer.stdout.readline()
        time.sleep(chance.uniform(0, 0.01))
        writer.send_signal(signal.SIGKILL)
        told = [int(line) for line in [first, *writer.stdout] if line.endswith("\n")]
        writer.wait()
        acknowledged = max([acknowledged, *told])
        found = read(file).enterprise.facts[0].value
        assert found is not None and found >= acknowledged, f"{acknowledged} was acknowledged, {found} is in the file"
    return acknowledged
