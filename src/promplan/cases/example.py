"""Flawed drafts and solved plans for the lessons: partial plans in `assets/examples`, in both languages.

A draft lies over a blank plan, over a case's own (`case = "…"`) or over another draft (`over = "04-solved"`), less the
facts that it drops (`drop = ["F21"]`). A section replaces what lies under it; records under `also` (`[[also.items]]`,
`[[also."enterprise.facts"]]`) change, field by field, those of the same id, and join the others.
"""

from typing import Any

from promplan import assets, language, toml
from promplan.cases.kit import TRACKS, load
from promplan.language import Problem, say
from promplan.plan.document import Plan
from promplan.versioned import unknown

KEYS = ("case", "over", "drop", "also")


def example(name: str) -> Plan:
    """The draft `assets/examples/NAME.toml` in the interface language.

    `Problem` where this version has none, and where a part of the file is no section of the plan.
    """
    file = assets.folder() / "examples" / f"{name}.toml"
    if not file.is_file():
        raise unknown('pp.example("{}")', name, sorted(one.stem for one in file.parent.glob("*.toml")))
    raw = toml.read(file)
    named = raw.keys() - {*KEYS} | {path.partition(".")[0] for path in raw.get("also", {})}
    if strange := sorted(named - Plan.model_fields.keys()):
        raise Problem(
            say(
                "{file}: “{name}” is not a section of the plan. The sections are: {known}.",
                file=file.name,
                name=strange[0],
                known=", ".join(Plan.model_fields),
            )
        )
    sections = {key: _words(value) for key, value in raw.items() if key not in KEYS}
    if "case" not in raw and "over" not in raw:
        return Plan.model_validate(sections, strict=True)
    plan = example(raw["over"]) if "over" in raw else load(raw["case"]).plan
    plan.enterprise.facts = [one for one in plan.enterprise.facts if one.id not in raw.get("drop", ())]
    under = {**plan.model_dump(), **sections}
    for path, rows in _words(raw.get("also", {})).items():
        *owners, key = path.split(".")
        holder = under
        for name in owners:
            holder = holder[name]
        holder[key] = _joined(holder[key], rows)
    return Plan.model_validate(under, strict=True)


def _joined(records: list[dict[str, Any]], rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The records with the rows of the same id laid over them, part by part, and the other rows behind them."""
    mine = {one["id"]: one for one in rows}
    known = {one["id"] for one in records}
    return [_over(one, mine.get(one["id"], {})) for one in records] + [one for one in rows if one["id"] not in known]


def _over(under: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    parts = {key: _over(under[key], one) for key, one in row.items() if isinstance(one, dict) and under.get(key)}
    return {**under, **row, **parts}


def _words(value: Any) -> Any:
    """The interface language's side of every `{en = …, ru = …}` in it."""
    value = language.chosen(value)
    if isinstance(value, dict):
        return {key: one if key in TRACKS else _words(one) for key, one in value.items()}
    return [_words(one) for one in value] if isinstance(value, list) else value
