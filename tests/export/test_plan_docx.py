"""Is the media plan in Word whole, built of real styles, and read aloud as it is read?"""

import time
from io import BytesIO
from itertools import pairwise

import docx
import pytest
from docx.oxml.ns import qn
from filled import filled
from office_plans import ON, of, pictured, quarter, said

from promplan.export.outline import Field, Fields, Group, Note, Outline, Record, Rows
from promplan.export.outline_values import Choice, Ref, Several, words
from promplan.export.plan_docx import made
from promplan.export.wanted import READERS
from promplan.language import inside
from promplan.plan import Plan

NOTE = "No face of a pupil: hands, backs, the press. Questions without names. If in doubt, ask Gleb."


def opened(told):
    """The document as its reader opens it."""
    return docx.Document(BytesIO(made(told)))


def written(document) -> str:
    """Every word of the body."""
    return "\n".join("".join(one.itertext()) for one in document.element.body.iter(qn("w:p")))


@pytest.fixture(scope="module")
def read():
    return opened(pictured(quarter()))


def values(blocks):
    """The words of every value and heading that an outline has."""
    for one in blocks:
        if isinstance(one, Fields):
            for field in one.rows:
                if field.name != "note":
                    yield from _words(field.value)
        elif isinstance(one, Rows):
            for row in one.rows:
                for cell in row.cells:
                    for held in cell:
                        yield from _words(held.value if isinstance(held, Field) else held)
        elif isinstance(one, Note):
            yield words(one.words)
        elif isinstance(one, Record | Group):
            if isinstance(one, Record):
                yield words(one.title)
            yield from values(one.blocks)


def _words(value):
    if isinstance(value, Several):
        for one in value.values:
            yield from _words(one)
    elif isinstance(value, Ref):
        yield value.title
    elif isinstance(value, Choice):  # a narrow column leaves out what explains it
        yield value.name
    else:
        yield from str(value).split("\n")


@pytest.mark.parametrize("speech", ["en", "ru"])
def test_everything_that_the_outlines_say_stands_in_it(speech):
    told = quarter(speech)
    with inside(speech):
        text = " ".join(written(opened(told)).replace("\u200b", "").split())
        for section in told.sections:
            for value in values(section.blocks):
                assert " ".join(value.split()) in text, (section.path, value)


def test_headings_nest_without_a_gap(read):
    levels = [int(one.style.name[-1]) for one in read.paragraphs if one.style.name.startswith("Heading")]
    assert levels[0] == 1 and {1, 2, 3} <= set(levels) <= {1, 2, 3, 4}
    assert all(b <= a + 1 for a, b in pairwise(levels))


def test_every_section_with_something_in_it_has_its_heading(read):
    heads = [one.text for one in read.paragraphs if one.style.name in ("Heading 1", "Heading 2")]
    with inside("en"):
        assert {words(one.title) for one in quarter().sections if one.blocks} <= set(heads)


def test_heads_of_tables_are_marked_and_repeat(read):
    tables = [one for one in read.tables if one.style.name == "Plan Table"]
    assert len(tables) > 10
    for one in tables:
        assert one.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert one._tbl.tblPr.find(qn("w:tblCaption")) is not None
    assert {one.style.name for one in read.tables} == {"Plan Table"}


def test_pictures_have_their_words_and_their_caption(read):
    found = list(read.element.body.iter(qn("wp:docPr")))
    assert [one.get("descr") for one in found] == ["Twelve rings", "Twelve rings"]  # on the cover and with its idea
    assert "Caption of I1" in [one.text for one in read.paragraphs if one.style.name == "Caption"]


def test_the_contents_are_a_field_with_its_entries(read):
    codes = [one.text for one in read.element.body.iter(qn("w:instrText"))]
    assert any(one.startswith(" TOC ") for one in codes)
    entries = [one.text for one in read.paragraphs if one.style.name in ("toc 1", "toc 2")]
    heads = [one.text for one in read.paragraphs if one.style.name in ("Heading 1", "Heading 2")]
    heads = heads[heads.index("The plant and its brief") :]  # the summary stands before the contents
    assert entries == heads
    marks = {one.get(qn("w:name")) for one in read.element.body.iter(qn("w:bookmarkStart"))}
    links = {one.get(qn("w:anchor")) for one in read.element.body.iter(qn("w:hyperlink"))}
    assert links <= marks


