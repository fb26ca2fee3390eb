"""Start JupyterLab on loopback in the course's language, without touching the user's own settings."""

import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from types import FrameType

from promplan.lab.lay import KEPT, KINDS
from promplan.lab.parent import PARENT
from promplan.language import Problem, say
from promplan.plan.writing import write

LOCALE = {"en": "default", "ru": "ru_RU"}
COMMANDS = ("notebook:cut-cell", "notebook:delete-cell")
# the exact selector of JupyterLab's own shortcut: any other is silently ignored
SELECTOR = ".jp-Notebook.jp-mod-commandMode:not(.jp-mod-readWrite) :focus"
KEYS = {"notebook:cut-cell": ["X"], "notebook:delete-cell": ["D", "D"]}

SHELL = Path(__file__).parents[1] / "labextension"  # JupyterLab looks into each folder of it
SERVER = json.loads((SHELL / "jupyter_server_config.json").read_text(encoding="utf-8"))

LAST = 65535  # the highest port there is


def settings(folder: Path, language: str) -> Path:
    """Write the course's JupyterLab settings into `folder`; returns what JUPYTER_CONFIG_PATH needs."""
    config = folder / ".jupyter-course"
    overrides = {
        "@jupyterlab/translation-extension:plugin": {"locale": LOCALE[language]},
        "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False},
        "@jupyterlab/notebook-extension:tracker": {
            "windowingMode": "none",  # a widget scrolled away stays alive
            "scrollPastEnd": False,  # the page ends where the course does
            "showEditorForReadOnlyMarkdown": False,  # the course's text is read: Enter opens no Markdown
        },
        "@jupyterlab/shortcuts-extension:shortcuts": {
            "shortcuts": [
                {"command": name, "keys": KEYS[name], "selector": SELECTOR, "disabled": True} for name in COMMANDS
            ]
        },
    }
    held = {"labconfig/default_setting_overrides.json": overrides, "jupyter_server_config.json": SERVER}
    try:
        for name, value in held.items():
            file, text = config / name, json.dumps(value, indent=1).encode()
            file.parent.mkdir(parents=True, exist_ok=True)
            if not (file.is_file() and file.read_bytes() == text):
                write(file, text)
    except OSError as error:
        raise Problem(
            say(
                "JupyterLab's settings cannot be written into {folder} ({reason}). Delete that folder, or move what "
                "is called so, and start again.",
                folder=str(config),
                reason=error.strerror or type(error).__name__,
            )
        ) from None
    return config


def free(port: int) -> int:
    """`port` if it is free, any free one for 0; raises `Problem` where it is taken or no port at all."""
    if not 0 <= port <= LAST:
        raise Problem(
            say("{port} is not a port: ports go up to {last}, and 0 takes any free one.", port=port, last=LAST)
        )
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            raise Problem(
                say(
                    "Port {port} is taken by another program. Choose another with --port, or leave --port out.",
                    port=port,
                )
            ) from None
        found: int = probe.getsockname()[1]
        return found


def command(folder: Path, language: str, port: int, browser: bool) -> list[str]:
    """The command line that starts JupyterLab with unit 0 (or the first lesson there is) open."""
    shelves = [(folder / kind / language).glob("*.ipynb") for kind in KINDS]
    lessons = next((found for shelf in shelves if (found := sorted(one for one in shelf if KEPT not in one.name))), [])
    first = f"/lab/tree/{lessons[0].relative_to(folder).as_posix()}" if lessons else "/lab"
    line = [sys.executable, "-m", "jupyterlab", "--ip=127.0.0.1", f"--port={port}", f"--ServerApp.root_dir={folder}"]
    line += [f"--LabApp.default_url={first}", "--ServerApp.port_retries=0"]
    line.append(f"--LabApp.extra_labextensions_path={SHELL}")
    line += [] if browser else ["--no-browser"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        line.append("--allow-root")
    return line


def start(folder: Path, language: str, port: int, browser: bool) -> int:
    """Run JupyterLab until it is closed; returns its exit code."""
    paths = [str(settings(folder, language)), *filter(None, [os.environ.get("JUPYTER_CONFIG_PATH")])]
    environment = {**os.environ, "JUPYTER_CONFIG_PATH": os.pathsep.join(paths), PARENT: str(os.getpid())}
    with subprocess.Popen(command(folder, language, free(port), browser), env=environment) as lab:
        return _until_closed(lab)


def _until_closed(lab: "subprocess.Popen[bytes]") -> int:
    """Wait for JupyterLab, and hand on what ends this program: it would leave JupyterLab and its kernels behind.

    Ctrl+C in a terminal reaches JupyterLab by itself, and it asks whether to stop. A signal that nobody can answer is
    seen by the course's part of the server: it looks whether this program is still there.
    """

    def hand_on(number: int, _: FrameType | None) -> None:
        if number != signal.SIGINT or not _in_a_terminal():
            lab.terminate()

    names = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
    before = {one: signal.signal(one, hand_on) for one in (getattr(signal, name, None) for name in names) if one}
    try:
        return lab.wait()
    finally:
        for one, act in before.items():
            signal.signal(one, act)


def _in_a_terminal() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()
