"""The app that every command joins: it turns a problem and a fault into words and exit codes."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from promplan import language
from promplan.cli import crash
from promplan.cli.spoken import asked, complaint, framed, here, translated
from promplan.cli.words import complain, open_streams
from promplan.extras import lacking
from promplan.language import Problem, say

HERE = here()
Lang = Annotated[str, typer.Option("--lang", help="en or ru: the language of the words")]
Force = Annotated[bool, typer.Option("--force", help="write over a file that this command did not make; never a plan")]


class Spoken(TyperGroup):
    """A group whose commands have their help in the interface language."""

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command, with its help in the interface language."""
        found = super().get_command(ctx, cmd_name)
        if found is not None:
            translated(found)
            whole = type(found).get_help
            setattr(found, "get_help", lambda ctx: framed(whole(found, ctx)))  # noqa: B010  mypy knows it as a method
        return found

    def get_help(self, ctx: Any) -> str:
        """The help of the whole, in the interface language."""
        translated(self)
        return framed(super().get_help(ctx))


class Commands(Spoken):
    """The group of all commands: no traceback leaves it; an interrupt is 130 already where typer hears it."""

    def main(self, *_: Any, args: Sequence[str] | None = None, **more: Any) -> Any:
        """Run the command that the arguments name and exit with its code."""
        open_streams()
        words = sys.argv[1:] if args is None else list(args)
        language.use(asked(words))
        try:
            code = super().main(args=words, **{**more, "standalone_mode": False})
            sys.exit(code if isinstance(code, int) else 0)
        except typer.Abort:
            code = 1
        except Problem as problem:
            complain(problem.what)
            code = 2
        except Exception as error:
            code = _misused(error) if hasattr(error, "format_message") else _unforeseen(error)
        finally:
            language.use("en")  # the interface language is the process's, the option was this command's
        sys.exit(code)


def _misused(error: Any) -> int:
    """Say what the library finds wrong with the call; a call without a command is answered with the help."""
    if type(error).__name__ == "NoArgsIsHelpError":
        print(error.format_message(), file=sys.stderr, flush=True)
    else:
        for line in complaint(error):
            complain(line)
    return 2


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
