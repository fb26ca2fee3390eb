"""A poster as files: what a printer asks for, what a channel asks for, and the same bytes twice."""

import re
import zlib
from html import escape
from io import BytesIO
from xml.etree import ElementTree

import pytest
from PIL import Image

from promplan.art.formats import FORMATS
from promplan.art.geometry import Circle, Drawing, Label
from promplan.art.palettes import PALETTES
from promplan.art.poster import Words, poster
from promplan.export.poster import pdf, picture, png
from promplan.figures.lettering import measured

FORM = Drawing((Circle(500, 500, 470, stroke="ink", width=4), Label(500, 500, "rim", 14.2, "дН·м")))
SAID = Words("Одиннадцать минут", "Так твердеет #резина *смеси* $x$.", ("Что видно", "Дальше — твёрже."), "Завод, 2026")
MM = 72 / 25.4
BOX = re.compile(r"/(\w+Box)\s*\[([^\]]+)\]")


def made(format):
    return poster(FORM, FORMATS[format], SAID, measured)


def test_a_print_shop_gets_a3_with_its_bleed_its_letters_and_its_alternative_text():
    one = made("a3")
    file = pdf(one, PALETTES["primer"], title=SAID.title, alt="Круг")
    boxes = {name: [float(it) for it in found.split()] for name, found in BOX.findall(body(file))}
    left, top, right, bottom = boxes["TrimBox"]
    assert (right - left, bottom - top) == pytest.approx((297 * MM, 420 * MM), abs=0.1)
    assert boxes["MediaBox"][2:] == pytest.approx((303 * MM, 426 * MM), abs=0.1)
    assert (left, top) == pytest.approx((3 * MM, 3 * MM), abs=0.1)
    assert "DejaVuSans-Bold" in body(file) and "/FontFile2" in body(file)
    assert "/Alt" in body(file) and "/StructTreeRoot" in body(file)
    assert file == pdf(made("a3"), PALETTES["primer"], title=SAID.title, alt="Круг")


def test_every_kind_of_file_holds_the_title_and_what_is_to_be_seen():
    one, said = made("1:1"), {"title": "Одиннадцать минут & час", "alt": "Двенадцать «кривых» <идут> вверх"}
    file = pdf(one, PALETTES["primer"], **said)
    inside = body(file)
    assert f"/Alt<FEFF{said['alt'].encode('utf-16-be').hex().upper()}>" in inside  # of the figure, for who hears it
    for name, text in (("dc:title", said["title"]), ("dc:description", said["alt"])):  # and of the document
        assert (
            escape(text, quote=False) in inside.split(f"</{name}>")[0].split(f"<{name}>")[1].encode("latin-1").decode()
        )
    with Image.open(BytesIO(png(one, PALETTES["primer"], **said))) as picture_:
        picture_.load()
        assert (picture_.text["Title"], picture_.text["Description"]) == tuple(said.values())
    tree = ElementTree.fromstring(picture(one, PALETTES["primer"], **said))
    space = "{http://www.w3.org/2000/svg}"
    assert [tree.findtext(space + name) for name in ("title", "desc")] == list(said.values())
    assert tree.get("role") == "img" and tree.get("aria-label") == said["alt"]


def test_no_sign_that_xml_forbids_gets_into_a_vector_file():
    ElementTree.fromstring(picture(made("1:1"), PALETTES["paper"], alt="a\x00b\x1bc\uffff", title="\x07"))


@pytest.mark.parametrize(("format", "size"), [("1:1", (1080, 1080)), ("9:16", (1080, 1920)), ("16:9", (1920, 1080))])
def test_a_channel_gets_its_own_pixels(format, size):
    with Image.open(BytesIO(png(made(format), PALETTES["night"]))) as one:
        assert one.size == size
        assert one.convert("RGB").getpixel((2, 2)) == (0x14, 0x17, 0x1C)
        assert len(one.convert("RGB").getcolors(1 << 24)) > 10


def test_a_vector_file_holds_words_as_words():
    tree = ElementTree.fromstring(picture(made("1:1"), PALETTES["paper"], alt="Круг & «точка»"))
    texts = [one.text for one in tree.iter("{http://www.w3.org/2000/svg}text")]
    assert " ".join(texts[1:3]) == "Одиннадцать минут" or "Одиннадцать минут" in texts
    assert "Круг & «точка»" in [one.text for one in tree]


def body(file: bytes) -> str:
    """The file with its compressed streams opened."""
    found = [file.decode("latin-1")]
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", file, re.DOTALL):
        try:
            found.append(zlib.decompress(stream).decode("latin-1"))
        except zlib.error:
            continue
    return "\n".join(found)
