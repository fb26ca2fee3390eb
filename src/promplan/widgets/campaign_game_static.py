"""The campaign game without a kernel: how it stands, as plain HTML."""

from collections.abc import Sequence
from html import escape
from typing import Any

from promplan.game.weeks import Game
from promplan.language import Problem, Words, say
from promplan.widgets.campaign_game_shown import shown
from promplan.widgets.campaign_game_words import COLUMNS, SIMULATION, words


def static(game: Game | None, problem: Problem | None) -> str:
    """How a game stands, or why there is none."""
    marked = f"<p><b>{escape(str(SIMULATION))}</b></p>"
    if game is None:
        return marked + f"<p>{escape(str(problem or ''))}</p>"
    now, said = shown(game), words()
    parts = [marked, f"<p>{escape(now['when'])}</p>", *(f"<p>{escape(one)}</p>" for one in now["thin"])]
    if now["week"]:
        quiet = f"<p>{escape(now['quiet'])}</p>" if now["quiet"] else ""
        parts += [f"<p>{escape(said['week'])}</p>", quiet, _table(now["this"], said) if now["this"] else ""]
        parts += [
            f"<p>{escape(said['so_far'])}</p>",
            _list(f"{one['name']}: {one['text']} {one['of']}" for one in now["so_far"]),
        ]
    if now["moves"]:
        parts += [f"<p>{escape(said['history'])}</p>", _list(_with_reason(one) for one in now["moves"])]
    for name in ("assumed", "left_out"):
        if now[name]:
            parts += [f"<details><summary>{escape(said[name])}</summary>{_list(now[name])}</details>"]
    return "".join(parts)


def _with_reason(one: dict[str, Any]) -> str:
    return f"{one['said']}. {one['why']}" if one["why"] else str(one["said"])


def _list(rows: Any) -> str:
    return "<ul>" + "".join(f"<li>{escape(str(one).strip())}</li>" for one in rows) + "</ul>"


def _table(rows: Sequence[dict[str, Any]], said: dict[str, Any]) -> str:
    heads: list[str | Words] = [say("Channel and piece"), *COLUMNS.values(), said["rate"]]
    top = "".join(f'<th scope="col">{escape(str(one))}</th>' for one in heads)
    body = "".join(
        f'<tr><th scope="row">{escape(row["name"])}</th>'
        + "".join(f"<td>{escape(cell)}</td>" for cell in [*row["cells"], row["rate"]])
        + "</tr>"
        for row in rows
    )
    return f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"
