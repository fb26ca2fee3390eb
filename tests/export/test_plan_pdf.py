"""The plan as a PDF: its pages, what poppler reads in it, and that nothing of the plan's words is a command."""

import shutil
import subprocess
from datetime import date
from functools import cache

import pytest
from filled import filled
from hypothesis import given, settings
from hypothesis import strategies as st

from promplan.cases.example import example
from promplan.export import paper_clearance, paper_consents, paper_one_page, paper_posters, plan_pdf
from promplan.export.print_signs import BOX, text
from promplan.export.printed import pages
from promplan.export.wanted import Wanted
from promplan.export.whole import Whole, whole
from promplan.language import inside
from promplan.plan import Plan

MAKERS = (plan_pdf, paper_one_page, paper_posters, paper_clearance, paper_consents)
ON = date(2026, 11, 2)
HOSTILE = (
    '=HYPERLINK("http://x.example","y")',
    "<script>alert(1)</script>",
    '#import "x"; $x$ `a` *b* @c <d> \\ //',
    "a\x0b\x00b\x1f\ufeff\u202e",
    "🔥 中文 שלום \u0301\u0301\u0301\u0301",
    "Ы" * 78,
)


@cache
def made(language: str, *, draft: bool = False) -> bytes:
    with inside(language):
        plan = example("09-quarter")
        return plan_pdf.made(whole(plan, Wanted(on=plan.meta.as_of or ON, draft=draft)))


def told(plan: Plan, **more: object) -> Whole:
    return whole(plan, Wanted(on=ON, figures=False, **more))


def read(data: bytes, tmp_path) -> str:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext (poppler) is not on this machine")
    file = tmp_path / "plan.pdf"
    file.write_bytes(data)
    return subprocess.run(["pdftotext", "-layout", str(file), "-"], capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_full_plan_has_between_eight_and_fifteen_pages(language):
    assert 8 <= pages(made(language)) <= 15
    assert plan_pdf.is_ours(made(language))


def test_poppler_reads_russian_words_and_the_numbers_of_the_pages(tmp_path):
    found = read(made("ru"), tmp_path)
    for words in ("План на одной странице", "Содержание", "Факты с источниками", "Что ещё не", "МЕДИАПЛАН"):
        assert words.casefold() in found.casefold(), words
    assert f"15 / {pages(made('ru'))}" in found or f"{pages(made('ru'))} / {pages(made('ru'))}" in found


def test_long_words_are_parted_at_the_end_of_a_line(tmp_path):
    found = read(made("ru"), tmp_path)
    assert "\u00ad" in found or any(line.rstrip().endswith(("-", "‐")) for line in found.splitlines())


def test_the_file_says_that_it_can_be_read_aloud_in_its_language():
    data = made("ru")
    assert b"/Lang" in data and b"(ru" in data and b"/StructTreeRoot" in data
    assert b"pdfuaid:part" in data or b"pdfuaid" in data


def test_the_same_plan_gives_the_same_bytes():
    plan = example("09-quarter")
    assert plan_pdf.made(told(plan)) == plan_pdf.made(told(plan))


def test_a_draft_says_so_on_every_page(tmp_path):
    plan = Plan.model_validate({"meta": {"title": "A plan"}})
    data = plan_pdf.made(told(plan, draft=True))
    found = read(data, tmp_path).split("\f")
    assert all("Draft: not cleared" in page for page in found if page.strip())
    assert "DRAFT" not in read(plan_pdf.made(told(plan)), tmp_path)


@pytest.mark.parametrize("maker", MAKERS, ids=lambda one: one.__name__.rpartition(".")[2])
def test_an_empty_plan_breaks_nothing(maker):
    for language in ("en", "ru"):
        with inside(language):
            data = maker.made(told(Plan()))
            assert maker.is_ours(data) and pages(data) >= 1


@pytest.mark.parametrize("words", HOSTILE)
def test_words_in_every_field_are_words(words):
    plan = filled(lambda name, inside: words[:78])
    for maker in MAKERS:
        assert maker.is_ours(maker.made(told(plan)))


@settings(max_examples=5, deadline=None)
@given(st.text(min_size=1, max_size=40))
def test_any_text_can_be_set(words):
    plan = filled(lambda name, inside: words)
    assert pages(plan_pdf.made(told(plan))) >= 3


def test_markup_of_the_template_is_printed_as_it_was_written(tmp_path):
    plan = Plan.model_validate({"message": {"umbrella": "#strong[no] *no* $x^2$ `code`"}})
    assert "#strong[no] *no* $x^2$ `code`" in read(plan_pdf.made(told(plan)), tmp_path)


def test_a_hundred_and_sixty_pieces_and_three_hundred_facts_find_their_pages():
    facts = [{"id": f"F{n}", "statement": f"fact {n}"} for n in range(1, 301)]
    items = [{"id": f"C{n}", "title": f"piece {n}", "dates": {"publish": ON}} for n in range(1, 161)]
    plan = Plan.model_validate({"enterprise": {"facts": facts}, "items": items})
    assert pages(plan_pdf.made(told(plan))) > 8
    assert pages(paper_one_page.made(told(plan))) == 1


def test_what_is_cut_says_how_much_and_where_it_stands():
    assert text("я" * 5000, 100).endswith("(4,900 more characters, in media-plan.json)")
    assert text("a\u00adb\x00c") == "abc" and text("\U0001f525\u4e2d") == BOX * 2


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("name", ["09-quarter", "08-solved", "00-solved"])
def test_the_plan_on_one_page_is_one_page(language, name):
    with inside(language):
        assert pages(paper_one_page.made(told(example(name)))) == 1


def test_the_longest_words_still_fit_one_page():
    words = "Очень длинная фраза о заводе, которую никто не сократил. " * 5
    rows = [{"id": f"O{n}", "statement": words} for n in range(1, 8)]
    kpis = [{"id": f"KP{n}", "name": words} for n in range(1, 8)]
    plan = Plan.model_validate({"objectives": rows, "kpis": kpis, "message": {"umbrella": words * 2}})
    assert pages(paper_one_page.made(told(plan))) == 1


def test_the_register_of_consents_has_no_names(tmp_path):
    paper = {"state": "given", "given": ON, "until": date(2026, 12, 1)}
    who = {"id": "N1", "role": "welder", "name": "Secret Name", "image": paper, "data": {"withdrawn": ON}}
    plan = Plan.model_validate({"visit": {"people": [who]}, "meta": {"campaign_end": date(2027, 1, 31)}})
    found = " ".join(read(paper_consents.made(told(plan)), tmp_path).split())
    assert "welder" in found and "Secret" not in found
    assert "ends before the campaign does" in found and "taken back on 2026-11-02" in found


def test_the_letter_asks_by_a_day_and_leaves_a_place_to_answer(tmp_path):
    with inside("en"):
        data = paper_clearance.made(told(example("06-one-word")))
    found = " ".join(read(data, tmp_path).split())
    assert "We ask for a word on 3 lines below, by" in found and "yes, in these words" in found


def test_a_link_that_is_no_page_is_not_led_to():
    idea = {"id": "I1", "title": "x", "chosen": "yes", "poster": {"form": "rosette", "link": "javascript:alert(1)"}}
    data = paper_posters.data(told(Plan.model_validate({"ideas": [idea]})))
    assert data["posters"][0]["to"] == ""
