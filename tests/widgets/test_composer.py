"""Does the composer draw every form of every file that suits it, hold its bounds, and end with the last value?"""

import gc
import random
import wave
from datetime import UTC, datetime

import pytest
from PIL import Image
from widgets.finding import button, part, press, shown, told, walk

from promplan import assets
from promplan.art.columns import said_back
from promplan.art.knobs import KNOBS
from promplan.art.recipe import NO_DATA
from promplan.art.table import read
from promplan.cases.kit import load
from promplan.export import poster as out
from promplan.figures.composed import composed
from promplan.language import inside
from promplan.language.typesetting import unset
from promplan.plan import files
from promplan.plan.document import Plan
from promplan.plan.poster import SHOWN
from promplan.plan.starting_over import emptied
from promplan.plan.store import FileStore, MemoryStore
from promplan.review import check
from promplan.widgets import composer_data
from promplan.widgets.composer import Board, composer
from promplan.widgets.guard import Guard

KITS = ("rubber-works", "wagon-works", "boiler-works")
FILES = [(kit, one.name) for kit in KITS for one in sorted((assets.folder() / "cases" / kit).glob("*.csv"))]
FORMS = [one for one in KNOBS if one not in NO_DATA]
# what a form cannot be made of, and then says why: nothing runs on, or too many names
REFUSED = (
    *("Choose", "must have one unit", "do not fit", "times must increase", "things of one kind are needed"),
    "has too few numbers to draw",
)


def opened(kit: str = "rubber-works", **poster) -> tuple[MemoryStore, object, Board]:
    store = MemoryStore(emptied(emptied(emptied(load(kit).plan, "06-making"), "05-visit"), "04-art"))
    store.put("meta", {"case": kit})
    store.add("ideas", {"title": "Twelve batches"})
    for name, value in poster.items():
        store.put("ideas/I1/poster", {name: value})
    panel = composer(store, out)
    return store, panel, part(panel, Board)


def hand(board: Board, save: bool = True, **changes) -> None:
    """What the page sends when a hand has moved a control; with `save`, let it go."""
    state = {**board.about["state"], **{key: value for key, value in changes.items() if key != "settings"}}
    state["settings"] = {**state["settings"], **changes.get("settings", {})}
    turn = int(board.picture.get("turn", 0)) + 1
    sent = {**state, "page": "one", "turn": turn}
    if save:
        board.changed = sent
    else:
        board.moved = sent


@pytest.mark.parametrize(("kit", "file"), FILES)
@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_drawn_of_every_file_or_says_what_it_needs(form, kit, file):
    _, _, board = opened(kit)
    hand(board, form=form)
    hand(board, file=file)
    if board.about["fault"]:
        assert any(one in unset(board.about["fault"]) for one in REFUSED), board.about["fault"]
        assert "marks" not in board.picture
    else:
        assert board.picture["marks"] and len(board.points) > 0 and "Made of data: " in unset(board.about["alt"])
        assert board.about["state"]["value"], "what is drawn is said in its control"


@pytest.mark.parametrize(
    ("kit", "file", "form"),
    [
        ("rubber-works", "rheometer.csv", "rosette"),
        ("rubber-works", "press-cycle.csv", "ridgeline"),
        ("rubber-works", "calender.csv", "stripes"),
        ("boiler-works", "orbit.csv", "orbit"),
        ("rubber-works", "workforce.csv", "isotype"),
        ("rubber-works", "rheometer.csv", "typology"),
    ],
)
def test_the_file_that_a_form_is_meant_for_is_drawn_at_once(kit, file, form):
    _, panel, board = opened(kit)
    hand(board, form=form)
    hand(board, file=file)
    assert board.about["fault"] == "" and board.picture["marks"] and part(panel, Guard).trouble == ""


def test_an_orbit_is_of_the_two_sensors_and_of_every_turn():
    _, _, board = opened("boiler-works")
    hand(board, form="orbit")
    hand(board, file="orbit.csv")
    state, table = board.about["state"], read((assets.folder() / "cases" / "boiler-works" / "orbit.csv").read_bytes())
    assert (state["value"], state["second"], state["along"], state["by"]) == ("x", "y", "", "")
    assert max(one.get("n", 0) for one in board.picture["marks"]) == table.rows == 720
    assert table["x"].unit == table["y"].unit == "µm"  # the file's note names both in one


