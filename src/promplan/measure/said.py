"""The numbers of a sentence: how much, of what, how exactly. Years, days, hours, labels and ordinals are told apart.

A number's unit stands behind it, «2,41 тыс. вагонов», or before it where it is money; what is counted may have words
before it, "2,000 skilled workers". What is said of the number ("more than", «около», the digits given) makes the
range in which the truth may lie.
"""

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from promplan.measure.clean import clean, russian
from promplan.measure.numerals import cardinals, multiplier, spelled
from promplan.measure.spelling import spellings, stem, stops
from promplan.measure.unit import Unit, bare_multiplier, read

MONTHS = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?|январ[ьяею]|феврал[ьяею]|март[ае]?|апрел[ьяею]|ма[йяею]|июн[ьяею]|июл[ьяею]|"
    r"август[ае]?|сентябр[ьяею]|октябр[ьяею]|ноябр[ьяею]|декабр[ьяею])"
)
DIGITS = re.compile(
    r"(?<![\w№.,])[-+]?(?:\d{1,3}(?: \d{3})+(?!\d)(?:[.,]\d+)?|\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:[.,]\d+)?)",
)
# what looks like a number and is a day, an hour, a label
SKIPPED = re.compile(
    rf"\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}|\d{{4}}-\d\d-\d\d|\b\d{{1,2}} {MONTHS}\b\.?,?(?: \d{{4}})?"
    rf"|\b{MONTHS}\.? \d{{1,2}}(?:st|nd|rd|th)?\b(?!\d)(?:, \d{{4}})?|\b{MONTHS}\.?,? \d{{4}}\b"
    r"|\b\d{1,2}:\d\d\b|\b(?:1[89]|20)\d\d[-/](?:(?:1[89]|20)\d\d|\d\d)\b(?= ?(?:г|year|season|год|учеб|school)|[^\d])"
    r"|(?-i:\b(?:ГОСТ|ОСТ|ТУ|СНиП|ISO|ИСО|EN|DIN|ASTM|IEC|МЭК|РД|ПБУ|TU)(?: [РRA-ZА-Я/]+)*[ -]?\d[\d.:/-]*)"
    r"|(?-i:(?:№|\bNo\.|\bno\.|\bNos?\.? |\bN )\s?\d[\w/-]*)|\b[^\W\d_]+-?\d[\w/.-]*"
    r"|\+?\d[\d() -]{8,}\d(?=\D*$)(?<=\d{2}-\d{2})",
    re.IGNORECASE,
)
ORDINAL = re.compile(r"-?(?:st|nd|rd|th)\b|-(?:й|я|е|го|му|м|х|ю|ой|ая|ый|ых|ом|ей)\b", re.IGNORECASE)
YEAR_AFTER = re.compile(r"\s?-?(?:год\w*|гг?\.|гг?\b|г\b)", re.IGNORECASE)
YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|from|by|until|till|of|for|to|during|before|after|than|and|on|at|against|"
    r"в|с|со|к|до|по|за|от|на|из|и|год[ау]?|году|начал[ае]|конц[ае]|since|mid|early|late|autumn|spring|summer|winter|"
    r"осенью|весной|летом|зимой)|[-–(,;]|^)\s*$",
    re.IGNORECASE,
)
EACH = re.compile(r"(?:\b(?:every|each)|(?<!\w)(?:кажд\w+))\s*$", re.IGNORECASE)  # "of every hundred roubles"
MONEY_BEFORE = re.compile(r"(US\$|\$|€|£|¥|₽|USD|EUR|RUB)\s?$")
HEDGES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(rf"(?:{words})\s*(?:на|в|с|до|of|to|by|the)?\s*$", re.IGNORECASE))
    for name, words in (
        (
            "at most",
            r"not more than|no more than|at most|up to|under|less than|below|fewer than|within|max(?:imum)?\.?|до|"
            r"не более(?: чем)?|не больше|менее(?: чем)?|меньше|максимум|не превыша\w+|ниже|≤|<",
        ),
        (
            "at least",
            r"more than|over|above|at least|not less than|no less than|exceed\w*|from|min(?:imum)?\.?|upwards of|"
            r"in excess of|свыше|более(?: чем)?|больше(?: чем)?|не менее|не меньше|превы\w+|выше|от|минимум|≥|>",
        ),
        ("almost", r"almost|nearly|close to|just under|почти|без малого|чуть меньше|чуть менее|порядка"),
        (
            "about",
            r"about|around|some|approximately|approx\.?|roughly|circa|ca\.?|~|≈|около|примерно|приблизительно|порядка|"
            r"где-то|ориентировочно|в среднем|on average|an average of|average",
        ),
    )
)
PLUS = re.compile(r"\s?\+(?!\s?\d)|\s?(?:or more|и более|and more|and counting|с лишним|с небольшим)", re.IGNORECASE)
PERIOD = re.compile(
    r"(?:/\s?|(?<!\w)(?:per|a|an|each|every|в|за|на|каждую|каждый)\s(?:working |calendar |рабоч\w+ |календарн\w+ )?)"
    r"(?P<period>[^\W\d_]+)"
    r"|(?<!\w)(?P<adverb>daily|weekly|monthly|annually|yearly|ежедневно|ежемесячно|ежегодно|еженедельно)(?!\w)",
    re.IGNORECASE,
)
ADVERBS = {
    "daily": "day", "weekly": "week", "monthly": "month", "annually": "year", "yearly": "year", "ежедневно": "day",
    "еженедельно": "week", "ежемесячно": "month", "ежегодно": "year",
}  # fmt: skip
REACH = 6  # words behind a number in which its unit may stand
FOR = re.compile(
    r"(?:\s+(?!per\b|на\s)[^\W\d_][\w-]*){0,4}\s*(?:/|(?<!\w)(?:per|на|for every|for each)\s)\s*(?:кажд\w+\s)?"
    r"(?P<number>10{1,6}(?!\d)\s?)?(?P<unit>[^\W\d_]+(?:-[^\W\d_]+)?[²³23]?\.?)",
    re.IGNORECASE,
)
HALF_A = re.compile(r"half a $", re.IGNORECASE)
RANGE = r"\s?(?:-|\.\.\.?|…|to|до|и|and|или|or|±|/)\s?(?:(?:about|around|nearly|almost|почти|около|примерно)\s)?"
WIDEST = 20  # of a range: how many times its end may be its beginning, where no unit says that it is one
COMPOUND = re.compile(r"-([^\W\d_]+(?:-[^\W\d_]+)*)")
ADJECTIVE = re.compile(r"(?:ов|ев|н)?(?:ый|ая|ое|ые|ого|ой|ых|ому|ым|ую|ий|яя|ее|ие|их|его|ыми|ом)$")
TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*\.?|[°%‰₽$€£″\"]\S?|[/·^]|\d+|[^\w\s]")


