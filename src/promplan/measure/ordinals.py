"""Which one in a row a sentence speaks of: "third", "3rd", «пятый», «5-й»; not how many."""

import re
from functools import lru_cache

from promplan.measure.clean import clean

FIRST_TO_TWENTIETH = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
)
ENGLISH = FIRST_TO_TWENTIETH.split()
FROM_FIRST = (
    "перв втор трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат "
    "шестнадцат семнадцат восемнадцат девятнадцат двадцат"
)
RUSSIAN = FROM_FIRST.split()
ENDS = r"(?:ый|ий|ой|ая|ое|ье|ья|ьего|ьему|ьим|ьем|ьей|ого|его|ому|ему|ым|им|ом|ем|ую|ью|ые|ых|ыми)"
DIGITS = re.compile(r"(?<![\w.,])(\d{1,4})(?:st|nd|rd|th|-(?:й|я|е|го|му|м|ю|ой|ая|ое|ый))(?!\w)", re.IGNORECASE)
WORD = re.compile(
    rf"(?<![\w-])(?:(?P<en>{'|'.join(ENGLISH)})|(?P<ru>{'|'.join(RUSSIAN)}){ENDS})(?![\w-])", re.IGNORECASE
)


@lru_cache(4096)
def ordinals(text: str) -> frozenset[float]:
    """The places in a row that a sentence tells."""
    text = clean(text).replace("ё", "е")
    found = {float(hit[1]) for hit in DIGITS.finditer(text)}
    for hit in WORD.finditer(text):
        words, word = (ENGLISH, hit["en"]) if hit["en"] else (RUSSIAN, hit["ru"])
        found.add(1.0 + words.index(word.casefold()))
    return frozenset(found)
