"""A plan that can be played as a game: three audiences, six channels, two of them with money, pieces over 13 weeks."""

from datetime import date, timedelta
from typing import Any

from promplan.plan import Plan, edit

START, DAYS = date(2026, 11, 2), 90  # a Monday; twelve weeks and six days
AUDIENCES = (("pupils of classes 9 to 11", 12_000), ("their parents", 30_000), ("workers", 8_000))
CHANNELS: tuple[tuple[str, str, str, float | None, float | None], ...] = (
    ("VK, the plant's page", "vk", "shared", 200.0, 30_000.0),
    ("Telegram", "telegram", "shared", None, None),
    ("The plant's own site", "own-site", "owned", None, None),
    ("Notice boards", "notice-board", "owned", None, None),
    ("Schools", "school", "earned", None, None),
    ("Screen at the bus stop", "", "paid", 300.0, 40_000.0),
)


def gamed(n: int = 60, days: int = DAYS, size: float = 1.0, id_: str = "gamed") -> Plan:
    """`n` pieces spread over `days`, one after the other on the six channels and for the three audiences."""
    meta: dict[str, Any] = {"plan_id": id_, "campaign_start": START, "campaign_end": START + timedelta(days - 1)}
    plan = edit.put(Plan(), "meta", {**meta, "as_of": START, "title": "Warm rubber"})
    plan = edit.put(plan, "budget", {"total": 70_000.0, "currency": "RUB"})
    for name, people in AUDIENCES:
        plan, _ = edit.add(plan, "audiences", {"segment": name, "size": int(people * size)})
    for name, channel, media, price, amount in CHANNELS:
        plan, id_ = edit.add(plan, "channels", {"name": name, "channel": channel, "media": media})
        plan = edit.put(plan, f"channels/{id_}/money", {"price": price, "amount": amount})
    for k in range(n):
        row = {
            "title": f"Piece {k + 1}",
            "channel": f"H{k % 6 + 1}",
            "audience": f"A{k % 3 + 1}",
            "dates": {"publish": START + timedelta(k * days // n)},
        }
        plan, _ = edit.add(plan, "items", row)
    return plan
