"""Are panels drawn, timed and carried in the plan, is each act undone, and does a picture tell nothing of its place?"""

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image
from widgets.acting import Kept, Page
from widgets.finding import field, part, press, told

from promplan.export import storyboard as films
from promplan.language.typesetting import unset
from promplan.plan import edit
from promplan.plan.document import Plan
from promplan.plan.script import Drawing
from promplan.plan.store import MemoryStore
from promplan.sounds import recorded
from promplan.widgets.bring import Bring
from promplan.widgets.download import Download
from promplan.widgets.guard import Guard
from promplan.widgets.storyboard import storyboard

LINES = [
    {"words": "At 170 °C the rubber flows.", "picture": "The mould opens", "seconds": 4.0},
    {"words": "Nobody hears it, but the pump does.", "picture": "The pump from the side"},
    {"words": "", "picture": "The ring in a hand", "seconds": 3.0},
]
NOTHING = Drawing().model_dump()


def film(panels: int = 0, script: bool = False) -> Plan:
    plan, item = edit.add(Plan(), "items", {"title": "The press breathes", "form": "video", "length": 20.0})
    for one in LINES if script else ():
        plan, _ = edit.add(plan, f"items/{item}/script", one)
    for n in range(panels):
        plan, _ = edit.add(plan, f"items/{item}/panels", {"action": f"Panel {n + 1}", "seconds": 5.0})
    return plan


def opened(plan: Plan, folder=None) -> tuple[MemoryStore, Page]:
    store = Kept(folder, plan) if folder else MemoryStore(plan)
    return store, Page(storyboard(store, films))


def panels(store: MemoryStore) -> list:
    return store.plan.items[0].panels


def order(store: MemoryStore) -> list[str]:
    return [one.id for one in panels(store)]


def png(size=(40, 30), colour=(10, 10, 10), **more) -> bytes:
    stream = BytesIO()
    Image.new("RGB", size, colour).save(stream, "PNG", **more)
    return stream.getvalue()


def bring(page: Page, id_: str, data: bytes, name: str = "press.png", piece: int = 4_000_000) -> None:
    """What the page sends of a file: pieces, the last of them marked."""
    for at in range(0, len(data), piece):
        given = {"do": "file", "key": name, "name": name, "id": id_, "last": at + piece >= len(data)}
        page.board._handle_custom_msg(given, [memoryview(data[at : at + piece])])


def test_a_panel_is_added_filled_copied_and_removed_and_each_is_undone():
    store, page = opened(film())
    first = page.act("add", id="")
    assert order(store) == [first] and panels(store)[0].size == "wide"
    page.act("put", id=first, name="action", value="The mould opens", seen="")
    page.act("put", id=first, name="seconds", value="4,5", seen="")
    assert panels(store)[0].seconds == 4.5
    page.act("copy", id=first)
    assert [one.action for one in panels(store)] == ["The mould opens"] * 2
    page.act("remove", id=first)
    page.act("undo")
    assert order(store)[0] == first and len(order(store)) == 2
    for _ in range(3):
        page.act("undo")
    assert [one.action for one in panels(store)] == [""] and panels(store)[0].seconds is None
    page.act("undo")
    assert panels(store) == [] and page.board.undoes == ""


def test_what_is_typed_into_a_field_key_by_key_is_one_step():
    store, page = opened(film(1))
    for before, now in (("Panel 1", "T"), ("T", "Th"), ("Th", "The")):
        page.act("put", id="S1", name="action", value=now, seen=before)
    page.act("undo")
    assert panels(store)[0].action == "Panel 1"


def test_a_time_that_is_no_number_is_refused_in_words_and_the_page_is_told_which_act_failed():
    store, page = opened(film(1))
    page.act("put", id="S1", name="seconds", value="five", seen="5")
    assert page.failed and panels(store)[0].seconds == 5.0
    page.act("put", id="S1", name="sound", value="the pump", seen="")
    assert not page.failed and "a number belongs here" in unset(part(page.panel, Guard).trouble)
    page.act("put", id="S1", name="seconds", value="6", seen="5")
    assert panels(store)[0].seconds == 6.0 and part(page.panel, Guard).trouble == ""


def test_acts_that_come_again_with_later_ones_are_done_once():
    store, page = opened(film())
    page.board.acts = {"page": "one", "list": [{"turn": 1, "do": "add", "piece": "C1", "id": ""}]}
    again = [{"turn": n, "do": "add", "piece": "C1", "id": ""} for n in (1, 2, 3)]
    page.board.acts = {"page": "one", "list": again}
    assert len(panels(store)) == 3
    page.board.acts = {"page": "two", "list": again[:1]}  # another window counts its own
    assert len(panels(store)) == 4


