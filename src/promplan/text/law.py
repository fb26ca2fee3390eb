"""`pp.law()`: the dated notes on law and channels, by topic, country or id, in a cell, as text and as a page."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from promplan import language
from promplan.language import Problem, Words, pick, say, say_in
from promplan.text import pages
from promplan.text.dated import HOME, TOPICS, Channel, Dated, Entry, channels, countries, entries, newest
from promplan.text.markup import rendered

FEW = 3  # so many are shown unfolded

STATES = {
    "in force": say_in("law", "in force"),
    "disputed": say_in("law", "disputed"),
    "draft": say_in("law", "not adopted when it was looked up"),
}
ACCESS = {
    "open": say_in("law", "open"),
    "restricted": say("access is restricted"),
    "banned": say("blocked, its owner is banned"),
}
MAY = {
    "yes": say_in("law", "yes"),
    "no": say_in("law", "no"),
    "disputed": say("disputed: plan none"),
    "ask": say("ask whoever decides there"),
}
KINDS = {
    "owned": say_in("law", "the plant's own"),
    "shared": say_in("law", "social media"),
    "earned": say("the press and others, free"),
    "paid": say_in("law", "paid"),
}
SURE = {
    "H": say("high: the law's own text, or sources that agree"),
    "M": say("middling: one source, an older edition, or somebody's reading"),
    "L": say("low: nothing was read on just this"),
}


@dataclass(frozen=True)
class Card:
    """One entry in words of the interface language: a title, what stands beside it, labelled lines, addresses."""

    title: str
    aside: str
    lines: tuple[tuple[str, str], ...]
    urls: tuple[str, ...]


class Law(tuple[Dated, ...]):
    """Entries and channels as a list of folded notes; the first line says that it is no legal advice, and the day."""

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of what is shown."""
        return tuple(one.id for one in self)

    def __repr__(self) -> str:
        parts = [str(no_advice(newest(self)))]
        for card in map(_card, self):
            lines = [*(f"  {label}: {words}" for label, words in card.lines), *(f"  {url}" for url in card.urls)]
            parts.append("\n".join([f"{card.title} · {card.aside}", *lines]))
        return "\n\n".join(parts)

    def _repr_html_(self) -> str:
        cards = [_card(one) for one in self]
        note, read = str(no_advice(newest(self))), str(say("Where it was read"))
        return rendered("text/law.html.jinja", note=note, cards=cards, few=len(cards) <= FEW, read=read)


NEAR = 0.7  # of its letters a word must share with a name, or it is no slip of the pen


def no_advice(day: date) -> Words:
    """What stands above every note on the law."""
    return say("No legal advice: ask the plant's lawyer. Looked up on {day}; the law may have changed since.", day=day)


def law(*wanted: str) -> Law:
    """Dated notes on what the law asks of those who publish about a plant; no legal advice.

    Args:
        wanted: topics (`"minors"`), countries (`"GB"`) or ids (`"vacancy-texts"`); everything for Russia if none.

    Raises:
        Problem: there is nothing under that word; what it may have meant is named, or else every topic.
    """
    found = [one for word in wanted for one in _under(word)] if wanted else _in(HOME)
    return Law({one.id: one for one in found}.values())


def _under(word: str) -> list[Dated]:
    names = _names()
    key = word.strip().casefold()
    if key in names:
        return names[key]
    near = difflib.get_close_matches(key, names, n=3, cutoff=NEAR)
    shown = ", ".join(near) or ", ".join(str(one) for one in TOPICS.values())
    raise Problem(say("The notes on the law have nothing under “{word}”. Try: {near}.", word=word, near=shown))


def _names() -> dict[str, list[Dated]]:
    """Every word that `pp.law` understands, with what stands under it."""
    named: dict[str, list[Dated]] = {}
    for topic, words in TOPICS.items():
        under: list[Dated] = [one for one in entries() if topic in one.topics and one.country == HOME]
        if topic == "channels":
            under += [one for one in channels() if one.country == HOME]
        named |= {name.casefold(): under for name in (topic, *map(words.into, language.LANGUAGES))}
    for country in countries():
        named |= {name.casefold(): _in(country.id) for name in (country.id, *country.name.values())}
    for one in (*entries(), *channels()):
        named |= {name.casefold(): [one] for name in (one.id, *one.name.values()) if name.casefold() not in named}
    return named


def _in(country: str) -> list[Dated]:
    return [one for one in (*entries(), *channels()) if one.country == country]


def _card(one: Dated) -> Card:
    own = _of_entry(one) if isinstance(one, Entry) else _of_channel(one) if isinstance(one, Channel) else []
    lines = [
        *own,
        (say("What to do"), one.todo),
        (say_in("law", "Since"), language.day(one.since) if one.since else say("the day was not looked up")),
        (say("Not certain"), one.unsure),
        (say_in("law", "Confidence"), SURE[one.confidence]),
        (say("Source"), say("{source}; looked up on {day}", source=one.source, day=one.checked_on)),
    ]
    told = tuple((str(label), str(pick(words))) for label, words in lines if words)
    return Card(str(pick(one.name)), _aside(one), told, one.urls)


def _aside(one: Dated) -> str:
    if isinstance(one, Entry):
        return f"{pick(one.cite)} · {STATES[one.state]} · {one.id}"
    kinds = ", ".join(str(KINDS[kind]) for kind in one.kinds) if isinstance(one, Channel) else ""
    return f"{kinds} · {one.id}"


def _of_entry(one: Entry) -> list[tuple[Words, object]]:
    return [(say("The rule"), one.rule), (say_in("law", "Exception"), one.exception)]


def _of_channel(one: Channel) -> list[tuple[Words, object]]:
    return [
        (say_in("law", "Access"), ACCESS[one.access]),
        (say_in("law", "Advertising"), MAY[one.ads]),
        (say("The plant's own posts"), MAY[one.posts]),
        (say_in("law", "State"), one.status),
        (say("Footnote"), one.footnote),
        (say_in("law", "Law"), ", ".join(one.law)),
    ]


def page(speech: str) -> str:
    """Law and channels of every country as a Markdown page in `speech`, each with an anchor of its id."""
    with language.inside(speech):
        everything: tuple[Dated, ...] = (*entries(), *channels())
        lines = [f"# {say('What the law asks, and where to publish')}", "", f"**{no_advice(newest(everything))}**", ""]
        for country in countries():
            lines += [f"## {pick(country.name)}", ""]
            lines += _section(say_in("law", "Law"), (one for one in entries() if one.country == country.id))
            lines += _section(say_in("law", "Channels"), (one for one in channels() if one.country == country.id))
    return "\n".join(lines).rstrip() + "\n"


def _section(heading: Words, rows: Iterable[Dated]) -> list[str]:
    lines = []
    for one in rows:
        card = _card(one)
        lines += [f'<a id="{one.id}"></a>**{_plain(card.title)}** ({_plain(card.aside)})', ""]
        lines += [f"- {label}: {_plain(words)}" for label, words in card.lines]
        lines += [f"- <{url}>" for url in card.urls]
        lines += [""]
    return [f"### {heading}", "", *lines] if lines else []


def _plain(words: str) -> str:
    """Words in Markdown: the stars of footnotes stay stars."""
    return words.replace("*", "\\*")


def write_pages(check: bool = False) -> list[str]:
    """Write the pages of both languages beside the glossary's, or only look; returns what is stale."""
    return pages.write_pages("law", "law.toml, channels.toml", page, check)


def page_file(speech: str) -> Path:
    """Where the page of a language lies."""
    return pages.page_file("law", speech)
