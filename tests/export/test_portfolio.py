"""Does the page show exactly whoever agreed, nothing of who did not, and every word as a word?"""

import re
from datetime import date
from html.parser import HTMLParser

import pytest
from carded import ON, YES, bare, carded
from filled import filled
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from promplan.export import portfolio
from promplan.export.portfolio import built, is_ours, left_out, made, page
from promplan.export.portfolio_pictures import Film, Picture
from promplan.export.wanted import Wanted
from promplan.export.whole import whole
from promplan.language import inside
from promplan.plan import Plan, edit
from promplan.plan.pitch import LEAVES

DAYS = st.none() | st.sampled_from([date(2026, 10, 1), ON, date(2026, 11, 10), date(2027, 12, 31)])
CARDS = st.fixed_dictionaries(
    {
        "page": st.sampled_from(list(LEAVES)),
        "pool": st.sampled_from(list(LEAVES)),
        "signed_on": DAYS,
        "until": DAYS,
        "withdrawn_on": st.none() | DAYS,
        "minor": st.booleans(),
        "parent": st.booleans(),
    }
)
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7*7 }}",
    "=1+1",
    "\u202eabc",
    "a\x00b\x0b",
    "🏭",
)


@pytest.fixture(autouse=True)
def quick(request, monkeypatch):
    """Posters and films are not drawn where a test does not look at them: a page of them takes seconds."""
    if "drawn" not in request.node.name:
        dot = Picture("data:image/png;base64,AA==", "a poster", 1, 1)
        monkeypatch.setattr(portfolio, "posters", lambda plan, chosen, held: ({it.id: dot for it in chosen.ideas}, []))
        films = lambda plan, chosen, held: (tuple(Film(it, (dot,), None, 3.0) for it in chosen.items), [])  # noqa: E731
        monkeypatch.setattr(portfolio, "films", films)


