"""TEXT: empty text, read by the model's own metadata: every field that holds words says something.

A unit asks about the sections that it fills. Of each field the model says what it should be (a sentence, a phrase, a
name) and whether the records of a list should differ in it; a section that joins is read without another line here.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache, lru_cache, partial
from operator import attrgetter
from typing import Any, NamedTuple, get_type_hints

from promplan.language import Words, say
from promplan.plan import tree
from promplan.plan.base import Line, Part, Record, Text
from promplan.plan.document import Plan
from promplan.plan.labels import Said, label_of
from promplan.plan.sections import SECTIONS
from promplan.review.engine import Hints, rule
from promplan.review.finding import Finding
from promplan.text.substance import CERTAIN, Flaw, blank, flaw, likenesses, shape

Label = Words


class Flawed(NamedTuple):
    """A text that says nothing: its object and field, what the form calls it, what it should be, why it is not."""

    where: str
    field: str
    label: Label
    said: Said
    text: str
    flaw: Flaw


def parts(plan: Plan, unit: str) -> Iterator[tuple[str, Part]]:
    """The cards and records that a unit fills, each with the object that a finding about it names."""
    for section in SECTIONS:
        if section.unit == unit and section.path != "answers":
            found = tree.at(plan, section.path)
            yield from ((one.id, one) for one in found) if section.is_list else [(section.name, found)]


@cache
def _fields(kind: type[Part]) -> tuple[tuple[str, Said, Label], ...]:
    """The fields of a part that hold words, those of the parts within it included: path, what it should be, label."""
    hints = get_type_hints(kind, include_extras=True)
    found: list[tuple[str, Said, Label]] = []
    for name, info in kind.model_fields.items():
        extra: Any = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
        if name in tree.parts(kind):
            found += [(f"{name}.{path}", said, label) for path, said, label in _fields(tree.parts(kind)[name])]
        elif hints[name] in (Line, Text) and (label := label_of(info)):
            found.append((name, extra.get("said", "phrase"), label))
    return tuple(found)


@cache
def _lists(kind: type[Part]) -> tuple[str, ...]:
    """Where parts stand in a list within it: the steps of a funnel, the panels of a storyboard."""
    within = [f"{name}.{path}" for name, one in tree.parts(kind).items() for path in _lists(one)]
    return (*(name for name in tree.inner(kind) if name not in tree.parts(kind)), *within)


@cache
def _read(kind: type[Part]) -> Callable[[Part], tuple[str, ...]]:
    """What reads all texts of a part at once: a register of 300 facts is read at every keystroke."""
    paths = [path for path, _, _ in _fields(kind)]
    if len(paths) < 2:
        return lambda part: tuple(attrgetter(path)(part) for path in paths)
    return attrgetter(*paths)


@lru_cache(8192)
def _flaws(kind: type[Part], texts: tuple[str, ...]) -> tuple[tuple[str, Label, Said, str, Flaw], ...]:
    return tuple(
        (path, label, said, text, found)
        for (path, said, label), text in zip(_fields(kind), texts, strict=True)
        if text and (found := flaw(said, text))
    )


@cache
def _reader(kind: type[Part]) -> tuple[Callable[[Part], tuple[str, ...]], tuple[Callable[[Part], Any], ...]]:
    """How to read a kind's texts, and the lists in it to go on with; a card's list of records is its own section."""
    own = () if issubclass(kind, Record) else tree.lists(kind)
    return _read(kind), tuple(attrgetter(path) for path in _lists(kind) if path not in own)


def flawed(rows: Iterable[tuple[str, Part]]) -> list[Flawed]:
    """The texts of these parts, and of the parts and records in their lists, that say nothing."""
    found: list[Flawed] = []
    for where, part in rows:
        _look(where, part, found)
    return found


def _look(where: str, part: Part, found: list[Flawed]) -> None:
    kind = type(part)
    read, lists = _reader(kind)
    if flaws := _flaws(kind, read(part)):
        found += [Flawed(where, *it) for it in flaws]
    for rows in lists:
        for one in rows(part):
            _look(one.id if isinstance(one, Record) else where, one, found)


def _anything(rows: list[tuple[str, Part]]) -> bool:
    """Has anybody filled anything in? What the course sets by itself, such as the time zone, is nobody's text."""
    return any(
        text not in ("", default)
        for _, part in rows
        for text, default in zip(_read(type(part))(part), _defaults(type(part)), strict=True)
    )


@cache
def _defaults(kind: type[Part]) -> tuple[str, ...]:
    return ("",) * len(_fields(kind)) if issubclass(kind, Record) else _read(kind)(kind())


def says_something(unit: str, plan: Plan, on: date | None) -> Iterable[Finding] | None:
    """No text of the unit is unseen, without a word, or one word where a sentence belongs."""
    rows = list(parts(plan, unit))
    if not _anything(rows):
        return None
    found = [it for it in flawed(rows) if it.flaw in CERTAIN]
    return [Finding(it.where, *_told(it), "" if it.flaw == "unseen" else it.text, field=it.field) for it in found]


