"""Are the drafts of the lessons whole plans, and is a slip in one of their files an error?"""

import pytest

from promplan import assets
from promplan.cases.example import example
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


def test_a_section_that_the_plan_does_not_have_is_named(tmp_path, monkeypatch):
    (tmp_path / "examples").mkdir()
    (tmp_path / "examples/slip.toml").write_text('[mesage]\numbrella = "…"\n', encoding="utf-8")
    monkeypatch.setattr(assets, "folder", lambda: tmp_path)
    with pytest.raises(Problem, match=r"slip\.toml: “mesage” is not a section of the plan.*message") as problem:
        example("slip")
    russian = problem.value.what.into("ru")
    assert "slip.toml" in russian and "«mesage»" in russian


def test_an_unknown_draft_is_answered_with_those_that_there_are():
    with pytest.raises(Problem, match="03-solved"):
        example("03-soved")
