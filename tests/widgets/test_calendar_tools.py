"""Is what a team ticks in the calendar's tools what enters the plan, and is each of them undone at one press?"""

import io
from datetime import date, datetime

import openpyxl
import pytest
from dated import dated
from ipywidgets import Dropdown, FileUpload
from widgets.finding import field, part, press, shown, told, walk

from promplan.export import calendar_files as files
from promplan.export import calendar_sheet
from promplan.language import inside
from promplan.plan import edit
from promplan.plan.codec import dumps
from promplan.plan.store import NAME, FileStore, MemoryStore
from promplan.widgets.calendar_back import calendar_back
from promplan.widgets.calendar_files import calendar_files
from promplan.widgets.guard import Guard
from promplan.widgets.proposals import MOST, Proposal, Proposals
from promplan.widgets.schedule import suggest_schedule
from promplan.widgets.slips import what_if_slips
from promplan.widgets.toast import Toast

PLAN = edit.put(dated(), "brief", {"answer_days": 5})


def hand(panel, data: bytes, name: str = "calendar.xlsx") -> None:
    """Choose a file, as a browser sends it."""
    one = {"name": name, "size": len(data), "content": data, "type": "", "last_modified": datetime(2026, 1, 1)}
    part(panel, FileUpload).value = (one,)


def edited() -> bytes:
    """Two titles changed, a row that cannot be read, one that is new, one that is missing."""
    book = openpyxl.load_workbook(io.BytesIO(calendar_sheet.xlsx(PLAN)))
    page = book.worksheets[0]
    page.cell(3, 6).value, page.cell(4, 6).value, page.cell(5, 16).value = "One", "Two", "three"
    page.delete_rows(7)
    page.append([None, None, date(2027, 1, 11), None, "Site", "New"])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def tick(panel, *keys: str) -> None:
    part(panel, Proposals).picked = list(keys)


def take(panel) -> None:
    """Press the button under the list."""
    part(panel, Proposals).pressed += 1


def titles(store) -> list[str]:
    return [one.title for one in store.plan.items[1:]]


def test_what_came_back_is_shown_row_by_row_and_nothing_has_entered_the_plan():
    store = MemoryStore(PLAN)
    panel = calendar_back(store, files)
    hand(panel, edited())
    rows = part(panel, Proposals).rows
    assert [(one["key"], one["can"]) for one in rows] == [
        ("changed-3", True),
        ("changed-4", True),
        ("unread-5", False),
        ("new-7", True),
        ("gone-C6", True),
    ]
    assert part(panel, Proposals).value == ("changed-3", "changed-4", "new-7")
    assert rows[0]["changes"] == [["Piece of content", "Piece 2", "One"]]
    assert "2 rows are others." in told(panel) and store.plan == PLAN


def test_what_is_ticked_enters_the_plan_and_undo_takes_it_back():
    store = MemoryStore(PLAN)
    panel = calendar_back(store, files)
    hand(panel, edited())
    tick(panel, "changed-4", "new-7", "unread-5", "strange")
    take(panel)
    assert titles(store) == ["Piece 2", "Two", "Piece 4", "Piece 5", "Piece 6", "New"]
    assert part(panel, Toast).said == "1 piece was changed. 1 new piece is in the plan."
    assert [one["key"] for one in part(panel, Proposals).rows] == ["changed-3", "unread-5", "gone-C6"]
    part(panel, Toast).undo()
    assert store.plan.items == PLAN.items
    assert len(part(panel, Proposals).rows) == 5


def test_with_nothing_ticked_nothing_is_done_and_it_is_said():
    store = MemoryStore(PLAN)
    panel = calendar_back(store, files)
    hand(panel, edited())
    tick(panel)
    take(panel)
    assert "No row is chosen" in part(panel, Guard).trouble and store.plan == PLAN


def test_a_file_that_cannot_be_read_leaves_nothing_of_the_one_before():
    panel = calendar_back(MemoryStore(PLAN), files)
    hand(panel, edited())
    hand(panel, b"PK nothing")
    assert "damaged" in part(panel, Guard).trouble
    assert part(panel, Proposals).rows == []


def test_the_columns_of_somebody_s_sheet_are_asked_about_and_those_of_ours_are_not():
    panel = calendar_back(MemoryStore(PLAN), files)
    hand(panel, edited())
    assert [one for one in walk(panel) if isinstance(one, Dropdown)] == []
    hand(panel, b"Wann;Beitrag\r\n2026-12-24;Ring\r\n", "plan.csv")
    assert "a column with the title is missing" in part(panel, Guard).trouble
    field(panel, "Beitrag").value = "title"
    field(panel, "Wann").value = "dates.publish"
    (row,) = part(panel, Proposals).rows
    assert row["changes"] == [["Publish on", "", "2026-12-24"], ["Piece of content", "", "Ring"]]
    assert part(panel, Guard).trouble == ""


def test_of_thousands_of_rows_the_first_are_shown_and_the_others_counted():
    panel = calendar_back(MemoryStore(PLAN), files)
    hand(panel, b"Topic;Date\r\n" + b"".join(b"N%d;2026-12-24\r\n" % n for n in range(2000)), "plan.csv")
    assert len(part(panel, Proposals).rows) == MOST and "1700 more" in part(panel, Proposals).more
    take(panel)
    assert "room for 154; 300 new ones are chosen" in part(panel, Guard).trouble


