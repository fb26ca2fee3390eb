"""Days, sources and clearances of facts: does each rule hold on the very day, and one day beyond it?"""

from datetime import date

import pytest

from promplan.plan import Plan
from promplan.review import Finding, check

TODAY, START, END = date(2026, 10, 12), date(2026, 11, 2), date(2027, 1, 31)
GOOD = {
    "statement": "The plant has 14 presses",
    "value": 14.0,
    "unit": "presses",
    "source": "equipment list",
    "source_kind": "document",
    "as_of": date(2026, 6, 1),
}
CLEARED = {"state": "cleared", "wording": "14 presses", "channels": ["owned"], "until": END, "by": "press officer"}


def plan(*facts: dict, **meta: object) -> Plan:
    days = {"as_of": TODAY, "campaign_start": START, "campaign_end": END, **meta}
    rows = [{**one, "id": f"F{n}"} for n, one in enumerate(facts, 1)]
    return Plan.model_validate({"meta": days, "enterprise": {"facts": rows}}, strict=True)


def found(document: Plan, rule: str, on: date | None = None) -> list[Finding]:
    return [one for one in check(document, on=on) if one.rule == rule]


def told(document: Plan, rule: str, on: date | None = None) -> list[tuple[str, str, str, str]]:
    """Of each finding: its object, what is wrong, the smallest fix and the evidence."""
    return [(one.object, str(one.message), str(one.fix), str(one.evidence)) for one in found(document, rule, on)]


def state(document: Plan, rule: str) -> str:
    return check(document).states[rule]


def one(**changes: object) -> Plan:
    return plan({**GOOD, **changes})


# -- how many


@pytest.mark.parametrize("n", [1, 4, 5, 6])
def test_five_facts_are_a_register_and_no_reason_makes_four_of_them_enough(n):
    few = [(one_.object, str(one_.message), one_.excusable) for one_ in found(plan(*[GOOD] * n), "FACT-0")]
    assert few == ([("facts", f"The register holds {n} of five facts.", False)] if n < 5 else [])


def test_an_empty_fact_is_not_counted_and_is_told_once_the_register_is_full():
    empty = {**GOOD, "statement": " "}
    assert [str(one_.message) for one_ in found(plan(*[GOOD] * 4, empty), "FACT-0")] == [
        "The register holds 4 of five facts."
    ]
    assert told(plan(*[GOOD] * 5, empty), "FACT-0") == [
        ("F6", "This fact says nothing.", "write it in one sentence, or remove it", "")
    ]
    assert state(plan(), "FACT-0") == "nothing yet"


# -- the source


def test_what_a_fact_lacks_of_its_source_is_told_with_its_sentence():
    sentence = GOOD["statement"]
    assert told(one(source=" ", source_kind="", as_of=None), "FACT-2") == [
        ("F1", "No source is given.", "name the document or the person's role", sentence),
        ("F1", "No date is given.", "give the day for which it is true", sentence),
    ]
    assert told(one(source_kind=""), "FACT-2") == [
        ("F1", "The kind of source is not said.", "choose document, measured or oral", "equipment list")
    ]
    assert told(one(), "FACT-2") == [] and state(plan(), "FACT-2") == "nothing yet"


def test_what_was_only_said_wants_somebody_who_confirms_it():
    fix = "find a document, or ask an engineer to confirm it, and write the role, not the name, in Checked by"
    assert told(one(source_kind="oral"), "FACT-9") == [("F1", "It was only said.", fix, GOOD["statement"])]
    assert told(one(source_kind="oral", checked_by=" "), "FACT-9") != []
    assert told(one(source_kind="measured"), "FACT-9") == []
    assert state(one(source_kind=""), "FACT-9") == "nothing yet"


def test_a_value_without_its_unit_is_asked_of_what():
    fix = "write the unit, or what is counted"
    assert told(one(unit=" "), "FACT-4") == [("F1", "14 of what? No unit is given.", fix, GOOD["statement"])]
    assert told(one(value=0.0, unit=""), "FACT-4")[0][1] == "0 of what? No unit is given."
    assert state(one(value=None, unit=""), "FACT-4") == "ok"  # the sentence has a number, and the field none
    assert state(one(value=None, unit="", statement="Presses stand here"), "FACT-4") == "nothing yet"
    assert state(one(value=3.0, statement="Three presses stand here"), "FACT-4") == "ok"


# -- days


@pytest.mark.parametrize(("as_of", "future"), [(TODAY, False), (date(2026, 10, 13), True), (date(2026, 10, 11), False)])
def test_today_is_possible_and_tomorrow_is_not(as_of, future):
    expected = [("F1", "Its date is in the future.", "correct the year or the month", "2026-10-13")]
    assert told(one(as_of=as_of), "FACT-2D") == (expected if future else [])


def test_a_fact_that_ends_before_it_begins_is_told_with_both_days_and_one_of_a_single_day_is_not():
    day = GOOD["as_of"]
    assert told(one(valid_until=date(2026, 5, 31)), "FACT-2D") == [
        ("F1", "It ends before it begins.", "swap the two dates", "2026-06-01 – 2026-05-31")
    ]
    assert told(one(valid_until=day), "FACT-2D") == []
    assert state(one(as_of=None, valid_until=day), "FACT-2D") == "nothing yet"
    (in_russian,) = found(one(valid_until=date(2026, 5, 31)), "FACT-2D")
    assert in_russian.evidence.into("ru") == "01.06.2026\u00a0– 31.05.2026"
    assert told(plan({**GOOD, "as_of": date(2199, 1, 1)}, as_of=None), "FACT-2D") == []  # without a today, none is late


