"""Ideas and channels in the outline: a poster once there is one, a channel by the name that the course gives it."""

from collections.abc import Mapping
from dataclasses import replace

from promplan.export.outline import Block, Field, Fields, Said
from promplan.export.outline_parts import Titles, record
from promplan.export.outline_values import Choice
from promplan.plan.document import Plan
from promplan.plan.poster import Poster
from promplan.text.dated import channels as known_channels

Names = Mapping[str, Mapping[str, str]]


def ideas(plan: Plan, known: Titles, caption: Said) -> tuple[Block, ...]:
    """The ideas; a recipe in which nothing is chosen yet is none."""
    return tuple(record(one, known, {"poster": ()} if one.poster == Poster() else None) for one in plan.ideas)


def channels(plan: Plan, known: Titles, caption: Said) -> tuple[Block, ...]:
    """The channels; one of the course's by its name."""
    names: Names = {one.id: {"en": one.name["en"], "ru": one.name["ru"]} for one in known_channels()}
    told = [record(one, known) for one in plan.channels]
    return tuple(replace(one, blocks=tuple(_named(block, names) for block in one.blocks)) for one in told)


def _named(block: Block, names: Names) -> Block:
    return Fields(tuple(_told(one, names) for one in block.rows)) if isinstance(block, Fields) else block


def _told(one: Field, names: Names) -> Field:
    """A field in which a channel's id gives way to its name."""
    key = str(one.value)
    return replace(one, value=Choice(key, names[key])) if one.name == "channel" and key in names else one
