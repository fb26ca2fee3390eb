"""What the team answered along the way: reasons for warnings, quizzes, predictions, tries."""

from typing import Annotated

from pydantic import Field

from promplan.plan.base import Count, Line, Part, Reference, Text

Key = Line


class Reason(Part):
    """Why a warning stays: the rule, the object it is about, and the team's reason."""

    rule: Line
    object: Line
    reason: Text
    by: Reference = ""


class Given(Part):
    """One answer to one question; `by` is empty where the team answers together."""

    question: Line
    answer: Text
    by: Reference = ""


class Answers(Part):
    """Section *answers*: leaves the team in no export but its own json."""

    reasons: Annotated[list[Reason], Field(max_length=500)] = Field(default_factory=list)
    given: Annotated[list[Given], Field(max_length=5000)] = Field(default_factory=list)
    tries: Annotated[dict[Key, Count], Field(max_length=200)] = Field(default_factory=dict)