def test_a_panel_is_carried_to_another_place_and_back():
    store, page = opened(film(4))
    page.act("carry", id="S1", by=2)
    assert order(store) == ["S2", "S3", "S1", "S4"]
    page.act("carry", id="S4", by=-9)
    page.act("undo")
    page.act("undo")
    assert order(store) == ["S1", "S2", "S3", "S4"]


def test_strokes_and_silhouettes_are_kept_as_numbers_and_undone_one_by_one():
    store, page = opened(film(1))
    figure = {"name": "press", "x": 40.0, "y": 55.0, "size": 80.0, "turn": 0.0, "mirrored": False}
    first = {**NOTHING, "figures": [figure]}
    second = {**first, "strokes": ["100,100 500,900"]}
    page.act("draw", id="S1", drawing=first, seen=NOTHING)
    page.act("draw", id="S1", drawing=second, seen=first)
    assert panels(store)[0].drawing.model_dump() == second == page.board.drawings["S1"]
    page.act("undo")
    assert panels(store)[0].drawing.model_dump() == first
    page.act("undo")
    assert panels(store)[0].drawing == Drawing()


def test_a_frame_that_somebody_else_has_drawn_in_meanwhile_is_not_overwritten():
    store, page = opened(film(1))
    store.put("items/C1/panels/S1/drawing", {"strokes": ["1,1 2,2"]})
    page.act("draw", id="S1", drawing={**NOTHING, "strokes": ["9,9 8,8"]}, seen=NOTHING)
    assert page.failed and page.board.drawings["S1"]["strokes"] == ["1,1 2,2"]


@pytest.mark.parametrize("stroke", ["a,b", "1,1  2,2", "1,1 " * 400])
def test_what_is_no_stroke_is_refused(stroke):
    store, page = opened(film(1))
    page.act("draw", id="S1", drawing={**NOTHING, "strokes": [stroke]}, seen=NOTHING)
    assert page.failed and panels(store)[0].drawing == Drawing()


def test_panels_are_made_of_the_lines_that_have_none_and_last_as_long_as_they_are_said():
    store, page = opened(film(script=True))
    assert page.board.shown["unshown"] == 3
    page.act("script")
    assert [(one.line, one.action, one.seconds) for one in panels(store)] == [
        ("L1", "The mould opens", 4.0),
        ("L2", "The pump from the side", 3.5),
        ("L3", "The ring in a hand", 3.0),
    ]
    assert page.board.shown["panels"][0]["words"] == "At 170 °C the rubber flows."
    page.act("undo")
    assert panels(store) == []


def test_the_seconds_of_the_panels_stand_beside_the_piece_s():
    store, page = opened(film(3))
    assert unset(page.board.shown["total"]) == "3 panels, 15 s of 20."
    assert "5 s of the piece have no panel yet" in unset(" ".join(page.board.shown["wanted"]))
    page.act("add", id="S3")
    assert "Panels without their seconds: 4" in unset(" ".join(page.board.shown["wanted"]))
    page.act("put", id=order(store)[-1], name="seconds", value="5", seen="")
    assert unset(page.board.shown["wanted"][0]) == "The panels fill the piece."


def test_the_proportions_of_a_piece_are_kept_and_taken_from_its_idea_s_poster():
    plan, idea = edit.add(film(1), "ideas", {"title": "Breath", "poster": {"format": "4:5"}})
    store, page = opened(edit.put(plan, "items/C1", {"idea": idea}))
    assert page.board.shown["proportions"] == [4, 5]
    page.act("format", value="9:16")
    assert Page(storyboard(store, films)).board.shown["format"] == "9:16"
    page.act("undo")
    assert page.board.shown["format"] == "4:5"


def test_a_photo_comes_without_its_place_and_that_is_said(tmp_path):
    exif = Image.Exif()
    exif[0x8825] = {1: "N", 2: (54.0, 0.0, 0.0)}
    stream = BytesIO()
    Image.new("RGB", (64, 36), (200, 90, 40)).save(stream, "JPEG", exif=exif)
    store, page = opened(film(2), tmp_path)
    bring(page, "S2", stream.getvalue(), "shop.jpg", piece=100)
    assert "GPS" in page.board.brought["told"] and page.board.brought["id"] == "S2"
    picture = panels(store)[1].drawing.picture
    kept = next(one for one in store.plan.attachments if one.id == picture)
    assert not Image.open(tmp_path / "plan-files" / kept.sha256).getexif()
    assert page.board.pictures[picture][:2] == b"\xff\xd8"
    bring(page, "S1", stream.getvalue(), "again.jpg")  # the same picture lies beside the plan once
    assert len(store.plan.attachments) == 1 and panels(store)[0].drawing.picture == picture
    page.act("undo")
    assert panels(store)[0].drawing.picture == ""


