"""What an answer says of whom the plant takes, where that is what is asked."""

import re
from functools import lru_cache

from promplan.review.offer import NO, Offer, of_age
from promplan.review.vacancy_ages import AGE, YEARS
from promplan.review.young import ADULT
from promplan.text.patterns import kinds

REFUSED = re.compile(
    rf"^{NO.pattern}|\btoo (?:old|young|late|heavy|hard)\b|\bafraid not\b|многовато|\bслишком\b|старова\w+"
    r"|\bпоздно\b|вряд ли|едва ли|\bне (?:бер[её]м|возьм[её]м|советуем|допускаем|принимаем)\b",
    re.IGNORECASE,
)
AGED = re.compile(rf"{AGE.pattern}|\b(?:is|am|turned|ей|ему|мне)\s+(?:уже\s+)?{YEARS}|\b{YEARS}\s*лет\b", re.IGNORECASE)


@lru_cache(1024)
def answers(question: str, answer: str) -> Offer | None:
    """The words by which an answer shuts people out, where the question is whom the plant takes."""
    asked = kinds(question, "vacancy")
    first = answer.strip().split(". ")[0]
    if "asked" in asked and not asked.keys() & {"bar", "no", "equal"} and (said := REFUSED.search(first)):
        years = AGED.search(question)
        if (years and _grown(years[0])) or ("men" in asked) != ("women" in asked):
            return Offer(said[0].strip(" ,.:—–-"), False)
    if not asked.keys() & {"whom", "asked"} or AGE.search(question):
        return None
    found = kinds(first, "vacancy")
    men, women = found.get("men", ()), found.get("women", ())
    if bool(men) != bool(women) and not asked.keys() & {"men", "women"} and "equal" not in found:
        return Offer((men or women)[0].words, False)
    hit = AGE.search(first)
    if hit and not found.keys() & {"no", "equal"} and not of_age(hit[0]):
        return Offer(hit[0].strip(), False)
    if "equal" not in found and (ground := found.get("ground")):
        return Offer(ground[0].words, False)
    return None


def _grown(text: str) -> bool:
    """Are the years of a text those of people who may do any work?"""
    return all(int(number) > ADULT for number in re.findall(r"\d+", text))
