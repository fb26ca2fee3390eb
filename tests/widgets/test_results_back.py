"""Does an export come into the plan by hand: columns, zone, whose each row is, what is ticked, and one Undo?"""

from datetime import date, datetime

from exported import PLAN, table
from ipywidgets import FileUpload
from widgets.finding import field, part, press, shown, told

from promplan.cases.kit import load
from promplan.export import results_files as files
from promplan.plan.store import MemoryStore
from promplan.widgets.guard import Guard
from promplan.widgets.proposals import MOST, Proposals
from promplan.widgets.results_back import results_back
from promplan.widgets.toast import Toast

GOOD = ["2026-12-04", "Piece 2", "1000", "700", "10", "1", "20"]
STRANGE = ["2026-12-05", "Something else", "300", "200", "1", "0", "3"]


def hand(panel, data: bytes, name: str = "vk (1).csv") -> None:
    """Choose a file, as a browser sends it."""
    one = {"name": name, "size": len(data), "content": data, "type": "", "last_modified": datetime(2026, 1, 1)}
    part(panel, FileUpload).value = (one,)


def take(panel, *keys: str) -> None:
    proposals = part(panel, Proposals)
    if keys:
        proposals.picked = list(keys)
    proposals.pressed += 1


def turn(panel, key: str, piece: str) -> None:
    proposals = part(panel, Proposals)
    proposals.turned = {"key": key, "value": piece, "turn": proposals.turned.get("turn", 0) + 1}


def test_what_an_export_would_bring_is_told_row_by_row_and_the_plan_stays():
    store = MemoryStore(PLAN)
    panel = results_back(store, files)
    assert not shown(panel.children[6]) and field(panel, "Called in the plan").value == ""
    hand(panel, table(GOOD, STRANGE, ["2026-12-06", "Third", "1.2K"]))
    rows = part(panel, Proposals).rows
    assert [(one["key"], one["can"], one["choice"]) for one in rows] == [
        ("new-2", True, "C2"),
        ("new-3", True, ""),
        ("unread-4", False, None),
    ]
    assert part(panel, Proposals).value == ("new-2",) and store.plan == PLAN
    assert "2 new results." in told(panel) and "1 of them belongs to no piece." in told(panel)
    assert field(panel, "Called in the plan").value == "vk"
    asked = [field(panel, "Called in the plan"), field(panel, "Time zone of the export"), panel.children[6]]
    assert all(map(shown, asked)) and not shown(panel.children[7])
    assert field(panel, "Link clicks").value == "clicks"


def test_what_is_ticked_enters_the_plan_and_undo_takes_it_back():
    store = MemoryStore(PLAN)
    panel = results_back(store, files)
    hand(panel, table(GOOD, STRANGE))
    take(panel, "new-2", "new-3")
    assert [(one.what, one.item, one.source, one.clicks) for one in store.plan.results] == [
        ("Piece 2", "C2", "vk", 20),
        ("Something else", "", "vk", 3),
    ]
    assert part(panel, Toast).said == "2 new results are in the plan." and part(panel, Proposals).rows == []
    part(panel, Toast).undo()
    assert store.plan.results == [] and len(part(panel, Proposals).rows) == 2


def test_the_piece_of_a_row_is_chosen_and_the_row_is_then_ticked():
    store = MemoryStore(PLAN)
    panel = results_back(store, files)
    hand(panel, table(GOOD, STRANGE, ["2026-12-06", "Something else", "5"]))
    turn(panel, "new-3", "C4")
    assert part(panel, Proposals).value == ("new-2", "new-3", "new-4")
    turn(panel, "new-2", "")
    take(panel)
    assert [one.item for one in store.plan.results] == ["", "C4", "C4"]
    turn(panel, "new-99", "C1")
    turn(panel, "new-2", "C99")
    assert part(panel, Guard).trouble == ""


