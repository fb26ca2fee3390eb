"""Does the interface's catalogue remember: the Russian of a sentence that changed, moved, went and came back?"""

import subprocess
from pathlib import Path

import pytest

from promplan.language.compiling import load
from promplan.notebooks import pofile
from promplan.notebooks.messages import update
from promplan.notebooks.trouble import Waiting, severe


@pytest.fixture
def package(tmp_path) -> Path:
    """A package of two modules, one sentence each, translated."""
    (tmp_path / "locale/ru").mkdir(parents=True)
    put(tmp_path, "plan/store.py", 'say("Three honest tries: you may now compare.")')
    put(tmp_path, "widgets/form.py", 'say("The plan was saved on {day}.", day=today)')
    update(tmp_path, save=True)
    translate(tmp_path, "Three honest tries: you may now compare.", "Три честные попытки: теперь можно сравнить.")
    translate(tmp_path, "The plan was saved on {day}.", "План сохранён: {day}.")
    assert update(tmp_path, save=True) == []
    return tmp_path


def put(package: Path, name: str, source: str) -> None:
    (package / name).parent.mkdir(exist_ok=True)
    (package / name).write_text(source, encoding="utf-8")


def po(package: Path) -> Path:
    return package / "locale/ru/promplan.po"


def translate(package: Path, english: str, russian: str) -> None:
    catalogue = pofile.read(po(package))
    message = catalogue.get(english)
    message.string = russian
    message.flags.discard("fuzzy")
    pofile.write(po(package), catalogue)


def told(package: Path, english: str) -> tuple[str, bool, list[str]]:
    message = pofile.read(po(package)).get(english)
    return message.string, message.fuzzy, message.previous_id


def shown(package: Path, english: str) -> str:
    return load(po(package).with_suffix(".mo")).gettext(english)


NEW = "Three honest tries: now you may compare."


def test_a_changed_sentence_keeps_its_russian_as_fuzzy_and_shows_it(package):
    put(package, "plan/store.py", f'say("{NEW}")')
    (trouble,) = update(package, save=True)
    old = "Three honest tries: you may now compare."
    assert told(package, NEW) == ("Три честные попытки: теперь можно сравнить.", True, [old])
    assert shown(package, NEW) == "Три честные попытки: теперь можно сравнить."
    assert isinstance(trouble, Waiting) and NEW in trouble and "the English has changed" in trouble
    assert update(package, save=False) == [trouble], "and a second look says the same"


def test_a_sentence_that_changed_twice_is_compared_with_the_english_that_was_translated(package):
    for english in (NEW, "Three honest tries: now compare."):
        put(package, "plan/store.py", f'say("{english}")')
        update(package, save=True)
    assert told(package, "Three honest tries: now compare.")[1:] == (
        True,
        ["Three honest tries: you may now compare."],
    )


def test_a_change_taken_back_needs_nobody(package):
    before = po(package).read_text(encoding="utf-8")
    put(package, "plan/store.py", f'say("{NEW}")')
    update(package, save=True)
    put(package, "plan/store.py", 'say("Three honest tries: you may now compare.")')
    assert update(package, save=True) == []
    assert po(package).read_text(encoding="utf-8") == before


def test_old_russian_that_asks_for_other_values_is_not_shown(package):
    put(package, "widgets/form.py", 'say("The plan was saved at {time}.", time=now)')
    (trouble,) = update(package, save=True)
    assert told(package, "The plan was saved at {time}.")[0] == "План сохранён: {day}."
    assert shown(package, "The plan was saved at {time}.") == "The plan was saved at {time}."
    assert "the English is shown" in trouble


def test_another_sentence_in_its_place_has_no_russian_and_says_so(package):
    put(package, "plan/store.py", 'say("Choose a plant first.")')
    (trouble,) = update(package, save=True)
    assert told(package, "Choose a plant first.") == ("", False, [])
    assert isinstance(trouble, Waiting) and "there is no Russian yet" in trouble


def test_a_sentence_that_went_is_found_when_it_comes_back(package):
    before = po(package).read_text(encoding="utf-8")
    put(package, "plan/store.py", "")
    assert update(package, save=True) == []
    assert '#~ msgid "Three honest tries' in po(package).read_text(encoding="utf-8")
    put(package, "plan/store.py", 'say("Three honest tries: you may now compare.")')
    assert update(package, save=True) == []
    assert po(package).read_text(encoding="utf-8") == before


