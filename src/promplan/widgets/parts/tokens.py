"""The tokens of the design language as data: what tokens.css says, and how far two of its colours stand apart."""

import re
from functools import cache

from promplan.art.colour import contrast as contrast
from promplan.widgets.parts import SHELL

THEMES = ("light", "dark")
# text, or a sign that carries meaning, on its ground; the least contrast by WCAG 2.2 (1.4.3, 1.4.11)
GROUNDS = ("sheet", "inset", "floor")
PAIRS: tuple[tuple[str, str, float], ...] = (
    *(("ink", ground, 7.0) for ground in GROUNDS),
    *(("ink2", ground, 4.5) for ground in GROUNDS),
    *(("edge", ground, 3.0) for ground in ("sheet", "inset")),
    *(("focus", ground, 3.0) for ground in GROUNDS),
    *(("primer", ground, 4.5) for ground in ("sheet", "inset", "primer-soft")),
    *(("plant", ground, 4.5) for ground in ("sheet", "inset", "plant-soft")),
    *(("holds", ground, 4.5) for ground in ("sheet", "inset", "holds-soft")),
    *(("look", ground, 4.5) for ground in ("sheet", "look-soft")),
    ("on-primer", "primer", 4.5),
    ("on-holds", "holds", 4.5),
    *(("ink", f"{name}-soft", 7.0) for name in ("primer", "plant", "holds", "look")),
)


@cache
def colours() -> dict[str, dict[str, str]]:
    """Theme → name without `--pp-` → #RRGGBB."""
    text = (SHELL / "tokens.css").read_text(encoding="utf-8")
    light, _, dark = text.partition('[data-jp-theme-light="false"]')
    one = re.compile(r"--pp-([\w-]+):\s*(#[0-9A-Fa-f]{6})")
    return dict(zip(THEMES, (dict(one.findall(light)), dict(one.findall(dark))), strict=True))