@dataclass(frozen=True)
class Said:
    """A number of a sentence: `value` of `unit`, true from `low` to `high`; its digits may mean `others` as well."""

    start: int
    end: int
    value: float
    low: float
    high: float
    unit: Unit | None
    hedge: str = ""
    year: bool = False
    others: tuple[float, ...] = ()
    digits_end: int = 0  # where the number without its unit ends
    upto: float | None = None  # of a range, its other end
    scale: float = 1.0  # of «тыс.», "million" behind the digits
    wider: Unit | None = None  # with what stands further behind: "250 kg of CO2 per tonne", «5 л на 100 км»


@lru_cache(4096)
def numbers(text: str) -> tuple[Said, ...]:
    """Every number of the sentence, in its order."""
    text = clean(text)
    if not re.search(r"\d", text) and not _in_words().search(text.replace("ё", "е")):
        return ()
    skipped = [hit.span() for hit in SKIPPED.finditer(text)]
    own_commas = russian(text)
    found: list[Said] = []
    for start, end, value, step, others, in_words in _raw(text, own_commas):
        if found and start < found[-1].digits_end:
            continue
        if any(one <= start < two for one, two in skipped):
            continue
        if (made := _said(text, start, end, value, step, others, in_words)) is not None:
            found.append(made)
    return tuple(_ranged(text, found))


@cache
def _in_words() -> re.Pattern[str]:
    """Any numeral: where there is none and no digit, there is no number."""
    words = (*cardinals(), *(one for one in spellings().multipliers))
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})", re.IGNORECASE)


