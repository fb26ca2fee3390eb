"""The register of facts in the outline: a row each, with what the number is, where it is from and who lets it out."""

from collections.abc import Iterator
from dataclasses import replace

from promplan.export.outline import Field, Row, Rows, Said, cell
from promplan.export.outline_parts import NUMBER, Titles, field, value
from promplan.export.outline_values import Choice, Number, Quoted, Value
from promplan.language import say
from promplan.plan.enterprise import Clearance, Fact
from promplan.review.data import magnitudes

HEADS: tuple[Said, ...] = (NUMBER, say("Fact"), say("Value"), say("Source"), say("As of"), say("Clearance"))


def register(facts: list[Fact], known: Titles, caption: Said = "", *, details: bool = True) -> Rows:
    """The facts as rows; without `details` what a lesson looks at, else everything that is known of them."""
    numbers = dict.fromkeys(known, "")  # of other facts only the number: what they say stands in the same table
    return Rows(HEADS, tuple(_row(one, numbers, details) for one in facts), caption, "records")


def _row(one: Fact, known: Titles, details: bool) -> Row:
    def more(*names: str) -> list[Field | None]:
        return [field(one, name, known) for name in names] if details else []

    cells = (
        cell(one.id),
        cell(one.statement, *more("about"), *([_kind(one)] if details else []), *more("surprise")),
        cell(*_figure(one)),
        cell(one.source, _bare(field(one, "source_kind", known)), *more("derived_from", "checked_by")),
        cell(value(one, "as_of", known), *more("valid_until")),
        cell(*_clearance(one.clearance, known)),
    )
    return Row(cells, one.id)


def _figure(one: Fact) -> Iterator[Value | Field | None]:
    """The number with unit and tolerance; what is there of them without the number under its label."""
    if one.value is not None:
        yield Number(one.value, one.unit, one.tolerance)
    else:
        yield from (field(one, name, {}) for name in ("unit", "tolerance"))


def _kind(one: Fact) -> Field | None:
    """The kind of number by the name that the course gives it."""
    found = field(one, "quantity", {})
    if found is None or one.quantity not in magnitudes():
        return found
    return replace(found, value=Choice(one.quantity, magnitudes()[one.quantity].name))


def _bare(found: Field | None) -> Field | None:
    """A field that its value explains well enough."""
    return found and replace(found, label="")


def _clearance(one: Clearance, known: Titles) -> Iterator[Value | Field | None]:
    """Who lets it out, and once it is out in which words, where, until when: a draft would soon be quoted."""
    yield value(one, "state", known)
    if one.state == "cleared" and one.wording.strip():
        yield Quoted(one.wording)
    yield value(one, "by", known) if one.state == "cleared" else field(one, "by", known)
    if one.state == "cleared":
        yield value(one, "channels", known)
        yield field(one, "until", known)
