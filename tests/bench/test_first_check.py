"""How long does the first check of a plan take, in a process that has read nothing yet?

CPU seconds of `check` alone, the least of five fresh interpreters: what a student waits for after opening a notebook.
"""

import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROUNDS = 5
CODE = """
import sys, time
sys.path.insert(0, {here!r})
from full import full_plan
from promplan import language
from promplan.cases.example import example
from promplan.review import check
language.use({language!r})
plan = full_plan() if {plan!r} == "full" else example({plan!r})
start = time.process_time()
report = check(plan)
print(time.process_time() - start, len(list(report)), sorted({{"numpy", "pint", "scipy"}} & set(sys.modules)))
"""


def first_check(plan: str, language: str) -> list[str]:
    code = CODE.format(here=str(HERE), plan=plan, language=language)
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split(" ", 2)


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("plan", ["02-solved", "03-solved", "full"])
def test_the_first_check_of_a_fresh_process(plan, language):
    seen = [first_check(plan, language) for _ in range(ROUNDS)]
    least = min(float(seconds) for seconds, *_ in seen)
    print(f"first check of {plan}, {language}: {least:.2f} s of CPU")
    assert least < 10  # the figure is what counts; this only catches a mistake in the measuring
    assert {heavy.strip() for *_, heavy in seen} == {"[]"}
