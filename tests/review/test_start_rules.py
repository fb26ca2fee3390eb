"""Team, window, ids and brief: is each fault told at its very edge, on the right object, and is nothing told before?"""

from datetime import date

import pytest

from promplan.plan import Plan
from promplan.review import RULES, check

DAYS = {"as_of": date(2026, 10, 12), "campaign_start": date(2026, 11, 2), "campaign_end": date(2027, 1, 31)}
ROLES = ("producer", "editor", "safety", "visual", "distribution", "visual")


def plan(**sections: object) -> Plan:
    return Plan.model_validate(sections, strict=True)


def told(document: Plan, rule: str) -> list[tuple[str, str, str]]:
    """Of each finding of a rule: its object, what is wrong, and the smallest fix."""
    return [(one.object, str(one.message), str(one.fix)) for one in check(document) if one.rule == rule]


def state(document: Plan, rule: str) -> str:
    return check(document).states[rule]


def team(n: int, **first: object) -> Plan:
    """So many members with a name, a role and an answer; the first one changed."""
    rows = [
        {"id": f"M{k}", "name": f"Member {'ABCDEF'[k - 1]}", "role": ROLES[k - 1], "portfolio_consent": "no"}
        for k in range(1, n + 1)
    ]
    return plan(team={"members": [{**rows[0], **first}, *rows[1:]]})


# -- the team


@pytest.mark.parametrize(
    ("n", "message", "fix"),
    [
        (1, "A team of 1 carries five roles.", "find a third member"),
        (2, "A team of 2 carries five roles.", "find a third member"),
        (6, "With 6 members somebody only watches.", "make two teams"),
    ],
)
def test_a_team_below_three_or_above_five_is_told_how_many_it_is(n, message, fix):
    assert told(team(n), "TEAM-1") == [("team", message, fix)]


@pytest.mark.parametrize("n", [3, 4, 5])
def test_three_to_five_members_are_a_team(n):
    assert state(team(n), "TEAM-1") == "ok"


def test_nobody_in_the_team_is_nothing_to_check_yet_and_one_is():
    team_rules = [id for id in RULES if id.startswith("TEAM") and id != "TEAM-6"]
    assert {state(Plan(), id) for id in team_rules} == {"nothing yet"} and len(team_rules) == 5
    assert {id: state(team(1), id) for id in team_rules} == {
        "TEAM-1": "found",
        "TEAM-2": "ok",
        "TEAM-3": "found",
        "TEAM-4": "ok",
        "TEAM-5": "ok",
    }


def test_a_member_without_name_and_role_is_told_both_by_id_and_one_with_a_name_by_it():
    assert told(team(3, name=" ", role=""), "TEAM-2") == [
        ("M1", "This member has no name.", "write the name"),
        ("M1", "M1 has no role.", "choose one of the five roles"),
    ]
    assert told(team(3, role=""), "TEAM-2") == [("M1", "Member A has no role.", "choose one of the five roles")]


@pytest.mark.parametrize(("role", "words"), [(0, "producer"), (1, "editor"), (2, "fact-and-safety lead")])
def test_a_role_that_may_not_stay_empty_is_named(role, words):
    document = team(3)
    document.team.members[role].role = "visual"
    assert told(document, "TEAM-3") == [("team", f"Nobody is the {words}.", "give one member this role")]


def test_of_two_who_are_called_alike_both_are_told_and_the_third_is_not():
    document = team(3, name="member b")
    assert [one[0] for one in told(document, "TEAM-4")] == ["M1", "M2"]
    assert told(document, "TEAM-4")[1][1:] == ("Two members are called Member B.", "add a surname or an initial")
    nameless = team(3, name="")
    nameless.team.members[1].name = " "
    assert state(nameless, "TEAM-4") == "ok"  # no name is no name twice
    assert state(plan(team={"members": [{"id": "M1"}]}), "TEAM-4") == "nothing yet"


def test_who_was_not_asked_about_the_pool_is_advice_and_any_answer_is_one():
    document = team(3, portfolio_consent="not asked")
    assert told(document, "TEAM-5") == [
        ("M1", "Member A was not asked about the talent pool.", "ask; no is an answer too")
    ]
    assert {one.severity for one in check(document) if one.rule == "TEAM-5"} == {"info"}
    assert state(team(3, portfolio_consent="yes"), "TEAM-5") == "ok"


