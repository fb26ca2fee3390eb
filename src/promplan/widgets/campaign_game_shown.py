"""What the campaign game shows of a game as it stands: every number in words, and for the charts as a number."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from promplan.game.count import SHOWN, Count
from promplan.game.ending import ended, thin
from promplan.game.hindsight import Hindsight
from promplan.game.kept import ours
from promplan.game.weeks import Game
from promplan.language import Words, number, say, say_many
from promplan.media.experiment import Interval
from promplan.plan.measurement import GameMove
from promplan.widgets.campaign_game_asked import answered, event, form
from promplan.widgets.campaign_game_words import COLUMNS

WITH_RANGE = ("clicks", "registrations", "visits", "applications")
SIGNS = {"RUB": "₽", "EUR": "€", "USD": "$", "GBP": "£", "KZT": "₸", "BYN": "Br"}
BLANK: dict[str, Any] = {"trouble": {}, "problem": "", "moves": [], "weeks": 0}


def shown(game: Game, end: Hindsight | None = None) -> dict[str, Any]:
    """The payload of the board."""
    begun, week = game.begun, game.week
    this = list(_this_week(game)) if week else []
    return {
        "problem": "",
        "week": week,
        "weeks": begun.weeks,
        "over": game.over,
        "when": _when(game),
        "changed": str(CHANGED) if game.changed else "",
        "this": this,
        "so_far": list(_so_far(game)) if week else [],
        "chart": _chart(game),
        "money": list(_money(game)),
        "thin": [] if week else [str(one) for one in thin(begun, game.stand.outs, len(game.plan.items))],
        "quiet": str(QUIET) if week and not any(one["pieces"] for one in this) else "",
        "event": event(game),
        "answered": answered(game),
        "form": form(game, money),
        "moves": [_move(game, one) for one in game.moves],
        "lost": _lost(game),
        "end": _end(game, end) if end else {},
        "assumed": [str(one) for one in begun.assumed],
        "left_out": [str(one) for one in begun.left_out],
        "kept": _kept(game),
        "trouble": {},
    }


OF = {
    "contacts": say("{rate} of contacts"),
    "clicks": say("{rate} of clicks"),
    "registrations": say("{rate} of registrations"),
    "visits": say("{rate} of visits"),
}
QUIET = say("Nothing of yours was met by anybody this week.")
CHANGED = say(
    "The plan has changed since this game began, and the game plays it as it is now, the weeks before too. Start anew "
    "to play it from its first day."
)


def _when(game: Game) -> str:
    if not game.week:
        return str(
            say_many(
                "{n} week is before you. The campaign starts on {day}.",
                "{n} weeks are before you. The campaign starts on {day}.",
                game.begun.weeks,
                day=game.begun.start,
            )
        )
    first, last = (game.begun.start + timedelta(one) for one in game.days(game.week))
    return str(
        say("Week {n} of {weeks}: {first} – {last}", n=game.week, weeks=game.begun.weeks, first=first, last=last)
    )


# numbers in words


def n(value: float) -> str:
    """A whole number as the language sets it off."""
    return number(round(value))


def ranged(count: Count, step: str) -> str:
    """A number with its interval."""
    low, high = count.range(step)
    return n(count.n(step)) if step not in WITH_RANGE else f"{n(count.n(step))} ({n(low)}–{n(high)})"


def percent(one: Interval | None) -> str:
    """A rate in per cent with its interval."""
    if one is None:
        return "–"
    return f"{_two(one.estimate)} % ({_two(one.low)}–{_two(one.high)})"


def _two(share: float) -> str:
    return number(float(f"{100 * share:.2g}"))


def money(game: Game, value: float) -> str:
    """A sum in the plan's currency."""
    sign = SIGNS.get(game.plan.budget.currency, "")
    return f"{n(value)} {sign}".strip()


# the week, and all weeks


def _this_week(game: Game) -> Iterator[dict[str, Any]]:
    """A row for each channel, with its pieces, then for all, and for those who came by themselves."""
    counts = game.played.of_week(game.steps, game.week)
    titles = {one.id: one for one in game.begun.pieces}
    total = None
    for channel, name in game.begun.names.items():
        own = {id_: one for id_, one in counts.items() if titles[id_].channel == channel and one.n("contacts")}
        if not own:
            continue
        together = summed(game, own.values())
        total = together if total is None else total + together
        pieces = [
            {"name": f"{id_} · {titles[id_].title or say('(empty)')}", "cells": [n(one.n(step)) for step in SHOWN]}
            for id_, one in own.items()
        ]
        yield {**_row(name, together), "pieces": pieces}
    if total is not None:
        yield {**_row(str(say("all together")), total), "total": True}
    for words, found in (
        (say("came by themselves, without any campaign"), game.played.anyway(game.week - 1)),
        (say("on a list of names, after your answer"), game.played.guests(game.steps, game.week - 1)),
    ):
        if any(found):
            yield {"name": str(words), "cells": ["", "", "", *map(n, found)], "rate": "", "pieces": [], "aside": True}


def summed(game: Game, counts: Iterable[Count]) -> Count:
    """Several counts as one; of nothing that came out, nothing."""
    return sum(counts, game.played.nothing)


