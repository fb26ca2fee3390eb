"""Does an invented plant answer about works of its data, shots and versions, and is the answer in the plan?"""

from datetime import date, timedelta

import pytest

from promplan.cases import desk
from promplan.cases.kit import available, load
from promplan.cases.recognise import recognise
from promplan.cases.release import approvals, art
from promplan.cases.shots import shots
from promplan.cases.staff import staff
from promplan.cases.works import _claims
from promplan.language import LANGUAGES, Problem, inside
from promplan.plan import Plan, answering, asking, edit, letters
from promplan.plan.approvals import holds
from promplan.plan.starting_over import emptied
from promplan.review.concerns import concerns

KITS = [(case, language) for case in available() for language in LANGUAGES]
every_kit = pytest.mark.parametrize(("case", "language"), KITS)
IDEA, SHOT, PIECE, PERMIT = "ideas/I1", "visit.shots/T1", "items/C1", "visit.clearances/G1"


def kit(case: str = "rubber-works", language: str = "en", **brief: object) -> Plan:
    with inside(language):
        return edit.put(
            emptied(emptied(emptied(load(case).plan, "06-making"), "05-visit"), "04-art"),
            "brief",
            {"answer_days": 20, "silence_means": "no", **brief},
        )


def poster(plan: Plan, file: str, **more: object) -> Plan:
    title = "День пресса" if plan.meta.language == "ru" else "A day of the press"
    plan = edit.add(plan, "ideas", {"title": title, "form": "art"})[0]
    return edit.put(plan, "ideas/I1/poster", {"form": "stripes", "data": {"file": file}, **more})


def shot(plan: Plan, what: str, zone: str = "", **more: object) -> Plan:
    plan = edit.add(plan, "visit.stops", {"name": "here", "zone": zone})[0]
    return edit.add(plan, "visit.shots", {"what": what, "stop": "V1", **more})[0]


def piece(plan: Plan, text: str = "Come and see us.", **more: object) -> Plan:
    title = "Кольцо за минуту" if plan.meta.language == "ru" else "A ring in a minute"
    plan = edit.add(plan, "items", {"title": title, "form": "post", "text": text, **more})[0]
    return edit.put(plan, "items/C1/dates", {"publish": date(2026, 12, 1)})


def asked(plan: Plan, address: str, person: str, **more: object) -> Plan:
    """The plan with a letter about it sent to a person of the kit."""
    people = staff(plan.meta.case, plan.meta.language).people
    plan, new = letters.drafted(plan, [address], {"person": person, **more})
    return letters.sent(plan, new[0], people[person].role)


def lived(plan: Plan, day: date | None = None) -> Plan:
    """The plan on that day; without one, six weeks on."""
    day = day or letters.today(plan) + timedelta(42)
    return desk.come_in(plan, staff(plan.meta.case, plan.meta.language), day, concerns)


def answer(plan: Plan, address: str, person: str, **more: object):
    """What comes back, and the plan with it."""
    plan = lived(asked(plan, address, person, **more))
    return plan.desk.requests[-1].answer, plan


def row_of(case: str, id_: str):
    return next(one for one in shots(case) if one.id == id_)


# works


@every_kit
def test_every_series_is_answered_by_whoever_answers_for_it_with_scales_and_without(case, language):
    for row in art(case):
        for scales in ("on", "off"):
            said, plan = answer(poster(kit(case, language), f"{row.data}.csv", scales=scales), IDEA, row.by)
            state, wanted = plan.ideas[0].poster.clearance.state, row.answer(scales == "on")
            assert said.by == staff(case, language).people[row.by].role and said.received
            assert wanted.said[language] in said.said
            if wanted.state == "yes":
                assert (said.state, state) == ("yes", "cleared"), row.data
            else:  # in this form, or without its scales: the team has the word
                assert (said.state, state, said.taken) == ("words", "asked", False), row.data
                assert said.scales == ("off" if wanted.state == "no" else scales)


@pytest.mark.parametrize("language", LANGUAGES)
def test_scales_that_the_plant_refuses_come_off_when_the_team_takes_it_and_the_legend_says_so(language):
    said, plan = answer(poster(kit("rubber-works", language), "rheometer.csv"), IDEA, "P3")
    assert (said.state, said.scales) == ("words", "off")
    assert plan.ideas[0].poster.scales == "on" and plan.ideas[0].poster.legend == []
    done = letters.taken(plan, "R1").ideas[0].poster
    legend = {"en": "scale removed at the plant's request", "ru": "шкала снята по просьбе завода"}[language]
    assert (done.scales, done.legend) == ("off", [legend])
    assert (done.clearance.state, done.clearance.wording) == ("cleared", legend)
    assert done.clearance.by == said.by and done.clearance.until and done.clearance.channels
    assert answering.stands(letters.taken(plan, "R1"), asking.Subject("idea", "I1"))


