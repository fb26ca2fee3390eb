"""Does the kit fill what is empty, and nothing else?"""

from promplan.cases.kit import load
from promplan.plan import Plan
from promplan.plan.store import MemoryStore
from promplan.widgets.handover import SECTIONS, handover, taken


def store(case: str = "rubber-works") -> MemoryStore:
    return MemoryStore(Plan.model_validate({"meta": {"case": case}}, strict=True))


def kits() -> dict[str, Plan]:
    return {"rubber-works": load("rubber-works").plan}


def button(panel):
    return panel.children[2]


def test_an_empty_plan_takes_everything():
    kit = load("rubber-works").plan
    new, took = taken(Plan(), kit)
    assert took == list(SECTIONS)
    assert (new.brief, new.objectives, new.message) == (kit.brief, kit.objectives, kit.message)
    assert new.team == Plan().team


def test_what_the_team_wrote_stays():
    mine = store()
    mine.add("objectives", {"statement": "our own"})
    panel = handover(mine, kits())
    button(panel).click()
    assert [one.statement for one in mine.plan.objectives] == ["our own"]
    assert len(mine.plan.enterprise.facts) == 56
    button(panel).click()
    assert len(mine.plan.enterprise.facts) == 56 and "Nothing was taken" in panel.children[-1].value


def test_the_kit_itself_is_not_changed_by_what_the_team_does_with_it():
    kit = kits()
    mine = store()
    button(handover(mine, kit)).click()
    mine.put("objectives/O1", {"statement": "changed"})
    assert kit["rubber-works"].objectives[0].statement != "changed"


def test_a_real_plant_hands_nothing_over_and_says_so():
    panel = handover(store("real"), kits())
    assert button(panel).disabled and "your own notes" in panel.children[-1].value
    panel = handover(store(""), kits())
    assert button(panel).disabled and "unit 0" in panel.children[-1].value


def test_cards_of_the_team_stay_and_the_kits_objectives_keep_their_audiences():
    mine = store()
    mine.add("audiences", {"segment": "my cousin"})
    kit = kits()
    button(handover(mine, kit)).click()
    plan, theirs = mine.plan, kit["rubber-works"]
    assert [one.segment for one in plan.audiences] == ["my cousin", *(one.segment for one in theirs.audiences)]
    assert len({one.id for one in plan.audiences}) == len(plan.audiences)
    name = {one.id: one.segment for one in plan.audiences}
    wanted = {one.id: one.segment for one in theirs.audiences}
    for here, there in zip(plan.objectives, theirs.objectives, strict=True):
        assert name[here.audience] == wanted[there.audience]
