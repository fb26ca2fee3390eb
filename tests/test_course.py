"""Does `course.py` notice what happens to folders and Pythons, and make its environment anew without a question?

The clones here are real and small: an empty lock, a package of one line, a build backend of its own, no network.
"""

import ast
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent
BACKEND = """
import os, zipfile
def build_editable(directory, settings=None, metadata=None):
    name = "promplan-0-py3-none-any.whl"
    with zipfile.ZipFile(os.path.join(directory, name), "w") as wheel:
        wheel.writestr("_promplan.pth", os.path.abspath("src") + "\\n")
        wheel.writestr("promplan-0.dist-info/METADATA", "Metadata-Version: 2.1\\nName: promplan\\nVersion: 0\\n")
        lines = ("Wheel-Version: 1.0", "Generator: x", "Root-Is-Purelib: true", "Tag: py3-none-any", "")
        wheel.writestr("promplan-0.dist-info/WHEEL", "\\n".join(lines))
        wheel.writestr("promplan-0.dist-info/RECORD", "")
    return name
build_wheel = build_editable
"""
PROJECT = """[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]
[project]
name = "promplan"
version = "0"
"""


def clone(folder: Path) -> Path:
    """The least that course.py takes for the course; `promplan lab` says where it is and what it was asked."""
    package = folder / "src" / "promplan"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "__main__.py").write_text("import sys\nprint('RAN', __file__, *sys.argv[1:])\n")
    shutil.copy(ROOT / "course.py", folder)
    (folder / "backend.py").write_text(BACKEND)
    (folder / "pyproject.toml").write_text(PROJECT)
    for name in ("requirements.lock", "requirements-dev.lock"):
        (folder / name).touch()
    return folder


def bare(folder: Path) -> Path:
    """A clone with an environment as `course.py` leaves it, made without pip in a tenth of a second."""
    clone(folder)
    course = load(folder)
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", course.VENV], check=True)
    library = packages_of(folder)
    (library / "_promplan.pth").write_text(str(folder / "src"))
    (library / "pydantic").mkdir()
    (library / "filelock.py").touch()
    course.stamp("lab")
    return folder


def packages_of(folder: Path) -> Path:
    """The package folder of a clone's environment."""
    (library,) = folder.glob(".venv/Lib/site-packages") if os.name == "nt" else folder.glob(".venv/lib/*/site-packages")
    return library


def load(folder: Path) -> ModuleType:
    """The clone's own course.py."""
    spec = importlib.util.spec_from_file_location("course_under_test", folder / "course.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def start(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.run(
        [sys.executable, str(folder / "course.py"), *words],
        capture_output=True,
        encoding="utf-8",
        env={**environment, "PYTHONIOENCODING": "utf-8", "PIP_NO_INDEX": "1"},
        timeout=120,
    )


# --- what is noticed -----------------------------------------------------------------------------------------------


def kill(folder: Path) -> None:
    """As an upgrade of Python leaves it: a link to nowhere."""
    python = Path(load(folder).python_in(folder / ".venv"))
    python.unlink()
    python.symlink_to(folder / "no" / "python3.9")


def cripple(folder: Path) -> None:
    """An interpreter that starts and cannot go on."""
    python = Path(load(folder).python_in(folder / ".venv"))
    python.unlink()
    python.write_text("#!/bin/sh\nexit 1\n")
    python.chmod(0o755)


