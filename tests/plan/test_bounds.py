"""Is every bound of the document where it is meant to be: the last value taken, the next one refused?"""

from datetime import date

import pytest
from pydantic import TypeAdapter, ValidationError

from promplan.plan import Attachment, Audience, Fact, Message, Objective, Pillar, Plan, tree
from promplan.plan.advertising import Advertising, Link
from promplan.plan.answers import Answers, is_a_sentence
from promplan.plan.approvals import Approval
from promplan.plan.base import HIGHEST_ID, Count, Day, Id, Line, Number, Reference, Text
from promplan.plan.brief import Brief
from promplan.plan.budget import Budget
from promplan.plan.calendar import Calendar, Pause
from promplan.plan.channels import PlannedChannel
from promplan.plan.consents import Consent
from promplan.plan.enterprise import Clearance, Enterprise
from promplan.plan.ideas import Idea
from promplan.plan.labels import choices_of, is_inside
from promplan.plan.measurement import Measurement
from promplan.plan.meta import Meta
from promplan.plan.money import ChannelMoney
from promplan.plan.objectives import Funnel, Step
from promplan.plan.pitch import Pitch
from promplan.plan.placing import Placing
from promplan.plan.poster import Data, Poster
from promplan.plan.production import Dates, WorkStep
from promplan.plan.risks import Risk
from promplan.plan.script import Drawing
from promplan.plan.shots import Log, Shot, ShotClearance, Stop
from promplan.plan.subtitles import Cue, Subtitles
from promplan.plan.team import Team
from promplan.plan.visit import Footage, Visit


def ids(letter: str, n: int) -> list[str]:
    return [f"{letter}{one}" for one in range(1, n + 1)]


PARTS = (
    *(Brief, Clearance, Enterprise, Funnel, Message, Meta, Step, Team, Answers),
    *(Poster, Data, Consent, ShotClearance, Log, Visit, Footage, Drawing, Dates, Calendar, Pause, Placing),
    *(Budget, ChannelMoney, Advertising, Link, Measurement, Pitch),
)
BOUNDS = [
    (Line, "x" * 300, "x" * 301),
    (Text, "x" * 4000, "x" * 4001),
    (Number, 1e15, 1.0000001e15),
    (Number, -1e15, -1.0000001e15),
    (Count, 0, -1),
    (Count, 10**12, 10**12 + 1),
    (Day, date(1700, 1, 1), date(1699, 12, 31)),
    (Day, date(2199, 12, 31), date(2200, 1, 1)),
    (Id, f"F{HIGHEST_ID}", f"F{HIGHEST_ID + 1}"),
    (Id, "F1", "FAB1"),
    (Id, "F1", "F٣"),
    (Id, "F1", ""),
    (Reference, "", "f1"),
]
FIELDS = [
    (Audience, "age_from", 0, -1),
    (Audience, "age_to", 110, 111),
    (Fact, "surprise", 1, 0),
    (Fact, "surprise", 5, 6),
    (Fact, "tolerance", 0.0, -0.1),
    (Fact, "derived_from", ids("F", 20), ids("F", 21)),
    (Pillar, "proofs", ids("F", 12), ids("F", 13)),
    (Brief, "answer_days", 90, 91),
    (Brief, "answer_days", 0, -1),
    (Brief, "budget", 0.0, -1.0),
    (Objective, "step_days", 90, 91),
    (Objective, "step_days", 0, -1),
    (Objective, "step_capacity", 0, -1),
    (Funnel, "people", 0, -1),
    (Audience, "age_from", 110, 111),
    (Audience, "size", 10**12, 10**12 + 1),
    (Answers, "tries", {str(n): 1 for n in range(200)}, {str(n): 1 for n in range(201)}),
    (Answers, "tries", {"x" * 300: 0}, {"x" * 301: 0}),
    (Clearance, "channels", ["owned"] * 4, ["owned"] * 5),
    (Step, "low", 1.0, 1.01),
    (Step, "high", 0.001, 0.0),
    (Step, "low", 1e-9, 0.0),
    (Step, "high", 1.0, 1.01),
    (Funnel, "frequency", 1.0, 0.9),
    (Funnel, "frequency", 1000.0, 1001.0),
    (Funnel, "steps", [{}] * 8, [{}] * 9),
    (Idea, "effort", 1, 0),
    (Idea, "impact", 5, 6),
    (Idea, "channels", ids("H", 6), ids("H", 7)),
    (Poster, "parameters", {str(n): 1.0 for n in range(20)}, {str(n): 1.0 for n in range(21)}),
    (Poster, "parameters", {"pens": [0.5] * 12}, {"pens": [0.5] * 13}),
    (Poster, "shown", {"rows people": [1.0] * 60}, {"rows people": [1.0] * 61}),
    (Poster, "shown", {str(n): [1.0] for n in range(12)}, {str(n): [1.0] for n in range(13)}),
    (Poster, "parameters", {"sweep": 1e15}, {"sweep": float("inf")}),
    (Poster, "seed", 2**32 - 1, 2**32),
    (Poster, "legend", ["a"] * 6, ["a"] * 7),
    (PlannedChannel, "per_month", 200, 201),
    (Stop, "x", 100.0, 100.1),
    (Stop, "minutes", 1440, 1441),
    (Shot, "seconds", 36_000.0, 36_001.0),
    (Shot, "people", ids("N", 12), ids("N", 13)),
    (Visit, "group", 200, 201),
    (Visit, "premortem", ["a"] * 20, ["a"] * 21),
    (Risk, "likelihood", 5, 6),
    (Drawing, "strokes", ["0,0 9999,9999"], ["0,0 99999,0"]),
    (Drawing, "strokes", ["0,0"] * 60, ["0,0"] * 61),
    (Drawing, "strokes", ["0,0"], ["0,0 "]),
    (Cue, "start", 0.0, -0.1),
    (Subtitles, "ru", [{}] * 200, [{}] * 201),
    (WorkStep, "days", 365, 366),
    (Approval, "version", "0" * 64, "0" * 63),
    (Approval, "version", "", "g" * 64),
    (Audience, "places", ["school"] * 9, ["school"] * 10),
]
LISTS = [
    (Team, "members", "M", 12),
    (Enterprise, "facts", "F", 300),
    (Message, "pillars", "P", 12),
    (Message, "questions", "Q", 60),
    (Plan, "objectives", "O", 20),
    (Plan, "audiences", "A", 20),
    (Plan, "ideas", "I", 60),
    (Plan, "channels", "H", 20),
    (Plan, "items", "C", 160),
    (Plan, "risks", "K", 40),
    (Visit, "stops", "V", 20),
    (Visit, "shots", "T", 120),
    (Visit, "people", "N", 40),
    (Visit, "clearances", "G", 30),
    (Visit, "hazards", "D", 40),
    (Visit, "heard", "E", 60),
]


