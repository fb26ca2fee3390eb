"""The names in the zip that Moodle makes of an assignment's submissions ("Download all submissions").

Each submission is a folder `WHO_NUMBER_assignsubmission_file/…`; with an `_` at its end in older versions, and a prefix
of each file's name where folders are turned off. WHO is a student's name, "Participant" where marking is blind, the
group where teams hand in (in older versions the group, a hyphen and a student), or the default group's name.
"""

import re
from dataclasses import dataclass

from promplan.cohort.names import alike

ENTRY = re.compile(
    r"^(?P<who>.{1,300}?)(?:_(?P<number>\d{1,12}))?_assignsubmission_(?P<type>file|onlinetext|comments)(?:_(?P<rest>.*))?$"
)
BLIND = frozenset(map(alike, ("Participant", "Участник")))
NO_GROUP = frozenset(map(alike, ("Default group", "Группа по умолчанию")))


@dataclass(frozen=True)
class Submission:
    """A submission: how Moodle calls whoever handed it in, its number, where its files begin.

    Args:
        key: the same for all of its files. who: a name, or "" where Moodle tells none.
        typed: it was typed into Moodle's page, no file was handed in. path: the file's own name and folders.
    """

    key: str
    who: str
    number: str
    typed: bool
    path: str


def submission(path: str) -> Submission | None:
    """The submission that a file belongs to by its path; None where the path is none of Moodle's."""
    parts = path.split("/")
    for place, part in enumerate(parts):
        if (found := ENTRY.match(part)) is None:
            continue
        rest, who = found["rest"] or "", found["who"]
        if rest and place + 1 < len(parts):
            continue  # a student's own folder that looks like one
        inside = "/".join([rest] if rest else parts[place + 1 :])
        hidden = alike(who) in BLIND | NO_GROUP
        key = f"{who}_{found['number'] or ''}"
        return Submission(key, "" if hidden else who, found["number"] or "", found["type"] != "file", inside)
    return None
