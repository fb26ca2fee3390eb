"""Does each planted defect break the rule that it names, does its fix cure it, and is the same seed the same plan?"""

import json
import random

import pytest

from promplan.cases.example import example
from promplan.cohort.defects import KINDS, planted, undone
from promplan.cohort.plant import SHARE, _one, _seen, is_key, plant, read, written
from promplan.language import Problem, inside
from promplan.plan import edit
from promplan.plan.codec import dumps
from promplan.plan.document import Plan
from promplan.review import RULES

NOBODY_SHOWN = {"consent ended"}  # the good plan shows no person: it has a plan of its own below
DEFECTS = [it for it, one in KINDS.items() if not one.decoy]
DECOYS = [it for it, one in KINDS.items() if one.decoy]


@pytest.fixture(scope="module")
def good():
    return example("10-good")


def test_there_are_enough_kinds_and_each_names_a_rule_that_is_there():
    assert len(DEFECTS) >= 20
    assert all(one.rule in RULES for one in KINDS.values() if one.rule)
    assert 3 <= len([it for it in DEFECTS if not KINDS[it].rule]) < len(DEFECTS) // 4
    assert len(DECOYS) >= 6 and not any(KINDS[it].rule for it in DECOYS)


@pytest.mark.parametrize("kind", [it for it in KINDS if it not in NOBODY_SHOWN])
def test_the_rule_sees_it_and_the_fix_cures_it(good, kind):
    one = KINDS[kind]
    hit = _one(good, one, random.Random(3), set())
    assert hit is not None
    flawed, row = hit
    new = {(rule, it) for rule, it, _ in _seen(flawed) - _seen(good)}
    if one.rule:
        assert any(rule == one.rule and it in row.objects for rule, it in new)
    else:
        assert not new
    assert dumps(undone(flawed, row.done)) == dumps(good)


@pytest.mark.parametrize("kind", [it for it in KINDS if it not in NOBODY_SHOWN])
def test_it_stands_in_a_russian_plan_too(kind):
    with inside("ru"):
        assert _one(example("10-good"), KINDS[kind], random.Random(3), set()) is not None


def test_a_consent_that_ends_is_seen_where_somebody_is_shown(good):
    shot = next(one for one in good.visit.shots if one.id)
    plan = edit.put(good, f"visit.shots/{shot.id}", {"people": ["N2"]})
    plan = edit.put(plan, "items/C1/panels/S1", {"shot": shot.id})
    hit = _one(plan, KINDS["consent ended"], random.Random(1), set())
    assert hit is not None and hit[1].object == "N2" and hit[1].rule == "PRD-19"
    assert dumps(undone(hit[0], hit[1].done)) == dumps(plan)


def test_the_version_that_was_approved_does_not_tell_of_a_changed_piece(good):
    place = next(it for it in KINDS["picture untold"].find(good) if it.object == "C1")
    done = planted(good, place)
    assert done is not None
    assert not [it for it in _seen(done[0]) - _seen(good) if it[0].startswith("PRD-5")]


@pytest.mark.parametrize("seed", [1, 7])
@pytest.mark.parametrize("name", ["10-good", "09-solved"])
@pytest.mark.parametrize("n", [4, 12, 20])
def test_as_many_as_were_asked_no_two_in_one_object(name, n, seed):
    plan = example(name)
    before = dumps(plan)
    flawed, key = plant(plan, n, seed)
    assert dumps(plan) == before
    assert len(key.defects) == n and len(key.decoys) == n // SHARE
    objects = [it for one in key.rows for it in one.objects]
    assert len(objects) == len(set(objects))
    seen = {it[:2] for it in _seen(flawed) - _seen(plan)}
    for one in key.defects:
        assert not one.rule or any((one.rule, it) in seen for it in one.objects), one
    assert not {it for _, it in seen} & {it for one in key.decoys for it in one.objects}
    assert not set(key.touched) & set(objects)


def test_all_fixes_together_give_the_good_plan_back(good):
    flawed, key = plant(good, 20, 7)
    for one in reversed(key.rows):
        flawed = undone(flawed, one.done)
    assert dumps(flawed) == dumps(good)


def test_the_same_seed_gives_the_same_bytes_in_either_language(good):
    first = plant(good, 12, 7)
    with inside("ru"):
        second = plant(good, 12, 7)
    assert dumps(first[0]) == dumps(second[0]) and written(first[1]) == written(second[1])
    assert dumps(plant(good, 12, 8)[0]) != dumps(first[0])


def test_a_key_is_read_as_it_was_written_and_says_the_fix_in_both_languages(good):
    key = plant(good, 6, 2)[1]
    data = written(key)
    assert is_key(data) and read(data) == key
    for one in json.loads(data)["rows"]:
        assert set(one["said"]) == set(one["fix"]) == {"en", "ru"} and one["fix"]["en"] != one["fix"]["ru"]
        assert 1 <= one["hard"] <= 3
    with pytest.raises(Problem):
        read(b'{"rows": []}')


@pytest.mark.parametrize("n", [1, 4, 20])
def test_an_empty_plan_says_that_it_offers_no_place(n):
    with pytest.raises(Problem, match="no place"):
        plant(Plan(), n, 1)


def test_a_thin_plan_says_how_many_it_offers():
    with pytest.raises(Problem, match="too few places"):
        plant(example("01-heard"), 40, 1)
