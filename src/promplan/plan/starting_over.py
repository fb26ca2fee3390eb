"""Starting over: the plan with what a unit fills emptied; the registry says what that is."""

from promplan.plan import edit, tree
from promplan.plan.document import Plan
from promplan.plan.sections import SECTIONS


def emptied(plan: Plan, unit: str) -> Plan:
    """The plan with the unit's sections as they were at the start; what only another unit fills stays."""
    new = plan.model_copy(deep=True)
    for section in SECTIONS:
        if section.unit == unit and not section.stays:
            owner, name = edit.owner(new, section.path)
            setattr(owner, name, type(tree.at(new, section.path))())
    return new
