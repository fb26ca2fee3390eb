"""What every part of the plan has in common: strict fields with bounds, ids, and who wrote it."""

from datetime import date
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from promplan.plan.labels import INSIDE

Line = Annotated[str, StringConstraints(max_length=300)]
Text = Annotated[str, StringConstraints(max_length=4000)]
Number = Annotated[float, Field(ge=-1e15, le=1e15, allow_inf_nan=False)]
Count = Annotated[int, Field(ge=0, le=10**12)]
HIGHEST_ID = 999_999
Id = Annotated[str, StringConstraints(pattern=r"^[A-Z]{1,2}[0-9]{1,6}$")]  # [0-9]: \d would take ٣ for a digit
Reference = Annotated[str, StringConstraints(pattern=r"^([A-Z]{1,2}[0-9]{1,6})?$")]  # empty: nobody yet
Key = Annotated[str, StringConstraints(max_length=80)]  # an id that something outside the plan gives: nobody's words
Digest = Annotated[str, StringConstraints(pattern=r"^([0-9a-f]{64})?$")]  # SHA-256; empty: of nothing yet
Rating = Annotated[int, Field(ge=1, le=5)]
Seconds = Annotated[float, Field(ge=0, le=36_000, allow_inf_nan=False)]
Minutes = Annotated[int, Field(ge=0, le=1440)]
Grid = Annotated[
    float, Field(ge=0, le=100, allow_inf_nan=False)
]  # a place on a floor plan or in a frame, in hundredths
Day = Annotated[date, Field(ge=date(1700, 1, 1), le=date(2199, 12, 31))]
BY: dict[str, Any] = {"refers": "team.members", **INSIDE}


class Part(BaseModel):
    """A part of the plan: unknown fields, wrong types, NaN and over-long values are refused."""

    model_config = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False, validate_assignment=True)


class Record(Part):
    """A part with an id, which other parts may name, and the member who wrote it.

    An id is the kind's `LETTER` and a number, given once in the whole plan, however deep the record stands.
    """

    LETTER: ClassVar[str]
    CALLED: ClassVar[tuple[str, ...]] = ()  # the fields that tell one from another; none: its first own field
    id: Id
    by: Reference = Field("", json_schema_extra=BY)
