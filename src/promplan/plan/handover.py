"""What a case hands over into a team's plan: the registry says which sections; what the team wrote is never touched."""

from copy import deepcopy
from typing import Any

from promplan.plan import edit, tree
from promplan.plan.base import Part, Record
from promplan.plan.document import Plan
from promplan.plan.merging.matching import different, words
from promplan.plan.sections import BY_PATH, SECTIONS, Section

HANDED = tuple(one for one in SECTIONS if one.handed)


def take(plan: Plan, kit: Plan) -> tuple[Plan, list[Section]]:
    """The plan with its empty sections filled from the kit, and which those were.

    Records that are handed over beside the team's own come with the records of their unit that name them, under ids
    still free; what names a record that the team has already names the team's, and what names one that it has not
    names nothing.
    """
    new = plan.model_copy(deep=True)
    empty = {one.path for one in HANDED if _blank(tree.at(plan, one.path))}
    now: dict[str, str] = {}
    took = set()
    for section in HANDED:
        if section.handed == "beside" and any(_named_in(section, it) for it in empty):
            known = {words(one) for one in edit.records(plan, section.path)}
            for one in edit.records(kit, section.path):
                if words(one) not in known:
                    new, now[one.id] = edit.add(new, section.path, one.model_dump(exclude={"id"}))
                    took.add(section.path)
        for path in _lists(section) if section.path not in empty else ():
            own = edit.records(plan, path)
            now |= {one.id: _own(one, own) for one in edit.records(kit, path) if one.id not in now}
    for section in HANDED:
        theirs = deepcopy(tree.at(kit, section.path))
        if section.handed == "filled" and section.path in empty and not _blank(theirs):
            owner, name = edit.owner(new, section.path)
            setattr(owner, name, _under(theirs, now))
            took.add(section.path)
    return new, [one for one in HANDED if one.path in took]


def _named_in(beside: Section, path: str) -> bool:
    """Do records of a section name those that come beside it? Of another unit's they name the team's own, or none."""
    of = BY_PATH[path]
    return of.unit == beside.unit and beside.path in tree.named_lists(of.model)


def _lists(section: Section) -> list[str]:
    """The lists of records that a section is, or that stand in it."""
    return [one.path for one in SECTIONS if one.is_list and f"{one.path}.".startswith(f"{section.path}.")]


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
