"""Does the backward funnel follow the hand, save what is right, say what is wrong, and follow the plan?"""

import json
import re

import pytest
from widgets.finding import told

from promplan import language
from promplan.plan.codec import dumps
from promplan.plan.document import Plan
from promplan.plan.objectives import Funnel, Objective, Step
from promplan.plan.store import FileStore, MemoryStore
from promplan.review import check
from promplan.widgets.funnel import Board, funnel
from promplan.widgets.funnel_draft import in_per_cent, patterns, read, typed
from promplan.widgets.funnel_rows import STOPS
from promplan.widgets.guard import Guard

RATES = [("applications", 0.4), ("visitors", 0.2), ("registrations", 0.6), ("clicks", 0.05), ("impressions", 0.01)]


def breaking() -> Plan:
    """The funnel of the course that breaks on purpose: 12 places ask for 100,000 people where 2,700 exist."""
    steps = [Step(what=what, low=rate, high=rate, source="assumption") for what, rate in RATES]
    one = Funnel(steps=steps, frequency=5.0, people=2700, people_source="town")
    return Plan(
        objectives=[Objective(id="O1", statement="12 places are taken", metric="places", target=12, funnel=one)]
    )


def board(panel) -> Board:
    return next(one for one in panel.children if isinstance(one, Board))


def says(panel) -> str:
    return " ".join(str(one.value) for one in panel.children if isinstance(getattr(one, "value", None), str))


def guard(panel) -> Guard:
    return next(one for one in panel.children if isinstance(one, Guard))


class Hand:
    """What the browser sends: the fields as they are shown, with some of them changed."""

    def __init__(self, panel) -> None:
        self.panel, self.board, self.turn = panel, board(panel), 0

    def draft(self, **fields):
        shown = json.loads(json.dumps(self.board.shown))
        for name, value in fields.items():
            where, _, place = name.partition("_at_")
            if place:
                shown["steps"][int(place)][where] = value
            else:
                shown[name] = value
        return shown

    def send(self, name: str, halved: int = -1, **fields) -> None:
        self.turn += 1
        sent = {**self.draft(**fields), "id": self.board.chosen, "by": "hand", "turn": self.turn, "halved": halved}
        self.board.set_state({name: sent})
        one = guard(self.panel)
        one.seq = f"page.{int(one.seq.rpartition('.')[2] or 0) + 1}"

    def moves(self, **fields) -> None:
        self.send("moved", **fields)

    def changes(self, **fields) -> None:
        self.send("changed", **fields)

    def chooses(self, id_: str) -> None:
        self.board.set_state({"chosen": id_})

    @property
    def needed(self) -> list[str]:
        return [one["needed"] for one in self.board.rows["lines"]]


def test_the_funnel_that_breaks_says_so_with_both_numbers():
    hand = Hand(funnel(MemoryStore(breaking())))
    assert hand.needed == ["12", "30", "150", "250", "5,000", "500,000"]
    assert hand.board.rows["reach"]["needed"] == "100,000"
    verdict = hand.board.rows["verdict"]
    assert verdict["mark"] == "✘" and verdict["text"].startswith("100,000 are needed and 2,700 exist: no rate of yours")


def test_a_hand_on_a_slider_is_answered_and_nothing_is_saved():
    store = MemoryStore(breaking())
    hand = Hand(funnel(store))
    before = dumps(store.plan)
    hand.moves(low_at_4="2", high_at_4="2")
    assert hand.needed[-1] == "250,000" and hand.board.rows["reach"]["needed"] == "50,000"
    assert dumps(store.plan) == before


def test_what_the_hand_lets_go_of_is_in_the_plan():
    store = MemoryStore(breaking())
    panel = funnel(store)
    hand = Hand(panel)
    hand.changes(low_at_4="0,9", high_at_4="1.5", frequency="3", target="10")
    one = store.plan.objectives[0]
    assert (one.target, one.funnel.frequency) == (10.0, 3.0)
    assert (one.funnel.steps[4].low, one.funnel.steps[4].high) == (0.009, 0.015)
    assert guard(panel).trouble == "" and guard(panel).ack == guard(panel).seq == "page.1"


