"""Which findings the desk can help with, and what it is to ask about: the address that a letter would have."""

from promplan.plan import asking, edit, tree
from promplan.plan.document import Plan
from promplan.review.finding import Finding

OWN = frozenset(  # rules whose own object is asked about
    {"FACT-6", "FACT-6N", "FACT-6U", "IDEA-7", "IDEA-7N", "PRD-2", "PRD-21", "PRD-5P", "PRD-6"}
)
NAMED = {"PRD-20": "shot", "FACT-6I": "id"}  # the value of the message that names it
LISTS = {
    "F": asking.FACTS, "Q": asking.QUESTIONS, "I": asking.IDEAS,
    "G": asking.PERMITS, "T": asking.SHOTS, "C": asking.ITEMS,
}  # fmt: skip


def asks(plan: Plan, one: Finding) -> str:
    """The address of what may be asked about; empty where the finding is no matter of the plant's."""
    if one.rule == "PRD-5":  # on the approval of a piece
        return next(
            (f"{asking.ITEMS}/{it.id}" for it in plan.items if any(yes.id == one.object for yes in it.approvals)), ""
        )
    id_ = one.object if one.rule in OWN else str(one.message.values.get(NAMED.get(one.rule, ""), ""))
    path = LISTS.get(tree.letter_of(id_), "")
    return f"{path}/{id_}" if path and edit.is_there(plan, f"{path}/{id_}") else ""
