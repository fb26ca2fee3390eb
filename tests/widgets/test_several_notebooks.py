"""Several notebooks on one plan, every editor open in each: does a change end when all have followed it?"""

import pytest
from widgets.test_every_handler import CALLS

import promplan as pp
from promplan import session
from promplan.cases.kit import load
from promplan.cases.shots import menu
from promplan.plan import edit
from promplan.plan.codec import dumps
from promplan.plan.store import NAME, FileStore
from promplan.plan.turn import TURN
from promplan.widgets.visit_kit import taken

NOTEBOOKS = 3


@pytest.fixture
def opened(tmp_path, monkeypatch) -> list[FileStore]:
    """The stores of notebooks that have all editors of the course open; a welder is asked for her consent."""
    plan = load("boiler-works").plan
    plan, _ = taken(edit.put(plan, "visit", {"minutes": 90}), menu("boiler-works")[0])
    plan, _ = edit.add(plan, "visit.people", {"role": "a welder", "age": "adult", "image": {"state": "asked"}})
    plan, _ = edit.add(plan, "ideas", {"title": "The press breathes"})
    plan, _ = edit.add(plan, "items", {"title": "The ring", "form": "video"})
    (tmp_path / NAME).write_bytes(dumps(plan))
    stores = []
    for _ in range(NOTEBOOKS):
        stores.append(FileStore(tmp_path / NAME))
        monkeypatch.setattr(session, "_session", session.Session("05-visit", stores[-1]))
        for name, given in CALLS:
            getattr(pp, name)(*given)
    return stores


def test_a_refused_consent_is_followed_by_every_notebook_and_written_once(opened, tmp_path):
    first, *others = opened
    before = TURN.saves
    person = first.plan.visit.people[-1].id
    first.put(f"visit.people/{person}/image", {"state": "refused"})
    written = (tmp_path / NAME).read_bytes()
    assert [one.refresh() for one in others] == [True] * len(others)
    assert not any(one.refresh() for _ in range(3) for one in opened)
    assert TURN.saves == before + 1
    assert (tmp_path / NAME).read_bytes() == written
    assert {one.revision for one in opened} == {first.revision}
