"""The media plan: the document, its reader and writer, its store. Knows no screen and no course."""

from promplan.plan.answers import Answers, Given, Reason
from promplan.plan.brief import Brief
from promplan.plan.document import VERSION, Attachment, Plan, schema
from promplan.plan.enterprise import Clearance, Enterprise, Fact
from promplan.plan.meta import Meta
from promplan.plan.team import Member, Team

__all__ = [
    "VERSION",
    "Answers",
    "Attachment",
    "Brief",
    "Clearance",
    "Enterprise",
    "Fact",
    "Given",
    "Member",
    "Meta",
    "Plan",
    "Reason",
    "Team",
    "schema",
]
