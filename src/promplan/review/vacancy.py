"""Is work offered to minors, is anybody wanted by sex or age? What is certain, and what rests on reading words.

Certain is a vacancy's own word (wanted, hired, «требуются») beside a sex, an age or minors; an invitation, pay, a call
to join is read. An excursion, a practice, the college and a trade that comes later are no job.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from promplan.review.young import ADULT, ages, minors
from promplan.text.morphology import tokens
from promplan.text.normal import normal
from promplan.text.patterns import Hit, contains, kinds
from promplan.text.stems import stems

NEAR = 4  # tokens between a negation and what it denies

CLAUSE = re.compile(r"[,()]|(?<=\D)\s[–—-]\s(?=\D)")
TENS = (
    r"(?:двадцати|тридцати|сорока|пятидесяти|шестидесяти)(?:[\s-](?:одного|двух|тр[её]х|четыр[её]х|пяти|шести|семи|"
    r"восьми|девяти))?|(?:twenty|thirty|forty|fifty|sixty)(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine))?"
)
YEARS = rf"(?:(?<!\d)(?:1[4-9]|[2-7]\d)(?!\d)|\b(?:{TENS})\b)"
SPAN = rf"{YEARS}(?:\s*(?:[-–—]|to|and|до)\s*{YEARS})?"
AGE = re.compile(
    rf"\b(?:age[sd]?|возраст\w*)\b[^\d.]{{0,20}}{SPAN}"
    rf"|(?:\b(?:under|up to|over|above|from|(?:not |no )?(?:younger|older) than)\s+)?{SPAN}[-\s]*"
    r"(?:years?[-\s]olds?\b|years?\sof\sage\b)"
    rf"|\b(?:under|past|over|up to|(?:not |no )?(?:younger|older) than)\s+{YEARS}"
    r"(?=\s*(?:$|[.!?)]|years\b|wanted\b|required\b|needed\b|sought\b|who\b|please\b))"
    rf"|(?:\bот\s+)?{YEARS}\s*(?:[-–—]|до)\s*{YEARS}\s*лет\b"
    rf"|\b(?:max\.?|maximum|at most|no more than|макс\.?|максимум|не более)\s+{YEARS}\s*(?:years?|лет)\b"
    rf"|\b(?:до|от|не старше|не моложе|старше|моложе|младше)\s+{YEARS}\s*(?:лет|года?)\b"
    rf"|\b(?:не старше|моложе|младше)\s+{YEARS}(?=\s*(?:$|[.!?)]))"
    rf"|\b(?:до|лет до|после)\s+(?:{TENS})\b(?=\s*(?:$|[.,!?)]))",
    re.IGNORECASE,
)
BESIDE = re.compile(r"(?:(?<!looking )\bfor|\bfrom|\bamong|\bдля|\bот|\bу|\bсреди)\s+(?:\w+\s+)?$", re.IGNORECASE)
# «Грузчик (муж., 25–40 лет)», "Packer, female, under 30": a trade with a sex or an age behind it, and no more
TAG = re.compile(
    rf"^[^\W\d][\w\s-]{{2,40}}(?:\s?[(,:]|\s[–—-])\s*(?:(?P<sex>муж(?:чин\w*)?\.?|жен(?:щин\w*)?\.?|девушк\w+|"
    rf"юнош\w+|парн\w+|men|man|male|women|woman|female|m|f|м|ж)\b\.?"
    rf"(?:[\s,;]+(?:(?:от|до|aged?|under|up to|over)\s+)?(?:{SPAN})?(?:\s*(?:лет|years?(?: old)?|г\.))?)?"
    rf"|(?:(?:от|до|aged?|under|up to)\s+)?{YEARS}(?:\s*(?:[-–—]|to|до)\s*{YEARS})?\s*(?:лет|"
    rf"years?(?: old)?))\s*\)?\s*[.!]?$",
    re.IGNORECASE,
)
# «Кладовщица, 30–45 лет, без детей», "Welder (m), repair crew": a trade, its tag, and more behind it
TAGGED = re.compile(
    rf"^(?P<trade>[^\W\d][\w\s-]{{2,40}}?)(?:\s?[(,:]|\s[–—-])\s*(?:муж(?:чин\w*)?\b\.?|жен(?:щин\w*)?\b\.?|девушк\w+|"
    rf"юнош\w+|пар(?:ень|н\w+)\b|(?:young\s)?(?:men|man|male|women|woman|female|lady|girl|lad)\b|[mfмж](?=\s?[),])|"
    rf"(?:(?:от|до|aged?|of|under|up to)\s+)?{YEARS}(?:\s*(?:[-–—]|to|до)\s*{YEARS})?\s*(?:лет|years?(?: old)?)\b)",
    re.IGNORECASE,
)
# "Under thirty? The works wants you": whom one calls by their years
CALLED_AGE = re.compile(
    rf"^\W*(?:(?:are|if) you(?:'re| are)?\s+|(?:если\s+)?(?:вам|тебе)\s+|ты\s+|вы\s+)?(?:still\s+|ещё\s+|еще\s+)?"
    rf"(?:under|over|up to|between|not yet|младше|моложе|старше|нет|до|от)\s+{SPAN}[^.!?,]{{0,12}}[?,]",
    re.IGNORECASE,
)
ASKED = re.compile(
    r"(?<![\d.,№])(1[3-7])(?:\s*(?:[-–—]|to|and|or|или|и)\s*1[3-8])?\s*\?"
    r"|\b(?:тебе|вам|мне|сыну|дочери|ему|ей|"
    r"are you|you are|you're|i am|i'm|(?:son|daughter|he|she) is|turned|"
    r"исполнилось|есть|with|from|at|aged?|с|в|already|"
    r"уже)\s+(?:уже\s+|already\s+|only\s+|the age of\s+)?"
    r"(?<!\d)(1[3-7])(?![\d:%]|[.,]\d|\s*(?:\d|%|[a-zа-я]*(?:o.clock|час|"
    r"minute|минут|человек|people|мест|places|марта|мая|июн|июл|апрел|янв|фев|авг|сен|окт|ноя|дек|jan|feb|mar|"
    r"apr|may|jun|jul|aug|sep|oct|nov|dec|am\b|pm\b|h\b|до\b|to\b)))",
    re.IGNORECASE,
)

ONCE = re.compile(
    r"\b(?:he|she|our \w+|who|[A-Z]\w+) (?:first )?(?:came|started|joined|began|was (?:hired|taken on))"
    r"\b.*\b(?:at|aged|when)\b"
)
SPOKEN_TO = re.compile(r"\byou(?:r|rself)?\b|[?!]", re.IGNORECASE)
AGENT = ("щик", "щица", "чик", "чица", "keeper", "man", "woman", "smith", "hand")
TELLS = frozenset({"is", "are", "was", "were", "has", "have", "had", "work", "works", "became", "can", "may"})
COUNTED = frozenset(
    {
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "twelve",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "hundred",
        "of",
        "most",
        "many",
        "some",
        "our",
        "the",
        "these",
        "those",
        "all",
    }
)
YOU = frozenset({"ты", "тебя", "тебе", "тобой", "вы", "вас", "вам", "вами", "твой", "твоя", "ваш", "ваша"})


class Offer(NamedTuple):
    """The words of an offer, and is it certain that it is one?"""

    words: str
    certain: bool


# -- work for minors


@lru_cache(4096)
def work(text: str, *, here: bool = False) -> Offer | None:
    """The words by which work is offered; a trade that comes later, a visit and a *no* before it offer none.

    Args:
        here: must it be said that it is at the works, where money alone is spoken of?
    """
    found = kinds(text, "vacancy")
    if hire := _meant(found, "hire"):
        return Offer(hire.words, True)
    ours = found.keys() & {"work", "become", "take", "here"} or not (here or found.get("visit"))
    if ours and not found.get("later") and (pay := _meant(found, "pay")):
        return Offer(pay.words, False)
    if not found.get("later") and not found.get("visit") and (called := _meant(found, "work", "become")):
        return Offer(called.words, False)
    return None


@lru_cache(4096)
def tempting(text: str) -> Offer | None:
    """Money, or a trade from now on: what is meant for minors where nobody but minors is addressed."""
    found = kinds(text, "vacancy")
    if found.keys() & {"later", "visit", "grown"} or not (hit := _meant(found, "pay", "become")):
        return None
    return Offer(hit.words, False)


def _meant(found: Mapping[str, tuple[Hit, ...]], *wanted: str) -> Hit | None:
    """The first phrase of these kinds that no negation stands before."""
    for hit in (hit for kind in wanted for hit in found.get(kind, ())):
        if not any(0 <= hit.first - no.last <= NEAR for no in found.get("no", ())):
            return hit
    return None


@lru_cache(4096)
def to_minors(text: str) -> Offer | None:
    """Work that a text offers to those whom it addresses, who are under 18 by its own words."""
    found = kinds(text, "vacancy")
    young = minors(text) or (bool(ASKED.search(normal(text).text)) and "asked")
    if not (young or "season" in found) or found.get("grown") or _told(text):
        return None
    offer = work(text)
    if offer is None:
        return None
    return Offer(offer.words, offer.certain and bool(young) and not found.get("visit"))


def _told(text: str) -> bool:
    """Is it the story of one who came as a boy, and no call: the past, and nobody spoken to?"""
    said = tokens(text)
    if not any(one.script == "ru" for one in said):
        return bool(ONCE.search(text)) and not SPOKEN_TO.search(text)
    past = any(one.has("VERB", "past", "sing") and not one.has("NOUN") for one in said)
    return past and not any(
        one.has("impr")
        or one.has("VERB", "2per")
        or one.has("VERB", "1per", "plur")
        or one.form in YOU
        or one.text == "?"
        for one in said
    )


def offered_on_a_card(texts: Iterable[str]) -> Offer | None:
    """Work that the plant offers to those of a card whose people are under 18: money alone is no offer of the plant."""
    told = list(texts)
    taken = any("take" in kinds(text, "vacancy") for text in told)
    for text in told:
        found = kinds(text, "vacancy")
        offer = work(text, here=True)
        if offer is None or "grown" in found or ("later" in found and not offer.certain):
            continue
        if offer.certain or "here" in found or taken:
            return offer
    if taken and (paid := next((it for text in told if (it := _meant(kinds(text, "vacancy"), "pay"))), None)):
        return Offer(paid.words, False)
    return None


# -- wanted by sex or age


@lru_cache(8192)  # a register of 300 facts is read at every keystroke, and one of them has changed
def asks(text: str) -> bool:
    """Might it ask for people at all? Quicker than to read it clause by clause."""
    found = kinds(text, "vacancy")
    return bool(found.keys() & {"wanted", "invited", "soft", "hire", "work", "become", "pay", "bar", "take"}) or bool(
        TAG.match(text.strip()) or any(TAGGED.match(one.strip()) for one in text.splitlines())
    )


@lru_cache(4096)
def by_sex_or_age(sentence: str) -> Offer | None:
    """The words by which a sentence asks for men, women or an age; None if it does not."""
    found = kinds(sentence, "vacancy")
    asked = found.get("wanted") or (found.get("invited") and not found.get("visit"))
    if asked and (words := _asked_for(sentence, found)):
        return Offer(words, True)
    if found.get("visit"):
        return None
    if (tag := TAG.match(sentence.strip())) and not _of_age(tag[0]) and "share" not in found:
        return Offer(tag[0], False)
    men, women = found.get("men", ()), found.get("women", ())
    both = {"men", "women"} <= found.keys()
    if (
        not both
        and (tag := TAGGED.match(sentence.strip()))
        and not _of_age(tag[0])
        and _advertised(sentence, tag["trade"])
    ):
        return Offer(tag[0], False)
    if "care" in found and not found.keys() & {"hire", "wanted"}:
        return None
    if bar := found.get("bar"):
        return Offer(bar[0].words, False)
    if men and women:
        return None
    for hit in found.get("soft", ()):
        if not _of_age(hit.words):
            return Offer(hit.words, False)
    if found.keys() & {"hire", "work", "become", "pay", "take"} and not found.get("later"):
        if (called := CALLED_AGE.match(sentence)) and not _of_age(called[0]):
            return Offer(called[0].rstrip("?, "), False)
        for sex in (*men, *women):
            if _called(sentence, sex):
                return Offer(sex.words, False)
        for one in ages(sentence):
            if one.high is not None and one.high > ADULT and found.keys() & {"hire", "work", "become", "pay"}:
                return Offer(one.words, False)
    return None


def _advertised(sentence: str, trade: str) -> bool:
    """Is a trade's name all that stands before the tag, and nothing said of it: no verb but a call?"""
    head, said = tokens(trade), tokens(sentence)
    agent = any(contains([one], "vacancy", "trade") or one.form.endswith(AGENT) for one in head)
    told = any((one.has("VERB") and not one.has("impr")) or one.form in TELLS for one in said)
    return agent and not told and "share" not in kinds(sentence, "vacancy")


