"""The commands of the find-them exercise: put known defects into a plan, and score what was found."""

from pathlib import Path
from typing import Annotated, Any

import typer

from promplan import language
from promplan.cli.base import HERE, Force, Lang, Spoken, app, at_home
from promplan.cli.words import speak, tell
from promplan.language import Problem, say, say_many

MOST = 10_000_000  # bytes of a plan or a key
FIRST = "into"  # the command that is meant where a plan is named at once: promplan plant PLAN


class Planting(Spoken):
    """`promplan plant PLAN …` plants; `promplan plant score FOUND …` scores."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """The words behind the group's name; where the first is no command, it belongs to the planting."""
        if args and args[0] not in self.commands and args[0] != "--help":
            args = [FIRST, *args]
        return super().parse_args(ctx, args)


planting = typer.Typer(
    cls=Planting,
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Find them: promplan plant PLAN puts known defects into a copy, plant score tells what was found.",
)
app.add_typer(planting, name="plant")


@planting.command(FIRST)
def plant(
    plan: Annotated[Path, typer.Argument(help="a good plan, media-plan.json; it stays as it is")],
    n: Annotated[int, typer.Option("--n", min=1, max=40, help="how many defects")] = 12,
    seed: Annotated[int, typer.Option("--seed", min=0, max=2**32, help="another seed, other defects")] = 1,
    out: Annotated[Path, typer.Option("--out", "-o", help="the flawed plan")] = Path("flawed.json"),
    key: Annotated[Path, typer.Option("--key", help="the key: .json, or .xlsx to read")] = Path("key.json"),
    force: Force = False,
    lang: Lang = HERE,
) -> None:
    """Put known defects into a copy of a good plan, and write the key. The same seed plants the same."""
    from promplan.cohort import plant as room
    from promplan.cohort.plant_sheet import key_book
    from promplan.cohort.sheet_book import is_book
    from promplan.plan import codec, reading
    from promplan.plan.exporting import export, may_hold

    speak(lang)
    plan, out, key = at_home(plan), at_home(out), at_home(key)
    kind = key.suffix.casefold()
    if kind not in (".json", ".xlsx"):
        raise Problem(say("The key is a .json or an .xlsx: {file} is neither.", file=key.name))
    if out.absolute() == key.absolute():
        raise Problem(say("Plan and key need a file each."))
    good = codec.loads(reading.asked(plan, MOST))
    ours = is_book if kind == ".xlsx" else room.is_key
    may_hold(out, _nothing, reads=[plan], force=force)
    may_hold(key, ours, reads=[plan, out], force=force)
    new, told = room.plant(good, n, seed)
    export(out, codec.dumps(new), _nothing, reads=[plan], force=force)
    data = key_book(told) if kind == ".xlsx" else room.written(told)
    export(key, data, ours, reads=[plan, out], force=force, largest=MOST)
    tell(say_many("{n} defect planted.", "{n} defects planted.", len(told.defects)))
    tell(say_many("{n} decoy beside them.", "{n} decoys beside them.", len(told.decoys)))
    tell(str(out))
    tell(str(key))


@planting.command("score")
def score(
    found: Annotated[Path, typer.Argument(help="what was found: .csv or .xlsx, an object's id and a word in each row")],
    key: Annotated[Path, typer.Option("--key", help="the key as .json")] = Path("key.json"),
    lang: Lang = HERE,
) -> None:
    """Score a list of findings by the key: precision, recall, what was missed, what was a decoy."""
    from promplan.cohort import plant as room
    from promplan.cohort import plant_score
    from promplan.plan import reading

    speak(lang)
    answers = room.read(reading.asked(at_home(key), MOST))
    rows, unread = plant_score.read(at_home(found))
    for line in plant_score.score(answers, rows, unread).lines(language.current()):
        tell(line)


def _nothing(data: bytes) -> bool:
    return False
