"""The questions of the lessons, read from `assets/quizzes/NAME.toml`: both languages side by side, one file a sheet."""

import tomllib
from typing import Any

from promplan import assets
from promplan.cases.kit import load
from promplan.language import Problem, pick, say
from promplan.plan.store import Store
from promplan.text.table import Table
from promplan.units.guesses import guess
from promplan.versioned import unknown
from promplan.widgets.curve import curve
from promplan.widgets.estimate import estimate
from promplan.widgets.panel import Panel
from promplan.widgets.sheet import Option, Question, Sheet, not_handed_in, question_sheet

GUESSED = {"estimate": estimate, "curve": curve}


def sheet(name: str) -> Sheet:
    """The sheet called `name`; `Problem` where this version has none.

    A question's options are its own, or the file's `[[option]]` for all of them; then `right` names the right one
    and `why` is said to every answer. An estimate or a curve: `promplan.units.guesses`.
    """
    file = assets.folder() / "quizzes" / f"{name}.toml"
    if not file.is_file():
        raise unknown('pp.quiz("{}")', name, names())
    raw = tomllib.loads(file.read_text(encoding="utf-8"))
    shared = raw.get("option", [])
    rows = raw["question"] if "question" in raw else _from_case(raw["case"], raw["group"])
    if raw["kind"] in GUESSED:
        asked = guess(name, raw["kind"], rows)
        return Sheet(
            name, raw["kind"], (Question(rows[0]["id"], rows[0]["text"], (), rows[0]["why"], asked),), raw.get("lead")
        )
    questions = tuple(_question(one, shared) for one in rows)
    return Sheet(name, raw["kind"], questions, raw.get("lead"), raw.get("told", True), "case" in raw)


def _from_case(case: str, group: str) -> list[dict[str, Any]]:
    """A group of a case's facts as claims to sort: the kit says where each belongs, and why."""
    return [
        {"id": one.id, "text": one.said, "right": one.verdict, "why": one.why} for one in load(case).facts.group(group)
    ]


def answers(store: Store, name: str) -> Table:
    """The sheet's questions with the right answer of each and why; open questions have no right one.

    Raises:
        Problem: it is a ticket, and somebody has not handed it in yet.
    """
    one = sheet(name)
    if one.kind == "ticket" and (missing := not_handed_in(store.plan, one)):
        raise Problem(
            say(
                "The key of a ticket is shown when everybody has handed it in. Missing: {names}.",
                names=", ".join(missing),
            )
        )
    rows = []
    for question in one.questions:
        right = next((it for it in question.options if it.right), None)
        why = (right.feedback if right is not None else None) or question.feedback or {"en": "", "ru": ""}
        is_so = question.guess.key() if question.guess else str(pick(right.text)) if right else "—"
        rows.append((str(pick(question.text)), is_so, str(pick(why))))
    heads = (say("Question"), say("Answer"), say("Why"))
    return Table(str(say("Answers")), tuple(map(str, heads)), tuple(rows))


def names() -> list[str]:
    """Every sheet there is."""
    return sorted(one.stem for one in (assets.folder() / "quizzes").glob("*.toml"))


def _question(raw: dict[str, Any], shared: list[dict[str, Any]]) -> Question:
    options: tuple[Option, ...] = ()
    if "option" in raw:
        letters = "abcdefgh"
        options = tuple(
            Option(one.get("id", letters[i]), one["text"], one.get("right", False), one["feedback"])
            for i, one in enumerate(raw["option"])
        )
    elif not raw.get("open"):
        options = tuple(Option(one["id"], one["text"], one["id"] == raw["right"]) for one in shared)
    return Question(raw["id"], raw["text"], options, raw.get("why"))


def quiz(store: Store, name: str) -> Panel:
    """The sheet over a team's plan."""
    one = sheet(name)
    return GUESSED.get(one.kind, question_sheet)(store, one)
