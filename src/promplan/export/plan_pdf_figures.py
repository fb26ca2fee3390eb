"""Which pictures of a chapter its pages have room for: two beside each other; of the others the captions are kept.

What the pages tell in a form of their own, house, calendar, funnel and posters, is not shown twice.
"""

import base64
import struct
from typing import Any

from promplan.export.plan_pdf_sections import Set, Setting
from promplan.language import say

ROOM = 2  # pictures of a chapter
TWICE = ("message_house", "gantt", "poster", "funnel", "audience_map", "production_network", "raci")
FIRST = (
    "visit_timeline",
    "shot_coverage",
    "calendar_heat",
    "workload",
    "reach_curves",
    "exposures",
    "plan_against_result",
    "results_funnel",
)


def chosen(sections: list[dict[str, Any]], setting: Setting) -> list[Set]:
    """The pictures of a chapter, taken out of its sections and drawn."""
    found = [it for one in sections for it in _taken(one)]
    kept = [it for it in found if _kind(it) not in TWICE]
    kept.sort(key=lambda it: FIRST.index(_kind(it)) if _kind(it) in FIRST else len(FIRST))
    several = [it for n, it in enumerate(kept) if _kind(it) not in [_kind(other) for other in kept[:n]]]
    shown = several[:ROOM]
    for one in kept:
        if one not in shown:
            setting.leave(str(say("Pictures")), one["name"], one["caption"].partition(".")[0])
    return [drawn(it) for it in shown]


def drawn(one: Set) -> Set:
    """A picture with its bytes, as text."""
    return {"kind": "figure", "picture": framed(one["png"]()), "caption": one["caption"], "alt": one["alt"]}


def framed(png: bytes) -> str:
    """A PNG inside an SVG: the template's data are text."""
    width, height = struct.unpack(">II", png[16:24])
    held = base64.b64encode(png).decode()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
        f'<image width="{width}" height="{height}" href="data:image/png;base64,{held}"/></svg>'
    )


def _kind(one: Set) -> str:
    """The name of a picture without the record that it is of."""
    return str(one["name"]).partition("-")[0]


def _taken(one: dict[str, Any]) -> list[Set]:
    """The pictures among blocks, at any depth, no longer there."""
    taken: list[Set] = []
    kept = []
    for block in one["blocks"]:
        if block["kind"] == "figure":
            taken.append(block)
            continue
        for card in (*block.get("cards", ()), block):
            if isinstance(card.get("blocks"), list):
                taken += _taken(card)
        kept.append(block)
    one["blocks"] = kept
    return taken
