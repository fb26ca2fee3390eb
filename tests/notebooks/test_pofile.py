"""Does a catalogue come back from its file as it was written, the previous English of a fuzzy entry with it?"""

import re

import pytest
from babel.messages.pofile import read_po

from promplan.notebooks import pofile
from promplan.notebooks.catalogue import blank

LONG = '## Sort it before anybody explains it\n\nDisagree aloud, "and" say why: C:\\new.\n' + "word " * 60


@pytest.mark.parametrize("before", [LONG, "Ask him.", "a\n", "\n", "tab\there \\n no line", "line\u2028separator\x0b"])
def test_the_previous_english_of_a_cell_comes_back_letter_by_letter(tmp_path, before):
    catalogue = blank()
    catalogue.add("New.", "Старое.", context="cell", flags=["fuzzy"], previous_id=(before,))
    path = tmp_path / "a.po"
    pofile.write(path, catalogue)
    (message,) = [one for one in pofile.read(path) if one.id]
    assert (message.id, message.string, message.context, message.fuzzy) == ("New.", "Старое.", "cell", True)
    assert message.previous_id == [before] and message.user_comments == []
    assert pofile.text(pofile.read(path)) == path.read_text(encoding="utf-8")


def test_the_previous_lines_are_written_as_every_po_editor_reads_them(tmp_path):
    catalogue = blank()
    catalogue.add("New.", "Старое.", context="cell", flags=["fuzzy"], previous_id=("## Old\nFive minutes.",))
    text = pofile.text(catalogue)
    assert text.endswith(
        '#, fuzzy\n#| msgid ""\n#| "## Old\\n"\n#| "Five minutes."\nmsgctxt "cell"\nmsgid "New."\nmsgstr "Старое."\n\n'
    )
    assert [one.id for one in read_po(text.splitlines(), locale="ru") if one.id] == ["New."]


def test_a_counted_sentence_keeps_both_of_its_previous_forms(tmp_path):
    catalogue = blank()
    forms = ("один", "два", "пять")
    catalogue.add(("{n} fact", "{n} facts"), forms, flags=["fuzzy"], previous_id=("{n} datum", "{n} data"))
    pofile.write(tmp_path / "a.po", catalogue)
    (message,) = [one for one in pofile.read(tmp_path / "a.po") if one.id]
    assert message.previous_id == ["{n} datum", "{n} data"] and message.string == forms


def test_a_translators_note_stays_and_what_is_gone_stays_as_obsolete(tmp_path):
    catalogue = blank()
    catalogue.add("Fact", "Факт", user_comments=["the field's own word"], locations=[("plan/enterprise.py", 0)])
    gone = blank().add("Gone", "Ушло")
    catalogue.obsolete["Gone"] = gone
    pofile.write(tmp_path / "a.po", catalogue)
    back = pofile.read(tmp_path / "a.po")
    assert back.get("Fact").user_comments == ["the field's own word"]
    assert [(one.id, one.string) for one in back.obsolete.values()] == [("Gone", "Ушло")]
    assert '#: plan/enterprise.py\nmsgid "Fact"' in pofile.text(back) and '#~ msgid "Gone"' in pofile.text(back)


def test_nothing_in_the_file_tells_which_version_of_a_tool_wrote_it(tmp_path):
    assert not re.search("Generated-By|Babel", pofile.text(blank()))
