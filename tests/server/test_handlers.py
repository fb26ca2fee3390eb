"""Does each address answer over HTTP, only to whom it may, and say in the reader's language what was wrong?"""

import json
from base64 import b64encode

import pytest
from server.conftest import asking

from promplan.cases.example import example
from promplan.language import inside, say
from promplan.plan import edit
from promplan.plan.codec import dumps
from promplan.plan.document import Plan
from promplan.plan.pack import is_hand_in
from promplan.plan.store import NAME, read
from promplan.versioned import VERSION

GETS = ("words", "progress", "glossary", "hand-in", "merge")
POSTS = ("verify", "hand-in", "merge", "twin")


def begun(team) -> Plan:
    """The solved start of the course as the team's plan."""
    with inside(team.language):
        plan = edit.put(example("00-solved"), "meta", {"plan_id": "p1"})
    (team.folder / NAME).write_bytes(dumps(plan))
    return plan


def said(team, text: str, **values) -> str:
    return say(text, **values).into(team.language)


@pytest.mark.parametrize("name", GETS)
def test_nobody_reads_without_the_token(team, name):
    assert asking(team.base)(name, headers={}, path=team.path).status == 403


@pytest.mark.parametrize("name", POSTS)
def test_nobody_writes_without_the_token(team, name):
    assert asking(team.base)(name, {}, headers={}, path=team.path).status == 403


@pytest.mark.parametrize("name", POSTS)
def test_a_page_from_elsewhere_is_refused(team, name):
    """A cookie alone is no leave: a question from another origin needs what only our own page has."""
    headers = {"Origin": "http://evil.example", "Cookie": "username-x=1"}
    assert asking(team.base)(name, {}, headers=headers, path=team.path).status in (403, 404)


@pytest.mark.parametrize("name", GETS[1:2] + GETS[3:])
def test_a_path_that_leads_out_of_the_folder_is_not_there(team, name):
    answer = team.ask(name, path="../../x/01.ipynb")
    assert answer.status == 404
    assert answer.said == {
        "message": said(team, "That folder is not there. Open a notebook of the course from the list of files.")
    }


@pytest.mark.parametrize("name", ["verify", "merge", "twin"])
@pytest.mark.parametrize("body", [b"{ not json", b"[]", b'"x"', b"{}", b'{"cells": 7, "theirs": 7, "kind": 7}'])
def test_what_is_not_understood_is_said_in_the_readers_language(team, name, body):
    begun(team)
    answer = team.ask(name, body)
    assert answer.status == 400 and set(answer.said) == {"message"}
    assert ("again" in answer.said["message"]) == (team.language == "en")


@pytest.mark.parametrize("name", GETS)
def test_a_language_that_the_course_does_not_speak_is_refused_in_words(team, name):
    answer = team.ask(name, language="fr")
    assert answer.status == 400 and "fr" in answer.said["message"]


def test_the_shells_words_come_in_the_language(team):
    assert team.ask("words").said["Hand in"] == said(team, "Hand in")


def test_progress_tells_the_version_and_is_the_same_until_the_plan_changes(team):
    first = team.ask("progress").said
    assert first["version"] == VERSION and first["folder"] == team.folder.name and first["saved"] == ""
    assert team.ask("progress", stamp=first["stamp"]).said == {"same": True}
    begun(team)
    second = team.ask("progress", stamp=first["stamp"]).said
    assert second["saved"] and second["trouble"] == ""


def test_a_damaged_plan_is_told_and_a_lost_one_too(team):
    begun(team)
    (team.folder / NAME).write_text("{ not json", encoding="utf-8")
    told = team.ask("progress").said
    assert "plan-backups" in told["trouble"] and told["saved"] == ""
    (team.folder / NAME).unlink()
    assert team.ask("progress").said["trouble"] == ""
    (team.folder / "plan-backups").mkdir()
    (team.folder / "plan-backups" / "media-plan-1.json").write_text("{}", encoding="utf-8")
    assert "media-plan-1.json" in team.ask("progress").said["trouble"]


def test_hand_in_says_what_is_open_and_writes_one_zip(team):
    assert team.ask("hand-in").status == 422
    begun(team)
    before = team.ask("hand-in").said
    assert [one["state"] for one in before["units"]] == ["passed", *["new"] * 10]
    assert not list(team.folder.glob("*.zip"))
    done = team.ask("hand-in", {}).said
    zip_ = team.folder / done["name"]
    assert is_hand_in(zip_.read_bytes()) and done["path"] == f"{team.folder.name}/{done['name']}"
    assert done["name"] in done["written"]


def test_hand_in_of_a_damaged_plan_is_refused_in_words_and_leaves_it(team):
    (team.folder / NAME).write_text("{ not json", encoding="utf-8")
    for body in (None, {}):
        answer = team.ask("hand-in", body)
        assert answer.status == 422 and "plan-backups" in answer.said["message"]
    assert (team.folder / NAME).read_text(encoding="utf-8") == "{ not json"


