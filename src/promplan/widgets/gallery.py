"""The parts on one page, for those who make another: the tokens with their contrast, every state, the live editors.

The editors are the real ones: their scripts and what the kernel would have sent, without a kernel behind them.
"""

import json
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path
from typing import Any

from anywidget import AnyWidget

from promplan import language
from promplan.language import Words, say
from promplan.plan.document import Plan
from promplan.plan.store import MemoryStore
from promplan.review import check
from promplan.widgets import parts
from promplan.widgets.dress import Dress
from promplan.widgets.findings import Findings
from promplan.widgets.funnel import funnel
from promplan.widgets.guard import Guard
from promplan.widgets.house import drawn
from promplan.widgets.parts.tokens import PAIRS, THEMES, colours, contrast

HERE = Path(__file__).parent
STYLES = ("guard.css", "sheet.css", "sort.css", "findings.css", "funnel.css", "house.css", "desk.css")


def gallery(plan: Plan, begun: Plan, sheets: Iterable[Any], unit: str) -> str:
    """The page.

    Args:
        plan: a whole plan, whose house and funnel are shown. begun: one with open findings of `unit`.
        sheets: panels of questions, one of each kind.
    """
    store = MemoryStore(plan)
    findings = Findings({}, lambda act: act())
    findings.show(check(begun, unit))
    live = [*(one for panel in (*sheets, funnel(store)) for one in _widgets(panel)), findings]
    scripts = list(dict.fromkeys(str(one._esm) for one in live))
    mounted = [{"script": scripts.index(str(one._esm)), "state": _state(one)} for one in live]
    sections = [
        (say("Colours"), "".join(_palette(theme) for theme in THEMES)),
        (say("Buttons"), _buttons()),
        (say("Fields"), _fields()),
        (say("Saved and not saved"), _saved()),
        (say("Message house"), drawn(plan)),
        (say("Live parts, without a kernel: nothing answers"), '<div id="live"></div>'),
    ]
    data = json.dumps({"scripts": scripts, "mounted": mounted}, ensure_ascii=False).replace("</", "<\\/")
    page = (HERE / "parts" / "gallery.html").read_text(encoding="utf-8")
    title = str(say("The parts"))
    filled = {
        "LANG": language.current(),
        "TITLE": escape(title),
        "THEME": escape(str(say("Light or dark"))),
        "STYLE": parts.style(*STYLES),
        "BODY": "".join(f"<h2>{_e(head)}</h2>{body}" for head, body in sections),
        "DATA": data,
    }
    for name, text in filled.items():
        page = page.replace(f"<!--{name}-->", text)
    return page


def _widgets(panel: Any) -> Iterator[AnyWidget]:
    """The widgets with a script of their own in a panel; guard and dress show nothing by themselves."""
    for one in getattr(panel, "children", ()):
        if isinstance(one, AnyWidget) and not isinstance(one, Guard | Dress):
            yield one
        else:
            yield from _widgets(one)


def _state(one: AnyWidget) -> dict[str, Any]:
    """What the kernel would have sent of it."""
    return {name: value for name, value in one.get_state().items() if not name.startswith("_") and _plain(value)}


def _plain(value: Any) -> bool:
    return isinstance(value, str | int | float | bool | list | dict | None)


def _palette(theme: str) -> str:
    known = colours()[theme]
    rows = "".join(
        f'<li><i style="background:{known[ground]};color:{known[name]}">Aa</i><span>{name} / {ground}</span>'
        f"<b>{contrast(known[name], known[ground]):.1f}</b></li>"
        for name, ground, _ in PAIRS
    )
    return f'<h3>{theme}</h3><ul class="gallery-colours">{rows}</ul>'


def _buttons() -> str:
    kinds = [("primary", say("Check")), ("plain", say("Add")), ("quiet", say("Undo"))]
    made = "".join(f'<button class="pp-btn pp-{kind}">{_e(words)}</button>' for kind, words in kinds)
    off = f'<button class="pp-btn pp-plain" disabled>{_e(say("Remove"))}</button>'
    return f'<div class="pp-part pp-row">{made}{off}</div>'


def _fields() -> str:
    """A form as ipywidgets lay it, in the parts' dress."""
    text = (
        '<div class="widget-inline-hbox widget-text"><label class="widget-label" for="g1">{label}</label>'
        '<input id="g1" type="text" value="170"></div><span class="pp-help">{help}</span>'
    )
    words = say("this is not a number; write it in digits, such as 12 or 0.5")
    wrong = f'<span class="pp-wrong"><span>{_e(words)}</span></span>'
    filled = text.format(label=_e(say("Value")), help=_e(say("the number alone; its unit has a field of its own")))
    return f'<div class="pp-part pp-editor pp-card widget-vbox"><div class="widget-vbox">{filled}{wrong}</div></div>'


def _saved() -> str:
    told = [
        ("fine", say("✔ Saved.")),
        ("trouble", say("✘ Not saved: the disk is full. Make room, then type it again.")),
    ]
    made = "".join(f'<div class="promplan-guard" data-state="{state}">{_e(words)}</div>' for state, words in told)
    return f'<div class="pp-part">{made}</div>'


def _e(words: Words) -> str:
    return escape(str(words))
