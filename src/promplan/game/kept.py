"""The game's results as results of the plan: one for each piece, marked as simulated, replaced when kept again."""

from collections.abc import Sequence
from datetime import timedelta

from promplan.days.placed import WEEK
from promplan.game.moves import Step
from promplan.game.played import Played
from promplan.game.stand import stand
from promplan.language import LANGUAGES, chosen, say
from promplan.plan import edit
from promplan.plan.document import Plan
from promplan.plan.kpis import Result

SOURCE = say("campaign game: a simulation, no real people")
KIND = "simulated"


def ours(one: Result) -> bool:
    """Has the game written this result?"""
    return one.kind == KIND and one.source in {chosen(SOURCE), *(SOURCE.into(each) for each in LANGUAGES)}


def kept(plan: Plan, played: Played, steps: Sequence[Step], week: int) -> Plan:
    """The plan with what was counted of each piece until a week's end, in place of what the game wrote before."""
    game = played.game
    before = {one.item: one.id for one in plan.results if ours(one)}
    known = {one.id for one in plan.items}
    titles = {one.id: one.title or one.id for one in game.pieces}
    outs, found = played.outcome(steps)
    counted = played.counted(steps, week)
    now = stand(game, steps, week)
    spent = {one.piece: one.money for one in now.outs if one.id == one.piece}
    last = game.start + timedelta(min(week * WEEK, game.days) - 1)
    reached: dict[str, int] = {}
    for place, out in enumerate(outs):
        reached.setdefault(out.piece, int((found.item_reach[place] * played.per).sum()))
    for out in outs:
        if out.id != out.piece or out.day >= week * WEEK or out.piece not in known:
            continue
        count = counted[out.piece]
        row = {
            "what": titles[out.piece][:300],
            "kind": KIND,
            "item": out.piece,
            "channel": out.channel,
            "day": game.start + timedelta(out.day),
            "until": last,
            "impressions": count.n("contacts"),
            "reach": min(reached[out.piece], count.n("contacts")),
            **{step: count.n(step) for step in ("clicks", "registrations", "visits", "applications")},
            "spend": round(spent[out.piece], 2),
            "source": chosen(SOURCE),
        }
        if out.piece in before:  # what names it, such as a sentence of the report, names it still
            plan = edit.put(plan, f"results/{before.pop(out.piece)}", row)
        else:
            plan, _ = edit.add(plan, "results", row)
    for id_ in before.values():
        plan = edit.remove(plan, f"results/{id_}")
    return plan
