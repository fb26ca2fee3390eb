"""The plan's notes as Word comments: what was written for those who look at the plan, beside what it is about.

A note for reviewers is never published: it stands in no line of the text, whoever prints or copies it. As a comment it
goes to the press officer, who is a reviewer, and into the team's own copy; nobody else's copy has it. What an approver
wants changed, and notes from the day of the visit, are read in the text and lie in the margin too, where an editor goes
through them one by one.
"""

from dataclasses import dataclass, replace
from typing import Any

from promplan.export.office import clean, shortened
from promplan.export.outline import Block, Field, Fields, Group, Record
from promplan.export.outline_values import Text, words
from promplan.export.wanted import Wanted
from promplan.export.whole import Whole
from promplan.language import say

NOTE = "note"  # what the model calls a note, wherever there is one
PLACING = "placing"  # the part whose note is for reviewers alone
COMMENTED = ("", "press")  # whose copy carries comments
WHO = ("who", "judge")  # fields beside a note that say whose it is
AUTHOR = 60  # signs of an author's name


@dataclass
class Notes:
    """The comments of one document, numbered as they come."""

    document: Any
    wanted: Wanted
    team: str

    @property
    def shown(self) -> bool:
        """Does this reader's copy carry comments?"""
        return self.wanted.reader in COMMENTED

    def add(self, said: Any, author: str = "") -> int:
        """A comment; its number, for the place it belongs to."""
        name = shortened(author, AUTHOR) or shortened(self.team, AUTHOR) or str(say("The team"))
        initials = "".join(word[0] for word in name.split()[:3])
        return int(self.document.comments.add_comment(clean(said), author=name, initials=initials).comment_id)


def for_reviewers(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], list[Field]]:
    """A record's blocks without the notes for reviewers, and these notes."""
    kept: list[Block] = []
    notes: list[Field] = []
    for one in blocks:
        if not (isinstance(one, Group) and one.name == PLACING):
            kept.append(one)
            continue
        inner: list[Block] = []
        for block in one.blocks:
            if isinstance(block, Fields):
                notes += [field for field in block.rows if field.name == NOTE]
                if rest := tuple(field for field in block.rows if field.name != NOTE):
                    inner.append(Fields(rest))
            else:
                inner.append(block)
        if inner:
            kept.append(Group(one.name, one.title, tuple(inner)))
    return tuple(kept), notes


def stripped(told: Whole) -> tuple[Whole, dict[str, list[Field]]]:
    """The plan without its notes for reviewers, and these notes by the records that they are about."""
    found: dict[str, list[Field]] = {}
    sections = []
    for one in told.sections:
        kept: list[Block] = []
        for block in one.blocks:
            if isinstance(block, Record):
                blocks, notes = for_reviewers(block.blocks)
                if notes:
                    found[block.id] = notes
                block = replace(block, blocks=blocks)
            kept.append(block)
        sections.append(replace(one, blocks=tuple(kept)))
    return replace(told, sections=tuple(sections)), found


def author(block: Fields) -> str:
    """Who wrote a note, as the fields beside it say."""
    found = {field.name: field for field in block.rows}
    return next((shortened(found[name].value, AUTHOR) for name in WHO if name in found), "")


def noted(block: Fields) -> list[Field]:
    """The notes among fields."""
    return [one for one in block.rows if one.name == NOTE and isinstance(one.value, Text) and words(one.value).strip()]