def _raw(text: str, comma: bool) -> list[tuple[int, int, float, float, tuple[float, ...], bool]]:
    """Numbers in digits and in words: where, how much, the last digit's worth, other readings."""
    found = []
    taken = [False] * (len(text) + 1)
    for hit in DIGITS.finditer(text):
        digits = hit[0]
        if digits[0] in "-+" and hit.start() and not text[hit.start() - 1].isspace():
            digits = digits[1:]
        found.append((hit.end() - len(digits), hit.end(), *_digits(digits, comma), False))
        taken[hit.start() : hit.end()] = [True] * (hit.end() - hit.start())
    known = cardinals()
    for word in re.finditer(r"[^\W\d_]+", text):
        low = word[0].casefold().replace("ё", "е")
        alone = multiplier(low) if low not in known else None
        if taken[word.start()] or (low not in known and alone is None):
            continue
        if low in known and (read_ := spelled(text, word.start())) is not None:
            value, end = read_
        elif alone and not re.search(r"[\d.,][\s-]?$", text[: word.start()]) and len(low) > 4:
            value, end = alone * (0.5 if HALF_A.search(text[: word.start()]) else 1), word.end()
        else:
            continue
        if value in (0, 1):  # "one of", «один из»: a pronoun more often than a number
            continue
        taken[word.start() : end] = [True] * (end - word.start())
        found.append((word.start(), end, value, _worth(value), (), True))
    return sorted(found)


