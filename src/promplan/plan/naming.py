"""What a reader calls a place of the plan: the object of a finding, a list, an address of any depth."""

from promplan.language import Words, say
from promplan.plan import tree
from promplan.plan.document import Plan
from promplan.plan.labels import label_of
from promplan.plan.sections import BY_PATH, SECTIONS


def named(object_: str) -> str:
    """What a reader calls the object of a finding: an id as it is, a section by its name."""
    found = next((one for one in SECTIONS if one.name == object_), None)
    if object_ == "plan":
        return str(say("plan"))
    return str(found.short) if found else object_


def list_words(path: str) -> Words:
    """What a reader calls a list whose records are named elsewhere: a section, or one in records, `items/script`."""
    if path in BY_PATH:
        return BY_PATH[path].words
    owner, _, name = path.rpartition("/")
    return label_of(tree.kind_at(Plan, owner).model_fields[name]) or Words(name)


def called(address: str) -> str:
    """What a reader calls an address of the plan: `F3`, `F3: Clearance`, or the section's name."""
    steps = address.split("/")
    if len(steps) == 1:
        return str(BY_PATH[address].place) if address in BY_PATH else address
    id_, part = (steps[-1], "") if len(steps) % 2 == 0 else steps[-2:]
    return f"{id_}: {_field(address)}" if part else id_


def _field(address: str) -> str:
    """The label of the part or the list at the end of an address; its name where no form shows it."""
    owner, _, path = address.rpartition("/")
    *before, name = path.split(".")
    kind = tree.kind_at(Plan, owner)
    for step in before:
        kind = tree.parts(kind)[step]
    return str(label_of(kind.model_fields[name]) or name)