class Tags(HTMLParser):
    """The tags and attributes of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.names: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.names |= {name for name, _ in attrs}


@given(CARDS)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_name_stands_on_the_page_exactly_if_its_consent_holds_on_the_day(card):
    holds = (
        card["page"] == "yes"
        and card["withdrawn_on"] is None
        and card["signed_on"] is not None
        and card["signed_on"] <= ON
        and card["until"] is not None
        and card["until"] >= ON
        and (card["parent"] or not card["minor"])
    )
    plan = bare(["Zlatoslava Invented", "Bogdan"], {"did": "Everything here is mine.", **card})
    html = page(plan, ON)
    assert ("Zlatoslava" in html) == holds == ("Everything here is mine." in html)
    assert "Bogdan" not in html and not re.search(r"\bM[12]\b|\bPF[12]\b", html)


def test_a_page_without_somebody_is_the_page_of_a_team_that_never_had_them():
    plan = carded()
    without = edit.remove(plan, "pitch.cards/PF2")
    without = edit.remove(without, "team.members/M2")
    assert page(plan, ON) == page(without, ON)


def test_a_consent_taken_back_rebuilds_the_page_and_the_page_says_nothing_of_it():
    plan = carded(YES)
    assert "Rustam" in page(plan, ON)
    back = edit.put(plan, "pitch.cards/PF2", {"page": "withdrawn", "withdrawn_on": ON})
    html = page(back, ON)
    assert html == page(carded(), ON) and "taken back" not in html
    assert any("taken back" in str(one.why) for one in left_out(back, ON))


def test_drawn_posters_storyboard_and_the_plan_stand_there_and_the_bytes_are_the_same():
    plan = carded()
    told = whole(plan, Wanted(ON))
    first = made(told)
    assert first == made(told) and is_ours(first) and not is_ours(b"<html>")
    html = first.decode()
    assert html.count("data:image/png") == 3 and "data:image/gif" in html and html.count("data:image/jpeg") == 4
    assert "Lena P." in html and "2,140 people, one address" in html and "36 wagons a working day" in html
    assert len(first) < 3_000_000


def test_the_policy_forbids_everything_but_its_own_style_and_pictures():
    html = page(carded(), ON)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    assert policy is not None and "unsafe" not in policy[1] and policy[1].startswith("default-src")
    found = Tags(html)
    assert "script" not in found.tags and "style" not in found.names
    assert not re.search(r"https?://", re.sub(r"data:[^\"]*", "", html))


def test_a_draft_says_so():
    assert 'class="draft"' in made(whole(carded(), Wanted(ON, draft=True))).decode()
    assert 'class="draft"' not in page(carded(), ON)


def test_contacts_stay_off_the_page_wherever_they_stand():
    plan = carded()
    contact = plan.brief.contact
    assert contact and contact not in page(plan, ON)
    plan = edit.put(plan, "pitch.cards/PF1", {"did": "Ring me: +7 913 000-00-00", "learned": "a.b@mail.example"})
    html, left = built(plan, ON)
    assert "+7 913" not in html and "mail.example" not in html
    assert sum("telephone" in str(one.why) for one in left) == 2


def test_a_line_that_names_somebody_who_has_not_agreed_is_left_out_and_told():
    plan = edit.put(carded(), "pitch.cards/PF1", {"did": "Rustam and I drew the posters."})
    html, left = built(plan, ON)
    assert "Rustam" not in html and any("has not agreed" in str(one.why) for one in left)
    plan = edit.put(carded(), "ideas/I1/poster", {"credit": "Drawn by Rustam"})
    html, left = built(plan, ON)
    assert 'id="I1"' not in html and 'id="I2"' in html


@pytest.mark.parametrize(
    ("address", "fields", "why"),
    [
        ("ideas/I1/poster/clearance", {"state": "asked"}, "not cleared"),
        ("ideas/I1/poster/clearance", {"until": date(2026, 11, 8)}, "until"),
    ],
)
def test_a_poster_without_the_plant_s_yes_is_not_shown(address, fields, why):
    plan = carded()
    poster = plan.ideas[0].poster
    clearance = poster.clearance.model_copy(update=fields)
    plan = edit.put(plan, "ideas/I1", {"poster": poster.model_copy(update={"clearance": clearance})})
    html, left = built(plan, ON)
    assert 'id="I1"' not in html and any("I1" in str(one.what) and why in str(one.why) for one in left)


def test_an_animatic_with_somebody_who_took_a_consent_back_is_not_shown():
    plan = carded()
    assert 'id="C1"' in page(plan, ON)
    shots = {it.shot for it in plan.items[0].panels} - {""}
    filmed = next((one for one in plan.visit.shots if one.id in shots), None)
    if filmed is None:  # drawn silhouettes alone: a shot is brought in
        plan = edit.put(plan, f"items/C1/panels/{plan.items[0].panels[0].id}", {"shot": plan.visit.shots[0].id})
        plan = edit.put(plan, "items/C1/placing", {"state": "out"})
        filmed = plan.visit.shots[0]
    person = plan.visit.people[0]
    plan = edit.put(plan, f"visit.shots/{filmed.id}", {"people": [person.id]})
    image = person.image.model_copy(update={"withdrawn": date(2026, 11, 1)})
    plan = edit.put(plan, f"visit.people/{person.id}", {"image": image})
    html, left = built(plan, ON)
    assert 'id="C1"' not in html and any("C1" in str(one.what) for one in left)


def test_a_changed_piece_waits_for_the_plant_s_new_yes():
    plan = edit.put(carded(), "items/C1", {"headline": "Another headline"})
    assert 'id="C1"' not in page(plan, ON)
    assert any("this version" in str(one.why) for one in left_out(plan, ON))


def test_a_real_plant_that_has_let_nothing_out_is_not_named():
    plan = edit.put(bare(["Lena"], YES), "meta", {"case": "real"})
    plan = edit.put(plan, "enterprise", {"name": "Somewhere Works"})
    assert "Somewhere" not in page(plan, ON)
    plan, _ = edit.add(plan, "enterprise.facts", {"statement": "It rolls steel", "clearance": {"state": "cleared"}})
    assert "Somewhere" in page(plan, ON)
    kept = edit.put(plan, "enterprise", {"protected_names": "somewhere works"})
    assert "Somewhere" not in page(kept, ON)


def test_the_work_of_another_is_not_shown_on_a_card():
    plan = edit.put(carded(), "pitch.cards/PF1", {"shows": ["I2", "I1", "C99"]})
    left = [str(one.why) for one in left_out(plan, ON)]
    assert "there is no idea, no piece and no shot of this id" in left


@pytest.mark.parametrize("sign", HOSTILE)
def test_whatever_somebody_writes_stays_words_also_where_it_is_drawn(sign):
    plan = filled(lambda name, inside: f"{sign} {name}")
    card = plan.pitch.cards[0].model_copy(
        update={**YES, "page": "yes", "pool": "no", "withdrawn_on": None, "parent": True}
    )
    plan = plan.model_copy(update={"pitch": plan.pitch.model_copy(update={"cards": [card]})})
    html = page(plan, date(2027, 1, 31))
    found = Tags(html)
    assert "script" not in found.tags and not any(name.startswith("on") for name in found.names)
    assert not re.search(r"[\x00\x0b]", html) and "49" not in re.sub(
        r"data:[^\"]*|<style>.*?</style>", "", html, flags=re.S
    )


def test_long_texts_and_many_members_are_not_cut():
    plan = edit.put(bare(["Ж" * 300], YES), "pitch.cards/PF1", {"did": "ш" * 4000})
    html = page(plan, ON)
    assert "ш" * 4000 in html and "Ж" * 300 in html


def test_an_empty_plan_has_a_page_that_says_so():
    assert "There is nothing to show yet." in page(Plan(), ON)


def test_the_page_speaks_the_language_it_is_asked_in():
    with inside("ru"):
        html = page(carded(), ON)
    assert '<html lang="ru">' in html and "Кто мы" in html and "Who we are" not in html
