"""Whose result a row is: by its link, its number, its words, its day and channel; each match says by what it was found.

A reader may decide otherwise; the decision holds for every row that is called the same (`Row.called`).
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import parse_qs, urlsplit

from promplan import assets, toml
from promplan.export.calendar_columns import Names
from promplan.export.results_rows import Row
from promplan.export.results_twin import twins
from promplan.export.sheet_heads import folded
from promplan.language import Words, say
from promplan.plan.document import Plan
from promplan.plan.items import Item
from promplan.text.slugs import slug

ALIKE = 0.6  # of the words of the shorter one: less is another post
BOTH = 2  # words at least: one alone says little
AHEAD = 0.15  # how much the best must lie before the second, else nobody knows which
STEM = 5  # letters that are compared of a word: «прессов» and «прессовщик» are alike
SHORT = 3
NUMBERED = re.compile(r"(c\d{1,4}) (.+)")  # c3-riddle, as the course fills links in: the piece's id, then its title
BY_LINK, BY_MARK, BY_TITLE = say("by its link"), say("by its number or mark"), say("by its title")
BY_WORDS, BY_DAY = say("by words that both have"), say("by its day and channel")
BY_NUMBER = say("by the number that its mark begins with")
BY_HAND, NONE = say("as you chose"), say("no piece fits")


@dataclass(frozen=True)
class Match:
    """The piece, "" for none; why, in words; may it be taken without a second look?"""

    item: str
    why: Words
    sure: bool


NOBODY = Match("", NONE, sure=False)


class Matcher:
    """Finds the piece of a row; what it has found once for a name it knows."""

    def __init__(self, plan: Plan, chosen: Mapping[str, str]) -> None:
        self.chosen = chosen
        self.channels = _channels(plan)
        self.marks: dict[str, str] = {}
        self.titles: dict[str, set[str]] = defaultdict(set)
        self.words: dict[str, frozenset[str]] = {}
        self.with_word: dict[str, set[str]] = defaultdict(set)
        self.on_day: dict[tuple[date, str], list[str]] = defaultdict(list)
        self.items = {one.id: one for one in plan.items}
        for one in plan.items:
            self._learn(one)
        self._by_name: dict[tuple[str, str, str], Match | None] = {}

    def _learn(self, item: Item) -> None:
        self.marks[item.id.casefold()] = item.id
        if mark := folded(item.link.content):
            self.marks[mark] = "" if mark in self.marks else item.id  # two pieces with one mark: nobody's
        for text in (item.title, item.headline, item.text.split("\n")[0]):
            if bare := folded(text):
                self.titles[bare].add(item.id)
        for bare in map(folded, twins(item.title)):
            self.titles[bare].add(item.id)
        self.words[item.id] = stems(f"{item.title} {item.headline}")
        for word in self.words[item.id]:
            self.with_word[word].add(item.id)
        if item.dates.publish:
            self.on_day[item.dates.publish, item.channel].append(item.id)

    def channel(self, said: str) -> str:
        """The channel that a cell names; "" for none of the plan's."""
        bare = folded(said)
        if bare in self.channels:
            return self.channels[bare]
        begins = {id_ for name, id_ in self.channels.items() if bare and name and (f"{name} ".startswith(f"{bare} "))}
        return begins.pop() if len(begins) == 1 else ""

    def of(self, row: Row, channel: str) -> Match:
        """The piece of a row that was published on `channel`."""
        if (called := row.called) in self.chosen:
            return Match(self.chosen[called] if self.chosen[called] in self.items else "", BY_HAND, sure=True)
        key = (row.what, row.link, row.mark)
        if key not in self._by_name:
            self._by_name[key] = self._named(row)
        if (found := self._by_name[key]) is not None:
            return found
        there = self.on_day.get((row.day, channel), ()) if row.day and channel else ()
        if len(there) == 1 and row.called:
            return Match(there[0], BY_DAY, sure=False)
        return NOBODY

    def _named(self, row: Row) -> Match | None:
        for mark in marks_of(row.link):
            if id_ := self.marks.get(mark):
                return Match(id_, BY_LINK, sure=True)
        for text in (row.mark, row.what):
            if text and (id_ := self.marks.get(folded(text))):
                return Match(id_, BY_MARK, sure=True)
        same = self.titles.get(folded(row.what), set())
        if len(same) == 1:
            return Match(next(iter(same)), BY_TITLE, sure=True)
        return self._numbered(row.link or row.what) or self._alike(row.what)

    def _numbered(self, link: str) -> Match | None:
        """A mark that begins with a piece's id. A piece that has a mark of its own is another; one of whose title the
        mark has no word may be."""
        for mark in marks_of(link):
            if (hit := NUMBERED.fullmatch(mark)) is None or (id_ := self.marks.get(hit[1])) is None:
                continue
            item = self.items[id_]
            if item.link.content.strip():
                continue
            own = {it for one in (item.title, *twins(item.title)) for it in slug(one, 200).split("-") if len(it) > 2}
            return Match(id_, BY_NUMBER, sure=bool(own & set(hit[2].split())))
        return None

    def _alike(self, text: str) -> Match | None:
        here = stems(text)
        near = {id_ for word in here for id_ in self.with_word.get(word, ())}
        scores = sorted(((_alike(here, self.words[id_]), id_) for id_ in near), reverse=True)
        if not scores or scores[0][0] < ALIKE:
            return None
        if len(scores) > 1 and scores[0][0] - scores[1][0] < AHEAD:
            return None
        return Match(scores[0][1], BY_WORDS, sure=scores[0][0] >= 0.8)


def stems(text: str) -> frozenset[str]:
    """The words of a text by their beginnings, without short ones."""
    return frozenset(one[:STEM] for one in folded(text).split() if len(one) > SHORT or one.isdigit())


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of the shorter one's words the other has."""
    both = len(one & other)
    return both / min(len(one), len(other)) if both >= BOTH else 0.0


def marks_of(link: str) -> list[str]:
    """What a link may name a piece by: its utm_content, its last part; a bare word is a mark itself."""
    if not link:
        return []
    if "/" not in link and "=" not in link:
        return [folded(link)]
    query = parse_qs(re.sub(r"^[^?]*\??", "", link).partition("#")[0]) if "utm_" in link else {}
    try:
        last = urlsplit(link).path.rstrip("/").rpartition("/")[2]
    except ValueError:
        last = ""
    return [folded(one) for one in (*query.get("utm_content", ()), last) if one]


def _channels(plan: Plan) -> dict[str, str]:
    """Each name of a channel: its page, the name that the course knows it by, its utm_source."""
    found: dict[str, list[str]] = defaultdict(list)
    names = Names(plan).of("channels")
    usual = {it["id"]: it["name"] for it in toml.read(assets.folder() / "channels.toml")["channel"]}
    for one in plan.channels:
        called = usual.get(one.channel, {})
        for said in (one.id, one.name, names[one.id], one.channel, *(called.values() if called else ())):
            if bare := folded(said):
                found[bare].append(one.id)
    for item in plan.items:
        if item.channel and (bare := folded(item.link.source)):
            found[bare].append(item.channel)
    return {name: ids[0] for name, ids in found.items() if len(set(ids)) == 1}
