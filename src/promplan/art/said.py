"""What one sees, in words: a sentence for each reading of a legend, for what is to be minded, and a first alt text."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Any

from promplan.art.geometry import Label
from promplan.art.legend import Form, Legend, Reading
from promplan.art.months import known
from promplan.art.svg import label
from promplan.language import Words, say, say_many
from promplan.language.rounding import rounded

FORMS: dict[str, Words] = {
    "rosette": say("rosette"),
    "ridgeline": say("ridgeline"),
    "spirograph": say("gear spirograph"),
    "stripes": say("stripes"),
    "orbit": say("shaft orbit"),
    "isotype": say("chart of signs"),
    "typology": say("typology"),
    "breath": say("breathing disc"),
    "wave": say("picture of a sound"),
    "sound": say("sound"),
}
HEADING = say("What you see")
HEARD = say("What you hear")

# by what a quantity is shown; with its range, and without
SHOWN: dict[str, tuple[Words, Words]] = {
    "radius": (say("Outwards: {what}, {low} to {high}."), say("Outwards: {what}.")),
    "angle": (say("Clockwise: {what}, {low} to {high}."), say("Clockwise: {what}.")),
    "height": (say("Upwards: {what}, {low} to {high}."), say("Upwards: {what}.")),
    "across": (say("From left to right: {what}, {low} to {high}."), say("From left to right: {what}.")),
    "upright": (say("From bottom to top: {what}, {low} to {high}."), say("From bottom to top: {what}.")),
    "area": (say("Area of the disc: {what}, {low} to {high}."), say("Area of the disc: {what}.")),
    "length": (say("All to one scale: {what}, {low} to {high}."), say("All to one scale.")),
    "pitch": (say("The higher, the more: {what}, {low} to {high}."), say("The higher, the more: {what}.")),
    "loudness": (say("The louder, the more: {what}, {low} to {high}."), say("The louder, the more: {what}.")),
    "time": (
        say("From beginning to end: {what}, {low} to {high}."),
        say("Time runs evenly, from the beginning of the process to its end."),
    ),
    "line": (say("The line across: the target, {high}."), say("The line across: the target.")),
    "count": (say("Counted: {what}. One sign stands for {high}."), say("More signs, more: {what}.")),
    "loops": (say("Loops on the rim: {high}."), say("Loops on the rim: the ring's teeth, divided out.")),
    "rounds": (say("The line closes after so many rounds: {high}."), say("The line closes when the teeth meet again.")),
    "faster": (say("It runs {high} times as fast as the process."), say("It runs faster than the process did.")),
    "slower": (say("It runs {high} times slower than the process."), say("It runs slower than the process did.")),
    "hiss": (say("A hiss: a gap in the data."), say("A hiss: a gap in the data.")),
}
DATED = {  # where what a form runs over is a month, a day or a year
    "across": say("From left to right: {what}, from {low} through {high}."),
    "angle": say("Clockwise: {what}, from {low} through {high}."),
    "time": say("From beginning to end: {what}, from {low} through {high}."),
}
UNNAMED = say("Counted: {what}. In one sign there are so many: {high}.")  # where no unit says of what
TEETH = say("Teeth of the ring and of the wheel: {ring} : {wheel}.")
REDUCED = say("Teeth of the ring and of the wheel: {ring} : {wheel}, divided out {loops} : {rounds}.")
COLOUR = {
    "height": (
        say("Colour and height of a strip: {what}, {low} to {high}."),
        say("Colour and height of a strip: {what}."),
    ),
    "breadth": (
        say("Colour and breadth of the rim: {what}, {low} to {high}."),
        say("Colour and breadth of the rim: {what}."),
    ),
    "": (say("Colour: {what}, {low} to {high}."), say("Colour: {what}.")),
}
MINDED: dict[str, Words] = {
    "area-exaggerates": say("Read the distance from the middle; the area grows faster than the number."),
    "from-the-ring": say(
        "Read the distance from the inner ring, where the scale begins; the area grows faster than the number."
    ),
    "base-not-zero": say("The scale does not begin at zero: differences are true, proportions are not."),
    "colour-not-zero": say("The colours begin at the lowest value, not at zero: they tell differences."),
    "equal-steps": say("Equal steps of the value are equal steps of the tone; twice as much is not twice as high."),
    "rows-overlap": say("A row covers a part of those behind it."),
    "covered-thin": say("What lies mostly behind other rows is drawn over them in a thin line."),
    "beyond-ends": say("What lies beyond the ends of the scale is drawn as its ends."),
    "uneven": say("Readings stand one after another at equal distances, whenever they were taken."),
    "mean-of-many": say("Each strip is the mean of several readings."),
    "mean-removed": say("Drawn around its own mean."),
    "constant": say("Nothing changes in these data."),
    "gaps": say("Where data are missing, the drawing is empty."),
    "thinned": say("Of many readings, the lowest and the highest of each short stretch are drawn."),
    "teeth-simplified": say("The teeth are drawn with straight flanks."),
    "proportions-remain": say(
        "The scales were taken off at the plant’s request; proportions are as they were measured."
    ),
    "scales-off": say("The scales were taken off at the plant’s request."),
    "countable": say("The scales were taken off at the plant’s request; what is drawn can be counted."),
    "another-speed": say("The process itself runs at another speed."),
}
COUNTS: dict[str, Words] = {  # what there are several of: beside a noun, a number agrees in either language
    "rosette": say_many("{n} curve", "{n} curves", 0),
    "stripes": say_many("{n} band", "{n} bands", 0),
    "typology": say_many("{n} panel", "{n} panels", 0),
    "": say_many("{n} row", "{n} rows", 0),
}
NAMED = ("row", "band", "cell")
GEARS = {
    "teeth:ring": say_many("ring: {n} tooth", "ring: {n} teeth", 0),
    "teeth:wheel": say_many("wheel: {n} tooth", "wheel: {n} teeth", 0),
}
COUNTED = ("loops", "rounds")
IN_ORDER = say("one reading after another")  # where nothing was chosen that they run over
ROWS = "row"  # is told by the names of the rows


def sentences(legend: Legend) -> tuple[Words, ...]:
    """What one sees, a sentence for each thing shown, then what there is how often, then what to mind."""
    found = [_shown(one) for one in legend.readings if one.shows != ROWS]
    found[:0] = _teeth(legend)
    if (named := _named(legend)) is not None:
        found.insert(0, named)
    return (*found, *(MINDED[one] for one in legend.cautions))


def alt(legend: Legend) -> Words:
    """A first alt text, to be written on by who knows what the picture is for."""
    found = {f"s{n}": one for n, one in enumerate(sentences(legend))}
    said = Words(" ".join(f"{{{name}}}" for name in found), found)  # said in the language in which the whole is
    return say("Made of data: {form}. {said}", form=FORMS[legend.form], said=said)


def named(form: Form) -> dict[str, str]:
    """What stands at the labels of rows, bands and cells: their names, and a number where there is one."""
    found = {}
    for one in form.drawing.marks:
        if not isinstance(one, Label):
            continue
        kind, _, n = one.id.partition(":")
        if one.id in GEARS and one.value is not None:
            found[one.id] = str(replace(GEARS[one.id], values={"n": int(one.value)}))
        if kind in NAMED and n.isdigit() and int(n) < len(form.legend.names) and (name := form.legend.names[int(n)]):
            found[one.id] = str(name) if one.value is None else f"{name}: {label(one, {})}"
    return found


def _teeth(legend: Legend) -> list[Words]:
    """Of a spirograph, the two gears and their proportion in its lowest terms: p : q, as many loops as rounds."""
    told = {one.shows: one for one in legend.readings if one.shows in COUNTED and one.low is not None}
    if set(told) != set(COUNTED):
        return []
    ring, loops = (int(it or 0) for it in (told["loops"].low, told["loops"].low_at))
    wheel, many = (int(it or 0) for it in (told["rounds"].low, told["rounds"].low_at))
    reduced = {} if ring == loops else {"loops": loops, "rounds": many}
    return [replace(REDUCED if reduced else TEETH, values={"ring": ring, "wheel": wheel, **reduced})]


def _shown(one: Reading) -> Words:
    if one.shows in COUNTED and one.low is not None:  # what can be counted on the sheet, not the teeth themselves
        one = replace(one, low=one.low_at, high=one.high_at)
    full, bare = SHOWN.get(one.shows) or COLOUR[one.also[0] if one.also and one.also[0] in COLOUR else ""]
    what = one.quantity or IN_ORDER
    if one.low is None or one.high is None:
        return replace(bare, values={"what": what})
    if one.shows in DATED and (one.says in ("month", "year") or (one.says == "day" and one.began)):
        ends = {"low": moment(one, one.low, since=True), "high": moment(one, one.high)}
        return replace(DATED[one.shows], values={"what": what, **ends})
    low, top = rounded(one.low, one.high)
    if not one.quantity and one.shows == "across" and not one.unit:
        low, top = low + 1, top + 1  # one reading after another: the first of them is the first
    if one.shows == "count" and not one.unit and one.quantity:
        full = UNNAMED
    unit = (one.unit or "").rstrip(".")  # the sentence ends there, with a full stop of its own
    high = Words("{value} {unit}", {"value": top, "unit": unit}) if unit else top
    return replace(full, values={"what": what, "low": low, "high": high})


def moment(one: Reading, value: float, since: bool = False) -> Any:
    """A month by its name, a year, a day; `since`: as it stands behind a word for “since”."""
    if one.says == "year":
        return int(value)
    if not one.began:
        return _month((round(value) - 1) % 12, since)
    day = date.fromisoformat(one.began[:10]) + timedelta(days=int(value + 1e-6))
    if one.says == "day":
        return day
    return Words("{month} {year}", {"month": _month(day.month - 1, since), "year": day.year})


def _month(n: int, since: bool) -> Any:
    """Its name in both languages, from 0: in Russian it is declined."""
    return _months()["since" if since else "until"][n]


@cache
def _months() -> Mapping[str, Any]:
    told = known()
    return {
        case: [{"en": en, "ru": ru} for en, ru in zip(told["en"], told[f"ru_{case}"], strict=True)]
        for case in ("since", "until")
    }


def _named(legend: Legend) -> Words | None:
    """What the curves, rows or cells are called, where there are several."""
    names = [one for one in legend.names if one]
    if legend.form in ("sound", "wave", "breath", "orbit") or len(names) < 2:
        return None
    if len(names) <= 4 and legend.form == "ridgeline":
        return say("Shown are, from the top row to the bottom one: {names}.", names=", ".join(names))
    if len(names) <= 4:
        return say("Shown are: {names}.", names=", ".join(names))
    there = {"first": names[0], "last": names[-1]}
    many = replace(COUNTS.get(legend.form, COUNTS[""]), values={"n": len(names)})
    if legend.named:
        return say("Shown are {many}, from {first} to {last} ({of}).", many=many, of=legend.named, **there)
    return say("Shown are {many}, from {first} to {last}.", many=many, **there)
