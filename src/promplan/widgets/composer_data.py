"""The data that a poster may be made of: the files of the plan's case and those that the team has brought."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from promplan import assets
from promplan.art.columns import Column, Table
from promplan.art.recipe import NO_DATA, TWO, WORDS, Drawn, suggested
from promplan.art.table import read
from promplan.cases.kit import available
from promplan.figures.composed import words_of
from promplan.language import Problem, pick, say
from promplan.plan import files, poster
from promplan.plan.document import Plan
from promplan.plan.store import Store

OWN = "own:"  # before the id of a file of the team's own
BOTH = "\x1f"  # between the names of columns that part the data together


def choices(plan: Plan) -> list[list[str]]:
    """What can be chosen: id and words; nothing first."""
    found = [["", str(say("(choose)"))]]
    found += [[one.name, one.name] for one in _of_case(plan.meta.case or "")]
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
    if data.attachment:
        one = next((it for it in store.plan.attachments if it.id == data.attachment), None)
        if one is None:
            raise Problem(say("The file {id} is in the plan no more. Choose another.", id=data.attachment))
        return _own(one.sha256, files.read(store.folder, one))
    if not data.file:
        return None
    found = next((it for it in _of_case(store.plan.meta.case or "") if it.name == data.file), None)
    if found is None:
        raise Problem(say("This plant has no file {name}. Choose one of its own.", name=data.file))
    return _read(found)


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


def drawn(form: str, data: poster.Data, found: Table | None) -> Drawn:
    """The columns as the recipe has them; as they are tried first where it has none yet.

    Raises:
        Problem: a column of the recipe is not in the file: another one is drawn only when somebody chooses it.
    """
    if found is None or form in NO_DATA:
        return Drawn()
    if not data.values:
        return suggested(form, found)
    known = {one.name for one in found.columns}
    for name in (*data.values, data.along, *data.each):
        if name and name not in known:
            raise Problem(
                say(
                    "The poster was made of the column {name}, and this file has none of that name; nothing is drawn. "
                    "Choose another column: {known}.",
                    name=name[:60],
                    known=", ".join(one.name for one in found.columns)[:300],
                )
            )
    return Drawn(tuple(data.values), data.along, tuple(data.each))


@lru_cache(16)
def _of_case(case: str) -> Sequence[Path]:
    """The files of a kit; none of a case that there is not: a plan from elsewhere may hold any path as its name."""
    return sorted((assets.folder() / "cases" / case).glob("*.csv")) if case in available() else ()


@lru_cache(16)
def _read(path: Path) -> Table:
    return read(path.read_bytes())


@lru_cache(4)
def _own(digest: str, data: bytes) -> Table:
    return read(data)


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
