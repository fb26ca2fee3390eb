"""Every format that a plan leaves in: its name, its file's ending, what makes it and how it is known again.

A maker takes the whole plan as `promplan.export.whole` tells it and gives the bytes of the file, or those of several
files by their names; its module loads when the format is wanted.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from promplan import language
from promplan.export.wanted import READERS, Reader, Wanted
from promplan.export.whole import Whole
from promplan.extras import needed
from promplan.language import Words, say, say_in
from promplan.language.typesetting import unset
from promplan.text.filenames import file_name

EVERYBODY: frozenset[Reader] = frozenset(READERS)
MARKS: dict[Reader, Words] = {  # what a file for one reader is called after
    "press": say_in("name of a file for a reader", "press"),
    "engineer": say_in("name of a file for a reader", "engineer"),
    "safety": say_in("name of a file for a reader", "safety"),
    "partner": say_in("name of a file for a reader", "partner"),
}
DRAFT = say_in("name of a file", "draft")


@dataclass(frozen=True)
class Format:
    """One format: what it is called and for, and where it is made.

    Args:
        id: as `promplan export PLAN --to id` names it. words: its name on the screen. lead: what it is for.
        file: the file's name, without the ending. ending: the file's ending, without the dot.
        maker: "module:function", from the whole plan to bytes. known: "module:function", are these bytes ours?
        waits: do errors of the review hold it up? Not a paper by which errors are cured.
        readers: whose it is.
    """

    id: str
    words: Words
    lead: Words
    file: Words
    ending: str
    maker: str
    known: str
    waits: bool = True
    readers: frozenset[Reader] = EVERYBODY

    def make(self, told: Whole) -> bytes:
        """The bytes of the file, where the format is one file."""
        return bytes(_found(self.maker)(told))

    def files(self, told: Whole) -> Mapping[str, bytes]:
        """Every file of the format by its name, in the interface language."""
        made = _found(self.maker)(told)
        if isinstance(made, Mapping):
            return {f"{name}.{self.ending}": bytes(data) for name, data in made.items()}
        return {self.name(told.wanted): bytes(made)}

    def name(self, wanted: Wanted) -> str:
        """The file's name in the interface language; a view for one reader is called so, and a draft of what waits."""
        draft = DRAFT if wanted.draft and self.waits else None
        parts = [self.file, *filter(None, (MARKS.get(wanted.reader), draft))]
        named = "-".join(unset(one.into(language.current())) for one in parts)
        return f"{file_name(named, self.id)}.{self.ending}"

    def ours(self, data: bytes) -> bool:
        """Are these the bytes of a file as this format writes it? Only such a one is written over."""
        return bool(_found(self.known)(data))


def _found(name: str) -> Callable[..., Any]:
    module, _, function = name.partition(":")
    with needed():
        found: Callable[..., Any] = getattr(import_module(module), function)
    return found


def _one(id_: str, words: Words, lead: Words, file: Words, ending: str, module: str, **more: Any) -> Format:
    at = f"promplan.export.{module}"
    return Format(id_, words, lead, file, ending, f"{at}:made", f"{at}:is_ours", **more)


def _paper(id_: str, words: Words, lead: Words, file: Words, ending: str, *readers: Reader) -> Format:
    """A paper that exists already: `promplan.export.format_papers` calls its maker."""
    at, name = "promplan.export.format_papers", id_.replace("-", "_")
    return Format(
        id_,
        words,
        lead,
        file,
        ending,
        f"{at}:{name}",
        f"{at}:is_{name}",
        waits=False,
        readers=frozenset(readers) or EVERYBODY,
    )


PLAN = say("media plan")

FORMATS: dict[str, Format] = {
    one.id: one
    for one in (
        _one("pdf", say("The media plan, PDF"), say("to read and to print"), PLAN, "pdf", "plan_pdf"),
        _one("docx", say("The media plan, Word"), say("to change and to comment on"), PLAN, "docx", "plan_docx"),
        _one("pptx", say("The pitch, slides"), say("three minutes, with notes"), say("pitch"), "pptx", "plan_pptx",
             readers=frozenset({"", "press"})),
        _one("xlsx", say("The tables, Excel"), say("to count and to filter"), say("tables"), "xlsx", "plan_xlsx"),
        _one("html", say("The media plan, one page"), say("for a phone, without a network"), PLAN, "html", "plan_html"),
        _one("md", say("The media plan, plain text"), say("for a wiki or a letter"), PLAN, "md", "plan_md"),
        _one("json", say("The plan itself"), say("to open again in promplan"), say("media plan data"), "json",
             "plan_json", readers=frozenset({""})),
        _one("schema", say("The plan's JSON Schema"), say("for a program that reads or writes plans"),
             say("media plan schema"), "json", "plan_schema", waits=False),
        _one("one-page", say("The plan on one page, PDF"), say("for a wall, for a table"), say("one-page plan"), "pdf",
             "paper_one_page"),
        _one("posters", say("The posters, PDF"), say("the chosen ones, with legends and links"), say("posters"), "pdf",
             "paper_posters", readers=frozenset({"", "press", "engineer", "partner"})),
        _one("clearance-letter", say("The clearance letter, PDF"), say("to answer with a pen"),
             say("clearance letter"), "pdf", "paper_clearance", waits=False,
             readers=frozenset({"", "press", "engineer", "safety"})),
        _one("consent-register", say("The consent register, PDF"), say("who agreed to what, until when"),
             say("consent register"), "pdf", "paper_consents", waits=False, readers=frozenset({"", "press"})),
        _paper("ics", say("The calendar, for a phone"), say("days of publishing, with reminders"),
               say("calendar"), "ics"),
        _paper("csv", say("The calendar, a table"), say("for any other program"), say("calendar"), "csv"),
        _paper("srt", say("Subtitles, SRT"), say("a file for each film and language"), say("captions"), "srt",
               "", "press", "engineer", "safety"),
        _paper("vtt", say("Subtitles, VTT"), say("the same for a page on the web"), say("captions"), "vtt",
               "", "press", "engineer", "safety"),
        _paper("call-sheet", say("The call sheet, PDF"), say("for the gate, in everybody's hand"),
               say("call-sheet"), "pdf", "", "press", "safety"),
        _paper("consents", say("Consent forms, PDF"), say("for whoever has not signed yet"),
               say("consents"), "pdf", "", "press"),
        _paper("clearance-xlsx", say("The clearance request, Excel"), say("every line that needs a word"),
               say("clearance-request"), "xlsx", "", "press"),
        _paper("clearance-docx", say("The clearance request, Word"), say("the same as forms"),
               say("clearance-request"), "docx", "", "press"),
        _one("portfolio", say("The portfolio"), say("what has consent"), say("portfolio"), "html", "portfolio",
             readers=frozenset({""})),
    )
}  # fmt: skip
