"""Pieces of the plan's page: a section, an object's fields as a table, rows under heads. Every word is escaped."""

import re
from collections.abc import Set
from datetime import date
from html import escape
from typing import Any

from pydantic.fields import FieldInfo

from promplan.language import day, number, pick, say
from promplan.plan.base import Part

CELL = "text-align: left; vertical-align: top"  # in a notebook JupyterLab would put every cell to the right


def section(title: str, body: str) -> str:
    """A headed section; one without a body says that there is nothing yet."""
    nothing = f'<p class="muted">{escape(str(say("Nothing here yet.")))}</p>'
    return f"<section><h2>{escape(title)}</h2>{body or nothing}</section>"


def fields(part: Part, skip: Set[str]) -> str:
    """The fields of an object that are filled in, under the names that its form has; empty where none is."""
    rows = [
        line(label(info), cell(getattr(part, name), info))
        for name, info in type(part).model_fields.items()
        if name not in skip and getattr(part, name) not in (None, "", [])
    ]
    return lines(*rows)


def lines(*rows: str) -> str:
    """Lines as a table of names and values; empty where there is none."""
    return f"<table><tbody>{''.join(rows)}</tbody></table>" if any(rows) else ""


def line(name: str, html: str) -> str:
    """One line: a name, and a value that is HTML already."""
    return f'<tr><th scope="row">{escape(name)}</th><td>{html}</td></tr>'


def label(info: FieldInfo) -> str:
    """What a field is called in its form."""
    return str(pick(_extra(info).get("label", "")))


def _extra(info: FieldInfo) -> dict[str, Any]:
    return info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}


def cell(value: Any, info: FieldInfo) -> str:
    """A field's value as HTML: choices in words, numbers and days as the language writes them."""
    choices = _extra(info).get("choices")
    values = value if isinstance(value, list) else [value]
    shown = "; ".join(str(pick(choices[one]) if choices else _written(one)) for one in values)
    return escape(shown).replace("\n", "<br>")


def _written(value: Any) -> Any:
    if isinstance(value, float):
        return number(value)
    return day(value) if isinstance(value, date) else value


def table(heads: list[str], rows: list[str], kind: str) -> str:
    """Rows of cells under named columns; `kind` is the table's class."""
    cells = "".join(f'<th scope="col">{escape(head)}</th>' for head in heads)
    body = f"<thead><tr>{cells}</tr></thead><tbody>{''.join(rows)}</tbody>"
    body = re.sub(r"<(t[dh])\b", rf'<\1 style="{CELL}"', body)
    return f'<div class="wide"><table class="{kind}">{body}</table></div>'
