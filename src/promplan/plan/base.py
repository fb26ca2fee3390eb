"""What every part of the plan has in common: strict fields with bounds, ids, and who wrote it."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Line = Annotated[str, StringConstraints(max_length=300)]
Text = Annotated[str, StringConstraints(max_length=4000)]
Number = Annotated[float, Field(ge=-1e15, le=1e15, allow_inf_nan=False)]
Count = Annotated[int, Field(ge=0, le=10**12)]
Id = Annotated[str, StringConstraints(pattern=r"^[A-Z]{1,2}\d{1,4}$")]
Reference = Annotated[str, StringConstraints(pattern=r"^([A-Z]{1,2}\d{1,4})?$")]  # empty: nobody yet
Day = Annotated[date, Field(ge=date(1700, 1, 1), le=date(2199, 12, 31))]


def label(
    en: str,
    ru: str,
    *,
    help_en: str = "",
    help_ru: str = "",
    wide: bool = False,
    choices: Mapping[str, Mapping[str, str]] | None = None,
    refers: str = "",
) -> dict[str, Any]:
    """What a form shows for a field: label, a line of help, several lines or one, the choices in words.

    `refers` names the list of the plan whose records may be chosen here.
    """
    shown: dict[str, Any] = {"label": {"en": en, "ru": ru}, "help": {"en": help_en, "ru": help_ru}, "wide": wide}
    if choices:
        shown["choices"] = choices
    if refers:
        shown["refers"] = refers
    return shown


class Part(BaseModel):
    """A part of the plan: unknown fields, wrong types, NaN and over-long values are refused."""

    model_config = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False, validate_assignment=True)


class Record(Part):
    """A part with an id, which other parts may name, and the member who wrote it."""

    id: Id
    by: Reference = ""
