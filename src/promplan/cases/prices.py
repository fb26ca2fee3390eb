"""The price list of a case, as the plant's press office hands it over: what a line of the budget may cite."""

from promplan import toml
from promplan.cases.kit import load
from promplan.language import chosen, number, say
from promplan.plan.store import Store
from promplan.text.table import Line, Table

TITLE = say("Price list of the case")


def prices(store: Store, plant: str = "") -> Table:
    """The price list of the plan's plant, or of another: R1, R2 …, what it is, for how much of it, and roubles.

    Where there is none, it says what to do instead.
    """
    plant = plant or store.plan.meta.case
    if plant == "real":
        why = say("Yours is a real plant: ask the sellers for offers, and write down who said it and when.")
        return Table(str(TITLE), (), (), note=str(why))
    if not plant:
        return Table(str(TITLE), (), (), note=str(say("Choose a plant first: the plant picker is in unit 0.")))
    return listed(plant)


def listed(plant: str) -> Table:
    """The price list of a case as a table."""
    case = load(plant)
    heads = (say("No."), say("What it is"), say("For"), say("Roubles"))
    rows = tuple(
        (one["id"], one["what"], one["unit"], Line(number(float(one["roubles"])), whole=True))
        for one in case.listed("prices")
    )
    note = chosen(toml.read(case.folder / "prices.toml")["note"])
    return Table(str(TITLE), tuple(map(str, heads)), rows, note=str(note), headed=True)