def answers(question: str, answer: str) -> Offer | None:
    """The words by which an answer names a sex or an age, where the question is whom the plant takes."""
    if "whom" not in kinds(question, "vacancy") or AGE.search(question):
        return None
    first = answer.strip().split(". ")[0]
    found = kinds(first, "vacancy")
    men, women = found.get("men", ()), found.get("women", ())
    if bool(men) != bool(women) and not kinds(question, "vacancy").keys() & {"men", "women"}:
        return Offer((men or women)[0].words, False)
    hit = AGE.search(first)
    if hit and not found.get("no") and not _of_age(hit[0]):
        return Offer(hit[0].strip(), False)
    return None


def calls_somebody(sentence: str) -> bool:
    """Does it begin by calling men or women, or people of an age: «Девушки, …», "Lads! …", "Under thirty?"?"""
    if CALLED_AGE.match(sentence):
        return True
    found, said = kinds(sentence, "vacancy"), tokens(sentence)
    sexes = [one for sex in ("men", "women") for one in found.get(sex, ())]
    return len(sexes) == 1 and any(
        one.first <= 1 and one.last + 1 < len(said) and said[one.last + 1].text in ",!?" for one in sexes
    )


def _called(sentence: str, sex: Hit) -> bool:
    """Are they called to do it: by the sentence's first words, a mark behind them, or a Russian imperative?"""
    said = tokens(sentence)
    if sex.first > 3 or any(one.script == "number" or one.form in COUNTED for one in said[: sex.first]):
        return False
    ahead = said[sex.last + 1 : sex.last + 9]
    if ahead and ahead[0].text in ",!:?":
        return True
    if said[sex.last].script == "ru":
        return any(one.has("impr") or one.has("VERB", "2per") for one in said)
    return bool(ahead) and ahead[0].form not in TELLS and any(one.text in ",!:?" for one in ahead)