def test_gears_need_no_data():
    _, _, board = opened()
    hand(board, form="spirograph")
    assert board.about["fault"] == "" and not any(board.about["offers"][one] for one in ("value", "along", "by"))


@pytest.mark.parametrize(
    ("name", "value"), [("sweep", 721), ("sweep", 29), ("hole", 0.7), ("turn", -5), ("sweep", "x")]
)
def test_a_knob_out_of_its_bounds_is_said_and_the_plan_keeps_what_it_had(name, value):
    store, panel, board = opened(form="rosette", data={"file": "rheometer.csv"})
    before = store.plan.ideas[0].poster.parameters
    hand(board, settings={name: value})
    told_of = unset(board.about["fault"]) + unset(part(panel, Guard).trouble)
    assert told_of and (board.about["fault"] or store.plan.ideas[0].poster.parameters == before)
    hand(board, settings={name: 90 if name == "sweep" else 0})
    assert board.about["fault"] == "" and part(panel, Guard).trouble == ""


def test_another_file_asks_for_columns_of_its_own():
    store, _, board = opened(form="ridgeline", data={"file": "press-cycle.csv"})
    hand(board, value="force")
    assert store.plan.ideas[0].poster.data.values == ["force"]
    hand(board, file="rheometer.csv")
    data = store.plan.ideas[0].poster.data
    assert (data.file, data.values, data.each) == ("rheometer.csv", ["torque"], ["batch"])


def test_two_columns_that_part_the_data_together_are_one_choice_and_stay_it():
    store, _, board = opened(form="ridgeline", data={"file": "press-cycle.csv"})
    state, offers = board.about["state"], board.about["offers"]["by"]
    assert [said for id_, said in offers if id_ == state["by"]] == ["day × cycle"]
    hand(board, value="plates")
    assert store.plan.ideas[0].poster.data.each == ["day", "cycle"]
    hand(board, by="day")
    assert store.plan.ideas[0].poster.data.each == ["day"]


def test_a_burst_of_moves_ends_with_the_last_value_and_only_that_is_saved():
    store, _, board = opened(form="rosette", data={"file": "rheometer.csv"})
    chance, saves = random.Random(25), []
    store.watch(lambda: saves.append(store.plan.ideas[0].poster.parameters.get("sweep")))
    values = [chance.randrange(30, 725, 5) for _ in range(25)]
    for value in values:
        hand(board, save=False, settings={"sweep": value})
        assert board.about["state"]["settings"]["sweep"] == value and board.picture["turn"] == board.about["turn"]
    assert saves == []
    hand(board, settings={"sweep": values[-1]})
    assert store.plan.ideas[0].poster.parameters["sweep"] == values[-1] and saves == [values[-1]]
    last = bytes(board.points)
    _, _, fresh = opened(form="rosette", data={"file": "rheometer.csv"}, parameters={"sweep": values[-1]})
    assert bytes(fresh.points) == last  # and the picture is that of the plan


def test_who_changes_the_same_poster_elsewhere_is_not_overwritten():
    store, panel, board = opened(form="rosette", data={"file": "rheometer.csv"})
    late = composer(store, out)
    hand(part(late, Board), palette="night")
    assert board.about["state"]["palette"] == "night"  # the other one follows
    hand(board, save=False, settings={"turn": 90})
    stale = {**board.about["state"], "palette": "foundry", "page": "one", "turn": 9}
    board_side = next(it.__self__ for it in store._watchers if getattr(it.__self__, "board", None) is board)
    board_side.seen = board_side.seen.model_copy(update={"palette": "primer"})  # as it was seen before
    board.changed = stale
    assert store.plan.ideas[0].poster.palette == "night"
    assert "changed elsewhere" in part(panel, Guard).trouble
    assert board.about["state"]["palette"] == "night"


def test_what_a_page_sends_of_an_idea_that_is_not_open_is_refused():
    store, panel, board = opened(form="rosette", data={"file": "rheometer.csv"})
    board.changed = {**board.about["state"], "id": "I7", "palette": "night", "turn": 1}
    assert store.plan.ideas[0].poster.palette == "" and "not open here any more" in unset(part(panel, Guard).trouble)


def test_without_an_idea_there_is_nothing_to_turn():
    panel = composer(MemoryStore(Plan()), out)
    assert (
        part(panel, Board).about["id"] == "" and not shown(panel.children[3]) and "No poster yet" in unset(panel.static)
    )


