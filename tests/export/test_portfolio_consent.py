"""Does the consent paper say what is shown, where, how long, and how it is taken back, on a sheet and its copy?"""

import shutil
import subprocess

import pytest
from carded import carded

from promplan.export.portfolio_consent import portfolio_consent, told
from promplan.export.portfolio_papers import papers
from promplan.export.printed import is_printed, pages
from promplan.language import Problem, inside
from promplan.plan import Plan, edit


def read(data: bytes) -> str:
    if shutil.which("pdftotext") is None:
        pytest.skip("poppler is not on this machine: the PDF's words are not read back")
    done = subprocess.run(["pdftotext", "-layout", "-", "-"], input=data, capture_output=True, check=True)
    return done.stdout.decode()


def test_each_member_has_a_sheet_and_a_copy_and_the_bytes_are_the_same():
    plan = carded()
    made = portfolio_consent(plan)
    assert pages(made) == 6 and is_printed(made) and made == portfolio_consent(plan)
    assert pages(portfolio_consent(plan, ["M1"])) == 2 and pages(portfolio_consent(plan, blank=True)) == 2


@pytest.mark.parametrize(
    ("speech", "words"),
    [
        (
            "en",
            ["1. The team's page", "2. The organiser's pool", "I can take either back", "no legal advice", "Under 18"],
        ),
        ("ru", ["1. Страница команды", "2. Пул молодых", "можно отозвать", "не юридическая консультация", "До 18 лет"]),
    ],
)
def test_the_paper_says_it_in_both_languages(speech, words):
    text = " ".join(read(portfolio_consent(carded(), ["M1"], speech=speech)).split())
    assert all(one in text for one in words)


def test_no_name_is_printed_those_who_sign_write_it():
    with inside("en"):
        said = str(told(carded(), ["M1"]))
    assert "Lena" not in said


def test_texts_of_any_length_stay_on_their_sheet_and_a_cut_says_so():
    plan = edit.put(carded(), "pitch.cards/PF1", {"did": "#import $x$ ` " * 280, "learned": "ы" * 300})
    plan = edit.put(plan, "team", {"name": "Щ" * 300})
    assert pages(portfolio_consent(plan, ["M1"])) == 2
    with inside("en"):
        assert "more signs, in the plan" in str(told(plan, ["M1"]))


def test_a_stranger_s_id_is_told_and_an_empty_plan_gives_a_blank_sheet():
    with pytest.raises(Problem, match="M9"):
        portfolio_consent(carded(), ["M9"])
    assert pages(portfolio_consent(Plan())) == 2


def test_the_table_of_papers_makes_both_and_tells_what_is_left():
    plan, heard = carded(), []
    found = papers(plan.meta.as_of, lambda id_: None, heard.extend)
    for one in found.values():
        assert one.ours(one.make(plan))
    assert any("M2" in str(it.what) for it in heard)
