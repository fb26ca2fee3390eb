"""Captions: SRT and VTT read and written, checked against dated rules, and made from a script.

`read` takes a file's bytes and loses nothing; `written` gives the file back; `faults` says what is wrong with which cue
and the smallest mend; `cues_of` makes cues from words that are spoken.
"""

from promplan.text.captions.cue import Captions, Cue, Passage, Unread
from promplan.text.captions.faults import Fault, faults
from promplan.text.captions.reading import read
from promplan.text.captions.rules import Rules, rules
from promplan.text.captions.splitting import cues_of
from promplan.text.captions.wrapping import wrapped
from promplan.text.captions.writing import written

__all__ = [
    "Captions",
    "Cue",
    "Fault",
    "Passage",
    "Rules",
    "Unread",
    "cues_of",
    "faults",
    "read",
    "rules",
    "wrapped",
    "written",
]
