"""Who looked at a piece of content, what they said, and of which version: a yes holds for what was seen."""

import hashlib
import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal

from pydantic import Field

from promplan.language import say_in
from promplan.plan import tree
from promplan.plan.base import Day, Digest, Line, Part, Record, Text
from promplan.plan.labels import choices, label

if TYPE_CHECKING:
    from promplan.plan.items import Item

Judge = Literal["", "engineer", "safety", "people", "money", "plant", "personnel", "legal", "editor"]
State = Literal["open", "asked", "approved", "changes", "refused"]
Raci = Literal["", "R", "A", "C", "I"]

JUDGES = choices(
    {
        "": say_in("judge", "not chosen"),
        "engineer": "engineer: are the facts right?",
        "safety": "safety engineer: does everybody work as the rules want?",
        "people": "papers: may everybody in it be shown?",
        "money": "finance: is every sum true, and may it be said?",
        "plant": "the plant: may it go out?",
        "personnel": "personnel: is the offer true?",
        "legal": "lawyer",
        "editor": "editor: is it good?",
    }
)
STATES = choices(
    {
        "open": say_in("approval", "not asked yet"),
        "asked": say_in("approval", "asked, no answer yet"),
        "approved": "approved",
        "changes": "changes wanted",
        "refused": say_in("approval", "refused"),
    }
)
RACI = choices(
    {
        "": say_in("RACI", "not chosen"),
        "R": "R: does it",
        "A": "A: answers for the result",
        "C": "C: is asked",
        "I": "I: is told",
    }
)
# of an item, what its version is made of; whatever else it holds says who does what and when
CONTENT = (
    "title",
    "message",
    "form",
    "channel",
    "headline",
    "text",
    "script",
    "panels",
    "subtitles",
    "alt",
    "rights",
    "ai",
)
UNSEEN = frozenset({"id", "by", "paper"})  # in what stands there: nobody who looks at the version sees these
SEEN = frozenset({"attachments", "channels"})  # what it names of these is seen; of others, as of facts, a trace


class Approval(Record):
    """What one judge said, `Y1`, `Y2` …, of the version with this digest."""

    LETTER = "Y"
    judge: Judge = Field("", json_schema_extra=label("Who judges it", choices=JUDGES))
    who: Line = Field("", json_schema_extra=label("Role or name", help="the process engineer who signs"))
    raci: Raci = Field("", json_schema_extra=label("Part in it (RACI)", choices=RACI))
    state: State = Field("open", json_schema_extra=label(say_in("approval", "Verdict"), choices=STATES))
    on: Day | None = Field(None, json_schema_extra=label("Said on"))
    note: Text = Field("", json_schema_extra=label("What they want changed", wide=True))
    version: Digest = Field("", json_schema_extra=label("Version that was seen", inside=True))


def content_digest(item: "Item") -> str:
    """The digest of what is said and shown, and where: other words, another digest.

    Dates, owners, steps and approvals are no part of it, nor ids, which a merge may give anew.
    """
    places = {one.id: str(n) for n, one in enumerate(item.script, 1)}
    told = {name: seen(getattr(item, name), places) for name in CONTENT}
    text = json.dumps(told, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()


def holds(approval: Approval, item: "Item") -> bool:
    """Is it a yes to the very version that stands in the plan?"""
    return approval.state == "approved" and approval.version == content_digest(item)


def seen(value: Any, places: Mapping[str, str] = MappingProxyType({})) -> Any:
    """A value as JSON knows it; a line of the script is named by its place."""
    if isinstance(value, Part):
        refers = tree.refers(type(value))
        told = {}
        for name in type(value).model_fields.keys() - UNSEEN:
            if name not in refers or refers[name] in SEEN:
                told[name] = seen(getattr(value, name), places)
            elif refers[name] == "items/script":
                told[name] = places.get(getattr(value, name), "")
        return told
    if isinstance(value, list):
        return [seen(one, places) for one in value]
    return value if isinstance(value, str | bool | int | float | None) else str(value)