@pytest.mark.parametrize(("kind", "last", "beyond"), BOUNDS, ids=str)
def test_a_type_takes_its_last_value_and_no_more(kind, last, beyond):
    checked = TypeAdapter(kind)
    assert checked.validate_python(last) == last
    with pytest.raises(ValidationError):
        checked.validate_python(beyond)


@pytest.mark.parametrize(("kind", "name", "last", "beyond"), FIELDS, ids=lambda one: getattr(one, "__name__", None))
def test_a_field_takes_its_last_value_and_no_more(kind, name, last, beyond):
    own = {"id": f"{kind.LETTER}1"} if "id" in kind.model_fields else {}
    kind.model_validate({**own, name: last})
    with pytest.raises(ValidationError):
        kind.model_validate({**own, name: beyond})


@pytest.mark.parametrize(("kind", "name", "letter", "most"), LISTS, ids=lambda one: getattr(one, "__name__", None))
def test_a_list_takes_its_last_record_and_no_more(kind, name, letter, most):
    kind.model_validate({name: [{"id": one} for one in ids(letter, most)]})
    with pytest.raises(ValidationError):
        kind.model_validate({name: [{"id": one} for one in ids(letter, most + 1)]})


def test_answers_are_as_many_as_a_course_may_ask_for():
    for name, row, most in (
        ("reasons", {"rule": "FACT-9", "object": "F1", "reason": "the foreman signs"}, 500),
        ("given", {"question": "q", "answer": "a"}, 5000),
    ):
        Answers.model_validate({name: [row] * most})
        with pytest.raises(ValidationError):
            Answers.model_validate({name: [row] * (most + 1)})


