"""Which cases are offered to a team, in which order and for what: the table `offered` of each kit's `case.toml`."""

import tomllib
from collections.abc import Mapping
from typing import Any

from promplan import assets
from promplan.cases.kit import available

Told = Mapping[str, str]


def offered() -> dict[str, Told]:
    """Whom each case is for, by its id: those for the exercises first, the lessons' finished example last."""
    tables = {case: _table(case) for case in available()}
    return {case: tables[case]["meant"] for case in sorted(tables, key=lambda one: (tables[one]["place"], one))}


def first() -> str:
    """The case that the exercises are meant for, where a team has chosen none."""
    return next(iter(offered()))


def _table(case: str) -> dict[str, Any]:
    file = assets.folder() / "cases" / case / "case.toml"
    offer: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8")).get("offered", {})
    return {"place": 99, "meant": {}, **offer}