def test_a_picture_of_a_hundred_megapixels_is_refused_by_its_head_alone(tmp_path):
    head = struct.pack(">IIBBBBB", 10_000, 10_000, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", 13) + b"IHDR" + head + struct.pack(">I", zlib.crc32(b"IHDR" + head))
    data = b"\x89PNG\r\n\x1a\n" + chunk + struct.pack(">I", 0) + b"IDAT" + struct.pack(">I", zlib.crc32(b"IDAT"))
    store, page = opened(film(1), tmp_path)
    bring(page, "S1", data, "huge.png")
    assert "has 100 megapixels, and 60 are the most" in unset(part(page.panel, Guard).trouble)
    assert store.plan.attachments == []


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"%PDF-1.7 ...", "is a PDF"), (b"\x00\x01 nothing", "is no picture"), (png()[:60], "damaged or not whole")],
)
def test_what_is_no_picture_is_told(tmp_path, data, said):
    store, page = opened(film(1), tmp_path)
    bring(page, "S1", data, "one.png")
    assert said in unset(part(page.panel, Guard).trouble) and panels(store)[0].drawing == Drawing()


@pytest.mark.parametrize("kind", ["gif", "html"])
def test_the_animatic_is_written_beside_the_plan_and_offered_for_download(tmp_path, kind):
    _, page = opened(film(2), tmp_path)
    words = {"gif": "Animatic as GIF", "html": "Animatic as a page (HTML)"}[kind]
    press(page.panel, words)
    path = tmp_path / "films" / f"The-press-breathes.{kind}"
    assert "Saved: films/The-press-breathes" in unset(told(page.panel))
    offered = part(page.panel, Download)
    assert offered.data == path.read_bytes() and offered.file["name"] == path.name


def test_without_a_kernel_the_panels_are_a_list_and_words_are_escaped():
    plan = edit.put(film(2), "items/C1/panels/S1", {"action": "<b>opens</b>", "size": "wide"})
    static = unset(storyboard(MemoryStore(plan), films).static)
    assert "&lt;b&gt;opens&lt;/b&gt; · wide: where it is · 5 s" in static
    assert "no storyboard yet" in storyboard(MemoryStore(), films).static


def test_a_panel_says_which_shot_of_the_visit_it_shows():
    plan, shot = edit.add(film(2), "visit.shots", {"what": "the jig rolls a frame over"})
    store, page = opened(plan)
    offered = page.board.shown["shots"]
    assert offered == [["", "none: it is drawn"], [shot, f"{shot} · the jig rolls a frame over"]]
    page.act("put", id="S1", name="shot", value=shot, seen="")
    assert panels(store)[0].shot == shot
    first, second = page.board.shown["panels"]
    assert first["came"] == f"from the visit: {shot} · the jig rolls a frame over" and second["came"] == ""
    assert "from the visit: T1" in unset(storyboard(store, films).static)
    store.remove(f"visit.shots/{shot}")
    assert "T1: is no longer in the plan" in page.board.shown["panels"][0]["came"]


def test_a_plan_without_a_piece_gets_one_by_its_button():
    store, page = opened(Plan())
    assert page.board.shown == {"id": ""}
    press(page.panel, "New piece")
    assert page.board.shown["id"] == store.plan.items[0].id


def test_a_sound_is_kept_beside_the_plan_and_chosen_and_what_is_no_sound_is_told(tmp_path):
    store, page = opened(film(1), tmp_path)
    bring_ = part(page.panel, Bring)
    sound = recorded("press-shop")
    for at in range(0, len(sound), 30_000):
        given = {"do": "file", "key": "a", "name": "press.wav", "last": at + 30_000 >= len(sound)}
        bring_._handle_custom_msg(given, [memoryview(sound[at : at + 30_000])])
    assert field(page.panel, "Sound under the film").value == store.plan.attachments[0].id
    assert (tmp_path / "plan-files" / store.plan.attachments[0].sha256).read_bytes() == sound
    for name in ("press.mp3", "press.wav"):  # an ending makes no sound
        bring_._handle_custom_msg({"do": "file", "key": name, "name": name, "last": True}, [memoryview(b"ID3" * 20)])
        assert "is no WAV" in unset(part(page.panel, Guard).trouble) and len(store.plan.attachments) == 1
        assert len(list((tmp_path / "plan-files").iterdir())) == 1  # what is refused is not kept


def test_a_title_that_is_typed_leaves_the_open_panel_and_what_can_be_undone():
    store, page = opened(edit.add(film(2), "items", {"title": "The other film", "form": "video"})[0])
    field(page.panel, "Piece that is open").value = "C2"
    page.act("add", id="")
    page.board.value = panel = store.plan.items[1].panels[0].id
    store.put("items/C1", {"title": "Another title"})
    assert page.board.shown["id"] == "C2" and page.board.value == panel and page.board.undoes
