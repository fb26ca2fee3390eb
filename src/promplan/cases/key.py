"""The instructor's key to a kit: what was planted, what only looks so. Learners' folders do not get it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

from promplan import assets
from promplan.language import Problem, say

Told = Mapping[str, str]


@dataclass(frozen=True)
class Planted:
    """One planted error: the object it sits in, the bank's id, the rule that finds it, and what to say about it.

    `rule` is empty where no rule finds it in the kit itself; `expects` may name the one that does once a plan uses the
    object. `also` are rules that speak up besides; `pair` is the other fact of a contradiction.
    """

    object: str
    bank: str
    kind: str
    rule: str
    true_value: Told
    smallest_fix: Told
    why_missed: Told
    also: tuple[str, ...] = ()
    pair: str = ""
    expects: str = ""


@dataclass(frozen=True)
class Decoy:
    """A fact that looks wrong and is true: why, and by which source; `rules` may speak up about it."""

    object: str
    why: Told
    source: Told
    rules: tuple[str, ...] = ()


@dataclass(frozen=True)
class Key:
    """All that was planted in a kit, and its decoys."""

    planted: tuple[Planted, ...]
    decoys: tuple[Decoy, ...]


def key(case: str) -> Key:
    """The key to `case`; a `Problem` where there is none, as in every learner's folder."""
    file = assets.folder() / "cases" / case / "instructor" / "key.toml"
    if not file.is_file():
        raise Problem(
            say(
                "There is no key to “{case}” here: only the course's own folder holds it. Ask the instructor.",
                case=case,
            )
        )
    raw = tomllib.loads(file.read_text(encoding="utf-8"))
    planted = (Planted(**{**one, "also": tuple(one.get("also", ()))}) for one in raw.get("planted", ()))
    decoys = (Decoy(**{**one, "rules": tuple(one.get("rules", ()))}) for one in raw.get("decoy", ()))
    return Key(tuple(planted), tuple(decoys))