def _told(one: Flawed) -> tuple[Words, Words]:
    if one.flaw == "unseen":
        message = say("{field}: there are characters in it that nobody can see.", field=one.label)
        return message, say("empty the field, or write it")
    if one.flaw == "short":
        return say("{field}: this is not a sentence yet.", field=one.label), say("say who or what, and what of it")
    if one.said == "unit":
        return say("{field}: this is not a unit.", field=one.label), say("write what is counted: people, mm, %")
    if one.said in ("person", "name"):
        return say("{field}: this is not a name.", field=one.label), say("write the name in full")
    return say("{field}: there are no words in it.", field=one.label), say("write it in words, or empty the field")


def reads_like_words(unit: str, plan: Plan, on: date | None) -> Iterable[Finding] | None:
    """No text of the unit looks like keys struck at random."""
    rows = list(parts(plan, unit))
    if not _anything(rows):
        return None
    return [
        Finding(
            it.where,
            say("{field}: it reads like keys struck at random, or like one word over and over.", field=it.label),
            say("write it in words; if these are words, say in your reason what they mean"),
            it.text,
            field=it.field,
        )
        for it in flawed(rows)
        if it.flaw == "doubtful"
    ]


@cache
def _distinct(kind: type[Part]) -> tuple[tuple[str, Label], ...]:
    """The fields in which each record of a list should say something of its own."""
    fields = kind.model_fields.items()
    marked = [(n, info) for n, info in fields if isinstance(x := info.json_schema_extra, dict) and "distinct" in x]
    return tuple((name, label) for name, info in marked if (label := label_of(info)))


def say_it_once(unit: str, plan: Plan, on: date | None) -> Iterable[Finding] | None:
    """No two records of a list say the same; nearly the same is asked about."""
    lists: dict[type[Part], list[Record]] = {}
    for _, part in parts(plan, unit):
        if isinstance(part, Record) and _distinct(type(part)):
            lists.setdefault(type(part), []).append(part)
    if not any(len(rows) > 1 for rows in lists.values()):
        return None
    return [
        it for kind, rows in lists.items() for name, label in _distinct(kind) for it in _repeated(rows, name, label)
    ]


def _repeated(rows: list[Record], name: str, label: Label) -> Iterator[Finding]:
    for here, there, same in _repeats(tuple(getattr(one, name) for one in rows)):
        one, other = rows[here], rows[there].id
        if same:
            message, fix = (
                say("{field}: it says the same as {other}.", field=label, other=other),
                say("say what only this one says, or remove it"),
            )
        else:
            message, fix = (
                say("{field}: it says nearly the same as {other}.", field=label, other=other),
                say("say what only this one says, or join the two"),
            )
        yield Finding(one.id, message, fix, getattr(one, name), excusable=not same, field=name)


@lru_cache(64)
def _repeats(texts: tuple[str, ...]) -> tuple[tuple[int, int, bool], ...]:
    """Which text says what an earlier one has said: place, place of the earlier one, and whether it is the same."""
    found, same, like = [], dict[str, int](), dict[str, int]()
    for place, text in enumerate(texts):
        if blank(text) or not (key := shape(text)):
            continue
        if (earlier := same.setdefault(key, place)) != place:
            found.append((place, earlier, True))
            continue
        keys = likenesses(text)
        if like.keys().isdisjoint(keys):
            like.update(dict.fromkeys(keys, place))
            continue
        found.append((place, next(like[it] for it in keys if it in like), False))
        for it in keys:
            like.setdefault(it, place)
    return tuple(found)


SAYS: Hints = (
    say("Read it aloud to somebody who was not there. What do they know now?"),
    say("Look for a field with a full stop, a dash, one letter or one word in it."),
)
READS: Hints = (
    say("Would a stranger know what was meant?"),
    say("Look for a word without a vowel, a row of keys, a word that only fills the space."),
)
ONCE: Hints = (
    say("Cover one of the two. What is lost?"),
    say("Compare the two that the finding names, word by word."),
)


def _asked(unit: str) -> None:
    """The rules of one unit: `TEXT-3`, `TEXT-3D`, and `TEXT-3R` where there are lists to compare."""
    id_ = f"TEXT-{int(unit.partition('-')[0])}"
    rule(id_, severity="error", unit=unit, text=say("Every field that is filled says something"), hints=SAYS)(
        partial(says_something, unit)
    )
    rule(f"{id_}D", severity="warning", unit=unit, text=say("No text looks like keys struck at random"), hints=READS)(
        partial(reads_like_words, unit)
    )
    if any(_distinct(one.model) for one in SECTIONS if one.unit == unit and one.is_list):
        rule(f"{id_}R", severity="warning", unit=unit, text=say("No two entries say the same"), hints=ONCE)(
            partial(say_it_once, unit)
        )


for _unit in dict.fromkeys(one.unit for one in SECTIONS):
    _asked(_unit)
