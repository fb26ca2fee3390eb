"""Does the KPI dictionary compute what was published, refuse what cannot be, and see where numbers disagree?"""

import math
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from promplan.language import Problem
from promplan.media import formula as algebra
from promplan.media.bibliography import sources
from promplan.media.experiment import pooled_rate
from promplan.media.kpi import (
    IDENTITIES,
    INPUTS,
    KPIS,
    UNITS,
    calculator,
    candidates,
    compute,
    identities,
    kpi,
    levels,
    pooled,
)
from promplan.media.kpi_dictionary import read

CHAIN = {  # the domain page's self-checking example
    "spend": 12_000,
    "impressions": 150_000,
    "reach": 50_000,
    "clicks": 900,
    "views": 30_000,
    "actions": 45,
    "engagements": 2_400,
}
OF_CHAIN = {
    "frequency": 3,
    "cpm": 80,
    "ctr": 0.006,
    "cpc": 40 / 3,
    "vtr": 0.2,
    "cpv": 0.4,
    "cr": 0.05,
    "cpa": 800 / 3,
    "err": 0.048,
    "cpe": 5,
}
MRI = {"spend": 986_995, "impressions": 136_694_000, "reach": 76_022_000, "population": 215_800_000}


@pytest.mark.parametrize(("id_", "value"), OF_CHAIN.items())
def test_the_chain_example_gives_its_own_numbers(id_, value):
    assert compute(id_, **CHAIN) == pytest.approx(value, rel=1e-12)


def test_the_chain_example_checks_itself():
    checks = identities(CHAIN | OF_CHAIN)
    assert {(one.id, one.formula) for one in checks} >= {
        ("cpm", "1000 * ctr * cpc"),
        ("cpa", "cpc / cr"),
        ("frequency", "impressions / reach"),
    }
    assert all(one.holds and abs(one.gap) < 1e-12 for one in checks)


def test_case_8_the_worksheet_of_mris_guide_to_reach_and_frequency():
    # studylib 8290726 publishes CPM 7.22, frequency 1.80, reach 35.23 %, GRP 63, cost per thousand net 12.98
    found = calculator(MRI).values
    assert found["cpm"] == pytest.approx(7.2205, abs=5e-5)
    assert found["frequency"] == pytest.approx(1.79808, abs=5e-6)
    assert found["reach_percent"] == pytest.approx(35.228, abs=5e-4)
    assert found["grp"] == pytest.approx(63.343, abs=5e-4)
    assert found["cpt_net"] == pytest.approx(12.983, abs=5e-4)


def test_case_8_the_published_and_rounded_numbers_agree_within_a_hundredth():
    published = {"cpm": 7.22, "frequency": 1.80, "reach_percent": 35.23, "grp": 63, "cpt_net": 12.98}
    assert [one.holds for one in identities(published)] == [True, True]
    assert not all(one.holds for one in identities(published, tolerance=0.001))


def test_case_10_the_affinity_index():
    # gross audience 300,000 of 1,000,000; in it 180,000 of the target group, which has 400,000
    counts = {
        "gross_audience": 300_000,
        "population": 1_000_000,
        "target_audience": 180_000,
        "target_population": 400_000,
    }
    found = calculator(counts).values
    assert found["composition"] == pytest.approx(0.60)
    assert found["target_rating"] == pytest.approx(0.45)
    assert found["affinity"] == pytest.approx(150)


def test_320_points_are_not_60_per_cent_four_times():
    # slideserve's "320 GRP: 60 % reach with a 4 frequency" (domain page, section G)
    (check,) = identities({"grp": 320, "reach_percent": 60, "frequency": 4})
    assert not check.holds and check.gap == pytest.approx(1 / 3)
    assert str(check.said) == "GRP = R% · F fails: 320 and 240, 33.3 % off."
    assert identities({"grp": 320, "reach_percent": 80, "frequency": 4})[0].holds


def test_this_is_engineering_rose_by_33_points_which_are_85_per_cent():
    # 39 % before, 72 % after the first year (raeng.org.uk; domain page, section G)
    assert compute("pp", before=0.39, after=0.72) == pytest.approx(33)
    assert compute("lift", before=0.39, after=0.72) == pytest.approx(0.846, abs=5e-4)


