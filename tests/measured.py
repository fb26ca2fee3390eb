"""A plan whose campaign was measured, for tests of unit 9's editors: objectives, KPI, results, a question, a test."""

from datetime import date

from dated import dated

from promplan.plan import Plan, edit

SURVEY = {
    "question": "Would you come to the open day?",
    "yes": "would come",
    "who": "class 9B",
    "both": 9,
    "gained": 8,
    "lost": 2,
    "neither": 21,
}
TRIAL = {"question": "Which picture?", "first": "face", "second": "press", "rate": 0.2, "hoped": 0.25, "people": 400}


def measured() -> Plan:
    """Two results of two pieces, an objective with a KPI, a question before and after, a test, sentences."""
    plan = dated()
    fields = {"statement": "Eighty guests at the open day", "metric": "visitors", "target": 80.0, "unit": "people"}
    plan, objective = edit.add(plan, "objectives", fields)
    kpi = {"name": "Guests", "metric": "visits", "objective": objective, "target": 80.0, "unit": "people"}
    plan, _ = edit.add(plan, "kpis", kpi)
    row = {"what": "Piece 2", "kind": "export", "item": "C2", "channel": "H1", "day": date(2026, 12, 4), "source": "vk"}
    plan, _ = edit.add(plan, "results", row | {"impressions": 1000, "reach": 700, "clicks": 20})
    row |= {"what": "Piece 3", "item": "C3", "channel": "H2", "day": date(2026, 12, 7)}
    plan, _ = edit.add(plan, "results", row | {"impressions": 3000, "clicks": 30, "visits": 95})
    plan, _ = edit.add(plan, "measurement.surveys", SURVEY)
    plan, _ = edit.add(plan, "measurement.tests", TRIAL)
    plan, _ = edit.add(plan, "measurement.statements", {"verdict": "worked", "text": "People came:"})
    return plan
