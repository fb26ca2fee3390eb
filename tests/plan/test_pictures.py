"""Does a picture go into the plan as what is seen on it alone, and is what is no picture refused in words?"""

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image, PngImagePlugin

from promplan.language import Problem
from promplan.plan.files import FOLDER
from promplan.plan.pictures import cleaned, keep_picture

SECRET = "Ivan Petrov Xiaomi 14"


def photo(size=(60, 40), turned=1, gps=True, format="JPEG", **more):
    """A photo with a red left half, as a phone stores it."""
    image = Image.new("RGB", size, (240, 240, 240))
    image.paste((200, 20, 20), (0, 0, size[0] // 2, size[1]))
    exif = Image.Exif()
    exif[0x0112], exif[0x010F], exif[0x013B] = turned, SECRET, SECRET
    exif.get_ifd(0x8769)[0x9003] = "2026:11:28 10:00:00"
    if gps:
        exif.get_ifd(0x8825).update({1: "N", 2: (53.0, 21.0, 24.5), 3: "E", 4: (83.0, 46.0, 12.0)})
    stream = BytesIO()
    image.save(stream, format, exif=exif, quality=90, **more)
    return stream.getvalue()


def opened(data):
    image = Image.open(BytesIO(data))
    image.load()
    return image


def large_png(width, height):
    """A PNG whose head promises a giant, and in which nearly nothing is."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 99)) + chunk(b"IEND", b"")


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_place_and_people_are_taken_out_of_a_photo_and_that_is_said(format):
    made = cleaned(photo(format=format), "photo")
    assert [str(one) for one in made.removed] == [
        "The picture said where it was taken (GPS). That was taken out.",
        "What the file told of itself was taken out: the camera · the day and hour · the author.",
    ]
    image = opened(made.data)
    assert image.format == format and not image.getexif().get_ifd(0x8825)
    assert SECRET.encode() not in made.data and b"2026:11:28" not in made.data
    assert image.convert("RGB").getpixel((5, 20))[0] > 150 > image.convert("RGB").getpixel((5, 20))[1]


def test_a_scan_loses_the_names_of_its_maker_and_stays_a_scan():
    made = cleaned(photo(format="TIFF"), "scan.tif")
    assert [str(one) for one in made.removed] == [
        "What the file told of itself was taken out: the camera · the author."
    ]
    assert SECRET.encode() not in made.data and opened(made.data).format == "TIFF"


def test_notes_of_programs_are_taken_out_too():
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", SECRET)
    info.add_itxt("XML:com.adobe.xmp", f"<x>{SECRET}</x>")
    stream = BytesIO()
    Image.new("RGB", (9, 9)).save(stream, "PNG", pnginfo=info)
    made = cleaned(stream.getvalue(), "a.png")
    assert SECRET.encode() not in made.data and len(made.removed) == 1
    stream = BytesIO()
    Image.new("RGB", (9, 9)).save(stream, "JPEG", comment=SECRET)
    made = cleaned(stream.getvalue(), "a.jpg")
    assert SECRET.encode() not in made.data and len(made.removed) == 1


@pytest.mark.parametrize("format", ["PNG", "JPEG", "WEBP", "GIF", "TIFF"])
def test_a_picture_that_tells_nothing_is_kept_byte_for_byte(format):
    stream = BytesIO()
    Image.new("RGB", (30, 20), (10, 200, 30)).save(stream, format)
    made = cleaned(stream.getvalue(), "a.bin")
    assert (made.width, made.height, made.removed) == (30, 20, ())
    assert made.data == stream.getvalue()


def test_a_photo_taken_upright_stays_upright():
    made = cleaned(photo(turned=6), "a.jpg")
    image = opened(made.data)
    assert (made.width, made.height) == image.size == (40, 60)
    top, bottom = image.getpixel((20, 10)), image.getpixel((20, 50))
    assert top[1] < 100 < bottom[1]


def test_a_picture_that_moves_still_moves():
    stream = BytesIO()
    frames = [Image.new("RGB", (20, 20), (n * 80, 0, 0)) for n in range(3)]
    frames[0].save(stream, "GIF", save_all=True, append_images=frames[1:], duration=100, loop=0, comment=SECRET)
    made = cleaned(stream.getvalue(), "a.gif")
    assert SECRET.encode() not in made.data and opened(made.data).n_frames == 3


def test_a_hundred_megapixels_are_refused_by_the_head_alone():
    with pytest.raises(Problem, match=r"hall\.png has 100 megapixels, and 60 are the most.*save a smaller copy"):
        cleaned(large_png(10_000, 10_000), "hall.png")
    with pytest.raises(Problem, match=r"has more than .* megapixels"):
        cleaned(large_png(60_000, 60_000), "hall.png")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is no picture"),
        (b"just words", r"is no picture\. Choose a PNG"),
        (b"%PDF-1.7", "is a PDF"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "is a drawing in SVG"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1", "Apple's HEIC. Export it as JPEG"),
        (b"MZ" + bytes(500), "is no picture"),
        (photo((600, 400))[:-400], "damaged or not whole"),
        (large_png(30, 30), "damaged or not whole"),
        (bytes(25_000_001), r"has 25 MB, and"),
    ],
)
def test_what_is_no_picture_is_refused_with_what_to_do(data, said):
    with pytest.raises(Problem, match=said):
        cleaned(data, "a.jpg")


def test_a_kept_picture_is_called_what_it_is(tmp_path):
    fields, removed = keep_picture(tmp_path, photo(), "Пресс 4.png")
    assert fields["media_type"] == "image/jpeg" and fields["name"] == "Пресс 4.png" and len(removed) == 2
    kept = (tmp_path / FOLDER / fields["sha256"]).read_bytes()
    assert SECRET.encode() not in kept and len(kept) == fields["size"]
