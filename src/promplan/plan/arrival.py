"""A file that did not come from what a notebook holds: another plan, an older copy, one that lacks what is held.

It is never followed silently. What is held is kept as a backup and stays on the screen; saves wait, as "not saved",
until somebody chooses between joining both, taking theirs and keeping mine: going on with either would overwrite the
other.
"""

from dataclasses import dataclass, field
from typing import Literal

from promplan.language import Problem, Words, say
from promplan.plan import tree
from promplan.plan.document import Plan
from promplan.plan.lineage import Relation

Kind = Literal["other", "older", "apart", "lacking", "unkept"]


@dataclass(frozen=True)
class Arrival:
    """What arrived: the plan, its bytes and its revision, and why it is asked about.

    Attributes:
        kind: `other`: another plan. `older`: an earlier state of this one. `apart`: made from an earlier state, and
            this notebook's changes are not in it. `lacking`: written by another program, and things are missing in it.
            `unkept`: it could be followed, but no backup of what is held can be kept.
    """

    plan: Plan
    text: bytes = field(repr=False)
    revision: str
    kind: Kind

    @property
    def may_be_joined(self) -> bool:
        """Two plans that were not begun as one cannot be joined."""
        return self.kind != "other"

    @property
    def words(self) -> Words:
        """What has happened, in a sentence."""
        match self.kind:
            case "other":
                return say("There is another plan where yours was: that of {team}.", team=self._team)
            case "older":
                return say("There is an older copy of your plan where yours was.")
            case "apart":
                return say("There is a copy of your plan where yours was, and it does not have the latest changes.")
            case "lacking":
                return say(
                    "There is a copy of your plan where yours was, and some of what you have is missing from it."
                )
            case _:
                return say("Another program changed your plan's file, and what you see here could not be backed up.")

    @property
    def _team(self) -> object:
        return self.plan.team.name or say("(no name)")


class Asked(Problem):
    """Nothing is saved before somebody has chosen."""

    def __init__(self, arrival: Arrival) -> None:
        what = arrival.words
        super().__init__(say("{what} Choose in the first cell of this notebook what becomes of it.", what=what))


def doubt(held: Plan, found: Plan, relation: Relation) -> Kind | None:
    """Why `found` must be asked about before it is followed; None where it may be."""
    if relation == "newer" or relation == "taken":
        return None
    if found.meta.plan_id != held.meta.plan_id:
        return "other"
    if relation != "unknown":
        return relation
    return "lacking" if _lacks(found, held) else None


def _lacks(found: Plan, held: Plan) -> bool:
    """Is a record gone that is held? Then this is more than a correction by hand."""
    return not {one.id for one in tree.records(held)} <= {one.id for one in tree.records(found)}
