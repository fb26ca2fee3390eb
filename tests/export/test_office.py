"""Is a file of Word or of slides the same bytes each time, ours while nobody has changed it, and never too wide?"""

import hashlib
import os
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from office_plans import HOSTILE, hostile, of, pictured, quarter

from promplan.export import plan_docx, plan_pptx
from promplan.export.office import clean, known, line, packed, shortened
from promplan.export.office_fit import fitted, wrapped
from promplan.export.office_fit import width as wide
from promplan.language import inside
from promplan.plan import Plan

MAKERS = (plan_docx, plan_pptx)
ONCE = (
    "import hashlib; from office_plans import quarter; from promplan.export import plan_docx, plan_pptx; "
    "told = quarter(); print(*(hashlib.sha256(one.made(told)).hexdigest() for one in (plan_docx, plan_pptx)))"
)


@pytest.mark.parametrize("maker", MAKERS)
@pytest.mark.parametrize("speech", ["en", "ru"])
def test_the_same_plan_is_the_same_bytes(maker, speech):
    told = pictured(quarter(speech))
    with inside(speech):
        assert maker.made(told) == maker.made(told)


def test_the_order_of_hashes_changes_no_byte():
    path = os.pathsep.join([*sys.path, str(Path(__file__).parents[1])])
    env = {**os.environ, "PYTHONHASHSEED": "1", "PYTHONPATH": path}
    done = subprocess.run([sys.executable, "-c", ONCE], env=env, capture_output=True, text=True, check=True)
    told = quarter()
    assert done.stdout.split() == [hashlib.sha256(one.made(told)).hexdigest() for one in MAKERS]


@pytest.mark.parametrize("maker", MAKERS)
def test_no_part_tells_an_hour(maker):
    with zipfile.ZipFile(BytesIO(maker.made(pictured(quarter())))) as found:
        assert {one.date_time for one in found.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2000-01-01T00:00:00Z" in found.read("docProps/core.xml")


@pytest.mark.parametrize("maker", MAKERS)
def test_a_file_of_ours_is_known_until_somebody_saves_it(maker):
    data = maker.made(of(Plan()))
    assert maker.is_ours(data)
    assert not [other for other in MAKERS if other is not maker and other.is_ours(data)]
    with zipfile.ZipFile(BytesIO(data)) as found:
        core = found.read("docProps/core.xml").replace(b"<cp:lastModifiedBy>promplan<", b"<cp:lastModifiedBy>Vera<")
    assert not maker.is_ours(packed(data, {"docProps/core.xml": core}))


@pytest.mark.parametrize("data", [b"", b"PK", b"%PDF-1.7", b"PK\x03\x04" + b"x" * 100])
def test_what_is_no_package_is_not_ours(data):
    assert not known(data, plan_docx.IDENTIFIER)


@pytest.mark.parametrize("maker", MAKERS)
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_text_breaks_a_part(maker, text):
    from lxml import etree

    with zipfile.ZipFile(BytesIO(maker.made(hostile(text)))) as found:
        for name in found.namelist():
            if name.endswith((".xml", ".rels")):
                part = etree.fromstring(found.read(name))
                assert not [one for one in part.iter() if etree.QName(one).localname == "script"]


def test_signs_that_xml_cannot_hold_become_spaces():
    assert clean("a\x00b\x0bc\ud800") == "a b c "
    assert line(" a\r\n\tb ") == "a b"
    assert shortened("one two three", 8) == "one two…"


@given(st.text(max_size=300), st.integers(60, 900), st.integers(24, 400))
@settings(max_examples=40, deadline=None)
def test_no_line_is_wider_than_its_box(text, room, high):
    found = fitted(text, room, high, (40, 32, 24))
    assert found.size >= 24
    assert all(wide(one, found.size) <= room or len(one) == 1 for one in wrapped(found.text, found.size, room))
    if not found.cut:
        assert found.text == line(text)
        assert found.height <= high + 0.01


def test_what_is_cut_says_so():
    found = fitted("word " * 400, 300, 60, (24,))
    assert found.cut and found.text.startswith("word word") and found.text.endswith("… (the rest is in the notes)")
    assert found.lines == 2
