"""A notebook as it is stored: nothing in it that changes from run to run."""

import copy
import json

from nbformat import NotebookNode

from promplan.notebooks.mark import KEY

VIEW = "application/vnd.jupyter.widget-view+json"
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def normalise(notebook: NotebookNode) -> NotebookNode:
    """Drop counts, timestamps, widget views and state; keep cells, tags and what the outputs say."""
    plain = copy.deepcopy(notebook)
    mark = {KEY: plain.metadata[KEY]} if KEY in plain.metadata else {}
    plain.metadata = NotebookNode({**METADATA, **mark})
    plain.nbformat, plain.nbformat_minor = 4, 5
    count = 0
    for cell in plain.cells:
        tags = cell.metadata.get("tags")
        cell.metadata = NotebookNode({"tags": tags} if tags else {})
        if cell.cell_type == "code":
            count += 1  # by place, not by history; nbval takes outputs without a count for a mistake
            cell.execution_count = count if cell.outputs else None
            for output in cell.outputs:
                if "execution_count" in output:
                    output.execution_count = count
                output.get("data", {}).pop(VIEW, None)
                output.pop("metadata", None)
                if output.output_type in ("execute_result", "display_data"):
                    output.metadata = {}
    return plain


def text(notebook: NotebookNode) -> str:
    """The file's text."""
    return json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def strip_outputs(notebook: NotebookNode) -> NotebookNode:
    """The notebook without what its cells printed."""
    bare = copy.deepcopy(notebook)
    for cell in bare.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    return bare
