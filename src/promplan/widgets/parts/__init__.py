"""The parts that every editor is made of: one script and one style for all; the tokens are the shell's own."""

from pathlib import Path

HERE = Path(__file__).parent
SHELL = Path(__file__).parents[2] / "labextension" / "promplan" / "static"


def script(*names: str) -> str:
    """An anywidget's module as one file, since it can import none: signs and shared script first, its own last."""
    signs = (SHELL / "signs.js").read_text(encoding="utf-8").replace("export function", "function")
    held = f"const drawSign = (() => {{\n{signs}\nreturn drawn;\n}})();\n"
    files = (HERE / "parts.js", *(HERE.parent / name for name in names))
    return held + "".join(one.read_text(encoding="utf-8") for one in files)


def _light() -> str:
    """The light tokens for a frame that is light inside a dark page; what is dark inside a light one they know."""
    tokens = (SHELL / "tokens.css").read_text(encoding="utf-8")
    return f'[data-jp-theme-light="true"] {{{tokens.partition(":root {")[2].partition("}")[0]}}}'


def style(*names: str) -> str:
    """The tokens, the parts, and what an editor has of its own."""
    shell = (SHELL / one for one in ("tokens.css", "findings.css", "marks.css"))
    own = (HERE / one for one in ("parts.css", "forms.css", "choices.css", "quiet.css"))
    files = (*shell, *own, *(HERE.parent / name for name in names))
    return "\n".join([_light(), *(one.read_text(encoding="utf-8") for one in files)])
