"""Mutation testing: does a test fail when the code is changed? `python tests/mutation/run.py --sample 400 --seed 1`

Needs cosmic-ray and coverage beside the tests' own packages; see the README here.
"""

import argparse
import hashlib
import random
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from mutation.covering import OPTIONS, Plugin  # noqa: E402
from mutation.operators import Place, places  # noqa: E402

PACKAGE = ROOT / "src" / "promplan"
TARGETS = ("plan", "review", "widgets/form.py", "session.py", "cli")
TESTS = ("plan", "review", "units", "widgets", "cases", "export", "text")
MEMORY = ROOT / "build" / "mutation"


def main() -> int:
    """Try the mutants; prints every survivor with its line, and the score."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument(
        "--only", action="append", metavar="PATH", help="a module or folder of the package; may come again"
    )
    ask.add_argument("--sample", type=int, help="so many mutants, drawn with --seed, instead of all")
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--jobs", type=int, default=2)
    ask.add_argument("--control", action="store_true", help="change nothing: whatever is killed then is killed wrongly")
    asked = ask.parse_args()
    files = [one for name in asked.only or TARGETS for one in _files(PACKAGE / name)]
    chosen = [place for file in files for place in places(file)]
    if asked.sample and asked.sample < len(chosen):
        chosen = random.Random(asked.seed).sample(chosen, asked.sample)
    if asked.control:
        chosen = [place._replace(operator="") for place in chosen]
    print(f"{len(chosen)} mutants of {len(files)} files", flush=True)
    tests = [str(ROOT / "tests" / name) for name in TESTS]
    tests += [str(one) for one in (ROOT / "tests").glob("test_*.py") if one.stem != "test_contracts"]
    found: dict[Place, str] = {}
    start = time.monotonic()

    def told(place: Place, verdict: str, seconds: float) -> None:
        found[place] = verdict
        if verdict != "killed":
            print(f"{_where(place)}: {verdict} ({seconds:.1f} s)\n    {_change(place)}", flush=True)

    plugin = Plugin(chosen, MEMORY / f"{_digest()}.json", asked.jobs, told)
    code = pytest.main([*OPTIONS, "-q", "--rootdir", str(ROOT), *tests], plugins=[plugin])
    counted = Counter(found.values())
    if not found:
        return int(code) or 2
    spent = time.monotonic() - start
    print(f"killed {counted['killed']} of {len(found)}: {counted['killed'] / len(found):.1%}", dict(counted))
    print(f"{spent:.0f} s, {spent / len(found):.2f} s a mutant with {asked.jobs} at a time")
    for file, verdicts in sorted(_by_file(found).items()):
        print(f"  {file}: {verdicts.count('killed')} of {len(verdicts)}")
    return 0


def _files(place: Path) -> list[Path]:
    return [place] if place.is_file() else sorted(place.rglob("*.py"))


def _where(place: Place) -> str:
    return f"{Path(place.file).relative_to(ROOT)}:{place.line} {place.operator}"


def _change(place: Place) -> str:
    """The first line that differs, before and after."""
    before, after = Path(place.file).read_text(encoding="utf-8").splitlines(), place.source().splitlines()
    pair = next(((one, other) for one, other in zip(before, after, strict=False) if one != other), ("", ""))
    return f"{pair[0].strip()}  →  {pair[1].strip()}"


def _by_file(found: dict[Place, str]) -> dict[str, list[str]]:
    files: dict[str, list[str]] = {}
    for place, verdict in found.items():
        files.setdefault(str(Path(place.file).relative_to(PACKAGE)), []).append(verdict)
    return files


def _digest() -> str:
    """Of the package, the assets and the tests: what each test runs follows from them."""
    digest = hashlib.sha256()
    for folder in ("src", "tests", "assets"):
        for one in sorted((ROOT / folder).rglob("*")):
            if one.is_file() and one.suffix not in (".pyc", ".mo") and "mutation" not in one.parts:
                digest.update(str(one).encode() + one.read_bytes())
    return digest.hexdigest()[:16]


if __name__ == "__main__":
    sys.exit(main())
