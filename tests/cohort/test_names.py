"""Are names read as they were meant, whatever Windows, an old archiver or a Mac made of them?"""

import unicodedata

import pytest

from promplan.cohort.names import alike, cleaned, of_bytes, repaired, short

NAMES = [
    "Дуга.promplan.zip",
    "Команда Вентиль",
    "Иван Петров_123_assignsubmission_file_",
    "Ёлка-7",
    "медиаплан (1).json",
    "МЕДИАПЛАН_ФИНАЛ.zip",
    "Новая папка/медиаплан.json",
    "Группа по умолчанию",
    "СМИ",
]


@pytest.mark.parametrize("encoding", ["utf-8", "cp866", "cp1251"])
@pytest.mark.parametrize("name", NAMES)
def test_a_name_in_bytes_is_read_in_the_encoding_it_was_written_in(name, encoding):
    assert of_bytes(name.encode(encoding)) == name


@pytest.mark.parametrize("wrong", ["cp437", "cp1252", "latin-1", "cp1251", "cp866"])
@pytest.mark.parametrize("encoding", ["utf-8", "cp866", "cp1251"])
@pytest.mark.parametrize("name", NAMES)
def test_what_a_wrong_guess_made_of_a_name_is_undone(name, encoding, wrong):
    try:
        misread = name.encode(encoding).decode(wrong)
    except UnicodeDecodeError:
        pytest.skip("these bytes are nothing in that encoding")
    assert repaired(misread) == name


@pytest.mark.parametrize("name", [*NAMES, "media-plan.json", "café.zip", "Müller", "Łódź", "São Paulo", "北京", "№ 7"])
def test_a_right_name_stays_in_one_unicode_form(name):
    assert repaired(name) == name and repaired(unicodedata.normalize("NFD", name)) == name


def test_signs_that_hide_others_are_left_out():
    assert cleaned("plan\u202egpj.json\x1b[2J\0\u200f") == "plangpj.json[2J"


def test_spellings_of_one_name_are_alike():
    assert alike("Уголёк №7") == alike("уголек-№_7") and alike("Дуга") != alike("Луга")


def test_a_long_name_shows_its_beginning_and_its_end():
    assert len(short("x" * 5000 + ".zip")) <= 120 and short("x" * 5000 + ".zip").endswith(".zip")
