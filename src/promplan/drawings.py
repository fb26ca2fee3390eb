"""The course's own drawings: one SVG each in assets/drawings, with a sentence in both languages for who cannot see it.

A file stands on a sheet of paper by its root's own style. Laid inside a page without that style its lines take the
page's colours: on dark they become chalk.
"""

import base64
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path

from promplan import assets
from promplan.language import pick
from promplan.versioned import Unknown

NAME = re.compile(r"[a-z]+(-[a-z]+)*")


@dataclass(frozen=True)
class Drawing:
    """A drawing as a notebook shows it: on its own sheet of paper, whatever the theme."""

    name: str
    alt: str

    def __repr__(self) -> str:
        return self.alt

    def _repr_html_(self) -> str:
        data = base64.b64encode(svg(self.name).encode()).decode()
        return (
            '<figure style="margin:0.5em 0"><img style="max-width:100%;border-radius:6px" '
            f'alt="{escape(self.alt)}" src="data:image/svg+xml;base64,{data}"></figure>'
        )


def drawing(name: str) -> Drawing:
    """A drawing by its name, its sentence in the current language."""
    if name not in _told():
        raise Unknown("pp.drawing({})", name, _told())
    return Drawing(name, str(pick(_told()[name])))


def names() -> tuple[str, ...]:
    """Every drawing there is."""
    return tuple(_told())


@cache
def svg(name: str) -> str:
    """The file's text. LookupError for what is no drawing of the course."""
    if not NAME.fullmatch(name) or name not in _told():
        raise LookupError(name)
    return (_folder() / f"{name}.svg").read_text(encoding="utf-8")


@cache
def _told() -> dict[str, dict[str, str]]:
    return tomllib.loads((assets.folder() / "drawings" / "drawings.toml").read_text(encoding="utf-8"))


def _folder() -> Path:
    return assets.folder() / "drawings"
