"""The app that every command joins: it turns a problem, an interrupt and a fault into words and exit codes."""

import os
import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from promplan import language
from promplan.cli import crash
from promplan.cli.words import complain, open_streams
from promplan.extras import lacking
from promplan.language import Problem, say

Lang = Annotated[str, typer.Option("--lang", help="en or ru: the language of the words")]
Force = Annotated[bool, typer.Option("--force", help="write over a file that this command did not make; never a plan")]


class Commands(TyperGroup):
    """The group of all commands: no traceback leaves it."""

    def main(self, *arguments: Any, **more: Any) -> Any:
        """Run the command that the arguments name and exit with its code."""
        open_streams()
        try:
            return super().main(*arguments, **more)
        except Problem as problem:
            complain(problem.what)
            code = 2
        except KeyboardInterrupt:
            code = 130
        except Exception as error:
            code = _unforeseen(error)
        finally:
            language.use("en")  # the interface language is the process's, the option was this command's
        sys.exit(code)


def _unforeseen(error: Exception) -> int:
    if isinstance(error, ModuleNotFoundError) and isinstance(problem := lacking(error), Problem):
        complain(problem.what)
        return 2
    return crash.report(error, bool(os.environ.get(crash.DEBUG)))


app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="The media plan course: промплан. Exit codes: 0 clean, 1 something is open or stale, "
    "2 the plan or the call cannot be read, 70 a fault of promplan's own.",
)


@app.callback()
def _options(
    debug: Annotated[bool, typer.Option("--debug", help="show the traceback of a fault of promplan's own")] = False,
) -> None:
    if debug:
        os.environ[crash.DEBUG] = "1"


def at_home(folder: Path) -> Path:
    """An option's folder with the home folder's `~` filled in; a `Problem` where nobody is called so."""
    try:
        return folder.expanduser()
    except RuntimeError:
        raise Problem(
            say("There is no home folder {folder}. Write the folder's whole path.", folder=str(folder))
        ) from None
