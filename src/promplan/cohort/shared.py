"""Texts that two or more teams share: nearly the same words, with both places. Shown to the instructor, not judged.

Left aside: texts of fewer than eight words, letters to the plant, names, and whatever comes from the case, the
examples, the lessons or the screen's own sentences. What is alike may have been written together, taken from the same
page of the plant, or copied: the texts do not tell.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from promplan.cohort.known_words import known
from promplan.cohort.shingles import KEPT, shingles, unpacked, words

ALIKE = 0.5  # of all shingles of two texts, those that both have; or, of a shorter one that stands in a longer,
WITHIN = 0.8  # its own that both have
MAYBE = 0.3  # of two sketches: whether the texts themselves are compared
OURS = 0.6  # of a text's shingles that are the course's: then it is no team's
SHOWN = 240  # characters of a text that are shown


@dataclass(frozen=True)
class Place:
    """A text in a team's plan."""

    team: str
    place: str
    said: str

    @property
    def shown(self) -> str:
        """Its beginning."""
        return self.said if len(self.said) <= SHOWN else f"{self.said[: SHOWN - 1].rstrip()}…"


@dataclass(frozen=True)
class Group:
    """Places with nearly the same text, of two teams at least; the share of words in common, at the least."""

    places: tuple[Place, ...]
    share: float

    @property
    def teams(self) -> tuple[str, ...]:
        """Whose they are."""
        return tuple(dict.fromkeys(one.team for one in self.places))


Kept = tuple[str, str, str, bytes]  # team, place, text, sketch


def shared(rows: Iterable[Kept]) -> list[Group]:
    """The groups, those of most teams and longest texts first."""
    places: list[Place] = []
    marks: list[list[int]] = []
    for team, place, said, kept in rows:
        places.append(Place(team, place, said))
        marks.append(unpacked(kept))
    pairs = _candidates(places, marks)
    cache: dict[str, set[str]] = {}
    asked: set[str] = {one for pair in pairs for n in pair for one in _of(places, n, cache)}
    ours = known(asked) if asked else set()
    joined = _Joined(len(places))
    least: dict[int, float] = {}
    for a, b in sorted(pairs):
        one, other = _of(places, a, cache), _of(places, b, cache)
        if _ours(one, ours) or _ours(other, ours):
            continue
        both, fewer = len(one & other), min(len(one), len(other))
        share = both / len(one | other)
        if share >= ALIKE or both / fewer >= WITHIN:
            root = joined.join(a, b)
            least[root] = min(share, *(least.pop(it) for it in (a, b, root) if it in least), 1.0)
    return _groups(places, joined, least)


def _of(places: list[Place], n: int, cache: dict[str, set[str]]) -> set[str]:
    said = places[n].said
    if said not in cache:
        cache[said] = shingles(words(said))
    return cache[said]


def _ours(one: set[str], ours: set[str]) -> bool:
    return len(one & ours) >= OURS * len(one)


def _candidates(places: list[Place], marks: list[list[int]]) -> set[tuple[int, int]]:
    """Pairs of two teams' texts whose sketches have enough in common; of many alike, each with the first and the next.

    A short text within a long one may share little of the long one's sketch: then its own decides.
    """
    holders: dict[int, list[int]] = defaultdict(list)
    for n, own in enumerate(marks):
        for one in own:
            holders[one].append(n)
    common: Counter[tuple[int, int]] = Counter()
    for rows in holders.values():
        for at in range(1, len(rows)):
            for other in {rows[0], rows[at - 1]}:
                if places[other].team != places[rows[at]].team:
                    common[other, rows[at]] += 1
    return {
        (a, b) for (a, b), n in common.items() if n >= max(1, round(MAYBE * min(len(marks[a]), len(marks[b]), KEPT)))
    }


class _Joined:
    """Which texts belong together."""

    def __init__(self, n: int) -> None:
        self.up = list(range(n))

    def root(self, n: int) -> int:
        """The first of those that it belongs to."""
        while self.up[n] != n:
            self.up[n] = self.up[self.up[n]]
            n = self.up[n]
        return n

    def join(self, a: int, b: int) -> int:
        """Put the two together."""
        low, high = sorted((self.root(a), self.root(b)))
        self.up[high] = low
        return low


def _groups(places: list[Place], joined: _Joined, least: dict[int, float]) -> list[Group]:
    rows: dict[int, list[Place]] = defaultdict(list)
    shares: dict[int, float] = defaultdict(lambda: 1.0)
    for n, share in least.items():
        shares[joined.root(n)] = min(shares[joined.root(n)], share)
    for n, place in enumerate(places):
        rows[joined.root(n)].append(place)
    found = [Group(tuple(told), shares[n]) for n, told in rows.items() if len({one.team for one in told}) > 1]
    return sorted(found, key=lambda one: (-len(one.teams), -len(one.places[0].said), one.places[0].team))
