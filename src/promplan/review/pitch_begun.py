"""Has the team begun its pitch? Until then the rules of unit 10 see nothing. And what its parts and ids are."""

from collections.abc import Iterator

from promplan.measure.script import timed
from promplan.plan import tree
from promplan.plan.base import Record
from promplan.plan.document import Plan
from promplan.plan.pitch import PitchPart
from promplan.text.substance import blank

UNIT = "10-pitch"
CARD = "pitch"
LIMIT = 180  # seconds: three minutes


def begun(plan: Plan) -> bool:
    """Does a part of the pitch say something, or is anything said of whom it asks what?"""
    own = plan.pitch
    return bool(said(plan)) or not all(blank(one) for one in (own.ask, own.to, own.left_out))


def said(plan: Plan) -> list[PitchPart]:
    """The parts that say something."""
    return [one for one in plan.pitch.parts if not blank(one.says)]


def limit(plan: Plan) -> int:
    """The seconds that there are."""
    return plan.pitch.limit or LIMIT


def takes(plan: Plan, one: PitchPart) -> float:
    """The seconds of a part: those that the team set, else as long as its words take at ease."""
    return float(one.seconds) if one.seconds else timed(one.says, plan.meta.language).easy


def records(plan: Plan) -> Iterator[Record]:
    """Every record that an id of the pitch may lead to: all but the pitch's own and the letters."""
    for one in tree.record_lists(plan):
        if not one.path.startswith(("pitch.", "desk.")):
            yield from one.rows
