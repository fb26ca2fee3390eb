"""A plan with records inside records, as the visit and the items will have them: for tests of what any depth needs."""

from typing import Annotated

from pydantic import Field

from promplan.plan import Plan
from promplan.plan.base import Id, Line, Part, Record


class Panel(Record):
    """A panel of a storyboard."""

    LETTER = "S"
    action: Line = ""
    after: Annotated[list[Id], Field(max_length=9)] = Field(default_factory=list)


class Approval(Record):
    """Somebody's yes."""

    LETTER = "Y"
    who: Line = ""


class Rights(Part):
    """What stands in an item beside its panels."""

    music: Line = ""
    approvals: Annotated[list[Approval], Field(max_length=9)] = Field(default_factory=list)


class Item(Record):
    """A piece of content."""

    LETTER = "C"
    title: Line = ""
    fact: Line = ""
    panels: Annotated[list[Panel], Field(max_length=5)] = Field(default_factory=list)
    rights: Rights = Field(default_factory=Rights)


class Deep(Plan):
    """A plan that has items already."""

    items: Annotated[list[Item], Field(max_length=9)] = Field(default_factory=list)
