"""A page for a team, one self-contained HTML file in its language: gates, evidence, points, findings by unit.

It shows what the team can do next and never another team; whatever is a text of theirs or a judge's is escaped.
"""

import re
from base64 import b64encode
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from promplan import assets, language
from promplan.cohort.record import GENERAL, FindingRow, Given, Record
from promplan.cohort.total import total
from promplan.export.printed import plain
from promplan.language import Words, inside, number, pick, say, say_many
from promplan.text.markup import rendered

GENERATOR = '<meta name="generator" content="promplan feedback">'
HERE = Path(__file__).parent
TOKENS = HERE.parent / "labextension" / "promplan" / "static" / "tokens.css"
DARK = re.compile(r'\[data-jp-theme-light="false"\]\s*\{([^}]*)\}')
SIGNS = {"error": "✘", "warning": "▲", "info": "i"}
TOLD = {"error": say("Stops"), "warning": say("Look again"), "info": say("Advice")}
STATES = {"passed": say("✔ passes"), "closed": say("✘ mend first"), "nothing yet": say("· nothing to check yet")}
MANY = 4  # places of which the same is said, from which it stands once


def is_ours(data: bytes) -> bool:
    """Are these the bytes of a page as `page` writes it?"""
    return GENERATOR.encode() in data[:1500]


def page(record: Record, scores: Mapping[str, Given], title: str = "") -> bytes:
    """The page of a team in its language; `title` is the workshop's."""
    with inside("ru" if record.language == "ru" else "en"):
        style = _style()
        digest = b64encode(sha256(style.encode()).digest()).decode()
        return rendered(
            "cohort/feedback.html.jinja",
            style=style,
            policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
            **plain(_told(record, scores, title)),
        ).encode("utf-8", "replace")


def _told(record: Record, scores: Mapping[str, Given], title: str) -> dict[str, Any]:
    sums = total(record, scores)
    open_ = [one for one in record.finding if not one.exception]
    return {
        "language": language.current(),
        "team": record.name or record.team,
        "over": title,
        "day": say("As of {day}", day=_day(record.day)),
        "sums": {
            "machine": _points(sums.machine),
            "machine_of": say("of {n} that a machine can see", n=round(sums.most, 1)),
            "people": _points(sums.people) if len(sums.lacking) < len(record.point) else "–",
            "people_of": say("of {n} that only people give", n=round(sums.for_people, 1))
            if not sums.lacking
            else say("of {n} that only people give; not all given yet", n=round(sums.for_people, 1)),
            "whole": "" if sums.whole is None else _points(sums.whole),
        },
        "gates": [
            {"name": one.name, "wants": one.wants, "state": STATES[one.state], "kind": one.state.split()[0],
             "errors": say_many("{n} error", "{n} errors", one.errors) if one.errors else ""}
            for one in record.gate
        ],
        "criteria": [_criterion(record, scores, n) for n in range(len(record.point))],
        "general": scores[GENERAL].words if GENERAL in scores else "",
        "units": _units(open_),
        "exceptions": [
            {"rule": one.rule, "place": one.place, "message": one.message, "reason": one.answered}
            for one in record.exceptions
        ],
        "w": _words(),
    }  # fmt: skip


def _day(text: str) -> Any:
    from datetime import date

    return date.fromisoformat(text)


def _points(value: float) -> str:
    return number(round(value, 1) + 0.0)


def _criterion(record: Record, scores: Mapping[str, Given], n: int) -> dict[str, Any]:
    one = record.point[n]
    given = scores.get(one.criterion)
    has = given is not None and given.points is not None
    return {
        "name": one.name,
        "weight": say_many("{n} point", "{n} points", int(one.weight)),
        "machine": say("{n} of {all}", n=round(one.machine, 1), all=round(one.most, 1)) if one.most else "",
        "share": round(100 * one.machine / one.most) if one.most else 0,
        "seen": [
            {"said": it.said, "ids": ", ".join(it.ids.split()), "there": it.done > 0}
            for it in record.seen
            if it.criterion == one.criterion
        ],
        "people": say("{n} of {all}", n=round(given.points, 1), all=round(one.for_people, 1))  # type: ignore[union-attr, arg-type]
        if has
        else "",
        "words": given.words if given else "",
        "who": given.who if given else "",
    }


def _units(rows: list[FindingRow]) -> list[dict[str, Any]]:
    """The open findings and the advice by the unit that teaches them, in the course's order."""
    titles = {one["id"]: str(pick(one["title"])) for one in assets.plan_of_the_course()["unit"]}
    found: dict[str, list[FindingRow]] = defaultdict(list)
    for one in rows:
        found[one.unit].append(one)
    order = sorted(found, key=lambda it: (it not in titles, it))
    return [
        {"title": f"{unit[:2].lstrip('0') or '0'} · {titles[unit]}" if unit in titles else unit,
         "n": say_many("{n} finding", "{n} findings", len(found[unit])),
         "rows": _rows(found[unit])}
        for unit in order
    ]  # fmt: skip


def _rows(found: list[FindingRow]) -> list[dict[str, Any]]:
    """The findings, the gravest first; what is said of many places stands once, with all of them."""
    kinds: dict[tuple[str, ...], list[FindingRow]] = defaultdict(list)
    for one in found:
        kinds[one.rule, one.severity, one.message.en, one.fix.en].append(one)
    told = []
    for rows in kinds.values():
        places = list(dict.fromkeys(str(one.place) for one in rows))
        if len(places) >= MANY:
            told.append((rows[0], ", ".join(places), ""))
        else:
            told += [(one, str(one.place), str(one.evidence)) for one in rows]
    told.sort(key=lambda row: tuple(SIGNS).index(row[0].severity))
    return [
        {"kind": one.severity, "sign": SIGNS[one.severity], "grave": TOLD[one.severity], "place": place,
         "rule": one.rule, "message": one.message, "fix": one.fix, "evidence": evidence}
        for one, place, evidence in told
    ]  # fmt: skip


def _words() -> dict[str, Words]:
    return {
        "kind": say("Feedback on your media plan"),
        "lead": say(
            "This is what the editor’s rules and the rubric see in your plan. A machine counts what is there; "
            "whether it is any good, people say."
        ),
        "machine": say("Machine points"),
        "people": say("People’s points"),
        "whole": say("Together"),
        "gates": say("Gates"),
        "gates_lead": say("Safety, consents, secrets, law, arithmetic bring no points. A closed gate is mended first."),
        "criteria": say("What is there"),
        "seen": say("Seen in the plan"),
        "by_machine": say("Counted by the machine"),
        "by_people": say("Given by people"),
        "not_yet": say("not given yet"),
        "only_people": say("here only people judge"),
        "said": say("What people say"),
        "findings": say("What to do next"),
        "findings_lead": say("By unit, the most pressing first, each with the smallest fix."),
        "none": say("Nothing is open."),
        "fix": say("Smallest fix"),
        "exceptions": say("Warnings that you answered"),
        "exceptions_lead": say("They stand as you decided; your reason is shown beside each."),
        "reason": say("Your reason"),
        "foot": say("Made by promplan from your media-plan.json. Nothing in it was changed."),
    }


@cache
def _style() -> str:
    """Our tokens, dark where the reader's system is, and the page's own style."""
    tokens = TOKENS.read_text(encoding="utf-8")
    dark = DARK.search(tokens)
    night = f"@media screen and (prefers-color-scheme: dark) {{ :root {{{dark[1]}}} }}" if dark else ""
    return "\n".join((tokens, night, (HERE / "feedback.css").read_text(encoding="utf-8")))
