"""The campaign's calendar at the desk: the working days around today, what went out, what came, what is awaited."""

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from html import escape

from promplan.language import Words, day, say, say_many
from promplan.plan.document import Plan
from promplan.widgets.spoken_days import WEEKDAYS, in_words

BEFORE, AHEAD = 4, 10  # working days that are shown on either side of today


def strip(plan: Plan, now: date, at_work: Callable[[date], bool], due: Callable[[], list[date]]) -> str:
    """The head of the desk: the day, how far the campaign is, and the strip of working days as a list."""
    sent = Counter(one.sent for one in plan.desk.requests if one.sent)
    came = Counter(one.answer.received for one in plan.desk.requests if one.answer.received)
    awaited = Counter(it for it in due() if it > now)
    days = "".join(
        _cell(it, now, sent[it], came[it], awaited[it])
        for it in (*_worked(now, -1, at_work), now, *_worked(now, 1, at_work))
    )
    title = f'<p class="promplan-desk-today">{escape(in_words(now))}</p><p>{escape(_where(plan, now))}</p>'
    label = escape(str(say("Working days of the plant")), quote=True)
    return f'<div class="promplan-desk-head"><div>{title}</div><ol aria-label="{label}">{days}</ol></div>'


def _worked(now: date, step: int, at_work: Callable[[date], bool]) -> list[date]:
    """The nearest working days on one side, in the calendar's order."""
    found: list[date] = []
    one, most = now, BEFORE if step < 0 else AHEAD
    for _ in range(60):
        one += timedelta(step)
        if at_work(one):
            found.append(one)
        if len(found) == most:
            break
    return sorted(found)


def _cell(one: date, now: date, sent: int, came: int, awaited: int) -> str:
    marks: list[tuple[str, Words]] = []
    if sent:
        marks.append((f"✉{sent}", say_many("{n} letter went out", "{n} letters went out", sent)))
    if came:
        marks.append((f"↩{came}", say_many("{n} answer came", "{n} answers came", came)))
    if awaited:
        marks.append((f"…{awaited}", say_many("{n} answer is awaited", "{n} answers are awaited", awaited)))
    told = "; ".join([f"{WEEKDAYS[one.weekday()]}, {day(one)}", *(str(words) for _, words in marks)])
    current = ' aria-current="date"' if one == now else ""
    gap = ' class="promplan-desk-monday"' if one.weekday() == 0 else ""
    signs = "".join(f'<i aria-hidden="true">{sign}</i>' for sign, _ in marks)
    return (
        f'<li{current}{gap}><span class="promplan-desk-told">{escape(told)}</span>'
        f'<b aria-hidden="true">{one.day}</b>{signs}</li>'
    )


def _where(plan: Plan, now: date) -> str:
    start, end = plan.meta.campaign_start, plan.meta.campaign_end
    weekday = str(WEEKDAYS[now.weekday()])
    if start and now < start:
        return str(say("{weekday} · the campaign begins on {day}", weekday=weekday, day=start))
    if end and now > end:
        return str(say("{weekday} · the campaign ended on {day}: what comes now is too late", weekday=weekday, day=end))
    if end:
        return str(say("{weekday} · the campaign ends on {day}", weekday=weekday, day=end))
    return weekday