ROWS = 1_000_000


def own(kind: str) -> bytes:
    """A file as an instrument's program writes it in a Russian office."""
    if kind == "gaps":
        body = "".join(f"{n / 10:.1f};{'' if n % 7 == 3 else f'{20 + n % 50 * 0.5:.1f}'}\r\n" for n in range(400))
    elif kind == "constant":
        body = "".join(f"{n / 10:.1f};170,0\r\n" for n in range(400))
    else:
        body = "".join(f"{n};{n % 997 / 10:.1f}\r\n" for n in range(ROWS))
    return f"Время, с;Температура, °C\r\n{body}".replace(".", ",").encode("cp1251")


@pytest.mark.parametrize(("kind", "rows"), [("gaps", 400), ("constant", 400), ("million", ROWS)])
def test_a_file_of_the_team_s_own_is_read_said_back_and_drawn(tmp_path, kind, rows):
    store = FileStore(tmp_path / "media-plan.json", Plan())
    store.add("ideas", {"title": "Ours"})
    panel = composer(store, out)
    board = part(panel, Board)
    data = own(kind)
    table = read(data)
    assert (table.encoding, table.separator, table.comma, table.rows) == ("cp1251", ";", True, rows)
    back = unset(" ".join(map(str, said_back(table))))
    assert "semicolons" in back and "Температура" in back and "°C" in back
    store.add("attachments", files.keep(tmp_path, data, f"{kind}.csv"))
    hand(board, form="stripes")
    hand(board, file="own:A1" if store.plan.attachments[0].id == "A1" else f"own:{store.plan.attachments[0].id}")
    said = " ".join(map(str, board.about["told"])) + board.about["alt"]
    if board.about["fault"]:
        hand(board, value="Температура")
    assert board.about["fault"] == "" and board.picture["marks"]
    told_of = unset(board.about["alt"]) + said
    assert {"gaps": "data are missing", "constant": "Nothing changes", "million": ""}[kind] in told_of
    assert len(board.points) < 3_000_000  # a million readings are not sent to a page


def test_a_poster_is_saved_beside_the_plan_in_three_kinds(tmp_path):
    store = FileStore(tmp_path / "media-plan.json", Plan())
    store.add("ideas", {"title": "Gears"})
    panel = composer(store, out)
    press(panel, "Save as PDF")
    assert "no poster yet" in unset(part(panel, Guard).trouble)
    hand(part(panel, Board), form="spirograph")
    for kind, mark in (("PDF", b"%PDF"), ("PNG", b"\x89PNG"), ("SVG", b"<svg")):
        press(panel, f"Save as {kind}")
        assert (tmp_path / "posters" / f"Gears-a3.{kind.lower()}").read_bytes().startswith(mark)
    assert "Gears-a3.svg" in told(panel) and shown(panel)


def test_a_press_cycle_leaves_as_a_film_that_breathes_and_as_a_sound_with_its_picture(tmp_path):
    store = FileStore(tmp_path / "media-plan.json", Plan())
    store.put("meta", {"case": "rubber-works"})
    store.add("ideas", {"title": "The press breathes"})
    panel = composer(store, out)
    board, gif = part(panel, Board), button(panel, "Save as a moving picture (GIF)")
    films = next(one for one in walk(panel) if gif in getattr(one, "children", ()))
    assert not shown(films)
    hand(board, form="ridgeline")
    hand(board, file="press-cycle.csv")
    assert shown(films)
    gif.click()
    press(panel, "Save as a sound with its picture (WAV)")
    names = sorted(one.name for one in (tmp_path / "posters").iterdir())
    assert names == ["The-press-breathes.gif", "The-press-breathes.sound.png", "The-press-breathes.wav"]
    with Image.open(tmp_path / "posters" / names[0]) as moved:
        assert b"force of the press" in moved.info["comment"]
        assert moved.n_frames == 75 and moved.width == 480 < moved.height  # the legend stands under it
    with wave.open(str(tmp_path / "posters" / names[2])) as sound:
        assert sound.getnframes() / sound.getframerate() == 8
    assert "The louder, the more: force of the press" in unset(told(panel))
    hand(board, form="spirograph", file="")
    assert not shown(films)


