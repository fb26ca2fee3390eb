"""What an installation may lack: the packages of `promplan[lab]`, `[authors]`, `[instructor]`, and the words for it.

The core (plan, review, text, cases, the page, the closed forms) needs none of them; they load on first use.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from promplan.language import Problem, say

EXTRAS: dict[str, frozenset[str]] = {  # by the names that are imported
    "lab": frozenset(
        {
            "IPython",
            "PIL",
            "anywidget",
            "av",
            "dateutil",
            "docx",
            "holidays",
            "icalendar",
            "ipykernel",
            "ipywidgets",
            "joserfc",
            "jupyter_server",
            "jupyterlab",
            "lxml",
            "matplotlib",
            "nbformat",
            "numpy",
            "openpyxl",
            "packaging",
            "pptx",
            "scipy",
            "segno",
            "tornado",
            "traitlets",
            "typst",
            "xlsxwriter",
        }
    ),
    "authors": frozenset({"babel", "nbclient", "nbconvert"}),
    "instructor": frozenset({"krippendorff"}),
}


def lacking(error: ModuleNotFoundError) -> Problem | ModuleNotFoundError:
    """The error in words, where a package of others is missing; the error itself where a module of ours is."""
    package = (error.name or "").partition(".")[0]
    if package in ("", "promplan"):
        return error
    for extra, packages in EXTRAS.items():
        if package in packages:
            return Problem(
                say(
                    "This needs the package {package}, which is not installed. Install it with what belongs to it: "
                    "pip install 'promplan[{extra}]'.",
                    package=package,
                    extra=extra,
                )
            )
    return Problem(
        say(
            "The package {package} is missing. Install the course again: python3 course.py lab in its folder, "
            "or pip install --upgrade promplan.",
            package=package,
        )
    )


@contextmanager
def needed() -> Iterator[None]:
    """Say in words which package is missing, where the imports inside the block fail over one."""
    try:
        yield
    except ModuleNotFoundError as error:
        raise lacking(error) from None
