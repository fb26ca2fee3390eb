"""Is somebody shown only with a yes, a day of signing, a term, a parent under 18, and nothing taken back?"""

from datetime import date

import pytest
from carded import ON, YES

from promplan.plan import Plan, edit
from promplan.plan.leave import holds, refusal, shown, why_not
from promplan.plan.pitch import Card

GOOD = Card(id="PF1", member="M1", **YES)


def but(**values):
    return GOOD.model_copy(update=values)


def test_a_signed_yes_in_its_term_holds():
    assert holds(GOOD, "page", ON) and refusal(GOOD, "page", ON) is None
    assert holds(GOOD, "page", date(2026, 10, 1)) and holds(GOOD, "page", date(2027, 12, 31))  # both days count


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"page": "not asked"}, "nobody has asked"),
        ({"page": "no"}, "the answer was no"),
        ({"page": "withdrawn"}, "taken back"),
        ({"withdrawn_on": date(2026, 10, 5)}, "taken back on 2026-10-05"),
        ({"withdrawn_on": date(2028, 1, 1)}, "taken back"),  # known is known, whatever day one looks at
        ({"signed_on": None}, "day of signing"),
        ({"signed_on": date(2026, 11, 10)}, "signed only on"),
        ({"until": None}, "last day"),
        ({"until": date(2026, 11, 8)}, "ended on"),
        ({"minor": True}, "no parent"),
    ],
)
def test_whatever_is_missing_is_no_yes(values, why):
    assert why in str(refusal(but(**values), "page", ON))


def test_under_18_a_parent_s_signature_cures_it():
    assert holds(but(minor=True, parent=True), "page", ON)


def test_the_page_and_the_pool_have_a_yes_of_their_own():
    assert not holds(GOOD, "pool", ON)
    assert holds(but(pool="yes", page="no"), "pool", ON) and not holds(but(pool="yes", page="no"), "page", ON)


def test_of_two_cards_both_must_hold_and_the_team_s_list_can_keep_somebody_out_of_the_pool():
    plan, one = edit.add(Plan(), "team.members", {"name": "Lena", "portfolio_consent": "no"})
    assert "no card" in str(why_not(plan, plan.team.members[0], "page", ON))
    plan, _ = edit.add(plan, "pitch.cards", {"member": one, **YES, "pool": "yes"})
    assert [it.name for it, _ in shown(plan, "page", ON)] == ["Lena"] and not list(shown(plan, "pool", ON))
    plan, _ = edit.add(plan, "pitch.cards", {"member": one, "page": "withdrawn"})
    assert not list(shown(plan, "page", ON))
