"""Pages that follow from data: written once in either language, or only compared."""

import pytest

from promplan import assets
from promplan.text.pages import page_file, write_pages


@pytest.fixture
def course(tmp_path, monkeypatch):
    monkeypatch.setattr(assets, "folder", lambda: tmp_path)
    return tmp_path


def test_a_page_lies_in_the_folder_of_its_language(course):
    assert page_file("law", "ru") == course / "law" / "ru" / "law.md"


def test_what_is_stale_is_told_or_written_and_what_follows_is_left_alone(course):
    stale = write_pages("law", "law.toml", str.upper, check=True)
    assert stale == [
        f"assets/law/{one}/law.md does not follow from law.toml: run promplan build" for one in ("en", "ru")
    ]
    assert not (course / "law").exists()
    assert write_pages("law", "law.toml", str.upper) == []
    assert page_file("law", "ru").read_text(encoding="utf-8") == "RU"
    assert write_pages("law", "law.toml", str.upper, check=True) == []
    page_file("law", "en").write_text("old", encoding="utf-8")
    assert len(write_pages("law", "law.toml", str.upper, check=True)) == 1
    assert write_pages("law", "law.toml", str.upper) == [] and page_file("law", "en").read_text() == "EN"
