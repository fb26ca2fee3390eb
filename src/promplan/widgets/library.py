"""`pp.library()`: the real works in which art met technology, as cards that one can filter, search and open.

Everything travels with the widget, so the cards also filter when the kernel is gone; without JupyterLab a list is read.
"""

from html import escape
from typing import Any

import anywidget
import traitlets

from promplan import language
from promplan.cases.library import FACETS, Library, Source, Work, read
from promplan.cases.rows import raw
from promplan.language import Words, day, pick, say, say_in
from promplan.widgets import parts
from promplan.widgets.guard import Guard
from promplan.widgets.panel import Panel

SURE: dict[str, Words] = {
    "H": say("several sources, or a primary one"),
    "M": say("one secondary source"),
    "L": say("a trace only: verify before you use it"),
}
UNREAD = say("named by others; nobody here has read it")


class Shelf(anywidget.AnyWidget):
    """The cards on the screen; `search` and `picked` are what is looked for, and nothing of it goes into a plan."""

    _esm = parts.script("library.js")
    cards: traitlets.List[dict[str, Any]] = traitlets.List().tag(sync=True)
    facets: traitlets.List[dict[str, Any]] = traitlets.List().tag(sync=True)
    search = traitlets.Unicode("").tag(sync=True)
    picked = traitlets.Dict().tag(sync=True)
    unfolded: traitlets.List[str] = traitlets.List().tag(sync=True)
    words = traitlets.Dict().tag(sync=True)


def library(*works: str, search: str = "", **facets: str) -> Panel:
    """The library of real works: all of them, those named by their ids, or what fits.

    Args:
        works: ids, such as "sirens"; they are shown open. search: words that a card must hold.
        facets: forms, industries, countries, feelings: `pp.library(forms="sound")`.

    `Problem` for an id or a word that the library does not know.
    """
    shelf = read()
    shelf.chosen(search, **facets)  # what it does not know is said at once
    shown = tuple(shelf.find(one) for one in works) or shelf.works
    title = str(say("Where art met technology"))
    live = Shelf(
        cards=[_card(shelf, one) for one in shown],
        facets=[_facet(shelf, facet, shown) for facet in FACETS] if len(shown) > 1 else [],
        search=search,
        picked=dict(facets),
        unfolded=[one.id for one in shown] if len(works) == 1 else [],
        words={"title": title, **_words(shelf, len(shown))},
    )
    return Panel(
        title, [live, Guard()], _static(shelf, [one for one in shown if one in shelf.chosen(search, **facets)])
    )


def _card(shelf: Library, one: Work) -> dict[str, Any]:
    return {
        "id": one.id,
        "year": str(one.year),
        "title": pick(one.title),
        "lead": _lead(one),
        "forms": shelf.said("forms", one),
        "made": pick(one.made),
        "lines": _lines(shelf, one),
        "question": pick(one.question),
        "sources": [_source(it) for it in one.source],
        "keys": {facet: list(one.keys(facet)) for facet in FACETS},
        "words": one.words(),
    }


def _lead(one: Work) -> str:
    return ". ".join(_begun(pick(it)) for it in (one.who, one.where, one.when)) + "."


def _begun(text: str) -> str:
    return text[:1].upper() + text[1:]


def _lines(shelf: Library, one: Work) -> list[list[str]]:
    """What stands in the opened card, each with its label."""
    kit: str = pick(raw(one.kit, "case")["name"])
    told: list[tuple[Words, str]] = [
        (say("Made from"), pick(one.data)),
        (say("To take from it"), pick(one.take)),
        (say("May be used"), pick(one.licence) if one.licence else ""),
        (say("Not agreed upon, or not seen"), pick(one.unsure) if one.unsure else ""),
        (say("Feeling"), shelf.said("feelings", one)),
        (say("Nearest of our plants"), kit),
        (say("How sure"), str(SURE[one.confidence])),
    ]
    return [[str(label), _begun(text)] for label, text in told if text]


def _source(one: Source) -> dict[str, str]:
    note = pick(one.note) if one.note else ""
    read_on = str(say("a stored copy was read on {day}", day=day(one.seen)) if one.seen else UNREAD)
    return {"title": one.title, "url": one.url, "note": "; ".join(it for it in (note, read_on) if it)}


def _facet(shelf: Library, facet: str, shown: tuple[Work, ...]) -> dict[str, Any]:
    used = {key for one in shown for key in one.keys(facet)}
    options = sorted(
        ([key, pick(told)] for key, told in shelf.named[facet].items() if key in used), key=lambda it: it[1]
    )
    return {"id": facet, "label": str(FACETS[facet]), "options": options}


def _words(shelf: Library, n: int) -> dict[str, Any]:
    said: dict[str, Words] = {
        "search": say("Search the cards"),
        "any": say_in("library", "any"),
        "count": say("{now} of {all} shown"),
        "none": say("Nothing fits all of this. Take one filter away."),
        "all": say("Show all"),
        "more": say("Open"),
        "less": say("Close"),
        "discuss": say("To discuss"),
        "sources": say_in("library", "Sources"),
        "every": say("To ask of every case"),
        "protected": say(
            "Described in our own words. The works themselves are protected: look at them where they are."
        ),
    }
    return {**{name: str(one) for name, one in said.items()}, "questions": [pick(one) for one in shelf.questions]}


def _static(shelf: Library, shown: list[Work]) -> str:
    """The same as a list that needs no kernel and no style."""
    items = "".join(_item(shelf, one) for one in shown)
    every = "".join(f"<li>{escape(pick(one))}</li>" for one in shelf.questions)
    words = _words(shelf, len(shown))
    return f"<p>{escape(words['protected'])}</p><ol>{items}</ol><p>{escape(words['every'])}:</p><ul>{every}</ul>"


def _item(shelf: Library, one: Work) -> str:
    words = _words(shelf, 1)
    lines = "".join(f"<br><i>{escape(label)}:</i> {escape(text)}" for label, text in _lines(shelf, one))
    sources = "; ".join(
        f'<a href="{escape(it["url"], quote=True)}">{escape(it["title"])}</a> ({escape(it["note"])})'
        for it in map(_source, one.source)
    )
    return (
        f'<li lang="{language.current()}"><b>{escape(pick(one.title))}</b> ({one.year}). {escape(_lead(one))} '
        f"{escape(pick(one.made))}{lines}<br><i>{escape(words['discuss'])}:</i> {escape(pick(one.question))}"
        f"<br><i>{escape(words['sources'])}:</i> {sources}</li>"
    )