def test_a_range_of_rates_gives_a_range_of_people():
    hand = Hand(funnel(MemoryStore(breaking())))
    hand.moves(low_at_0="20", high_at_0="40")
    assert hand.needed[1:3] == ["30–60", "150–300"]
    assert hand.board.rows["lines"][1]["best"] < hand.board.rows["lines"][1]["worst"]


def test_a_lower_rate_above_the_upper_one_is_an_error_beside_its_step_and_is_not_saved():
    store = MemoryStore(breaking())
    panel = funnel(store)
    hand = Hand(panel)
    hand.changes(low_at_1="30", high_at_1="20")
    error = hand.board.rows["errors"]["1"]
    assert error == "Step 2: the lower rate, 30 %, is above the upper one, 20 %. Swap them, or correct one."
    assert error in guard(panel).trouble and store.plan.objectives[0].funnel.steps[1].low == 0.2
    assert hand.needed == ["12", "30"]  # as far as the steps are right
    hand.changes(low_at_1="20", high_at_1="30")
    assert guard(panel).trouble == "" and store.plan.objectives[0].funnel.steps[1].high == 0.3


@pytest.mark.parametrize(
    ("field", "value", "place"),
    [
        ("low_at_0", "", "0"),
        ("low_at_0", "0", "0"),
        ("high_at_0", "101", "0"),
        ("high_at_0", "many", "0"),
        ("frequency", "0.5", "frequency"),
        ("frequency", "", "frequency"),
        ("people", "-3", "people"),
        ("people", "2.5", "people"),
        ("target", "-12", "target"),
        ("target", "twelve", "target"),
        ("people_source", "x" * 400, "people_source"),
        ("what_at_0", "x" * 400, "0"),
    ],
)
def test_what_cannot_be_is_told_in_its_place_and_not_saved(field, value, place):
    store = MemoryStore(breaking())
    panel = funnel(store)
    before = dumps(store.plan)
    Hand(panel).changes(**{field: value})
    errors = board(panel).rows["errors"]
    assert list(errors) == [place] and errors[place] in guard(panel).trouble
    assert dumps(store.plan) == before


def test_half_a_rate_shows_what_it_means_and_leaves_the_plan_alone():
    store = MemoryStore(breaking())
    hand = Hand(funnel(store))
    before = dumps(store.plan)
    hand.moves(halved=1)
    assert "200,000 must be reached instead of 100,000" in hand.board.rows["halved"]
    assert dumps(store.plan) == before
    hand.changes(halved=1, low_at_4="2", high_at_4="2")  # a change while it is shown saves the whole rate
    assert [one.low for one in store.plan.objectives[0].funnel.steps] == [0.4, 0.2, 0.6, 0.05, 0.02]


def test_steps_come_and_go_with_the_fields():
    store = MemoryStore(breaking())
    hand = Hand(funnel(store))
    hand.changes(steps=hand.draft()["steps"][:2])
    assert [one.what for one in store.plan.objectives[0].funnel.steps] == ["applications", "visitors"]
    new = {"what": "teachers asked", "low": "50", "high": "50", "source": ""}
    hand.changes(steps=[*hand.draft()["steps"], new])
    assert store.plan.objectives[0].funnel.steps[2].what == "teachers asked" and hand.needed[-1] == "300"


@pytest.mark.parametrize("aim", ["careers", "cooperation", "investment", "image"])
@pytest.mark.parametrize("tongue", ["en", "ru"])
def test_every_aim_has_a_pattern_that_is_offered_and_not_written(aim, tongue):
    with language.inside(tongue):
        store = MemoryStore()
        store.add("objectives", {"target": 12.0, "aim": aim})
        hand = Hand(funnel(store))
        assert store.plan.objectives[0].funnel.steps == [] and hand.board.about["pattern"] == aim
        hand.changes(**hand.board.patterns[aim])
    steps = store.plan.objectives[0].funnel.steps
    assert len(steps) >= 3 and all(one.what and one.low <= one.high for one in steps)
    assert all(("assumption" if tongue == "en" else "допущение") in one.source for one in steps)


def test_the_careers_pattern_is_the_courses_example():
    store = MemoryStore()
    store.add("objectives", {"target": 12.0})
    hand = Hand(funnel(store))
    hand.changes(**hand.board.patterns["careers"], people="2700")
    assert hand.needed[-1] == "500,000" and "100,000 are needed and 2,700 exist" in hand.board.rows["verdict"]["text"]


