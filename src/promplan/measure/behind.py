"""What stands behind a number: its multiplier, its unit or what is counted, and the period or the thing it is for."""

import re
from dataclasses import replace
from functools import lru_cache

from promplan.measure.numerals import multiplier
from promplan.measure.spelling import stem, stops
from promplan.measure.unit import PEOPLE, Unit, bare_multiplier, clean_read, read

PERIOD = re.compile(
    r"(?:/\s?|(?<!\w)(?<!half )(?<!for )(?<!quarter of )"
    r"(?:per|a|an|each|every|в|за|на|каждую|каждый)\s(?:working |calendar |рабоч\w+ |календарн\w+ )?)"
    r"(?P<period>[^\W\d_]+)"
    r"|(?<!\w)(?P<adverb>daily|weekly|monthly|annually|yearly|ежедневно|ежемесячно|ежегодно|еженедельно)(?!\w)",
    re.IGNORECASE,
)
ADVERBS = {
    "daily": "day", "weekly": "week", "monthly": "month", "annually": "year", "yearly": "year", "ежедневно": "day",
    "еженедельно": "week", "ежемесячно": "month", "ежегодно": "year",
}  # fmt: skip
ADJECTIVES = {  # before what is made or used: "annual output", «месячный расход»
    **{"annual": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day", "hourly": "hour"},
    **{"годов": "year", "ежегодн": "year", "месячн": "month", "ежемесячн": "month", "недельн": "week", "дневн": "day"},
    **{"еженедельн": "week", "суточн": "day", "ежедневн": "day", "ежесуточн": "day", "сменн": "shift", "часов": "hour"},
}
FLOW = (
    r"(?:output|production|capacity|consumption|throughput|total|turnover|demand|supply|use|usage|need|shipments?|sales|"
    r"plan|target|rate|yield|volume|tonnage|intake|выпуск\w*|производств\w*|производительност\w*|мощност\w*|расход\w*|"
    r"потреблени\w*|выработк\w*|добыч\w*|отгрузк\w*|план\w*|норм\w*|объ[её]м\w*|выплавк\w*|оборот\w*|потребност\w*|"
    r"задани\w*|сбор\w*|выручк\w*|доход\w*|зарплат\w*|заработ\w*|экономи\w*)"
)
AROUND = re.compile(
    r"(?<!\w)(?:each|every|in an?|in one|in the course of an?|за|в|кажд\w{2}|за кажд\w{2}|в одн\w|за одн\w)\s"
    r"(?:single |working |calendar |full |рабоч\w+ |календарн\w+ |полн\w+ )?(?P<period>[^\W\d_]+)"
    r"|(?<!\w)(?P<adverb>daily|weekly|monthly|annually|yearly|ежедневно|ежемесячно|ежегодно|еженедельно)(?!\w)"
    rf"|(?<!\w)(?P<adjective>{'|'.join(ADJECTIVES)})(?:[а-яё]{{2,3}})?\s(?:[^\W\d_]+\s){{0,2}}?{FLOW}(?!\w)",
    re.IGNORECASE,
)
PERIODS = {"year", "month", "week", "day", "hour", "minute", "shift", "quarter"}
REACH = 6  # words behind a number in which its unit may stand
FOR = re.compile(
    r"(?:\s+(?!per\b|на\s)[^\W\d_][\w-]*){0,4}\s*(?:/|(?<!\w)(?:per|на|for every|for each)\s)\s*(?:кажд\w+\s)?"
    r"(?P<number>10{1,6}(?!\d)\s?)?(?P<unit>[^\W\d_]+(?:-[^\W\d_]+)?[²³23]?\.?)",
    re.IGNORECASE,
)
SIZED = {"long", "wide", "high", "thick", "deep", "diameter", "dia", "bore", "tall", "across"}  # 20 in long
SMALL = {"a", "an", "в", "с", "к"}
STRONG = re.compile(r"-(?:strong|man)(?!\w)", re.IGNORECASE)  # "a 250-strong team"
COMPOUND = re.compile(r"-([^\W\d_]+(?:-[^\W\d_]+)*)")
ADJECTIVE = re.compile(r"(?:ов|ев|н)?(?:ый|ая|ое|ые|ого|ой|ых|ому|ым|ую|ий|яя|ее|ие|их|его|ыми|ом)$")
TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*\.?|[°%‰₽$€£″\"]\S?|[/·^]|\d+|[^\w\s]")


def multiplied(after: str) -> tuple[float, int]:
    """The multipliers behind a number, «тыс.», "million", "k", and their length."""
    factor, at = 1.0, 0
    while (hit := re.match(r"[\s-]?([^\W\d_]+)\.?", after[at:])) is not None:
        by = multiplier(hit[1]) if hit[1].casefold() not in ("dozen", "дюжин") else None
        if by is None and hit[1] in ("k", "K", "к") and hit.start(1) == 0:
            by = 1000.0
        if by is None:
            break
        factor, at = factor * by, at + hit.end()
    return factor, at


@lru_cache(8192)
def unit_after(tail: str) -> tuple[Unit | None, int]:
    """The unit with which the text behind a number begins, and its length."""
    if (strong := STRONG.match(tail)) is not None:
        return Unit(1.0, "piece", (PEOPLE,)), strong.end()
    if (compound := COMPOUND.match(tail)) is not None:
        word = compound[1].replace("-", " ")
        for form in (word, ADJECTIVE.sub("", word)):
            if (unit := read(form)) is not None and not unit.guessed and not bare_multiplier(form):
                return unit, compound.end()
    clause = re.split(r"[,;:!?()«»“”]|\.(?=\s+[A-ZА-ЯЁ])|\s-\s", tail, maxsplit=1)[0]
    words: list[re.Match[str]] = []
    for word in TOKEN.finditer(clause):
        power = word[0] in {"2", "3"} and words and words[-1].end() == word.start()
        if len(words) == REACH or not (word[0][0].isalpha() or word[0][0] in "%°‰₽$€£″/·^" or power):
            break
        words.append(word)
    if not words or (clause[: words[0].start()].strip() and words[0].start()):
        return None, 0
    best = _measured(clause, words)
    if best is not None:
        return best
    return _counted(clause, words)


def _measured(clause: str, words: list[re.Match[str]]) -> tuple[Unit, int] | None:
    """The longest beginning that is a unit of the tables."""
    for count in range(len(words), 0, -1):
        piece = clause[: words[count - 1].end()]
        last = words[count - 1][0].casefold().rstrip(".")
        behind = words[count][0] if count < len(words) else clause[words[count - 1].end() :].strip()
        if behind and _little(words[count - 1][0], behind):
            continue
        if count > 1 and (last in stops() or last in {"в", "a", "an", "per", "/", "за", "на", "of"}):
            continue
        unit = clean_read(piece.strip())
        if unit is not None:
            return unit, len(piece)
    return None


def _little(word: str, behind: str) -> bool:
    """A little word before another one is no unit: "24 a visit" is no current, "20 in the shop" no length."""
    return word in SMALL or (word == "in" and behind not in SIZED)


def _counted(clause: str, words: list[re.Match[str]]) -> tuple[Unit | None, int]:
    """Counted things by their own name, with words before it and the time behind it."""
    stems: list[str] = []
    end, people = 0, False
    for at, word in enumerate(words):
        low = word[0].casefold().rstrip(".")
        if low in stops() or not word[0][0].isalpha():
            break
        period = PERIOD.match(clause, word.start())
        if period is not None and at and period_of(period):
            break
        known = clean_read(word[0]) if at else None
        if known is not None and known.counted:
            stems, end, people = [*known.counted], word.end(), True
            break
        if known is not None:
            break
        stems.append(stem(low))
        end = word.end()
        if at >= 2:
            break
    if not stems:
        rest = period_in(clause, 0)
        return (None, 0) if rest is None else (Unit(1.0, f"piece / {period_of(rest)}"), rest.end())
    expression = "piece"
    for period in PERIOD.finditer(clause, end):
        if (unit := period_of(period)) and period.start() - end < 20:
            expression, end = f"piece / {unit}", period.end()
            break
    return Unit(1.0, expression, tuple(stems), guessed=not people), end


def period_of(found: re.Match[str]) -> str:
    """The period of a rate, by its name in the definitions; nothing where the word is none."""
    if adverb := found["adverb"]:
        return ADVERBS[adverb.casefold()]
    unit = read(found["period"])
    return unit.expression if unit is not None and unit.expression in PERIODS and unit.factor == 1 else ""


@lru_cache(4096)
def period_around(text: str) -> str:
    """The one period that a sentence speaks of apart from its numbers; nothing where it speaks of two, or of none."""
    told = {
        ADJECTIVES[hit["adjective"].casefold()] if hit["adjective"] else period_of(hit) for hit in AROUND.finditer(text)
    } - {""}
    return told.pop() if len(told) == 1 else ""


def period_in(text: str, start: int) -> re.Match[str] | None:
    """The period that the text goes on with at `start`: "an hour", "/ч", «в месяц»."""
    found = PERIOD.match(text, start + len(text[start:]) - len(text[start:].lstrip()))
    return found if found is not None and period_of(found) else None


@lru_cache(4096)
def wider(unit: Unit, written: str, rest: str) -> Unit | None:
    """The unit with what it is of one of: "kg of CO2 per tonne" is kg/t, "t of scrap a year" is t/year.

    None where nothing is told, or the unit is divided already.
    """
    found = FOR.match(rest)
    below = None if found is None else clean_read(found["unit"])
    if found is not None and below is not None and not below.counted:
        return clean_read(f"{written.strip()}/{found['number'] or ''}{found['unit']}")
    clause = re.split(r"[,;:!?().]|\d|\s-\s", rest, maxsplit=1)[0]
    period = next((hit for hit in PERIOD.finditer(clause) if period_of(hit)), None)
    if period is None or " / " in unit.expression or len(clause[: period.start()].split()) > REACH:
        return None
    return replace(unit, expression=f"{unit.expression} / {period_of(period)}", key="")
