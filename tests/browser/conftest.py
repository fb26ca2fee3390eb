"""A real JupyterLab on a laid learner's folder, and a real Chromium before it."""

import json
import os
import shutil
import signal
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

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


@pytest.fixture(params=["en", "ru"])
def lab(request, tmp_path) -> Iterator[SimpleNamespace]:
    """JupyterLab in one language; `.page` is its browser page, `.folder` the learner's folder."""
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine: install the system's package chromium to run the browser tests")
    from playwright.sync_api import sync_playwright

    language, folder = request.param, tmp_path / "course"
    lay(assets.course(), folder, language)
    port = free(0)
    home = {name: str(tmp_path / name) for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR")}
    home |= {
        name: str(tmp_path / name) for name in ("IPYTHONDIR", "JUPYTERLAB_SETTINGS_DIR", "JUPYTERLAB_WORKSPACES_DIR")
    }
    environment = {**os.environ, **home, "JUPYTER_CONFIG_PATH": str(settings(folder, language))}
    environment.pop("PROMPLAN_STORE", None)
    line = [*command(folder, language, port, browser=False), f"--IdentityProvider.token={TOKEN}"]
    line.append("--LabApp.expose_app_in_browser=True")
    log = (tmp_path / "server.log").open("w")
    server = subprocess.Popen(line, env=environment, stdout=log, stderr=log, start_new_session=True)
    base = f"http://127.0.0.1:{port}"
    try:
        _until_it_answers(f"{base}/api/status?token={TOKEN}", tmp_path / "server.log")
        with sync_playwright() as play:
            browser = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            page = browser.new_page(viewport={"width": 1280, "height": 1400})
            page.set_default_timeout(30_000)
            SHOTS.mkdir(exist_ok=True)
            yield SimpleNamespace(
                page=page,
                folder=folder,
                base=base,
                language=language,
                token=TOKEN,
                shots=SHOTS,
                runtime=home["JUPYTER_RUNTIME_DIR"],
            )
            browser.close()
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(20)


def _until_it_answers(address: str, log: Path) -> None:
    for _ in range(300):
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
    found = subprocess.run(["pgrep", "-f", lab.runtime + "/kernel-"], capture_output=True, text=True, check=True)
    for pid in found.stdout.split():
        os.kill(int(pid), signal.SIGKILL)
