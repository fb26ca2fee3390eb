"""What the team answered along the way: reasons for warnings, quizzes, predictions, tries."""

import re
from typing import Annotated

from pydantic import Field

from promplan.language import say
from promplan.plan.base import BY, Count, Line, Part, Reference, Text

Key = Line
LOOK = "{exercise}/look"  # beside a try's count: what it looked at, so that the next one counts only after a change
WORDS = 3  # of which a reason has at least as many
NO_REASON = say("A reason is a sentence of three words or more: write why it stays, and what you do instead.")


class Reason(Part):
    """Why a warning stays: the rule, the object it is about, and the team's reason."""

    rule: Line
    object: Line
    reason: Text
    by: Reference = Field("", json_schema_extra=BY)


class Given(Part):
    """One answer to one question; `by` is empty where the team answers together."""

    question: Line
    answer: Text
    by: Reference = Field("", json_schema_extra=BY)


class Answers(Part):
    """Section *answers*: leaves the team in no export but its own json."""

    reasons: Annotated[list[Reason], Field(max_length=500)] = Field(default_factory=list)
    given: Annotated[list[Given], Field(max_length=5000)] = Field(default_factory=list)
    tries: Annotated[dict[Key, Count], Field(max_length=200)] = Field(default_factory=dict)


def is_a_sentence(text: str) -> bool:
    """Three different words or more, and not letters alone? A full stop, or one word three times, is no reason."""
    words = {one.casefold() for one in re.findall(r"[^\W\d_]+", text)}
    return len(words) >= WORDS and any(len(one) >= WORDS for one in words)
