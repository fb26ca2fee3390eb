"""Does an answer about a work, a shot or a version do what it says, and do two copies with such letters join?"""

from datetime import date

import pytest

from promplan.language import Problem
from promplan.plan import Answer, Plan, answering, asking, edit, letters
from promplan.plan.approvals import holds
from promplan.plan.merging import merge

TODAY, END = date(2026, 10, 12), date(2027, 1, 31)
IDEA, SHOT, PIECE = "ideas/I1", "visit.shots/T1", "items/C1"
LIMITS = {"channels": ["owned"], "until": END, "by": "engineer", "received": TODAY}


WORDS = {
    "day": ("A day of the press", "the press at day", "A day in a minute"),
    "rings": ("Forty rings, no two alike", "hands with a sample", "What water does"),
}


def plan(name: str = "day") -> Plan:
    one = edit.put(Plan(), "meta", {"as_of": TODAY, "language": "en", "campaign_end": END})
    work, shot, piece = WORDS[name]
    one = edit.add(one, "ideas", {"title": work})[0]
    one = edit.put(one, "ideas/I1/poster", {"form": "stripes", "data": {"file": f"{name}.csv"}, "legend": ["by us"]})
    one = edit.add(one, "visit.shots", {"what": shot})[0]
    return edit.add(one, "items", {"title": piece, "text": f"Come and see: {name}."})[0]


def sent(one: Plan, address: str, **more: object) -> Plan:
    one, (id_,) = letters.drafted(one, [address], {"to": "engineer", "judge": "engineer", **more})
    return letters.sent(one, id_)


def came(one: Plan, state: str, **more: object) -> Plan:
    return letters.came(one, one.desk.requests[-1].id, Answer(state=state, **{**LIMITS, **more}), "no")


def test_a_draft_begins_with_the_title_of_the_work_the_shot_s_words_the_piece_s_title():
    one, new = letters.drafted(plan(), [IDEA, SHOT, PIECE], {"judge": "safety"})
    assert [it.wording for it in one.desk.requests] == ["A day of the press", "the press at day", "A day in a minute"]
    assert [letters.about(it) for it in one.desk.requests] == [IDEA, SHOT, PIECE] and new == ["R1", "R2", "R3"]
    assert [it.judge for it in one.desk.requests] == ["", "", "safety"]  # what is looked at, of a version alone


def test_what_is_sent_keeps_the_version_that_was_shown_and_waits():
    one = sent(sent(sent(plan(), IDEA), SHOT), PIECE)
    assert [it.version == asking.version(one, letters.about(it)) for it in one.desk.requests] == [True] * 3
    assert len({it.version for it in one.desk.requests}) == 3 and one.desk.requests[0].scales == "on"
    assert one.ideas[0].poster.clearance.state == one.visit.shots[0].clearance.state == "asked"
    assert (one.items[0].approvals[0].state, one.items[0].approvals[0].who) == ("asked", "engineer")


def test_a_yes_is_the_clearance_of_the_data_and_of_the_shot_with_its_limits():
    one = came(sent(plan(), IDEA), "yes", wording="of one day")
    assert one.ideas[0].poster.clearance.model_dump() == {
        "state": "cleared", "wording": "of one day", "channels": ["owned"], "until": END, "by": "engineer",
    }  # fmt: skip
    assert one.ideas[0].poster.legend == ["by us"]  # a plain yes touches nothing of the team's own
    one = came(sent(plan(), SHOT), "yes", wording="the press at day")
    assert one.visit.shots[0].clearance.model_dump() == {
        "state": "cleared", "conditions": "", "channels": ["owned"], "until": END, "by": "engineer",
    }  # fmt: skip


def test_other_terms_touch_nothing_before_the_team_takes_them():
    before = sent(plan(), IDEA)
    one = came(before, "words", wording="no numbers", scales="off")
    assert one.ideas == before.ideas and not one.desk.requests[0].answer.taken
    poster = letters.taken(one, "R1").ideas[0].poster
    assert (poster.scales, poster.legend, poster.clearance.state) == ("off", ["by us", "no numbers"], "cleared")
    one = came(sent(plan(), SHOT), "words", wording="from the passage")
    assert one.visit.shots[0].clearance.state == "asked"
    assert letters.taken(one, "R1").visit.shots[0].clearance.conditions == "from the passage"


def test_a_full_legend_is_left_as_it_is():
    one = edit.put(plan(), "ideas/I1/poster", {"legend": list("abcdef")})
    one = letters.taken(came(sent(one, IDEA), "words", wording="no numbers", scales="off"), "R1")
    assert one.ideas[0].poster.legend == list("abcdef") and one.ideas[0].poster.scales == "off"


