"""A solved notebook becomes the exercise: the cells tagged `solution` go, and so do all outputs."""

import copy

from nbformat import NotebookNode


def strip(notebook: NotebookNode) -> NotebookNode:
    """The exercise of a solution."""
    exercise = copy.deepcopy(notebook)
    exercise.cells = [cell for cell in exercise.cells if "solution" not in cell.metadata.get("tags", [])]
    for cell in exercise.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    return exercise
