"""A team's poster from its recipe and its data: the drawing, its colours, what one sees, and what to look at again."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from promplan import assets, toml
from promplan.art.colour import VIEWS
from promplan.art.column import Column
from promplan.art.columns import Table
from promplan.art.formats import FORMATS, format_of
from promplan.art.geometry import Drawing, Label
from promplan.art.knobs import KNOBS, settings
from promplan.art.legend import LEFT_OFF, UNPROPORTIONED, Form, Legend
from promplan.art.palettes import PALETTES, Palette
from promplan.art.poster import Modules, Poster, Words, poster
from promplan.art.recipe import NAMED, Drawn, form_of
from promplan.art.said import COUNTED, HEADING, MINDED, alt, named, sentences
from promplan.figures.lettering import measured
from promplan.language import Words as Said
from promplan.language import pick, say
from promplan.language.counting import form as form_with
from promplan.plan import poster as plan

FORMAT, PALETTE = "a3", "primer"
VALUES, RUNS = ("radius", "height", "colour", "upright"), ("across", "angle")  # what is shown, over what it runs
KEY = 80  # letters of a key in the plan
BARE = "no-scales"  # in the name of a file
CLOCK = ("s", "min", "h", "d")  # the units that a table chooses itself where its cells are moments
FAULTS: Mapping[str, Said] = {
    "title-cut": say("The title is too long for the sheet: shorten it."),
    "line-cut": say("The line under the title is too long for the sheet: shorten it."),
    "words-small": say(
        "The words are many for this sheet, so they stand small: shorten them, or choose another sheet."
    ),
    "form-thin": say("The picture is thin on this sheet: change its settings, so that it is less high or less wide."),
    "form-small": say("The words leave the picture little room: shorten them, or choose a higher sheet."),
}


@dataclass(frozen=True, eq=False)
class Composed:
    """A poster that can be painted.

    Args:
        legend: what one sees, as data. told: the same in words. alt: a first alt text made of it.
        faults: what to look at again, in words.
        title: of the poster, whole. written: its alternative text, the team's own, else the first one. sheet: format
            and scales, as they tell one file of the poster from another.
    """

    poster: Poster
    palette: Palette
    legend: Legend
    told: tuple[Said, ...]
    alt: Said
    faults: tuple[Said, ...] = ()
    title: str = ""
    written: str = ""
    sheet: str = ""


def composed(recipe: plan.Poster, table: Table | None, *, code: Modules = (), view: str = "usual") -> Composed:
    """The poster of a recipe.

    Args:
        table: the recipe's data. code: the squares of the link's QR code.
        view: an eye of `promplan.art.colour.VIEWS`, or "usual".

    Raises:
        Problem: no form is chosen, or one of its knobs, columns or data cannot be drawn.
    """
    drawn = Drawn(tuple(recipe.data.values), recipe.data.along, tuple(recipe.data.each))
    form = spoken(form_of(recipe.form, recipe.parameters, table, drawn, recipe.scales), kit=of_kit(recipe))
    told = sentences(form.legend)
    words = Words(
        recipe.title,
        recipe.line,
        (str(HEADING), *map(str, told), *recipe.legend),
        recipe.credit,
        recipe.link if code else "",
    )
    palette = palette_of(recipe.palette)
    made = poster(form.drawing, format_of(recipe.format or FORMAT), words, measured, code)
    made = replace(made, words=lettered(form, made))
    return Composed(
        made,
        palette.seen(view) if view in VIEWS else palette,
        form.legend,
        told,
        alt(form.legend),
        (*(FAULTS[one] for one in made.faults), *_otherwise(recipe, form.legend), *_pale(palette)),
        recipe.title.strip(),
        _written(recipe, form.legend),
        "-".join(((recipe.format or FORMAT).replace(":", "x"), *([BARE] if recipe.scales == "off" else []))),
    )


def _written(recipe: plan.Poster, legend: Legend) -> str:
    """The alternative text: the team's own, and that the scales were taken off, which it need not say; else ours."""
    if not (own := recipe.alt.strip()):
        return str(alt(legend))
    return " ".join((own, *(str(MINDED[one]) for one in legend.cautions if one in LEFT_OFF)))


def in_numbers(made: Composed) -> dict[str, list[float]]:
    """What was drawn, as `plan.poster.SHOWN` says it; no numbers of the data where their scales are off."""
    found: dict[str, list[float]] = {}
    for one in made.legend.readings:
        kind = "value" if one.shows in VALUES else "along" if one.shows in RUNS else ""
        if kind and one.low is not None and one.high is not None and not (one.says and one.unit not in CLOCK):
            found.setdefault(f"{kind} {one.unit or ''}".strip()[:KEY], [one.low, one.high])
        if one.shows == "count" and one.high is not None:
            rows = [it.value for it in made.poster.drawing.marks if isinstance(it, Label) and it.id[:4] == "row:"]
            of = one.unit or one.quantity
            found[f"rows {of}"[:KEY]] = [it for it in rows if it is not None]
            found[f"each {of}"[:KEY]] = [one.high]
        if one.shows in COUNTED:
            found[f"curves {one.shows}"] = [it for it in (one.low, one.low_at) if it is not None]
    named, counts = made.legend.named, dict(made.legend.counts)
    if named and NAMED not in named and (many := counts.get("curves") or counts.get("cells")):
        found[f"curves {named}"[:KEY]] = [float(many)]
    if not UNPROPORTIONED.isdisjoint(made.legend.cautions):
        found["unproportioned"] = [1.0]
    return found


