"""The chapters of the plan's PDF: which sections stand under which number, and what is made of several together."""

from dataclasses import replace
from typing import Any

from promplan.export import plan_pdf_money as money
from promplan.export.outline import Outline, Record
from promplan.export.outline_values import Choice, Day, words
from promplan.export.plan_chapters import APART, EMPTY_SAID, grouped
from promplan.export.plan_layout import DATES, MONEY, Sheet
from promplan.export.plan_pdf_cells import flat, line
from promplan.export.plan_pdf_figures import chosen
from promplan.export.plan_pdf_pictures import Shown
from promplan.export.plan_pdf_sections import Set, Setting, card, section, table
from promplan.export.plan_pdf_weeks import weeks
from promplan.export.print_signs import text
from promplan.export.whole import Whole
from promplan.language import say

SUMS = {"channels", "all-lines", "kept", "left"}  # of the budget
PAINTED = ("form", "title", "line", "credit", "link")  # what stands on a poster, to be read there
RECIPE = ("parameters", "seed", "palette", "format", "data", "alt", "legend", "shown")  # of a poster, for who draws it


def chapters(told: Whole, setting: Setting, pictures: list[Shown]) -> list[dict[str, Any]]:
    """Every chapter that has something to say, in order."""
    sections = {one.path: one for one in told.sections}
    told_ = []
    for title, mine in grouped(told.sections, APART):
        shown = [it for it in mine if it.blocks or it.path in EMPTY_SAID]
        if shown:
            parts = [_section(it, sections, setting, pictures, told, alone=len(shown) == 1) for it in shown]
            told_.append({"title": str(title), "sections": parts, "figures": chosen(parts, setting)})
    return told_


def _section(
    one: Outline,
    sections: dict[str, Outline],
    setting: Setting,
    pictures: list[Shown],
    told: Whole,
    *,
    alone: bool,
) -> dict[str, Any]:
    blocks = _ideas(one, setting, pictures) if one.path == "ideas" else section(one, setting)
    if one.path == "calendar" and "items" in sections:
        blocks = [*_calendar(sections, setting), *blocks]
    if one.path == "budget":
        glance = _budget(sections, setting, told)
        if any(it["kind"] == "money" for it in glance):
            blocks = [it for it in blocks if not _is_of_sums(it)]
        blocks = [*glance, *blocks]
    return {
        "path": one.path,
        "title": text(words(one.title)),
        "alone": alone,
        "blocks": blocks or [{"kind": "note", "text": str(say("Nothing here yet."))}],
    }


def _is_of_sums(block: Set) -> bool:
    """Are these the sums that the bar of money says already?"""
    names = [it["name"] for column in block.get("columns", ()) for it in column]
    return bool(names) and set(names) <= SUMS


def _calendar(sections: dict[str, Outline], setting: Setting) -> list[Set]:
    """The calendar at a glance, then the dates of each piece."""
    items = sections["items"]
    picture = weeks(items, sections.get("channels"), sections.get("calendar.days"))
    dated = [it for it in items.blocks if isinstance(it, Record) and "dates.publish" in flat(it)]
    dated.sort(key=lambda it: (_published(it), it.id))
    undated = [it.id for it in items.blocks if isinstance(it, Record) and "dates.publish" not in flat(it)]
    made = [*picture]
    if dated:
        setting.shown |= _names(DATES)
        silent = Setting(setting.computed)  # what a piece holds besides its dates is told in its own table
        made += [it for it in table(dated, _only(DATES, dated), silent, "") if it["kind"] in ("table", "facts")]
    if undated:
        made.append({"kind": "note", "text": str(say("Without a day: {ids}.", ids=", ".join(undated)))})
    return made


def _names(layout: Sheet) -> set[str]:
    return {name for it in layout.columns for name in it.names} | set(layout.share)


def _only(layout: Sheet, records: list[Record]) -> Sheet:
    """A table that takes its own columns from records and leaves all their other fields out."""
    rest = {name for it in records for name in flat(it)} - _names(layout)
    return replace(layout, without=tuple(rest))


def _published(one: Record) -> str:
    value = flat(one)["dates.publish"].value
    return value.day.isoformat() if isinstance(value, Day) else ""


def _budget(sections: dict[str, Outline], setting: Setting, told: Whole) -> list[Set]:
    """The money at a glance, then what each channel gets and whom it reaches, as far as this reader is shown it."""
    made: list[Set] = []
    channels = [it for it in sections["channels"].blocks if isinstance(it, Record)] if "channels" in sections else []
    priced = [it for it in channels if any(name.startswith("money.") for name in flat(it))]
    if "budget.lines" in sections or priced:
        found = money.totals(told.plan)
        if found["parts"] or found["total"]:
            made.append(found)
    if priced:
        setting.shown |= _names(MONEY)
        made += [
            it for it in table(priced, _only(MONEY, priced), Setting(setting.computed), "") if it["kind"] == "table"
        ]
    return made


def _ideas(one: Outline, setting: Setting, pictures: list[Shown]) -> list[Set]:
    """The chosen ideas each beside its poster, the others in a table with the reason."""
    chosen = [it for it in one.blocks if isinstance(it, Record) and _is_chosen(it)]
    others = [it for it in one.blocks if isinstance(it, Record) and not _is_chosen(it)]
    drawn = {it.idea.id: it for it in pictures}
    made: list[Set] = [_poster(it, drawn.get(it.id), setting, words(one.title)) for it in chosen]
    rest = Outline(one.path, one.title, (*(it for it in one.blocks if not isinstance(it, Record)), *others))
    return made + section(rest, setting)


def _is_chosen(one: Record) -> bool:
    found = flat(one).get("chosen")
    return found is not None and isinstance(found.value, Choice) and found.value.key == "yes"


def _poster(one: Record, picture: Shown | None, setting: Setting, title: str) -> Set:
    told = card(one, setting)
    fields = flat(one)
    for name, it in fields.items():
        if name.startswith("poster.") and name.split(".")[1] in RECIPE:
            setting.leave(title, name, words(it.label))
    silent = (*RECIPE, *(PAINTED if picture is not None and picture.made else ()))
    kept = [
        fact
        for name, fact in zip(fields, told["facts"], strict=True)
        if not (name.startswith("poster.") and name.split(".")[1] in silent) and name not in ("hook", "chosen")
    ]
    hook = str(fields["hook"].value) if "hook" in fields else ""
    made = {**told, "kind": "poster", "facts": kept, "hook": line(hook)["t"], "picture": "", "alt": "", "why": ""}
    if picture is not None:
        made |= {"picture": picture.picture, "alt": text(picture.alt), "ratio": picture.ratio, "why": text(picture.why)}
    made["blocks"] = [it for it in told["blocks"] if not (picture and picture.picture and it["kind"] == "figure")]
    return made