@pytest.mark.parametrize(
    ("as_of", "months"),
    [
        (date(2026, 1, 31), None),
        (date(2026, 1, 1), None),
        (date(2025, 12, 31), 13),
        (date(2025, 10, 1), 15),
        (date(2024, 3, 1), 34),
    ],
)
def test_a_number_is_fresh_for_twelve_months_before_the_campaigns_last_day(as_of, months):
    fix = f"ask for a newer one, or write the year {as_of.year} into the sentence"
    message = f"On the campaign's last day this number is {months} months old."
    assert told(one(as_of=as_of), "FACT-3") == ([("F1", message, fix, GOOD["statement"])] if months else [])


def test_only_a_number_grows_old_and_not_one_that_names_its_year():
    old = {"as_of": date(2019, 6, 1)}
    assert told(one(**old), "FACT-3") != []
    assert told(one(**old, value=None), "FACT-3") == []
    assert told(one(**old, statement="In 2019 the plant had 14 presses"), "FACT-3") == []
    assert told(one(**old, statement="In 2020 the plant had 14 presses"), "FACT-3") != []


@pytest.mark.parametrize(("until", "over"), [(END, False), (date(2027, 1, 30), True)])
def test_what_is_valid_on_the_campaigns_last_day_is_valid_long_enough(until, over):
    expected = [("F1", "It is valid only until 2027-01-30.", "ask for what holds after that day", "")]
    assert told(one(valid_until=until), "FACT-3") == (expected if over else [])
    assert told(one(valid_until=until, as_of=None), "FACT-3") == (expected if over else [])


def test_without_a_campaign_the_day_of_the_check_is_the_last_and_without_either_nothing_is_old():
    old = {**GOOD, "as_of": date(2025, 10, 1)}
    assert told(plan(old, campaign_end=None), "FACT-3", date(2026, 10, 1)) == []
    assert len(told(plan(old, campaign_end=None), "FACT-3", date(2026, 11, 1))) == 1
    assert state(plan(old, campaign_end=None, as_of=None), "FACT-3") == "nothing yet"
    assert state(one(as_of=None), "FACT-3") == "nothing yet"


# -- clearances


@pytest.mark.parametrize(
    ("part", "empty", "words"),
    [
        ("wording", " ", "wording"),
        ("channels", [], "channels"),
        ("until", None, "until when"),
        ("by", " ", "by whom"),
    ],
)
def test_each_part_that_a_clearance_lacks_is_named(part, empty, words):
    fix = "fill it in, or set the clearance to asked"
    assert told(one(clearance={**CLEARED, part: empty}), "FACT-6") == [
        ("F1", f"Cleared, but not said: {words}.", fix, "")
    ]
    assert state(one(clearance={**CLEARED, part: empty, "state": "asked"}), "FACT-6") == "nothing yet"


@pytest.mark.parametrize(
    ("on", "over"), [(date(2027, 1, 30), False), (END, False), (date(2027, 2, 1), True), (None, False)]
)
def test_a_clearance_holds_on_its_last_day_and_not_on_the_next(on, over):
    expected = [("F1", "Its clearance ended on 2027-01-31.", "ask again", GOOD["statement"])]
    assert told(plan({**GOOD, "clearance": CLEARED}, as_of=on), "FACT-6") == (expected if over else [])


def test_a_clearance_that_ends_a_day_before_the_campaign_is_told_with_both_days():
    early = {**CLEARED, "until": date(2027, 1, 30)}
    assert told(one(clearance=early), "FACT-6U") == [
        (
            "F1",
            "Its clearance ends on 2027-01-30, the campaign on 2027-01-31.",
            "ask for a longer clearance, or publish before",
            "",
        )
    ]
    assert told(one(clearance=CLEARED), "FACT-6U") == [] and state(one(clearance=CLEARED), "FACT-6U") == "ok"
    assert told(one(clearance={**early, "state": "asked"}), "FACT-6U") == []
    for nothing in (one(clearance={**CLEARED, "until": None}), plan({**GOOD, "clearance": early}, campaign_end=None)):
        assert state(nothing, "FACT-6U") == "nothing yet"
    assert state(one(clearance={**early, "state": "asked"}), "FACT-6U") == "nothing yet"


KNOW_HOW, ANYTHING = "ask the process engineer: it is know-how", "ask who clears it, or leave it out"


@pytest.mark.parametrize(
    ("changes", "fix"),
    [
        ({}, ANYTHING),
        ({"quantity": "moulding-temperature", "value": 170.0, "unit": "°C"}, KNOW_HOW),
        ({"quantity": "hardness", "value": 70.0, "unit": "Shore A"}, ANYTHING),
        ({"quantity": "no such kind"}, ANYTHING),
    ],
    ids=["a count", "a regime", "no secret", "unknown"],
)
def test_who_is_asked_about_a_fact_depends_on_whether_it_is_know_how(changes, fix):
    sentence = changes.get("statement", GOOD["statement"])
    message = "It may not be used yet: nobody has cleared it."
    for answer in ("open", "asked"):
        assert told(one(**changes, clearance={"state": answer}), "FACT-6N") == [("F1", message, fix, sentence)]
    assert {it.severity for it in found(one(), "FACT-6N")} == {"info"}
    assert state(plan(), "FACT-6N") == "nothing yet"