def test_without_an_objective_it_says_how_to_add_one_and_shows_the_first_that_comes():
    store = MemoryStore()
    panel = funnel(store)
    assert board(panel).objectives == [] and "Add" in board(panel).words["none"]
    assert "button Add" in panel._repr_mimebundle_()["text/html"]
    store.add("objectives", {"statement": "12 places", "target": 12.0})
    assert board(panel).chosen == "O1" and board(panel).shown["target"] == "12"


def test_without_a_target_it_asks_for_one():
    store = MemoryStore()
    store.add("objectives", {})
    hand = Hand(funnel(store))
    assert hand.board.rows["lines"] == [] and "no target yet" in hand.board.rows["verdict"]["text"]
    hand.changes(target="12")
    assert store.plan.objectives[0].target == 12.0 and "no steps yet" in hand.board.rows["verdict"]["text"]


def test_an_objective_that_was_removed_gives_way_to_the_next_and_its_late_change_is_refused():
    store = MemoryStore(breaking())
    store.add("objectives", {"statement": "another", "target": 5.0})
    panel = funnel(store)
    late = Hand(panel).draft(target="99") | {"id": "O1", "turn": 7}
    store.remove("objectives/O1")
    assert board(panel).chosen == "O2" and board(panel).shown["target"] == "5"
    board(panel).set_state({"changed": late})
    assert "O1" in guard(panel).trouble and store.plan.objectives[0].target == 5.0
    store.remove("objectives/O2")
    assert board(panel).chosen == "" and board(panel).objectives == []


def test_a_change_and_a_new_choice_in_one_message_keep_to_their_objectives():
    store = MemoryStore(breaking())
    store.add("objectives", {"target": 5.0})
    panel = funnel(store)
    sent = Hand(panel).draft(target="99") | {"id": "O1", "turn": 1}
    board(panel).set_state({"changed": sent, "chosen": "O2"})
    assert [one.target for one in store.plan.objectives] == [99.0, 5.0]
    assert board(panel).shown["target"] == "5"


def test_two_notebooks_follow_each_other_and_a_double_edit_is_asked_about(tmp_path):
    path = tmp_path / "media-plan.json"
    here, there = FileStore(path, breaking()), FileStore(path, breaking())
    here.put("meta", {})
    panel = funnel(here)
    hand = Hand(panel)
    there.refresh()
    there.put("objectives/O1", {"target": 24.0})
    here.refresh()
    assert hand.board.shown["target"] == "24" and hand.needed[1] == "60"

    funnel_there = there.plan.objectives[0].funnel.model_copy(update={"frequency": 2.0})
    there.put("objectives/O1", {"funnel": funnel_there.model_dump()})
    hand.changes(frequency="4")  # this notebook has not looked at the file yet
    assert "changed elsewhere" in guard(panel).trouble and "/ 4;" in hand.board.choice["text"]
    assert FileStore(path).plan.objectives[0].funnel.frequency == 2.0
    hand.board.set_state({"decided": {"keep": True, "turn": 1}})
    assert FileStore(path).plan.objectives[0].funnel.frequency == 4.0
    assert guard(panel).trouble == "" and hand.board.choice == {}


def test_theirs_may_be_taken_too(tmp_path):
    path = tmp_path / "media-plan.json"
    here, there = FileStore(path, breaking()), FileStore(path, breaking())
    here.put("meta", {})
    hand = Hand(funnel(here))
    changed = here.plan.objectives[0].funnel.model_copy(update={"frequency": 2.0}).model_dump()
    there.put("objectives/O1", {"funnel": changed})
    hand.changes(frequency="4")
    hand.board.set_state({"decided": {"keep": False, "turn": 1}})
    assert hand.board.shown["frequency"] == "2" and FileStore(path).plan.objectives[0].funnel.frequency == 2.0


def test_an_edit_of_the_target_elsewhere_is_no_conflict_with_a_rate_here():
    store = MemoryStore(breaking())
    hand = Hand(funnel(store))
    hand.moves(frequency="4")
    store.put("objectives/O1", {"target": 24.0})
    assert hand.board.shown["target"] == "12"  # the hand is still on a control
    hand.changes(frequency="4")
    one = store.plan.objectives[0]
    assert (one.target, one.funnel.frequency) == (24.0, 4.0) and hand.board.shown["target"] == "24"


