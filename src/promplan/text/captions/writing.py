"""Captions written as SRT or VTT; either is read back as the same cues."""

import re
from collections.abc import Iterable

from promplan.text.captions.cue import Captions, Cue, Format

NOT_INSIDE = re.compile(r"\n\s*\n")  # an empty line would end the cue


def written(captions: Captions | Iterable[Cue], format: Format | None = None) -> str:
    """The file as text, to be stored in UTF-8; `format` is that of the captions where it is not given, else SRT.

    SRT counts its cues anew and has → for an arrow in a text, which would be read as times. What a VTT has beside its
    cues stays at its place in VTT and falls away in SRT, which has no place for it; `Captions.unread` is not written.
    """
    whole = captions if isinstance(captions, Captions) else Captions(tuple(captions))
    return _vtt(whole) if (format or whole.format) == "vtt" else _srt(whole)


def _srt(whole: Captions) -> str:
    parts = []
    for n, cue in enumerate(whole.cues, 1):
        text = _lines(cue.text).replace("-->", "→")
        parts.append(f"{n}\n{_time(cue.start, ',')} --> {_time(cue.end, ',')}\n{text}\n\n")
    return "".join(parts)


def _vtt(whole: Captions) -> str:
    apart: dict[int, list[str]] = {}
    for one in whole.passages:
        apart.setdefault(one.before, []).append(f"{one.text}\n\n")
    parts = [f"WEBVTT {whole.header}".rstrip() + "\n\n"]
    kept = whole.format == "vtt"
    for n, cue in enumerate(whole.cues):
        parts += apart.get(n, ())
        name = f"{cue.name}\n" if kept and cue.name else ""
        where = f" {cue.settings}" if kept and cue.settings else ""
        text = _lines(cue.text).replace("-->", "--&gt;")
        parts.append(f"{name}{_time(cue.start, '.')} --> {_time(cue.end, '.')}{where}\n{text}\n\n")
    parts += [text for before, texts in apart.items() if before >= len(whole.cues) for text in texts]
    return "".join(parts)


def _time(seconds: float, point: str) -> str:
    """00:01:02,345; what lies before the film begins is its beginning."""
    thousandths = max(0, round(seconds * 1000))
    whole, part = divmod(thousandths, 1000)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}{point}{part:03}"


def _lines(text: str) -> str:
    return NOT_INSIDE.sub("\n", text.strip("\n").replace("\r\n", "\n").replace("\r", "\n"))
