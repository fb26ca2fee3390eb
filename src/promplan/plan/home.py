"""A learner's course folder known by its shape, where the mark `.promplan` was lost (a zip, a cloud, a tidy hand)."""

import re
from pathlib import Path

KINDS = ("notebooks", "exercises")
UNIT = re.compile(r"\d\d-.+\.ipynb")
CHECKOUT = "course.py"  # the authors' folder has the same shape; no plan is kept there


def looks_laid(folder: Path) -> bool:
    """Do the lessons or exercises of a language lie in `folder`, as the course lays them?"""
    try:
        if (folder / CHECKOUT).exists():
            return False
        shelves = [shelf for kind in KINDS if (folder / kind).is_dir() for shelf in (folder / kind).iterdir()]
        return any(
            UNIT.fullmatch(one.name)
            for shelf in shelves
            if re.fullmatch(r"[a-z]{2}", shelf.name) and shelf.is_dir()
            for one in shelf.iterdir()
        )
    except OSError:
        return False
