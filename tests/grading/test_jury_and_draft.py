"""Are a jury's questions drawn from the plan's own weak spots, always alike; is the draft in its own words?"""

from datetime import date

import pytest
from review import creation, measurement, pitching

from promplan import assets
from promplan.cases.example import example
from promplan.grading import anchors, classic, compared, draft, points, questions, rubric
from promplan.grading.anchors import anchor
from promplan.grading.excerpt import READ, excerpt
from promplan.grading.jury_kinds import KINDS
from promplan.grading.pitch import ORDER
from promplan.language import Problem, inside
from promplan.plan import Plan, tree

PART = {"id": "PT1", "beat": "scene", "says": "x y z"}


def weak(**changes) -> Plan:
    return Plan.model_validate(changes, strict=True)


FACT = {"id": "F1", "statement": "Nine of ten stay", "source_kind": "oral"}
USED = {"items": [{"id": "C1", "title": "a", "facts": ["F1"], "channel": "H1", "owner": "M1"}]}
CHANNEL = {"id": "H1", "name": "VK", "media": "paid", "money": {"amount": 900.0}}
TWO = {"members": [{"id": "M1", "name": "Ann"}, {"id": "M2", "name": "Oleg"}]}
SURVEY = {"id": "SV1", "both": 1, "gained": 2, "lost": 1, "neither": 3}
CLEARED = {"state": "cleared", "wording": "so", "channels": ["owned"], "until": date(2030, 1, 1), "by": "director"}
# kind of a weak spot: the smallest plan that has it
SPOTS = {
    "ask": {},
    "error": {"meta": {"campaign_start": date(2027, 2, 1), "campaign_end": date(2027, 1, 1)}},
    "people": {"audiences": [{"id": "A1", "size": 40}], "objectives": [{"id": "O1", "target": 90.0, "audience": "A1"}]},
    "heard": {"enterprise": {"facts": [FACT]}, **USED},
    "uncleared": {"enterprise": {"facts": [FACT]}, **USED},
    "target": {
        "kpis": [{"id": "KP1", "name": "visits", "metric": "visits", "level": "outcome", "target": 90.0}],
        "results": [{"id": "RS1", "kind": "counted", "kpi": "KP1", "visits": 40, "day": date(2026, 1, 1)}],
    },
    "pair": {"measurement": {"surveys": [SURVEY]}},
    "unknown": {
        "kpis": [{"id": "KP1", "name": "share", "metric": "share", "level": "outcome", "target": 40.0, "unit": "%"}],
        "measurement": {"surveys": [{**SURVEY, "kpi": "KP1"}]},
    },
    "warning": {"team": {"members": [{"id": "M1", "name": "Ann"}]}},
    "likes": {"kpis": [{"id": "KP1", "metric": "engagements", "level": "out-take"}]},
    "risk": {"risks": [{"id": "K1", "what": "steam", "likelihood": 4, "impact": 4}]},
    "secrets": {"ideas": [{"id": "I1", "chosen": "yes", "poster": {"form": "orbit", "data": {"file": "a.csv"}}}]},
    "minors": {"audiences": [{"id": "A1", "minors": "yes"}]},
    "consent": {
        "visit": {"people": [{"id": "V1"}], "shots": [{"id": "T1", "people": ["V1"]}]},
    },
    "capacity": {"objectives": [{"id": "O1", "target": 90.0, "step_capacity": 10}]},
    "few": {"measurement": {"surveys": [SURVEY]}},
    "one-channel": {"channels": [CHANNEL]},
    "money": {"channels": [CHANNEL], "budget": {"total": 900.0, "currency": "RUB"}},
    "left": {"budget": {"total": 900.0, "currency": "RUB"}},
    "left-out": {},
    "one-owner": {"team": TWO, "items": [{"id": f"C{n}", "title": "a", "owner": "M1"} for n in (1, 2, 3)]},
    "ai": {"items": [{"id": "C1", "title": "a", "ai": [{"id": "J1", "tool": "a voice"}]}]},
    "old": {"enterprise": {"facts": [{**FACT, "as_of": date(2020, 1, 1)}]}, **USED},
    "one-role": {
        "enterprise": {"facts": [{**FACT, "id": f"F{n}", "clearance": CLEARED} for n in range(1, 5)]},
        "items": [{"id": "C1", "title": "a", "facts": ["F1", "F2", "F3", "F4"]}],
    },
    "slip": {"items": [{"id": "C1", "title": "a", "dates": {"publish": date(2027, 1, 1)}}]},
    "comments": {"channels": [{"id": "H1", "name": "VK", "media": "shared"}]},
    "accident": {"items": [{"id": "C1", "title": "a"}]},
    "paid": {"channels": [CHANNEL], **USED},
    "after": {"channels": [{"id": "H1", "name": "VK"}]},
    "neighbour": {"message": {"umbrella": "A plant with a great history"}},
    "exception": {
        "team": {"members": [{"id": "M1", "name": "Ann"}]},
        "answers": {"reasons": [{"rule": "TEAM-1", "object": "team", "reason": "the others are ill this week"}]},
    },
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_asks_where_its_weak_spot_is_in_both_languages_and_not_of_a_blank_plan(kind):
    one = KINDS[kind](weak(**SPOTS[kind]), date(2027, 1, 1))
    assert one is not None and one.kind == kind and 0 < one.sharp <= 100
    assert one.question.into("en") != one.question.into("ru") and one.question.into("en").endswith("?")
    assert kind in ("ask", "left-out") or KINDS[kind](Plan(), date(2027, 1, 1)) is None


def test_there_are_more_than_twenty_kinds_and_each_has_its_spot():
    assert len(KINDS) >= 20 and KINDS.keys() == SPOTS.keys()


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_real_plan_raises_six_to_eight_the_sharpest_first_and_always_the_same(language):
    with inside(language):
        plan = example("09-quarter")
        first, again = questions(plan), questions(example("09-quarter"))
        assert 6 <= len(first) <= 8 and [one.kind for one in first] == [one.kind for one in again]
        assert [one.sharp for one in first] == sorted((one.sharp for one in first), reverse=True)
        assert [str(one.question) for one in first] == [str(one.question) for one in again]


def test_a_mended_weak_spot_is_not_asked_about_any_more():
    plan = weak(**SPOTS["one-owner"])
    assert "one-owner" in [one.kind for one in questions(plan, most=40)]
    shared = plan.model_copy(deep=True)
    shared.items[0].owner = shared.items[1].owner = "M2"
    shared.items[2].owner = "M1"
    shared.items.append(shared.items[2].model_copy(update={"id": "C4"}))
    assert "one-owner" not in [one.kind for one in questions(shared, most=40)]


def test_any_jury_asks_seven():
    told = classic()
    assert len(told) == len({one.kind for one in told}) == 7
    assert all(one.question.into("ru") != one.question.into("en") for one in told)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_draft_is_in_the_plans_language_and_words_whatever_the_reader_speaks(language):
    with inside(language):
        plan = example("09-quarter")
    with inside("en" if language == "ru" else "ru"):
        told = draft(plan)
    assert [one.beat for one in told] == list(ORDER)
    by = {one.beat: one for one in told}
    assert plan.message.umbrella.strip(".") in by["message"].says
    assert any("а" <= sign <= "я" for sign in by["plan"].says.casefold()) == (language == "ru")
    known = {one.id for one in plan.enterprise.facts if one.clearance.state == "cleared"}
    assert set(by["scene"].behind) <= known


def test_a_blank_plan_gives_an_empty_draft():
    assert all(one.says == "" and one.behind == () for one in draft(Plan()))


def test_our_levels_of_the_samples_are_whole_with_a_reason_each_in_both_languages():
    weak_, good = anchors()
    ids = [one.id for one in rubric().criteria]
    for one in (weak_, good):
        assert [it.criterion for it in one.marks] == ids and all(1 <= it.level <= 4 for it in one.marks)
        for mark in one.marks:
            with inside("en"):
                en = (one.name, mark.why)
            with inside("ru"):
                assert all(a and b and a != b for a, b in zip(en, (one.name, mark.why), strict=True))
    assert all(weak_.levels[it] < good.levels[it] for it in ids)
    with pytest.raises(Problem, match="There is no sample plan “best”; there are weak, good"):
        anchor("best")


@pytest.mark.parametrize("one", anchors(), ids=lambda one: one.id)
def test_each_id_that_a_level_of_ours_names_stands_in_its_sample(one):
    if not (assets.folder() / "examples" / f"{one.example}.toml").is_file():
        pytest.skip(f"assets/examples/{one.example}.toml is not there yet")
    plan = example(one.example)
    known = {it.id for it in tree.records(plan)}
    assert {id_ for mark in one.marks for id_ in mark.ids} <= known
    assert (sum(it.machine for it in points(plan)) > 20) == (one.id == "good")


def test_levels_are_compared_exact_one_off_and_farther():
    good = anchor("good")
    same = compared(good.levels, good)
    assert (len(same.exact), same.near, same.far, same.n) == (7, (), (), 7)
    off = compared({"question": good.levels["question"] + 1, "step": 1, "charm": 2}, good)
    assert (off.near, off.far, dict(off.by)) == (("question",), ("step",), {"question": 1, "step": -3})


def test_a_judge_reads_an_excerpt_for_every_criterion():
    assert READ.keys() == {one.id for one in rubric().criteria}
    plan = example("09-quarter")
    for one in READ:
        told = excerpt(plan, one)
        assert told and any(it.lines for it in told)
        assert all(len(it.lines) <= 5 and all(len(text) <= 260 for _, text in it.lines) for it in told)
        assert excerpt(Plan(), one)  # headings without lines: the plan says nothing of it


@pytest.mark.parametrize(
    "plan", [pitching.plan(pitching.good()), measurement.plan(measurement.good()), creation.plan(creation.good())]
)
def test_no_plan_makes_the_questions_stumble(plan):
    assert questions(plan) and draft(plan)
