"""The command that writes the samples: what a good plan becomes in every format (for those who work on the course)."""

from typing import Annotated

import typer

from promplan.cli.authors import _checkout
from promplan.cli.base import HERE, Lang, app
from promplan.cli.words import complain, speak, tell
from promplan.language import say


@app.command()
def samples(
    check: Annotated[bool, typer.Option("--check", help="only see whether they follow from the plan")] = False,
    lang: Lang = HERE,
) -> None:
    """Write the last example in every format, with pictures of the first pages (for those who work on the course)."""
    from promplan.lab import samples as lying

    speak(lang)
    course = _checkout()
    if not check:
        for file in lying.write(course):
            tell(str(file.relative_to(course)))
    stale = lying.stale(course)
    for one in stale:
        complain(
            say("The samples in {folder} do not follow from the plan. Write them anew: promplan samples.", folder=one)
        )
    raise typer.Exit(1 if stale else 0)
