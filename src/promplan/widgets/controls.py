"""Controls by type: what a field of each type is edited with, how its value is shown there and read back.

A type that has no control is refused when the form is built, not when somebody types.
"""

import re
import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from functools import cache
from html import escape
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import ipywidgets as widgets
import traitlets
from pydantic.fields import FieldInfo

from promplan.language import Words, day, say
from promplan.plan import edit, tree
from promplan.plan.base import Part, Record
from promplan.plan.labels import choices_of, label_of
from promplan.plan.turn import TURN
from promplan.widgets.references import References
from promplan.widgets.typed import (
    heard_day,
    heard_number,
    heard_share,
    moment,
    number,
    share,
    time_of_day,
    written_day,
    written_moment,
    written_number,
)

WIDE = widgets.Layout(width="98%", max_width="60em")
STYLE = {"description_width": "20em"}
Choice = Mapping[str, Words | str]  # the values of a field, each in words

# what may be chosen, from the plan as it is now: pairs of words and key
Offer = Callable[[Any], list[tuple[str, str]]]


@dataclass(frozen=True)
class Control:
    """A field's ipywidget, how a value is shown in it, and how its value is read: raises `Problem` with what belongs
    there. `heard` tells what was understood of what was typed, where that leaves a doubt. `day`: may it be picked from
    a month?
    """

    widget: Any
    show: Callable[[Any], Any]
    read: Callable[[Any], Any]
    heard: Callable[[str, Any], str] | None = None
    day: bool = False


def control(kind: type[Part], name: str, offer: Offer | None = None) -> Control:
    """The control of a field; `offer` gives the choices of one that the type leaves open.

    Raises:
        TypeError: no control is known for the field's type.
    """
    info = kind.model_fields[name]
    extra: dict[str, Any] = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
    looks = {"description": str(label_of(info) or name), "style": STYLE, "layout": WIDE}
    choices = choices_of(info)
    inner = bare(info.annotation)
    listed = get_origin(inner) is list
    if name in tree.references(kind):
        path = tree.refers(kind).get(name, "")
        if listed and not (offer or path):  # of which list they are nobody has said
            return Control(_text(looks), ", ".join, lambda text: [one for one in re.split(r"[,;\s]+", text) if one])
        offer = offer or _records(path)
        if listed:
            return Control(References(offer, **looks), list, list)
        if path:
            part = References(offer, one=True, **looks)
            return Control(part, lambda key: [key] if key else [], lambda keys: next(iter(keys), ""))
    if offer is not None:
        return Control(Offered(offer, **looks), str, str)
    made = _of_list(inner, choices, looks) if listed else _of_one(inner, info.annotation, choices, extra, looks)
    if made is None:
        raise TypeError(f"{kind.__name__}.{name}: no form has a control for {info.annotation}")
    if inner is float and not choices and _is_share(info):
        made = replace(made, read=share, heard=heard_share)
    return made


def _is_share(info: FieldInfo) -> bool:
    """Is it a fraction of a whole: at most 1?"""
    typed = (it for one in get_args(info.annotation) for it in getattr(one, "__metadata__", ()))
    bounds = [*info.metadata, *(limit for one in typed for limit in getattr(one, "metadata", (one,)))]
    return any(getattr(one, "le", None) == 1 for one in bounds)


def in_words(kind: type[Part], name: str, made: Control, value: Any) -> str:
    """A field's value as a sentence may say it: its choice in words, a number as it is written in the field."""
    if value in (None, "", []):
        return str(say("(empty)"))
    if isinstance(value, bool):
        return str(say("yes") if value else say("no"))
    choices = choices_of(kind.model_fields[name])
    if isinstance(value, list):
        named = made.widget.said if isinstance(made.widget, References) else lambda one: choices.get(one, one)
        return ", ".join(str(named(one)) for one in value)
    if isinstance(made.widget, References):
        return made.widget.said(str(value))
    if isinstance(made.widget, Offered):
        return next((words for words, key in made.widget.options if key == value), str(value))
    return str(choices.get(value) or made.show(value))


def bare(annotation: Any) -> Any:
    """A type without its bounds, and without None as the other choice."""
    while True:
        if get_origin(annotation) is Annotated:
            annotation = get_args(annotation)[0]
        elif get_origin(annotation) in (Union, types.UnionType):
            real = [one for one in get_args(annotation) if one is not type(None)]
            if len(real) > 1:
                return annotation
            annotation = real[0]
        else:
            return annotation


def _of_list(inner: Any, choices: Choice, looks: dict[str, Any]) -> Control | None:
    item = bare(get_args(inner)[0])
    if choices := choices or _literal(item):
        return Control(Choices(looks["description"], choices), list, list)
    if item is str:  # phrases may hold spaces and commas: one on a line
        return Control(_text(looks, several=True), "\n".join, _lines)
    return None