@pytest.mark.parametrize("case", ["", "../cases/rubber-works", "..", "no-such-works"])
def test_only_the_files_of_a_kit_are_offered_whatever_a_plan_calls_its_case(case):
    plan = Plan.model_validate({"meta": {"case": case}})
    assert [id for id, _ in composer_data.choices(plan)] == [""]


OWN = "time, s;batch;torque, dN·m;heat, °C;Люди\r\n" + "".join(
    f"{n};{n // 20};{n % 20 / 10:.1f};{150 + n % 5};{n}\r\n" for n in range(80)
)


def brought(tmp_path, text: str = OWN, name: str = "ours.csv", **poster) -> tuple[FileStore, object, Board]:
    """A plan with a table of the team's own, its poster open in the composer."""
    store = FileStore(tmp_path / "media-plan.json", Plan())
    store.add("ideas", {"title": "Ours"})
    store.add("attachments", files.keep(tmp_path, text.encode(), name))
    data = {"attachment": store.plan.attachments[0].id, **poster.pop("data", {})}
    store.put("ideas/I1/poster", {**poster, "data": data})
    panel = composer(store, out)
    return store, panel, part(panel, Board)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_columns_of_the_team_s_own_keep_their_names_units_and_words_whatever_a_kit_calls_its_own(tmp_path, language):
    with inside(language):
        text = OWN.replace("batch", "stage").replace(";0;", ";holding;").replace("time, s", "second, min")
        _, _, board = brought(tmp_path, text, form="rosette", data={"values": ["torque"], "along": "second"})
        offers = dict(board.about["offers"]["value"])
        assert (offers["torque"], offers["second"]) == ("torque, dN·m", "second, min")
        told = unset(board.about["alt"])
        assert "torque" in told and "second" in told and " min" in told
        assert "крутящий момент" not in told and "дН·м" not in told and "мин." not in told


def test_a_column_that_is_gone_is_said_and_no_other_is_drawn(tmp_path):
    recipe = {"values": ["torque"], "along": "time", "each": ["batch"]}
    _, _, board = brought(tmp_path, form="ridgeline", data=recipe)
    assert board.about["fault"] == "" and board.picture["marks"]
    for name in ("torque", "time", "batch"):
        store, _, board = brought(tmp_path / name, OWN.replace(name, "new"), form="ridgeline", data=recipe)
        fault = unset(board.about["fault"])
        assert f"made of the column {name}" in fault and "new" in fault and "marks" not in board.picture
        assert store.plan.ideas[0].poster.data.values == ["torque"]  # the plan is left as it was
    hand(board, by="new")
    assert board.about["fault"] == "" and board.picture["marks"]


def test_another_form_leaves_no_second_column_behind(tmp_path):
    """The page sends one and the same state twice, to be saved and to be shown."""
    store, _, board = brought(tmp_path, form="orbit", data={"values": ["torque", "Люди"]})
    assert "must have one unit" in unset(board.about["fault"])
    state = {**board.about["state"], "form": "ridgeline", "page": "one", "turn": 1}
    board.changed = dict(state)
    board.moved = dict(state)
    assert board.about["fault"] == "" and board.about["state"]["second"] == ""
    hand(board, settings={"rise": 2})
    assert len(store.plan.ideas[0].poster.data.values) == 1 and board.about["fault"] == ""


def test_several_bands_stay_several_when_a_slider_moves_and_are_seen_in_their_control():
    recipe = {"file": "calender.csv", "values": ["left", "centre", "right"], "along": "second"}
    store, _, board = opened(form="stripes", data=recipe)
    state, offers = board.about["state"], board.about["offers"]["value"]
    assert [said.count(" + ") for id_, said in offers if id_ == state["value"]] == [2]
    hand(board, settings={"relief": 0.5})
    assert store.plan.ideas[0].poster.data.values == ["left", "centre", "right"]
    hand(board, value="left")
    assert store.plan.ideas[0].poster.data.values == ["left"]


def test_each_format_and_each_idea_is_a_file_of_its_own(tmp_path):
    store, panel, board = brought(tmp_path, form="spirograph")
    store.add("ideas", {"title": "ours"})
    for format, scales in (("a3", "on"), ("16:9", "on"), ("16:9", "off")):
        hand(board, format=format, scales=scales)
        press(panel, "Save as SVG")
    names = sorted(one.name for one in (tmp_path / "posters").iterdir())
    assert names == ["Ours-I1-16x9-no-scales.svg", "Ours-I1-16x9.svg", "Ours-I1-a3.svg"]