def test_what_is_said_in_a_field_and_how_it_is_shown_stands_with_it():
    extra = {
        (kind.__name__, name): info.json_schema_extra
        for kind in (Plan, *tree.kinds(Plan), *PARTS)
        for name, info in kind.model_fields.items()
        if isinstance(info.json_schema_extra, dict)
    }
    sentences = {key for key, one in extra.items() if one.get("said") == "sentence"}
    distinct = {key for key, one in extra.items() if one.get("distinct")}
    wide = {key for key, one in extra.items() if one.get("wide")}
    assert sentences == {
        ("Fact", "statement"),
        ("Pillar", "statement"),
        ("Objective", "statement"),
        ("Message", "call"),
        ("Question", "question"),
        ("Question", "answer"),
        ("Idea", "hook"),
        ("Item", "message"),
        ("Heard", "statement"),
        *(("Kpi", "own_formula"), ("Survey", "question"), ("Statement", "text")),
        *(("Pitch", "ask"), ("Pitch", "left_out"), ("PitchPart", "says"), ("JuryQuestion", "question")),
        ("Mark", "why"),
    }
    assert distinct == {
        ("Fact", "statement"),
        ("Pillar", "statement"),
        ("Objective", "statement"),
        ("Audience", "segment"),
        ("Question", "question"),
        ("Question", "answer"),
        *(("Idea", "title"), ("PlannedChannel", "name"), ("Item", "title"), ("Risk", "what")),
        *(("Stop", "name"), ("OwnDay", "what"), ("Hazard", "what"), ("Heard", "statement")),
        *(("BudgetLine", "what"), ("Kpi", "name"), ("Survey", "question"), ("Trial", "question")),
        *(("Decision", "decided"), ("JuryQuestion", "question")),
    }
    assert wide == {
        *(("Audience", name) for name in ("job", "habits", "barrier")),
        *(("Brief", name) for name in ("must", "must_not", "rights")),
        ("Clearance", "wording"),
        ("Request", "wording"),
        *(("Enterprise", name) for name in ("products", "protected_names")),
        ("Fact", "statement"),
        *(("Message", name) for name in ("umbrella", "avoid", "call")),
        ("Objective", "statement"),
        ("Pillar", "statement"),
        *(("Question", name) for name in ("question", "answer")),
        *(("Idea", name) for name in ("hook", "reason")),
        *(("Poster", name) for name in ("line", "alt")),
        *(("Item", name) for name in ("message", "text", "alt")),
        *(("ScriptLine", name) for name in ("words", "picture")),
        *(("Panel", "action"), ("Approval", "note"), ("Risk", "what"), ("Risk", "response")),
        *(("Stop", name) for name in ("allowed", "forbidden")),
        *(("Shot", "what"), ("ShotClearance", "conditions"), ("Log", "note")),
        *(("VisitClearance", "note"), ("Hazard", "control"), ("Heard", "statement")),
        *(("Visit", name) for name in ("permits", "weather", "premortem")),
        *(("Placing", "note"), ("OwnDay", "what"), ("Pause", "when"), ("Pause", "says"), ("Pause", "back")),
        *(("Footage", name) for name in ("deleted", "note")),
        *(("Advertising", "why"), ("Advertising", "answer"), ("Link", "target"), ("Carrier", "what")),
        *(("BudgetLine", "what"), ("Budget", "without"), ("Budget", "reason"), ("Kpi", "name"), ("Kpi", "then")),
        *(("Result", "what"), ("Survey", "question"), ("Trial", "question"), ("Trial", "decided")),
        *(("Decision", "decided"), ("Decision", "why"), ("Statement", "text"), ("GameMove", "answer")),
        *(("GameMove", "why"), ("Measurement", "anyway"), ("Pitch", "ask"), ("Pitch", "left_out")),
        *(("PitchPart", "says"), ("JuryQuestion", "question"), ("JuryQuestion", "answer"), ("Rehearsal", "changed")),
        *(("Mark", "why"), ("Mark", "lacks"), ("Card", "did"), ("Card", "learned")),
    }
    assert list(choices_of(Brief.model_fields["aim"])) == ["", "careers", "cooperation", "investment", "image"]


def test_a_plan_has_two_hundred_files_beside_it_and_no_more():
    row = {"name": "a", "media_type": "b", "sha256": "0" * 64, "size": 1}
    Plan.model_validate({"attachments": [{**row, "id": one} for one in ids("X", 200)]})
    with pytest.raises(ValidationError):
        Plan.model_validate({"attachments": [{**row, "id": one} for one in ids("X", 201)]})


@pytest.mark.parametrize("digest", ["0" * 63, "0" * 65, "G" + "0" * 63, "A" * 64, ""])
def test_a_file_beside_the_plan_is_named_by_a_whole_digest(digest):
    with pytest.raises(ValidationError):
        Attachment(id="X1", name="a", media_type="b", sha256=digest, size=1)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "12", True])
def test_what_is_no_finite_number_is_none(value):
    for kind, name in ((Fact, "value"), (Step, "low"), (Funnel, "frequency"), (Brief, "budget")):
        own = {"id": "F1"} if kind is Fact else {}
        with pytest.raises(ValidationError):
            kind.model_validate({**own, name: value})


def test_a_field_that_is_set_later_is_held_to_the_same_bounds():
    fact = Fact(id="F1")
    with pytest.raises(ValidationError):
        fact.surprise = 6
    with pytest.raises(ValidationError):
        Fact.model_validate({"id": "F1", "colour": "red"})


def test_what_stays_in_the_plan_s_own_file_is_known():
    inside = {
        (kind.__name__, name)
        for kind in (Plan, *tree.kinds(Plan), *PARTS)
        for name, info in kind.model_fields.items()
        if is_inside(info)
    }
    assert inside >= {("Plan", "answers"), ("Enterprise", "protected_names"), ("Attachment", "sha256")}
    kept = {"answers", "by", "case", "game", "person", "plan_id", "protected_names", "sha256"}
    kept |= {
        "jury",
        "kind",
        "rehearsals",
        "marks",
        "samples",
        "cards",
    }  # how a team prepares; a card has its own consent
    seen_by_hand = {"strokes", "figures", "version", "series", "shown"}  # drawn, or compared: nobody reads them
    assert {name for _, name in inside} == {*kept, *seen_by_hand, "paper", "name"}
    assert {kind for kind, name in inside if name in ("paper", "name")} == {"Consent", "Person"}


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("the foreman signs", True),
        ("Мы её спросим", True),
        ("one of us", True),
        ("the foreman", False),
        ("The the THE foreman", False),
        ("is it so", False),
        ("a b c d e", False),
        ("44 55 66", False),
    ],
)
def test_three_different_words_of_which_one_is_long_are_a_sentence(text, is_one):
    assert is_a_sentence(text) is is_one
