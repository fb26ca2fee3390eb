"""What is wanted of an export: for which reader, on which day, as a draft or as the plan itself."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from promplan.language import Words, say_in

Reader = Literal["", "press", "engineer", "safety", "partner"]

READERS: dict[Reader, Words] = {
    "": say_in("reader of an export", "everybody"),
    "press": say_in("reader of an export", "press officer"),
    "engineer": say_in("reader of an export", "engineer"),
    "safety": say_in("reader of an export", "safety officer"),
    "partner": say_in("reader of an export", "partner: school, museum, medium"),
}


@dataclass(frozen=True)
class Wanted:
    """What is wanted: `on` is the plan's today, at which the review looks; a `draft` says so on every page.

    Without `figures` nothing is drawn: sections are their words and tables.
    """

    on: date
    reader: Reader = ""
    draft: bool = False
    figures: bool = True
