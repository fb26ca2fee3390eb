"""The open piece of the calendar as a form: its channel and owner, its days, and how it stands in the calendar."""

from collections.abc import Mapping, Sequence
from typing import Any

import ipywidgets as widgets

from promplan.plan import edit
from promplan.plan.document import Plan
from promplan.plan.items import Item
from promplan.plan.placing import Placing
from promplan.plan.production import Dates
from promplan.plan.store import Store
from promplan.review import Finding
from promplan.widgets.form import Form
from promplan.widgets.guard import Guard
from promplan.widgets.order import Order

HEAD = ("title", "channel", "owner")
DATES = ("publish", "at", "brief", "shoot", "draft", "review")
PLACING = ("state", "hours", "pinned", "after", "look_again", "note")


class OpenPiece:
    """Three forms of one piece, `.box`; they are built with the first piece, and then filled anew."""

    def __init__(self, store: Store, guard: Guard) -> None:
        self.store, self.guard = store, guard
        self.id = ""
        self.box = widgets.VBox([])
        self.forms: dict[str, Form] = {}
        store.watch(self.follow)

    def show(self, id_: str) -> None:
        """Fill the forms with this piece; none is shown for an empty id."""
        self.id = id_
        self.box.layout.display = "" if id_ else "none"
        if not id_:
            return
        if not self.forms:
            self._build()
        for name, one in self.forms.items():
            one.load(self._address(name))

    def _address(self, part: str) -> str:
        return f"items/{self.id}" + (f"/{part}" if part else "")

    def _build(self) -> None:
        def form(name: str, kind: Any, fields: Sequence[str], **more: Any) -> Form:
            order = Order(first=more.pop("first", ()))
            return Form(self.store, self._address(name), kind, fields, self.guard, order=order, **more)

        self.forms = {
            "": form("", Item, HEAD, first=(("title",), ("channel", "owner"))),
            "dates": form("dates", Dates, DATES, first=(("publish", "at"),)),
            "placing": form(
                "placing",
                Placing,
                PLACING,
                first=(("state", "hours"), ("pinned",), ("note",)),
                offers={"after": self._others},
            ),
        }
        self.box.children = tuple(one.box for one in self.forms.values())

    def _others(self, plan: Plan) -> list[tuple[str, str]]:
        """What it may come out after: a piece does not wait for itself."""
        return [(f"{one.id} · {one.title.strip()}", one.id) for one in plan.items if one.id != self.id]

    def follow(self) -> None:
        """Follow the plan while the piece is in it."""
        for one in self.forms.values():
            one.sweep()
        if self.id and self.forms and edit.is_there(self.store.plan, f"items/{self.id}"):
            for one in self.forms.values():
                one.load()

    def at_field(self, one: Finding) -> bool:
        """Has this finding a field here?"""
        name, _, rest = one.field.partition(".")
        return one.field in HEAD or (name == "dates" and rest in DATES) or (name == "placing" and rest in PLACING)

    def tell(self, found: Sequence[Finding]) -> None:
        """Say at each field what the review finds there."""
        at: dict[str, dict[str, list[Finding]]] = {"": {}, "dates": {}, "placing": {}}
        for one in found:
            name, dot, rest = one.field.partition(".")
            form, field = (name, rest) if dot and name in at else ("", one.field)
            at[form].setdefault(field, []).append(one)
        for name, form_ in self.forms.items():
            given: Mapping[str, list[Finding]] = at[name]
            form_.tell(given)
