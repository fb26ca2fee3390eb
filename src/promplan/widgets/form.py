"""Forms from the document's own models: one control a field, the error beside it, every change saved at once."""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from html import escape
from typing import Any, Protocol

import ipywidgets as widgets
import traitlets
from pydantic import ValidationError
from pydantic.fields import FieldInfo

from promplan.language import Problem, Words, pick, say
from promplan.plan import edit
from promplan.plan.base import Part
from promplan.plan.codec import fault
from promplan.plan.store import Conflict
from promplan.widgets.guard import Guard

WIDE = widgets.Layout(width="98%", max_width="60em")


class Keeper(Protocol):
    """What a form needs of a store."""

    @property
    def plan(self) -> Any:
        """The newest plan, or the part of it that the address counts from."""

    def put(self, address: str, fields: dict[str, Any], seen: dict[str, Any] | None = None) -> Any:
        """Set fields; see `Store.put`."""


class Form:
    """The fields of one object of the plan.

    Args:
        store: where the plan lives. address: the object (`brief`, `enterprise.facts/F3`); may be changed later.
        fields: the names of its fields, in the order of the form. guard: the editor's guard.
    """

    def __init__(self, store: Keeper, address: str, kind: type[Part], fields: Iterable[str], guard: Guard) -> None:
        self.store, self.address, self.kind, self.guard = store, address, kind, guard
        self.controls: dict[str, Any] = {}
        self.errors: dict[str, Any] = {}
        self._seen: dict[str, Any] = {}
        self._mute = False
        self._choice = widgets.VBox([])
        rows = [self._row(name, kind.model_fields[name]) for name in fields]
        self.box = widgets.VBox([*rows, self._choice])
        self.load()

    def _row(self, name: str, info: FieldInfo) -> Any:
        extra: dict[str, Any] = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
        label = str(pick(extra.get("label", name)))
        control = _control(label, extra, info)
        control.observe(lambda change, name=name: self._changed(name), "value")
        self.controls[name], self.errors[name] = control, widgets.HTML("")
        hint = str(pick(extra.get("help", "")))
        under = [widgets.HTML(f'<span style="color:#555; padding-left:21em">{escape(hint)}</span>')] if hint else []
        return widgets.VBox([control, *under, self.errors[name]])

    @contextmanager
    def _quiet(self) -> Iterator[None]:
        self._mute, before = True, self._mute
        try:
            yield
        finally:
            self._mute = before

    def load(self, address: str | None = None) -> None:
        """Show the object as the plan has it now; a field that already shows it is left alone, with its cursor."""
        self.address = self.address if address is None else address
        try:
            now = edit.fields(edit.find(self.store.plan, self.address))
        except Problem as gone:
            self.guard.report(gone.what)
            return
        with self._quiet():
            self._offer()
            for name, control in self.controls.items():
                if name not in self._seen or now[name] != self._seen[name] or address is not None:
                    _show(control, now[name])
                    self.errors[name].value = ""
        self._seen = now

    def _offer(self) -> None:
        """The records that a reference may name, as the plan has them now."""
        for control in self.controls.values():
            if isinstance(control, Referring):
                control.offer(self.store.plan)

    def _changed(self, name: str) -> None:
        if self._mute:
            return
        info = self.kind.model_fields[name]
        try:
            value = _read(self.controls[name], info)
        except Problem as problem:
            self._wrong(name, problem.what)
            return
        self._save(name, value)

    def _save(self, name: str, value: Any) -> None:
        before, self._seen = self._seen, {**self._seen, name: value}  # our own change is no news when it comes back
        try:
            self.store.put(self.address, {name: value}, seen=before)
        except ValidationError as error:
            self._seen = before
            first = error.errors(include_url=False)[0]
            self._wrong(name, fault(first["type"], first.get("ctx") or {}))
        except Conflict as conflict:
            self._seen = before
            self.guard.report(conflict.what)
            self._ask(name, value, conflict)
        except Problem as problem:
            self._seen = before
            self.guard.report(problem.what)
        else:
            self.errors[name].value = ""
            self.guard.report(None)

    def _wrong(self, name: str, words: Words) -> None:
        self.errors[
            name
        ].value = f'<span role="alert" style="color:#8a1c00; padding-left:21em">✘ {escape(str(words))}</span>'
        self.guard.report(words)

    def _ask(self, name: str, value: Any, conflict: Conflict) -> None:
        theirs = conflict.theirs.get(name)
        text = say("Here: {mine}. In the plan: {theirs}.", mine=str(value), theirs=str(theirs))
        keep, take = (widgets.Button(description=str(word)) for word in (say("Keep mine"), say("Take theirs")))

        def end(keep_mine: bool) -> None:
            self._choice.children = ()
            self._seen = conflict.theirs
            if keep_mine:
                self._save(name, value)
            else:
                self.guard.report(None)
            self._seen = {}
            self.load()

        keep.on_click(lambda _: end(True))
        take.on_click(lambda _: end(False))
        self._choice.children = (widgets.HTML(f'<p role="alert">{escape(str(text))}</p>'), widgets.HBox([keep, take]))


