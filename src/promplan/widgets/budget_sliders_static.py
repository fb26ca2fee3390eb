"""The budget without a kernel: a table of the channels, and what they come to together."""

from html import escape

from promplan.language import say, say_in
from promplan.plan.document import Plan
from promplan.spending.curves import called, counted, missing
from promplan.spending.sums import sign, sums
from promplan.text.table import Table
from promplan.widgets.budget_sliders_split import split_shown
from promplan.widgets.budget_sliders_words import NONE, each_said, headed, money_said, people_said, sum_said


def static(plan: Plan) -> str:
    """The split of the plan's money as HTML."""
    if not plan.channels:
        return f"<p>{escape(str(NONE))}</p>"
    amounts = {one.id: one.money.amount or 0.0 for one in plan.channels}
    channels, names = {one.id: one for one in counted(plan)}, called(plan)
    rows = []
    for one in plan.channels:
        money = money_said(amounts[one.id]) if one.money.amount is not None else "—"
        if (channel := channels.get(one.id)) is None:
            rows.append((names[one.id], money, "—", "—", "—"))
            continue
        contacts, people = channel.contacts(amounts[one.id]), channel.reach(amounts[one.id])
        each = each_said(contacts / people) if people else "—"
        rows.append((names[one.id], money, people_said(contacts), people_said(people), each))
    heads = (
        say("Channel"),
        headed(say_in("column", "money"), sign(plan)),
        say_in("numbers of a channel", "Contacts"),
        say_in("numbers of a channel", "People reached"),
        say_in("numbers of a channel", "Contacts per person"),
    )
    found = split_shown(plan, amounts)
    level = (
        found["levels"][(plan.budget.enough or 1) - 1][2]
        if 0 < (plan.budget.enough or 1) <= len(found["levels"])
        else ""
    )
    told = [
        str(say("Reached together: {n} {of}.", n=found["net"]["people"], of=found["net"]["of"]))
        if found["levels"]
        else "",
        found["net"]["between"],
        level,
        found["often"],
        _left(plan),
        *(str(gap.words) for gap in missing(plan)),
    ]
    table = Table("", tuple(map(str, heads)), tuple(rows), headed=True)._repr_html_()
    return table + "".join(f"<p>{escape(one)}</p>" for one in told if one)


def _left(plan: Plan) -> str:
    purse = sums(plan)
    if purse.total is None:
        return ""
    if purse.over:
        return str(say("Money: {sum} more than there is.", sum=sum_said(purse.over, sign(plan))))
    return str(say("Money: {sum} left.", sum=sum_said(purse.left or 0.0, sign(plan))))