@pytest.mark.parametrize(("state", "verdict"), [("yes", "approved"), ("words", "changes"), ("no", "refused")])
def test_what_a_judge_says_stands_beside_the_piece_with_day_name_and_version(state, verdict):
    one = came(sent(plan(), PIECE), state, said="Strike the second line.")
    said = one.items[0].approvals[0]
    assert (said.state, said.on, said.who, said.version) == (verdict, TODAY, "engineer", one.desk.requests[0].version)
    assert said.note == ("" if state == "yes" else "Strike the second line.")
    assert holds(said, one.items[0]) == (state == "yes") and one.desk.requests[0].answer.taken


def test_a_judge_s_own_line_is_kept_one_for_each_and_one_answers_for_it():
    one = sent(sent(sent(plan(), PIECE), PIECE, judge="plant"), PIECE, judge="plant")
    assert [(it.judge, it.raci) for it in one.items[0].approvals] == [("engineer", "C"), ("plant", "A")]
    known = edit.add(plan(), "items/C1/approvals", {"judge": "editor", "raci": "A"})[0]
    assert [it.raci for it in sent(known, PIECE, judge="plant").items[0].approvals] == ["A", "C"]


def test_what_is_approved_stays_so_until_the_next_answer():
    one = sent(came(sent(plan(), PIECE), "yes"), PIECE)
    assert holds(one.items[0].approvals[0], one.items[0])
    assert not holds(came(one, "no").items[0].approvals[0], one.items[0])


@pytest.mark.parametrize("address", [IDEA, SHOT])
def test_a_no_to_something_new_takes_nothing_back_unless_it_is_another_thing_now(address):
    of = {IDEA: lambda one: one.ideas[0].poster.clearance, SHOT: lambda one: one.visit.shots[0].clearance}[address]
    other = {IDEA: ("ideas/I1/poster", {"data": {"file": "b.csv"}}), SHOT: (SHOT, {"what": "the recipe"})}[address]
    one = came(sent(plan(), address), "yes", wording="a")
    assert of(came(sent(one, address), "no")).state == "cleared"
    one = edit.put(one, *other)
    assert not answering.stands(one, asking.subject(one.desk.requests[0]))
    one = sent(one, address)
    assert of(one).state == "asked" and of(came(one, "no")).state == "refused"


def test_ids_that_a_merge_gives_anew_stay_those_of_the_letters():
    mine, theirs = came(sent(plan("day"), IDEA), "yes", wording="a"), sent(plan("rings"), IDEA)
    mine, theirs = sent(mine, SHOT), came(sent(theirs, PIECE), "yes")
    for first, second in ((mine, theirs), (theirs, mine)):
        for base in (None, edit.put(Plan(), "meta", mine.meta.model_dump())):
            joined = merge(first, second, base).plan
            told = sorted((it.wording, asking.told(joined, letters.about(it))) for it in joined.desk.requests)
            assert len(told) == 4 and all(wording == now for wording, now in told)
            assert not any(asking.has_changed(joined, it) for it in joined.desk.requests)
            assert [holds(it, one) for one in joined.items for it in one.approvals] == [True]
            assert sorted(it.poster.clearance.state for it in joined.ideas) == ["asked", "cleared"]


def test_an_answer_that_came_in_one_copy_is_in_the_joined_plan():
    base = sent(sent(plan(), IDEA), PIECE)
    one = letters.came(base, "R1", Answer(state="yes", wording="a", **LIMITS), "no")
    two = letters.came(base, "R2", Answer(state="yes", **LIMITS), "no")
    joined = merge(one, two, base)
    assert joined.asked == [] and [it.answer.state for it in joined.plan.desk.requests] == ["yes", "yes"]
    assert joined.plan.ideas[0].poster.clearance.state == "cleared"
    assert holds(joined.plan.items[0].approvals[0], joined.plan.items[0])


def test_an_unknown_letter_is_no_letter():
    with pytest.raises(Problem, match="R9"):
        letters.came(plan(), "R9", Answer(state="yes", **LIMITS), "no")


def test_a_piece_holds_twenty_approvals_and_the_answer_to_one_more_stands_at_the_desk():
    one = plan()
    for _ in range(20):
        one = edit.add(one, "items/C1/approvals", {"judge": "editor"})[0]
    one = came(sent(one, PIECE), "yes")
    assert len(one.items[0].approvals) == 20 and one.desk.requests[0].answer.state == "yes"
