"""The pictures of the portfolio page: posters drawn anew from their recipes, storyboards painted, one film of each.

Whatever cannot be drawn is left out with its reason; a film that is too heavy leaves its storyboard on the page.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any

from promplan import assets, extras
from promplan.art.columns import Table
from promplan.art.table import read
from promplan.cases.kit import available
from promplan.export import animatic_gif, poster, storyboard
from promplan.export.shots import Shot
from promplan.language import Problem, say
from promplan.plan.document import Plan
from promplan.plan.ideas import Idea
from promplan.plan.items import Item
from promplan.plan.portfolio import Choice, Left

WIDE = 900  # pixels of a poster's width, sharp on a phone, and on paper at half a page
FRAME, FILM = 300, 300  # pixels of the shorter side of a panel, and of the film
COLOURS = 64  # of a poster, whose palette has few
HEAVY = 2_500_000  # bytes of a film
SHAPES = {"16:9": (16, 9), "9:16": (9, 16), "1:1": (1, 1), "4:5": (4, 5)}
Found = Callable[[str], bytes | None]


@dataclass(frozen=True)
class Picture:
    """A picture as an address that stands in the page: what it shows in words, its size, what is said over it."""

    address: str
    alt: str
    width: int
    height: int
    said: str = ""


@dataclass(frozen=True)
class Film:
    """The storyboard of a piece, and its film; none where that is too heavy or has no times."""

    item: Item
    panels: tuple[Picture, ...]
    film: Picture | None
    seconds: float


def posters(plan: Plan, chosen: Choice, held: Found) -> tuple[dict[str, Picture], list[Left]]:
    """The posters by the id of their idea, and those that could not be drawn."""
    made, left = {}, []
    for one in chosen.ideas:
        try:
            made[one.id] = _poster(plan, one, held)
        except Problem as problem:
            left.append(Left(say("the poster of {id}", id=one.id), problem.what))
    return made, left


def _poster(plan: Plan, idea: Idea, held: Found) -> Picture:
    from promplan.figures.code import squares
    from promplan.figures.composed import composed

    recipe = idea.poster
    code = squares(recipe.link.strip()) if recipe.link.strip() else ()
    made = composed(recipe, _table(plan, idea, held), code=code)
    with extras.needed():
        from PIL import Image
    image = Image.open(BytesIO(poster.png(made.poster, made.palette))).convert("RGB")
    if image.width > WIDE:
        image = image.resize((WIDE, round(image.height * WIDE / image.width)), Image.Resampling.LANCZOS)
    stream = BytesIO()
    image.quantize(COLOURS, dither=Image.Dither.NONE).save(stream, "PNG", optimize=True)
    return Picture(_address("image/png", stream.getvalue()), made.written, image.width, image.height)


def _table(plan: Plan, idea: Idea, held: Found) -> Table | None:
    """The data behind a poster: a file of the case, or one beside the plan."""
    data = idea.poster.data
    if data.attachment:
        found = held(data.attachment)
        if found is None:
            raise Problem(say("the file {id} with its data is not beside the plan", id=data.attachment))
        return read(found)
    if not data.file:
        return None
    name = f"{assets.folder()}/cases/{plan.meta.case}"
    there = {it.name for it in (assets.folder() / "cases" / plan.meta.case).glob("*.csv")} if _known(plan) else set()
    if data.file not in there:
        raise Problem(say("This plant has no file {name}. Choose one of its own.", name=data.file))
    return _read(f"{name}/{data.file}")


def _known(plan: Plan) -> bool:
    return plan.meta.case in available()


@lru_cache(8)
def _read(path: str) -> Table:
    from pathlib import Path

    return read(Path(path).read_bytes())


def films(plan: Plan, chosen: Choice, held: Found) -> tuple[tuple[Film, ...], list[Left]]:
    """The storyboards of the pieces, and what became of their films."""
    made, left = [], []
    for one in chosen.items:
        shape = SHAPES.get(_shape(plan, one), SHAPES["16:9"])
        try:
            frames = storyboard.shots(one, storyboard.sized(shape, FRAME), held)
        except Problem as problem:
            left.append(Left(say("the animatic of {id}", id=one.id), problem.what))
            continue
        film, why = _film(one, shape, held)
        left += why
        panels = tuple(_panel(it) for it in frames)
        made.append(Film(one, panels, film, sum(it.seconds for it in frames)))
    return tuple(made), left


def _film(item: Item, shape: tuple[int, int], held: Found) -> tuple[Picture | None, list[Left]]:
    size = storyboard.sized(shape, FILM)
    what = say("the film of {id}; its storyboard is there", id=item.id)
    try:
        data = animatic_gif.gif(storyboard.shots(item, size, held), size)
    except Problem as problem:
        return None, [Left(what, problem.what)]
    if len(data) > HEAVY:
        return None, [Left(what, say("it would make the page too heavy for a phone"))]
    return Picture(_address("image/gif", data), item.title or item.id, *size), []


def _panel(shot: Shot) -> Picture:
    image: Any = shot.picture  # a storyboard's panels stand still
    stream = BytesIO()
    image.save(stream, "JPEG", quality=82, optimize=True)
    return Picture(_address("image/jpeg", stream.getvalue()), shot.alt, image.width, image.height, shot.said)


def _shape(plan: Plan, item: Item) -> str:
    """The proportions that the storyboard was drawn in: the piece's own, else those of its idea's poster."""
    key = f"storyboard/{item.id}/proportions"
    own = next((one.answer for one in plan.answers.given if one.question == key and not one.by), "")
    return own or next((one.poster.format for one in plan.ideas if one.id == item.idea), "")


def _address(kind: str, data: bytes) -> str:
    return f"data:{kind};base64,{b64encode(data).decode()}"