def test_whose_data_they_are_not_names_whom_to_ask():
    said, plan = answer(poster(kit(), "rheometer.csv"), IDEA, "P7")
    assert (said.state, said.ask) == ("elsewhere", "process engineer")
    assert (plan.ideas[0].poster.clearance.state, plan.ideas[0].poster.clearance.by) == ("asked", "process engineer")


def test_data_of_another_plant_and_of_the_team_s_own_are_not_let_out():
    said, plan = answer(poster(kit("wagon-works"), "rheometer.csv"), IDEA, "P7")
    assert said.state == "no" and "do not know these data" in said.said
    assert plan.ideas[0].poster.clearance.state == "refused"
    own = poster(kit("wagon-works"), "", data={"attachment": "X1"})
    said, _ = answer(own, IDEA, "P7")
    assert said.state == "no" and "without a document" in said.said


def test_data_that_changed_since_the_letter_are_neither_let_out_nor_refused():
    plan = asked(poster(kit(), "workforce.csv"), IDEA, "P8")
    plan = lived(edit.put(plan, "ideas/I1/poster", {"data": {"file": "rheometer.csv"}}))
    said = plan.desk.requests[0].answer
    assert said.state == "no" and "no longer what you showed me" in said.said
    assert plan.ideas[0].poster.clearance.state == "open"


def test_a_yes_to_what_was_shown_lets_nothing_else_out():
    plan = lived(asked(poster(kit(), "rheometer.csv"), IDEA, "P3"))
    plan = edit.put(plan, "ideas/I1/poster", {"data": {"file": "press-cycle.csv"}})
    with pytest.raises(Problem, match="changed since you asked"):
        letters.taken(plan, "R1")
    said, plan = answer(poster(kit(), "posts.csv"), IDEA, "P7")
    assert said.state == "yes"
    plan = edit.put(plan, "ideas/I1/poster", {"data": {"file": "rheometer.csv"}})
    assert not answering.stands(plan, asking.Subject("idea", "I1"))
    plan = lived(asked(plan, IDEA, "P7"))
    assert plan.ideas[0].poster.clearance.state == "asked"  # not hers: the old yes covers other data


def test_nothing_comes_back_where_the_person_takes_longer_than_the_brief_waits():
    plan = kit("boiler-works", answer_days=2, silence_means="ask again")
    plan = lived(asked(poster(plan, "run-up.csv"), IDEA, "P5"), date(2026, 10, 14))
    assert plan.desk.requests[0].answer.state == "silence"
    assert plan.ideas[0].poster.clearance.state == "asked"
    assert lived(plan).desk.requests[0].answer.state == "words"  # and then it does come


def test_an_idea_without_a_poster_or_data_cannot_be_asked_about():
    bare = edit.add(kit(), "ideas", {"title": "A day"})[0]
    assert IDEA not in [address for address, _ in asking.may_be_asked(bare)]
    for plan, words in ((bare, "no poster yet"), (poster(kit(), ""), "no data behind")):
        drafted, _ = letters.drafted(plan, [IDEA], {"wording": "A day of the press"})
        with pytest.raises(Problem, match=words):
            letters.sent(drafted, "R1", "press officer")


# shots


@every_kit
def test_every_shot_is_known_again_by_its_words_and_answered_as_the_kit_says(case, language):
    first = staff(case, language).first
    for row in shots(case):
        what = row.what[language]
        form = ((row.condition if row.state == "cleared" else row.wording) or {}).get(language, "")
        assert recognise(what, _claims(case)) == row.id
        said, plan = answer(shot(kit(case, language), what), SHOT, row.by or first)
        clearance = plan.visit.shots[0].clearance
        if row.state == "no":
            assert (said.state, clearance.state) == ("no", "refused"), row.id
        elif form:
            assert (said.state, said.wording, clearance.state) == ("words", form, "asked"), row.id
            clearance = letters.taken(plan, "R1").visit.shots[0].clearance
            assert (clearance.state, clearance.conditions) == ("cleared", form)
        else:
            assert (said.state, clearance.state, clearance.conditions) == ("yes", "cleared", ""), row.id
            assert clearance.by == said.by and clearance.until and clearance.channels


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_shot_from_that_angle_is_a_yes_once_the_letter_says_so(language):
    row = row_of("wagon-works", "M28")
    plan = shot(kit("wagon-works", language), row.what[language])
    said, plan = answer(plan, SHOT, row.by, wording=f"{row.what[language]}: {row.wording[language]}")
    assert (said.state, plan.visit.shots[0].clearance.state) == ("yes", "cleared")