def test_a_sentence_that_moved_to_another_file_is_as_it_was(package):
    put(package, "plan/store.py", "")
    put(package, "lab/start.py", 'say("Three honest tries: you may now compare.")')
    assert update(package, save=True) == []
    assert "#: lab/start.py\nmsgid" in po(package).read_text(encoding="utf-8")


def test_the_same_english_in_a_new_context_is_offered_the_russian_that_there_is(package):
    put(package, "widgets/late.py", 'say_in("form", "The plan was saved on {day}.", day=today)')
    (trouble,) = update(package, save=True)
    message = pofile.read(po(package)).get("The plan was saved on {day}.", context="form")
    assert (message.string, message.fuzzy) == ("План сохранён: {day}.", True) and "(form)" in trouble
    assert not told(package, "The plan was saved on {day}.")[1]


def test_a_sentence_that_now_counts_keeps_its_words_in_every_form(package):
    put(package, "widgets/form.py", 'say_many("The plan was saved on {day}.", "Plans were saved {day}.", n, day=today)')
    update(package, save=True)
    message = next(one for one in pofile.read(po(package)) if one.pluralizable)
    assert message.string == ("План сохранён: {day}.",) * 3 and message.fuzzy


def test_russian_with_places_of_its_own_is_a_fault(package):
    translate(package, "The plan was saved on {day}.", "План сохранён: {date}.")
    (trouble,) = update(package, save=True)
    assert not isinstance(trouble, Waiting) and "{places}" in trouble
    assert shown(package, "The plan was saved on {day}.") == "The plan was saved on {day}."


def test_a_check_writes_nothing_and_says_what_a_build_would_do(package):
    put(package, "lab/start.py", 'say("Ready.")')
    before = {one: one.read_bytes() for one in package.rglob("*") if one.is_file()}
    stale, waiting = update(package, save=False)
    assert "promplan build" in stale and not isinstance(stale, Waiting)
    assert isinstance(waiting, Waiting) and "Ready." in waiting
    assert {one: one.read_bytes() for one in package.rglob("*") if one.is_file()} == before


def test_what_is_waited_for_is_severe_at_the_gate_alone():
    assert not severe([Waiting("words")]) and severe([Waiting("words")], strict=True)
    assert severe([Waiting("words"), "fault"]) and not severe([], strict=True)


def test_two_branches_that_touch_different_files_merge_without_a_conflict(package, tmp_path):
    for n in range(6):
        put(package, f"media/m{n}.py", f'say("Medium number {n} is empty.")\nsay("Medium number {n} is full.")')
    update(package, save=True)
    base = po(package).read_bytes()
    sides = []
    for name, words in (("media/m1.py", "A new word."), ("media/m4.py", "Another word.")):
        source = (package / name).read_text(encoding="utf-8")
        put(package, name, f'{source}\nsay("{words}")')
        update(package, save=True)
        sides.append(po(package).read_bytes())
        put(package, name, source)
        po(package).write_bytes(base)
    files = [tmp_path / name for name in ("ours.po", "base.po", "theirs.po")]
    for file, content in zip(files, (sides[0], base, sides[1]), strict=True):
        file.write_bytes(content)
    done = subprocess.run(["git", "merge-file", "-p", *map(str, files)], capture_output=True, text=True)
    assert done.returncode == 0 and "A new word." in done.stdout and "Another word." in done.stdout


def test_a_thousand_changed_sentences_are_not_compared_with_each_other_for_ever(package):
    put(package, "plan/store.py", "\n".join(f'say("Sentence {n} of the old wording, {n * 7}.")' for n in range(400)))
    update(package, save=True)
    catalogue = pofile.read(po(package))
    for message in catalogue:
        message.string = message.string or "Слова."
    pofile.write(po(package), catalogue)
    put(package, "plan/store.py", "\n".join(f'say("Quite another thing {n}, {n * 7}!")' for n in range(400)))
    trouble = update(package, save=True)
    assert len(trouble) == 400
