"""Does `promplan lab` take JupyterLab with it, however it is ended?"""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from promplan.lab.parent import PARENT

# stands in for JupyterLab: it says who it is, and ends when it is asked to or its parent is gone
LAB = """
import os, sys, time
from promplan.lab.parent import watch
watch(lambda: os._exit(0))
print(os.getpid(), flush=True)
time.sleep(60)
"""
START = f"""
import sys
from pathlib import Path
from promplan.lab import start
start.command = lambda *_: [sys.executable, "-c", {LAB!r}]
sys.exit(start.start(Path(sys.argv[1]), "en", 0, False))
"""


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="processes are looked up where Linux tells them")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGKILL])
def test_whatever_ends_promplan_lab_ends_jupyterlab(tmp_path, number):
    line = [sys.executable, "-c", START, str(tmp_path)]
    with subprocess.Popen(line, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True) as outer:
        inner = int(outer.stdout.readline())
        outer.send_signal(number)
        outer.wait(20)
        end = time.monotonic() + 20
        while _lives(inner) and time.monotonic() < end:
            time.sleep(0.05)
    assert not _lives(inner)


def test_a_kernel_does_not_hear_whose_child_jupyterlab_is(monkeypatch):
    from promplan.lab.parent import watch

    monkeypatch.setenv(PARENT, str(os.getppid()))
    watch(lambda: None)
    assert PARENT not in os.environ


def _lives(process: int) -> bool:
    """Does it still run? One that is dead and waits for nobody to ask is no more."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
