"""A plan for the tests of the calendar: five channels, three members, pieces with and without a day."""

from datetime import date, time, timedelta

from promplan.plan import edit
from promplan.plan.document import Plan

START = date(2026, 11, 2)  # a Monday
CHANNELS = (
    ("Plant's page", "owned"),
    ("Social network", "shared"),
    ("Vestnik Dugi", "earned"),
    ("Technical college", "shared"),
    ("Bus screen", "paid"),
)
TITLES = (
    *("A plant since 1958", "As much as 500 kettles", "Hard as a heel: the foreman speaks", "Frozen, then knocked off"),
    *("Fourteen waterworks", "Twelve batches", "Come and see: 25 minutes by bus", "62,000 roubles to start"),
    *(
        "Portrait of a trainee",
        "The press breathes",
        "Hands at the rheometer",
        "Hoses, belts, rings: three ways to cure",
    ),
)
FORMS = ("photo", "video", "audio", "video", "article", "photo", "event", "post", "photo", "video", "photo", "article")
UNDATED = 3


def calendar_plan(n: int = len(TITLES), undated: int = UNDATED) -> Plan:
    """A campaign of eleven weeks; piece k comes out in week k on channel k, and the last ones have no day."""
    plan = edit.put(Plan(), "meta", {"campaign_start": START, "campaign_end": date(2027, 1, 17), "as_of": START})
    for name, role in (("Masha", "producer"), ("Oleg", "visual"), ("Ira", "editor")):
        plan, _ = edit.add(plan, "team.members", {"name": name, "role": role})
    for name, media in CHANNELS:
        plan, _ = edit.add(plan, "channels", {"name": name, "media": media})
    for statement in ("Made here, felt everywhere", "Learn where it is made"):
        plan, _ = edit.add(plan, "message.pillars", {"statement": statement})
    plan = edit.put(plan, "calendar", {"week_hours": 12.0, "person_hours": 6.0})
    plan = edit.put(plan, "brief", {"answer_days": 3})
    for k in range(n):
        day = START + timedelta(1 + 7 * (k % 9) + k // 9 % 5) if k < n - undated else None
        fields = {
            "title": TITLES[k % len(TITLES)] + (f", {k // len(TITLES) + 1}" if k >= len(TITLES) else ""),
            "form": FORMS[k % len(FORMS)],
            "message": "A ring is cured for twelve minutes",
            "channel": f"H{k % 5 + 1}",
            "owner": f"M{k % 3 + 1}",
            "approver": f"M{(k + 1) % 3 + 1}",
            "pillar": f"P{k % 2 + 1}",
            "hold_if": "an accident at the plant",
            "placing": {"hours": 3.0},
            "dates": {
                "publish": day,
                "at": time(12) if k % 2 else None,
                "review": day and day - timedelta(2 if k % 4 == 1 else 6),
            },
        }
        plan, _ = edit.add(plan, "items", fields)
    return plan
