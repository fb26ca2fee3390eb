"""Do ideas, channels, visit, items and risks hold together: ids, merge, versions, forms, and what stays inside?"""

from importlib import import_module

import pytest

from promplan.export.outline_sections import outline
from promplan.export.page import page
from promplan.export.terminal import told
from promplan.language import inside
from promplan.plan import Plan, edit, tree
from promplan.plan.approvals import CONTENT, content_digest, holds
from promplan.plan.codec import LIMIT, dumps, loads
from promplan.plan.ideas import FORMS, Idea
from promplan.plan.items import ITEM_FORMS, Item
from promplan.plan.merging import merge
from promplan.plan.naming import list_words
from promplan.plan.poster import ART_FORMS, Poster
from promplan.plan.script import Drawing
from promplan.plan.sections import SECTIONS, filled_in
from promplan.plan.starting_over import emptied
from promplan.review import check

OURS = ("ideas", "channels", "visit", "items", "risks")
FILM = {"title": "A ring in a minute", "form": "video", "message": "A ring takes eleven minutes"}


def film(plan=None):
    """A plan with one film: two lines of script, a panel for the second, two steps of work."""
    plan, _ = edit.add(plan or Plan(), "items", FILM)
    for words in ("Eleven minutes.", "And it is done."):
        plan, _ = edit.add(plan, "items/C1/script", {"words": words})
    plan, _ = edit.add(plan, "items/C1/panels", {"action": "The press opens", "line": "L2"})
    for name in ("shoot", "edit"):
        plan, _ = edit.add(plan, "items/C1/production", {"name": name})
    return plan


def digest(plan):
    return content_digest(plan.items[0])


@pytest.mark.parametrize(
    ("address", "values"),
    [
        ("items/C1", {"message": "A ring takes twelve minutes"}),
        ("items/C1", {"alt": "a black ring"}),
        ("items/C1", {"channel": "H1"}),
        ("items/C1/script/L1", {"words": "Twelve minutes."}),
        ("items/C1/panels/S1", {"line": "L1"}),
        ("items/C1/panels/S1", {"seconds": 3.0}),
        ("items/C1/panels/S1/drawing", {"picture": "X2"}),
        ("items/C1/panels/S1/drawing", {"strokes": ["0,0 10,10"]}),
        ("items/C1/subtitles", {"ru": [{"text": "Одиннадцать минут."}]}),
    ],
)
def test_what_is_seen_or_said_makes_another_version(address, values):
    assert digest(edit.put(film(), address, values)) != digest(film())


@pytest.mark.parametrize(
    ("address", "values"),
    [
        ("items/C1", {"owner": "M1", "approver": "M2", "by": "M1", "hold_if": "an accident", "facts": ["F1"]}),
        ("items/C1/script/L1", {"by": "M2", "facts": ["F2"]}),
        ("items/C1/panels/S1", {"shot": "T3"}),
        ("items/C1/production/W1", {"days": 3}),
        ("items/C1/dates", {"at": None}),
    ],
)
def test_who_does_it_and_when_makes_none(address, values):
    assert digest(edit.put(film(), address, values)) == digest(film())


def test_order_is_part_of_a_version_and_ids_are_not():
    plan = film()
    assert digest(edit.move(plan, "items/C1/script/L1", 1)) != digest(plan)
    copied, new = edit.add(plan, "items", plan.items[0].model_dump(exclude={"id"}))
    assert new == "C2" and content_digest(copied.items[1]) == digest(plan)
    assert copied.items[1].panels[0].line == copied.items[1].script[1].id == "L4"


def test_a_yes_holds_for_the_version_that_was_seen_and_no_other():
    plan, _ = edit.add(film(), "items/C1/approvals", {"judge": "engineer", "state": "approved"})
    assert not holds(plan.items[0].approvals[0], plan.items[0]), "a yes to no version"
    plan = edit.put(plan, "items/C1/approvals/Y1", {"version": digest(plan)})
    assert holds(plan.items[0].approvals[0], plan.items[0])
    asked = edit.put(plan, "items/C1/approvals/Y1", {"state": "changes"})
    changed = edit.put(plan, "items/C1", {"headline": "Another"})
    assert not holds(asked.items[0].approvals[0], asked.items[0])
    assert not holds(changed.items[0].approvals[0], changed.items[0])