FAULTS = {
    "an environment that is whole": (lambda folder: None, None),
    "no environment": (lambda folder: shutil.rmtree(folder / ".venv"), "none"),
    "an installation that broke off": (lambda folder: (folder / ".venv" / "promplan-stamp").unlink(), "broken"),
    "an empty stamp": (lambda folder: (folder / ".venv" / "promplan-stamp").write_bytes(b""), "moved"),
    "a stamp of rubbish": (lambda folder: (folder / ".venv" / "promplan-stamp").write_bytes(b"\xff\xfe"), "broken"),
    "a dead link for an interpreter": (kill, "broken"),
    "an interpreter that fails": (cripple, "broken"),
    "no interpreter": (lambda folder: shutil.rmtree(folder / ".venv" / "bin"), "broken"),
    "a package that is missing": (lambda folder: (packages_of(folder) / "pydantic").rmdir(), "broken"),
    "a module that is missing": (lambda folder: (packages_of(folder) / "filelock.py").unlink(), "broken"),
    "the course itself missing": (lambda folder: (packages_of(folder) / "_promplan.pth").unlink(), "broken"),
    "another lock": (lambda folder: (folder / "requirements.lock").write_text("# newer"), "old"),
    "another project file": (lambda folder: (folder / "pyproject.toml").write_text(PROJECT + "# newer"), "old"),
    "the same lock with Windows' ends of lines": (
        lambda folder: (folder / "pyproject.toml").write_bytes(PROJECT.replace("\n", "\r\n").encode()),
        None,
    ),
    "a package more": (lambda folder: (packages_of(folder) / "mine.py").touch(), None),
    "a .venv that is a file": (
        lambda folder: (shutil.rmtree(folder / ".venv"), (folder / ".venv").write_text("mine")),
        "broken",
    ),
}
posix = pytest.mark.skipif(os.name == "nt", reason="environments look otherwise there")


@posix
@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_wrong_with_an_environment_is_noticed(fault, tmp_path):
    folder = bare(tmp_path / "курс 1")
    spoil, state = FAULTS[fault]
    spoil(folder)
    assert load(folder).state("lab") == state


@posix
def test_a_folder_that_was_moved_or_copied_is_noticed_in_its_new_place_alone(tmp_path):
    folder = bare(tmp_path / "old")
    copied = Path(shutil.copytree(folder, tmp_path / "copy", symlinks=True))
    assert (load(folder).state("lab"), load(copied).state("lab")) == (None, "moved")
    moved = folder.rename(tmp_path / "new")
    assert load(moved).state("lab") == "moved"
    clone(tmp_path / "old")  # another copy where the first one was: its package would answer
    assert load(moved).state("lab") == "moved"


@posix
def test_a_folder_reached_over_a_link_is_the_same_folder(tmp_path):
    folder = bare(tmp_path / "real")
    (tmp_path / "link").symlink_to(folder)
    assert load(tmp_path / "link").state("lab") is None


@posix
def test_an_environment_for_the_tests_serves_a_learner_and_not_the_other_way_round(tmp_path):
    folder = bare(tmp_path / "course")
    assert load(folder).state("test") == "old"
    load(folder).stamp("test")
    assert load(folder).state("lab") is None and load(folder).state("test") is None


# --- what is done about it -----------------------------------------------------------------------------------------


@posix
def test_a_moved_course_makes_its_environment_anew_says_so_and_runs(tmp_path):
    moved = bare(tmp_path / "курс").rename(tmp_path / "новый курс")
    first = start(moved, "lab", "--lang", "ru")
    assert first.returncode == 0, first.stdout + first.stderr
    assert first.stdout.endswith(f"RAN {moved}/src/promplan/__main__.py lab --lang ru\n")
    assert "moved or renamed" in first.stdout and "перенесли" in first.stdout
    assert not (packages_of(moved) / "pydantic").exists(), "nothing of the old one is left"
    assert start(moved, "lab").stdout == f"RAN {moved}/src/promplan/__main__.py lab\n", "the second start is silent"


@posix
def test_an_installation_goes_on_where_it_broke_off_only_with_a_sound_installer(tmp_path):
    folder = bare(tmp_path / "course")  # as Ctrl+C in the first seconds leaves it: no pip
    assert not load(folder).usable(None) and load(folder).usable("uv")
    (packages_of(folder) / "pip.py").touch()
    assert load(folder).usable(None)
    kill(folder)
    assert not load(folder).usable(None) and not load(folder).usable("uv")


@posix
@pytest.mark.parametrize("what", ["a link", "a file", "a folder of its own"])
def test_what_is_no_environment_of_ours_is_never_deleted(what, tmp_path):
    folder = clone(tmp_path / "course")
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "thesis.txt").write_text("mine")
    if what == "a link":
        (folder / ".venv").symlink_to(mine)
    elif what == "a file":
        (folder / ".venv").write_text("mine")
    else:
        mine = mine.rename(folder / ".venv")
    done = start(folder, "lab")
    assert done.returncode == 1 and ".venv" in done.stderr and "Traceback" not in done.stderr
    assert (folder / ".venv").exists() and (what == "a file" or (mine / "thesis.txt").read_text() == "mine")


