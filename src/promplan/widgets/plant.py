"""The plant: choosing one (a case, or the team's own), the campaign's days, and the plant's profile."""

from collections.abc import Mapping
from html import escape

import ipywidgets as widgets

from promplan.language import say
from promplan.plan.document import Plan
from promplan.plan.enterprise import Enterprise
from promplan.plan.labels import label_of
from promplan.plan.meta import Meta
from promplan.plan.store import Store
from promplan.widgets.form import Form
from promplan.widgets.guard import Guard
from promplan.widgets.live import Live
from promplan.widgets.panel import Panel, heading, region, set_region

REAL = "real"
PROFILE = ("name", "place", "industry", "products", "protected_names")


def plant_picker(store: Store, cases: Mapping[str, Plan]) -> Panel:
    """Choose a plant: one of the course's cases (id and blank plan), or a real one."""
    return _Picker(store, cases).panel


def plant_form(store: Store) -> Panel:
    """The plant's profile: name, place, industry, products, and the names that stay inside."""
    guard = Guard()
    form = Form(store, "enterprise", Enterprise, PROFILE, guard)
    store.watch(form.load)
    title = str(say("The plant"))
    known = [(label_of(Enterprise.model_fields[name]), name) for name in PROFILE]
    rows = "".join(
        f"<li>{escape(str(label))}: {escape(str(getattr(store.plan.enterprise, name)) or '—')}</li>"
        for label, name in known
    )
    return Panel(title, [heading(title), form.box, guard], f"<ul>{rows}</ul>")


class _Picker:
    def __init__(self, store: Store, cases: Mapping[str, Plan]) -> None:
        self.store, self.cases, self.guard = store, cases, Guard()
        names = [(str(say("{name} (invented)", name=one.enterprise.name)), key) for key, one in cases.items()]
        options = [(str(say("none yet")), ""), *names, (str(say("a real plant of your own")), REAL)]
        self.choice = widgets.RadioButtons(options=options, layout=widgets.Layout(width="auto"))
        self.take = widgets.Button(description=str(say("Take this plant")), layout=widgets.Layout(width="auto"))
        self.take.on_click(self.guard.handler(self._take))
        self.told = region()
        days = ("campaign_start", "campaign_end", "as_of", "language")
        self.form = Form(store, "meta", Meta, days, self.guard)
        self._sure = ""
        self.choice.observe(self.guard.handler(self._doubt, "view"), "value")
        store.watch(self.follow)
        self.follow()
        says = Live(store, "00-start", lambda one: one.object in ("meta", "plan"))
        title = str(say("Which plant?"))
        children = [heading(title), self.choice, self.take, self.told, self.form.box, self.guard, says.view]
        static = "<ul>" + "".join(f"<li>{escape(label)}</li>" for label, key in options if key) + "</ul>"
        self.panel = Panel(title, children, static)

    def follow(self) -> None:
        """Show the plan's own choice."""
        case = self.store.plan.meta.case
        if case in [key for _, key in self.choice.options]:
            self.choice.value = case
        self.form.load()
        self._tell()

    def _tell(self) -> None:
        plan = self.store.plan
        name = plan.enterprise.name or str(say("your own; give its name in unit 1"))
        words = say("The plan is for: {name}", name=name) if plan.meta.case else say("No plant is chosen yet.")
        set_region(self.told, escape(str(words)))

    def _doubt(self) -> None:
        self._sure = ""
        self.take.description = str(say("Take this plant"))

    def _take(self) -> None:
        case, now = self.choice.value, self.store.plan.meta.case
        if not case or case == now:
            return
        if now and self.store.plan.enterprise.facts and self._sure != case:
            self._sure = case
            n = len(self.store.plan.enterprise.facts)
            self.take.description = str(say("Really change? The {n} facts stay in the plan", n=n))
            return
        self._doubt()
        self.store.replace(lambda plan: taken(plan, case, self.cases.get(case)))


def taken(plan: Plan, case: str, blank: Plan | None) -> Plan:
    """The plan with another plant: what the case's blank plan says of it; a real plant keeps only what was typed."""
    new = plan.model_copy(deep=True)
    new.meta.case = case
    if blank is None:
        invented = plan.meta.case not in ("", REAL)
        if invented:  # nothing of an invented plant may stand under a real one's name
            for name in PROFILE:
                setattr(new.enterprise, name, "")
            new.meta.as_of = None
        return new
    for name in ("as_of", "campaign_start", "campaign_end"):
        setattr(new.meta, name, getattr(blank.meta, name))
    for name in PROFILE:
        setattr(new.enterprise, name, getattr(blank.enterprise, name))
    return new
