"""Long words at the head of narrow columns: where they may be parted, for programs that do not know it themselves."""

import re

from promplan.language import current

VOWELS, CONSONANTS = "аеёиоуыэюя", "бвгджзклмнпрстфхцчшщ"
LONG = re.compile(r"[А-Яа-яЁё]{7,}")
SYLLABLE = re.compile(
    rf"(?<=..[{VOWELS}])(?=[{CONSONANTS}][{VOWELS}].)"
    rf"|(?<=[{VOWELS}][{CONSONANTS}й])(?=[{CONSONANTS}][{VOWELS}].)"
)


def parted(head: str) -> str:
    """A head whose long Russian words may be parted between syllables, where its column is narrow."""
    return LONG.sub(lambda found: SYLLABLE.sub("\u00ad", found.group()), head) if current() == "ru" else head