@posix
def test_clearing_deletes_the_environment_and_nothing_that_it_points_to(tmp_path):
    folder = bare(tmp_path / "course")
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "text").write_text("mine")
    (packages_of(folder) / "linked").symlink_to(tmp_path / "thesis")
    shielded = packages_of(folder) / "pydantic"
    (shielded / "x.py").touch()
    shielded.chmod(0o500)
    load(folder).clear()
    assert not (folder / ".venv").exists() and (tmp_path / "thesis" / "text").read_text() == "mine"
    assert {one.name for one in folder.iterdir()} >= {"course.py", "src", "requirements.lock"}


@posix
def test_half_a_deletion_is_still_known_as_ours(tmp_path):
    folder = bare(tmp_path / "course")
    (folder / ".venv" / "share").mkdir()
    shutil.rmtree(folder / ".venv" / "bin")
    load(folder).clear()
    assert not (folder / ".venv").exists()


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("ERROR: [Errno 28] No space left on device", "Диск заполнен"),
        ("error: Failed to fetch: dns error: Temporary failure in name resolution", "есть ли интернет"),
        ("something else", "покажите эти строки"),
    ],
)
def test_an_installation_that_fails_says_why_in_both_languages(said, words):
    told = load(ROOT).explain(said)
    assert words in told and told.splitlines()[0].isascii()


OFFLINE = f"""#!/bin/sh
[ "$1" = venv ] && exec {sys.executable} -m venv --without-pip "$5"
echo "error: Failed to fetch: dns error: Temporary failure in name resolution"
exit 2
"""


@posix
def test_a_lock_that_cannot_be_fetched_ends_in_words(tmp_path, monkeypatch):
    folder = clone(tmp_path / "course")
    (tmp_path / "uv").write_text(OFFLINE)  # an installer without a network
    (tmp_path / "uv").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    done = start(folder, "lab")
    assert done.returncode == 1 and "internet" in done.stderr and "Traceback" not in done.stdout + done.stderr
    assert load(folder).state("lab") == "broken"


def test_a_course_folder_that_lacks_a_file_says_so(tmp_path):
    folder = clone(tmp_path / "course")
    (folder / "requirements.lock").unlink()
    done = start(folder, "lab")
    assert done.returncode == 1 and "requirements.lock" in done.stderr and "Traceback" not in done.stderr


# --- who reads it --------------------------------------------------------------------------------------------------


def test_an_old_python_can_read_it_and_is_told_what_it_lacks():
    tree = ast.parse((ROOT / "course.py").read_text(encoding="utf-8"))
    newer = (ast.JoinedStr, ast.NamedExpr, ast.AnnAssign, ast.Nonlocal, ast.Await, ast.MatMult, ast.Match)
    assert not [node.lineno for node in ast.walk(tree) if isinstance(node, newer)]
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            assert not node.args.kwonlyargs and not node.args.posonlyargs and node.returns is None, node.name
        assert not (isinstance(node, ast.Raise) and node.cause)
    course = load(ROOT)
    for version in ((2, 7), (3, 6, 1), (3, 10, 14)):
        told = course.too_old(version)
        assert f"{version[0]}.{version[1]};" in told and "python.org" in told and "нужен 3.11" in told
    assert course.too_old((3, 11)) is None and course.too_old((4, 0)) is None


def test_it_needs_nothing_but_the_standard_library():
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(ROOT / "course.py"), "--help"], capture_output=True, text=True
    )
    assert done.returncode == 0 and "course.py lab" in done.stdout


@pytest.mark.parametrize("encoding", ["ascii", "cp866", "cp1251", "utf-8"])
def test_no_console_is_too_poor_for_its_words(encoding, tmp_path):
    folder = clone(tmp_path / "course")
    (folder / ".venv").write_text("mine")
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    done = subprocess.run([sys.executable, str(folder / "course.py"), "lab"], capture_output=True, env=environment)
    assert done.returncode == 1 and b"Traceback" not in done.stderr and b".venv" in done.stderr
    assert subprocess.run([sys.executable, str(folder / "course.py"), "x"], capture_output=True).returncode == 2
