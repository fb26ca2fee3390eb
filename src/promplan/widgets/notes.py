"""The notes that the exercise of unit 1 begins with: those of the plant that the team chose."""

from html import escape

from promplan.cases.notes import Notes, notes
from promplan.cases.offer import first
from promplan.language import pick, say
from promplan.plan.document import Plan
from promplan.plan.store import Store
from promplan.widgets.panel import Panel, heading, region, set_region

REAL = "real"


def field_notes(store: Store) -> Panel:
    """What you wrote down at your plant; a real plant has only your own notes."""
    view = region()

    def draw() -> None:
        set_region(view, _told(store.plan))

    store.watch(draw)
    draw()
    title = str(say("Your notes from the plant"))
    return Panel(title, [heading(title), view], _told(store.plan))


def _told(plan: Plan) -> str:
    case = plan.meta.case
    if case == REAL:
        words = say("Yours is a real plant: write from your own notes, each with its paper and its day.")
        return f"<p>{escape(str(words))}</p>"
    found = notes(case) or notes(first())
    if found is None:
        return ""
    none = say("No plant is chosen yet (unit 0): these are the notes from the plant that the exercises are meant for.")
    lead = "" if case else f"<p>{escape(str(none))}</p>"
    return lead + _listed(found)


def _listed(found: Notes) -> str:
    rows = "".join(f"<li>{escape(pick(one.heard))} <i>({escape(pick(one.paper))})</i></li>" for one in found.notes)
    return f"<p>{escape(pick(found.scene))}:</p><ol>{rows}</ol><p>{escape(pick(found.letter))}</p>"
