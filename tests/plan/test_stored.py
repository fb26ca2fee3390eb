"""Does a plan that an older promplan saved open today with everything in it?

`tests/data/plan-v*.json` are kept as they were written: 2 by the first plan that had facts, 4 by the code of its day;
3 was never saved by a released version and is the fourth without its message.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from promplan.plan import VERSION, Plan
from promplan.plan.codec import dumps, loads
from promplan.plan.store import NAME, FileStore, read

DATA = Path(__file__).parents[1] / "data"
STORED = sorted(DATA.glob("plan-v*.json"))
every_plan = pytest.mark.parametrize("file", STORED, ids=lambda file: file.stem)


def lost(old: Any, now: Any, place: str = "") -> list[str]:
    """The places where what stood in the old file does not stand today; a later version may only add fields."""
    if isinstance(old, dict) and isinstance(now, dict):
        return [one for key, value in old.items() for one in lost(value, now.get(key), f"{place}/{key}")]
    if isinstance(old, list) and isinstance(now, list) and len(old) == len(now):
        return [one for n, value in enumerate(old) for one in lost(value, now[n], f"{place}/{n}")]
    return [] if old == now else [place]


def test_every_version_that_was_ever_saved_is_stored():
    versions = [json.loads(file.read_text(encoding="utf-8"))["schema_version"] for file in STORED]
    assert sorted(versions) == list(range(2, VERSION + 1)), "a section has joined: run python tests/data/keep.py"


@every_plan
def test_it_opens_with_everything_in_it(file):
    old, plan = json.loads(file.read_text(encoding="utf-8")), loads(file.read_bytes())
    now = json.loads(dumps(plan))
    assert lost({**old, "schema_version": VERSION}, now) == []
    assert plan.enterprise.facts and plan.brief.client


@every_plan
def test_a_section_that_joined_later_is_blank(file):
    old, plan = json.loads(file.read_text(encoding="utf-8")), loads(file.read_bytes())
    joined = set(Plan.model_fields) - set(old)
    assert {name: getattr(plan, name) for name in joined} == {name: getattr(Plan(), name) for name in joined}


@every_plan
def test_it_is_edited_and_saved_as_todays_version(file, tmp_path):
    place = tmp_path / NAME
    place.write_bytes(file.read_bytes())
    before = FileStore(place).plan
    store = FileStore(place)
    store.put("enterprise.facts/F1", {"checked_by": "engineer"})
    after = read(place)
    assert after.schema_version == VERSION
    assert after.enterprise.facts[0].checked_by == "engineer"
    assert after.enterprise.facts[1:] == before.enterprise.facts[1:]
