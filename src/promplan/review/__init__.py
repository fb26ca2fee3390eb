"""The editor's rules: what a good editor would say of a plan, on which evidence, with the smallest fix."""

from promplan.review import plan, team, brief, fact, fact_number, fact_words, objective, audience, message  # noqa: F401, I001  the order of the report
from promplan.review.engine import RULES, Rule, check, rule
from promplan.review.finding import Finding, Report

__all__ = ["RULES", "Finding", "Report", "Rule", "check", "rule"]
