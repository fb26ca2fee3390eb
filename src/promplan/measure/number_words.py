"""A whole number or a decimal as it is said aloud, in either language: for the time that it takes to say it.

Russian stands in the nominative: another case is as long. The words are `numerals`' own.
"""

from promplan.measure.numerals import EN, RU

EN_THOUSANDS = ("", "thousand", "million", "billion", "trillion")
RU_THOUSANDS = (
    (),
    ("тысяча", "тысячи", "тысяч"),
    ("миллион", "миллиона", "миллионов"),
    ("миллиард", "миллиарда", "миллиардов"),
    ("триллион", "триллиона", "триллионов"),
)
RU_PARTS = ("", "десятых", "сотых", "тысячных")
LONGEST = 15  # digits of a number; a longer one is read digit by digit


def said(whole: str, part: str, language: str) -> str:
    """The number of these digits, `part` behind its point; one that begins with 0 and very long ones digit by digit."""
    words = _digits(whole, language) if len(whole) > LONGEST or (len(whole) > 1 and whole[0] == "0") else ""
    words = words or (_english(int(whole)) if language == "en" else _russian(int(whole)))
    if not part:
        return words
    if language == "en":
        return f"{words} point {_digits(part, language)}"
    if len(part) < len(RU_PARTS):
        if len(whole) <= LONGEST and whole[0] != "0":
            words = _russian(int(whole), feminine=True)
        return f"{words} целых {_russian(int(part), feminine=True)} {RU_PARTS[len(part)]}"
    return f"{words} запятая {_digits(part, language)}"


def year(whole: int) -> str:
    """A year as an English voice says it: 1984 is nineteen eighty four."""
    first, last = divmod(whole, 100)
    if first % 10 == 0 and last < 10:
        return _english(whole)
    return f"{_english(first)} {_english(last) if last > 9 else 'oh ' + _english(last) if last else 'hundred'}"


def _digits(text: str, language: str) -> str:
    one = EN if language == "en" else RU
    return " ".join(one[int(it)].split()[0] for it in text)


def _groups(value: int) -> list[tuple[int, int]]:
    """Its groups of three digits with their rank, the highest first, without empty ones."""
    found, rank = [], 0
    while value:
        value, group = divmod(value, 1000)
        if group:
            found.append((group, rank))
        rank += 1
    return found[::-1]


def _english(value: int) -> str:
    if not value:
        return EN[0]
    words = []
    for group, rank in _groups(value):
        hundreds, rest = divmod(group, 100)
        words += [EN[hundreds], "hundred"] if hundreds else []
        words += ["and"] if hundreds and rest else []
        if rest:
            words += [EN[rest]] if rest in EN else [EN[rest - rest % 10], EN[rest % 10]]
        words += [EN_THOUSANDS[rank]] if rank else []
    return " ".join(words)


def _russian(value: int, feminine: bool = False) -> str:
    if not value:
        return "ноль"
    words: list[str] = []
    for group, rank in _groups(value):
        hundreds, rest = divmod(group, 100)
        tens, ones = (0, rest) if rest < 20 else (rest - rest % 10, rest % 10)
        for part in (100 * hundreds, tens, ones):
            if group == 1 and rank == 1 and not words:
                continue  # a voice says «тысяча девятьсот», not «одна тысяча девятьсот»
            if part in (1, 2) and (rank == 1 or (feminine and not rank)):
                words.append("одна" if part == 1 else "две")
            elif part:
                words.append(RU[part].split()[0])
        if rank:
            words.append(RU_THOUSANDS[rank][_form(rest)])
    return " ".join(words)


def _form(rest: int) -> int:
    """Which form of a noun follows: тысяча, тысячи, тысяч."""
    if rest % 10 == 1 and rest != 11:
        return 0
    return 1 if 2 <= rest % 10 <= 4 and not 12 <= rest <= 14 else 2