def test_rates_are_pooled_and_not_averaged():
    assert pooled([50, 10], [100, 1000]) == pytest.approx(0.0545, abs=5e-5)
    assert pooled([50], [100]) == 0.5 and pooled([10], [1000]) == 0.01  # whose mean is 25.5 %
    for wrong in (([1], [1, 2]), ([1], [0]), ([-1], [3]), ([math.nan], [3]), ([], [])):
        with pytest.raises(Problem):
            pooled(*wrong)


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("ctr", "ctr"),
        ("CTR", "ctr"),
        ("Click-through rate", "ctr"),
        ("доля переходов", "ctr"),
        ("GRP", "grp"),
        ("cpt net", "cpt_net"),
        ("ERR", "err"),
        ("Вовлеченность по охвату", "err"),
        ("ER by reach", "err"),
        ("заявки", "applications"),
        ("sign-ups", "sign_ups"),
        ("п. п.", "pp"),
        ("retained hires", "retained_hires"),
        ("индекс соответствия", "affinity"),
        ("share of voice", "sov"),
    ],
)
def test_an_entry_is_found_by_id_abbreviation_or_name_in_either_language(name, id_):
    assert kpi(name).id == id_


@pytest.mark.parametrize("name", ["ER", "engagement rate", "вовлечённость", "Вовлеченность"])
def test_er_is_four_formulas_and_the_reader_is_asked_which(name):
    assert [one.id for one in candidates(name)] == ["er_post", "err", "er_imp", "er_daily"]
    with pytest.raises(Problem, match="ERR = engagements / reach") as asked:
        kpi(name)
    assert "ERR = взаимодействия / охват" in asked.value.what.into("ru")


def test_the_note_of_every_er_says_that_there_is_no_standard_formula():
    for id_ in ("er_post", "err", "er_imp", "er_daily"):
        assert "no standard formula" in kpi(id_).note["en"] and "Hootsuite" in kpi(id_).note["ru"]


def test_a_slip_of_the_keyboard_is_told_the_nearest_and_nonsense_the_whole_list():
    with pytest.raises(Problem, match=r"Nearest: CTR \(click-through rate\)"):
        kpi("CTRR")
    with pytest.raises(Problem, match="It has: publications; impressions"):
        kpi("qqqq")
    assert candidates("") == ()


FORBIDDEN = [
    ("KPI-1", "ctr", {"clicks": 3, "impressions": 0}),
    ("KPI-1", "sov", {"own": 0, "others": 0}),
    ("KPI-1", "lift", {"before": 0, "after": 0.1}),
    ("KPI-1", "cpp", {"spend": 100, "grp": 0}),
    ("KPI-2", "cr", {"actions": 3, "clicks": 2}),
    ("KPI-2", "vtr", {"views": 3, "impressions": 2}),
    ("KPI-2", "pp", {"before": 20, "after": 25}),  # per cent where a fraction is meant
    ("KPI-2", "reach_percent", {"reach": 3, "population": 2}),
    ("KPI-3", "frequency", {"impressions": 3, "reach": 9}),
    ("KPI-3", "err", {"engagements": 3, "reach": 9, "impressions": 5}),  # given along, and checked
    ("KPI-4", "ctr", {"clicks": 3, "impressions": 2}),
    ("0 or more", "cpm", {"spend": -9, "impressions": 3}),
]


@pytest.mark.parametrize(("rule", "id_", "inputs"), FORBIDDEN)
def test_what_cannot_be_is_refused_by_its_rule_in_both_languages(rule, id_, inputs):
    with pytest.raises(Problem) as refused:
        compute(id_, **inputs)
    assert rule in str(refused.value)
    assert rule.startswith("0") or refused.value.what.into("ru").startswith(rule)


def test_an_engagement_rate_above_one_is_possible():
    assert compute("err", engagements=300, reach=50) == 6  # the chat of a live broadcast


def test_missing_inputs_are_named():
    with pytest.raises(Problem) as asked:
        compute("ctr", clicks=3)
    assert str(asked.value) == "CTR = clicks / impressions. Missing: impressions."
    with pytest.raises(Problem, match="Missing: own mentions, others' mentions"):
        compute("share of voice")


@pytest.mark.parametrize("value", [True, "12", None, math.nan, math.inf, 10**400, [1]])
def test_what_is_no_number_is_refused(value):
    with pytest.raises(Problem, match="is not a number"):
        compute("ctr", clicks=value, impressions=10)


def test_an_unknown_input_is_told_the_nearest():
    with pytest.raises(Problem, match=r"“impresions” is not an input\. Choose one of these: impressions"):
        compute("ctr", clicks=1, impresions=2)
    with pytest.raises(Problem):
        calculator({"qqq": 1.0})
    with pytest.raises(Problem):
        identities({"ctr": 0.1, "qqq": 1.0})


