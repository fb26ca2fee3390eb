"""The papers that have makers of their own, as formats: calendar, captions, call sheet, consents, clearance request."""

from collections.abc import Callable, Mapping
from hashlib import sha256

from promplan import language
from promplan.export.calendar_files import FILES
from promplan.export.visit_papers import PAPERS
from promplan.export.whole import Whole
from promplan.language import Problem, say
from promplan.plan.document import Plan
from promplan.text.captions import Cue, written
from promplan.text.captions.cue import Format
from promplan.text.filenames import file_name

Made = Callable[[Whole], bytes]
NOTE = b"NOTE promplan "


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
                found[name] = _signed(written(cues, kind).encode("utf-8", "replace"), kind)
    if not found:
        raise Problem(say("There is no caption to write yet."))
    return found


def is_srt(data: bytes) -> bool:
    """Are these captions as they were written here? What somebody has mended since is theirs."""
    words, _, mark = data.rpartition(b"\n\n")
    return bool(words) and mark == _unseen(words + b"\n\n")


def is_vtt(data: bytes) -> bool:
    """The same of a VTT."""
    words, _, mark = data.rpartition(NOTE)
    return data.startswith(b"WEBVTT") and bool(mark) and mark == _sum(words).encode() + b"\n"


def _signed(words: bytes, kind: Format) -> bytes:
    """Captions with a mark by which they are known again: a note in a VTT; an SRT has no place for a word of ours."""
    return words + (NOTE + _sum(words).encode() + b"\n" if kind == "vtt" else _unseen(words))


def _sum(words: bytes) -> str:
    return sha256(words).hexdigest()[:8]


def _unseen(words: bytes) -> bytes:
    """A last line of spaces and tabs, which every player passes over."""
    return f"{int(_sum(words), 16):032b}\n".replace("0", " ").replace("1", "\t").encode()
