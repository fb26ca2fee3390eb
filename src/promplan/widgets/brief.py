"""The brief form: what the plant asks for."""

from html import escape

from promplan.language import say
from promplan.plan.brief import Brief
from promplan.plan.labels import label_of
from promplan.plan.store import Store
from promplan.widgets.form import Form
from promplan.widgets.guard import Guard
from promplan.widgets.live import Live
from promplan.widgets.panel import Panel, heading


def brief_form(store: Store) -> Panel:
    """The plant's brief, to edit."""
    guard = Guard()
    names = [name for name in Brief.model_fields if name != "by"]
    form = Form(store, "brief", Brief, names, guard)
    store.watch(form.load)
    title = str(say("The plant's brief"))
    labels = [str(label_of(Brief.model_fields[name])) for name in names]
    static = "<ul>" + "".join(f"<li>{escape(label)}</li>" for label in labels) + "</ul>"
    return Panel(
        title,
        [heading(title), form.box, guard, Live(store, "01-facts", lambda one: one.object == "brief").view],
        static,
    )