def test_numbers_too_large_to_divide_end_in_a_sentence():
    with pytest.raises(Problem, match="too large"):
        compute("cpm", spend=1e308, impressions=0.5)


def test_the_calculator_works_backwards_too():
    # known are prices and rates; the counts of the chain example follow
    known = {"cpm": 80, "spend": 12_000, "frequency": 3, "ctr": 0.006, "cr": 0.05, "vtr": 0.2, "err": 0.048}
    found = calculator(known)
    for name, value in (CHAIN | OF_CHAIN).items():
        assert found.values[name] == pytest.approx(value, rel=1e-9)
    assert not found.refused and not found.contradictions
    assert str(found.derived["impressions"]) == "CPM = 1000 · spend / impressions"
    assert found.derived["impressions"].into("ru") == "CPM = 1000 · расходы / показы"


def test_the_calculator_says_what_is_missing_for_the_rest():
    found = calculator({"reach": 2000, "population": 62_000})
    assert found.derived.keys() == {"reach_percent"}
    assert found.missing["frequency"] == ("impressions",)
    assert found.missing["cpp"] == ("spend", "grp")
    assert found.missing["applications"] == ("applications",)


def test_the_calculator_refuses_a_number_that_cannot_be_and_goes_on():
    found = calculator({"visits": 150, "sign_ups": 100, "clicks": 0, "spend": 500, "impressions": 4000})
    assert str(found.refused["turn_up"]).startswith("KPI-2") and str(found.refused["cpc"]).startswith("KPI-1")
    assert found.values["cpm"] == 125 and found.values["ctr"] == 0
    assert "turn_up" not in found.missing and "turn_up" not in found.values


def test_nothing_follows_from_no_clicks_at_a_rate_of_none():
    found = calculator({"clicks": 0, "ctr": 0})
    assert "impressions" not in found.values and "impressions" not in found.refused


def test_the_calculator_shows_where_the_known_numbers_contradict_each_other():
    found = calculator({"impressions": 1000, "reach": 500, "frequency": 4})
    (failed,) = found.contradictions
    assert (failed.id, failed.left, failed.right) == ("frequency", 4, 2)


def test_impossible_pairs_are_refused_by_the_calculator_at_once():
    with pytest.raises(Problem, match="KPI-3"):
        calculator({"reach": 9, "impressions": 3})


def test_levels_are_amecs_four_and_hold_every_entry_once():
    found = levels()
    assert list(found) == ["output", "out-take", "outcome", "impact"]
    assert sorted(one.id for group in found.values() for one in group) == sorted(one.id for one in KPIS)
    of = {one.id: level for level, group in found.items() for one in group}
    assert (of["impressions"], of["ctr"], of["applications"], of["retained_hires"]) == tuple(found)


def test_every_entry_is_whole_in_both_languages():
    names = {one.id for one in KPIS} | set(INPUTS)
    assert len({one.id for one in KPIS}) == len(KPIS) and not {one.id for one in KPIS} & set(INPUTS)
    for one in KPIS:
        assert one.name["en"] and one.name["ru"] and one.unit in UNITS and set(one.inputs) <= names
        assert set(one.note) in (set(), {"en", "ru"})
        assert one.counted or set(one.inputs) == algebra.inputs(one.formula)
        assert one.wording.into("ru") != one.wording.into("en") or one.id in ("cpp", "affinity", "esov")
    for id_, formula in IDENTITIES:
        assert id_ in names and algebra.inputs(formula) <= names


def test_no_name_stands_for_two_entries_unless_it_is_said_so():
    seen = {}
    for one in KPIS:
        for name in (one.id, one.short, *one.name.values(), *one.also):
            plain = " ".join(name.casefold().replace("ё", "е").replace("-", " ").replace("_", " ").split())
            assert not plain or seen.setdefault(plain, one.id) == one.id, name


def test_hand_made_formulas_are_read_as_they_are_written():
    values = {"own": 1.0, "others": 3.0, "before": 0.2, "after": 0.25}
    assert algebra.value("own / (own + others)", values) == 0.25
    assert algebra.value("(after - before) / before", values) == pytest.approx(0.25)
    assert algebra.solved("own", "own / (own + others)", 0.25, {"others": 3.0}) == pytest.approx(1)
    assert algebra.solved("own", "own / (own + others)", 1.0, {"others": 3.0}) is None
    with pytest.raises(ValueError, match="cannot be read as a formula"):
        algebra.value("own ** others", values)


