"""A platform's export that comes into the plan: what each column holds, whose each row is, what is accepted of it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from html import escape
from typing import Any, Protocol

import ipywidgets as widgets

from promplan.language import Words, say
from promplan.plan import letters
from promplan.plan.document import Plan
from promplan.plan.kpis import RESULT_KINDS
from promplan.plan.store import Store
from promplan.results.later import ahead, exported_until
from promplan.widgets import sheet_back
from promplan.widgets.calendar_names import channel_named
from promplan.widgets.controls import begun
from promplan.widgets.kit_files import KitFiles
from promplan.widgets.panel import Panel, region, set_region
from promplan.widgets.proposals import MOST as MOST_SHOWN
from promplan.widgets.proposals import Proposal
from promplan.widgets.sheet_back import SheetBack, Texts

RESULTS = "results"
KINDS = ("export", "past", "counted")
TEXTS = Texts(
    say("Results from a platform"),
    say(
        "What the platform or the plant's site has counted, as it exports it. Rates are not taken: they are worked out "
        "anew and compared. Nothing enters the plan before you have ticked it here, and the same file twice changes "
        "nothing."
    ),
    ".xlsx,.csv,.txt,.tsv",
    say("{name} is too large for an export."),
    say("Whose result it is"),
)


class Files(sheet_back.Files, Protocol):
    """What reads them: `promplan.export.results_files`."""

    Choices: Any

    def opened(self, data: bytes, name: str = "") -> Any:
        """A file: its `heads`, the `mapping` of its columns, its `source`."""

    def difference(self, plan: Plan, file: Any, mapping: Mapping[int, str] | None = None, choices: Any = None) -> Any:
        """What the file would bring: its `rows`, and `notes` about the whole."""

    def zone_of(self, plan: Plan, file: Any) -> str:
        """The time zone that a file says it counts by; "" for none."""

    def zones(self, plan: Plan) -> Sequence[str]:
        """The time zones to choose from."""


def results_back(store: Store, files: Files) -> Panel:
    """Reads an export, .csv or .xlsx, shows what it would bring, and takes what is ticked; Undo takes it back."""
    return _Back(store, files).panel


class _Back(SheetBack):
    files: Files

    def __init__(self, store: Store, files: Files) -> None:
        self.pieces: dict[str, str] = {}  # what a row is called → the piece that was chosen for it
        self._setting = False
        super().__init__(store, files, TEXTS, RESULTS)
        self.proposals.observe(lambda change: self.guard.doing(lambda: self._turn(change["new"])), "turned")

    def sources(self) -> Sequence[Any]:
        return (KitFiles(self.store, self.guard, self.take_file, "exports").list,)

    def asked(self) -> Sequence[Any]:
        zones = self.files.zones(self.store.plan)
        kinds = [(str(RESULT_KINDS[one]), one) for one in KINDS]
        self.zone = widgets.Dropdown(options=zones, **_looks(say("Time zone of the export")))
        self.channel = widgets.Dropdown(**_looks(say("Where no cell says it, it is from")))
        self.kind = widgets.Dropdown(options=kinds, **_looks(say("What it is")))
        self.source = widgets.Text(continuous_update=False, **_looks(say("Called in the plan")))
        rest = str(say("Take those without a warning that are not shown, too"))
        self.rest = widgets.Checkbox(description=rest, indent=False, layout=widgets.Layout(width="98%"))
        for one in (self.zone, self.channel, self.kind, self.source):
            one.observe(self.guard.handler(self._asked_again), "value")
        self.whole = widgets.VBox([self.zone, self.channel, self.kind, self.source])
        self.late, self.move = region(), widgets.Button(layout=widgets.Layout(width="auto", max_width="100%"))
        self.move.on_click(self.guard.handler(self._move))
        self.behind = widgets.VBox([self.late, self.move])
        self._last: date | None = None  # the day that the plan's today is moved to
        for one in (self.whole, self.rest, self.behind):
            one.layout.display = "none"
        self._offer()
        return (self.whole, self.rest, self.behind)

    def _offer(self) -> None:
        """Offer the channels and the pieces that the plan has now."""
        plan = self.store.plan
        channels = [(str(say("not chosen")), ""), *((channel_named(plan, one.id), one.id) for one in plan.channels)]
        if list(self.channel.options) != channels:
            held = self.channel.value or ""
            self._setting = True
            self.channel.options = channels
            self.channel.value = held if held in [key for _, key in channels] else ""
            self._setting = False

    def opened(self, data: bytes, name: str) -> Any:
        self.whole.layout.display = "none"
        file = self.files.opened(data, name)
        self._setting = True
        self.pieces, self.source.value, self.rest.value = {}, file.source, False
        zones = self.files.zones(self.store.plan)
        said = self.files.zone_of(self.store.plan, file)
        self.zone.options = zones
        self.zone.value = said if said in zones else zones[0]
        self._setting = False
        self.whole.layout.display = ""
        return file

    def difference(self) -> Any:
        choices = self.files.Choices(
            zone=self.zone.value,
            channel=self.channel.value,
            source=self.source.value.strip(),
            kind=self.kind.value,
            pieces=dict(self.pieces),
        )
        return self.files.difference(self.store.plan, self.file, self.mapping(), choices)

    def proposal(self, said: Any) -> Proposal:
        return replace(super().proposal(said), choice=said.piece if said.can else None)

    def follow(self) -> None:
        self._offer()
        super().follow()

    def _show(self, found: Any, picked: Collection[str] | None = None) -> None:
        options = [[str(say("no piece: a result by itself")), ""]]
        options += [[f"{one.id} · {begun(one.title, 60)}", one.id] for one in self.store.plan.items]
        with self.proposals.hold_sync():
            self.proposals.choices = options
            super()._show(found, picked)
        self._look_ahead(found)
        more = found is not None and len(found.rows) > MOST_SHOWN
        self.rest.layout.display = "" if more else "none"

    def _look_ahead(self, found: Any) -> None:
        """Say where the file's days lie after the plan's today, and offer to move that: the days are right."""
        plan, today = self.store.plan, letters.today(self.store.plan)
        rows = [one.values.get("until") or one.values.get("day") for one in found.rows] if found is not None else []
        late = [it for it in rows if it is not None and today is not None and it > today]
        if found is not None:
            late += [day for one, day in ahead(plan, today) if one.kind == "export"]
        asked = bool(late) and self.kind.value == "export"
        self.behind.layout.display = "" if asked else "none"
        if not asked:
            return
        self._last = exported_until(plan, late)
        words = say(
            "The plan's today is {today}, and the file counts until {last}. The file is right: what it counts has "
            "been. Move today, and leave the days.",
            today=today,
            last=max(late),
        )
        if self._last is None:
            words = say(
                "The plan's today is {today}, and the file counts until {last}. Is a day misread? Else set today on "
                "the plant's card in unit 0: Count from this day.",
                today=today,
                last=max(late),
            )
        set_region(self.late, f"<p>{escape(str(words))}</p>")
        self.move.layout.display = "none" if self._last is None else ""
        self.move.description = str(say("Set today to {day}", day=self._last)) if self._last else ""

    def _move(self) -> None:
        if self._last is None:
            return
        last, before = self._last, self.store.plan.meta.as_of
        self.store.put("meta", {"as_of": last})

        def undo() -> Words:
            self.store.put("meta", {"as_of": before}, seen={"as_of": last})
            return say("Taken back.")

        self.toast.offer(say("The plan's today is {day} now.", day=last), undo)

    def chosen(self) -> Collection[str]:
        hidden = self.found.rows[MOST_SHOWN:] if self.rest.value else ()
        return [*self.proposals.value, *(one.key for one in hidden if one.calm)]

    def _asked_again(self) -> None:
        if not self._setting:
            self.compare()

    def _turn(self, sent: Mapping[str, Any]) -> None:
        """Somebody chose the piece of a row: it holds for all rows that are called the same."""
        row = next((one for one in self.found.rows if one.key == sent.get("key")), None) if self.found else None
        piece = str(sent.get("value", ""))
        if row is None or (piece and piece not in {one.id for one in self.store.plan.items}):
            return
        self.pieces[row.called] = piece
        ticked = set(self.proposals.value)
        refused = {one.key for one in self.found.rows if one.key not in ticked and one.called != row.called}
        found = self.difference()
        self._show(found, [one.key for one in found.rows if one.kind != "unread" and one.key not in refused])


def _looks(label: Words) -> dict[str, Any]:
    layout = widgets.Layout(width="98%", max_width="40em")
    return {"description": str(label), "style": {"description_width": "13em"}, "layout": layout}
