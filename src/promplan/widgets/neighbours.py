"""The neighbour test: five neighbours say the umbrella. Where it fits them, it says nothing about the plant."""

import hashlib
import re
import tomllib
from functools import cache
from html import escape
from typing import Any

import ipywidgets as widgets

from promplan import assets, language
from promplan.language import Words, say
from promplan.plan.store import Store
from promplan.plan.turn import TURN
from promplan.text.readability import flesch
from promplan.widgets.guard import Guard
from promplan.widgets.panel import Panel, heading, region, set_region

TOO_MANY = 2  # neighbours whom the umbrella fits
SHOWN = 400  # characters of an umbrella; who writes more has another trouble first
GENERIC = {"the", "jsc", "works", "plant", "factory", "ооо", "ао", "пао", "зао", "оао", "завод", "комбинат", "фабрика"}


@cache
def neighbours() -> tuple[dict[str, Any], ...]:
    """The neighbours of `assets/neighbours.toml`: id, who and called, the words in both languages."""
    rows = tomllib.loads((assets.folder() / "neighbours.toml").read_text(encoding="utf-8"))["neighbour"]
    return tuple(rows)


def neighbour_test(store: Store) -> Panel:
    """The test on the plan's umbrella; a changed umbrella is asked about anew."""
    return _Test(store).panel


class _Test:
    def __init__(self, store: Store) -> None:
        self.store, self.guard, self.lead, self.verdict = store, Guard(), region(), region()
        self.mute = False
        self.said = {one["id"]: widgets.HTML() for one in neighbours()}
        self.fits = {one["id"]: _choice() for one in neighbours()}
        for id_, choice in self.fits.items():
            choice.observe(lambda change, id_=id_: self._chosen(id_, change["new"]), "value")
        self.rows = widgets.VBox([widgets.VBox([self.said[id_], self.fits[id_]]) for id_ in self.said])
        store.watch(self.draw)
        self.draw()
        title = str(say("Neighbour test"))
        children = [heading(title), self.lead, self.rows, self.guard, self.verdict]
        self.panel = Panel(title, children, self._static())

    @property
    def umbrella(self) -> str:
        return self.store.plan.message.umbrella.strip()

    def draw(self) -> None:
        """Follow the plan: the sentences, the answers given to this umbrella, the verdict."""
        there = bool(self.umbrella)
        self.rows.layout.display = "" if there else "none"
        set_region(self.lead, escape(str(_lead(there))))
        self.mute = True
        for one in neighbours() if there else ():
            said = _said(one, self.umbrella, self.store.plan.enterprise.name)
            if self.said[one["id"]].value != said:
                self.said[one["id"]].value = said
            given = self.store.answered(key(one["id"], self.umbrella))
            self.fits[one["id"]].value = given if given in ("fits", "not") else None
        self.mute = False
        set_region(self.verdict, f"<p><b>{escape(self._verdict())}</b></p>" if there else "")

    def _chosen(self, id_: str, value: str | None) -> None:
        with TURN:  # else what is drawn just now, in the kernel's other thread, would pass for it
            if not self.mute and value is not None:
                self.guard.doing(lambda: self.store.answer({key(id_, self.umbrella): value}), id_)

    def _verdict(self) -> str:
        given = {id_: choice.value for id_, choice in self.fits.items()}
        fitting = [one["who"] for one in neighbours() if given[one["id"]] == "fits"]
        if len(fitting) >= TOO_MANY:
            return str(
                say(
                    "✘ It says nothing about this plant: put a number, a place or a thing that only this plant has "
                    "into it."
                )
            )
        left = sum(value is None for value in given.values())
        if left:
            return str(say("Asked: {n} of {all}.", n=len(given) - left, all=len(given)))
        if fitting:
            return str(say("… Nearly: {who} could still say it. What do you have that they do not?", who=fitting[0]))
        return str(say("✔ It can only be yours."))

    def _static(self) -> str:
        if not self.umbrella:
            return f"<p>{escape(str(_lead(False)))}</p>"
        return "".join(_said(one, self.umbrella, self.store.plan.enterprise.name) for one in neighbours())


def _choice() -> Any:
    return widgets.RadioButtons(
        options=[(str(say("fits")), "fits"), (str(say("does not fit")), "not")],
        value=None,
        description=str(say("Does it fit?")),
        orientation="horizontal",
        style={"description_width": "initial"},
        layout=widgets.Layout(width="auto"),
    )


def key(id_: str, umbrella: str) -> str:
    """Where the answer about a neighbour is kept: another umbrella is another question."""
    return f"neighbour/{id_}/{hashlib.sha256(umbrella.strip().encode()).hexdigest()[:8]}"


def _lead(there: bool) -> Words:
    if not there:
        return say("There is no umbrella yet: write one in the message house, then ask the neighbours.")
    return say("The same sentence, said by somebody else. Would anybody in town stop and wonder?")


def _said(one: dict[str, Any], umbrella: str, plant: str) -> str:
    """The neighbour's name over the sentence, with that name where the plant's stood."""
    words = said_by(one, umbrella, plant)
    title = say("Said by {who}:", who=one["who"])
    words = words if len(words) <= SHOWN else words[:SHOWN] + "…"
    return f'<div class="pp-spoken"><b>{escape(str(title))}</b><blockquote>{escape(words)}</blockquote></div>'


def said_by(one: dict[str, Any], umbrella: str, plant: str) -> str:
    """The umbrella with the neighbour's name, in the umbrella's own language, in place of the plant's."""
    ease = flesch(umbrella)
    called = one["called"][ease.language if ease else language.current()]
    names = _names(plant)
    if not names:
        return umbrella
    pattern = r"(?<!\w)(?:[Tt]he )?[«“„\"]?(?:" + "|".join(map(re.escape, names)) + r")(?!\w)[»”“\"]?"
    swapped = re.sub(pattern, lambda _: called, umbrella)
    return swapped[:1].upper() + swapped[1:] if umbrella[:1].isupper() else swapped


def _names(plant: str) -> list[str]:
    """What the plant may be called in a sentence, longest first: its whole name, and its first words."""
    quoted = re.search(r"[«“„\"]([^«»“”„\"]+)[»”“\"]", plant)
    if quoted:
        return [one for one in (plant.strip(), quoted[1].strip()) if one]
    words = plant.split()
    while words and words[0].strip(".,").casefold() in GENERIC:
        words = words[1:]
    first = [" ".join(words[:n]) for n in range(len(words), 0, -1)]
    return list(dict.fromkeys(one for one in (plant.strip(), *first) if len(one) > 2))