NO_PLANT = ("meta", "The plan is for no plant yet.", "choose a plant in the plant picker")
NO_WINDOW = ("meta", "The campaign has no window.", "give the first and the last day")
NO_TODAY = ("meta", "The plan does not know its today.", "give the date from which you count")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"case": ""}, [NO_PLANT]),
        ({"campaign_start": None}, [NO_WINDOW]),
        ({"campaign_end": None}, [NO_WINDOW]),
        ({"as_of": None}, [NO_TODAY]),
        ({"as_of": None, "case": "real"}, []),
        ({"case": "real"}, []),
        ({"campaign_start": None, "campaign_end": None, "as_of": None}, [NO_WINDOW, NO_TODAY]),
        ({"case": "", "campaign_start": None}, [NO_PLANT, NO_WINDOW]),
        ({"case": "", "campaign_end": None}, [NO_PLANT, NO_WINDOW]),
        (
            {"case": "atlantis"},
            [("meta", "The course does not have the plant of this plan.", "choose a plant in the plant picker")],
        ),
    ],
)
def test_plant_window_and_today_are_each_told_where_they_miss(changes, expected):
    assert told(plan(meta={"case": "rubber-works", **DAYS, **changes}), "TEAM-6") == expected


def test_a_plan_with_neither_plant_nor_a_day_has_no_frame_to_judge():
    assert state(Plan(), "TEAM-6") == "nothing yet"
    assert state(plan(meta={"as_of": DAYS["as_of"]}), "TEAM-6") == "nothing yet"


# -- ids and the window


def test_a_campaign_of_one_day_ends_before_it_starts_and_one_of_two_does_not():
    start, later = date(2026, 11, 2), date(2026, 11, 3)
    document = plan(meta={"campaign_start": start, "campaign_end": start})
    (found,) = [one for one in check(document) if one.rule == "PLAN-3"]
    assert (found.object, found.severity, str(found.evidence)) == ("meta", "error", "2026-11-02 – 2026-11-02")
    assert found.evidence.into("ru") == "02.11.2026\u00a0– 02.11.2026"
    assert state(plan(meta={"campaign_start": start, "campaign_end": later}), "PLAN-3") == "ok"
    assert state(plan(meta={"campaign_end": later}), "PLAN-3") == "nothing yet"


@pytest.mark.parametrize("n", [1, 2, 3])
def test_an_id_that_several_answer_to_is_told_once_with_their_number(n):
    document = plan(enterprise={"facts": [{"id": "F1"}, {"id": "F2"}]})
    document.enterprise.facts = [document.enterprise.facts[0]] * n + document.enterprise.facts[1:]
    fix = "copy one of them with the Copy button and remove it"
    assert told(document, "PLAN-2") == ([("F1", f"F1 is given {n} times.", fix)] if n > 1 else [])
    assert state(Plan(), "PLAN-2") == "nothing yet"


def test_ids_are_nothing_to_check_until_a_fact_or_a_mention_is_there():
    assert state(Plan(), "PLAN-1") == "nothing yet"
    assert state(plan(enterprise={"facts": [{"id": "F1"}]}), "PLAN-1") == "ok"
    assert state(plan(objectives=[{"id": "O1", "audience": "A1"}], audiences=[{"id": "A1"}]), "PLAN-1") == "ok"


@pytest.mark.parametrize(
    ("sections", "expected"),
    [
        ({"brief": {"by": "M9"}}, [("brief", "M9")]),
        ({"team": {"members": [{"id": "M1", "by": "M9"}]}}, [("M1", "M9")]),
        ({"objectives": [{"id": "O1", "audience": "A9"}]}, [("O1", "A9")]),
        ({"enterprise": {"facts": [{"id": "F1", "derived_from": ["F8", "F9"]}]}}, [("F1", "F8"), ("F1", "F9")]),
        (
            {"message": {"pillars": [{"id": "P1", "proofs": ["F9"]}], "questions": [{"id": "Q1", "by": "M7"}]}},
            [("P1", "F9"), ("Q1", "M7")],
        ),
        ({"answers": {"reasons": [{"rule": "FACT-9", "object": "F1", "reason": "x", "by": "M9"}]}}, []),
    ],
    ids=["brief", "member", "objective", "list", "message", "answers outlive their members"],
)
def test_an_id_that_leads_nowhere_is_told_on_the_object_that_names_it(sections, expected):
    assert told(plan(**sections), "PLAN-1") == [
        (where, f"It names {id}, and there is no {id} in the plan.", "choose an id that exists, or empty the field")
        for where, id in expected
    ]


# -- the brief

