"""Which pattern an objective's funnel is likely to begin from: by its aim, and by who its people are."""

import re

from promplan.language import Words, say
from promplan.plan.audiences import Audience
from promplan.plan.objectives import Objective

# what a pattern is called beside the aim that it serves
FOR: dict[str, Words] = {
    "cooperation": say("cooperation: buyers and engineers"),
    "students": say("students: an excursion, a practice"),
}
YOUNG = 25  # years: an audience that is no older learns, as a rule
LEARNS = re.compile(r"student|pupil|college|school|excursion|студен|школьн|колледж|техникум|учащ|экскурс", re.I)


def pattern_for(objective: Objective, audience: Audience | None) -> str:
    """The key of a pattern; empty where nothing is known."""
    told = " ".join((objective.statement, objective.metric, objective.unit, audience.segment if audience else ""))
    young = audience is not None and audience.age_to is not None and audience.age_to <= YOUNG
    if objective.aim in ("careers", "cooperation", "image") and (young or LEARNS.search(told)):
        apply = objective.aim == "careers" and re.search(r"appl|заявлен|поступ", told, re.I)
        return "careers" if apply else "students"
    return objective.aim
