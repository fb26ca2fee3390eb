"""One Chromium for all tests, started anew when it has died, and a watch that ends it under a test that hangs.

A page whose script never comes to an end answers nothing, and Playwright waits for `evaluate` for ever. Killed from
outside, Chromium makes every call to it fail at once: the test says where it stood, and the next begins with a new one.
"""

import faulthandler
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
LONGEST = 300  # seconds for a test with what it sets up; the longest takes half a minute on a quiet machine


class Chromium:
    """A browser that is there whenever it is asked for."""

    def __init__(self, play: Any, size: dict[str, int]) -> None:
        self.play, self.size = play, size
        self._context: Any = None

    @property
    def context(self) -> Any:
        """The context that the tests open their tabs in; a new one after Chromium has died."""
        if self._context is None or not self._context.browser.is_connected():
            browser = self.play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            self._context = browser.new_context(viewport=self.size)
        return self._context

    def close(self) -> None:
        """The end of all tests."""
        if self._context is not None and self._context.browser.is_connected():
            self._context.browser.close()


@contextmanager
def watched(seconds: float = LONGEST) -> Iterator[None]:
    """Kill this process's Chromium, and say where every thread stands, if what follows takes longer."""
    watch = threading.Timer(seconds, _end)
    watch.daemon = True
    watch.start()
    try:
        yield
    finally:
        watch.cancel()


def _end() -> None:
    print(f"\na browser's test takes longer than {LONGEST} s: Chromium is ended", file=sys.__stderr__, flush=True)
    faulthandler.dump_traceback(sys.__stderr__)
    for pid in _below(os.getpid()):
        if "chrom" in _name(pid):
            try:
                os.kill(pid, signal.SIGKILL)
            except OSError:  # it went with another of them
                continue


def _below(pid: int) -> Iterator[int]:
    found = subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True, timeout=30).stdout
    for one in map(int, found.split()):
        yield one
        yield from _below(one)


def _name(pid: int) -> str:
    found = subprocess.run(["ps", "-o", "comm=", "-p", str(pid)], capture_output=True, text=True, timeout=30)
    return found.stdout