class Choices(widgets.VBox):  # type: ignore[misc]
    """Several of a few: one checkbox each."""

    def __init__(self, label: str, choices: dict[str, Any]) -> None:
        self.boxes = {
            key: widgets.Checkbox(description=str(pick(words)), indent=False, layout=WIDE)
            for key, words in choices.items()
        }
        super().__init__([widgets.HTML(f"<b>{escape(label)}</b>"), *self.boxes.values()])
        self.add_traits(value=traitlets.Any([]))
        self._mute = False
        for box in self.boxes.values():
            box.observe(self._gather, "value")
        self.observe(self._spread, "value")

    def _gather(self, change: Any) -> None:
        if not self._mute:
            self.value = [key for key, box in self.boxes.items() if box.value]

    def _spread(self, change: Any) -> None:
        self._mute = True
        for key, box in self.boxes.items():
            box.value = key in change["new"]
        self._mute = False


class Referring(widgets.Dropdown):  # type: ignore[misc]
    """One record of another list, by its id; an id that leads nowhere stays visible as it is."""

    def __init__(self, path: str, **more: Any) -> None:
        super().__init__(options=[(str(say("not chosen")), "")], **more)
        self.path = path
        self.offered: list[tuple[str, str]] = []

    def offer(self, plan: Any) -> None:
        """Follow the plan's records; the chosen one stays chosen."""
        options = [(str(say("not chosen")), ""), *((line(one), one.id) for one in edit.records(plan, self.path))]
        if options != self.offered:
            keep = str(getattr(self, "value", ""))
            self.options = self.offered = options
            self.show(keep)

    def show(self, id_: str) -> None:
        """Choose `id_`, known or not."""
        if id_ not in [key for _, key in self.options]:
            self.options = [*self.options, (id_, id_)]
        self.value = id_


def line(record: Any) -> str:
    """A record in one line: its id and its first words."""
    words = next((value for name, value in record if name not in ("id", "by") and isinstance(value, str) and value), "")
    return f"{record.id} · {words[:70] or say('(empty)')}"


def _control(label: str, extra: dict[str, Any], info: FieldInfo) -> Any:
    style = {"description_width": "20em"}
    choices = extra.get("choices")
    if path := extra.get("refers"):
        return Referring(path, description=label, style=style, layout=WIDE)
    if choices and "list" in str(info.annotation):
        return Choices(label, choices)
    if choices:
        options = [(str(pick(words)), key) for key, words in choices.items()]
        return widgets.Dropdown(options=options, description=label, style=style, layout=WIDE)
    make: Callable[..., Any] = widgets.Textarea if extra.get("wide") else widgets.Text
    return make(description=label, continuous_update=True, style=style, layout=WIDE)


def _show(control: Any, value: Any) -> None:
    if isinstance(control, Referring):
        control.show(value)
    else:
        control.value = _shown(control, value)


def _shown(control: Any, value: Any) -> Any:
    if isinstance(control, (Choices, widgets.Dropdown)):
        return value
    if value is None:
        return ""
    if isinstance(value, list):
        return ", ".join(value)
    return f"{value:.12g}" if isinstance(value, float) else str(value)


def _read(control: Any, info: FieldInfo) -> Any:
    """The field's value from what was typed; empty means nothing given. Raises `Problem` with what belongs there."""
    if isinstance(control, (Choices, widgets.Dropdown)):
        return control.value
    text, kind = control.value, str(info.annotation)
    if "list" in kind:
        return [one for one in re.split(r"[,;\s]+", text) if one]
    if "date" in kind:
        return _day(text)
    if "float" in kind or "int" in kind:
        return number(text, whole="float" not in kind)
    return text


def _day(text: str) -> date | None:
    text = text.strip()
    if not text:
        return None
    if russian := re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", text):
        text = f"{russian[3]}-{russian[2]:0>2}-{russian[1]:0>2}"
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Problem(say("a date belongs here, written as 2026-10-31")) from None


def number(text: str, whole: bool) -> float | int | None:
    """A number as people write it, 1,120 or 0,5; None for nothing; raises `Problem` with what belongs there."""
    text = re.sub(r"[\s\u00a0\u202f]", "", text).replace("−", "-")
    if not text:
        return None
    if re.fullmatch(r"[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?", text):  # 0,125 is an eighth
        text = text.replace(",", "")
    text = text.replace(",", ".")
    if not re.fullmatch(r"[+-]?\d{1,16}(\.\d*)?", text):
        raise Problem(say("a number belongs here, such as 12 or 0.5; its unit has a field of its own"))
    if whole:
        if "." in text:
            raise Problem(say("a whole number belongs here"))
        return int(text)
    return float(text)
