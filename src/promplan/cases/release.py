"""What the plant lets out: art made of its data, with the scale on or off, and finished versions, step by step."""

from typing import Literal

from promplan.cases.rows import Id, Row, Told, rows
from promplan.language import Problem, say

LetOut = Literal["yes", "words", "no"]


class Said(Row):
    """An answer: let out, let out in this form only, or not."""

    state: LetOut
    said: Told


class Art(Row):
    """What is said of a work made of one series: `scaled` with its numbers, `bare` without; `legend` goes beside it."""

    data: Id
    by: Id
    legend: Told
    scaled: Said
    bare: Said

    def answer(self, scaled: bool) -> Said:
        """The answer to a work with its scale on, or taken off."""
        return self.scaled if scaled else self.bare


class Step(Row):
    """A step of the approval of one version: who looks, at what, after whom, and what each says."""

    id: Id
    by: Id
    after: tuple[Id, ...]
    accountable: bool
    what: Told
    asks: Told
    yes: Told
    changed: Told
    lacks: Told


def art(case: str) -> tuple[Art, ...]:
    """The answers about works made of the kit's series; none for a real plant."""
    return rows(case, "art", "art", Art)


def art_of(case: str, data: str) -> Art:
    """The answer about one series; a `Problem` that names those there are."""
    known = {one.data: one for one in art(case)}
    if data not in known:
        shown = ", ".join(known)
        raise Problem(
            say("The plant has said nothing about “{name}”. It knows these series: {known}.", name=data, known=shown)
        )
    return known[data]


def approvals(case: str) -> tuple[Step, ...]:
    """The steps in an order in which they can be taken; none for a real plant."""
    return rows(case, "approvals", "step", Step)
