"""The team form: its name, its members, their roles."""

from typing import Any

import ipywidgets as widgets

from promplan.language import pick, say
from promplan.plan.store import Store
from promplan.plan.team import ROLES, Member, Team
from promplan.widgets.form import Form
from promplan.widgets.guard import Guard
from promplan.widgets.live import Live
from promplan.widgets.panel import Panel, heading
from promplan.widgets.records import Records


def team_form(store: Store) -> Panel:
    """The team, to edit."""
    guard = Guard()
    team = Form(store, "team", Team, ("name", "institution", "region"), guard)
    member = _MemberForm(store, guard)
    rows = Records(store, "team.members", say("Members"), _line, guard, member.show)
    member.show(rows.list.value or "")
    store.watch(team.load)
    says = Live(
        store,
        "00-start",
        lambda one: one.object == "team" or one.object.startswith("M"),
        chosen=lambda: rows.list.value or "",
    )
    rows.list.observe(lambda _: says.draw(), "value")
    title = str(say("Team"))
    return Panel(title, [heading(title), team.box, rows.box, member.box, guard, says.view])


def _line(member: Member) -> str:
    return f"{member.id} · {member.name or say('(no name)')} · {pick(ROLES[member.role])}"


class _MemberForm:
    """The chosen member's form, built once and filled anew."""

    def __init__(self, store: Store, guard: Guard) -> None:
        self.store, self.guard, self.box = store, guard, widgets.VBox([])
        self.form: Any = None

    def show(self, id_: str) -> None:
        self.box.layout.display = "" if id_ else "none"
        if not id_:
            return
        if self.form is None:
            names = ("name", "role", "skills", "portfolio_consent")
            self.form = Form(self.store, f"team.members/{id_}", Member, names, self.guard)
            self.box.children = (self.form.box,)
        else:
            self.form.load(f"team.members/{id_}")
