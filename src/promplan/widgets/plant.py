"""The plant: choosing one (a case, or the team's own), the campaign's days, and the plant's profile."""

from collections.abc import Mapping
from html import escape

import ipywidgets as widgets

from promplan.cases.offer import offered
from promplan.language import Words, pick, say, say_many
from promplan.plan.brief import Brief
from promplan.plan.desk import Desk
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
OWN = say("a real plant of your own: if you have one, it answers in its own days")
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
        meant = offered()
        order = [*(key for key in meant if key in cases), *sorted(cases.keys() - meant.keys())]
        names = [(str(_named(cases[key], meant.get(key, {}))), key) for key in order]
        options = [(str(say("none yet")), ""), *names, (str(OWN), REAL)]
        self.choice = widgets.RadioButtons(options=options, layout=widgets.Layout(width="auto"))
        self.take = widgets.Button(description=str(say("Take this plant")), layout=widgets.Layout(width="auto"))
        self.take.on_click(self.guard.handler(self._take))
        self.told, self.doubt = region(), region()
        self.out, self.keep, self.stay = (
            widgets.Button(description=str(words), layout=widgets.Layout(width="auto"))
            for words in (
                say("Change, and take them out; a backup stays"),
                say("Change, and keep them"),
                say("Do not change"),
            )
        )
        for button, act in ((self.out, self._out), (self.keep, self._keep), (self.stay, self._doubt)):
            button.on_click(self.guard.handler(act, "view" if act == self._doubt else ""))
        wrap = widgets.Layout(flex_flow="row wrap")
        self.asks = widgets.VBox([self.doubt, widgets.HBox([self.out, self.keep, self.stay], layout=wrap)])
        days = ("campaign_start", "campaign_end", "as_of", "language")
        self.form = Form(store, "meta", Meta, days, self.guard)
        self.choice.observe(self.guard.handler(self._doubt, "view"), "value")
        store.watch(self.follow)
        self.follow()
        self._doubt()
        says = Live(store, "00-start", lambda one: one.object in ("meta", "plan"))
        title = str(say("Which plant?"))
        children = [heading(title), self.choice, self.take, self.asks, self.told, self.form.box, self.guard, says.view]
        static = "<ul>" + "".join(f"<li>{escape(label)}</li>" for label, key in options if key) + "</ul>"
        self.panel = Panel(title, children, static)

    def follow(self) -> None:
        """Show the plan's own choice."""
        case = self.store.plan.meta.case
        if case in [key for _, key in self.choice.options]:
            self.choice.value = case
        self.form.load()
        self._tell()

    def _for(self) -> Words:
        plan = self.store.plan
        name = plan.enterprise.name or str(say("your own; give its name in unit 1"))
        return say("The plan is for: {name}", name=name) if plan.meta.case else say("No plant is chosen yet.")

    def _tell(self) -> None:
        set_region(self.told, escape(str(self._for())))

    def _doubt(self) -> None:
        self.asks.layout.display = "none"

    def _take(self) -> None:
        case, plan = self.choice.value, self.store.plan
        if not case or case == plan.meta.case:
            return
        if plan.meta.case and (plan.enterprise.facts or plan.desk.requests):
            set_region(self.doubt, f"<p>{escape(str(self._about_the_old(plan, case)))}</p>")
            self.asks.layout.display = ""
            return
        self._change(case, out=False)

    def _about_the_old(self, plan: Plan, case: str) -> Words:
        new = self.cases[case].enterprise.name if case in self.cases else str(say("a real plant of your own"))
        facts, sent = len(plan.enterprise.facts), len(plan.desk.requests)
        return say(
            "In your plan: {facts}; {sent}. They are about {old}, and nobody at the new plant ({new}) can clear them.",
            facts=say_many("{n} fact", "{n} facts", facts),
            sent=say_many("{n} letter", "{n} letters", sent),
            old=plan.enterprise.name or say("the old plant"),
            new=new,
        )

    def _out(self) -> None:
        self._change(self.choice.value, out=True)

    def _keep(self) -> None:
        self._change(self.choice.value, out=False)

    def _change(self, case: str, *, out: bool) -> None:
        self._doubt()
        if out:
            self.store.keep()
        self.store.replace(lambda plan: taken(plan, case, self.cases.get(case), out=out))
        if out:
            gone = say(
                "Taken out: the brief, the facts and the letters of the old plant; a backup keeps them. Objectives, "
                "audiences and the message stay: look them through."
            )
            set_region(self.told, f"{escape(str(self._for()))}<br>{escape(str(gone))}")


def _named(blank: Plan, meant: Mapping[str, str]) -> Words:
    """A case as the picker offers it: its name, and whom it is for."""
    if meant:
        return say("{name} (invented) — {meant}", name=blank.enterprise.name, meant=pick(meant))
    return say("{name} (invented)", name=blank.enterprise.name)


def taken(plan: Plan, case: str, blank: Plan | None, *, out: bool = False) -> Plan:
    """The plan with another plant: what the case's blank plan says of it; a real plant keeps only what was typed.

    With `out`, what was about the old plant goes: its brief, its facts, the letters to its people.
    """
    new = plan.model_copy(deep=True)
    new.meta.case = case
    if out:
        new.brief, new.desk, new.enterprise.facts = Brief(), Desk(), []
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
