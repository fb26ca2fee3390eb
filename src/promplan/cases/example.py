"""Flawed drafts and solved plans for the lessons: partial plans in `assets/examples`, in both languages.

A draft lies over a blank plan, or over a case's own (`case = "…"`), less the records that it drops (`drop = ["F21"]`).
"""

import tomllib
from datetime import date
from typing import Any

from promplan import assets, language
from promplan.cases.kit import load
from promplan.plan.document import Plan


def example(name: str) -> Plan:
    """The draft `assets/examples/NAME.toml` in the interface language; KeyError with what there is."""
    file = assets.folder() / "examples" / f"{name}.toml"
    if not file.is_file():
        known = ", ".join(sorted(one.stem for one in file.parent.glob("*.toml")))
        raise KeyError(f"no example {name!r}; there are {known}")
    raw = tomllib.loads(file.read_text(encoding="utf-8"))
    sections = {key: _words(value) for key, value in raw.items() if key in Plan.model_fields}
    if "case" not in raw:
        return Plan.model_validate(sections, strict=True)
    plan = load(raw["case"]).plan
    plan.enterprise.facts = [one for one in plan.enterprise.facts if one.id not in raw.get("drop", ())]
    return Plan.model_validate({**plan.model_dump(), **sections}, strict=True)


def _words(value: Any) -> Any:
    value = language.pick(value)
    if isinstance(value, dict):
        return {key: _words(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_words(one) for one in value]
    if isinstance(value, int) and not isinstance(value, (bool, date)):
        return value
    return value
