"""Are the questions answered one by one, and does what they end in stand in the plan, to be taken back?"""

import re
from html import unescape

import pytest
from calendar_plan import planned
from widgets.finding import field, part, shown
from widgets.finding import told as html

from promplan.language import inside
from promplan.language.typesetting import unset
from promplan.plan import Plan
from promplan.plan.store import MemoryStore
from promplan.widgets import which_piece
from promplan.widgets.advertising import Tree, is_it_an_ad
from promplan.widgets.guard import Guard
from promplan.widgets.toast import Toast

MARKED = {"mark": "Реклама", "advertiser": "Works", "token": "erid 1", "reports": "press office"}
NEWS = ["no", "no", "no", "own", "yes"]


def told(panel) -> str:
    return unset(unescape(re.sub("<[^>]+>", " ", html(panel))))


def opened(plan: Plan | None = None):
    store = MemoryStore(plan or planned())
    panel = is_it_an_ad(store)
    return store, panel, part(panel, Tree)


def walked(tree, keys, piece="C1"):
    tree.walked = {"piece": piece, "keys": keys, "turn": len(keys) + 1}


def written(tree, keys, piece="C1"):
    tree.written = {"piece": piece, "keys": keys, "turn": 99}


def test_a_question_is_shown_with_its_source_and_the_answer_leads_on():
    _, _, tree = opened()
    assert tree.shown["question"]["ask"] == "Does anybody pay for its place?"
    assert "38-FZ" in tree.shown["law"][0]["head"] and "2026-11-28" in tree.shown["law"][0]["head"]
    walked(tree, ["no"])
    assert tree.shown["path"] == [["Does anybody pay for its place?", "No"]]
    assert "buy" in tree.shown["question"]["ask"]
    walked(tree, [])
    assert tree.shown["path"] == [] and tree.shown["keys"] == []


def test_what_the_questions_end_in_goes_into_the_plan_and_out_again():
    store, panel, tree = opened()
    walked(tree, NEWS)
    assert tree.shown["leaf"]["is_ad"] == "no"
    assert store.plan.items[0].ad.is_ad == ""  # nothing is written until somebody says so
    written(tree, NEWS)
    ad = store.plan.items[0].ad
    assert ad.is_ad == "no" and "plainly news" in ad.why and "2026-11-28" in ad.why
    assert "in the plan: no" in part(panel, Toast).said
    assert field(panel, "Is it an advertisement?").value == "no"
    part(panel, Toast).undo()
    assert (store.plan.items[0].ad.is_ad, store.plan.items[0].ad.why) == ("", "")


def test_the_reason_is_written_in_the_plan_s_language():
    plan = planned()
    plan.meta.language = "ru"
    store, _, tree = opened(plan)
    written(tree, NEWS)
    assert "просто новость" in store.plan.items[0].ad.why


def test_a_walk_that_has_no_end_writes_nothing_and_says_so():
    store, panel, tree = opened()
    written(tree, ["no", "no"])
    assert store.plan.items[0].ad.is_ad == ""
    assert "Answer the questions to their end first" in part(panel, Guard).trouble


def test_what_a_page_sends_for_a_piece_that_is_gone_or_for_no_piece_changes_nothing():
    store, panel, tree = opened()
    before = store.plan
    written(tree, NEWS, piece="C99")
    tree.walked = {"piece": None, "keys": "no"}
    assert store.plan == before and part(panel, Guard).trouble


def test_the_answers_of_each_piece_are_its_own():
    store, panel, tree = opened()
    walked(tree, ["no", "no"])
    which_piece.show(store, "C2")
    assert tree.shown["piece"] == "C2" and tree.shown["keys"] == []
    field(panel, "Pieces of content").value = "C1"
    assert tree.shown["keys"] == ["no", "no"] and which_piece.shown(store).id == "C1"


def test_all_pieces_are_seen_at_a_glance():
    store, panel, tree = opened()
    assert "19 pieces of 19 are not decided yet." in told(panel)
    written(tree, NEWS)
    assert "18 pieces of 19 are not decided yet." in told(panel)
    rows = field(panel, "Pieces of content").rows
    assert (rows[0]["sign"], rows[0]["cells"][2][0], rows[1]["sign"]) == ("passed", "no", "warning")
    assert "C1 · Eleven minutes at the press · no" in unescape(is_it_an_ad(store).static)


@pytest.mark.parametrize(
    ("ad", "signs"),
    [
        ({"is_ad": "yes", "why": "paid", "mark": "Реклама"}, ("error", "warning")),
        ({"is_ad": "yes", "why": "paid", **MARKED}, ("passed",)),
        ({"is_ad": "ask"}, ("warning",)),
        ({"is_ad": "no"}, ("info",)),
        ({"is_ad": "no", "why": "plainly news"}, ("passed",)),
    ],
)
def test_a_piece_still_asks_for_something_until_it_is_written_down(ad, signs):
    store, panel, _ = opened()
    store.put("items/C1/ad", ad)
    assert field(panel, "Pieces of content").rows[0]["sign"] in signs


def test_that_it_is_no_legal_advice_comes_first_with_the_day():
    _, panel, _ = opened()
    assert told(panel).index("No legal advice") < told(panel).index("Go through the questions")
    assert "Looked up on 2026-11-28" in told(panel)


def test_of_a_country_without_notes_it_says_so_and_asks():
    plan = planned()
    plan.enterprise.place, plan.meta.time_zone = "Paris", "Europe/Paris"
    store, panel, tree = opened(plan)
    assert "For your country we looked nothing up" in told(panel)
    assert tree.shown["leaf"]["is_ad"] == "ask" and tree.shown["law"] == []
    written(tree, [])
    assert store.plan.items[0].ad.is_ad == "ask" and "looked nothing up" in store.plan.items[0].ad.why


def test_a_plan_without_pieces_says_what_comes_first():
    _, panel, tree = opened(Plan())
    assert not shown(tree) and "There is no piece of content yet" in told(panel)
    assert "There is no piece" in panel.static


def test_a_student_s_words_are_text():
    plan = planned()
    plan.items[0].title = "<img src=x onerror=alert(1)>"
    _, panel, tree = opened(plan)
    assert "<img" not in html(panel) and "<img" not in panel.static
    assert tree.shown["title"].endswith(plan.items[0].title)


def test_the_questions_are_read_in_russian():
    with inside("ru"):
        _, _, tree = opened()
        assert unset(tree.shown["question"]["ask"]) == "Платит ли кто-нибудь за размещение?"