def test_bookmarks_are_each_one_of_a_kind(read):
    marks = [(one.get(qn("w:id")), one.get(qn("w:name"))) for one in read.element.body.iter(qn("w:bookmarkStart"))]
    assert len({id_ for id_, _ in marks}) == len(marks) == len({name for _, name in marks})


@pytest.mark.parametrize(("speech", "tag"), [("en", "en-GB"), ("ru", "ru-RU")])
def test_title_and_language_are_told_to_who_hears_it(speech, tag):
    with inside(speech):
        told = quarter(speech)
        found = opened(told)
        assert found.core_properties.title == str(told.title)
    assert found.core_properties.language == tag
    assert found.styles.element.find(f".//{qn('w:lang')}").get(qn("w:val")) == tag
    assert [one.text for one in found.sections[0].header.paragraphs] == [str(told.title)]
    assert "PAGE" in found.sections[0].footer._element.xml


@pytest.mark.parametrize("reader", READERS)
def test_a_note_for_reviewers_is_a_comment_for_the_press_officer_and_us_and_text_for_nobody(reader):
    found = opened(quarter(reader=reader))
    comments = [one.text for one in found.comments]
    assert (NOTE in comments) == (reader in ("", "press"))
    assert bool(comments) == (reader in ("", "press"))
    assert NOTE not in written(found)


def test_notes_of_the_day_stand_in_the_text_and_in_the_margin(read):
    note = "deleted at the gate at the safety engineer's word"
    assert note in written(read) and note in [one.text for one in read.comments]


def test_every_comment_has_a_place_and_an_author(read):
    numbers = [str(one.comment_id) for one in read.comments]
    for tag in ("w:commentRangeStart", "w:commentRangeEnd", "w:commentReference"):
        assert [one.get(qn("w:id")) for one in read.element.body.iter(qn(tag))] == numbers
    assert all(one.author for one in read.comments)


@pytest.mark.parametrize(("speech", "word"), [("en", "DRAFT"), ("ru", "ЧЕРНОВИК")])
def test_a_draft_says_so_on_every_page(speech, word):
    with inside(speech):
        found = opened(quarter(speech, draft=True))
        plain = opened(quarter(speech))
    section = found.sections[0]
    for head in (section.first_page_header, section.header):
        assert word.capitalize() in head.paragraphs[0].text and f'string="{word}"' in head._element.xml
    assert word not in plain.sections[0].header._element.xml


def test_an_empty_plan_is_a_document_that_says_what_is_empty():
    told = of(Plan())
    found = opened(told)
    empty = [one.text for one in found.paragraphs if one.style.name == "List Bullet"]
    assert "Objectives" in empty and "Contents" in [one.text for one in found.paragraphs]


def test_a_title_of_five_thousand_letters_is_whole_on_the_cover():
    told = of(Plan())
    long = "long title " * 454 + "end"
    found = docx.Document(BytesIO(made(type(told)(**{**told.__dict__, "title": long}))))
    assert long in [one.text for one in found.paragraphs if one.style.name == "Title"]
    assert len(found.core_properties.title) <= 255


def test_what_stays_inside_stays_inside():
    found = opened(of(filled(said)))
    assert "INSIDE" not in written(found) + " ".join(one.text for one in found.comments)


def test_long_words_may_break():
    told = of(Plan())
    address = "https://uprugost.example/" + "a-path/" * 30
    block = (Fields(()), Note(address))
    found = written(opened(type(told)(**{**told.__dict__, "sections": (Outline("meta", "Meta", block),)})))
    assert "/\u200b" in found and address in found.replace("\u200b", "")


def test_the_fullest_plan_takes_less_than_three_seconds():
    told = quarter()
    begun = time.perf_counter()
    made(told)
    assert time.perf_counter() - begun < 3
    assert told.on != ON
