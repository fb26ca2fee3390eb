"""Is the catalogue compiled when it is needed, shown as far as it fits, and never a reason to crash?"""

import gettext
import os
import subprocess
import sys
from pathlib import Path

import pytest

from promplan.language.compiling import compiled_bytes, load

HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
HEAD += '"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20)'
HEAD += ' ? 1 : 2);\\n"\n\n'


@pytest.fixture
def locale(tmp_path) -> Path:
    """A folder with a catalogue of one sentence, never compiled; returns where its .mo belongs."""
    folder = tmp_path / "ru"
    folder.mkdir()
    return entry(folder / "promplan.mo", 'msgid "Fact"\nmsgstr "Факт"\n')


def entry(compiled: Path, entries: str) -> Path:
    compiled.with_suffix(".po").write_text(HEAD + entries, encoding="utf-8")
    return compiled


def test_a_missing_catalogue_is_compiled_and_kept(locale):
    assert load(locale).gettext("Fact") == "Факт"
    assert locale.read_bytes() == compiled_bytes(locale.with_suffix(".po"))
    assert [one.name for one in sorted(locale.parent.iterdir())] == ["promplan.mo", "promplan.po"]


def test_an_older_catalogue_is_compiled_anew_and_a_newer_one_is_not(locale):
    load(locale)
    entry(locale, 'msgid "Fact"\nmsgstr "Сведение"\n')
    os.utime(locale, ns=(1, 1))
    assert load(locale).gettext("Fact") == "Сведение"
    locale.with_suffix(".po").write_text("no catalogue", encoding="utf-8")
    os.utime(locale.with_suffix(".po"), ns=(1, 1))
    assert load(locale).gettext("Fact") == "Сведение"


def test_where_nothing_may_be_written_the_catalogue_is_compiled_in_memory(locale, monkeypatch):
    def refuse(**_):
        raise PermissionError

    monkeypatch.setattr("tempfile.mkstemp", refuse)
    assert load(locale).gettext("Fact") == "Факт"
    assert not locale.exists()


@pytest.mark.parametrize(("older", "said"), [(False, "Fact"), (True, "Факт")])
def test_without_babel_an_older_catalogue_or_english_is_shown(locale, monkeypatch, older, said):
    if older:
        load(locale)
        os.utime(locale, ns=(1, 1))
    monkeypatch.setitem(sys.modules, "babel.messages.mofile", None)
    assert load(locale).gettext("Fact") == said


def test_an_installed_package_has_the_compiled_catalogue_alone(locale):
    load(locale)
    locale.with_suffix(".po").unlink()
    assert load(locale).gettext("Fact") == "Факт"


def test_no_catalogue_at_all_is_english(tmp_path):
    assert load(tmp_path / "promplan.mo").gettext("Fact") == "Fact"


@pytest.mark.parametrize(
    ("flags", "english", "russian", "shown"),
    [
        ("#, fuzzy\n", "Ask {who} today.", "Спросите: {who}.", "Спросите: {who}."),
        ("#, fuzzy\n", "Ask {name}.", "Спросите: {who}.", "Ask {name}."),
        ("", "Ask {name}.", "Спросите: {who}.", "Ask {name}."),
        ("", "Ask {name}.", "Спросите: {name", "Ask {name}."),
        ("", "Ask {name}.", "Спросите его.", "Спросите его."),
        ("", 'Write {"a": 1} here', 'Напишите {"a": 1} здесь', 'Напишите {"a": 1} здесь'),
    ],
)
def test_a_translation_is_shown_if_its_places_can_be_filled(locale, flags, english, russian, shown):
    quoted = [text.replace('"', '\\"') for text in (english, russian)]
    entry(locale, f'{flags}msgid "{quoted[0]}"\nmsgstr "{quoted[1]}"\n')
    assert load(locale).gettext(english) == shown


def test_a_counted_sentence_may_leave_its_number_out(locale):
    forms = 'msgstr[0] "один факт"\nmsgstr[1] "{n} факта"\nmsgstr[2] "{n} фактов"\n'
    entry(locale, f'msgid "one fact"\nmsgid_plural "facts"\n{forms}')
    russian = load(locale)
    assert [russian.ngettext("one fact", "facts", n) for n in (1, 3, 5)] == [
        "один факт",
        "{n} факта",
        "{n} фактов",
    ]


def test_the_two_russians_of_one_english_word_are_apart(locale):
    entry(locale, 'msgid "Clearance"\nmsgstr "Допуск"\n\nmsgctxt "answer"\nmsgid "Clearance"\nmsgstr "Согласование"\n')
    russian = load(locale)
    assert isinstance(russian, gettext.GNUTranslations)
    assert (russian.gettext("Clearance"), russian.pgettext("answer", "Clearance")) == ("Допуск", "Согласование")


def test_english_needs_no_catalogue_and_russian_no_babel_once_it_is_compiled():
    code = "import sys; from promplan.language import say; say('Fact').into('ru'); say('Fact').into('en');"
    code += "print([one for one in ('babel', 'promplan.language.compiling') if one in sys.modules])"
    for _ in range(2):
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['promplan.language.compiling']"
