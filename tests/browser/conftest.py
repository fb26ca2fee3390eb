"""One real JupyterLab a language and one real Chromium for all tests, and a learner's folder of its own for each.

A test gets a newly laid folder below the server's root and kernels of its own, which are shut down after it, and a page
in which nothing is open (`tabs.py`). Kernels are forked from a process with the libraries loaded (`warm.py`).
"""

import json
import os
import shutil
import signal
import subprocess
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from browser.tabs import SIZE, Tabs

from promplan import assets
from promplan.lab.lay import lay
from promplan.lab.start import command, free, settings

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
SHOTS = Path(__file__).parents[2] / "artefacts"
TOKEN = "course"
LONGEST = 900  # seconds of one test: a page that is caught in a loop never answers, and nothing else would end it
TESTS = Path(__file__).parents[1]
WARM = f"import sys\nsys.path.insert(0, {str(TESTS)!r})\nimport warm\nwarm.use()\n"  # a setting of JupyterLab's


@pytest.fixture(scope="session")
def context() -> Iterator[object]:
    """Chromium with a fresh profile; a test opens its own tab in it."""
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine: install the system's package chromium to run the browser tests")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser.new_context(viewport=SIZE)
        browser.close()


@pytest.fixture(autouse=True)
def ends() -> Iterator[None]:
    """A test whose page answers no more ends with its browser, and fails, instead of waiting for ever."""
    watch = threading.Timer(LONGEST, end_browser)
    watch.daemon = True
    watch.start()
    yield
    watch.cancel()


def end_browser() -> None:
    """SIGKILL to the Chromium that this process has started, and to no other."""
    for driver in _pids("-P", str(os.getpid())):
        for pid in _pids("-P", str(driver), "-f", "remote-debugging"):
            os.kill(pid, signal.SIGKILL)


@pytest.fixture(scope="session")
def server(tmp_path_factory) -> Iterator[Callable[[str], SimpleNamespace]]:
    """JupyterLab in a language, started when the first test asks for it, as `promplan lab` starts it."""
    running: dict[str, SimpleNamespace] = {}

    def of(language: str) -> SimpleNamespace:
        if language not in running:
            running[language] = started(tmp_path_factory.mktemp(f"lab-{language}"), language, warm=True)
        return running[language]

    yield of
    for one in running.values():
        os.killpg(one.process.pid, signal.SIGTERM)
    for one in running.values():
        one.process.wait(60)


def started(home: Path, language: str, shell: bool = True, warm: bool = False) -> SimpleNamespace:
    """JupyterLab as `promplan lab` starts it, rooted in a folder of its own below `home`; without `shell`, bare.

    With `warm`, its kernels are forked.
    """
    root = home / "root"
    root.mkdir()
    own = {name: str(home / name) for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR")}
    own |= {name: str(home / name) for name in ("IPYTHONDIR", "JUPYTERLAB_SETTINGS_DIR", "JUPYTERLAB_WORKSPACES_DIR")}
    environment = {**os.environ, **own, "JUPYTER_CONFIG_PATH": str(settings(root, language))}
    environment.pop("PROMPLAN_STORE", None)
    if warm:
        (home / "JUPYTER_CONFIG_DIR").mkdir()
        (home / "JUPYTER_CONFIG_DIR" / "jupyter_server_config.py").write_text(WARM, encoding="utf-8")
    port = free(0)
    line = [*command(root, language, port, browser=False), f"--IdentityProvider.token={TOKEN}"]
    line.append("--LabApp.expose_app_in_browser=True")
    if not shell:  # not the one that the wheel installed either
        off = home / "JUPYTER_CONFIG_DIR" / "labconfig" / "page_config.json"
        off.parent.mkdir(parents=True)
        off.write_text(json.dumps({"disabledExtensions": {"promplan": True}}), encoding="utf-8")
        line = [one for one in line if "extra_labextensions_path" not in one] + ["--ServerApp.jpserver_extensions={}"]
    with (home / "server.log").open("w") as log:
        process = subprocess.Popen(line, env=environment, stdout=log, stderr=log, start_new_session=True)
    base = f"http://127.0.0.1:{port}"
    _until_it_answers(f"{base}/api/status?token={TOKEN}", home / "server.log")
    return SimpleNamespace(process=process, base=base, root=root, runtime=own["JUPYTER_RUNTIME_DIR"])


@pytest.fixture(scope="session")
def tabs(context) -> Tabs:
    """The browser's pages, handed from test to test."""
    return Tabs(context)


PASSED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Keep whether a test has passed, for the fixture that hands its page on."""
    report = yield
    if report.when == "call":
        item.stash[PASSED] = report.passed
    return report


@pytest.fixture(params=["en", "ru"])
def lab(request, server, tabs) -> Iterator[SimpleNamespace]:
    """JupyterLab in one language; in `.page` nothing is open, `.folder` is the test's own learner's folder."""
    language: str = request.param
    one = server(language)
    folder = one.root / f"team-{len(list(one.root.glob('team-*'))) + 1}"
    lay(assets.course(), folder, language)
    own = request.node.get_closest_marker("own_page") is not None
    page = tabs.take(one.base, own=own)
    SHOTS.mkdir(exist_ok=True)
    yield SimpleNamespace(
        page=page,
        folder=folder,
        base=one.base,
        language=language,
        token=TOKEN,
        shots=SHOTS,
        server=one.process,
        runtime=one.runtime,
    )
    tabs.back(one.base, page, sound=request.node.stash.get(PASSED, False) and not own)
    stop_kernels(one.base)


def stop_kernels(base: str) -> None:
    """End every kernel of the JupyterLab at this address."""
    for session in _asked(f"{base}/api/sessions"):
        _asked(f"{base}/api/sessions/{session['id']}", "DELETE")


def _asked(address: str, method: str = "GET") -> list[dict[str, str]]:
    request = urllib.request.Request(address, method=method, headers={"Authorization": f"token {TOKEN}"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.loads(answer.read() or b"[]")


def _until_it_answers(address: str, log: Path) -> None:
    for _ in range(600):
        try:
            urllib.request.urlopen(address, timeout=2).read()
            return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError("JupyterLab did not answer:\n" + log.read_text()[-800:])


def notebook_text(lab: SimpleNamespace) -> str:
    """The cells of the open notebook as the browser holds them: kinds and sources, in order."""
    cells = lab.page.evaluate(
        "() => window.jupyterapp.shell.currentWidget.content.model.sharedModel.cells"
        ".map(cell => [cell.cell_type, cell.getSource()])"
    )
    return json.dumps(cells)


def kill_kernels(lab: SimpleNamespace) -> None:
    """SIGKILL to this JupyterLab's kernels, as the machine's out-of-memory killer would send it."""
    found = _pids("-f", lab.runtime + "/kernel-")
    for fork in _pids("-P", str(lab.server.pid), "-f", "multiprocessing.forkserver"):
        found += _pids("-P", str(fork))
    assert found, "no kernel runs"
    for pid in found:
        os.kill(pid, signal.SIGKILL)


def _pids(*asked: str) -> list[int]:
    return [int(one) for one in subprocess.run(["pgrep", *asked], capture_output=True, text=True).stdout.split()]
