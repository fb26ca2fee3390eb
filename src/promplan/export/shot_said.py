"""A shot as a sheet of the visit says it: how it is taken, what to mind, and whether it may be filmed at all."""

from promplan.export.outline_parts import Titles
from promplan.export.outline_values import words
from promplan.language import say
from promplan.plan.camera import MOVES, SIZES
from promplan.plan.enterprise import CLEARANCE_STATES
from promplan.plan.shots import PRIORITIES, Shot, Stop
from promplan.review.banned import banned, let_out


def how(one: Shot) -> str:
    """Its size, move, seconds and sound, as far as they are known, in a line."""
    said = [words(SIZES[one.size]).partition(":")[0] if one.size else "", words(MOVES[one.move]) if one.move else ""]
    if one.seconds is not None:
        said.append(str(say("{n} s", n=one.seconds)))
    if one.sound:
        said.append(str(say("sound: {what}", what=one.sound)))
    return " · ".join(it for it in said if it)


def priority(one: Shot) -> str:
    """Must, should or could, in a word; empty where nobody has said."""
    return words(PRIORITIES[one.priority]).partition(":")[0] if one.priority else ""


def minded(one: Shot, known: Titles) -> list[str]:
    """Who is in it, what must not be, and on which condition it was let out; `known` are the people's titles."""
    mind = []
    if one.people:
        mind.append(str(say("in it: {who}", who=", ".join(known.get(it, it) or it for it in one.people))))
    if one.avoid:
        mind.append(str(say("not in frame: {what}", what="; ".join(one.avoid))))
    if one.clearance.conditions:
        mind.append(str(say("only if: {what}", what=one.clearance.conditions)))
    return mind


def exception(one: Shot, stop: Stop | None) -> str:
    """Where a shot shows what is banned there: that the plant has let out this one, or that nobody films it so."""
    if (ban := next(banned(one, stop), "")) == "":
        return ""
    if let_out(one):
        return str(say("although banned here ({what}), the plant has let out this shot as it is described", what=ban))
    return str(say("banned here: {what}. Ask before you film it.", what=ban))


def uncleared(one: Shot) -> str:
    """What is still missing of a shot's clearance, or that nobody films it; empty where it may be filmed."""
    if one.clearance.state == "cleared" or one.menu:
        return ""
    if one.clearance.state == "refused":
        return str(say("Refused: do not film this."))
    return str(say("clearance: {state}", state=words(CLEARANCE_STATES[one.clearance.state])))
