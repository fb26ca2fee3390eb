"""The papers that have makers of their own, as formats: calendar, captions, call sheet, consents, clearance request."""

from collections.abc import Callable, Mapping

from promplan import language
from promplan.export.calendar_files import FILES
from promplan.export.visit_papers import PAPERS
from promplan.export.whole import Whole
from promplan.language import Problem, say
from promplan.plan.document import Plan
from promplan.text.captions import Cue, read, written
from promplan.text.captions.cue import Format
from promplan.text.filenames import file_name

Made = Callable[[Whole], bytes]


def _spoken(told: Whole) -> Plan:
    """The plan, its papers in the language of the export."""
    meta = told.plan.meta.model_copy(update={"language": language.current()})
    return told.plan.model_copy(update={"meta": meta})


def _made(make: Callable[[Plan], bytes]) -> Made:
    return lambda told: make(_spoken(told))


ics, is_ics = _made(FILES["ics"].make), FILES["ics"].ours
csv, is_csv = _made(FILES["csv"].make), FILES["csv"].ours
call_sheet, is_call_sheet = _made(PAPERS["call-sheet"].make), PAPERS["call-sheet"].ours
consents, is_consents = _made(PAPERS["consents"].make), PAPERS["consents"].ours
clearance_xlsx, is_clearance_xlsx = _made(PAPERS["clearance-xlsx"].make), PAPERS["clearance-xlsx"].ours
clearance_docx, is_clearance_docx = _made(PAPERS["clearance-docx"].make), PAPERS["clearance-docx"].ours


def srt(told: Whole) -> Mapping[str, bytes]:
    """A file for each piece and language that has captions."""
    return _captions(told.plan, "srt")


def vtt(told: Whole) -> Mapping[str, bytes]:
    """The same for a page on the web."""
    return _captions(told.plan, "vtt")


def _captions(plan: Plan, kind: Format) -> Mapping[str, bytes]:
    """By a name that says the piece, its id and the language: two pieces may have one title."""
    found = {}
    for one in plan.items:
        for speech in language.LANGUAGES:
            cues = [Cue(it.start, it.end, it.text) for it in getattr(one.subtitles, speech) if it.text.strip()]
            if cues:
                name = f"{file_name(f'{one.id} {one.title}', one.id)}.{speech}"
                found[name] = written(cues, kind).encode("utf-8", "replace")
    if not found:
        raise Problem(say("There is no caption to write yet."))
    return found


def is_srt(data: bytes) -> bool:
    """Are these captions, every line of them? A file of captions has no place where it could say who made it."""
    try:
        found = read(data)
    except Problem:
        return False
    return bool(found.cues) and not found.unread and found.format == "srt"


def is_vtt(data: bytes) -> bool:
    """The same of a VTT."""
    try:
        found = read(data)
    except Problem:
        return False
    return bool(found.cues) and not found.unread and found.format == "vtt"
