"""Hand in from the panel: what is still open, unit by unit, and one zip beside the plan, whatever is."""

from datetime import date
from pathlib import Path
from typing import Any

from promplan import assets
from promplan.language import Problem, pick, say
from promplan.plan import letters, pack
from promplan.plan.document import Plan
from promplan.plan.store import NAME, read
from promplan.review import check
from promplan.server.progress import STATES, state
from promplan.units.registry import UNITS


def before(folder: Path, on: date) -> dict[str, Any]:
    """What Hand in would pack, and what the review says of it; raises `Problem` where there is nothing to pack."""
    plan = _plan(folder)
    return {
        "name": pack.name(plan),
        "what": str(pack.ONE_ZIP),
        "units": [_unit(plan, unit, letters.today(plan) or on) for unit in UNITS],
    }


def hand_in(folder: Path, on: date) -> dict[str, Any]:
    """Write the zip, and say what it is called and how large it is."""
    told = before(folder, on)
    done = pack.hand_in(folder / NAME)
    return {**told, "name": done.path.name, "written": " ".join(map(str, done.told()))}


def _plan(folder: Path) -> Plan:
    if not (folder / NAME).exists():
        raise Problem(say("No media plan here yet: it is made with your first answer."))
    return read(folder / NAME)


def _unit(plan: Plan, unit: str, day: date) -> dict[str, Any]:
    report = check(plan, unit, day)
    now = state(plan, unit, report)
    title = next(one["title"] for one in assets.plan_of_the_course()["unit"] if one["id"] == unit)
    begun = now != "new"
    return {
        "title": f"{int(unit[:2])} · {pick(title)}",
        "state": now,
        "word": str(STATES[now]),
        "stops": len(report.blocking) if begun else 0,
        "looks": len(report.open) - len(report.blocking) if begun else 0,
        "reasons": len(report.exceptions) if begun else 0,
    }
