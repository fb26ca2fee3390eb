"""Is `import promplan` light? The plan, the review and what they need, against `import pydantic` in the same run."""

import subprocess
import sys
import time

HEAVY = ("numpy", "matplotlib", "ipywidgets", "anywidget", "scipy", "nbformat", "babel", "typer")


def seconds(statement: str, rounds: int = 9) -> float:
    """The best of `rounds` fresh interpreters, less what an empty one takes."""
    return min(_timed(statement) for _ in range(rounds)) - min(_timed("pass") for _ in range(rounds))


def _timed(code: str) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    return time.perf_counter() - start


def test_import_promplan_against_import_pydantic():
    ratio = seconds("import promplan, promplan.plan") / seconds("import pydantic; pydantic.BaseModel")
    print(f"import promplan.plan : import pydantic = {ratio:.2f}")
    assert ratio < 20  # the figure is what counts; this only catches a mistake in the measuring


def test_nothing_heavy_comes_with_it():
    code = f"import sys, promplan, promplan.plan, promplan.review; print([n for n in {HEAVY!r} if n in sys.modules])"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
    )