def test_a_teammates_copy_in_the_folder_is_joined_and_the_old_plan_kept(team):
    mine = begun(team)
    theirs, new = edit.add(mine, "enterprise.facts", {"statement": "Rings for pumps are made here"})
    (team.folder / "masha.json").write_bytes(dumps(theirs))
    (team.folder / "notes.json").write_text('{"a": 1}', encoding="utf-8")
    assert [one["name"] for one in team.ask("merge").said["copies"]] == ["masha.json"]
    shown = team.ask("merge", {"theirs": {"name": "masha.json"}}).said
    assert shown["clashes"] == [] and new in shown["lines"][0]
    assert read(team.folder / NAME) == mine
    done = team.ask("merge", {"theirs": {"name": "masha.json"}, "choices": {}, "seen": shown["seen"]}).said
    assert "masha.json" in done["joined"][0]
    assert [one.statement for one in read(team.folder / NAME).enterprise.facts] == ["Rings for pumps are made here"]
    assert mine in [read(one) for one in (team.folder / "plan-backups").glob("media-plan-*.json")]


def test_what_both_changed_is_asked_about_and_nothing_is_joined_unanswered(team):
    mine = begun(team)
    theirs = edit.put(mine, "team", {"name": "Another name"})
    sent = {"name": "theirs.json", "content": b64encode(dumps(theirs)).decode()}
    shown = team.ask("merge", {"theirs": sent}).said
    (clash,) = shown["clashes"]
    assert (clash["rows"][0]["mine"], clash["rows"][0]["theirs"]) == (mine.team.name, "Another name")
    asked = {"theirs": sent, "seen": shown["seen"], "choices": {}}
    assert team.ask("merge", asked).status == 422
    assert team.ask("merge", {**asked, "choices": {clash["address"]: "theirs"}, "seen": "other"}).status == 422
    assert read(team.folder / NAME) == mine
    assert team.ask("merge", {**asked, "choices": {clash["address"]: "theirs"}}).status == 200
    assert read(team.folder / NAME).team.name == "Another name"


@pytest.mark.parametrize("name", ["../../etc/passwd", "plan-backups/x.json", NAME, "", "nothing.json", "..", "\x00"])
def test_no_file_outside_the_folder_is_read_as_a_copy(team, name):
    begun(team)
    assert team.ask("merge", {"theirs": {"name": name}}).status == 422


def test_a_link_that_leads_out_is_no_copy(team, tmp_path):
    plan = begun(team)
    (tmp_path / "away.json").write_bytes(dumps(plan))
    (team.folder / "link.json").symlink_to(tmp_path / "away.json")
    assert team.ask("merge").said["copies"] == []
    assert team.ask("merge", {"theirs": {"name": "link.json"}}).status == 422


@pytest.mark.parametrize("content", ["***", 7, "aGk="])
def test_an_upload_that_is_no_plan_is_refused_in_words(team, content):
    begun(team)
    answer = team.ask("merge", {"theirs": {"name": "x.zip", "content": content}})
    assert answer.status in (400, 422) and answer.said["message"]


def test_the_glossary_comes_in_the_language_with_the_other_ones_word(team):
    terms = {one["id"]: one for one in team.ask("glossary").said["terms"]}
    words = ("aim", "направление") if team.language == "en" else ("направление", "aim")
    assert (terms["aim"]["word"], terms["aim"]["other"]) == words


def test_the_twin_is_laid_where_it_is_missing_and_nothing_else_is_lost(team):
    other = {"en": "ru", "ru": "en"}[team.language]
    mine = team.folder / "notebooks" / team.language / "00-start.ipynb"
    mine.write_text(json.dumps({**json.loads(mine.read_text(encoding="utf-8")), "metadata": {"x": 1}}))
    before = mine.read_bytes()
    answer = team.ask("twin", {"unit": "01-facts", "kind": "exercise"}, language=other).said
    assert answer["path"] == f"{team.folder.name}/exercises/{other}/01-facts.ipynb"
    assert (team.folder.parent / answer["path"]).is_file() and mine.read_bytes() == before


@pytest.mark.parametrize("unit", ["../../x", "11-fair", ""])
def test_a_unit_that_is_not_there_has_no_twin(team, unit):
    assert team.ask("twin", {"unit": unit, "kind": "lesson"}).status == 422


@pytest.mark.parametrize("name", ["../words", "horse", "press-shop.svg"])
def test_the_server_hands_out_drawings_of_the_course_alone(team, name):
    assert team.ask("drawing", name=name).status == 404
    assert team.ask("drawing", name="press-shop").status == 200


def test_a_lesson_that_was_opened_is_remembered_in_the_folder(team):
    begun(team)
    before = team.ask("progress", path=team.path, language=team.language).said
    body = {"unit": "01-facts", "language": team.language, "kind": "lesson", "cells": []}
    assert before["next"]["path"].startswith("notebooks/") and team.ask("verify", body, path=team.path).status == 200
    after = team.ask("progress", path=team.path, language=team.language, stamp=before["stamp"]).said
    assert after["next"]["path"] == f"exercises/{team.language}/01-facts.ipynb"
    assert team.ask("verify", {**body, "unit": "../x"}, path=team.path).said == {"ours": False}
