"""Subtitles of a film: cues in the order of time, a track for each of the course's languages."""

from typing import Annotated

from pydantic import Field

from promplan.plan.base import Line, Part, Seconds
from promplan.plan.labels import label


class Cue(Part):
    """One subtitle: from when to when, in seconds of the film, and its lines."""

    start: Seconds = Field(0.0, json_schema_extra=label("From, seconds"))
    end: Seconds = Field(0.0, json_schema_extra=label("To, seconds"))
    text: Line = Field("", json_schema_extra=label("Subtitle", help="two lines at most", said="number"))


class Subtitles(Part):
    """Two tracks, so that one member writes the Russian while another writes the English."""

    ru: Annotated[list[Cue], Field(max_length=200)] = Field(
        default_factory=list, json_schema_extra=label("Russian subtitles")
    )
    en: Annotated[list[Cue], Field(max_length=200)] = Field(
        default_factory=list, json_schema_extra=label("English subtitles")
    )
