"""Does the built wheel alone hold the course? `python tests/wheel.py`, called by .ci/run; standard library only.

It builds the wheel and the sdist and looks into both; installs the wheel with the core's packages alone and checks,
shows and packs a plan with it; installs it with the locked packages into another empty environment, and from an empty
folder far from the checkout lays a learner's folder in each language and runs its first notebook.
"""

import os
import shutil
import subprocess
import sys
import tarfile
import time
import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

ROOT = Path(__file__).resolve().parent.parent
COURSE = ("notebooks", "exercises", "solutions", "assets")
CELL = 120  # seconds a cell may take on a slow machine
OURS = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "PROMPLAN_STORE", "JUPYTER_PATH", "JUPYTER_CONFIG_PATH")


def run(*command: str | Path, cwd: Path | None = None, home: Path | None = None, code: int = 0) -> str:
    """Run a command, stop with what it said unless it ends with `code`; with `home`, far from the user's settings."""
    environment = {name: value for name, value in os.environ.items() if name not in OURS}
    if home is not None:
        jupyter = {name: str(home / name.lower()) for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "IPYTHONDIR")}
        environment |= {"PYTHONNOUSERSITE": "1", "PYTHONIOENCODING": "utf-8", **jupyter}
    done = subprocess.run(
        [str(one) for one in command],
        cwd=cwd,
        env=environment,
        encoding="utf-8",
        errors="replace",
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    if done.returncode != code:
        sys.exit(f"{done.stdout[-6000:]}\nwheel: {' '.join(map(str, command))} failed with {done.returncode}")
    return done.stdout


def demand(holds: bool, complaint: str) -> None:
    """Stop with the complaint where something does not hold (`assert` can be switched off)."""
    if not holds:
        sys.exit(f"wheel: {complaint}")


def build(folder: Path) -> tuple[Path, Path]:
    """The wheel and the sdist, made by the locked build backend; without it, by uv or pip with one of their own."""
    try:
        import hatchling  # noqa: F401

        run(sys.executable, "-m", "hatchling", "build", "-d", folder, cwd=ROOT)
    except ImportError:
        if uv := shutil.which("uv"):
            run(uv, "build", "-q", "--out-dir", folder, ROOT)
        else:
            run(sys.executable, "-m", "venv", folder / "builder")
            run(python_in(folder / "builder"), "-m", "pip", "install", "-q", "hatchling")
            run(python_in(folder / "builder"), "-m", "hatchling", "build", "-d", folder, cwd=ROOT)
    (wheel,), (sdist,) = folder.glob("*.whl"), folder.glob("*.tar.gz")
    return wheel, sdist


def wanted() -> set[str]:
    """The course's files that a learner's installation must have, as the wheel names them."""
    files = {path.relative_to(ROOT) for kind in COURSE for path in (ROOT / kind).rglob("*") if path.is_file()}
    hidden = {"instructor", "samples", ".gitkeep", ".ipynb_checkpoints", "key.toml", "__pycache__"}
    return {f"promplan/_course/{path.as_posix()}" for path in files if not hidden & {*path.parts}}


def look_into(wheel: Path, sdist: Path) -> None:
    """Is everything of the learner's in it, and nothing of the instructor's?"""
    with ZipFile(wheel) as archive:
        names = archive.namelist()
    for name in names:
        demand(not {"__pycache__", ".ipynb_checkpoints", "tests"} & {*name.split("/")}, f"{name} is in the wheel")
    lacking = sorted((wanted() | {"promplan/locale/ru/promplan.mo", "promplan/py.typed"}) - {*names})
    demand(not lacking, f"{', '.join(lacking)} not in the wheel: see [tool.hatch.build] in pyproject.toml")
    with tarfile.open(sdist) as archive:
        packed = [name.partition("/")[2] for name in archive.getnames()]
    demand({"course.py", "pyproject.toml", "src/promplan/py.typed"} <= {*packed}, "the sdist is not whole")
    for name in names + packed:
        parts = name.lower().split("/")
        demand("instructor" not in parts, f"{name} is for instructors: see [tool.hatch.build] in pyproject.toml")
        demand(parts[-1] not in ("key.toml", ".gitkeep"), f"{name} gives the answers away: see [tool.hatch.build]")
    print(f"  {len(names)} files, {wheel.stat().st_size // 1000} kB, nothing of the instructor's, in the sdist neither")


def python_in(environment: Path) -> Path:
    """The interpreter of a virtual environment, on this system."""
    return environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def empty(environment: Path) -> list[str | Path]:
    """An empty environment; returns the command that installs into it."""
    python = python_in(environment)
    if uv := shutil.which("uv"):
        run(uv, "venv", "-q", "--python", sys.executable, environment)
        return [uv, "pip", "install", "-q", "--python", python]
    run(sys.executable, "-m", "venv", environment)
    return [python, "-m", "pip", "install", "-q", "--disable-pip-version-check"]


def install(wheel: Path, environment: Path) -> Path:
    """An empty environment with the locked packages and the wheel; returns its interpreter."""
    pip = empty(environment)
    run(*pip, "--require-hashes", "-r", ROOT / "requirements.lock")
    run(*pip, "--no-deps", wheel)
    return python_in(environment)


WORK = """
import importlib, json, sys
from importlib.metadata import distributions
from pathlib import Path
for name in {rooms!r}:
    importlib.import_module(name)
from promplan.cases.example import example
from promplan.export.page import page
from promplan.plan.codec import dumps
from promplan.plan.store import FileStore
from promplan.review import check
plan = example("03-solved")
assert check(plan, None, plan.meta.as_of) and len(page(plan, plan.meta.as_of)) > 10_000
FileStore(Path("media-plan.json"), plan).put("team", {{"name": "Arc"}})
heavy = {{"IPython", "ipywidgets", "jupyterlab", "matplotlib", "nbformat", "numpy", "scipy"}} & {{*sys.modules}}
assert not heavy, heavy
root = Path(json.__file__).parent  # nothing of it is counted, only what was installed
ours = [one for one in distributions() if one.metadata["Name"] not in ("pip", "setuptools")]
size = sum(Path(one.locate_file(file)).stat().st_size for one in ours for file in one.files or ()
           if Path(one.locate_file(file)).is_file())
print(len(ours), round(size / 1e6, 1), *sorted(one.metadata["Name"] for one in ours))
"""
ROOMS = [
    f"promplan{room}"
    for room in ("", ".plan", ".plan.merging.joining", ".review", ".text", ".cases.kit", ".export.page")
]


def core(wheel: Path, far: Path) -> None:
    """The wheel with what it requires and no extra: does the core do its work, and say what it lacks for the rest?"""
    pip = empty(far / "core")
    pins = [
        line.rstrip(" \\\n") for line in (ROOT / "requirements.lock").read_text().splitlines() if line[:1].isalnum()
    ]
    (far / "pins.txt").write_text("\n".join(pins))
    run(*pip, "-c", far / "pins.txt", wheel)
    home = far / "core-home"
    home.mkdir()
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    (closed,) = (one["source_modules"] for one in contracts if one["id"] == "closed-forms")
    python = python_in(far / "core")
    told = run(python, "-c", WORK.format(rooms=[*ROOMS, *closed]), cwd=home, home=home).split()
    promplan: list[str | Path] = [python, "-m", "promplan"]
    for words in (["show", "media-plan.json"], ["pack", "media-plan.json"], ["schema"], ["check", "--help"]):
        run(*promplan, *words, cwd=home, home=home)
    said = run(*promplan, "check", "nothing.json", "--lang", "ru", cwd=home, home=home, code=2)
    demand("здесь нет" in said, f"the core speaks no Russian: {said}")
    for words in (["lab", "--lay-only"], ["cards"], ["doctor"]):
        said = run(*promplan, *words, cwd=home, home=home, code=2)
        demand("promplan[lab]" in said and "Traceback" not in said, f"{words[0]} without its packages says: {said}")
    print(f"  the core alone: {told[0]} packages, {told[1]} MB: {', '.join(told[2:])}")


def first_notebook(folder: Path, language: str) -> Path:
    """What a learner opens first: unit 0's lesson, else the first exercise there is."""
    lessons = sorted((folder / "notebooks" / language).glob("00-*.ipynb"))
    found = lessons or sorted((folder / "exercises" / language).glob("*.ipynb"))
    demand(bool(found), f"nothing was laid in {language}")
    return found[0]


def learn(python: Path, home: Path, language: str) -> None:
    """Lay the folder, ask the doctor, run the first notebook."""
    folder = home / f"course-{language}"
    promplan: list[str | Path] = [python, "-m", "promplan"]
    run(*promplan, "lab", "--dir", folder, "--lang", language, "--lay-only", cwd=home, home=home)
    secret = [path for path in folder.rglob("*") if path.name in ("instructor", "solutions", "key.toml")]
    demand(not secret, f"laid, but not for learners: {', '.join(map(str, secret))}")
    run(*promplan, "doctor", "--dir", folder, cwd=home, home=home)
    notebook = first_notebook(folder, language)
    execute = [python, "-m", "nbconvert", "--to", "notebook", "--execute", f"--ExecutePreprocessor.timeout={CELL}"]
    run(*execute, "--output-dir", home / "ran", "--output", notebook.stem + language, notebook, cwd=home, home=home)
    print(f"  {language}: {notebook.relative_to(folder).as_posix()} runs")


def main() -> None:
    """From the checkout to a notebook that ran, with how long each step took."""
    with TemporaryDirectory(prefix="promplan-wheel-") as temporary:
        far = Path(temporary)
        home = far / "empty"
        home.mkdir()
        started = time.perf_counter()
        wheel, sdist = build(far)
        look_into(wheel, sdist)
        core(wheel, far)
        python = install(wheel, far / "environment")
        print(f"  installed after {time.perf_counter() - started:.0f} s")
        where = run(python, "-c", "from promplan.assets import course; print(course())", cwd=home, home=home).strip()
        demand(
            Path(where).resolve().is_relative_to((far / "environment").resolve()), f"the course was read from {where}"
        )
        demand("--lay-only" in run(python, "-m", "promplan", "lab", "--help", cwd=home, home=home), "lab has no help")
        for language in ("en", "ru"):
            learn(python, home, language)
        print(f"  the wheel carries the course: {time.perf_counter() - started:.0f} s")


if __name__ == "__main__":
    main()
