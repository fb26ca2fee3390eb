"""What units 4 to 6 find at their edges: bad input without a hang, advice beside errors, versions, minors, captions."""

from datetime import date

import pytest
from filled import filled
from review.creation import PAPER, PUBLISH, VISIT, changed, good, plan
from review.test_cure import cured

from promplan.plan import Plan
from promplan.review import check
from promplan.review.frame import danger, readable
from promplan.review.item_rights import embargo


def told(document: Plan, rule: str) -> list[str]:
    return [f"{one.object}: {one.message.into('en')}" for one in check(document) if one.rule == rule]


def with_(changes: dict, language: str = "en", stamp: bool = True) -> Plan:
    return plan(changed(good(language), changes), stamp)


# -- bad input


def test_a_script_of_ten_thousand_words_is_told_in_a_few_findings():
    lines = [{"id": f"L{n}", "words": "ring " * 250, "seconds": 10.0} for n in range(1, 41)]
    document = with_({"items.0.script": lines, "items.0.panels": []})
    found = told(document, "ITEM-3")
    assert len(found) == 6
    assert found[-1].startswith("C1: 10000 words as they are spoken need 4,000 s, and there are 10: 3,990 s more")


def test_a_consent_that_ends_before_publishing_names_paper_and_both_days():
    document = with_({"visit.people.0.image.until": date(2026, 11, 1)})
    assert told(document, "PRD-19") == ["N1: Consent to the image: ends on 2026-11-01, and C1 comes out on 2026-11-24."]


@pytest.mark.parametrize(
    ("minutes", "rule", "severity"),
    [(481, "VIS-8", "warning"), (720, "VIS-8", "warning"), (721, "VIS-2", "error"), (1440, "VIS-2", "error")],
)
def test_a_visit_longer_than_a_shift_is_told_and_one_longer_than_any_shift_blocks(minutes, rule, severity):
    found = [one for one in check(with_({"visit.minutes": minutes})) if "shift" in one.message.into("en")]
    assert [(one.rule, one.severity) for one in found] == [(rule, severity)]


def test_a_visit_of_exactly_a_shift_is_no_matter():
    assert not any("shift" in one.message.into("en") for one in check(with_({"visit.minutes": 480})))


def test_a_stop_that_nobody_can_reach_is_told_by_what_is_missing():
    assert told(with_({"visit.stops.1.walk": None}), "VIS-3") == [
        "V2: Minutes on foot to get there: nothing stands there yet."
    ]
    assert told(with_({"visit.stops.1.walk": 100}), "VIS-3") == [
        "V2: This stop alone takes 130 minutes, and the visit has 120."
    ]
    assert told(with_({"visit.stops.1.zone": "Z2"}), "VIS-3")[0].startswith("V2: Nobody of the team goes in there")


def test_ways_that_nobody_has_measured_are_counted_as_guesses_and_asked_for():
    guessed = with_({"visit.stops.1.walk": None, "visit.back": None, "visit.stops.0.minutes": 85})
    assert told(guessed, "VIS-2") == []  # no error rests on a guess
    assert told(guessed, "VIS-3") == [
        "V2: Minutes on foot to get there: nothing stands there yet.",
        "visit: Minutes on foot back to the gate: nothing stands there yet.",
        "visit: 115 minutes at the stops and 10 on foot, back to the gate too, are 125, and there are 120: 5 minutes "
        "too many. Nobody has said how long one walks to V2: 5 minutes are counted for it. Nobody has said how long "
        "the way back to the gate is: 5 minutes, like all ways there.",
    ]
    certain = with_({"visit.stops.1.walk": None, "visit.stops.0.minutes": 95})
    assert "walks to V2" in told(certain, "VIS-2")[0]


@pytest.mark.parametrize(
    ("rule", "changes"),
    [
        ("VIS-2", {"visit.stops": []}),
        ("VIS-6", {"visit.shots.0.seconds": None}),
        ("PRD-2", {f"visit.clearances.{n}": {"id": f"G{n}", "layer": "plant"} for n in range(4)}),
        ("PRD-3", {f"visit.people.0.{name}": {} for name in ("image", "data", "dissemination")} | {"items": []}),
        ("PRD-4", {f"visit.people.0.{name}": {} for name in ("image", "data", "dissemination")}
         | {"visit.people.0.age": "14-17"}),
        ("PRD-10", {"visit.largest": None, "visit.minors": None, "visit.stops.0.zone": ""}),
        ("PRD-17", {"visit.shots.0.log": {}, "visit.minutes": None}),
        ("PRD-20", {"visit.shots.0.clearance": {}, "items.0.dates.publish": None}),
    ],
)  # fmt: skip
def test_where_nothing_could_be_looked_at_there_is_nothing_to_check_yet(rule, changes):
    (one,) = [it for it in check(with_(changes)).asked if it.rule == rule]
    assert one.state == "nothing yet"


