"""What a poster's data come to in time: a cycle that breathes, and one that is heard; each with its legend in words."""

from dataclasses import dataclass, replace

from promplan.art import breath, sound
from promplan.art.columns import Table
from promplan.art.geometry import Drawing
from promplan.art.legend import Form
from promplan.art.motion import Motion
from promplan.art.palettes import Palette
from promplan.art.said import HEADING, HEARD, sentences
from promplan.art.series import Series
from promplan.figures.composed import of_kit, palette_of, spoken
from promplan.language import Problem, Words, say
from promplan.plan import poster as plan

SECONDS = 8.0


@dataclass(frozen=True, eq=False)
class Moving:
    """A cycle in time.

    Args:
        motion: its drawing at each moment, numbers and units in words. sound: the same cycle to be heard.
        wave: the picture of the sound. palette: for all of them. told, heard: what one sees, and hears.
    """

    motion: Motion
    sound: sound.Sound
    wave: Drawing
    palette: Palette
    told: tuple[Words, ...]
    heard: tuple[Words, ...]


def moves(table: Table | None, recipe: plan.Poster) -> bool:
    """May these data breathe: something runs on, and something else was read at the same moments?"""
    return bool(table is not None and recipe.data.along and _other(table, recipe))


def moving(recipe: plan.Poster, table: Table | None) -> Moving:
    """The cycle that is picked out, else the first one.

    Raises:
        Problem: the data do not run, nothing else was read with them, or what is shown falls below zero.
    """
    other = _other(table, recipe) if table is not None else ""
    if table is None or not recipe.data.along or not other:
        raise Problem(
            say(
                "These data do not move: choose a file in which two columns run over time, "
                "such as force and temperature of a press."
            )
        )
    first, second = (_one(table, recipe, name) for name in (recipe.data.values[0], other))
    made = breath.press(first, second, seconds=SECONDS, scales=recipe.scales)
    kit = of_kit(recipe)
    legend = spoken(Form(made.at(0.0), made.legend), kit=kit).legend
    heard = sound.heard(second, first, seconds=SECONDS, seed=recipe.seed, scales=recipe.scales)
    wave = sound.picture(heard).drawing
    return Moving(
        replace(made, at=lambda share: spoken(Form(made.at(share), made.legend), kit=kit).drawing, legend=legend),
        heard,
        wave,
        palette_of(recipe.palette),
        (HEADING, *sentences(legend)),
        (HEARD, *sentences(spoken(Form(wave, heard.legend), kit=kit).legend)),
    )


def _other(table: Table, recipe: plan.Poster) -> str:
    """What was read beside what is shown: the next column of numbers that changes."""
    data = recipe.data
    taken = {*data.values[:1], data.along, *data.each}
    if not data.values:
        return ""
    named = [one for one in table.columns if one.kind == "number" and one.name not in taken and not one.constant]
    return next((one.name for one in named if one.unit), named[0].name if named else "")


def _one(table: Table, recipe: plan.Poster, name: str) -> Series:
    """The series of a column that is picked out on the poster; its first one where none is."""
    found = table.series(name, recipe.data.along, tuple(recipe.data.each), most=table.rows)
    picked = int(recipe.parameters.get("accent") or 0)  # type: ignore[arg-type]
    return found[picked - 1 if 1 <= picked <= len(found) else 0]