def test_every_field_of_an_item_is_either_seen_or_of_the_work_on_it():
    work = {"id", "by", "idea", "pillar", "objective", "audience", "facts", "owner", "approver", "length", "hold_if"}
    assert set(Item.model_fields) == {*CONTENT, *work, "approvals", "production", "dates", "placing", "ad", "link"}


@pytest.mark.parametrize(
    ("path", "values", "field"),
    [
        ("ideas", {"facts": ["F9"]}, "facts"),
        ("ideas", {"channels": ["H9"]}, "channels"),
        ("ideas", {"poster": {"data": {"attachment": "X9"}}}, "attachment"),
        ("channels", {"owner": "M9"}, "owner"),
        ("visit.shots", {"stop": "V9"}, "stop"),
        ("visit.shots", {"people": ["N9"]}, "people"),
        ("visit.shots", {"log": {"still": "X9"}}, "still"),
        ("visit.people", {"image": {"paper": "X9"}}, "paper"),
        ("visit.clearances", {"stops": ["V9"]}, "stops"),
        ("visit.heard", {"fact": "F9"}, "fact"),
        ("items", {"panels": [{"id": "S1", "shot": "T9"}]}, "shot"),
        ("items", {"production": [{"id": "W1", "after": ["W9"]}]}, "after"),
        ("risks", {"owner": "M9"}, "owner"),
    ],
)
def test_an_id_that_leads_nowhere_is_found(path, values, field):
    plan, new = edit.add(Plan(), path, values)
    found = [one for one in check(plan) if one.rule == "PLAN-1"]
    inner = {"shot": "S1", "after": "W1"}.get(field, new)
    assert [(one.object, one.field) for one in found] == [(inner, field)]


def test_a_list_inside_a_record_is_called_by_its_label():
    plan, _ = edit.add(film(), "visit.shots", {"what": "the press opens"})
    plan = edit.put(plan, "items/C1/panels/S1", {"line": "T1"})
    (found,) = [one for one in check(plan) if one.rule == "PLAN-1"]
    assert "“Script”" in str(found.message) and str(list_words("visit.shots")) == "Shot list"


def test_two_who_draw_two_panels_are_not_asked():
    mine, _ = edit.add(film(), "items/C1/panels", {"action": "Hands take the ring"})
    theirs, _ = edit.add(film(), "items/C1/panels", {"action": "A pump turns"})
    joined = merge(mine, theirs, film())
    assert not joined.asked
    assert {one.action for one in joined.plan.items[0].panels[1:]} == {"Hands take the ring", "A pump turns"}


def test_two_papers_of_a_person_and_two_languages_of_subtitles_are_written_side_by_side():
    plan, _ = edit.add(film(), "visit.people", {"role": "press operator"})
    for address, first, second in (
        ("visit.people/N1", ("image", {"state": "given"}), ("data", {"state": "asked"})),
        ("items/C1/subtitles", ("ru", [{"text": "Кольцо"}]), ("en", [{"text": "A ring"}])),
    ):
        seen = edit.fields(edit.find(plan, address))
        for name, value in (first, second):
            now = edit.fields(edit.find(plan, address))[name]
            plan = edit.put(plan, address, {name: {**now, **value} if isinstance(now, dict) else value}, seen)
    (person,) = plan.visit.people
    assert (person.image.state, person.data.state) == ("given", "asked")
    assert (plan.items[0].subtitles.ru[0].text, plan.items[0].subtitles.en[0].text) == ("Кольцо", "A ring")


def test_the_forms_of_a_recipe_are_those_of_the_art_room():
    rooms = {"rosette": "cure", "ridgeline": "ridges", "spirograph": "gears", "stripes": "bands"}
    rooms |= {"orbit": "shaft", "isotype": "signs", "typology": "grid"}
    assert list(ART_FORMS)[1:] == list(rooms)
    for name, room in rooms.items():
        assert callable(getattr(import_module(f"promplan.art.{room}"), name))


def test_a_setting_stays_what_it_is_in_the_file():
    settings = {"sweep": 150.0, "mirrored": True, "rolls": "inside", "pens": [0.5, 1.0]}
    plan, _ = edit.add(Plan(), "ideas", {"title": "Rings", "poster": {"parameters": settings}})
    again = loads(dumps(plan)).ideas[0].poster.parameters
    assert again == settings and again["mirrored"] is True