def _asked_for(sentence: str, found: Mapping[str, tuple[Hit, ...]]) -> str:
    clauses = list(_clauses(sentence))
    asked = [*found.get("wanted", ()), *found.get("invited", ())]

    def asking(start: int, end: int) -> bool:
        """Does this part ask itself, or add a word or an age to what another part asks for?"""
        part = sentence[start:end]
        own = any(start <= hit.start < end for hit in asked) or AGE.search(part)
        said = re.findall(r"[^\W\d_]+", part)
        begins = kinds(" ".join(said[:1]), "vacancy").keys() & {"men", "women"}  # девушка приятной внешности
        return bool(own) or len(said) <= (4 if begins else 2)

    open_ = [(start, end) for start, end in clauses if asking(start, end)]
    men, women = (
        [hit for hit in found.get(sex, ()) if any(a <= hit.start < b for a, b in open_) and _of(sentence, hit)]
        for sex in ("men", "women")
    )
    if bool(men) != bool(women):  # who names both sexes shuts out nobody
        return (men or women)[0].words
    for start, end in clauses:
        part = sentence[start:end]
        if (hit := AGE.search(part)) and not stems("not-age").search(part) and not _of_age(hit[0]):
            return hit[0].strip()
    return ""


def _clauses(sentence: str) -> Iterable[tuple[int, int]]:
    start = 0
    for mark in CLAUSE.finditer(sentence):
        yield start, mark.start()
        start = mark.end()
    yield start, len(sentence)


def _of(sentence: str, hit: Hit) -> bool:
    """Is it they who are wanted? Not in *a room for women*; but *a vacancy for women* is one."""
    before = sentence[: hit.start]
    return not BESIDE.search(before) or "hire" in kinds(before, "vacancy")


def _of_age(text: str) -> bool:
    """Eighteen is the law's own limit: to ask for adults, or to keep minors from a press, shuts out nobody else."""
    return {int(number) for number in re.findall(r"\d+", text)} == {ADULT}


def wanted_on_a_card(segment: str, texts: Iterable[str]) -> Offer | None:
    """One sex in the segment, and a job at the works for it; a segment to think of is no vacancy."""
    found = kinds(segment, "vacancy")
    men, women = found.get("men", ()), found.get("women", ())
    if bool(men) == bool(women):
        return None
    for text in (segment, *texts):
        said = kinds(text, "vacancy")
        ours = said.keys() & {"here", "take", "wanted"} or text is not segment
        if ours and not said.keys() & {"visit", "later"} and _meant(said, "hire", "wanted", "work"):
            return Offer((men or women)[0].words, False)
    return None
