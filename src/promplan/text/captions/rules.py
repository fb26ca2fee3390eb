"""The rules by which captions are read, per language, from `assets/captions.toml`: dated, each with its source."""

from datetime import date
from functools import cache
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from promplan import assets, toml

Positive = Annotated[float, Field(gt=0, allow_inf_nan=False)]


class Rules(BaseModel):
    """What a caption of a language may be: see `assets/captions.toml` for each field."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    language: Literal["en", "ru"]
    line: Annotated[int, Field(gt=0)]
    lines: Annotated[int, Field(gt=0)]
    shortest: Positive
    longest: Positive
    gap: Annotated[float, Field(ge=0)]
    speed: Positive
    fastest: Positive
    child: Positive
    source: dict[Literal["en", "ru"], str]
    urls: tuple[str, ...]
    confidence: Literal["H", "M", "L"]
    checked_on: date


@cache
def rules(language: str) -> Rules:
    """The rules of a language, `en` or `ru`; KeyError for another."""
    told = toml.read(assets.folder() / "captions.toml")
    row = {one["language"]: one for one in told["rules"]}[language]
    return Rules.model_validate({**row, "urls": tuple(row["urls"]), "checked_on": told["checked_on"]})
