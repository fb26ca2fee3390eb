"""What must agree between a notebook and its twin, and what every course notebook must hold."""

import ast
import re

from nbformat import NotebookNode

from promplan.notebooks.markdown import led, without_code

ALLOWED = {"promplan", "numpy", "matplotlib"}
LONGEST = 15
IMAGE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)[^)]*\)|<img\b([^>]*)>")
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)[^)]*\)")


def faults(notebook: NotebookNode) -> list[tuple[str, str]]:
    """(cell id, what is wrong) for one notebook by itself."""
    found = []
    for cell in notebook.cells:
        if cell.cell_type == "code":
            found += [(cell.id, fault) for fault in _code(cell.source)]
        for alt, source, tag in IMAGE.findall(without_code(cell.source) if cell.cell_type == "markdown" else ""):
            if not (alt or re.search(r'alt="[^"]+"', tag)):
                found.append((cell.id, f"the image {source or tag.strip()} has no alternative text"))
    return found


def _code(source: str) -> list[str]:
    if source.count("\n") >= LONGEST:
        return [f"a cell has at most {LONGEST} lines"]
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return ["the code does not parse (course cells hold no magics)"]
    names = [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    return [f"{name} is not imported in a course cell" for name in names if name.split(".")[0] not in ALLOWED]


def shape(source: str) -> dict[str, list[str]]:
    """What a translation may not change in a cell: headings' levels, links and images."""
    source = without_code(led(source, "ru", "en"))
    headings = re.findall(r"^(#+) ", source, re.MULTILINE)
    images = [one[1] or one[2] for one in IMAGE.findall(source)]
    links = LINK.findall(source)
    return {"headings": headings, "links": links, "images": [re.sub(r'alt="[^"]*"', "", one) for one in images]}
