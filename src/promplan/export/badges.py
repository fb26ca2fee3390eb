"""Open Badges 3.0 for what the rubric shows: one credential for each member who agreed, to be signed by the issuer.

Who grades issues: the marks come from the instructor's file, or from the plan, and then every badge says in its name
that the team has assessed itself. A badge names nobody: it carries a hash of the name, to be compared with a name that
the holder shows.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import cache
from hashlib import sha256
from typing import Any
from uuid import UUID, uuid5

from promplan import assets, language, toml
from promplan.export.badge_keys import Issuer
from promplan.export.badge_proof import hashed, stamp
from promplan.export.outline_values import words
from promplan.export.printed import plain
from promplan.language import Problem, Words, pick, say, say_many
from promplan.plan.document import Plan
from promplan.plan.leave import why_not
from promplan.plan.portfolio import Choice, Left, Shown, choice
from promplan.plan.team import ROLES

CONTEXTS = ("https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json")
SCHEMA = "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json"
OURS = UUID("5d7c1c0e-6d0b-4b8e-9a51-0f3a5f5a2b10")  # the space in which the course names its own things
SHOWN = 3  # the level from which on the rubric shows something
LEVELS = (1, 2, 3, 4)
EVENING = time(23, 59, 59)


@dataclass(frozen=True)
class Criterion:
    """A criterion of the rubric: its id, its name, and what a plan of each level looks like, from 1 to 4."""

    id: str
    name: Words | Mapping[str, str] | str
    anchors: tuple[Words | Mapping[str, str] | str, ...]


@dataclass(frozen=True)
class Marks:
    """Levels by criterion, and whether the team gave them to itself."""

    levels: Mapping[str, int]
    own: bool


@cache
def criteria() -> tuple[Criterion, ...]:
    """The course's rubric.

    Raises:
        Problem: it is not there.
    """
    file = assets.folder() / "rubric.toml"
    if not file.is_file():
        raise Problem(say("The rubric is not part of this installation: no badge can say what it stands for."))
    rows = toml.read(file).get("criterion", [])
    return tuple(Criterion(one["id"], one["name"], tuple(one[f"level{level}"] for level in LEVELS)) for one in rows)


def of_plan(plan: Plan) -> Marks:
    """The team's own marks."""
    return Marks({one.criterion: one.level for one in plan.pitch.marks if one.criterion and one.level}, own=True)


def of_file(data: bytes, known: Sequence[Criterion]) -> Marks:
    """An instructor's marks: {"marks": [{"criterion": "truth", "level": 3}]}.

    Raises:
        Problem: it is no such file, or a criterion or level is not the rubric's.
    """
    shape = say('Marks are a file such as {{"marks": [{{"criterion": "truth", "level": 3}}]}}.')
    try:
        found = json.loads(data)
        rows = [(one["criterion"], one["level"]) for one in found["marks"]]
    except (ValueError, TypeError, KeyError, RecursionError):
        raise Problem(shape) from None
    ids = [one.id for one in known]
    for criterion, level in rows:
        if criterion not in ids:
            raise Problem(
                say("The rubric has no criterion {id}; it has {known}.", id=str(criterion)[:80], known=", ".join(ids))
            )
        if isinstance(level, bool) or level not in LEVELS:
            raise Problem(say("The level of {id} is a whole number from 1 to 4.", id=criterion))
    return Marks(dict(rows), own=False)


def credentials(
    plan: Plan, marks: Marks, issuer: Issuer, on: date, rubric: Sequence[Criterion] | None = None
) -> tuple[dict[str, dict[str, Any]], tuple[Left, ...]]:
    """The credentials by the member's id, in the plan's language, and who gets none, with the reason.

    Args:
        on: the day of issue; a consent must hold on it, and a badge ends with the consent. rubric: the course's own if
            not said.
    """
    with language.inside(plan.meta.language):
        rows = [one for one in (criteria() if rubric is None else rubric) if marks.levels.get(one.id, 0) >= SHOWN]
        left = [
            Left(one.id if not one.name.strip() else say("{id}, “{words}”", id=one.id, words=one.name), why)
            for one in plan.team.members
            if (why := why_not(plan, one, "page", on)) is not None
        ]
        if not rows:
            return {}, (*left, Left(say("every badge"), say("no criterion stands at level {n} or higher", n=SHOWN)))
        chosen = choice(plan, on)
        made = {one.member.id: _credential(plan, chosen, one, rows, marks, issuer) for one in chosen.members}
        return made, tuple(left)


