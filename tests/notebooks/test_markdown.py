"""Is prose told from code, formulas and addresses, and is nothing but prose and relative addresses touched?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promplan.notebooks.compare import shape
from promplan.notebooks.markdown import led, pieces
from promplan.notebooks.translate import joined, parted, russian

NB = "\u00a0"
LEFT_ALONE = [
    "Введите `5 мм` на экране",
    "``код ` 5 мм``",
    "```\nплита 5 мм\n```",
    "~~~text\nплита 5 мм\n~~~\n",
    "```\nне закрыто: 5 мм",
    "Так:\n\n    плита 5 мм\n\nвот всё",
    "Масса $5 т$, сила $F = 5 Н$",
    "$$\nm = 5 кг\n$$",
    "\\\\(5 кг\\\\)",
    "[чертёж](плита-5 мм.png)",
    "[чертёж](<плита 5 мм.png>)",
    '<img src="5 мм.png" alt="плита 5 мм">',
    "<!-- 5 мм -->",
    "<https://example.org/5>, https://example.org/a?b=5",
]


@pytest.mark.parametrize("source", LEFT_ALONE)
def test_no_space_is_changed_in_code_formulas_addresses_and_tags(source):
    assert joined(source) == source


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("лист 5 мм и `5 мм`", f"лист 5{NB}мм и{NB}`5 мм`"),
        ("[лист 5 мм](a.png)", f"[лист 5{NB}мм](a.png)"),
        ("- пункт\n\n    лист 5 мм", f"- пункт\n\n    лист 5{NB}мм"),
        ("**5 мм**, \\$5 и 6 кг", f"**5{NB}мм**, \\$5 и{NB}6{NB}кг"),
        ("цена $5, лист 5 мм, цена $6", f"цена $5, лист 5{NB}мм, цена $6"),
        ("`незакрытое 5 мм", f"`незакрытое 5{NB}мм"),
    ],
)
def test_in_prose_a_number_keeps_its_unit(source, wanted):
    assert joined(source) == wanted and parted(wanted) == source


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("[a](../../notebooks/en/01.ipynb)", "[a](../../notebooks/ru/01.ipynb)"),
        ("![a](en/a.png)", "![a](ru/a.png)"),
        ('[a](../en/a.ipynb "see /en/")', '[a](../ru/a.ipynb "see /en/")'),
        ("[a](<../en/a b.ipynb>)", "[a](<../ru/a b.ipynb>)"),
        ("[a](../en/a_(b)/c.ipynb)", "[a](../ru/a_(b)/c.ipynb)"),
        ("[a](../en/a.ipynb#/en/)", "[a](../ru/a.ipynb#/en/)"),
        ("[a][b]\n\n[b]: ../en/a.ipynb", "[a][b]\n\n[b]: ../ru/a.ipynb"),
        ('<img alt="x" src="../en/a.png">', '<img alt="x" src="../ru/a.png">'),
        ("<a href='../en/a'>x</a>", "<a href='../ru/a'>x</a>"),
        ("[a](../women/a.ipynb)", "[a](../women/a.ipynb)"),
    ],
)
def test_a_relative_address_leads_into_the_other_language(source, wanted):
    assert led(source, "en", "ru") == wanted and led(wanted, "ru", "en") == source


@pytest.mark.parametrize(
    "source",
    [
        "[a](https://docs.example.org/en/latest)",
        "[a](HTTPS://example.org/en/)",
        "[a](//example.org/en/)",
        "[a](/en/a)",
        "[a](#/en/a)",
        "[a](mailto:x@example.org?subject=/en/)",
        "[b]: https://example.org/en/a",
        '<a href="https://example.org/en/">x</a>',
        "<https://example.org/en/>",
        "https://example.org/en/a",
        "`[a](../en/a.ipynb)`",
        "```\n[a](../en/a.ipynb)\n```",
        "the folder ../en/ itself",
    ],
)
def test_pages_elsewhere_and_code_keep_their_addresses(source):
    assert led(source, "en", "ru") == source


def test_headings_links_and_images_in_code_are_none():
    assert shape("```\n# note\n[a](b) ![](c)\n```\n# A") == {"headings": ["#"], "links": [], "images": []}


def test_a_link_with_a_title_is_a_link():
    assert shape('[a](../en/b.ipynb "c")')["links"] == ["../en/b.ipynb"]


SIGNS = ["`", "```\n", "$", "$$", "[", "](", ")", "<", ">", "\\", "\n\n", "    ", "5 мм", "en/", "../", " ", "а"]
BITS = st.sampled_from(SIGNS)


@given(st.lists(BITS, max_size=30).map("".join))
def test_any_cell_comes_whole_out_of_the_pieces(source):
    assert "".join(one.text for one in pieces(source)) == source


@given(st.lists(BITS, max_size=30).map("".join))
def test_what_was_joined_comes_apart_again(source):
    assert parted(joined(source)) == source and joined(joined(source)) == joined(source)


def test_the_twin_has_both():
    assert russian("[лист 5 мм](../en/a.ipynb)") == f"[лист 5{NB}мм](../ru/a.ipynb)"
