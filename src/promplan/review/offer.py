"""Words by which work is offered or somebody is wanted, and what every reader of them asks: is it denied, of age?"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from promplan.review.young import ADULT
from promplan.text.patterns import Hit

NO = re.compile(
    r"\W*(?:no|nope|sorry|unfortunately|never|not any more|alas|нет|увы|к сожалению|никогда)\b", re.IGNORECASE
)
NEAR = 4  # tokens between a negation and what it denies


class Offer(NamedTuple):
    """The words of an offer, and is it certain that it is one?"""

    words: str
    certain: bool


def meant(found: Mapping[str, tuple[Hit, ...]], *wanted: str) -> Hit | None:
    """The first phrase of these kinds that no negation stands before."""
    for hit in (hit for kind in wanted for hit in found.get(kind, ())):
        if not any(no.last < hit.first <= no.last + NEAR for no in found.get("no", ())):
            return hit
    return None


def of_age(text: str) -> bool:
    """Eighteen is the law's own limit: to ask for adults, or to keep minors from a press, shuts out nobody else."""
    return {int(number) for number in re.findall(r"\d+", text)} == {ADULT}