def _credential(
    plan: Plan, chosen: Choice, one: Shown, rows: Sequence[Criterion], marks: Marks, issuer: Issuer
) -> dict[str, Any]:
    whose = (plan.meta.plan_id or plan.team.name, one.member.id, issuer.fingerprint)
    id_ = _urn("credential", *whose, str(chosen.on), "own" if marks.own else "graded")
    salt = sha256(id_.encode()).hexdigest()[:16]
    subject: dict[str, Any] = {
        "id": _urn("holder", *whose),
        "type": ["AchievementSubject"],
        "identifier": [
            {
                "type": "IdentityObject",
                "hashed": True,
                "identityHash": hashed(one.member.name.strip(), salt),
                "identityType": "name",
                "salt": salt,
            }
        ],
        "role": ", ".join(words(ROLES[it]) for it in one.member.roles),
        "achievement": _achievement(rows, marks.own),
        "result": [
            {
                "type": ["Result"],
                "resultDescription": _urn("criterion", it.id),
                "achievedLevel": _urn("level", it.id, str(marks.levels[it.id])),
            }
            for it in rows
        ],
    }
    if marks.own:
        subject["source"] = {"id": _urn("team", *whose[:1]), "type": ["Profile"], "name": str(_by_itself())}
    found: dict[str, Any] = plain(
        {
            "@context": list(CONTEXTS),
            "id": id_,
            "type": ["VerifiableCredential", "OpenBadgeCredential"],
            "name": subject["achievement"]["name"],
            "issuer": {"id": issuer.id, "type": ["Profile"], "name": issuer.name},
            "validFrom": stamp(chosen.on),
            **({"validUntil": stamp(one.card.until, EVENING)} if one.card.until else {}),
            "credentialSubject": {name: value for name, value in subject.items() if value},
            "evidence": _evidence(one),
            "credentialSchema": [{"id": SCHEMA, "type": "1EdTechJsonSchemaValidator2019"}],
        }
    )
    return found


def _by_itself() -> Words:
    return say("the team itself: self-assessed, nobody else has graded it")


def _achievement(rows: Iterable[Criterion], own: bool) -> dict[str, Any]:
    name = (
        say("A media plan for an industrial plant (self-assessed)")
        if own
        else say("A media plan for an industrial plant")
    )
    graded = (
        say("The team has assessed its own plan by the course's rubric; nobody else has graded it.")
        if own
        else say("The issuer has graded the team's plan by the course's rubric.")
    )
    return {
        "id": _urn("achievement", "own" if own else "graded"),
        "type": ["Achievement"],
        "achievementType": "Assignment",
        "inLanguage": language.current(),
        "name": str(name),
        "description": str(
            say("The team planned how to tell people about a plant, with facts that the plant let out.")
        ),
        "criteria": {
            "narrative": " ".join(
                map(
                    str,
                    (
                        graded,
                        say("Only criteria at level {n} or higher of 4 are listed.", n=SHOWN),
                        say("The level is the team's; what the holder did stands in the evidence."),
                    ),
                )
            )
        },
        "resultDescription": [
            {
                "id": _urn("criterion", one.id),
                "type": ["ResultDescription"],
                "name": str(pick(one.name)),
                "resultType": "RubricCriterionLevel",
                "requiredLevel": _urn("level", one.id, str(SHOWN)),
                "rubricCriterionLevel": [
                    {
                        "id": _urn("level", one.id, str(level)),
                        "type": ["RubricCriterionLevel"],
                        "level": str(level),
                        "name": str(say("level {n}: {anchor}", n=level, anchor=pick(anchor))),
                    }
                    for level, anchor in zip(LEVELS, one.anchors, strict=True)
                ],
            }
            for one in rows
        ],
    }


def _evidence(one: Shown) -> list[dict[str, Any]]:
    """What the holder did, as far as it may stand on the page: in the holder's words, then works, then numbers."""
    count = one.entered
    numbers = [
        say_many("{n} fact", "{n} facts", count.facts) if count.facts else None,
        say_many("{n} idea", "{n} ideas", count.ideas) if count.ideas else None,
        say_many("{n} piece of content", "{n} pieces of content", count.items) if count.items else None,
    ]
    said = [(say("What the holder did"), one.did), (say("What the holder can do now"), one.learned)]
    said += [(say("A work of the holder"), title or id_) for id_, title in one.works]
    said += [(say("Entered by the holder"), ", ".join(str(it) for it in numbers if it))]
    return [{"type": ["Evidence"], "name": str(name), "narrative": text} for name, text in said if text]


def _urn(*parts: str) -> str:
    return f"urn:uuid:{uuid5(OURS, plain('/'.join(parts)))}"
