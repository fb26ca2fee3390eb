"""The course's words: what each means, in both languages, from `assets/glossary/terms.toml`."""

import difflib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from html import escape

from promplan import assets, language
from promplan.language import Problem, pick, say
from promplan.text import pages

Told = Mapping[str, str]


@dataclass(frozen=True)
class Term:
    """A word of the field; `unit` is the one that teaches it, `note` says what it is not."""

    id: str
    unit: int
    word: Told
    means: Told
    note: Told | None = None


class Terms(tuple[Term, ...]):
    """Terms as a list of definitions; the other language's word stands beside each."""

    def __repr__(self) -> str:
        return "\n".join(_line(one) for one in self)

    def _repr_html_(self) -> str:
        rows = []
        for one in self:
            note = f" <i>{escape(pick(one.note))}</i>" if one.note else ""
            other = f' <span lang="{_other()}">({escape(one.word[_other()])})</span>'
            rows.append(f"<dt><b>{escape(pick(one.word))}</b>{other}</dt><dd>{escape(pick(one.means))}{note}</dd>")
        return f'<dl class="promplan-glossary">{"".join(rows)}</dl>'


def _other() -> str:
    return "en" if language.current() == "ru" else "ru"


def _line(one: Term) -> str:
    note = f" ({pick(one.note)})" if one.note else ""
    return f"{pick(one.word)} ({one.word[_other()]}): {pick(one.means)}{note}"


@cache
def terms() -> tuple[Term, ...]:
    """Every term, in the order of the file."""
    raw = tomllib.loads((assets.folder() / "glossary" / "terms.toml").read_text(encoding="utf-8"))
    return tuple(Term(**one) for one in raw["term"])


def glossary(*wanted: str) -> Terms:
    """The terms asked for, by id or by a word of either language; all of them, in order of the word, for none.

    Raises:
        Problem: a word is not there; the nearest ones are named.
    """
    if not wanted:
        return Terms(sorted(terms(), key=lambda one: pick(one.word).casefold()))
    return Terms(_find(one) for one in wanted)


def _find(wanted: str) -> Term:
    names = {name: one for one in terms() for name in _names(one)}
    key = wanted.strip().casefold()
    if key in names:
        return names[key]
    near = difflib.get_close_matches(key, names, n=3, cutoff=0.5)
    shown = ", ".join(dict.fromkeys(pick(names[one].word) for one in near)) or "reach, охват"
    raise Problem(say("The glossary has no “{word}”. Did you mean: {near}?", word=wanted, near=shown))


def _names(one: Term) -> set[str]:
    words = {part.strip() for told in one.word.values() for part in (told, *told.replace(";", ",").split(","))}
    return {one.id, *(word.casefold() for word in words)}


def page(speech: str) -> str:
    """The glossary as a Markdown page in `speech`, each term with an anchor of its id."""
    with language.inside(speech):
        lines = [f"# {say('Glossary')}", ""]
        for one in glossary():
            note = f" *{pick(one.note)}*" if one.note else ""
            lines += [f'<a id="{one.id}"></a>**{pick(one.word)}** ({one.word[_other()]}): {pick(one.means)}{note}', ""]
    return "\n".join(lines)


def write_pages(check: bool = False) -> list[str]:
    """Write the pages of both languages beside the terms, or only look; returns what is stale."""
    return pages.write_pages("glossary", "terms.toml", page, check)
