"""A file that leaves the plan at one press: its name on the screen, what it is for, how it is made and known again."""

from collections.abc import Callable
from dataclasses import dataclass

from promplan.language import Words
from promplan.language.typesetting import unset
from promplan.plan.document import Plan


@dataclass(frozen=True)
class Paper:
    """One paper: its name on the screen, what it is for, its file's name, how it is made and known again."""

    words: Words
    lead: Words
    file: Words
    ending: str
    make: Callable[[Plan], bytes]
    ours: Callable[[bytes], bool]

    def name(self, speech: str) -> str:
        """The file's name in a language."""
        return f"{unset(self.file.into(speech))}.{self.ending}"
