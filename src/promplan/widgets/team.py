"""The team form: its name, its members, their roles."""

from promplan.language import pick, say
from promplan.plan.store import Store
from promplan.plan.team import ROLES, Member, Team
from promplan.widgets.editor import Editor
from promplan.widgets.form import Form
from promplan.widgets.panel import Panel, heading
from promplan.widgets.table import Column

COLUMNS = (
    Column(say("Name"), lambda one: one.name or str(say("(no name)")), strong=True),
    Column(say("Role"), lambda one: _roles(one)),
    Column(say("What I can do"), lambda one: one.skills),
)


def team_form(store: Store) -> Panel:
    """The team, to edit."""
    fields = ("name", "role", "also", "skills", "portfolio_consent")
    members = Editor(
        store,
        "team.members",
        fields,
        say("Members"),
        "00-start",
        about=("team",),
        line=_line,
        columns=COLUMNS,
        place=say("Member {n} of {all}"),
    )
    team = Form(store, "team", Team, ("name", "institution", "region"), members.guard)
    store.watch(team.load)
    title = str(say("Team"))
    return Panel(title, [heading(title), team.box, *members.children])


def _line(member: Member) -> str:
    return f"{member.id} · {member.name or say('(no name)')} · {_roles(member)}"


def _roles(member: Member) -> str:
    return ", ".join(str(pick(ROLES[one])) for one in member.roles or ("",))
