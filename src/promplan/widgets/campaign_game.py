"""The campaign game: the team's own plan, played week by week on simulated people, with a decision after each week."""

from collections.abc import Callable
from functools import partial
from typing import Any

import traitlets

from promplan.game import weeks
from promplan.game.hindsight import Hindsight, hindsight
from promplan.game.weeks import Game
from promplan.language import Problem, pick, say
from promplan.plan.document import Plan
from promplan.plan.measurement import MOVES
from promplan.plan.store import Store
from promplan.widgets import parts
from promplan.widgets.acts import Act, Acting, Acts
from promplan.widgets.campaign_game_shown import BLANK, said, shown, summed
from promplan.widgets.campaign_game_static import static
from promplan.widgets.campaign_game_words import words
from promplan.widgets.guard import Guard
from promplan.widgets.panel import Panel, heading
from promplan.widgets.typed import number

SCRIPTS = ("acts.js", "plot.js", "game_chart.js", "game_table.js", "game_form.js", "game_event.js", "campaign_game.js")
MOST_WHY, LEAST_WHY = 300, 2  # signs of a reason, and words


def campaign_game(store: Store) -> Panel:
    """Your plan's campaign as a game: a week, its results with their uncertainty, a decision; then hindsight."""
    return _Playing(store).panel


class GameBoard(Acting):
    """The game on the screen."""

    _esm = parts.script(*SCRIPTS)
    words = traitlets.Dict().tag(sync=True)
    shown = traitlets.Dict().tag(sync=True)


class _Playing:
    """The kernel's side: the game of the store's plan, and what hands ask of it."""

    def __init__(self, store: Store) -> None:
        self.store, self.guard = store, Guard(acts=True)
        self.game: Game | None = None
        self.problem: Problem | None = None
        self.trouble: dict[str, str] = {}
        self._end: tuple[Any, Hindsight] | None = None
        self._drawn: Any = None
        self.board = GameBoard(words=words())
        self.acts = Acts(self.board, self.guard, self._do, self.draw)
        store.watch(self.draw)
        self.draw()
        title = str(say("Campaign game"))
        self.panel = Panel(title, [heading(title), self.board, self.guard], static(self.game, self.problem))

    def draw(self) -> None:
        """Show the game as the plan has it now."""
        now = (self.store.plan, self.trouble)
        if self._drawn is not None and self._drawn[0] is now[0] and self._drawn[1] is now[1]:
            return
        self._drawn = now
        try:
            self.game, self.problem = Game(self.store.plan, self.game), None
            told = shown(self.game, self._hindsight(self.game))
        except Problem as problem:
            self.game, self.problem = None, problem
            told = {**BLANK, "problem": str(problem)}
        self.board.shown = {**told, "trouble": self.trouble}

    def _hindsight(self, game: Game) -> Hindsight | None:
        """Worked out once for a game that is over."""
        if not game.over:
            return None
        key = (id(game.played), game.steps)
        if self._end is None or self._end[0] != key:
            self._end = (key, hindsight(game.played, game.steps))
        return self._end[1]

    # what hands do

    def _do(self, act: Act) -> Any:
        """An act; what cannot be done is told beside its control too."""
        self.trouble = {}
        kind = str(act.get("do", ""))
        try:
            told = self._done(kind, act)
        except Problem as problem:
            at = "why" if isinstance(problem, _NoReason) else ""
            self.trouble = {"do": kind, "at": at, "said": str(problem)}
            raise
        self.board.told = str(told)
        return None

    def _done(self, kind: str, act: Act) -> Any:
        why = str(act.get("why", "")).strip()[:MOST_WHY]
        here = act.get("week", self.store.plan.measurement.game.week) == self.store.plan.measurement.game.week
        match kind:
            case "play":
                if here:  # else it was pressed twice, or a teammate was faster
                    self._change(weeks.play)
                return self._of_week()
            case "decide" | "answer" if not here:
                raise Problem(say("A week has been played meanwhile. Look at what it brought, then decide."))
            case "decide":
                self._change(_reasoned(partial(weeks.decide, values={**_values(act), "why": why}), why))
                return say("Decided. {what}", what=self._last())
            case "answer":
                self._change(_reasoned(partial(weeks.answer, id_=str(act.get("answer", "")), why=why), why))
                return say("Answered. {what}", what=self._last())
            case "back":
                self._change(partial(weeks.take_back, id_=str(act.get("id", ""))))
                return say("Taken back.")
            case "anew":
                self._change(weeks.anew)
                return say("The game begins anew, before its first week.")
            case "keep":
                self._change(weeks.keep)
                return say("Kept: one simulated result for each piece that has come out.")
        raise Problem(say("There is nothing of that kind to do here."))

    def _change(self, change: Callable[[Plan], Plan]) -> None:
        self.store.replace(change)

    def _last(self) -> str:
        game = Game(self.store.plan, self.game)
        return str(said(game, game.moves[-1])) if game.moves else ""

    def _of_week(self) -> Any:
        """What the live region says of the week that was just played."""
        game = Game(self.store.plan, self.game)
        total = summed(game, game.played.of_week(game.steps, game.week).values())
        low, high = total.range("registrations")
        told = say(
            "Week {week} is over. Contacts {contacts}, clicks {clicks}, registrations {n} ({low} to {high}).",
            week=game.week,
            contacts=float(total.n("contacts")),
            clicks=float(total.n("clicks")),
            n=total.n("registrations"),
            low=low,
            high=high,
        )
        if game.event is not None:
            return say("{told} Something has happened: {what}", told=told, what=pick(game.event.name))
        if game.early:
            return say("{told} Nothing more comes out, so the game ends here: below it is looked back at.", told=told)
        if game.over:
            return say("{told} The campaign is over: below it is looked back at.", told=told)
        return told


class _NoReason(Problem):
    """The reason of a decision is missing: it is told at its field."""


def _reasoned(change: Callable[[Plan], Plan], why: str) -> Callable[[Plan], Plan]:
    """The change, refused without a reason; what cannot be done at all is said first."""

    def changed(plan: Plan) -> Plan:
        new = change(plan)
        if len([one for one in why.split() if any(map(str.isalpha, one))]) < LEAST_WHY:
            raise _NoReason(say("Say why in one sentence: you will read it again when the campaign is over."))
        return new

    return changed


def _values(act: Act) -> dict[str, Any]:
    """A decision of the form, read; what belongs to another kind of decision is left aside."""
    kind = str(act.get("move", ""))
    if kind not in MOVES or kind in ("", "answer"):
        raise Problem(say("Choose what you decide: money, a piece, or to change nothing."))
    if kind == "money":
        money = number(str(act.get("money", "")), whole=False)
        return {
            "move": kind,
            "channel": str(act.get("channel", "")),
            "to": str(act.get("to", "")),
            "money": float(money or 0.0),
        }
    if kind in ("earlier", "later"):
        days = number(str(act.get("days", "")), whole=True)
        return {"move": kind, "item": str(act.get("item", "")), "days": int(days or 0)}
    return {"move": kind, **({"item": str(act.get("item", ""))} if kind == "drop" else {})}
