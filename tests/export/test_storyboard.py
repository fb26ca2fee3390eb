"""Is a storyboard painted as it was drawn, and is its animatic a film in the piece's proportions?"""

from io import BytesIO

import pytest
from PIL import Image

from promplan.export.storyboard import alt, film, painted, shots, sized
from promplan.language import Problem
from promplan.plan.items import Item
from promplan.plan.script import Drawing, Figure, Panel, ScriptLine

SIZE = (320, 180)
DARK = 90  # a pixel under this is ink


def nothing(_: str) -> None:
    return None


def panel(n: int, **more) -> Panel:
    return Panel(id=f"S{n}", **{"seconds": 2.0, **more})


def dark(image: Image.Image, x: float, y: float) -> bool:
    return image.convert("L").getpixel((round(x * image.width), round(y * image.height))) < DARK


def test_a_silhouette_stands_where_it_was_put_and_a_later_one_before_it_with_a_rim():
    far, near = Figure(name="cabinet", x=25, y=50, size=60), Figure(name="seal", x=75, y=50, size=60)
    image = painted(Drawing(figures=[far, near]), SIZE, nothing)
    assert dark(image, 0.25, 0.65) and not dark(image, 0.5, 0.5)
    assert not dark(image, 0.75, 0.5)  # the hole of the ring
    assert dark(image, 0.75, 0.5 - 0.26)


def test_a_mirrored_ring_has_its_hole_too():
    image = painted(Drawing(figures=[Figure(name="seal", x=50, y=50, size=80, mirrored=True)]), SIZE, nothing)
    assert not dark(image, 0.5, 0.5) and dark(image, 0.5, 0.16)


def test_a_stroke_of_the_hand_runs_between_its_points_and_one_point_is_a_dot():
    image = painted(Drawing(strokes=["100,500 900,500", "500,100"]), SIZE, nothing)
    assert dark(image, 0.5, 0.5) and dark(image, 0.5, 0.1) and not dark(image, 0.5, 0.3)


def test_a_figure_that_a_later_version_knows_is_left_out_and_the_rest_is_painted():
    known = Figure(name="press", x=50, y=50, size=90)
    assert painted(Drawing(figures=[Figure(name="dragon"), known]), SIZE, nothing).tobytes() == (
        painted(Drawing(figures=[known]), SIZE, nothing).tobytes()
    )


def test_a_picture_lies_whole_behind_what_is_drawn_on_it():
    stream = BytesIO()
    Image.new("RGB", (100, 100), (10, 10, 10)).save(stream, "PNG")
    image = painted(Drawing(picture="X1"), SIZE, {"X1": stream.getvalue()}.get)
    assert dark(image, 0.5, 0.05) and not dark(image, 0.1, 0.5)


@pytest.mark.parametrize(
    ("proportions", "short", "size"),
    [
        ((16, 9), 720, (1280, 720)),
        ((9, 16), 720, (720, 1280)),
        ((1, 1), 360, (360, 360)),
        ((4, 5), 540, (540, 676)),
    ],
)
def test_the_film_has_the_piece_s_proportions_in_even_pixels(proportions, short, size):
    assert sized(proportions, short) == size


def test_a_panel_that_nobody_has_drawn_is_its_number_and_its_words():
    item = Item(id="C1", panels=[panel(1, action="The mould opens"), panel(2, action="")])
    first, second = shots(item, SIZE, nothing)
    assert first.picture.tobytes() != second.picture.tobytes() and first.alt == "The mould opens"


def test_what_is_said_goes_into_the_page_with_its_panel_and_what_is_seen_is_in_words():
    line = ScriptLine(id="L1", words="A hundred and seventy degrees.")
    drawing = Drawing(figures=[Figure(name="press"), Figure(name="press", x=10)])
    item = Item(id="C1", title="The press", script=[line], panels=[panel(1, line="L1", size="wide", drawing=drawing)])
    page = film("html", item, (9, 16), nothing).decode()
    assert "A hundred and seventy degrees." in page and 'height="960"' in page
    assert alt(item.panels[0]) == "press; wide: where it is"


def test_a_panel_without_seconds_stops_the_film_in_words():
    with pytest.raises(Problem, match="Panel 2 has no time"):
        film("gif", Item(id="C1", panels=[panel(1), panel(2, seconds=None)]), (16, 9), nothing)


@pytest.mark.parametrize("kind", ["gif", "mp4"])
def test_the_film_opens_again_with_its_length_and_its_size(kind):
    item = Item(id="C1", panels=[panel(n, drawing=Drawing(strokes=[f"{n}00,100 900,900"])) for n in (1, 2, 3)])
    data = film(kind, item, (9, 16), nothing)
    if kind == "gif":
        found = Image.open(BytesIO(data))
        assert (found.size, found.n_frames) == ((360, 640), 3)
        return
    av = pytest.importorskip("av")
    with av.open(BytesIO(data)) as found:
        stream = found.streams.video[0]
        assert (stream.width, stream.height) == (720, 1280)
        assert float(found.duration / av.time_base) == pytest.approx(6, abs=0.1)
