"""Flawed drafts for the lessons: partial plans in `assets/examples`, per language, laid over a blank plan."""

import tomllib
from datetime import date
from typing import Any

from promplan import assets, language
from promplan.plan.document import Plan


def example(name: str) -> Plan:
    """The draft `assets/examples/NAME.toml` in the interface language; KeyError with what there is."""
    file = assets.folder() / "examples" / f"{name}.toml"
    if not file.is_file():
        known = ", ".join(sorted(one.stem for one in file.parent.glob("*.toml")))
        raise KeyError(f"no example {name!r}; there are {known}")
    raw = tomllib.loads(file.read_text(encoding="utf-8"))
    sections = {key: _words(value) for key, value in raw.items() if key in Plan.model_fields}
    return Plan.model_validate(sections, strict=True)


def _words(value: Any) -> Any:
    value = language.pick(value)
    if isinstance(value, dict):
        return {key: _words(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_words(one) for one in value]
    if isinstance(value, int) and not isinstance(value, (bool, date)):
        return value
    return value
