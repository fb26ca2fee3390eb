"""A plan with a dated calendar for tests of its files and of its schedule: channels, people, pillars, hostile words."""

import random
from datetime import date, time, timedelta
from typing import Any

from promplan.plan import Plan, edit

FORMULA = '=HYPERLINK("http://x.example","14 presses")'
START = date(2026, 11, 9)  # a Monday


def dated(n: int = 6, speech: str = "en") -> Plan:
    """A small calendar: a piece every third day from 1 December on, at half past ten."""
    meta = {"plan_id": "5f0c1e", "language": speech, "title": "Warm rubber", "as_of": date(2026, 11, 2)}
    meta |= {"campaign_start": START, "campaign_end": date(2027, 1, 31)}
    plan = edit.put(Plan(), "meta", meta)
    plan, vk = edit.add(plan, "channels", {"name": "VK, the plant's page"})
    plan, site = edit.add(plan, "channels", {"name": "Site"})
    plan, anna = edit.add(plan, "team.members", {"name": "Anna"})
    plan, _ = edit.add(plan, "team.members", {"name": "Boris"})
    plan, pillar = edit.add(plan, "message.pillars", {"statement": "Rubber carries the town"})
    for k in range(n):
        row: dict[str, Any] = {
            "title": FORMULA if k == 0 else f"Piece {k + 1}",
            "channel": site if k % 3 == 2 else vk,
            "owner": anna,
            "pillar": pillar,
            "form": "post",
            "text": "First line\n  second line; with, signs",
            "dates": {"publish": date(2026, 12, 1) + timedelta(3 * k), "at": time(10, 30)},
            "placing": {"hours": 2.5, "state": "planned", "note": "not for readers", "after": ["C1"] if k else []},
        }
        plan, _ = edit.add(plan, "items", row)
    return plan


def newsroom(n: int = 60, seed: int = 1, weeks: int = 12) -> Plan:
    """A calendar as a press office has it: half of the pieces dated, reviews, orders, pinned ones, rhythm, shares."""
    draw = random.Random(seed)
    meta = {"plan_id": "x", "campaign_start": START, "campaign_end": START + timedelta(7 * weeks - 1)}
    plan = edit.put(Plan(), "meta", meta | {"as_of": date(2026, 11, 1)})
    plan = edit.put(plan, "brief", {"answer_days": 5})
    channels, members, pillars = [], [], []
    for name in ("VK", "Telegram", "Site", "Press"):
        plan, id_ = edit.add(plan, "channels", {"name": name})
        channels.append(id_)
        row = {"channel": id_, "least": 1, "most": 3, "apart": 36.0, "silent": 10}
        plan, _ = edit.add(plan, "calendar.rhythms", row)
    for name in ("Anna", "Boris", "Vera"):
        plan, id_ = edit.add(plan, "team.members", {"name": name})
        members.append(id_)
    for name, percent in (("Rubber", 40.0), ("People", 30.0), ("Place", 30.0)):
        plan, id_ = edit.add(plan, "message.pillars", {"statement": name})
        pillars.append(id_)
        plan, _ = edit.add(plan, "calendar.shares", {"pillar": id_, "percent": percent})
    plan = edit.put(plan, "calendar", {"week_hours": 26.0, "person_hours": 14.0, "tolerance": 10.0})
    closed = {"day": date(2026, 12, 24), "until": date(2026, 12, 26), "what": "works closed", "closed": True}
    plan, _ = edit.add(plan, "calendar.days", closed)
    for k in range(n):
        day = START + timedelta(draw.randrange(7 * weeks)) if draw.random() < 0.6 else None
        review = START + timedelta(draw.randrange(5 * weeks)) if draw.random() < 0.5 else None
        after = [f"C{draw.randrange(1, k + 1)}"] if k and draw.random() < 0.2 else []
        row = {
            "title": f"Piece {k}",
            "channel": draw.choice(channels),
            "owner": draw.choice(members),
            "pillar": draw.choice(pillars),
            "dates": {"publish": day, "review": review},
            "placing": {
                "hours": float(draw.choice([2, 3, 4, 5, 6])),
                "pinned": bool(day and draw.random() < 0.2),
                "after": after,
            },
        }
        plan, _ = edit.add(plan, "items", row)
    return plan
