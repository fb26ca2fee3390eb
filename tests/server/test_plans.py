"""Is the plan found beside its notebook, never outside JupyterLab's own folder, and does a broken one say so?"""

import pytest

from promplan.plan.codec import dumps
from promplan.plan.document import Plan
from promplan.server.plans import home, opened, stamp


@pytest.fixture
def team(tmp_path):
    folder = tmp_path / "root" / "team"
    (folder / "exercises" / "en").mkdir(parents=True)
    (folder / "media-plan.json").write_bytes(dumps(Plan()))
    return folder


def test_the_plan_is_found_upwards_from_the_notebook(team):
    assert home(team.parent, "team/exercises/en/01-facts.ipynb") == team
    assert home(team.parent, "/team/exercises/en/01-facts.ipynb") == team


@pytest.mark.parametrize("path", ["../x/01.ipynb", "team/../../x.ipynb", "a/../../../etc/passwd"])
def test_no_path_leads_out_of_jupyterlabs_folder(team, path):
    assert home(team.parent, path) is None


def test_a_plan_above_jupyterlabs_folder_is_nobodys_here(team):
    inside = team / "exercises"
    assert home(inside, "en/01-facts.ipynb") == inside / "en"


def test_a_link_that_leads_out_is_no_way_out(team, tmp_path):
    (tmp_path / "away").mkdir()
    (team / "out").symlink_to(tmp_path / "away")
    assert home(team.parent, "team/out/01.ipynb") is None


def test_the_stamp_changes_with_the_file_and_is_empty_without_one(team):
    before = stamp(team)
    (team / "media-plan.json").write_bytes(dumps(Plan()) + b"\n")
    assert before and stamp(team) != before
    (team / "media-plan.json").unlink()
    assert stamp(team) == ()


def test_a_plan_that_cannot_be_read_is_a_blank_one_and_says_why(team):
    assert opened(team) == (Plan(), "")
    (team / "media-plan.json").write_text("{ not json", encoding="utf-8")
    plan, trouble = opened(team)
    assert plan == Plan() and trouble
    (team / "media-plan.json").unlink()
    assert opened(team) == (Plan(), "")
