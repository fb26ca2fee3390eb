"""Does the kit fill what is empty, and nothing else?"""

from widgets.finding import button, told

from promplan.cases.kit import load
from promplan.plan import Plan
from promplan.plan.handover import HANDED, take
from promplan.plan.store import MemoryStore
from promplan.widgets.handover import handover


def store(case: str = "rubber-works") -> MemoryStore:
    return MemoryStore(Plan.model_validate({"meta": {"case": case}}, strict=True))


def kits() -> dict[str, Plan]:
    return {"rubber-works": load("rubber-works").plan}


def take_button(panel):
    return button(panel, "Take what the plant handed over")


def test_an_empty_plan_takes_everything():
    kit = load("rubber-works").plan
    new, took = take(Plan(), kit)
    assert took == list(HANDED)
    assert (new.brief, new.objectives, new.message) == (kit.brief, kit.objectives, kit.message)
    assert new.team == Plan().team


def test_what_the_team_wrote_stays():
    mine = store()
    mine.add("objectives", {"statement": "our own"})
    panel = handover(mine, kits())
    take_button(panel).click()
    assert [one.statement for one in mine.plan.objectives] == ["our own"]
    assert len(mine.plan.enterprise.facts) == 56
    take_button(panel).click()
    assert len(mine.plan.enterprise.facts) == 56 and "Nothing was taken" in told(panel)


def test_the_kit_itself_is_not_changed_by_what_the_team_does_with_it():
    kit = kits()
    mine = store()
    take_button(handover(mine, kit)).click()
    mine.put("objectives/O1", {"statement": "changed"})
    assert kit["rubber-works"].objectives[0].statement != "changed"


def test_a_real_plant_hands_nothing_over_and_says_so():
    panel = handover(store("real"), kits())
    assert take_button(panel).disabled and "your own notes" in told(panel)
    panel = handover(store(""), kits())
    assert take_button(panel).disabled and "unit 0" in told(panel)


def test_cards_of_the_team_stay_and_the_kits_objectives_keep_their_audiences():
    mine = store()
    mine.add("audiences", {"segment": "my cousin"})
    kit = kits()
    take_button(handover(mine, kit)).click()
    plan, theirs = mine.plan, kit["rubber-works"]
    assert [one.segment for one in plan.audiences] == ["my cousin", *(one.segment for one in theirs.audiences)]
    assert len({one.id for one in plan.audiences}) == len(plan.audiences)
    name = {one.id: one.segment for one in plan.audiences}
    wanted = {one.id: one.segment for one in theirs.audiences}
    for here, there in zip(plan.objectives, theirs.objectives, strict=True):
        assert name[here.audience] == wanted[there.audience]


def test_objectives_of_the_kit_name_the_audience_that_the_team_had_already():
    kit = load("rubber-works").plan
    mine = store()
    mine.add("audiences", {"segment": "Retired welders"})
    for one in kit.audiences:
        mine.add("audiences", {"segment": one.segment})
    new, _ = take(mine.plan, kit)
    assert len(new.audiences) == 5
    assert [one.audience for one in new.objectives] == ["A2", "A3", "A5"]


def test_pillars_of_the_kit_never_rest_on_a_fact_of_the_teams_that_says_something_else():
    kit = load("rubber-works").plan
    proof = next(one for one in kit.enterprise.facts if one.id == "F1")
    mine = store()
    mine.add("enterprise.facts", {"statement": "Our own first fact"})
    mine.add("enterprise.facts", {"statement": proof.statement})
    new, _ = take(mine.plan, kit)
    assert [(one.id, one.proofs) for one in new.message.pillars] == [("P1", ["F2"]), ("P2", []), ("P3", [])]


def test_a_fact_of_the_kit_that_the_team_worded_anew_is_still_a_proof():
    kit = load("rubber-works").plan
    mine = MemoryStore(Plan(enterprise=kit.enterprise.model_copy(deep=True)))
    first = next(one for one in kit.enterprise.facts if one.id == "F7")
    mine.put("enterprise.facts/F7", {"statement": f"In short: {first.statement[:200]}"})
    new, _ = take(mine.plan, kit)
    assert [one.proofs for one in new.message.pillars] == [one.proofs for one in kit.message.pillars]