def test_each_file_lies_beside_the_plan_and_can_be_taken_along(tmp_path):
    (tmp_path / NAME).write_bytes(dumps(PLAN))
    store = FileStore(tmp_path / NAME)
    panel = calendar_files(store, files)
    for one in files.FILES.values():
        press(panel, str(one.words))
        assert "href=" in told(panel) and part(panel, Guard).trouble == ""
    names = sorted(one.name for one in (tmp_path / "calendar").iterdir())
    assert names == ["calendar.csv", "calendar.ics", "calendar.xlsx"]


def test_moves_are_proposed_with_reasons_taken_by_tick_and_undone():
    store = MemoryStore(
        edit.put(edit.put(PLAN, "items/C2/dates", {"publish": None}), "items/C4/dates", {"publish": None})
    )
    before = store.plan
    panel = suggest_schedule(store)
    press(panel, "Suggest a schedule")
    rows = part(panel, Proposals).rows
    assert {one["key"] for one in rows} == {"C2", "C4"} and store.plan == before
    assert "Why: it had no day." in rows[0]["notes"] and rows[0]["changes"][0][1] == "no day"
    assert "2 pieces would get another day." in told(panel)
    tick(panel, "C4")
    take(panel)
    assert store.plan.items[3].dates.publish and store.plan.items[1].dates.publish is None
    assert [one["key"] for one in part(panel, Proposals).rows] == ["C2"]
    part(panel, Toast).undo()
    assert store.plan.items == before.items


def test_a_suggestion_for_another_plan_cannot_be_taken():
    store = MemoryStore(edit.put(PLAN, "items/C2/dates", {"publish": None}))
    panel = suggest_schedule(store)
    press(panel, "Suggest a schedule")
    store.put("items/C3", {"headline": "said anew"})
    assert part(panel, Proposals).fresh  # words move no day
    store.put("items/C3/dates", {"publish": date(2026, 12, 30)})
    assert "Do it again" in told(panel) and not part(panel, Proposals).fresh
    press(panel, "Suggest a schedule")
    assert "Do it again" not in told(panel)


def test_what_is_missing_for_a_schedule_is_said():
    panel = suggest_schedule(MemoryStore())
    press(panel, "Suggest a schedule")
    assert "when the campaign begins and ends" in part(panel, Guard).trouble


def test_a_late_clearance_says_what_moves_what_it_costs_and_how_much_time_there_is():
    store = MemoryStore(edit.put(PLAN, "items/C2/dates", {"review": date(2026, 11, 23)}))
    panel = what_if_slips(store)
    field(panel, "By how many days").value = 6
    press(panel, "What moves?")
    assert "1 piece moves, by" in told(panel) and "C2 is the first to move: at a delay of 5 days" in told(panel)
    assert [one["key"] for one in part(panel, Proposals).rows] == ["C2"]
    take(panel)
    assert store.plan.items[1].dates.publish > date(2026, 12, 4)
    part(panel, Toast).undo()
    assert store.plan.items[1].dates.publish == date(2026, 12, 4)


def test_what_may_come_later_follows_the_plan():
    store = MemoryStore(PLAN)
    panel = what_if_slips(store)
    assert [value for _, value in field(panel, "What comes later").options] == [""]
    press(panel, "What moves?")
    assert "Nothing in the plan waits" in part(panel, Guard).trouble
    store.put("items/C2/dates", {"review": date(2026, 11, 23)})
    assert [value for _, value in field(panel, "What comes later").options] == ["", "C2"]


def test_proposals_take_only_known_keys_and_show_no_box_where_nothing_can_be_taken():
    one = Proposals(files.FILES["ics"].words)
    one.show(
        [Proposal("a", "info", "A"), Proposal("b", "error", "B", can=False), Proposal("c", "warning", "C", calm=False)]
    )
    assert one.value == ("a",)
    one.picked = ["c", "b", "nobody"]
    assert one.value == ("c",)


class Broken(MemoryStore):
    """Nothing can be changed in it."""

    def _apply(self, change):
        raise IsADirectoryError(21, "Is a directory")


def test_what_cannot_be_saved_is_said():
    late, due = (edit.put(PLAN, "items/C2/dates", {"review": date(2026, 11, n)}) for n in (30, 23))
    panels = [(suggest_schedule(Broken(late)), "Suggest a schedule"), (what_if_slips(Broken(due)), "What moves?")]
    for panel, name in panels:
        press(panel, name)
        take(panel)
        assert "Is a directory" in part(panel, Guard).trouble
    panel = calendar_back(Broken(PLAN), files)
    hand(panel, edited())
    take(panel)
    assert "Is a directory" in part(panel, Guard).trouble


@pytest.mark.parametrize("make", [suggest_schedule, what_if_slips])
def test_both_languages_are_spoken(make):
    with inside("ru"):
        store = MemoryStore(edit.put(PLAN, "items/C2/dates", {"review": date(2026, 12, 1), "publish": None}))
        panel = make(store)
        [one.click() for one in walk(panel) if getattr(one, "button_style", "") == "primary" and shown(one)][:1]
        assert "Why" not in str(part(panel, Proposals).rows) and part(panel, Guard).trouble == ""


def test_without_a_kernel_the_tools_say_what_they_are_for():
    store = MemoryStore(PLAN)
    for panel in (
        suggest_schedule(store),
        what_if_slips(store),
        calendar_back(store, files),
        calendar_files(store, files),
    ):
        assert panel.name in panel._repr_mimebundle_()["text/html"] and len(panel.static) > 40