def test_zone_channel_source_and_columns_are_chosen_and_compared_anew():
    store = MemoryStore(PLAN)
    panel = results_back(store, files)
    hand(panel, table(["2026-12-03 22:30", *STRANGE[1:]]))
    field(panel, "Time zone of the export").value = "UTC"
    field(panel, "Where no cell says it, it is from").value = "H1"
    field(panel, "Called in the plan").value = "mine"
    field(panel, "What it is").value = "past"
    field(panel, "Likes").value = ""
    take(panel, "new-2")
    (one,) = store.plan.results
    assert (one.day.day, one.channel, one.source, one.kind, one.engagements, one.item) == (
        4,
        "H1",
        "mine",
        "past",
        0,
        "C2",
    )


def test_a_file_that_cannot_be_read_leaves_nothing_of_the_one_before():
    panel = results_back(MemoryStore(PLAN), files)
    hand(panel, table(GOOD))
    hand(panel, b"\x89PNG\r\n\x1a\n")
    assert "This is a picture" in part(panel, Guard).trouble
    assert part(panel, Proposals).rows == []


def test_somebody_s_sheet_is_told_and_can_be_mapped_by_hand():
    store = MemoryStore(PLAN)
    panel = results_back(store, files)
    hand(panel, table(["2026-12-04", "Piece 2", "7"], heads=["Wann", "Beitrag", "Klicks"]))
    assert "No column of this sheet counts anything" in part(panel, Guard).trouble
    for head, key in (("Wann", "day"), ("Beitrag", "what"), ("Klicks", "clicks")):
        field(panel, head).value = key
    take(panel)
    assert store.plan.results[0].clicks == 7 and store.plan.results[0].item == "C2"


def test_of_more_rows_than_are_shown_the_rest_is_taken_where_somebody_says_so():
    heads = ["Date", "Post", "utm_content", "Impressions"]
    rows = [[f"2027-{1 + n // 28:02}-{1 + n % 28:02}", "P", "C2", n] for n in range(MOST + 20)]
    store = MemoryStore(PLAN)
    panel = results_back(store, files)
    hand(panel, table(*rows, heads=heads))
    assert len(part(panel, Proposals).rows) == MOST and "20 more" in part(panel, Proposals).more
    take(panel)
    assert len(store.plan.results) == MOST
    part(panel, Toast).undo()
    field(panel, "Take those without a warning that are not shown, too").value = True
    take(panel)
    assert len(store.plan.results) == MOST + 20


def case(name: str) -> MemoryStore:
    return MemoryStore(load(name).plan)


def test_a_file_of_the_kit_is_chosen_without_a_dialog_and_says_by_which_clock_it_counts():
    panel = results_back(case("wagon-works"), files)
    field(panel, "or from your plant's kit").value = "export-vk.csv"
    assert len(part(panel, Proposals).rows) == 5 and field(panel, "Time zone of the export").value == "Europe/Moscow"
    assert "The file says of its times: “Moscow (UTC+3)”" in told(panel)
    assert part(panel, Proposals).value == ("new-3",)
    field(panel, "or from your plant's kit").value = "export-messenger.csv"
    assert field(panel, "Time zone of the export").value == "Asia/Barnaul"


def test_a_file_that_is_ahead_of_the_plan_offers_to_move_today_and_undo_brings_it_back():
    store = case("wagon-works")
    panel = results_back(store, files)
    field(panel, "or from your plant's kit").value = "export-vk.csv"
    assert "today is 2026-10-12, and the file counts until 2027-01-27" in told(panel)
    press(panel, "Set today to 2027-01-27")
    assert store.plan.meta.as_of == date(2027, 1, 27) and "The file is right" not in shown_text(panel)
    part(panel, Toast).undo()
    assert store.plan.meta.as_of == date(2026, 10, 12)


def shown_text(panel) -> str:
    return told(panel.children[8]) if shown(panel.children[8]) else ""