@pytest.mark.parametrize(
    "sent", [{}, {"steps": "x"}, {"steps": [1, None, {"low": 5}]}, {"target": {"a": 1}}, {"halved": "x"}]
)
def test_what_no_hand_would_send_changes_nothing_but_the_errors(sent):
    store = MemoryStore(breaking())
    panel = funnel(store)
    before = dumps(store.plan)
    board(panel).set_state({"changed": {"id": "O1", **sent}})
    assert guard(panel).trouble and dumps(store.plan) == before


def test_a_hundred_steps_are_cut_to_what_the_plan_holds():
    store = MemoryStore(breaking())
    hand = Hand(funnel(store))
    hand.changes(steps=[{"what": "a", "low": "1", "high": "1", "source": ""}] * 100)
    assert len(store.plan.objectives[0].funnel.steps) == 8
    assert hand.needed[-1] == "over 1,000 billion"  # and no row of a hundred digits


def test_hostile_words_stay_words():
    store = MemoryStore(breaking())
    hand = Hand(funnel(store))
    evil = "<img src=x onerror=alert(1)>{target}%s"
    hand.changes(what_at_0=evil, source_at_0=evil, people_source=evil)
    html = funnel(store)._repr_mimebundle_()["text/html"]
    assert "<img" not in html and "&lt;img src=x onerror=alert(1)&gt;{target}%s" in html
    assert store.plan.objectives[0].funnel.steps[0].what == evil and evil in hand.board.rows["lines"][1]["way"]


def test_without_a_kernel_the_cell_shows_the_steps_with_what_they_need():
    data = funnel(MemoryStore(breaking()))._repr_mimebundle_()
    assert data["text/plain"] == "[Backward funnel]"
    plain = re.sub(r' (style|data-label)="[^"]*"', "", data["text/html"])
    assert '<th scope="row">impressions</th><td>1\u00a0%</td><td>500,000</td>' in plain
    assert "100,000 are needed and 2,700 exist" in data["text/html"]


def test_the_numbers_speak_russian():
    with language.inside("ru"):
        hand = Hand(funnel(MemoryStore(breaking())))
        hand.moves(low_at_4="0,5", high_at_4="0,5")
        assert hand.needed[-2] == "5000"
        assert hand.board.rows["reach"]["needed"] == "200\u202f000"


def test_while_no_people_are_given_the_audiences_size_counts_as_in_the_review():
    plan = breaking()
    plan.objectives[0].funnel.people = None
    store = MemoryStore(plan)
    id_ = store.add("audiences", {"segment": "pupils", "size": 3000, "size_source": "register"})
    store.put("objectives/O1", {"audience": id_})
    panel = funnel(store)
    people = board(panel).rows["people"]
    assert people["needed"] == "3,000" and "A1" in people["way"] and "register" in people["way"]
    assert board(panel).rows["verdict"]["mark"] == "✘" and "OBJ-11" in told(panel)
    Hand(panel).changes(people="200000")
    assert board(panel).rows["people"]["needed"] == "200,000" and board(panel).rows["verdict"]["mark"] == "✔"
    assert "Even at best" not in told(panel)


def test_the_findings_are_those_of_the_chosen_objective():
    store = MemoryStore(breaking())
    store.add("objectives", {"target": 5.0})
    panel = funnel(store)
    assert "OBJ-11" in told(panel)
    Hand(panel).chooses("O2")
    assert "OBJ-11" not in told(panel)


def test_a_rate_with_many_digits_survives_an_edit_beside_it():
    plan = breaking()
    plan.objectives[0].funnel.steps[0].high = 0.7123456789012345
    store = MemoryStore(plan)
    Hand(funnel(store)).changes(target="13")
    assert store.plan.objectives[0].funnel.steps[0].high == 0.7123456789012345


