"""The data that a poster may be made of: the files of the plan's case and those that the team has brought."""

from promplan.art.columns import Column, Table
from promplan.art.recipe import NO_DATA, TWO, WORDS
from promplan.cases.kit import tables
from promplan.figures.composed import words_of
from promplan.figures.composed_data import drawn as drawn
from promplan.figures.composed_data import table as table_of
from promplan.language import pick, say
from promplan.plan import files, poster
from promplan.plan.document import Plan
from promplan.plan.store import Store

OWN = "own:"  # before the id of a file of the team's own
BOTH = "\x1f"  # between the names of columns that part the data together


def choices(plan: Plan) -> list[list[str]]:
    """What can be chosen: id and words; nothing first."""
    found = [["", str(say("(choose)"))]]
    found += [[one.name, one.name] for one in tables(plan.meta.case or "")]
    found += [
        [f"{OWN}{one.id}", str(say("{name}, your own", name=one.name))]
        for one in plan.attachments
        if one.name.lower().endswith((".csv", ".txt", ".tsv"))
    ]
    return found


def table(store: Store, data: poster.Data) -> Table | None:
    """The data of a recipe; None where none are chosen.

    Raises:
        Problem: the file is not there, or cannot be read as a table.
    """
    kit = tables(store.plan.meta.case or "")
    return table_of(store.plan, data, kit, lambda one: files.read(store.folder, one))


def chosen(data: poster.Data) -> str:
    """The id under which the recipe's file is offered."""
    return f"{OWN}{data.attachment}" if data.attachment else data.file


def columns(form: str, found: Table | None, data: poster.Data) -> dict[str, list[list[str]]]:
    """What can be chosen for each role of a column; nothing for a role that the form does not have.

    Several columns that are drawn, or that part the data, together are one more choice.
    """
    offers: dict[str, list[list[str]]] = {one: [] for one in ("value", "second", "along", "by")}
    if found is None or form in NO_DATA or not form:
        return offers
    kit = not data.attachment
    titles = {one.name: _titled(one.name, one.unit) if kit else _own_title(one) for one in found.columns}
    numbers = [[one.name, titles[one.name]] for one in found.columns if one.kind in ("number", "moment")]
    nothing = [["", str(say("(none)"))]]
    everything = [[one.name, titles[one.name]] for one in found.columns if one.kind != "nothing"]
    offers["value"] = numbers
    if form in TWO:  # every reading in its order: nothing runs, nothing is parted
        offers["second"] = numbers
        return offers
    if len(data.values) > 1:
        offers["value"] = [*numbers, [BOTH.join(data.values), " + ".join(titles.get(one, one) for one in data.values)]]
    offers["by"] = nothing + everything
    if len(data.each) > 1:
        offers["by"] = [*offers["by"], [BOTH.join(data.each), " × ".join(titles.get(one, one) for one in data.each)]]
    if form not in WORDS:
        offers["along"] = nothing + numbers
    return offers


def _titled(name: str, unit: str) -> str:
    said, of = words_of(name, unit)
    label = f"{said}, {of}" if of else said
    return label if said == name else f"{label} ({name})"


def _own_title(one: Column) -> str:
    """A column of the team's own, as the file has it."""
    return f"{one.name}, {one.unit}" if one.unit and one.kind == "number" else one.name


def spoken_choices(pairs: dict[str, object]) -> list[list[str]]:
    """Ids with their words in the language of the page."""
    return [[id, str(pick(words) if isinstance(words, dict) else words)] for id, words in pairs.items()]
