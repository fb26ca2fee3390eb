"""A file of captions read: SRT or VTT in any usual encoding; what cannot be read is said with its line, the rest kept.

Libraries for it were tried on broken files: one stops at the first fault, one takes 99 seconds for a time and drops
what it cannot read, one puts a cue with broken times into the text of the one before; none says a line. So a few rules
of our own, of which the first is that every line of the file is somewhere in the answer.
"""

import re

from promplan.language import Problem, Words, say
from promplan.text.captions.cue import Captions, Cue, Format, Passage, Unread
from promplan.text.encodings import decoded

LARGEST = 30_000_000  # bytes: ten times the captions of a long film with every mark that there is
TIME = r"(?:(\d{1,3}):)?(\d{1,3}):(\d{1,3})(?:[.,](\d{1,9}))?"
TIMES = re.compile(rf"[ \t]*{TIME}[ \t]*-->[ \t]*{TIME}(?:[ \t]+(?P<settings>\S[^\n]*?))?[ \t]*$")
# what was meant for times: two of them and an arrow of some kind, or an arrow and nothing but digits around it
MEANT = re.compile(
    r"[ \t]*[-\d][\d:.,;\-]*[ \t]*(?:-{1,3}>|[–—→]>?|=+>|--+)[ \t]*[-\d][\d:.,;]*|[ \t]*-->|[^\n]*\d[^\n]{0,12}-->"
)
BLOCK = re.compile(r"(?:NOTE|STYLE|REGION)(?:[ \t]|$)")
NUMBER = re.compile(r"[ \t]*\d{1,9}[ \t]*$")


def read(data: bytes | str) -> Captions:
    """The captions of a file; a text is taken as it stands.

    Raises:
        Problem: larger than 30 MB, or a file with zero bytes in it that is no text.
    """
    if len(data) > LARGEST:
        raise Problem(
            say("The file has {n} MB, and captions have less than 30. Choose the .srt.", n=len(data) // 10**6)
        )
    text, encoding = (data, "utf-8") if isinstance(data, str) else decoded(data)
    if "\x00" in text[:4000]:
        raise Problem(say("This file is no text. Choose a file of captions: .srt or .vtt."))
    lines = re.split(r"\r\n|\n|\r", text.removeprefix("\ufeff"))
    is_vtt = bool(re.match(r"WEBVTT(?:[ \t]|$)", lines[0]))
    return _Reader(lines, "vtt" if is_vtt else "srt", encoding).captions()


class _Reader:
    """Goes through the lines once, from one line of times to the next."""

    def __init__(self, lines: list[str], format: Format, encoding: str) -> None:
        self.lines, self.format, self.encoding = lines, format, encoding
        self.cues: list[Cue] = []
        self.unread: list[Unread] = []
        self.remarks: list[Unread] = []
        self.passages: list[Passage] = []

    def captions(self) -> Captions:
        first, header = 0, ""
        if self.format == "vtt":
            first, header = 1, self.lines[0][len("WEBVTT") :].strip()
        heads = [n for n in range(first, len(self.lines)) if self._is_head(n)]
        begins = [self._begin(n, first) for n in heads]
        self._before(first, begins[0] if begins else len(self.lines))
        for at, head in enumerate(heads):
            self._cue(begins[at], head, begins[at + 1] if at + 1 < len(heads) else len(self.lines))
        found = (self.cues, self.format, self.unread, self.remarks, self.passages)
        cues, format, unread, remarks, passages = found
        return Captions(tuple(cues), format, tuple(unread), tuple(remarks), tuple(passages), header, self.encoding)

    def _is_head(self, n: int) -> bool:
        """Is it a line of times, or one that was meant to be?"""
        line = self.lines[n]
        if "-->" in line:
            return True
        if not ("-" in line or "–" in line or "—" in line or "→" in line or "=" in line) or ":" not in line:
            return False
        return MEANT.match(line) is not None and line.count(":") >= 2

    def _begin(self, head: int, first: int) -> int:
        """Where the cue of these times begins: with its number or its name, if there is one above them."""
        above = head - 1
        if above < first or not self.lines[above].strip() or self._is_head(above):
            return head
        alone = above == first or not self.lines[above - 1].strip()
        if NUMBER.match(self.lines[above]) or (self.format == "vtt" and alone and not BLOCK.match(self.lines[above])):
            return above
        return head

    def _before(self, first: int, end: int) -> None:
        """What stands above the first cue: notes and styles in VTT, in SRT nothing that belongs there."""
        self._kept_apart(first, end, say("There are no times here: 00:00:01,000 --> 00:00:03,500 is how they look."))

    def _cue(self, begin: int, head: int, end: int) -> None:
        name = self.lines[begin].strip() if begin < head else ""
        times = TIMES.match(self.lines[head])
        if times is None or (said := _seconds(times)) is None:
            self.unread.append(Unread(head + 1, self._text(begin, end), _why(self.lines[head], times is not None)))
            return
        text_end = self._text_end(head + 1, end)
        text = self._text(head + 1, text_end)
        settings = (times["settings"] or "").strip()
        cue = Cue(*said, text, name, settings, head + 1)
        if "\n\n" in re.sub(r"\n[ \t]+(?=\n)", "\n", text):
            what = say("There is an empty line inside this caption. What stands under it was kept as its text.")
            self.remarks.append(Unread(head + 1, text, what))
            cue = Cue(*said, re.sub(r"\n\s*\n", "\n", text), name, settings, head + 1)
        self.cues.append(cue)
        self._kept_apart(text_end, end, say("This stands between two captions and belongs to none."))

    def _text_end(self, start: int, end: int) -> int:
        """Where the text ends: in VTT a note may follow, behind an empty line."""
        if self.format == "vtt":
            for n in range(start, end):
                if BLOCK.match(self.lines[n]) and not self.lines[n - 1].strip():
                    return n
        return end

    def _kept_apart(self, start: int, end: int, what: Words) -> None:
        """Blocks that are no cue: a VTT's own are kept as they are, others are said."""
        n = start
        while n < end:
            if not self.lines[n].strip():
                n += 1
                continue
            stop = n
            while stop < end and self.lines[stop].strip():
                stop += 1
            text = self._text(n, stop)
            if self.format == "vtt" and BLOCK.match(self.lines[n]):
                self.passages.append(Passage(len(self.cues), text))
            else:
                self.unread.append(Unread(n + 1, text, what))
            n = stop

    def _text(self, start: int, end: int) -> str:
        return "\n".join(self.lines[start:end]).strip("\n").rstrip()


def _seconds(times: re.Match[str]) -> tuple[float, float] | None:
    """Both times in seconds; None where minutes or seconds go past 59."""
    found = []
    for hours, minutes, seconds, part in (times.groups()[:4], times.groups()[4:8]):
        if int(minutes) > 59 or int(seconds) > 59:
            return None
        whole = int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds)
        found.append(round(whole + float(f"0.{part or 0}"), 3))
    return found[0], found[1]


def _why(line: str, past: bool) -> Words:
    """What is wrong with a line of times, and how it should look."""
    shown = line.strip()[:80]
    if past:
        return say(
            "“{line}”: minutes and seconds go up to 59. Correct the times and add the caption again.", line=shown
        )
    if "-->" not in line:
        return say("“{line}”: between two times there is -->, with spaces around it.", line=shown)
    return say("“{line}”: the times cannot be read. They look like this: 00:00:01,000 --> 00:00:03,500.", line=shown)
