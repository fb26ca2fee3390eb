"""Does every room of the package stay on its floor, and is what must be light still light?"""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
LINT = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-cache"]


@pytest.mark.parametrize("contract", [one["id"] for one in CONTRACTS])
def test_the_contract_is_kept(contract):
    done = subprocess.run([*LINT, "--no-logo", "--contract", contract], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