def test_a_line_that_is_still_open_has_asked_nobody():
    assert told(with_({"visit.clearances.1.state": "open"}), "PRD-2L") == [
        "G2: Nobody has asked this layer: the plant: who runs the site."
    ]
    assert told(with_({"visit.clearances.1.state": "asked"}), "PRD-2L") == []


@pytest.mark.parametrize("held", ["tbd", "TBA.", "не назначен", "не назван", "—", "?", "to be confirmed", "уточняется"])
def test_what_only_holds_the_place_is_nothing_yet(held):
    (one,) = told(with_({"visit.guide": held}), "VIS-1")
    assert one == f"visit: Guide: “{held}” only says that it is still to come."
    assert told(with_({"visit.hazards.0.control": held}), "PRD-8")


def test_a_case_that_is_a_path_has_no_zones():
    assert told(with_({"meta.case": "../cases/rubber-works", "visit.stops.1.zone": "Z2"}), "VIS-3") == []


def test_route_and_minutes_meet_exactly_and_the_look_through_has_its_cure():
    full = with_({"visit.stops.0.minutes": 85})
    assert told(full, "VIS-2") == []
    assert told(with_({"visit.stops.0.minutes": 86}), "VIS-2") == [
        "visit: 116 minutes at the stops and 5 on foot, back to the gate too, are 121, and there are 120: "
        "1 minute too many."
    ]
    unlogged = with_({"visit.stops.0.minutes": 85, "visit.shots.0.log": {}})
    assert told(with_({"visit.stops.0.minutes": 85, "visit.back": 1}), "VIS-2") != []  # the way back is on foot too
    (one,) = [it for it in check(unlogged) if it.rule == "PRD-17"]
    assert cured(unlogged, one).visit.minutes == 135 and told(cured(unlogged, one), "PRD-17") == []


# -- people


@pytest.mark.parametrize(
    ("age", "paper", "missing"),
    [
        ("14-17", {**PAPER}, ["a guardian has not signed"]),
        ("14-17", {**PAPER, "given": None, "guardian": VISIT}, ["the young person has not signed"]),
        ("14-17", {**PAPER, "given": None}, ["a guardian has not signed", "the young person has not signed"]),
        ("14-17", {**PAPER, "guardian": VISIT}, []),
        ("under 14", {**PAPER, "given": None, "guardian": VISIT}, []),
        ("under 14", {**PAPER}, ["a guardian has not signed"]),
        ("adult", {**PAPER}, []),
    ],
)
def test_whose_signature_is_missing_goes_by_age(age, paper, missing):
    whole = {**PAPER, "guardian": VISIT}
    document = with_({"visit.people.0.age": age, "visit.people.0.image": paper} | {
        f"visit.people.0.{name}": whole for name in ("data", "dissemination")
    })  # fmt: skip
    assert told(document, "PRD-4") == [f"N1: Consent to the image: {it}." for it in missing]


def test_who_is_in_no_shot_blocks_nothing_and_who_was_not_asked_is_only_pointed_at():
    alone = {"visit.people.0.image.state": "refused", "visit.shots.0.people": []}
    assert told(with_(alone), "PRD-3") == []
    undated = {"visit.people.0.image": {}, "items.0.dates.publish": None}
    assert told(with_(undated), "PRD-3") == []
    assert told(with_(undated), "PRD-3N") == ["N1: Consent to the image: nobody has asked."]


def test_a_signature_after_publishing_is_none():
    signed = {"visit.people.0.image.given": date(2026, 11, 25)}
    assert [it.split(" ")[0] for it in told(with_(signed), "PRD-19")] == ["N1:"]
    assert told(with_({"visit.people.0.image.given": PUBLISH}), "PRD-19") == []


# -- versions


def test_a_changed_word_reopens_what_was_approved_and_the_cure_opens_it():
    document = with_({})
    assert told(document, "PRD-5") == [] and check(document).states["PRD-5"] == "ok"
    document.items[0].headline = "Other words"
    assert told(document, "PRD-5") == [f"{y}: The content has changed since this approval." for y in ("Y1", "Y2")]
    (one, _) = [it for it in check(document) if it.rule == "PRD-5"]
    after = cured(document, one)
    assert after.items[0].approvals[0].state == "open" and len(told(after, "PRD-5")) == 1
    document.items[0].headline = ""
    assert told(document, "PRD-5") == []


def test_an_approval_of_no_version_is_of_none_that_stands_here():
    assert told(with_({}, stamp=False), "PRD-5") == [
        f"{y}: The content has changed since this approval." for y in ("Y1", "Y2", "Y3")
    ]


