"""Every format that a plan leaves in: its name, its file's ending, what makes it and how it is known again.

A maker takes the whole plan as `promplan.export.whole` tells it and gives the bytes of the file; its module loads when
the format is wanted.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from promplan.export.whole import Whole
from promplan.language import Words, say


@dataclass(frozen=True)
class Format:
    """One format: what it is called and for, and where it is made.

    Args:
        id: as `promplan export PLAN --to id` names it. words: its name on the screen. lead: what it is for.
        file: the file's name, without the ending. ending: the file's ending, without the dot.
        maker: "module:function", from the whole plan to bytes. known: "module:function", are these bytes ours?
    """

    id: str
    words: Words
    lead: Words
    file: Words
    ending: str
    maker: str
    known: str

    def make(self, told: Whole) -> bytes:
        """The bytes of the file."""
        return bytes(_found(self.maker)(told))

    def ours(self, data: bytes) -> bool:
        """Are these the bytes of a file as this format writes it? Only such a one is written over."""
        return bool(_found(self.known)(data))


def _found(name: str) -> Callable[..., Any]:
    module, _, function = name.partition(":")
    found: Callable[..., Any] = getattr(import_module(module), function)
    return found


def _one(id_: str, words: Words, lead: Words, file: Words, ending: str, module: str) -> Format:
    return Format(id_, words, lead, file, ending, f"promplan.export.{module}:made", f"promplan.export.{module}:is_ours")


PLAN = say("media plan")

FORMATS: dict[str, Format] = {
    one.id: one
    for one in (
        _one("pdf", say("The media plan, PDF"), say("to read and to print"), PLAN, "pdf", "plan_pdf"),
        _one("docx", say("The media plan, Word"), say("to change and to comment on"), PLAN, "docx", "plan_docx"),
        _one("pptx", say("The pitch, slides"), say("three minutes, with notes"), say("pitch"), "pptx", "plan_pptx"),
        _one("xlsx", say("The tables, Excel"), say("to count and to filter"), say("tables"), "xlsx", "plan_xlsx"),
        _one("html", say("The media plan, one page"), say("for a phone, without a network"), PLAN, "html", "plan_html"),
        _one("md", say("The media plan, plain text"), say("for a wiki or a letter"), PLAN, "md", "plan_md"),
        _one("json", say("The plan itself"), say("to open again in promplan"), PLAN, "json", "plan_json"),
    )
}
