"""What one sees, in words: a sentence for each reading of a legend, for what is to be minded, and a first alt text."""

from dataclasses import replace

from promplan.art.geometry import Label
from promplan.art.legend import Form, Legend, Reading
from promplan.art.svg import label
from promplan.language import Words, say, say_many

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
    "loops": (
        say("Loops on the rim: as many as the ring has teeth, divided out: {high}."),
        say("Loops on the rim: the ring's teeth, divided out."),
    ),
    "rounds": (say("The line closes after so many rounds: {high}."), say("The line closes when the teeth meet again.")),
    "faster": (say("It runs {high} times as fast as the process."), say("It runs faster than the process did.")),
    "slower": (say("It runs {high} times slower than the process."), say("It runs slower than the process did.")),
    "hiss": (say("A hiss: a gap in the data."), say("A hiss: a gap in the data.")),
}
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
COUNTED = ("loops", "rounds")
IN_ORDER = say("one reading after another")  # where nothing was chosen that they run over
ROWS = "row"  # is told by the names of the rows


def sentences(legend: Legend) -> tuple[Words, ...]:
    """What one sees, a sentence for each thing shown, then what there is how often, then what to mind."""
    found = [_shown(one) for one in legend.readings if one.shows != ROWS]
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
        if kind in NAMED and n.isdigit() and int(n) < len(form.legend.names) and (name := form.legend.names[int(n)]):
            found[one.id] = str(name) if one.value is None else f"{name}: {label(one, {})}"
    return found


def _shown(one: Reading) -> Words:
    if one.shows in COUNTED and one.low is not None:  # what can be counted on the sheet, not the teeth themselves
        one = replace(one, low=one.low_at, high=one.high_at)
    full, bare = SHOWN.get(one.shows) or COLOUR[one.also[0] if one.also and one.also[0] in COLOUR else ""]
    what = one.quantity or IN_ORDER
    if one.low is None or one.high is None:
        return replace(bare, values={"what": what})
    high = Words("{value} {unit}", {"value": _short(one.high), "unit": one.unit}) if one.unit else _short(one.high)
    return replace(full, values={"what": what, "low": _short(one.low), "high": high})


def _short(value: float) -> float:
    return float(f"{value:.3g}")


def _named(legend: Legend) -> Words | None:
    """What the curves, rows or cells are called, where there are several."""
    names = [one for one in legend.names if one]
    if legend.form in ("sound", "wave", "breath", "orbit") or len(names) < 2:
        return None
    if len(names) <= 4:
        return say("Shown are: {names}.", names=", ".join(names))
    there = {"first": names[0], "last": names[-1]}
    many = replace(COUNTS.get(legend.form, COUNTS[""]), values={"n": len(names)})
    if legend.named:
        return say("Shown are {many}, from {first} to {last} ({of}).", many=many, of=legend.named, **there)
    return say("Shown are {many}, from {first} to {last}.", many=many, **there)