@pytest.mark.parametrize("tongue", ["en", "ru"])
@pytest.mark.parametrize("share", [1e-9, 0.00001, 0.005, 0.01125, 1 / 3, 0.29, 1.0])
def test_a_rate_is_read_as_it_is_written(share, tongue):
    with language.inside(tongue):
        draft = typed(1.0, Funnel(steps=[Step(low=share, high=share)]))
        assert read(draft).rates[0][0] == pytest.approx(share, rel=1e-9)
        assert "e" not in in_per_cent(share)


def test_the_sliders_stops_rise_and_every_pattern_can_be_reached_by_them():
    assert sorted(set(STOPS)) == STOPS and STOPS[-1] == 100
    rates = {step[name] for one in patterns().values() for step in one["steps"] for name in ("low", "high")}
    assert {float(one) for one in rates} <= set(STOPS)


@pytest.mark.parametrize(
    ("tongue", "text", "value"), [("ru", "1,125", 1.125), ("en", "1,125", 1125.0), ("en", "0,5", 0.5)]
)
def test_a_comma_in_a_target_is_read_as_the_language_writes_it(tongue, text, value):
    with language.inside(tongue):
        store = MemoryStore(breaking())
        Hand(funnel(store)).changes(target=text)
    assert store.plan.objectives[0].target == value


def test_the_places_of_a_step_are_kept_shown_and_looked_at():
    store = MemoryStore(breaking())
    panel = funnel(store)
    hand = Hand(panel)
    hand.changes(places_at_1="100")
    assert store.plan.objectives[0].funnel.steps[1].places == 100 and hand.draft()["steps"][1]["places"] == "100"
    assert "even at best 150 are needed, for 100 places" in told(panel)
    hand.changes(places_at_1="150")
    assert "for 150 places" not in told(panel) and "for 100 places" not in told(panel)
    hand.changes(places_at_1="")
    assert store.plan.objectives[0].funnel.steps[1].places is None


def test_places_that_are_no_number_are_told_at_their_step_and_not_saved():
    store = MemoryStore(breaking())
    panel = funnel(store)
    Hand(panel).changes(places_at_1="many")
    assert list(board(panel).rows["errors"]) == ["1"]
    assert store.plan.objectives[0].funnel.steps[1].places is None


@pytest.mark.parametrize(
    ("aim", "statement", "pattern"),
    [
        ("cooperation", "60 students come on the excursion", "students"),
        ("cooperation", "12 buyers ask for a drawing", "cooperation"),
        ("careers", "40 студентов придут на экскурсию", "students"),
        ("careers", "12 applications of pupils to the college", "careers"),
        ("investment", "a college student asks for the profile", "investment"),
    ],
)
def test_the_pattern_offered_is_one_for_the_people_of_the_objective(aim, statement, pattern):
    store = MemoryStore()
    store.add("objectives", {"target": 60.0, "aim": aim, "statement": statement})
    board = Hand(funnel(store)).board
    assert board.about["pattern"] == pattern and pattern in board.patterns


def test_what_is_said_of_an_empty_funnel_stands_under_it():
    store = MemoryStore()
    store.add("objectives", {"target": 60.0, "unit": "people", "statement": "60 people come"})
    panel = funnel(store)
    assert "has not been worked out" in says(panel) and "nothing open here" not in says(panel)
    found = [one for one in check(store.plan, "02-goals") if one.rule == "OBJ-14"]
    assert [one.field for one in found] == ["funnel"]


@pytest.mark.parametrize("tongue", ["en", "ru"])
def test_a_pattern_s_assumption_that_was_left_is_a_warning_that_a_reason_answers(tongue):
    with language.inside(tongue):
        steps = [{"id": "", **it} for it in patterns()["image"]["steps"]]
        store = MemoryStore()
        id_ = store.add("objectives", {"target": 60.0, "statement": "60 people come"})
        rows = [{"what": it["what"], "low": 0.1, "high": 0.2, "source": it["source"]} for it in steps]
        store.put(f"objectives/{id_}", {"funnel": {"steps": rows}})
    [one] = [it for it in check(store.plan, "02-goals") if it.rule == "OBJ-14A"]
    assert one.severity == "warning" and one.excusable and one.open and "3 rates" in one.message.into("en")
    rows = [{**it, "source": "counted by us in March"} for it in rows]
    store.put(f"objectives/{id_}", {"funnel": {"steps": rows}})
    assert not [it for it in check(store.plan, "02-goals") if it.rule == "OBJ-14A"]
