"""Does the digest of what a notebook read change with that, and with nothing else?"""

from pathlib import Path

import pytest

from promplan.notebooks import catalogue
from promplan.notebooks.reading import MAKERS, WORDS, Reading

HOUSE, CHAIN = "src/promplan/figures/house.py", "src/promplan/figures/chain.py"


@pytest.fixture
def root(tmp_path) -> Path:
    for name in (HOUSE, CHAIN, "assets/words.toml", "src/promplan/figures/__pycache__/house.pyc"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    say(tmp_path, "Опора", "Цепочка")
    return tmp_path


def say(root: Path, house: str, chain: str) -> None:
    words = catalogue.blank()
    words.add("Pillar", house, locations=[("figures/house.py", 0)])
    words.add("Chain", chain, locations=[("figures/chain.py", 0)])
    (root / WORDS).parent.mkdir(parents=True, exist_ok=True)
    catalogue.write(root / WORDS, words)


def digest(root: Path, *names: str, cells: str = "") -> str:
    return Reading(root).digest(names, cells)


def test_only_the_courses_own_files_count_and_what_makes_every_notebook(root):
    paths = [root / HOUSE, root / "assets/words.toml", root / "assets", root / "src/promplan/figures"]
    paths += [root / "src/promplan/figures/__pycache__/house.pyc", root / "notebooks/en/a.ipynb", Path("/etc/hosts")]
    paths += [root / "src/promplan/locale/ru/promplan.mo"]
    names = Reading(root).names(map(str, paths))
    assert names == sorted([HOUSE, "assets", "assets/words.toml", WORDS, *MAKERS])


def test_another_byte_of_what_was_read_is_another_digest(root):
    before = digest(root, HOUSE), digest(root, CHAIN)
    (root / HOUSE).write_text("changed")
    assert digest(root, HOUSE) != before[0] and digest(root, CHAIN) == before[1]


def test_other_cells_are_another_digest(root):
    assert digest(root, HOUSE, cells="a") != digest(root, HOUSE, cells="b")


def test_a_new_file_in_a_listed_folder_is_another_digest_and_its_content_is_not(root):
    before = digest(root, "assets")
    (root / "assets/words.toml").write_text("changed")
    assert digest(root, "assets") == before
    (root / "assets/more.toml").write_text("")
    assert digest(root, "assets") != before


def test_a_file_that_is_gone_is_another_digest(root):
    before = digest(root, "assets/words.toml")
    (root / "assets/words.toml").unlink()
    assert digest(root, "assets/words.toml") != before


def test_the_russian_of_the_modules_that_were_imported_counts_and_no_other(root):
    before = digest(root, HOUSE, WORDS), digest(root, HOUSE)
    say(root, "Опора", "Переделы")
    assert digest(root, HOUSE, WORDS) == before[0]
    say(root, "Столп", "Переделы")
    assert digest(root, HOUSE, WORDS) != before[0] and digest(root, HOUSE) == before[1]
