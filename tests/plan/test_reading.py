"""Is a regular file read to its last byte and no further, and is everything else refused by its name?"""

import os
from pathlib import Path

import pytest

from promplan.language import Problem
from promplan.plan.reading import NoFile, TooLarge, asked, regular


def test_a_file_of_just_so_many_bytes_is_read_and_one_more_is_too_large(tmp_path):
    file = tmp_path / "plan.json"
    file.write_bytes(b"12345")
    data, status = regular(file, 5)
    assert (data, status.st_size) == (b"12345", 5)
    with pytest.raises(TooLarge, match=r"plan\.json is far too large"):
        regular(file, 4)


def test_a_file_that_grows_while_it_is_read_is_too_large(tmp_path, monkeypatch):
    file = tmp_path / "plan.json"
    file.write_bytes(b"12345")
    real = os.fstat

    def grown(handle: int) -> os.stat_result:
        status = real(handle)
        with file.open("ab") as stream:
            stream.write(b"67")
        return status

    monkeypatch.setattr(os, "fstat", grown)
    assert regular(file, 9)[0] == b"1234567"
    with pytest.raises(TooLarge):
        regular(file, 7)


def test_a_file_that_is_exchanged_for_a_pipe_is_not_read(tmp_path, monkeypatch):
    if not hasattr(os, "mkfifo"):
        pytest.skip("no pipes with a name here")
    (tmp_path / "plan.json").write_bytes(b"{}")
    os.mkfifo(tmp_path / "pipe")
    real = os.open
    monkeypatch.setattr(os, "open", lambda path, flags: real(tmp_path / "pipe", flags))
    with pytest.raises(NoFile, match=r"plan\.json cannot be read: it is a folder, a pipe or a device"):
        regular(tmp_path / "plan.json", 9)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("gone.json", "There is no file gone.json here. Check the name and the folder."),
        ("plan.json/x", "There is no file x here."),
        ("folder", "folder cannot be read: it is a folder, a pipe or a device. Choose a file"),
        ("n" * 300, "cannot be read (File name too long). Check that it is a file"),
        ("a\0b", "cannot be read (ValueError). Check"),
    ],
)
def test_what_somebody_named_and_cannot_be_read_is_refused_in_words(name, said, tmp_path):
    (tmp_path / "plan.json").write_bytes(b"{}")
    (tmp_path / "folder").mkdir()
    with pytest.raises(Problem) as caught:
        asked(tmp_path / name, 9)
    assert said in str(caught.value)


def test_what_somebody_named_is_read_whole(tmp_path):
    (tmp_path / "plan.json").write_bytes(b"{}")
    assert asked(tmp_path / "plan.json", 2) == b"{}"


def test_the_root_of_all_folders_has_a_name_in_a_refusal_too():
    with pytest.raises(NoFile, match=f"^{os.sep} cannot be read"):
        asked(Path(os.sep), 9)
