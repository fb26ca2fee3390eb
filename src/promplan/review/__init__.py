"""The editor's rules: what a good editor would say of a plan, on which evidence, with the smallest fix."""

# importing a family's module adds its rules; the report's order is the engine's
from promplan.review import (  # noqa: F401
    audience,
    audience_work,
    brief,
    channel,
    consent,
    desk,
    fact,
    fact_change,
    fact_clearance,
    fact_derived,
    fact_number,
    fact_range,
    fact_said,
    fact_unit,
    fact_words,
    frame,
    idea,
    idea_poster,
    item,
    item_days,
    item_film,
    item_rights,
    item_text,
    message,
    message_left,
    message_own,
    message_words,
    networks,
    objective,
    objective_measure,
    objective_number,
    objective_places,
    objective_reach,
    objective_words,
    plan,
    risk,
    team,
    texts,
    visit,
    visit_safety,
)
from promplan.review.engine import RULES, Rule, check, rule
from promplan.review.finding import Finding, Report

__all__ = ["RULES", "Finding", "Report", "Rule", "check", "rule"]
