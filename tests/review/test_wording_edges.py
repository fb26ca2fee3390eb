"""The message's wording at its edges: how many words are named, short signs, signs of the plant, who stays inside."""

import pytest

from promplan.plan import Plan
from promplan.review import Finding, check

UNIT = "03-message"
HOLDS = "Rings from Dugorsk hold water in towns"


def plan(facts: tuple[dict, ...] = (), plant: dict | None = None, **message: object) -> Plan:
    enterprise = {**(plant or {}), "facts": [{**one, "id": f"F{n}"} for n, one in enumerate(facts, 1)]}
    return Plan.model_validate({"enterprise": enterprise, "message": message}, strict=True)


def found(document: Plan, rule: str) -> list[Finding]:
    return [one for one in check(document, UNIT) if one.rule == rule]


def state(document: Plan, rule: str) -> str:
    return check(document, UNIT).states[rule]


NAMES = ("ring", "hose", "seal", "belt", "pump", "gate", "rope")


@pytest.mark.parametrize("n", [1, 6, 7])
def test_six_words_are_named_and_of_more_it_is_said_that_there_are_more(n):
    said = " ".join(NAMES[:n])
    (one,) = found(plan(umbrella=f"{said} {said}", avoid="\n".join(NAMES)), "MSG-14")
    listed = ", ".join(f'"{word}"' for word in NAMES[:6][:n])
    assert str(one.message).startswith(listed + (" …:" if n > 6 else ":"))
    in_russian = ", ".join(f"«{word}»" for word in NAMES[:6][:n])
    assert one.message.into("ru").startswith(in_russian + (" …" if n > 6 else ""))


@pytest.mark.parametrize(
    ("message", "where"),
    [
        ({"umbrella": HOLDS}, "message"),
        ({"call": HOLDS}, "message"),
        ({"pillars": [{"id": "P1", "statement": HOLDS}]}, "P1"),
        ({"questions": [{"id": "Q1", "question": "Why is it so?", "answer": HOLDS}]}, "Q1"),
    ],
)
def test_the_teams_own_words_are_found_wherever_they_are_said(message, where):
    (one,) = found(plan(avoid="- «rings»;\n.\n", **message), "MSG-14")
    assert (one.object, one.evidence, one.severity) == (where, HOLDS, "warning")
    assert found(plan(avoid="towers", **message), "MSG-14") == []
    assert state(plan(avoid=" \n-\n.", **message), "MSG-14") == "nothing yet"


def test_without_a_text_or_a_word_to_avoid_there_is_nothing_to_compare():
    assert state(plan(avoid="rings"), "MSG-14") == "nothing yet"
    assert state(plan(umbrella=HOLDS), "MSG-14") == "nothing yet"
    for rule in ("MSG-4", "MSG-6", "MSG-8", "MSG-12"):
        assert (state(plan(umbrella=" "), rule), state(plan(umbrella=HOLDS), rule)) == ("nothing yet", "ok")


@pytest.mark.parametrize(
    ("word", "slips"),
    [("Kольца", True), ("Kоль", True), ("МКС-26A", False), ("Кольца", False)],
)
def test_a_sign_of_three_letters_or_with_a_number_may_mix_alphabets_and_a_word_may_not(word, slips):
    told = found(plan(umbrella=f"{word} из Дугорска держат воду"), "MSG-12")
    assert [str(one.message) for one in told] == (
        [f'"{word}": Latin and Cyrillic letters in one word.'] if slips else []
    )


@pytest.mark.parametrize(
    ("said", "plant", "proof", "alone"),
    [
        ("We stand by our word", {}, "", True),
        ("We stand by Dugorsk", {"place": "Dugorsk"}, "", False),
        ("We stand by hoses", {"products": "hoses"}, "", False),
        ("We stand by oil", {"products": "oil"}, "", True),  # three letters are no sign
        ("We stand by ores", {"products": "ores"}, "", False),
        ("We stand by elevators", {}, "Seals work in 14 waterworks", True),
    ],
)
def test_a_number_a_place_a_product_or_a_word_of_a_proof_is_this_plants(said, plant, proof, alone):
    pillars = [{"id": "P1", "statement": "Rings hold", "proofs": ["F1"]}]
    document = plan(({"statement": proof},), plant, umbrella=said, pillars=pillars)
    assert [(one.object, one.evidence) for one in found(document, "MSG-9")] == ([("message", said)] if alone else [])


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("The rheometer turns", True),
        ("The rheometer (it twists a sample) turns", False),
        ("The rheometer — it twists a sample", False),
        ("The rheometer, that is a twisting plate", False),
        ("The rheometer, and a press", True),
    ],
)
def test_a_word_of_the_shop_is_explained_right_behind_it(text, bare):
    for message in ({"umbrella": text}, {"call": text}):
        assert [one.evidence for one in found(plan(**message), "MSG-6")] == ([text] if bare else [])


# -- facts: what stays inside


@pytest.mark.parametrize(
    ("statement", "plant", "evidence"),
    [
        ("Кольцо для ООО «Волна»", "", ["ООО «Волна»"]),
        ("Кольцо для ООО «Волна»", "ПАО «Волна»", []),
        ("Кольцо для ООО «Волна»", "АО «Упругость»", ["ООО «Волна»"]),
        ("АО «Упругость» работает", "АО «Упругость», завод РТИ", []),
        ("Rings for Pumps GmbH", "Uprugost JSC", ["Pumps GmbH"]),
        ("Uprugost JSC works here", "Uprugost JSC", []),
        ("Uprugost JSC works here", "", ["Uprugost JSC"]),
    ],
)
def test_another_firm_is_named_by_its_words_and_the_plant_itself_is_none(statement, plant, evidence):
    document = plan(({"statement": statement},), {"name": plant})
    told = [one for one in check(document, "01-facts") if one.rule == "FACT-10"]
    assert [(one.object, one.severity, one.evidence) for one in told] == [("F1", "error", one) for one in evidence]
    refused = plan(({"statement": statement, "clearance": {"state": "refused"}},), {"name": plant})
    assert [one for one in check(refused, "01-facts") if one.rule == "FACT-10"] == []


@pytest.mark.parametrize(
    ("names", "found_"),
    [("Volna", ["Volna"]), (" volna \n\nOther", ["volna"]), ("Vo", []), ("Vol", ["Vol"]), ("Volna\nrings", None)],
)
def test_a_name_that_stays_inside_has_three_letters_at_least_and_each_is_told(names, found_):
    document = plan(({"statement": "Rings for Volna"},), {"protected_names": names})
    told = [one.evidence for one in check(document, "01-facts") if one.rule == "FACT-10"]
    assert told == (["Volna", "rings"] if found_ is None else found_)
