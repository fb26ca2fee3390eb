"""The parts that every editor is made of: one script and one style for all; the tokens are the shell's own."""

from pathlib import Path

HERE = Path(__file__).parent
SHELL = Path(__file__).parents[2] / "labextension" / "promplan" / "static"


def script(name: str) -> str:
    """An anywidget's module, the shared script before it."""
    return (HERE / "parts.js").read_text(encoding="utf-8") + (HERE.parent / name).read_text(encoding="utf-8")


def style(*names: str) -> str:
    """The tokens, the parts, and what an editor has of its own."""
    shared = (SHELL / "tokens.css", SHELL / "findings.css", HERE / "parts.css", HERE / "forms.css")
    files = (*shared, *(HERE.parent / name for name in names))
    return "\n".join(one.read_text(encoding="utf-8") for one in files)
