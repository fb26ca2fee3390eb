"""Are the drafts of the lessons whole plans, and is a slip in one of their files an error?"""

from datetime import date, time

import pytest

from promplan import assets
from promplan.cases.example import example
from promplan.cases.kit import load
from promplan.language import LANGUAGES, Problem, inside

NAMES = sorted(one.stem for one in (assets.folder() / "examples").glob("*.toml"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_every_draft_opens_in_both_languages(name, language):
    with inside(language):
        assert example(name).meta is not None


def test_a_draft_over_a_case_has_the_cases_facts_less_those_that_it_drops(tmp_path, monkeypatch):
    (tmp_path / "examples").mkdir()
    (tmp_path / "cases").symlink_to(assets.folder() / "cases")
    (tmp_path / "examples/one.toml").write_text('case = "rubber-works"\ndrop = ["F1"]\n', encoding="utf-8")
    monkeypatch.setattr(assets, "folder", lambda: tmp_path)
    ids = [fact.id for fact in example("one").enterprise.facts]
    assert "F1" not in ids and "F2" in ids


ALSO = """case = "rubber-works"
[[also.items]]
id = "C1"
title = "Another title"
[also.items.dates]
at = 19:00:00
[[also.items]]
id = "C9"
title = "One more"
"""


def test_records_under_also_change_those_of_the_same_id_field_by_field_and_join_the_others(tmp_path, monkeypatch):
    (tmp_path / "examples").mkdir()
    (tmp_path / "cases").symlink_to(assets.folder() / "cases")
    (tmp_path / "examples/one.toml").write_text(ALSO, encoding="utf-8")
    before = load("rubber-works").plan.items
    monkeypatch.setattr(assets, "folder", lambda: tmp_path)
    first, *others = example("one").items
    assert (first.title, first.dates.at, first.dates.publish) == ("Another title", time(19), before[0].dates.publish)
    assert first.script == before[0].script
    assert [one.id for one in others] == ["C2", "C9"] and others[0] == before[1] and others[1].title == "One more"


@pytest.mark.parametrize("slip", ['[mesage]\numbrella = "…"\n', 'case = "x"\n[[also.mesage]]\nid = "C1"\n'])
def test_a_section_that_the_plan_does_not_have_is_named(slip, tmp_path, monkeypatch):
    (tmp_path / "examples").mkdir()
    (tmp_path / "examples/slip.toml").write_text(slip, encoding="utf-8")
    monkeypatch.setattr(assets, "folder", lambda: tmp_path)
    with pytest.raises(Problem, match=r"slip\.toml: “mesage” is not a section of the plan.*message") as problem:
        example("slip")
    russian = problem.value.what.into("ru")
    assert "slip.toml" in russian and "«mesage»" in russian


def test_an_unknown_draft_is_answered_with_those_that_there_are():
    with pytest.raises(Problem, match="03-solved"):
        example("03-soved")


INNER = """case = "rubber-works"
[[also."enterprise.facts"]]
id = "F2"
checked_by = "the head of personnel"
[also."enterprise.facts".clearance]
until = 2027-06-30
"""


def test_records_inside_a_card_are_changed_by_their_address(tmp_path, monkeypatch):
    (tmp_path / "examples").mkdir()
    (tmp_path / "cases").symlink_to(assets.folder() / "cases")
    (tmp_path / "examples/one.toml").write_text(INNER, encoding="utf-8")
    before = load("rubber-works").plan.enterprise
    monkeypatch.setattr(assets, "folder", lambda: tmp_path)
    now = example("one").enterprise
    assert (now.name, len(now.facts)) == (before.name, len(before.facts))
    (was,), (fact,) = ([one for one in facts if one.id == "F2"] for facts in (before.facts, now.facts))
    assert fact.statement == was.statement and fact.checked_by == "the head of personnel"
    assert fact.clearance == was.clearance.model_copy(update={"until": date(2027, 6, 30)})
