"""Extraction of the interface's sentences from the package's source, with where they stand and their context.

The syntax tree is read rather than the text: Babel's own extractor does not look into f-strings. What marks a sentence:
`say("…")`, `say_many("…", "…", n)`, `say_in("context", "…")`, and in the models `label("…", help="…")` and
`choices({value: "…"})`; on the command line the docstring of a command and the `help=` of what stands behind it.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

COMMANDS = "command line"  # the context of what a command says of itself


@dataclass(frozen=True)
class Sentence:
    """One marked sentence: the file it stands in, relative to the package; a pair if it counts."""

    file: str
    id: str | tuple[str, str]
    context: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What the catalogue tells it apart by."""
        return self.context, self.id if isinstance(self.id, str) else self.id[0]


def sentences(package: Path) -> list[Sentence]:
    """Every marked sentence of the package, file by file, in the order in which they stand there."""
    found: list[Sentence] = []
    for path in sorted(package.rglob("*.py"), key=lambda one: one.relative_to(package).as_posix()):
        tree = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
        file = path.relative_to(package).as_posix()
        spots = [node for node in tree if isinstance(node, ast.Call | ast.FunctionDef)]
        for node in sorted(spots, key=lambda one: (one.lineno, one.col_offset)):
            found += (Sentence(file, id_, context) for id_, context in _of(node))
    return found


def _of(node: ast.Call | ast.FunctionDef) -> Iterator[tuple[str | tuple[str, str], str]]:
    if isinstance(node, ast.Call):
        yield from _marked(node)
    elif any(ast.unparse(one).partition("(")[0].endswith(".command") for one in node.decorator_list):
        yield from ((words, COMMANDS) for words in (ast.get_docstring(node),) if words)


def _marked(call: ast.Call) -> Iterator[tuple[str | tuple[str, str], str]]:
    """The sentences that this call marks, each with its context."""
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    given = [_literal(one) for one in call.args]
    if name == "say" and given and given[0]:
        yield given[0], ""
    elif name == "say_many" and len(given) > 1 and all(given[:2]):
        yield (given[0], given[1]), ""
    elif name == "say_in" and len(given) > 1 and all(given[:2]):
        yield given[1], given[0]
    elif name == "label":
        helps = [_literal(one.value) for one in call.keywords if one.arg == "help"]
        yield from ((one, "") for one in (*given[:1], *helps) if one)
    elif ast.unparse(call.func) in ("typer.Typer", "typer.Option", "typer.Argument"):
        yield from ((one, COMMANDS) for one in (_literal(it.value) for it in call.keywords if it.arg == "help") if one)
    elif name == "choices" and call.args and isinstance(call.args[0], ast.Dict):
        yield from ((one, "") for one in map(_literal, call.args[0].values) if one)


def _literal(node: ast.expr) -> str:
    """A literal string, or empty: what is put together at run time cannot be translated."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