def test_a_new_day_of_publishing_changes_no_version():
    document = with_({})
    document.items[0].dates.publish = date(2026, 12, 1)
    assert told(document, "PRD-5") == []


# -- captions


def cue(start: float, end: float, text: str = "A ring lies there.") -> dict:
    return {"start": start, "end": end, "text": text}


@pytest.mark.parametrize(
    ("cues", "rule"),
    [
        ([cue(3, 2)], "ITEM-5"),
        ([cue(0, 4), cue(3, 6)], "ITEM-5"),
        ([cue(5, 7), cue(0, 3)], "ITEM-5"),
        ([cue(8, 12)], "ITEM-5"),
        ([cue(0, 1, "x" * 42)], "ITEM-5R"),
        ([cue(0, 7, "x" * 60)], "ITEM-5R"),
        ([cue(0, 9.5)], "ITEM-5R"),
    ],
)
def test_captions_that_cannot_run_block_and_those_that_are_hard_to_read_ask(cues, rule):
    found = {one.rule for one in check(with_({"items.0.subtitles": {"en": cues}})) if one.rule.startswith("ITEM-5")}
    assert found == {rule}
    assert told(with_({"items.0.subtitles": {"en": [cue(0, 4)]}}), rule) == []


def test_many_faulty_captions_are_told_by_the_first_and_their_number():
    cues = [cue(0.1 * n, 0.1 * n + 0.05, "x" * 50) for n in range(60)]
    found = told(with_({"items.0.subtitles": {"en": cues}}), "ITEM-5R")
    assert len(found) == 6 and "more captions" in found[-1]


def test_a_film_that_speaks_without_captions_is_told_and_one_without_words_is_not():
    assert told(with_({"items.0.subtitles": {}}), "ITEM-5N") == ["C1: It speaks, and has no captions."]
    silent = with_({"items.0.subtitles": {}, "items.0.script": [], "items.0.panels": []})
    assert told(silent, "ITEM-5N") == [] and check(silent).states["ITEM-5N"] == "nothing yet"


# -- channels and advice


def test_a_paid_channel_wants_money_and_then_a_label():
    assert told(with_({"channels.0.media": "paid"}), "CH-4") == [
        "H1: This channel is paid, and neither it nor the brief has money."
    ]
    (one,) = [it for it in check(with_({"channels.0.media": "paid", "brief.budget": 500.0})) if it.rule == "CH-4"]
    assert one.severity == "info" and "38-FZ" in one.fix.into("en")


def test_limits_grow_old_with_the_plans_own_day():
    assert told(with_({"meta.as_of": date(2027, 5, 30)}), "CH-6") == []
    (one,) = told(with_({"meta.as_of": date(2027, 5, 31)}), "CH-6")
    assert one.startswith("H1: The limits of this channel were looked up on")


def test_only_one_kind_of_media_is_put_where_the_channel_has_one():
    document = with_({"channels.1.media": ""})
    (one,) = [it for it in check(document) if it.rule == "CH-1"]
    assert one.cure is not None and cured(document, one).channels[1].media == "owned"
    (other,) = [it for it in check(with_({"channels.0.media": ""})) if it.rule == "CH-1"]
    assert other.cure is None


def test_what_the_plant_has_not_answered_yet_is_advice():
    asked = {"ideas.0.poster.clearance": {"state": "asked"}}
    assert told(with_(asked), "IDEA-7") == []
    assert told(with_(asked), "IDEA-7N") == ["I1: The plant has not answered about the data of this poster."]


def test_what_was_heard_and_feared_is_pointed_at():
    assert told(with_({"visit.heard.0.fact": ""}), "VIS-10") == ["E1: It stands in no register yet."]
    assert told(with_({"risks": []}), "RISK-3") == ["risks: The pre-mortem has 3 lines, and the list of risks none."]


# -- what is in frame


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("the operator in gloves, no helmet on her head", ""),  # nobody wears one at the presses
        ("the operator at the press without gloves", "without gloves"),
        ("прессовщица без каски", ""),
        ("прессовщица без перчаток", "без перчаток"),
    ],
)
def test_what_the_zone_does_not_demand_is_no_danger(text, seen):
    found = told(with_({"visit.shots.0.what": text}), "PRD-15")
    assert found == ([f"T1: This would be against the rules of safety: {seen}."] if seen else [])


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("the screens behind him are dark", False),
        ("экран за ней погашен", False),
        ("чертежей в кадре нет", False),
        ("the axes are covered, and on the sheet's edge stands the batch number", True),
        ("оси закрыты листом, а на краю листа — номер партии", True),
        ("its number can be read from end to end", True),
        ("номер вагона читается целиком", True),
        ("стопы заготовок, бирками к стене", False),
    ],
)
def test_what_can_be_read_is_read_unless_it_is_dark_or_turned_away(text, hit):
    assert bool(readable(text)) is hit


