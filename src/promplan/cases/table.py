"""A small table that reads well in a notebook, and as plain text where there is none."""

from dataclasses import dataclass
from html import escape


@dataclass(frozen=True)
class Table:
    """Rows of text under named columns, with a caption and, if there is something to add, a note below."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""

    def _repr_html_(self) -> str:
        heads = "".join(f'<th scope="col" style="text-align: left">{escape(one)}</th>' for one in self.columns)
        cell = '<td style="text-align: left; vertical-align: top; white-space: normal; word-break: normal">{}</td>'
        lines = "".join("<tr>" + "".join(cell.format(escape(value)) for value in row) + "</tr>" for row in self.rows)
        note = f"<p>{escape(self.note)}</p>" if self.note else ""
        return (
            f'<table class="promplan-table" style="word-break: normal"><caption>{escape(self.title)}</caption>'
            f"<thead><tr>{heads}</tr></thead><tbody>{lines}</tbody></table>{note}"
        )

    def __repr__(self) -> str:
        wide = [max(map(len, column)) for column in zip(self.columns, *self.rows, strict=True)]
        lines = [
            "  ".join(value.ljust(width) for value, width in zip(row, wide, strict=True)).rstrip()
            for row in (self.columns, tuple("─" * width for width in wide), *self.rows)
        ]
        return "\n".join([self.title, *lines, *([self.note] if self.note else [])])