def _digits(text: str, comma: bool) -> tuple[float, float, tuple[float, ...]]:
    """The value of digits, the worth of the last one, and what else they may mean."""
    sign = -1.0 if text[0] == "-" else 1.0
    text = text.lstrip("+-")
    others: list[float] = []
    plain = text.replace(" ", "")
    if " " in text:  # two numbers side by side look the same
        head, *rest = re.split(" ", text)
        if not any(one.startswith("0") for one in rest):
            others += [float(head), float(rest[-1].replace(",", "."))]
    if "," in plain and (re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", plain) and not plain.startswith("0")):
        if comma and plain.count(",") == 1 and "." not in plain:
            plain = plain.replace(",", ".")
        else:
            plain = plain.replace(",", "")
    elif re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", plain):
        others.append(float(plain.replace(".", "")))
    plain = plain.replace(",", ".")
    value = float(plain)
    worth = 10.0 ** -len(plain.partition(".")[2]) if "." in plain else _worth(value)
    return sign * value, worth, tuple(others)


def _worth(value: float) -> float:
    """The worth of the last digit that counts: of 2,000 the hundreds, of 2,140 the tens; two figures at least."""
    worth = 1.0
    while value and value % (worth * 10) == 0 and worth * 100 <= value:
        worth *= 10
    return worth if value == int(value) else 0.5


def _said(
    text: str, start: int, end: int, value: float, step: float, others: tuple[float, ...], in_words: bool,
) -> Said | None:  # fmt: skip
    before, after = text[:start], text[end:]
    if ORDINAL.match(after) or EACH.search(before):
        return None
    factor, skip = _multiplied(after)
    if factor == 1 and (short := re.match(r" ?(m|mn|M)\b", after)) and MONEY_BEFORE.search(before):  # $10m
        factor, skip = 1e6, short.end()
    end += skip
    digits_end, tail = end, text[end:]
    unit, length = unit_after(tail)
    if unit is None and (money := MONEY_BEFORE.search(before)) is not None:
        unit, length = read(money[1]), 0
    bare = not in_words and value == int(value) and 1700 <= value <= 2199 and factor == 1 and " " not in text[start:end]
    calendar = (
        bare
        and "," not in text[start:end]
        and (
            YEAR_AFTER.match(after) is not None
            or ((unit is None or unit.guessed) and YEAR_BEFORE.search(before) is not None)
            or unit is None
        )
    )
    if factor != 1:
        others = tuple(one * factor for one in others)
    value, step = value * factor, step * factor
    low, high, hedge = _range(before, tail, value, step)
    wider = None if calendar or unit is None else _wider(tail[:length], tail[length:])
    unit = None if calendar else unit
    return Said(start, end + length, value, low, high, unit, hedge, calendar, others, digits_end, None, factor, wider)


@lru_cache(4096)
def _wider(unit: str, rest: str) -> Unit | None:
    """The unit with what it is of one of: "kg of CO2 per tonne" is kg/t."""
    found = FOR.match(rest)
    if found is None:
        return None
    below = _known_whole(found["unit"])
    if below is None or below.counted or "[" in below.expression:
        return None
    return _known_whole(f"{unit.strip()}/{found['number'] or ''}{found['unit']}")


def _multiplied(after: str) -> tuple[float, int]:
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
        if count > 1 and (last in stops() or last in {"в", "a", "an", "per", "/", "за", "на", "of"}):
            continue
        unit = _known_whole(piece.strip())
        if unit is not None:
            return unit, len(piece)
    return None


@lru_cache(8192)
def _known_whole(text: str) -> Unit | None:
    """The unit, if every word of it is known: nothing that the reader took for what is counted or measured."""
    from promplan.measure.unit import clean_read

    return clean_read(text)


def _counted(clause: str, words: list[re.Match[str]]) -> tuple[Unit | None, int]:
    """Counted things by their own name, with words before it and the time behind it."""
    stems: list[str] = []
    end, people = 0, False
    for at, word in enumerate(words):
        low = word[0].casefold().rstrip(".")
        if low in stops() or not word[0][0].isalpha():
            break
        period = PERIOD.match(clause, word.start())
        if period is not None and at and _period(period):
            break
        known = _known_whole(word[0]) if at else None
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
        rest = PERIOD.match(clause.lstrip())
        if rest is not None and (unit := _period(rest)):
            return Unit(1.0, f"piece / {unit}", ()), len(clause) - len(clause.lstrip()) + rest.end()
        return None, 0
    expression = "piece"
    for period in PERIOD.finditer(clause, end):
        if (unit := _period(period)) and period.start() - end < 20:
            expression, end = f"piece / {unit}", period.end()
            break
    return Unit(1.0, expression, tuple(stems), guessed=not people), end


def _period(found: re.Match[str]) -> str:
    """The period of a rate, by its name in the definitions; nothing where the word is none."""
    if adverb := found["adverb"]:
        return ADVERBS[adverb.casefold()]
    unit = read(found["period"])
    known = {"year", "month", "week", "day", "hour", "minute", "shift", "quarter"}
    return unit.expression if unit is not None and unit.expression in known and unit.factor == 1 else ""


def _range(before: str, after: str, value: float, step: float) -> tuple[float, float, str]:
    """The range in which the truth lies, by the words before the number and the digits given."""
    half = step / 2 * (1 + 1e-9)
    size = abs(value)
    for name, pattern in HEDGES:
        if pattern.search(before):
            if name == "at least":
                return value - half, value + 0.3 * size, name
            if name == "at most":
                return value - 0.3 * size, value + half, name
            if name == "almost":
                return value - 0.12 * size, value + max(half, 0.02 * size), name
            return value - 0.1 * size, value + 0.1 * size, name
    if PLUS.match(after):
        return value - half, value + 0.3 * size, "at least"
    return value - half, value + half, ""


def _ranged(text: str, found: list[Said]) -> list[Said]:
    """The first number of “35–40 %” and of "from 7 to 4 %" has the unit of the second."""
    for at in range(len(found) - 2, -1, -1):
        one, other = found[at], found[at + 1]
        between = text[one.end : other.start]
        joined = one.unit is None and other.unit is not None and re.fullmatch(RANGE, between, re.IGNORECASE)
        if joined and not (one.year and other.value < 1700):
            one = found[at] = replace(_scaled(one, other), unit=other.unit, year=False)
        if one.unit == other.unit and re.fullmatch(RANGE, text[one.digits_end : other.start], re.IGNORECASE):
            if (other.unit is None or other.unit.guessed) and other.value > WIDEST * max(one.value, 1):
                continue  # «хоппер 19-9549»
            found[at] = replace(one, upto=other.high)
    return found


def _scaled(one: Said, other: Said) -> Said:
    """«От 70 до 95 тыс.» begins at 70 thousand; "from 500 to 1.2 thousand" at 500."""
    by = other.scale
    if one.scale != 1 or by == 1 or one.value * by > 2 * other.value:
        return one
    return replace(one, value=one.value * by, low=one.low * by, high=one.high * by, scale=by)
