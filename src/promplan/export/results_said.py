"""A result of the difference in words: the same on a screen and on the command line."""

from dataclasses import dataclass

from promplan.export.results_compare import Difference, Found
from promplan.export.sheet_said import Said
from promplan.export.sheet_table import spans
from promplan.language import Words, say, say_in, say_many

KINDS: dict[str, Words] = {
    "changed": say_in("result in a file", "other numbers"),
    "new": say_in("result in a file", "new"),
    "unread": say_in("row", "cannot be taken"),
}
SIGNS = {"changed": "info", "new": "new", "unread": "error"}


@dataclass(frozen=True)
class ResultSaid(Said):
    """A result: besides, what it is called, and whose piece it is, by its id."""

    called: str
    piece: str


def said(one: Found) -> ResultSaid:
    """A result in words."""
    kind = KINDS[one.kind]
    head = say_many(
        "Row {rows}, {kind}: {what}",
        "Rows {rows}, {kind}: {what}",
        max(1, len(one.rows)),
        rows=spans(one.rows or (one.number,)),
        kind=kind,
        what=one.what or say("without a title"),
    )
    notes = [*one.notes]
    if one.kind != "unread":
        notes.append(
            say("Piece {item}, found {how}.", item=one.match.item, how=one.match.why)
            if one.match.item
            else say("No piece of the plan fits. Taken, it is a result without a piece.")
        )
    sign = "warning" if one.kind != "unread" and not one.calm else SIGNS[one.kind]
    changes = tuple((it.words, it.before, it.after) for it in one.changes)
    return ResultSaid(
        one.key, sign, head, changes, tuple(notes), one.kind != "unread", one.calm, one.called, one.match.item
    )


def counted(found: Difference) -> list[Words]:
    """How much differs, in a line each."""
    counts = {kind: sum(one.kind == kind for one in found.rows) for kind in KINDS}
    lines = []
    if n := counts["new"]:
        lines.append(say_many("{n} new result.", "{n} new results.", n))
    if n := counts["changed"]:
        lines.append(say_many("{n} result has other numbers now.", "{n} results have other numbers now.", n))
    if n := sum(one.kind != "unread" and not one.match.item for one in found.rows):
        lines.append(say_many("{n} of them belongs to no piece.", "{n} of them belong to no piece.", n))
    if n := counts["unread"]:
        lines.append(say_many("{n} row cannot be taken as it is.", "{n} rows cannot be taken as they are.", n))
    if not found.rows:
        lines.append(say("Nothing differs: the plan holds all of it already."))
    elif found.same:
        lines.append(say_many("{n} result is the same.", "{n} results are the same.", found.same))
    return lines
