"""JupyterLab ends with the `promplan lab` that started it, however that was ended: no kernel is left behind."""

import os
import sys
import threading
import time
from collections.abc import Callable

PARENT = "PROMPLAN_LAB"  # the process that started JupyterLab, as `promplan lab` leaves it in the environment
EVERY = 1.0  # seconds between two looks
WAITING = 0x0010_0000  # Windows: the right to wait for a process


def watch(stop: Callable[[], None]) -> None:
    """Call `stop` from a thread of its own once the starting process is gone; nothing where nobody said which it is."""
    said = os.environ.pop(PARENT, "")  # a kernel, and a JupyterLab started from one, are no children of that process
    if said.isdigit():
        threading.Thread(target=_wait, args=(int(said), stop), name="promplan-parent", daemon=True).start()


def _wait(parent: int, stop: Callable[[], None]) -> None:
    if sys.platform == "win32":
        import ctypes

        system = ctypes.windll.kernel32
        if not (handle := system.OpenProcess(WAITING, False, parent)):
            return  # gone already, or not ours to look at
        system.WaitForSingleObject(handle, -1)
    else:
        while os.getppid() == parent:  # an orphan gets another parent
            time.sleep(EVERY)
    stop()
