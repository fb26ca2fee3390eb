"""DIS-17: no money goes where advertising is not allowed."""

from collections.abc import Iterable
from datetime import date

from promplan.language import Words, say
from promplan.plan.country import country
from promplan.plan.document import Plan
from promplan.review.budget_begun import UNIT, bought_on
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.text.dated import channels as known_channels
from promplan.text.dated import cited


@rule(
    "DIS-17",
    severity="warning",
    unit=UNIT,
    section="distribution-l-channels",
    text=say("No money goes into a channel on which advertising is not allowed"),
    hints=(
        say("Who pays the fine: you, the plant, or both?"),
        say('Channels with money, or with a piece that is an advertisement, beside what pp.law("channels") says.'),
    ),
)
def advertising_is_allowed(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    here, bought = country(plan), bought_on(plan)
    ads = {one.channel: one.id for one in reversed(plan.items) if one.ad.is_ad == "yes"}
    rows = [
        (one, it)
        for one in plan.channels
        for it in known_channels()
        if it.id == one.channel and it.country == here and (bought[one.id] or one.id in ads)
    ]
    if not rows:
        return None
    found = []
    for one, it in rows:
        if it.ads == "yes":
            continue
        status = say("{status} (checked on {day}, no legal advice)", status=it.status, day=it.checked_on)
        banned = it.ads == "no"
        if banned:
            told = say("Advertising is not allowed there. {status}", status=status)
            fix = say("spend the money elsewhere: {law}", law=cited("ad-restricted", here))
        else:
            told = say("Whether advertising is allowed there is not certain. {status}", status=status)
            fix = say("ask the plant's lawyer before anything is ordered")
        note: Words | str = Words("{note}", {"note": it.footnote}) if it.footnote else ads.get(one.id, one.name)
        field = "money.amount" if bought[one.id] else "channel"
        found.append(Finding(one.id, told, fix, note, severity="error" if banned else "warning", field=field))
    return found
