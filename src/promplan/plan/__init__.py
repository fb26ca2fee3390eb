"""The media plan: the document, its reader and writer, its store. Knows no screen and no course."""

from promplan.plan.answers import Answers, Given, Reason
from promplan.plan.audiences import Audience
from promplan.plan.brief import Brief
from promplan.plan.desk import Answer, Desk, Request
from promplan.plan.document import Attachment, Plan, schema
from promplan.plan.enterprise import Clearance, Enterprise, Fact
from promplan.plan.message import Message, Pillar, Question
from promplan.plan.meta import Meta
from promplan.plan.migrations import VERSION
from promplan.plan.objectives import Funnel, Objective, Step
from promplan.plan.team import Member, Team

__all__ = [
    "VERSION",
    "Answer",
    "Answers",
    "Attachment",
    "Audience",
    "Brief",
    "Clearance",
    "Desk",
    "Enterprise",
    "Fact",
    "Funnel",
    "Given",
    "Member",
    "Message",
    "Meta",
    "Objective",
    "Pillar",
    "Plan",
    "Question",
    "Reason",
    "Request",
    "Step",
    "Team",
    "schema",
]
