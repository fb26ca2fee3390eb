"""The pytest plugin of `run.py`: collects once, learns which test runs which line, then forks a process a mutant.

A mutant is first tried in place, in a fork of the process that has everything imported: what fails there is killed.
What changes more than a function's code, or a line that ran already while all was imported, is tried again in a fork
that imports all anew.
"""

import json
import os
import select
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable
from itertools import accumulate
from pathlib import Path
from typing import Any

import coverage
import pytest
from mutation.changed import anew, in_place
from mutation.operators import Place

ROOT = Path(__file__).parents[2]
NOWHERE = Path(os.devnull).open("w")  # noqa: SIM115
ENOUGH = 20.0  # seconds of tests for one mutant, the most telling first
PATIENCE = 20.0  # seconds beyond ten times what the tests take unchanged
OPTIONS = ["-p", "no:cacheprovider", "-p", "no:nbval", "-p", "no:xdist", "--hypothesis-seed=0"]


class Plugin:
    """What `run.py` gives to pytest.

    Args:
        places: the mutants. covered: where the lines of every test are kept. told: called with each verdict.
    """

    def __init__(
        self, places: list[Place], covered: Path, jobs: int, told: Callable[[Place, str, float], None]
    ) -> None:
        self.places, self.covered, self.jobs, self.told = places, covered, jobs, told
        self.imports = coverage.Coverage(data_file=None, include=[f"{ROOT}/src/*"], config_file=False)
        self.imports.start()

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Instead of running the tests: learn, then try the mutants."""
        self.imports.stop()
        early = self.imports.get_data()
        items = {item.nodeid: item for item in session.items}
        if not self.covered.is_file():
            _wait(_fork(lambda: learn(session.items, self.covered)))
        known = json.loads(self.covered.read_text(encoding="utf-8"))
        failing = [name for name, one in known.items() if not one["passed"]]
        if failing:
            print("Left out, for they fail unchanged:", *failing, sep="\n  ")
        running: dict[int, tuple[int, Place, float, float]] = {}
        waiting = list(self.places)
        while waiting or running:
            while waiting and len(running) < self.jobs:
                place = waiting.pop(0)
                names = covering(known, place)
                if not names:
                    self.told(place, "no test runs it", 0.0)
                    continue
                limit = PATIENCE + 10 * sum(known[name]["seconds"] for name in names)
                ran = place.line in (early.lines(place.file) or ())
                pid = _fork(
                    lambda place=place, names=names, ran=ran: verdict(place, [items[one] for one in names], ran)
                )
                reader = os.pidfd_open(pid)
                running[reader] = pid, place, time.monotonic(), limit
            ready, _, _ = select.select(list(running), [], [], 0.5)
            for reader, (pid, place, start, limit) in list(running.items()):
                spent = time.monotonic() - start
                if reader in ready or spent > limit:
                    if reader not in ready:
                        os.killpg(pid, signal.SIGKILL)
                    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
                    os.close(reader)
                    del running[reader]
                    self.told(place, {0: "survived"}.get(code, "killed"), spent)
        return True


def learn(items: list[pytest.Item], file: Path) -> int:
    """Run every test once and keep which lines it runs, how long it takes and whether it passes."""
    measure = coverage.Coverage(data_file=None, include=[f"{ROOT}/src/*"], config_file=False)
    passed, seconds = {}, {}
    measure.start()
    for number, item in enumerate(items):
        measure.switch_context(item.nodeid)
        before, start = item.session.testsfailed, time.perf_counter()
        _quietly(item, items[number + 1] if number + 1 < len(items) else None)
        passed[item.nodeid] = item.session.testsfailed == before
        seconds[item.nodeid] = time.perf_counter() - start
    measure.stop()
    data = measure.get_data()
    known: dict[str, Any] = {name: {"passed": passed[name], "seconds": seconds[name], "lines": {}} for name in passed}
    for place in data.measured_files():
        for line, names in data.contexts_by_lineno(place).items():
            for name in names:
                if name in known:
                    known[name]["lines"].setdefault(place, []).append(line)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(known), encoding="utf-8")
    return 0


def covering(known: dict[str, Any], place: Place) -> list[str]:
    """The tests that run the line; where it ran at the import alone, those that use the module or are of its room.

    First those of the module's own file of tests. Then one test for each way through the module, those of its own room
    before others, then a second for each way, and so on, the quicker before the slower: a way that is seldom taken has
    its turn though hundreds of tests run the line. No more than `ENOUGH`.
    """
    good = {name: one for name, one in known.items() if one["passed"]}
    uses = {name: tuple(one["lines"][place.file]) for name, one in good.items() if place.file in one["lines"]}
    exact = [name for name, lines in uses.items() if place.line in lines]
    parts = Path(place.file).relative_to(ROOT / "src" / "promplan").with_suffix("").parts
    room = {name for name in good if name.startswith((f"tests/{parts[0]}/", f"tests/test_{parts[0]}"))}
    own = {name for name in room if f"/test_{parts[-1]}.py" in name}
    near = sorted(exact or {*uses, *room}, key=lambda name: (name not in uses, known[name]["seconds"]))
    turns: Counter[tuple[Any, ...]] = Counter()
    turn = {}
    for name in near:
        way = (name in own, name in room, uses.get(name))
        turn[name] = turns[way]
        turns[way] += 1
    near.sort(key=lambda name: (name not in own, name not in uses, turn[name], name not in room))
    spent = accumulate(known[name]["seconds"] for name in near)
    return [name for name, seconds in zip(near, spent, strict=True) if seconds <= ENOUGH] or near[:1]


def verdict(place: Place, items: list[pytest.Item], ran: bool) -> int:
    """In a fork: 1 as soon as a test fails, 0 if none does."""
    source = place.source()
    try:
        compile(source, place.file, "exec")
    except SyntaxError:
        return 1
    if in_place(place.file, source):
        code = _wait(_fork(lambda: _any_fails(items)))
        if code or not ran:
            return code
    return _fails_anew(place, source, items)


def _any_fails(items: list[pytest.Item]) -> int:
    session = items[0].session
    for number, item in enumerate(items):
        _quietly(item, items[number + 1] if number + 1 < len(items) else None)
        if session.testsfailed:
            return 1
    return 0


def _fails_anew(place: Place, source: str, items: list[pytest.Item]) -> int:
    """All imports once more, file by file, those with most of the tests first."""
    files: dict[str, list[str]] = {}
    for item in items:
        files.setdefault(str(item.path), []).append(item.nodeid)
    anew(place.file, source, ROOT)
    for file, names in sorted(files.items(), key=lambda each: -len(each[1])):
        code = pytest.main([*OPTIONS, "-x", "-p", "no:terminal", file], plugins=[_Only(set(names))])
        if code not in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED):
            return 1
    return 0


class _Only:
    def __init__(self, names: set[str]) -> None:
        self.names = {_bare(name) for name in names}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Keep the tests that were asked for."""
        items[:] = [one for one in items if _bare(one.nodeid) in self.names]


def _bare(name: str) -> str:
    """A test's name without its parameters: a bound that is changed may be called otherwise."""
    return name.partition("[")[0]


def _quietly(item: pytest.Item, following: pytest.Item | None) -> None:
    item.config.get_terminal_writer()._file = NOWHERE
    item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)


def _fork(act: Callable[[], int]) -> int:
    """Do it in a child that says nothing; its exit code is the answer."""
    sys.stdout.flush()
    pid = os.fork()
    if pid:
        return pid
    code = 1
    try:
        os.setsid()
        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nowhere, stream)
        code = act()
    finally:
        os._exit(code)


def _wait(pid: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