def test_an_idea_without_a_poster_shows_no_recipe_and_one_with_it_does():
    plan, _ = edit.add(Plan(), "ideas", {"title": "Rings"})
    (idea,) = outline(plan, "ideas").blocks
    assert not idea.blocks and plan.ideas[0].poster == Poster()
    plan = edit.put(plan, "ideas/I1/poster", {"title": "Rings of a day"})
    assert outline(plan, "ideas").blocks[0].blocks[0].name == "poster"


def test_the_settings_of_a_form_are_told_in_words():
    settings = {"mirrored": True, "pens": [0.5, 1.0], "sweep": 150.0}
    plan, _ = edit.add(Plan(), "ideas", {"title": "Rings", "poster": {"parameters": settings}})
    with inside("ru"):
        (row, *_) = outline(plan, "ideas").blocks[0].blocks[0].blocks[0].rows
    assert row.name == "parameters" and str(row.value) == "mirrored: да; pens: 0,5; 1; sweep: 150"


def test_a_channel_of_the_course_is_told_by_its_name():
    plan, _ = edit.add(Plan(), "channels", {"name": "Plant's page", "channel": "vk"})
    plan, _ = edit.add(plan, "channels", {"name": "Wall of the bakery", "channel": "bakery"})
    with inside("ru"):
        shown = [str(one.blocks[0].rows[0].value) for one in outline(plan, "channels").blocks]
    assert shown == ["ВКонтакте", "bakery"]


def test_the_name_of_who_is_filmed_leaves_the_team_nowhere():
    plan, _ = edit.add(Plan(), "visit.people", {"role": "press operator", "name": "V. Zvonova"})
    for text in (page(plan), "\n".join(told(plan))):
        assert "press operator" in text and "Zvonova" not in text


def test_starting_a_unit_over_empties_what_it_fills():
    plan, _ = edit.add(film(), "ideas", {"title": "Rings"})
    plan, _ = edit.add(edit.put(plan, "visit", {"meeting": "gate 2"}), "visit.stops", {"name": "press line"})
    assert not emptied(plan, "04-art").ideas and emptied(plan, "04-art").items == plan.items
    assert emptied(plan, "05-visit").visit == Plan().visit
    assert not emptied(plan, "06-making").items


def test_a_unit_that_asks_for_nothing_yet_is_not_passed():
    assert not check(Plan(), "06-making").passed


def test_every_object_belongs_to_the_unit_that_fills_it():
    units = {"I1": "04-art", "H1": "04-art", "T1": "05-visit", "K1": "05-visit", "S1": "06-making", "Y1": "06-making"}
    assert {id_: filled_in(id_) for id_ in units} == units


def test_a_storyboard_drawn_by_hand_for_every_film_fits_into_a_plan():
    stroke = " ".join(f"{n},{n}" for n in range(100, 220))
    drawing = {"strokes": [stroke[:600].rpartition(" ")[0]] * 8}
    plan = Plan()
    for n in range(1, 7):
        plan, _ = edit.add(plan, "items", {"title": f"Film {n}"})
        for _ in range(16):
            plan, _ = edit.add(plan, f"items/C{n}/panels", {"action": "The press opens", "drawing": drawing})
    assert len(dumps(plan)) < LIMIT and loads(dumps(plan)) == plan


def test_what_no_form_has_a_control_for_is_drawn():
    from promplan.widgets.controls import control

    without = set()
    for kind in dict.fromkeys(
        one for section in SECTIONS if section.path.split(".")[0] in OURS for one in _kinds(section)
    ):
        for name in kind.model_fields.keys() - {"id", "by"} - set(tree.inner(kind)):
            try:
                control(kind, name)
            except TypeError:
                without.add(f"{kind.__name__}.{name}")
    assert without == {"Poster.parameters", "Poster.shown"} and set(tree.inner(Drawing)) == {"figures"}


def _kinds(section):
    found = [section.model]
    for kind in found:
        found += [one for one in (*tree.lists(kind).values(), *tree.parts(kind).values()) if one not in found]
    return found


def test_an_idea_and_an_item_have_the_forms_that_a_plan_speaks_of():
    assert set(FORMS) <= {"", "art", "design", "animation", "video", "photo", "text", "audio", "event"}
    assert Idea(id="I1").form == "" and {"video", "post", "press release"} < set(ITEM_FORMS)