def _of_one(
    inner: Any, annotation: Any, choices: Choice, extra: dict[str, Any], looks: dict[str, Any]
) -> Control | None:
    if choices := choices or _literal(inner):
        options = [(str(words), key) for key, words in choices.items()]
        return Control(widgets.Dropdown(options=options, **looks), lambda value: value, lambda value: value)
    if inner is bool:
        return _yes_or_no(looks, may_be_unsaid=annotation is not bool)
    if inner is str:
        return Control(_text(looks, several=bool(extra.get("wide"))), lambda value: value or "", str)
    found = next((it for it in _TYPED if it[0] is inner), None)
    if found is None:
        return None
    _, show, read, heard = found
    return Control(_text(looks), lambda value: "" if value is None else show(value), read, heard, inner is date)


Heard = Callable[[str, Any], str] | None
_TYPED: tuple[tuple[type, Callable[[Any], str], Callable[[str], Any], Heard], ...] = (
    (float, written_number, lambda text: number(text, whole=False), heard_number),
    (int, str, lambda text: number(text, whole=True), heard_number),
    (datetime, written_moment, moment, None),
    (date, day, written_day, heard_day),
    (time, "{:%H:%M}".format, time_of_day, None),
)


def _literal(kind: Any) -> Choice:
    return {str(one): str(one) for one in get_args(kind)} if get_origin(kind) is Literal else {}


def _text(looks: dict[str, Any], *, several: bool = False) -> Any:
    make: Callable[..., Any] = widgets.Textarea if several else widgets.Text
    return make(continuous_update=True, **looks)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _yes_or_no(looks: dict[str, Any], *, may_be_unsaid: bool) -> Control:
    if not may_be_unsaid:
        return Control(widgets.Checkbox(indent=True, **looks), bool, bool)
    options = [(str(say("not said")), None), (str(say("yes")), True), (str(say("no")), False)]
    return Control(widgets.Dropdown(options=options, **looks), lambda value: value, lambda value: value)


class Choices(widgets.VBox):  # type: ignore[misc]
    """Several of a few: one checkbox each."""

    def __init__(self, label: str, choices: Choice) -> None:
        self.boxes = {
            key: widgets.Checkbox(description=str(words), indent=False, layout=WIDE) for key, words in choices.items()
        }
        super().__init__([widgets.HTML(f"<b>{escape(label)}</b>"), *self.boxes.values()])
        self.add_traits(value=traitlets.Any([]))
        self._mute = False
        for box in self.boxes.values():
            box.observe(self._gather, "value")
        self.observe(self._spread, "value")

    def _gather(self, change: Any) -> None:
        with TURN:  # what the plan ticks, in the kernel's other thread, is over by then
            if not self._mute:
                self.value = [key for key, box in self.boxes.items() if box.value]

    def _spread(self, change: Any) -> None:
        self._mute = True
        for key, box in self.boxes.items():
            box.value = key in change["new"]
        self._mute = False


class Offered(widgets.Dropdown):  # type: ignore[misc]
    """One of what the plan or the course offers now; a key that leads nowhere stays visible as it is."""

    def __init__(self, offer: Offer, **more: Any) -> None:
        self.offer = offer
        self.offered: list[tuple[str, str]] = [(str(say("not chosen")), "")]
        super().__init__(options=self.offered, **more)

    def follow(self, plan: Any, own: str = "") -> None:
        """Offer what there is now; the chosen one stays chosen."""
        options = self.offer(plan)
        if "" not in [key for _, key in options]:
            options = [(str(say("not chosen")), ""), *options]
        if options != self.offered:
            keep = str(getattr(self, "value", ""))
            self.options = self.offered = options
            self.show(keep)

    def show(self, key: str) -> None:
        """Choose `key`, known or not."""
        options = self.offered if key in [one for _, one in self.offered] else [*self.offered, (key, key)]
        if list(self.options) != options:  # what another record had, and nobody offers, is no choice here
            self.options = options
        self.value = key


def _records(path: str) -> Offer:
    """The records of a list, for a reference to one of them; of a list in records (`items/script`) those of all."""
    return lambda plan: [(line(one), one.id) for one in _rows(plan, path)]


def _rows(plan: Any, path: str) -> list[Any]:
    if "/" not in path:
        return edit.records(plan, path)
    return [one for found in tree.record_lists(plan) if tree.shape(found.path) == path for one in found.rows]


@cache
def _said(kind: type[Part]) -> tuple[str, ...]:
    """The fields of a record that hold somebody's words, and no id and no key of a choice."""
    inside = {"id", "by", *tree.references(kind)}
    return tuple(
        name
        for name, info in kind.model_fields.items()
        if name not in inside and bare(info.annotation) is str and not choices_of(info)
    )


def line(record: Record) -> str:
    """A record in one line: its id and its first words."""
    said = (getattr(record, name) for name in _said(type(record)))
    words = next((value for value in said if isinstance(value, str) and value), "")
    return f"{record.id} · {begun(words) or say('(empty)')}"


def begun(text: str, most: int = 70) -> str:
    """The beginning of a text for a list, cut between words."""
    if len(text) <= most:
        return text
    whole, _, _ = text[: most + 1].rpartition(" ")
    return f"{whole.rstrip(' ,;:—–-') or text[:most]} …"