BRIEF = {
    "client": "personnel department",
    "contact": "press officer, by telephone",
    "aim": "careers",
    "answer_days": 3,
    "silence_means": "no",
    "must_not": "nothing",
    "rights": "the plant's, for its own page",
    "budget": 0.0,
}
BRIEF_FAULTS = {
    "client": ("BRIEF-1", "Nobody asks for this work.", "name the department or the person"),
    "contact": ("BRIEF-1", "There is no contact at the plant.", "agree on one person, and how to reach them"),
    "aim": ("BRIEF-2", "The work has no aim.", "choose one of the four; the others may follow"),
    "answer_days": (
        "BRIEF-3",
        "Nobody said how long the plant's answer takes.",
        "ask for a number of working days",
    ),
    "silence_means": ("BRIEF-3", "Nobody said what silence means.", "agree on it before you need it"),
    "must_not": ("BRIEF-4", "It is not said what must not be shown.", "ask; every plant has a list"),
    "rights": ("BRIEF-4", "It is not said who owns the result.", "write who may use it, where and how long"),
    "budget": ("BRIEF-4", "It is not said what may be spent.", "write the sum; 0 is an answer"),
}


def briefed(document: Plan) -> list[tuple[str, str, str, str]]:
    found = [one for one in check(document, "01-facts") if one.rule.startswith("BRIEF")]
    return [(one.rule, one.object, str(one.message), str(one.fix)) for one in found]


def test_a_whole_brief_is_left_alone_and_zero_is_an_answer():
    document = plan(brief={**BRIEF, "answer_days": 0})
    assert briefed(document) == [] and {state(document, f"BRIEF-{n}") for n in range(1, 5)} == {"ok"}


@pytest.mark.parametrize("field", BRIEF_FAULTS)
def test_what_the_brief_leaves_out_is_told_by_one_rule_with_what_to_ask(field):
    rule, message, fix = BRIEF_FAULTS[field]
    left_out = {key: value for key, value in BRIEF.items() if key != field}
    assert briefed(plan(brief=left_out)) == [(rule, "brief", message, fix)]
    if isinstance(BRIEF[field], str) and field not in ("aim", "silence_means"):
        assert briefed(plan(brief={**BRIEF, field: "\u00a0"})) == [(rule, "brief", message, fix)]


def test_silence_as_a_yes_is_asked_for_in_writing():
    assert briefed(plan(brief={**BRIEF, "silence_means": "yes"})) == [
        (
            "BRIEF-3",
            "brief",
            "Silence counts as a yes: that holds only in writing.",
            "get it in writing, and say in your reason where it is written",
        )
    ]


@pytest.mark.parametrize("n", range(1, 5))
def test_a_brief_of_which_only_its_writer_is_known_is_blank_yet(n):
    assert state(plan(brief={"by": "M1"}), f"BRIEF-{n}") == "nothing yet"
    assert state(plan(brief={"must": "the ring"}), f"BRIEF-{n}") == "found"


# -- what holds for the rules of every unit

NEEDED = {
    "00-start": {"TEAM-1", "TEAM-6"},
    "01-facts": {"BRIEF-1", "FACT-0", "FACT-2", "FACT-6D"},
    "02-goals": {"AUD-1", "OBJ-1"},
    "03-message": {"MSG-1", "MSG-3", "MSG-10"},
    "04-art": {"IDEA-1", "IDEA-6", "IDEA-9", "CH-1"},
    "05-visit": {"VIS-1"},
    "06-making": {"ITEM-1", "ITEM-3", "ITEM-5", "PRD-5P"},
    "07-calendar": {"CAL-1", "CAL-5", "CAL-7", "CAL-8", "CAL-14P", "CAL-15"},
    "08-distribution": {"DIS-1", "DIS-6", "DIS-10"},
    "09-measurement": {"KPI-9", "KPI-10", "REP-1"},
    "10-pitch": {"PIT-1", "PIT-2", "PIT-7", "PIT-9"},
}


@pytest.mark.parametrize("unit", NEEDED)
def test_what_a_unit_cannot_be_passed_without(unit):
    asked = check(Plan(), unit).asked
    assert {one.rule for one in asked if one.needed} == NEEDED[unit]
    assert {one.rule for one in check(Plan()).asked if one.needed} == set().union(*NEEDED.values())


def test_only_that_ids_lead_somewhere_is_asked_in_every_unit():
    assert {one.id for one in RULES.values() if one.everywhere} == {"PLAN-1"}


def test_three_people_can_carry_the_five_roles():
    rows = [("Anna", "producer", ["distribution"]), ("Boris", "visual", ["editor"]), ("Vera", "safety", [])]
    plan = Plan.model_validate({"team": {"members": members(rows)}})
    assert not [one for one in check(plan, "00-start") if one.rule in ("TEAM-2", "TEAM-3")]


def test_whoever_takes_the_pictures_does_not_say_when_to_stop():
    plan = Plan.model_validate({"team": {"members": members([("Anna", "visual", ["safety", "producer", "editor"])])}})
    [one] = [it for it in check(plan, "00-start") if it.rule == "TEAM-3"]
    assert (one.object, one.field) == ("M1", "also")


def members(rows):
    return [{"id": f"M{n}", "name": name, "role": role, "also": also} for n, (name, role, also) in enumerate(rows, 1)]
