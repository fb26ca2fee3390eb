"""Run a notebook as a student would, with a plan in memory and a limit on every cell."""

import copy
import os
from pathlib import Path

from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbformat import NotebookNode

LIMIT = 60  # seconds a cell may take


def run(notebook: NotebookNode, name: str) -> NotebookNode:
    """The notebook with its outputs; RuntimeError names the notebook and what the cell said."""
    done = copy.deepcopy(notebook)
    client = NotebookClient(
        done,
        timeout=LIMIT,
        kernel_name="python3",
        resources={"metadata": {"path": str(Path.cwd())}},
        extra_arguments=["--log-level=40"],  # the kernel's warnings are not about the course
    )
    try:
        client.execute(env={**os.environ, "PROMPLAN_STORE": "memory"})
    except CellExecutionError as error:
        raise RuntimeError(f"{name}: a cell failed.\n{error}") from None
    return done