def _otherwise(recipe: plan.Poster, legend: Legend) -> Iterator[Said]:
    """What is drawn otherwise than the settings ask for."""
    if recipe.form not in KNOBS:
        return
    asked, counts = settings(recipe.form, recipe.parameters), dict(legend.counts)
    there = counts.get("curves") or counts.get("rows") or counts.get("cells") or 0
    if there and int(asked.get("accent", 0)) > there:
        yield say(
            "Number {n} is to be picked out, and {there} are drawn: none is.", n=int(asked["accent"]), there=there
        )
    each = next((one.high for one in legend.readings if one.shows == "count"), None)
    if each is not None and each > float(asked.get("each", each)):
        yield say("One sign for {each} would be too many signs: one stands for {more}.", each=asked["each"], more=each)


def palette_of(id: str) -> Palette:
    """The palette of this name, the first one for another."""
    return PALETTES.get(id) or PALETTES[PALETTE]


def formats() -> Sequence[str]:
    """What a poster can be made for."""
    return tuple(FORMATS)


def of_kit(recipe: plan.Poster) -> bool:
    """Are the data a kit's? Names, units and words in a file of the team's own are the team's, whatever they are."""
    return not recipe.data.attachment


def lettered(form: Form, made: Poster) -> dict[str, str]:
    """What stands at each label of the poster; a name that would run into the next one on its line is cut."""
    found = named(form)
    words = [one.x for one in made.drawing.marks if isinstance(one, Label) and one.long and one.x > made.form[0]]
    right = min(words, default=made.drawing.width) - 0.04 * min(made.drawing.width, made.drawing.height)
    laid = [one for one in made.drawing.marks if isinstance(one, Label) and one.id in found and one.anchor == "start"]
    for one in laid:
        ends = min((it.x - 0.5 * one.size for it in laid if it.y == one.y and it.x > one.x), default=right)
        if measured(found[one.id], one.size) > ends - one.x:
            found[one.id] = Column(ends - one.x, measured).cut(found[one.id], one.size, False)
    return found | made.words


def spoken(form: Form, *, kit: bool = True) -> Form:
    """The form with quantities, units and the kits' names as a reader calls them: a file has one name for each.

    Args:
        kit: whether the data are a kit's; of other data only the units of time that the table itself chose are said.
    """
    held, readings, ours = form.legend, [], set()
    for one in held.readings:
        timed = bool(one.says) and one.unit in CLOCK
        if timed:
            ours.add(one.shows)
        quantity, unit = (
            words_of(_together(one.quantity, held.names), one.unit or "") if kit else (one.quantity, one.unit)
        )
        if timed:
            unit = words_of("", one.unit or "")[1]
        if kit and one.shows == "count" and not unit and one.low is not None:
            unit = _counted(one.quantity, one.low)
        readings.append(replace(one, quantity=quantity, unit=unit if unit else one.unit))
    marks = tuple(
        replace(one, unit=words_of("", one.unit)[1])
        if isinstance(one, Label) and (kit or one.id.partition(":")[0] in ours)
        else one
        for one in form.drawing.marks
    )
    drawing: Drawing = replace(form.drawing, marks=marks)
    if not kit:
        return Form(drawing, replace(held, readings=tuple(readings)))
    columns = held.named.split(NAMED) if held.named else []
    named = NAMED.join(words_of(one, "")[0] for one in columns)
    names = tuple(_called(str(one), columns) for one in held.names)
    return Form(drawing, replace(held, readings=tuple(readings), named=named, names=names))


def _together(quantity: str, names: Sequence[object]) -> str:
    """What columns that are drawn together measure: left, centre and right are thickness."""
    many = _known()["together"]
    return str(many[quantity]) if quantity in many and sum(str(one) in many for one in names) > 1 else quantity


def _called(name: str, columns: Sequence[str]) -> str:
    """A curve's name with the values of a kit's column in words; columns that are drawn together by their own."""
    parts = name.split(NAMED)
    if name in _known()["together"]:
        return words_of(name, "")[0]
    if len(parts) != len(columns):
        return name
    values = _known()["values"]
    known = [values.get(column, {}).get(part) for column, part in zip(columns, parts, strict=True)]
    return NAMED.join(str(pick(said)) if said else part for said, part in zip(known, parts, strict=True))


def words_of(name: str, unit: str) -> tuple[str, str]:
    """What a column and its unit are called on the page."""
    names, units = _known()["names"], _known()["units"]
    return str(pick(names[name])) if name in names else name, str(pick(units[unit])) if unit in units else unit


def _counted(quantity: str, each: float) -> str:
    """Of what one sign of a kit's column stands for so many: 1 person, 10 people."""
    forms = _known()["counted"].get(quantity)
    return form_with(each, forms) if forms else ""


@cache
def _known() -> Mapping[str, Mapping[str, Any]]:
    return toml.read(assets.folder() / "columns.toml")


def _pale(palette: Palette) -> tuple[Said, ...]:
    """Which pairs of colours WCAG does not let through."""
    return tuple(
        say(
            "{role} on {ground} has a contrast of {contrast}, and {least} is needed.",
            role=one.role,
            ground=one.ground,
            contrast=round(one.contrast, 1),
            least=one.least,
        )
        for one in palette.pairs()
        if not one.holds
    )