def test_whose_shot_it_is_not_names_whom_to_ask_and_who_does_not_decide_knows_no_menu():
    row = row_of("boiler-works", "M26")
    said, plan = answer(shot(kit("boiler-works"), row.what["en"]), SHOT, "P7")
    assert (said.state, said.ask) == ("elsewhere", "chief design engineer")
    assert plan.visit.shots[0].clearance.by == "chief design engineer"
    menu = row_of("boiler-works", "M5").what["en"]
    assert answer(shot(kit("boiler-works"), menu), SHOT, "P4")[0].state == "yes"
    assert answer(shot(kit("boiler-works"), menu), SHOT, "P9")[0].ask == "press officer"


def test_a_shot_that_nobody_thought_of_goes_as_far_as_its_zone_does():
    what = "a kettle of tea beside the window"
    said, plan = answer(shot(kit(), what, "Z3"), SHOT, "P7")
    assert said.state == "words" and "never in frame: batch numbers" in said.wording
    plan = letters.taken(plan, "R1")
    assert "never in frame: batch numbers" in plan.visit.shots[0].clearance.conditions
    said, plan = answer(shot(kit(), what, "Z2"), SHOT, "P7")
    assert said.state == "no" and "nobody films here" in said.said
    assert plan.visit.shots[0].clearance.state == "refused"
    said, _ = answer(shot(kit(), what), SHOT, "P7")
    assert said.state == "no" and "Name the stop" in said.said


def test_a_shot_that_changed_since_the_letter_is_asked_for_again():
    plan = asked(shot(kit(), row_of("rubber-works", "M1").what["en"]), SHOT, "P7")
    plan = lived(edit.put(plan, SHOT, {"what": "the recipe card on the wall"}))
    assert plan.desk.requests[0].answer.state == "no"
    assert plan.visit.shots[0].clearance.state == "open"


# the visit


@every_kit
@pytest.mark.parametrize("layer", ["corporate", "plant", "safety", "process owner"])
def test_each_layer_has_somebody_who_lets_you_in_and_names_what_it_minds(case, language, layer):
    people = staff(case, language)
    plan = edit.add(kit(case, language), "visit.stops", {"name": "1", "zone": "Z1"})[0]
    plan = edit.add(plan, "visit.clearances", {"what": "14.10", "layer": layer})[0]
    said, other = answer(plan, PERMIT, "P9")
    assert (said.state, said.ask) == ("elsewhere", people.people[people.layers[layer]].role)
    assert (other.visit.clearances[0].state, other.visit.clearances[0].by_whom) == ("asked", said.ask)
    said, plan = answer(plan, PERMIT, people.layers[layer])
    if layer in ("corporate", "plant"):
        assert said.state == "yes"
    else:
        assert said.state == "words" and plan.visit.clearances[0].state == "asked"
        plan = letters.taken(plan, "R1")
        assert plan.visit.clearances[0].note == said.wording
        assert answer(plan, PERMIT, people.layers[layer])[0].state == "yes"  # it stands in the plan by now
    one = plan.visit.clearances[0]
    assert (one.state, one.by_whom, one.on) == ("cleared", said.by, said.received)


# versions


@every_kit
def test_step_after_step_a_version_is_approved_and_the_last_word_comes_last(case, language):
    plan, steps = piece(kit(case, language)), approvals(case)
    said, plan = answer(plan, PIECE, steps[-1].by, judge="plant")
    assert said.state == "words" and steps[0].what[language] in said.said
    assert plan.items[0].approvals[0].state == "changes" and plan.items[0].approvals[0].note == said.said
    for step in steps:
        said, plan = answer(plan, PIECE, step.by, judge=step.id)
        assert said.state == "yes" and step.yes[language] in said.said, step.id
    given = plan.items[0].approvals
    assert {one.judge for one in given} == {step.id for step in steps} and len(given) == len(steps)
    assert all(holds(one, plan.items[0]) and one.on and one.who for one in given)
    assert [one.judge for one in given if one.raci == "A"] == ["plant"]


