"""The editor's rules: what a good editor would say of a plan, on which evidence, with the smallest fix."""

# importing a family's module adds its rules; the report's order is the engine's
from promplan.review import (  # noqa: F401
    audience,
    brief,
    fact,
    fact_number,
    fact_words,
    message,
    message_words,
    objective,
    objective_number,
    objective_reach,
    plan,
    team,
    texts,
)
from promplan.review.engine import RULES, Rule, check, rule
from promplan.review.finding import Finding, Report

__all__ = ["RULES", "Finding", "Report", "Rule", "check", "rule"]