def test_the_alternative_text_that_the_team_wrote_is_in_the_file(tmp_path):
    words = {"title": "Teeth " * 12, "alt": "Three loops turn round one another."}
    _, panel, board = brought(tmp_path, form="spirograph", **words)
    hand(board, scales="off")
    for kind in ("SVG", "PNG", "PDF"):
        press(panel, f"Save as {kind}")
    folder = tmp_path / "posters"
    svg = (folder / "Ours-a3-no-scales.svg").read_text("utf-8")
    assert f"<title>{words['title'].strip()}</title>" in svg  # whole, though it is cut on the sheet
    assert "<desc>Three loops turn round one another. The scales were taken off" in svg
    with Image.open(folder / "Ours-a3-no-scales.png") as picture:
        picture.load()
        assert picture.text["Description"].startswith("Three loops turn round one another.")
    assert b"Three loops turn round one another." in (folder / "Ours-a3-no-scales.pdf").read_bytes()


def test_a_table_that_is_too_large_is_refused_before_it_is_read(tmp_path, monkeypatch):
    _, panel, _ = brought(tmp_path)
    monkeypatch.setattr("promplan.widgets.composer_files.read", lambda data: pytest.fail("it was read"))
    upload = next(one for one in walk(panel) if type(one).__name__ == "FileUpload")
    content = b"t;v\n" + b"1000000;170.25\n" * 1_800_000
    sent = {"name": "year.csv", "type": "text/csv", "size": len(content), "last_modified": datetime.now(UTC)}
    upload.value = ({**sent, "content": content},)
    assert "has 27.0 MB" in unset(part(panel, Guard).trouble) and "at most 25" in unset(part(panel, Guard).trouble)


def test_what_is_drawn_otherwise_than_asked_for_is_said(tmp_path):
    _, _, board = brought(tmp_path, form="ridgeline", data={"values": ["torque"], "along": "time", "each": ["batch"]})
    hand(board, settings={"accent": 9})
    assert "Number 9 is to be picked out, and 4 are drawn" in unset(" ".join(board.about["told"]))


def test_words_that_contradict_the_data_are_said_beside_the_picture_and_kept_for_the_review(tmp_path):
    words = {"title": "Torque of 9 dN·m", "data": {"values": ["torque"], "along": "time", "each": ["batch"]}}
    store, _, board = brought(tmp_path, form="ridgeline", **words)
    assert "The poster says 9 dN·m, and what is drawn runs from 0 to 1.9 dN·m." in unset(" ".join(board.about["told"]))
    hand(board, palette="night")
    shown = store.plan.ideas[0].poster.shown
    assert shown["value dN·m"] == [0.0, 1.9] and {one.partition(" ")[0] for one in shown} <= set(SHOWN)
    assert any(one.rule == "IDEA-6" and "9 dN·m" in unset(str(one.message)) for one in check(store.plan))
    hand(board, scales="off")
    assert not any(one.startswith(("value", "along")) for one in store.plan.ideas[0].poster.shown)  # nothing to leak


def test_a_hand_that_lets_go_where_it_is_draws_nothing_anew_and_saves(monkeypatch):
    store, _, board = opened(form="rosette", data={"file": "rheometer.csv"})
    drawn = []
    monkeypatch.setattr("promplan.widgets.composer.composed", lambda *a, **k: drawn.append(1) or composed(*a, **k))
    hand(board, save=False, settings={"sweep": 200})
    hand(board, settings={"sweep": 200})
    assert len(drawn) == 1 and store.plan.ideas[0].poster.parameters["sweep"] == 200
    assert board.picture["turn"] == 2 and board.picture["marks"]
    hand(board, save=False, settings={"sweep": 205})
    assert len(drawn) == 2


def test_a_fault_takes_the_picture_away_and_what_is_whole_again_is_drawn_again():
    _, _, board = opened(form="rosette", data={"file": "rheometer.csv"})
    hand(board, file="")
    assert board.about["fault"] and "marks" not in board.picture
    hand(board, file="rheometer.csv")
    assert not board.about["fault"] and board.picture["marks"]


def test_what_is_loaded_with_the_composer_is_no_longer_looked_at_by_the_collector():
    opened()
    assert len(gc.get_objects()) < gc.get_freeze_count()