def test_a_yes_holds_for_the_version_that_was_shown_and_what_changed_is_shown_again():
    said, plan = answer(piece(kit()), PIECE, "P3", judge="engineer")
    plan = edit.put(plan, PIECE, {"text": "Come and see us on Monday."})
    assert said.state == "yes" and not holds(plan.items[0].approvals[0], plan.items[0])
    plan = asked(plan, PIECE, "P3", judge="engineer")
    assert (plan.items[0].approvals[0].state, len(plan.items[0].approvals)) == ("asked", 1)
    assert holds(lived(plan).items[0].approvals[0], plan.items[0])


def test_who_reads_another_version_than_was_sent_wants_to_see_it_again():
    plan = asked(piece(kit()), PIECE, "P3", judge="engineer")
    plan = lived(edit.put(plan, PIECE, {"text": "Come and see us on Monday."}))
    said, seen = plan.desk.requests[0].answer, plan.items[0].approvals[0]
    assert said.state == "words" and "A line has changed since I read it" in said.said
    assert (seen.state, seen.version) == ("changes", plan.desk.requests[0].version)


def test_an_answer_about_an_older_version_overwrites_no_newer_asking():
    plan = asked(piece(kit()), PIECE, "P3", judge="engineer")
    plan = edit.put(plan, PIECE, {"text": "Come and see us on Monday."})
    plan = asked(plan, PIECE, "P3", judge="engineer")
    first = plan.desk.requests[0].answer.model_copy(update={"state": "yes", "by": "process engineer"})
    plan = letters.came(plan, "R1", first, "no")
    seen = plan.items[0].approvals[0]
    assert (seen.state, seen.version) == ("asked", plan.desk.requests[1].version)


@pytest.mark.parametrize(
    ("judge", "person", "given", "words"),
    [
        ("engineer", "P3", {"text": "We press 640 rings a day."}, "Write the numbers of the facts in"),
        ("safety", "P6", {"form": "video"}, "Where was this filmed?"),
        ("people", "P8", {}, "Without them I cannot say anything"),
        ("safety", "P7", {}, "Ask: safety engineer"),
        ("legal", "P3", {}, "Ask: press officer"),
        ("legal", "P7", {}, "the plant's last word"),
    ],
)
def test_what_a_judge_lacks_is_said_and_stands_beside_the_approval(judge, person, given, words):
    plan = piece(kit(), **given)
    plan = edit.put(plan, "items/C1/dates", {"publish": None})
    said, plan = answer(plan, PIECE, person, judge=judge)
    assert words in said.said
    state = {"words": "changes", "elsewhere": "asked", "no": "refused"}[said.state]
    assert [(one.judge, one.state) for one in plan.items[0].approvals] == [(judge, state)]


def test_a_recipe_in_a_text_is_refused_and_a_forecast_with_roubles_is_struck_out():
    secret = piece(kit(), "The ring cures 11 minutes at 170 °C.", facts=["F1"])
    said, plan = answer(secret, PIECE, "P3", judge="engineer")
    assert said.state == "no" and "stay in the shop" in said.said
    assert plan.items[0].approvals[0].state == "refused"
    for text in ("The test bed will bring 40 million roubles.", "Стенд принесёт прибыль, и прогноз хороший."):
        said, _ = answer(piece(kit("boiler-works"), text, facts=["F1"]), PIECE, "P10", judge="money")
        assert said.state == "words" and "No forecast" in said.said


@pytest.mark.parametrize(("means", "state"), [("no", "refused"), ("yes", "approved"), ("ask again", "asked")])
def test_silence_about_a_version_means_what_the_brief_says(means, state):
    plan = piece(kit(answer_days=1, silence_means=means))
    plan = lived(asked(plan, PIECE, "P3", judge="engineer"), date(2026, 10, 13))
    assert plan.desk.requests[0].answer.state == "silence"
    assert plan.items[0].approvals[0].state == state


def test_an_empty_piece_and_one_that_is_looked_at_for_nothing_stay_drafts():
    for plan, judge, words in (
        (piece(kit(), ""), "safety", "nothing to look at"),
        (piece(kit()), "", "to be looked at"),
    ):
        drafted, _ = letters.drafted(plan, [PIECE], {"person": "P6", "judge": judge})
        with pytest.raises(Problem, match=words):
            letters.sent(drafted, "R1", "safety engineer")


def test_what_is_gone_when_the_answer_comes_stands_at_the_desk_alone():
    for plan, address, person in (
        (poster(kit(), "posts.csv"), IDEA, "P7"),
        (shot(kit(), "the press opens"), SHOT, "P7"),
        (piece(kit()), PIECE, "P3"),
    ):
        judge = "engineer" if address == PIECE else ""
        gone = lived(edit.remove(asked(plan, address, person, judge=judge), address))
        assert gone.desk.requests[0].answer.state in ("no", "elsewhere")
