"""A row of the difference in words: the same on a screen and on the command line."""

from promplan.export.calendar_compare import Change, Difference, Row
from promplan.export.sheet_said import Said
from promplan.language import Words, say, say_in, say_many

KINDS: dict[str, Words] = {
    "changed": say_in("row", "changed"),
    "new": say_in("row", "new"),
    "gone": say_in("row", "missing"),
    "unread": say_in("row", "cannot be taken"),
}
SIGNS = {"changed": "info", "new": "new", "gone": "warning", "unread": "error"}
LONG = 300  # signs of a text in a line


def said(row: Row) -> Said:
    """A row in words."""
    piece = " · ".join(it for it in (row.id, row.title) if it) or str(say("without a title"))
    kind = KINDS[row.kind]
    head = (
        say("Row {n}, {kind}: {piece}", n=row.number, kind=kind, piece=piece)
        if row.number
        else say("{kind}: {piece}", kind=kind, piece=piece)
    )
    torn = [one.column.words for one in row.changes if one.torn]
    notes = list(row.notes)
    if torn:
        listed = ", ".join(map(str, torn))
        notes.insert(0, say("Changed in the plan too since the file was made: {fields}. Compare both.", fields=listed))
    sign = "warning" if torn else SIGNS[row.kind]
    return Said(row.key, sign, head, tuple(map(_change, row.changes)), tuple(notes), row.kind != "unread", row.calm)


def _change(one: Change) -> tuple[Words, str, str]:
    """Of a long text the part that differs."""
    before, after = one.before, one.after
    if max(len(before), len(after)) > LONG:
        start = next((n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), 0)
        start = max(0, min(start, min(len(before), len(after))) - LONG // 4)
        before, after = (_part(text, start) for text in (before, after))
    return one.column.words, before, after


def _part(text: str, start: int) -> str:
    part = text[start : start + LONG]
    return f"{'…' if start else ''}{part}{'…' if len(text) > start + LONG else ''}"


def counted(found: Difference) -> list[Words]:
    """How much differs, in a line each."""
    counts = {kind: sum(one.kind == kind for one in found.rows) for kind in KINDS}
    lines = []
    if n := counts["changed"]:
        lines.append(say_many("{n} row is another.", "{n} rows are others.", n))
    if n := counts["new"]:
        lines.append(say_many("{n} row is a new piece.", "{n} rows are new pieces.", n))
    if n := counts["gone"]:
        lines.append(say_many("{n} piece is missing in the sheet.", "{n} pieces are missing in the sheet.", n))
    if n := counts["unread"]:
        lines.append(say_many("{n} row cannot be taken as it is.", "{n} rows cannot be taken as they are.", n))
    if not found.rows:
        lines.append(say("Nothing differs: the plan holds all of it already."))
    elif found.same:
        lines.append(say_many("{n} row is the same.", "{n} rows are the same.", found.same))
    return lines