def test_what_lies_far_from_a_calm_word_is_not_calmed():
    assert danger("the press is off; at the other end of the hall a fitter works without a helmet")
    assert not danger("The open press cools, the power is off, the rack stands beside it")


def test_a_shot_of_the_menu_was_read_by_the_plant():
    text = {"visit.shots.0.what": "close-up of a drawing", "visit.shots.0.clearance.state": "asked"}
    assert len(told(with_(text), "PRD-16")) == 1
    assert told(with_({**text, "visit.shots.0.menu": "M1"}), "PRD-16") == []
    assert told(with_({**text, "visit.shots.0.clearance.state": "cleared"}), "PRD-16") == []


def test_a_film_beside_the_plan_may_tell_where_it_was_taken():
    film = {"id": "X1", "name": "a.mp4", "media_type": "video/mp4", "sha256": "0" * 64, "size": 9}
    (one,) = [it for it in check(with_({"attachments": [film]})) if it.rule == "PRD-16"]
    own = {**film, "name": "press.wav", "media_type": "audio/wav"}  # cleaned when it was brought
    assert told(with_({"attachments": [own]}), "PRD-16") == []
    assert (one.object, one.severity) == ("X1", "info")
    assert told(with_({"attachments": [{**film, "media_type": "image/png"}]}), "PRD-16") == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("embargo until 2026-12-01", date(2026, 12, 1)),
        ("не раньше 01.12.2026", date(2026, 12, 1)),
        ("не ранее 1.12.2026", date(2026, 12, 1)),
        ("not before 2026-13-45", None),
        ("an accident on 2026-12-01", None),
        ("", None),
    ],
)
def test_an_embargo_is_a_day_behind_its_words(text, day):
    assert embargo(text) == day


def test_a_plant_of_one_s_own_has_no_zones_and_its_own_words():
    own = {"meta.case": "real", "visit.stops.0.ppe": []}
    assert (
        told(with_(own), "PRD-9Z") == told(with_(own), "PRD-9W") == []
        and check(with_(own)).states["PRD-9Z"] == "nothing yet"
    )


def test_equipment_is_put_in_the_plans_language():
    for language, words in (("en", ["gloves", "closed shoes"]), ("ru", ["перчатки", "закрытая обувь"])):
        document = with_({"visit.stops.0.ppe": []}, language)
        (one,) = [it for it in check(document) if it.rule == "PRD-9Z"]
        assert cured(document, one).visit.stops[0].ppe == words


def test_a_licence_that_lasts_to_the_day_itself_is_in_force():
    assert told(with_({"items.0.rights.0.until": PUBLISH}), "PRD-7") == []
    assert len(told(with_({"items.0.rights.0.until": date(2026, 11, 23)}), "PRD-7")) == 1


def test_days_that_lie_centuries_apart_are_told_and_not_counted():
    far = {f"items.0.dates.{name}": date(1700, 1, 1) for name in ("brief", "shoot", "draft", "review")}
    document = with_({**far, "items.0.dates.publish": date(2199, 12, 31)})
    assert told(document, "CAL-3") == ["C1: It comes out after the campaign ends, on 2027-01-31."]
    assert told(document, "CAL-13") == told(document, "ITEM-11") == []


@pytest.mark.parametrize(
    "word", ["x", "Кольцо лежит на столе", "120 rings, 3 °C, https://x.example", "\u00a0", "« » — …"]
)
def test_a_plan_in_which_every_field_is_filled_is_reviewed_to_its_end(word):
    document = filled(lambda name, inside: word)
    assert set(check(document).states.values()) <= {"ok", "found", "nothing yet"}


@pytest.mark.parametrize(("owner", "found"), [("мы сами", 0), ("Our own recording.", 0), ("Anya K.", 0), ("a band", 1)])
def test_a_sound_that_the_team_made_itself_needs_no_licence(owner, found):
    right = {"id": "L1", "what": "the press, made heard", "kind": "sound", "owner": owner, "credit": "x"}
    document = with_({"items.0.rights": [right], "team.members.0.name": "Anya K."})
    assert len([one for one in told(document, "PRD-7") if "no licence" in one]) == found


def test_where_the_plant_has_answered_about_no_poster_nothing_holds():
    document = with_({"ideas.0.poster.clearance": {}, "ideas.0.chosen": "yes", "ideas.0.poster.scales": "on"})
    states = check(document).states
    assert (states["IDEA-7"], states["IDEA-7N"]) == ("found", "nothing yet")
