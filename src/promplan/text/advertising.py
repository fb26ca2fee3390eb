"""Is a piece an advertisement? A tree of questions by country, `assets/advertising.toml`, each leaning on dated law.

It is no legal advice. What the notes on the law leave open ends in "ask"; for a country of which they know nothing the
tree is one leaf that says so.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from promplan import assets, toml
from promplan.language import Words, chosen, say
from promplan.text.dated import ELSEWHERE, Entry, entry, newest

LONGEST = 300  # signs of a reason in the plan

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z-]*$")]
Text = Annotated[str, StringConstraints(min_length=1, max_length=400, pattern=r"\S")]
Told = Annotated[dict[Literal["en", "ru"], Text], Field(min_length=2)]


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Answer(_Row):
    """One answer to a question, where it leads, and its clause in the reason; none where it decides nothing."""

    of: Id
    key: Id
    words: Told
    to: Id
    why: Told | None = None


class Question(_Row):
    """One question with its answers; `law` are the entries on which it leans."""

    id: Id
    ask: Told
    law: Annotated[tuple[Id, ...], Field(min_length=1)]
    help: Told | None = None
    answers: Annotated[tuple[Answer, ...], Field(min_length=2)]


class Step(_Row):
    """One thing that follows from a leaf, and the entry that says so; none for plain good sense."""

    of: Id
    words: Told
    law: Id | None = None


class Leaf(_Row):
    """Where the questions end. `stops`: as it is, or where it is, it may not go out."""

    id: Id
    is_ad: Literal["yes", "no", "ask"]
    head: Told
    law: tuple[Id, ...]
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]
    stops: bool = False


@dataclass(frozen=True)
class Walk:
    """How far the answers lead: what was answered, and the question or the leaf that comes next."""

    taken: tuple[tuple[Question, Answer], ...]
    at: Question | Leaf

    @property
    def keys(self) -> tuple[str, ...]:
        """The answers by their keys, with which the same walk is made again."""
        return tuple(answer.key for _, answer in self.taken)

    @property
    def leaf(self) -> Leaf | None:
        """The end, where it is reached."""
        return self.at if isinstance(self.at, Leaf) else None

    @property
    def law(self) -> tuple[Entry, ...]:
        """The entries on which the place leans, in their order."""
        return tuple(entry(one) for one in self.at.law)


def walk(country: str, answers: Sequence[str] = ()) -> Walk:
    """Follow the answers from the first question of a country; the first that is none of its question's ends it.

    >>> walk("RU", ["no", "yes"]).at.id
    'minors'
    """
    tree = _tree()
    firsts = tree["first"]
    at = tree["at"][firsts.get(country, firsts[ELSEWHERE])]
    taken: list[tuple[Question, Answer]] = []
    for key in answers:
        found = next((one for one in at.answers if one.key == key), None) if isinstance(at, Question) else None
        if found is None:
            break
        taken.append((at, found))
        at = tree["at"][found.to]
    return Walk(tuple(taken), at)


def reason(one: Walk) -> str:
    """Why, in the interface language, for the plan: the clauses that decided, where it stands, and its day."""
    decided = [(question, answer.why) for question, answer in one.taken if answer.why is not None]
    clauses = [str(chosen(why)) for _, why in decided]
    leaning = dict.fromkeys(id_ for question, _ in decided for id_ in question.law)
    cites = [str(chosen(cited(entry(one)))) for one in leaning]
    if not clauses and one.leaf is not None:
        clauses = [str(chosen(one.leaf.head))]
    whole = "; ".join(clauses) + (f" ({'; '.join(cites)})" if cites else "")
    return whole[:LONGEST]


def cited(one: Entry) -> Words:
    """Where an entry stands and when it was looked up."""
    return say("{cite}; looked up on {day}", cite=one.cite, day=one.checked_on)


def looked_up(country: str) -> date | None:
    """The last day on which anything of a country's tree was looked up; None where nothing was."""
    found = [entry(id_) for id_ in sorted(laws(country))]
    return newest(found) if found else None


def laws(country: str) -> frozenset[str]:
    """Every entry on which a country's tree leans."""
    found: set[str] = set()
    for one in places(country):
        found |= set(one.law)
        if isinstance(one, Leaf):
            found |= {it.law for it in one.steps if it.law is not None}
    return frozenset(found)


def places(country: str) -> tuple[Question | Leaf, ...]:
    """Every question and leaf that can be reached in a country, nearest first."""
    tree = _tree()
    waiting = [walk(country).at]
    found: dict[str, Question | Leaf] = {}
    while waiting:
        one = waiting.pop(0)
        if one.id not in found:
            found[one.id] = one
            waiting += [tree["at"][it.to] for it in one.answers] if isinstance(one, Question) else []
    return tuple(found.values())


def known(country: str) -> bool:
    """Has the data questions for this country?"""
    return country in _tree()["first"] and country != ELSEWHERE


@cache
def _tree() -> dict[str, Any]:
    data = toml.read(assets.folder() / "advertising.toml")
    answers = [Answer.model_validate(one) for one in data["answer"]]
    steps = [Step.model_validate(one) for one in data["step"]]
    at: dict[str, Question | Leaf] = {}
    for one in data["question"]:
        own = tuple(it for it in answers if it.of == one["id"])
        at[one["id"]] = Question.model_validate({**one, "law": tuple(one["law"]), "answers": own})
    for one in data["leaf"]:
        mine = tuple(it for it in steps if it.of == one["id"])
        at[one["id"]] = Leaf.model_validate({**one, "law": tuple(one["law"]), "steps": mine})
    return {"first": {one["country"]: one["first"] for one in data["tree"]}, "at": at}
