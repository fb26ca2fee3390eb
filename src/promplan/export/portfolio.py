"""The portfolio: one page per team that opens anywhere, offline, with what has consent and nothing else.

Whoever has not agreed, or has taken it back, leaves no trace on it: no name, no id, no gap, no number. What is left
out is told to the team alone (`left_out`).
"""

import re
from base64 import b64encode
from collections.abc import Iterable
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from promplan import language
from promplan.export.outline_values import words
from promplan.export.portfolio_pictures import Film, Found, Picture, films, posters
from promplan.export.printed import plain
from promplan.export.whole import Whole, nothing
from promplan.language import Words, day, say, say_in, say_many
from promplan.plan.document import Plan
from promplan.plan.ideas import Idea
from promplan.plan.portfolio import Choice, Entered, Left, Shown, choice
from promplan.plan.team import ROLES
from promplan.text.markup import rendered

GENERATOR = '<meta name="generator" content="promplan portfolio">'
HERE = Path(__file__).parent
TOKENS = HERE.parent / "labextension" / "promplan" / "static" / "tokens.css"
DARK = re.compile(r'\[data-jp-theme-light="false"\]\s*\{([^}]*)\}')


def is_ours(data: bytes) -> bool:
    """Are these the bytes of a page as `made` writes it?"""
    return GENERATOR.encode() in data[:1500]


def made(told: Whole) -> bytes:
    """The page, in the interface language."""
    return page(told.plan, told.on, told.held, draft=told.wanted.draft).encode("utf-8")


def page(plan: Plan, on: date, held: Found = nothing, *, draft: bool = False) -> str:
    """The page as it is on the day `on`; see `built`."""
    return built(plan, on, held, draft=draft)[0]


def left_out(plan: Plan, on: date, held: Found = nothing) -> tuple[Left, ...]:
    """What does not stand on the page of that day, each with its reason: for the team, never for the page."""
    return built(plan, on, held)[1]


def built(plan: Plan, on: date, held: Found = nothing, *, draft: bool = False) -> tuple[str, tuple[Left, ...]]:
    """The page as it is on the day `on`, and what does not stand on it, each with its reason, for the team alone.

    Args:
        held: the files beside the plan, for posters of the team's own data and for photographs behind panels.
    """
    chosen = choice(plan, on)
    drawn, undrawn = posters(plan, chosen, held)
    moving, unmoved = films(plan, chosen, held)
    style = _style()
    digest = b64encode(sha256(style.encode()).digest()).decode()
    made = rendered(
        "export/portfolio.html.jinja",
        style=style,
        policy=f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'",
        **told(plan, chosen, drawn, moving, draft=draft),
    )
    return made, (*chosen.left, *undrawn, *unmoved)


def told(
    plan: Plan, chosen: Choice, drawn: dict[str, Picture], moving: tuple[Film, ...], *, draft: bool
) -> dict[str, Any]:
    """What stands on the page, in the interface language."""
    shown = set(drawn) | {one.item.id for one in moving}
    found: dict[str, Any] = plain(
        {
            "language": language.current(),
            "title": chosen.team or words(say("A portfolio")),
            "plant": chosen.plant,
            "where": _clean(chosen, plan.team.institution),
            "days": _days(plan),
            "made": say("As of {day}", day=day(chosen.on)),
            "draft": say("Draft") if draft else "",
            "members": [_member(one, shown) for one in chosen.members],
            "posters": [_poster(one, drawn[one.id], chosen) for one in chosen.ideas if one.id in drawn],
            "films": [_film(one) for one in moving],
            "plan": _plan(plan, chosen),
            "w": _words(),
        }
    )
    return found


def _clean(chosen: Choice, text: str) -> str:
    """A text that may stand before everybody; empty where it may not."""
    return "" if chosen.why(text) else text.strip()


def _days(plan: Plan) -> str:
    start, end = plan.meta.campaign_start, plan.meta.campaign_end
    return f"{day(start)} – {day(end)}" if start and end else ""


def _member(one: Shown, shown: set[str]) -> dict[str, Any]:
    return {
        "name": one.member.name.strip(),
        "roles": [words(ROLES[it]) for it in one.member.roles],
        "did": one.did,
        "learned": one.learned,
        "entered": _entered(one.entered),
        "works": [{"id": id_ if id_ in shown else "", "title": title or id_} for id_, title in one.works],
    }


def _entered(count: Entered) -> str:
    """How much somebody put into the plan, in words; nothing is not said."""
    found = [
        say_many("{n} fact", "{n} facts", count.facts) if count.facts else None,
        say_many("{n} idea", "{n} ideas", count.ideas) if count.ideas else None,
        say_many("{n} piece of content", "{n} pieces of content", count.items) if count.items else None,
    ]
    there = [str(one) for one in found if one is not None]
    return str(say("In the plan: {what}", what=", ".join(there))) if there else ""


def _poster(one: Idea, picture: Picture, chosen: Choice) -> dict[str, Any]:
    return {
        "id": one.id,
        "title": one.poster.title.strip() or one.title,
        "line": _clean(chosen, one.hook),
        "picture": vars(picture),
    }


def _film(one: Film) -> dict[str, Any]:
    return {
        "id": one.item.id,
        "title": one.item.title or one.item.id,
        "seconds": say_many("{n} second", "{n} seconds", round(one.seconds)) if one.seconds else "",
        "panels": [vars(it) for it in one.panels],
        "film": None if one.film is None else vars(one.film),
        "tall": one.panels[0].height > one.panels[0].width if one.panels else False,
    }


def _plan(plan: Plan, chosen: Choice) -> list[dict[str, Any]]:
    """The plan on one page: for whom, what for, what is said, with which ideas; no money, nobody's address."""

    def clean(texts: Iterable[str]) -> list[str]:
        return [it for one in texts if (it := _clean(chosen, one))]

    rows: list[tuple[Words, list[str]]] = [
        (say_in("portfolio", "What it is for"), clean(one.statement for one in plan.objectives)),
        (say_in("portfolio", "For whom"), clean(one.segment for one in plan.audiences)),
        (say_in("portfolio", "What it says"), clean([plan.message.umbrella])),
        (say_in("portfolio", "What it rests on"), clean(one.statement for one in plan.message.pillars)),
        (say_in("portfolio", "With which ideas"), clean(one.title for one in chosen.ideas)),
        (say_in("portfolio", "When"), [_days(plan)] if _days(plan) else []),
    ]
    return [{"label": label, "said": said} for label, said in rows if said]


def _words() -> dict[str, Words]:
    return {
        "kind": say_in("portfolio", "Portfolio"),
        "people": say_in("portfolio", "Who we are"),
        "did": say_in("portfolio", "What I did"),
        "learned": say_in("portfolio", "What I can do now"),
        "works": say_in("portfolio", "What I show"),
        "posters": say_in("portfolio", "Posters"),
        "films": say_in("portfolio", "Storyboard and animatic"),
        "play": say("Play the animatic (it repeats; close it to stop)"),
        "plan": say("The plan on one page"),
        "empty": say("There is nothing to show yet."),
        "foot": say(
            "Made with promplan. Works of the team, made for learning; shown as far as the plant let them out."
        ),
    }


@cache
def _style() -> str:
    """Our tokens, dark where the reader's system is, and the page's own style."""
    tokens = TOKENS.read_text(encoding="utf-8")
    dark = DARK.search(tokens)
    night = f"@media screen and (prefers-color-scheme: dark) {{ :root {{{dark[1]}}} }}" if dark else ""
    return "\n".join((tokens, night, (HERE / "portfolio.css").read_text(encoding="utf-8")))
