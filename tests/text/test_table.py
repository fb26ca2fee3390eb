"""Is a table the same words on a screen, for who listens, and as plain text?"""

from html.parser import HTMLParser

import pytest

from promplan.text.table import Line, Table


def test_a_table_is_a_table_for_a_screen_reader_and_its_text_is_only_text():
    seen = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag, attrs):
            seen.append((tag, dict(attrs)))

    html = Table("a <b>", ("x", "y"), (("1", "<script>"),), "note & more")._repr_html_()
    Reader().feed(html)
    tags = [tag for tag, _ in seen]
    assert tags.count("caption") == 1 and "script" not in tags and "b" not in tags
    assert [attrs.get("scope") for tag, attrs in seen if tag == "th"] == ["col", "col"]
    assert "&lt;script&gt;" in html and "note &amp; more" in html and "word-break: normal" in html


def test_a_table_in_plain_text_is_aligned():
    assert repr(Table("Title", ("a", "long"), (("wide", "1"),))).splitlines() == [
        "Title",
        "a     long",
        "────  ────",
        "wide  1",
    ]
    assert repr(Table("Title", ("a",), (), "note")) == "Title\na\n─\nnote"


def test_a_cell_of_several_lines_is_as_many_lines_in_either_form():
    table = Table(
        "Title",
        ("a", "b"),
        (("x", ("one", Line("two\nthree", aside=True), Line("1–2", whole=True, label="so many:"))),),
    )
    html = table._repr_html_()
    assert 'one<br><span class="muted" style="opacity: 0.8">two<br>three</span><br>' in html
    assert 'so many: <span class="whole" style="white-space: nowrap">1–2</span>' in html
    assert repr(table).splitlines() == [
        "Title",
        "a  b",
        "─  ────────────",
        "x  one",
        "   two",
        "   three",
        "   so many: 1–2",
    ]


@pytest.mark.parametrize(("headed", "scopes"), [(True, ["col", "col", "row"]), (False, ["col", "col"])])
def test_the_first_cell_of_a_row_names_it_where_it_is_asked_to(headed, scopes):
    html = Table("", ("a", "b"), (("x", "y"),), headed=headed)._repr_html_()
    assert [one.split('"')[0] for one in html.split('scope="')[1:]] == scopes and "<caption>" not in html


def test_a_table_without_rows_or_columns_is_a_title():
    assert repr(Table("Title", (), ())) == "Title" and "<caption>Title<" in Table("Title", (), ())._repr_html_()
