"""Which known day somebody's words name, in either language and in any case: "for Metallurgists' Day"."""

from collections.abc import Iterable
from functools import lru_cache

from promplan.days.special import Special
from promplan.language import LANGUAGES
from promplan.text.morphology import tokens

SHORT = 2  # letters of a word that carries no meaning of its own: of, on, и, в, с
FILLERS = frozenset({"and", "the", "for"})  # words that may stand beside a name and say nothing new
BESIDE = 1  # words beside the name: more of them, and it is the name of something else that day


def named(said: str, among: Iterable[Special]) -> list[Special]:
    """The days whose whole name stands in the words, in either language and any case, with a word more at most."""
    words = _words(said)
    return [one for one in among if any(_is(_words(one.words.into(language)), words) for language in LANGUAGES)]


def _is(name: tuple[frozenset[str], ...], words: tuple[frozenset[str], ...]) -> bool:
    whole = bool(name) and all(any(part & word for word in words) for part in name)
    beside = [word for word in words if not any(part & word for part in name) and not word & FILLERS]
    return whole and len(beside) <= BESIDE


@lru_cache(1024)
def _words(said: str) -> tuple[frozenset[str], ...]:
    """The lemmas of each word that means something."""
    told = (one for one in tokens(said) if one.script in ("ru", "en") and len(one.text) > SHORT)
    return tuple(frozenset(one.lemmas) for one in told)
