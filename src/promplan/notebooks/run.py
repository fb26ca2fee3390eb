"""Run a notebook as a student would, with a plan in memory and a limit on every cell, and note what it read."""

import copy
import json
import os
import tempfile
from pathlib import Path

from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell
from traitlets.config import Config

LIMIT = 60  # seconds a cell may take
SOCKET = 90  # bytes of a socket's path that every system takes, the numbers behind it left out
WATCH = """
def _watch(seen=set()):
    import os, sys
    def note(event, given):
        if event in ("open", "os.listdir", "os.scandir") and given and not isinstance(given[0], (int, type(None))):
            seen.add(os.path.abspath(os.fsdecode(given[0])))
    sys.addaudithook(note)
    return seen
_watched = _watch()
"""
TELL = """
def _tell(seen):
    import json, os, sys
    files = {getattr(one, "__file__", None) for one in list(sys.modules.values())}
    with open(os.environ["PROMPLAN_READ"], "w", encoding="utf-8") as stream:
        json.dump(sorted({*seen, *(one for one in files if isinstance(one, str))}), stream)
_tell(set(_watched))
"""


def sockets(folder: Path) -> Config:
    """How a kernel is spoken to: by sockets in the folder, where the system has them.

    A port is looked for, let go and then opened by the kernel, so that another program may be quicker.
    """
    here = str(folder / "k")
    fits = os.name == "posix" and len(os.fsencode(here)) < SOCKET
    return Config({"KernelManager": {"transport": "ipc", "ip": here}} if fits else {})


def run(notebook: NotebookNode, name: str) -> tuple[NotebookNode, list[str]]:
    """The notebook with its outputs, and the paths of the files and folders that its kernel opened, modules included.

    RuntimeError names the notebook and what the cell said.
    """
    done = copy.deepcopy(notebook)
    done.cells = [new_code_cell(WATCH), *done.cells, new_code_cell(TELL)]
    with tempfile.TemporaryDirectory() as folder:
        client = NotebookClient(
            done,
            timeout=LIMIT,
            kernel_name="python3",
            resources={"metadata": {"path": str(Path.cwd())}},
            extra_arguments=["--log-level=40"],  # the kernel's warnings are not about the course
            config=sockets(Path(folder)),
        )
        told = Path(folder) / "read.json"
        try:
            client.execute(env={**os.environ, "PROMPLAN_STORE": "memory", "PROMPLAN_READ": str(told)})
        except CellExecutionError as error:
            raise RuntimeError(f"{name}: a cell failed.\n{error}") from None
        read: list[str] = json.loads(told.read_text(encoding="utf-8"))
    done.cells = done.cells[1:-1]
    return done, read
