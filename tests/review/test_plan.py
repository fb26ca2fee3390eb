"""Does every id lead to what it means, is each given once, and is the campaign as long as a day?"""

from datetime import date

import pytest

from promplan.plan import Plan
from promplan.review.plan import campaign_has_length, ids_are_given_once, ids_lead_somewhere

FIX = "choose an id that exists, or empty the field"


def plan(**sections: object) -> Plan:
    return Plan.model_validate(sections, strict=True)


def told(found) -> list[tuple[str, str, str]] | None:
    return found and [(one.object, str(one.message), str(one.fix)) for one in found]


def facts(*rows: dict[str, object]) -> dict[str, object]:
    return {"facts": [{"id": f"F{n}", **row} for n, row in enumerate(rows, 1)]}


@pytest.mark.parametrize(
    ("sections", "found"),
    [
        ({}, None),
        ({"enterprise": facts({})}, []),
        ({"objectives": [{"id": "O1"}]}, None),  # no fact, and nothing is named
        ({"objectives": [{"id": "O1", "audience": "A1"}], "audiences": [{"id": "A1"}]}, []),
        (
            {"objectives": [{"id": "O1", "audience": "A2"}], "audiences": [{"id": "A1"}]},
            [("O1", "It names A2, and there is no A2 in the plan.", FIX)],
        ),
        (
            {"objectives": [{"id": "O1", "audience": "F1"}], "enterprise": facts({})},
            [("O1", "It names F1, which belongs elsewhere; here an entry of “Audiences” is meant.", FIX)],
        ),
        ({"enterprise": facts({"derived_from": ["F1"]})}, [("F1", "F1 names itself.", FIX)]),
        ({"enterprise": facts({"derived_from": ["F2"]}, {})}, []),
        (
            {"enterprise": facts({"derived_from": ["F2", "F8", "F9"]}, {})},
            [("F1", f"It names {one}, and there is no {one} in the plan.", FIX) for one in ("F8", "F9")],
        ),
        ({"enterprise": facts({"by": "M9"})}, [("F1", "It names M9, and there is no M9 in the plan.", FIX)]),
        ({"team": {"members": [{"id": "M1", "by": "M1"}]}}, []),  # a member writes their own card
        ({"brief": {"by": "M9"}}, [("brief", "It names M9, and there is no M9 in the plan.", FIX)]),
        (
            {"message": {"pillars": [{"id": "P1", "proofs": ["F3"]}]}},
            [("P1", "It names F3, and there is no F3 in the plan.", FIX)],
        ),
        (
            {"answers": {"given": [{"question": "q", "answer": "a", "by": "M9"}]}, "enterprise": facts({})},
            [],  # what somebody answered outlives them
        ),
    ],
)
def test_every_id_leads_to_what_is_meant(sections, found):
    assert told(ids_lead_somewhere(plan(**sections), None)) == found


def test_a_draft_about_what_is_gone_is_told_and_a_letter_that_went_out_is_not():
    draft = {"id": "R1", "fact": "F9"}
    gone = [("R1", "It names F9, and there is no F9 in the plan.", FIX)]
    assert told(ids_lead_somewhere(plan(desk={"requests": [draft]}), None)) == gone
    went = {"id": "R2", "fact": "F9", "sent": date(2026, 10, 12)}
    assert told(ids_lead_somewhere(plan(desk={"requests": [draft, went]}), None)) == gone
    assert ids_lead_somewhere(plan(desk={"requests": [went]}), None) is None
    # a fact that happens to have a sent letter's id, and names one that is gone, is told of all the same
    odd = plan(desk={"requests": [{**went, "id": "F1"}]}, enterprise=facts({"derived_from": ["F8"]}))
    assert [one.object for one in ids_lead_somewhere(odd, None)] == ["F1"]


def test_an_id_that_is_given_twice_is_told_with_how_often():
    fix = "copy one of them with the Copy button and remove it"
    assert ids_are_given_once(Plan(), None) is None
    assert told(ids_are_given_once(plan(enterprise=facts({}, {})), None)) == []
    twice = plan(enterprise={"facts": [{"id": "F2"}, {"id": "F2"}, {"id": "F1"}]}, audiences=[{"id": "A1"}] * 3)
    assert told(ids_are_given_once(twice, None)) == [
        ("A1", "A1 is given 3 times.", fix),
        ("F2", "F2 is given 2 times.", fix),
    ]


DAY, LATER = date(2026, 11, 2), date(2026, 11, 3)


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        (None, None, None),
        (DAY, None, None),
        (None, DAY, None),
        (DAY, LATER, []),
        (DAY, DAY, ["2026-11-02 – 2026-11-02"]),
        (LATER, DAY, ["2026-11-03 – 2026-11-02"]),
    ],
)
def test_a_campaign_ends_after_it_starts(start, end, found):
    answer = campaign_has_length(plan(meta={"campaign_start": start, "campaign_end": end}), None)
    assert (answer and [str(one.evidence) for one in answer]) == found
    if answer:
        assert told(answer) == [("meta", "The campaign ends before it starts.", "swap the two dates")]
