"""What a case hands over into a team's plan: the registry says which sections; what the team wrote is never touched."""

from copy import deepcopy
from typing import Any

from promplan.plan import edit, tree
from promplan.plan.base import Part, Record
from promplan.plan.document import Plan
from promplan.plan.merging.matching import different, words
from promplan.plan.sections import SECTIONS, Section

HANDED = tuple(one for one in SECTIONS if one.handed)


def take(plan: Plan, kit: Plan) -> tuple[Plan, list[Section]]:
    """The plan with its empty sections filled from the kit, and which those were.

    Records that are handed over beside the team's own come with the records that name them, under ids still free; what
    names a record that the team has already names the team's, and what names one that it has not names nothing.
    """
    new = plan.model_copy(deep=True)
    empty = {one.path for one in HANDED if _blank(tree.at(plan, one.path))}
    now: dict[str, str] = {}
    took = set()
    for section in HANDED:
        if section.handed == "beside" and any(section.path in tree.named_lists(tree.kind_at(Plan, it)) for it in empty):
            known = {words(one) for one in edit.records(plan, section.path)}
            for one in edit.records(kit, section.path):
                if words(one) not in known:
                    new, now[one.id] = edit.add(new, section.path, one.model_dump(exclude={"id"}))
                    took.add(section.path)
        if section.is_list and section.path not in empty:
            own = edit.records(plan, section.path)
            now |= {one.id: _own(one, own) for one in edit.records(kit, section.path) if one.id not in now}
    for section in HANDED:
        theirs = deepcopy(tree.at(kit, section.path))
        if section.handed == "filled" and section.path in empty and not _blank(theirs):
            owner, name = edit.owner(new, section.path)
            setattr(owner, name, _under(theirs, now))
            took.add(section.path)
    return new, [one for one in HANDED if one.path in took]


def _blank(section: Any) -> bool:
    return bool(section == type(section)())


def _own(theirs: Record, own: list[Record]) -> str:
    """The id that a record of the kit has among the team's own: by its words, or else by its id; "" where none is it.

    What stands under the kit's id may be something else by now, and what names it would then rest on the wrong thing.
    """
    named = next((one.id for one in own if words(one) and words(one) == words(theirs)), "")
    return named or next((one.id for one in own if one.id == theirs.id and not different(one, theirs)), "")


def _under(section: Any, now: dict[str, str]) -> Any:
    """The section with what it names under the ids that those records got here."""

    def id_(old: str) -> str:
        return now.get(old, old)

    return tree.referring(section, id_) if isinstance(section, Part) else [tree.referring(it, id_) for it in section]