counts = st.floats(1e-3, 1e9)


@given(st.data())
@settings(max_examples=200)
def test_every_formula_can_be_solved_for_each_of_its_inputs(data):
    id_, formula = data.draw(
        st.sampled_from([(one.id, one.formula) for one in KPIS if not one.counted] + list(IDENTITIES))
    )
    values = {name: data.draw(counts) for name in sorted(algebra.inputs(formula))}
    result = algebra.value(formula, values)
    for name in values:
        others = {other: value for other, value in values.items() if other != name}
        found = algebra.solved(name, formula, result, others)
        if found is not None and "-" not in formula and "+" not in formula:  # no cancelling of digits
            assert found == pytest.approx(values[name], rel=1e-9), id_
        elif found is not None:
            assert algebra.value(formula, {**others, name: found}) == pytest.approx(
                result, rel=1e-6, abs=1e-12 * 100 * max(values.values())
            )


@given(
    st.integers(1, 10**7), st.integers(1, 10**9), st.integers(1, 10**9), st.integers(1, 10**9), st.integers(1, 10**6)
)
def test_whatever_is_counted_the_identities_hold_among_what_is_computed(spend, impressions, reach, clicks, actions):
    reach, clicks = min(reach, impressions), min(clicks, impressions)
    known = {
        "spend": spend,
        "impressions": impressions,
        "reach": reach,
        "clicks": clicks,
        "actions": min(actions, clicks),
        "population": 10**10,
    }
    found = calculator(known, tolerance=1e-9)
    assert not found.contradictions and not found.refused
    assert len(identities(found.values)) >= 12
    assert found.values["cpm"] == compute("cpm", **known)


anything = st.one_of(st.floats(), st.integers(-(10**400), 10**400), st.text(max_size=3), st.booleans(), st.none())
plausible = st.one_of(st.sampled_from([0.0, 1e-300, 0.05, 0.5, 1.0, 2.0, 300.0, 1e300]), st.floats(0, 1e6))


@given(st.dictionaries(st.sampled_from([*INPUTS, *(one.id for one in KPIS)]), plausible, max_size=8))
@settings(max_examples=150, deadline=None)
def test_the_calculator_answers_or_refuses_and_every_number_of_its_is_possible(known):
    try:
        found = calculator(known)
    except Problem as problem:
        assert str(problem)
        return
    assert all(math.isfinite(value) for value in found.values.values())
    assert set(found.derived) == set(found.values) - set(known)
    for one in KPIS:
        assert one.id in found.values or one.id in found.refused or found.missing[one.id]
        if one.id in found.values:
            low, high = one.bounds
            assert low - 1e-6 <= found.values[one.id] <= high * (1 + 1e-6)
    for words in [*found.derived.values(), *found.refused.values(), *(one.said for one in found.contradictions)]:
        assert words.into("en") and words.into("ru")


@given(st.dictionaries(st.one_of(st.text(max_size=8), st.sampled_from(list(INPUTS))), anything, max_size=4))
@settings(max_examples=100)
def test_nonsense_ends_in_a_sentence_and_never_in_a_traceback(given_):
    for ask in (lambda: calculator(given_), lambda: identities(given_), lambda: compute("ctr", **given_)):
        try:
            ask()
        except Problem as problem:
            assert problem.what.into("en") and problem.what.into("ru")


@given(st.text(max_size=20))
def test_any_text_is_an_entry_or_a_question(name):
    try:
        assert candidates(name) == (kpi(name),)
    except Problem as problem:
        assert name in str(problem)


# -- what was added, and what was once silently wrong ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("TRP", "trp"), ("TVR", "tvr"), ("телерейтинг", "tvr"), ("CPL", "cpl"), ("ROMI", "romi"), ("ROI", "roi"),
        ("ROAS", "roas"), ("SOM", "som"), ("доля рынка", "som"), ("SOS", "sos"), ("ESOV", "esov"),
        ("effective reach", "effective_reach"), ("охват 3+", "effective_reach"), ("лиды", "leads"),
    ],
)  # fmt: skip
def test_what_planners_ask_for_is_found(name, id_):
    assert kpi(name).id == id_


