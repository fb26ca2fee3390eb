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
    "time": (say("It lasts: {what}, {low} to {high}."), say("It lasts as long as the process does, or is slowed.")),
    "line": (say("The line across: the target, {high}."), say("The line across: the target.")),
    "count": (say("One sign stands for {high}: {what}."), say("More signs, more: {what}.")),
    "loops": (
        say("Loops on the rim: as many as the ring has teeth, divided out: {high}."),
        say("Loops on the rim: the ring's teeth, divided out."),
    ),
    "rounds": (say("The line closes after so many rounds: {high}."), say("The line closes when the teeth meet again.")),
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
    "base-not-zero": say("The scale does not begin at zero: differences are true, proportions are not."),
    "ring-not-zero": say("The inner ring is where the scale begins; the middle is empty."),
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
    "countable": say("The scales were taken off at the plant’s request; what is drawn can be counted."),
    "slowed": say("It does not last as long as the process does."),
}
NAMED = ("row", "band", "cell")
COUNTED = ("loops", "rounds")
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
    return say("A {form} made of data. {said}", form=FORMS[legend.form], said=said)


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
    if one.low is None or one.high is None:
        return replace(bare, values={"what": one.quantity})
    high = Words("{value} {unit}", {"value": _short(one.high), "unit": one.unit}) if one.unit else _short(one.high)
    return replace(full, values={"what": one.quantity, "low": _short(one.low), "high": high})


def _short(value: float) -> float:
    return float(f"{value:.3g}")


def _named(legend: Legend) -> Words | None:
    """What the curves, rows or cells are called, where there are several."""
    names = [one for one in legend.names if one]
    if legend.form in ("sound", "wave", "breath", "orbit") or len(names) < 2:
        return None
    if len(names) <= 4:
        return say("Shown are: {names}.", names=", ".join(names))
    if legend.named:
        return say_many(
            "Shown is {n}: {first} ({of}).",
            "Shown are {n}, from {first} to {last} ({of}).",
            len(names),
            first=names[0],
            last=names[-1],
            of=legend.named,
        )
    return say_many(
        "Shown is {n}: {first}.", "Shown are {n}, from {first} to {last}.", len(names), first=names[0], last=names[-1]
    )
