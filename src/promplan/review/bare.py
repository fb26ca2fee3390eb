"""One setting that gives a missing scale back: minutes, degrees, tonnes-force in the words of a poster without numbers.

Proportions stay in a picture whose scale is off. So a single value of what was measured, exact or not, in whatever line
it stands, restores all the others. What the plant has cleared as a fact of the idea may be said all the same.
"""

from promplan.measure.clean import clean
from promplan.measure.said import Said, numbers
from promplan.plan.document import Plan
from promplan.plan.ideas import Idea
from promplan.review.inside import NAME
from promplan.review.regime import harmless, setting
from promplan.text.morphology import tokens
from promplan.text.patterns import contains


def cleared_settings(plan: Plan, idea: Idea) -> frozenset[tuple[str, float]]:
    """The settings that a cleared fact of the idea says: which, and how much."""
    facts = [one for one in plan.enterprise.facts if one.id in idea.facts and one.clearance.state == "cleared"]
    texts = [text for one in facts for text in (one.statement, one.clearance.wording) if text]
    return frozenset((setting(said), said.value) for text in texts for said in numbers(text) if _tells(said))


def telling(text: str, let_out: frozenset[tuple[str, float]]) -> str:
    """The first setting that was not let out, as it was typed; empty where there is none."""
    text = clean(text)  # where a number stands is told of the clean text
    found = [one for one in numbers(text) if _tells(one) and (setting(one), one.value) not in let_out]
    if not found:
        return ""
    said = tokens(text)
    if harmless(said):
        found = [one for one in found if setting(one) != "heat"]
    if contains(said, NAME, "stay"):
        found = [one for one in found if setting(one) != "time"]
    return text[found[0].start : found[0].end].strip() if found else ""


def _tells(one: Said) -> bool:
    """A setting of a process; an hour is a visit's or a shift's."""
    return not one.year and bool(setting(one)) and not (one.unit is not None and one.unit.expression == "hour")
