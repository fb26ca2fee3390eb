"""Reading ease after Flesch, in English and in Russian: long sentences and long words make a text hard.

English: R. Flesch, A new readability yardstick, 1948. Russian: 1.3 and 60.1, the weights that are most often printed
and go round under the name of I. Oborneva; the literature gives hers of 2006 as 206.836, 1.52 and 65.14, which score
some fifteen lower, so a floor for one does not fit the other. The bands in words are Flesch's, borrowed for Russian.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from promplan.language import Words, say
from promplan.text.lengths import CYRILLIC, LATIN, sentences, words

COEFFICIENTS = {"en": (206.835, 1.015, 84.6), "ru": (206.835, 1.3, 60.1)}
VOWELS = re.compile("[аеёиоуыэюяіїєў]", re.IGNORECASE)
GROUPS = re.compile("[aeiouyà-æè-ïò-öù-ý]+")

# vowels that are written together and spoken apart; but -tia-, -cia-, -gio- and the like are one syllable
APART = re.compile(
    r"(?<![tcsg])i[aou]|iet|(?<!q)u[ae]l|eo(?![pu])|eum|oe[mt]|[ei]a$|^(?:re)?crea|^react|[aeiou]ing$"
    r"|y[eo](?=[rn])|yee|(?<=[ao])ya|ien[ct]"
)
INNER = re.compile(r"^(som|lif|tim|hom|whol|saf|for(?=e[mch]))e(?=[^aeiouydrsn])")  # something, foreman


@dataclass(frozen=True)
class Readability:
    """Reading ease of a text with what it was computed from; `words` are those with letters."""

    language: str
    score: float
    sentences: int
    words: int
    syllables: int

    @property
    def printed(self) -> str:
        """The score as a whole number under a true minus: a heap of long words scores less than nothing."""
        return str(round(self.score)).replace("-", "−")

    @property
    def means(self) -> Words:
        """The score in words, after Flesch's bands."""
        bands = (
            (80, say("easy to read")),
            (60, say("not hard to read")),
            (50, say("a little hard to read")),
            (30, say("hard to read")),
        )
        return next((word for low, word in bands if self.score >= low), say("very hard to read"))


def formula(asl: float, asw: float, language: str) -> float:
    """Reading ease from `asl` words a sentence and `asw` syllables a word; KeyError for a third language."""
    base, sentence, word = COEFFICIENTS[language]
    return base - sentence * asl - word * asw


@lru_cache(2048)
def flesch(text: str, language: str | None = None) -> Readability | None:
    """Reading ease of `text`, or None without a word; the language is the text's own alphabet unless it is given.

    Numbers are left out: how they are spoken, the text does not say. Every word's syllables are counted after its
    own alphabet, so a foreign name does not spoil a score. English syllables are an estimate.
    """
    spoken = [one for one in words(text) if re.search(f"[{LATIN}{CYRILLIC}]", one)]
    if not spoken:
        return None
    if language is None:
        russian = sum(map(len, re.findall(f"[{CYRILLIC}]+", text)))
        latin = sum(map(len, re.findall(f"[{LATIN}]+", text)))
        language = "ru" if russian > latin else "en"
    said = max(1, sum(1 for one in sentences(text) if re.search(f"[{LATIN}{CYRILLIC}]", one)))
    n = sum(map(syllables, spoken))
    return Readability(language, formula(len(spoken) / said, n / len(spoken), language), said, len(spoken), n)


def syllables(word: str) -> int:
    """Syllables of a word: in Russian its vowels (none in «в»); in English an estimate from groups of vowels."""
    if re.search(f"[{CYRILLIC}]", word):
        return len(VOWELS.findall(word))
    return sum(map(_english, re.findall(f"[{LATIN}]+", re.sub(r"['’]s?\b", "", word.casefold()))))


def _english(word: str) -> int:
    if len(word) <= 3:
        return 1
    spoken = _without_silent_end(INNER.sub(r"\1", word))
    return max(1, len(GROUPS.findall(spoken)) + len(APART.findall(spoken)))


def _without_silent_end(word: str) -> str:
    """machine → machin, makes → mak, pressed → press, unique → uniq; table, presses and started keep theirs."""
    if re.search(r"(?<![sxzcg])(?<!ch)(?<!sh)es$", word):
        word = word[:-1]
    if re.search(r"[^aeiouylr]led$|[^aeiouy]red$|[td]ed$|[^aeiouylr]le$", word):
        return word
    return re.sub(r"(?<=[qg])ue$|(?<![aeiou])ed?$", "", word)