def test_the_new_formulas_by_hand():
    assert compute("trp", target_impressions=5_400, target_population=2_700) == 200
    assert compute("tvr", average_viewers=3_100, population=62_000) == 5
    assert compute("cpl", spend=12_000, leads=40) == 300
    assert compute("romi", margin=180_000, spend=120_000) == pytest.approx(0.5)
    assert compute("romi", margin=0, spend=120_000) == -1
    assert compute("roi", gain=150, investment=100) == pytest.approx(0.5)
    assert compute("esov", sov=0.30, som=0.22) == pytest.approx(8)
    assert compute("sos", spend=3, others_spend=9) == 0.25
    assert compute("effective_reach", effective_people=15_500, population=62_000) == 25


def test_the_new_formulas_are_solved_backwards_too():
    known = calculator({"romi": 0.5, "spend": 120_000, "esov": 8, "sov": 0.30, "trp": 200, "target_population": 2_700})
    assert known.values["margin"] == pytest.approx(180_000)
    assert known.values["som"] == pytest.approx(0.22)
    assert known.values["target_impressions"] == pytest.approx(5_400)


def test_ots_is_contacts_to_some_and_frequency_to_others():
    assert [one.id for one in candidates("OTS")] == ["impressions", "frequency"]
    with pytest.raises(Problem, match="Name the one you mean"):
        kpi("OTS")


def test_a_name_is_found_however_its_letters_are_put_together():
    apart = unicodedata.normalize("NFD", "целевой рейтинг")
    assert apart != "целевой рейтинг" and kpi(apart).id == "target_rating"


@pytest.mark.parametrize(
    "known",
    [
        {"target_audience": 180_000, "gross_audience": 100_000},
        {"target_population": 248_000, "population": 62_000},
        {"target_audience": 3_000, "target_population": 2_700},
        {"gross_audience": 63_000, "population": 62_000},
        {"effective_people": 10, "reach": 9},
        {"own_sales": 10, "market_sales": 9},
    ],
)
def test_a_part_is_no_larger_than_its_whole(known):
    with pytest.raises(Problem, match="the first cannot exceed the second"):
        calculator(known)


def test_pooling_is_one_function_and_refuses_more_who_acted_than_were_there():
    assert pooled([50, 10], [100, 1000]) == pooled_rate([(50, 100), (10, 1000)]).pooled
    with pytest.raises(Problem, match="5 of 1 cannot be"):
        pooled([5], [1])


def test_every_entry_says_where_it_is_from():
    known = {one.id for one in sources()}
    assert {one.source for one in KPIS} <= known and {one.confidence for one in KPIS} <= {"H", "M", "L"}


GOOD = """
[units]
money = { en = "money", ru = "денег" }
[inputs]
spend = { en = "spend", ru = "расходы" }
[[kpi]]
id = "cost"
name = { en = "cost", ru = "цена" }
formula = "spend / cost_of"
unit = "money"
level = "output"
confidence = "M"
[[kpi]]
id = "cost_of"
name = { en = "pieces", ru = "штуки" }
unit = "money"
level = "output"
confidence = "M"
"""


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('unit = "money"', 'unit = "roubles"', r"entry 1 \(cost\): unit is one of money"),
        ('level = "output"', 'level = "sales"', r"entry 1 \(cost\): level is one of"),
        ('confidence = "M"', "", r"entry 1 \(cost\): confidence"),
        ("spend / cost_of", "spend / pieces", "cost: its formula names pieces, which is nowhere"),
        ("spend / cost_of", "spend ** cost_of", "cost: .*cannot be read as a formula"),
        ("spend / cost_of", "spend / (", r"entry 1 \(cost\): .*cannot be read as a formula"),
        ('ru = "цена"', 'ru = ""', r"entry 1 \(cost\), name: a text is needed in both languages"),
        ('name = { en = "pieces", ru = "штуки" }', "", r"entry 2 \(cost_of\), name"),
        ('id = "cost"', 'id = "cost of"', "entry 1: it needs an id"),
        ('id = "cost_of"', 'id = "cost"', "cost: this id is there twice"),
        ('formula = "spend', 'source_of = "x"\nformula = "spend', r"entry 1 \(cost\): unknown: source_of"),
        ("[units]", "[units", r"kpi\.toml: "),
        ('unit = "money"', 'note = "cost"\nunit = "money"', "no note"),
        ('unit = "money"', 'bounds = [1.0, 0.0]\nunit = "money"', "bounds"),
    ],
)
def test_a_bad_entry_names_its_place(tmp_path, old, new, words):
    file = tmp_path / "kpi.toml"
    file.write_text(GOOD, encoding="utf-8")
    assert [one.id for one in read(file).kpis] == ["cost", "cost_of"]
    file.write_text(GOOD.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(Problem, match=words):
        read(file)
