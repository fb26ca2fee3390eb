"""A plan as full as the document allows, for the benches."""

from datetime import date

from promplan.plan import Plan


def full_plan() -> Plan:
    """300 facts, 20 objectives, 20 audiences, 12 pillars, 60 questions, 12 members: every list at its bound."""
    day = date(2026, 9, 1)
    facts = [
        {
            "id": f"F{n}",
            "by": f"M{n % 12 + 1}",
            "statement": f"Press {n} of the shop makes {100 + n} rings of 240 mm in a shift of eleven hours",
            "about": f"rings a shift, press {n}",
            "value": float(100 + n),
            "unit": "rings",
            "source": f"shift report {n}, kept at the foreman's desk",
            "source_kind": ("document", "measured", "oral")[n % 3],
            "as_of": day,
            "derived_from": [f"F{n - 1}"] if n % 5 == 0 else [],
            "checked_by": "shift foreman",
            "surprise": n % 5 + 1,
            "clearance": {
                "state": "cleared",
                "wording": f"Press {n}: {100 + n} rings a shift",
                "channels": ["owned"],
                "until": date(2027, 3, 1),
                "by": "process engineer",
            },
        }
        for n in range(1, 301)
    ]
    steps = [{"what": f"step {n}", "low": 0.05, "high": 0.1, "source": "last year"} for n in range(8)]
    objectives = [
        {
            "id": f"O{n}",
            "statement": f"{20 + n} graduates of the college apply for the press shop by the end of January",
            "aim": "careers",
            "verb": "raise",
            "metric": "applications",
            "baseline": 11.0,
            "target": float(20 + n),
            "unit": "applications",
            "audience": f"A{n}",
            "deadline": date(2027, 1, 31),
            "level": "outcome",
            "step_where": "personnel window",
            "step_who": "head of personnel",
            "step_days": 3,
            "step_capacity": 40,
            "funnel": {"steps": steps, "frequency": 4.0, "people": 9500, "people_source": "statistics of 2025"},
        }
        for n in range(1, 21)
    ]
    audiences = [
        {
            "id": f"A{n}",
            "segment": f"Graduates of college {n} in the town",
            "side": "outside",
            "size": 600 + n,
            "size_source": "college, 2025",
            "age_from": 18,
            "age_to": 22,
            "minors": "no",
            "job": "find a trade that feeds a family and not regret it in a year",
            "barrier": "shifts of eleven hours",
            "trigger": "the last exam",
            "influencers": "parents, a foreman they know",
            "places": ["school", "social"],
            "habits": "videos in the evening, the town's group in the morning; asked in class",
        }
        for n in range(1, 21)
    ]
    pillars = [
        {
            "id": f"P{n}",
            "statement": f"You see in a shift what you made, ring {n}",
            "proofs": [f"F{n + k}" for k in range(12)],
        }
        for n in range(1, 13)
    ]
    questions = [
        {
            "id": f"Q{n}",
            "question": f"Is it true that shop {n} smells of rubber?",
            "answer": "Yes, near the mixer. The hoods were renewed in 2025.",
            "state": "cleared",
            "cleared_by": "safety engineer",
        }
        for n in range(1, 61)
    ]
    members = [
        {"id": f"M{n}", "name": f"Member Number {n}", "role": "editor", "skills": "camera"} for n in range(1, 13)
    ]
    return Plan.model_validate(
        {
            "meta": {
                "plan_id": "full",
                "campaign_start": date(2026, 11, 2),
                "campaign_end": date(2027, 1, 31),
                "as_of": date(2026, 10, 12),
            },
            "team": {"name": "Arc", "members": members},
            "brief": {"client": "press office", "aim": "careers", "budget": 50000.0},
            "enterprise": {"name": "Uprugost", "facts": facts},
            "objectives": objectives,
            "audiences": audiences,
            "message": {
                "umbrella": "A ring you made in the morning holds the water of a town at night",
                "pillars": pillars,
                "questions": questions,
            },
        },
        strict=True,
    )
