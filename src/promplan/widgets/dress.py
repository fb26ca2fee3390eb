"""What all editors of a kernel wear: one widget that holds every style, so that no other has to carry it.

A widget is sent to the browser whole. With a style in each of them an exercise weighed twice as much, and the browser
read the same style anew for every widget, longer than anywidget waits for one (two seconds) on a busy machine.
"""

import anywidget
import ipywidgets as widgets

from promplan.widgets import parts

OWN = (
    *("guard.css", "sheet.css", "sort.css", "guess.css", "findings.css", "table.css", "picker.css"),
    *("picks.css", "references.css", "listen.css", "funnel.css", "library.css", "composer.css", "idea_board.css"),
    *("floor_map.css", "visit.css"),
    *("storyboard.css", "captions.css", "script.css"),
    *("making.css", "post_preview.css", "flaws.css"),
    *("calendar_forms.css", "proposals.css"),
    *("calendar_board.css", "calendar_views.css"),
    "distribution.css",
    "budget_sliders.css",
    *("campaign_game.css",),
    "measuring.css",
    "kpi_tree.css",
    "measuring.css",
    "pitch.css",
)
_worn: list["Dress"] = []


class Dress(anywidget.AnyWidget):
    """It shows nothing; anywidget lays its style into the page."""

    _esm = "export default { render() {} };"
    _css = parts.style(*OWN)


def dress() -> Dress:
    """The one of this kernel; a new one where it was closed."""
    if not _worn or _worn[0].comm is None:
        _worn[:] = [Dress(layout=widgets.Layout(display="none"))]
    return _worn[0]


def anew() -> None:
    """A notebook begins: its page may be a new one that cannot show what an earlier page was sent."""
    _worn.clear()  # not closed: the earlier page may still be open, and wears it
