"""Are the values that the plan's functions hand out such that nobody changes them behind their back?"""

from dataclasses import FrozenInstanceError, replace
from pathlib import Path

import pytest

from promplan.language import say
from promplan.plan import Plan, edit
from promplan.plan.arrival import Arrival
from promplan.plan.backup import Backup
from promplan.plan.merging import merge
from promplan.plan.merging.copies import Copy
from promplan.plan.merging.differences import Row
from promplan.plan.merging.matching import match
from promplan.plan.merging.three_way import Clash
from promplan.plan.sections import SECTIONS

VALUES = [
    (Arrival(Plan(), b"{}", "r1", "older"), "kind"),
    (Backup(1, False, Path("media-plan-1.json")), "number"),
    (Clash("brief", None, None, None), "address"),
    (merge(Plan(), Plan()), "plan"),
    (Copy("a.json", Plan()), "name"),
    (match(Plan(), Plan(), None), "theirs"),
    (Row(say("Aim"), "a", "b"), "label"),
    (SECTIONS[0], "path"),
]


@pytest.mark.parametrize(("value", "name"), VALUES, ids=lambda one: type(one).__name__)
def test_a_value_is_what_it_was_made(value, name):
    with pytest.raises(FrozenInstanceError):
        setattr(value, name, getattr(value, name))
    assert replace(value) == value


def test_bytes_and_sources_are_kept_out_of_what_a_fault_report_prints():
    assert "secret" not in repr(Arrival(Plan(), b"secret", "r1", "older"))
    assert "secret" not in repr(Copy("a.json", Plan(), {"0": b"secret"}))
    held, _ = edit.add(Plan(), "enterprise.facts", {"statement": "14 presses"})
    assert repr(merge(held, Plan())).count("14 presses") == 1  # once, in the joined plan


def test_a_copy_is_a_json_without_files_until_it_came_zipped():
    assert (Copy("a.json", Plan()).zipped, Copy("a.json", Plan()).files) == (False, {})