def _row(name: str, count: Count) -> dict[str, Any]:
    return {
        "name": name,
        "cells": [ranged(count, step) for step in SHOWN],
        "rate": percent(count.rate("clicks", "contacts")),
        "pieces": [],
    }


def _so_far(game: Game) -> Iterator[dict[str, Any]]:
    """The funnel until now: reach by the panel, then what was counted, each with its share of the step before."""
    total = summed(game, game.played.counted(game.steps, game.week).values())
    reach = game.played.reach(game.steps, game.week)
    if reach is not None:
        people = sum(game.begun.sizes.values())
        text = f"{n(reach.estimate)} ({n(reach.low)}–{n(reach.high)})"
        of = str(say("of {n} people, by the panel", n=n(people)))
        yield _bar(str(say("People reached")), text, of, reach.estimate, reach.low, reach.high)
    before = ""
    for step in ("contacts", *WITH_RANGE):
        low, high = total.range(step) if step in WITH_RANGE else (total.n(step), total.n(step))
        rate = percent(total.rate(step, before)) if before else ""
        of = str(replace(OF[before], values={"rate": rate})) if rate else ""
        yield _bar(str(COLUMNS[step]), ranged(total, step), of, total.n(step), low, high)
        before = step


def _bar(name: str, text: str, of: str, value: float, low: float, high: float) -> dict[str, Any]:
    return {"name": name, "text": text, "of": of, "value": round(value), "low": round(low), "high": round(high)}


def _chart(game: Game) -> dict[str, Any]:
    """Contacts and registrations of each week, and both in words."""
    rows = []
    for week in range(1, game.week + 1):
        total = summed(game, game.played.of_week(game.steps, week).values())
        low, high = total.range("registrations")
        rows.append([week, total.n("contacts"), total.n("registrations"), low, high])
    said = "; ".join(
        f"{week}: {n(contacts)}, {n(some)} ({n(low)}–{n(high)})" for week, contacts, some, low, high in rows
    )
    return {
        "rows": rows,
        "weeks": game.begun.weeks,
        "said": str(say("Week: contacts, registrations. {rows}", rows=said)) if rows else "",
        "names": [str(COLUMNS["contacts"]), str(COLUMNS["registrations"])],
        "top": [_top(rows, 1), _top(rows, 4)],
    }


def _top(rows: Sequence[Sequence[int]], place: int) -> list[Any]:
    most = max((row[place] for row in rows), default=0)
    return [most, n(most)]


def _money(game: Game) -> Iterator[dict[str, Any]]:
    now = game.stand
    for id_, name in game.begun.names.items():
        left = now.left.get(id_, 0.0)
        if game.begun.price[id_] is None and not left:
            continue
        waits = sum(one.channel == id_ for one in now.coming)
        price = game.begun.price[id_]
        buys = (
            str(say("about {n} contacts, pieces to come: {pieces}", n=n(1000 * left / price), pieces=waits))
            if price
            else ""
        )
        yield {"id": id_, "name": name, "text": money(game, left), "buys": buys}


# decisions


def _move(game: Game, one: GameMove) -> dict[str, Any]:
    free = one.week == game.week and one.move != "answer"
    return {"id": one.id, "week": one.week, "said": str(said(game, one)), "why": one.why, "back": free}


def said(game: Game, one: GameMove) -> Words:
    """A decision in one sentence."""
    names = game.begun.names
    match one.move:
        case "money":
            sum_ = money(game, one.money or 0.0)
            return say(
                "After week {week}: {money} from {channel} to {to}",
                week=one.week,
                money=sum_,
                channel=names.get(one.channel, one.channel),
                to=names.get(one.to, one.to),
            )
        case "earlier":
            return say_many(
                "After week {week}: {id} comes out {n} day earlier",
                "After week {week}: {id} comes out {n} days earlier",
                one.days or 0,
                week=one.week,
                id=one.item,
            )
        case "later":
            return say_many(
                "After week {week}: {id} comes out {n} day later",
                "After week {week}: {id} comes out {n} days later",
                one.days or 0,
                week=one.week,
                id=one.item,
            )
        case "drop":
            return say("After week {week}: {id} is left out", week=one.week, id=one.item)
        case "answer":
            return say("After week {week}: {event}. We: {answer}", week=one.week, event=one.event, answer=one.answer)
        case _:
            return say("After week {week}: nothing is changed", week=one.week)


def _lost(game: Game) -> str:
    ids = game.stand.lost
    return str(say("Come out no more: {ids}", ids=", ".join(ids))) if ids else ""


# the end


def _end(game: Game, one: Hindsight) -> dict[str, Any]:
    why = [ended(game.week, game.begun.weeks)] if game.early else []
    return {
        "told": [str(each) for each in (*why, *one.told)],
        "rows": [
            {
                "name": str(each.name),
                "cells": [n(each.reach), number(float(f"{each.applications:.2g}")), n(each.came)],
                "mine": each.id == "team",
            }
            for each in one.options
        ],
    }


def _kept(game: Game) -> str:
    rows = sum(ours(one) for one in game.plan.results)
    return str(say("Simulated results in the plan: {n}", n=rows)) if rows else ""
