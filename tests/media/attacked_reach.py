"""Valid calls of reach, duplication, response, budget, experiment, KPI and funnel, to be spoilt by `attack`."""

from media.attack import Call

from promplan.media import bibliography, formula, kpi, kpi_checks, kpi_dictionary, kpi_names
from promplan.media.accumulation import Beta, beta_binomial, hofmans, hofmans_alpha
from promplan.media.budget import Channel, budget_curve, budget_for, certify, split
from promplan.media.duplication import agostini, duplication, metheringham
from promplan.media.experiment import (
    difference,
    feasible,
    minimum_detectable,
    pooled_rate,
    power,
    sample_size,
    wilson,
)
from promplan.media.funnel import Need, backward, reach, with_rate_halved
from promplan.media.impressions import NBD, negative_binomial
from promplan.media.overlap import incremental_reach, net_bounds, pooled
from promplan.media.paired import Paired, before_after, mcnemar, paired_difference
from promplan.media.reach import (
    Distribution,
    binomial,
    combined,
    effective_reach,
    frequency,
    grp,
    poisson,
    random_reach,
    sainsbury,
    trp,
    tvr,
)
from promplan.media.reach_curves import capped_reach, grp_for_reach, insertions_for_reach, reach_at, reach_curve
from promplan.media.response import (
    Exponential,
    GammaPoisson,
    Hill,
    Logarithm,
    Root,
    adstock_lightweight,
    adstock_meridian,
    adstock_pymc,
    adstock_robyn,
    half_life,
    robyn_hill,
)

AUDIENCES = {"vk": 30.0, "tg": 25.0, "ok": 10.0}
SHARED = {("vk", "tg"): 12.0, ("tg", "ok"): 9.0, ("vk", "ok"): 5.0}
MATRIX = [[15.0, 12.0, 5.0], [12.0, 10.0, 9.0], [5.0, 9.0, 9.5]]
MET = Distribution((0.4, 0.3, 0.2, 0.1))
CHANNELS = [
    Channel("vk", Hill(10.0, 5.0, 2.0), 1.0, 8.0),
    Channel("tg", Exponential(0.6, 3.0)),
    Channel("ok", Root(0.1)),
]
REACHES = [Channel("vk", Hill(0.5, 5.0, 2.0)), Channel("tg", Exponential(0.6, 3.0), fixed=2.0)]
CURVES = {"Exponential": Exponential, "Root": Root, "Logarithm": Logarithm, "Hill": Hill}

EXAMPLES = [
    Call("reach.Distribution", Distribution, ((0.4, 0.3, 0.2, 0.1),)),
    Call("reach.Distribution, a list", Distribution, ([0.4, 0.3, 0.2, 0.1],)),
    Call("reach.Distribution.at_least", lambda m: MET.at_least(m), (2,)),
    Call("reach.Distribution.capped", lambda m: MET.capped(m).as_rows(), (2,)),
    Call("reach.sainsbury", sainsbury, ([0.3, 0.4, 0.2], [1, 2, 0])),
    Call("reach.sainsbury, named", sainsbury, ({"vk": 0.3, "tg": 0.2}, {"tg": 1, "vk": 2})),
    Call("reach.random_reach", random_reach, ([0.3, 0.4], [1, 2]), {"factor": 0.95}),
    Call("reach.binomial", binomial, ([0.3, 0.4], [1, 2])),
    Call("reach.poisson", poisson, (300.0, 100.0)),
    Call("reach.combined", combined, ({"tv": MET, "digital": MET},)),
    Call("reach.combined, a list", combined, ([MET, MET],)),
    Call("reach.effective_reach", effective_reach, (MET,)),
    Call("ratings.grp", grp, (120_000, 400_000)),
    Call("ratings.trp", trp, (5_400, 2_700)),
    Call("ratings.tvr", tvr, (3_100, 62_000)),
    Call("ratings.frequency", frequency, (120_000, 40_000)),
    Call("accumulation.Beta", Beta, (0.08, 0.72)),
    Call("accumulation.Beta.from_reach", Beta.from_reach, (0.10, 0.14)),
    Call("accumulation.Beta.over", lambda alpha, beta, n: Beta(alpha, beta).over(n), (0.3, 1.0, 5)),
    Call("accumulation.Beta.reach", lambda alpha, beta, n: Beta(alpha, beta).reach(n), (0.3, 1.0, 5)),
    Call("accumulation.beta_binomial", beta_binomial, (0.5, 0.55, 5)),
    Call("accumulation.hofmans", hofmans, (0.3, 0.42, 0.5, 4)),
    Call("accumulation.hofmans_alpha", hofmans_alpha, (0.3, 0.42, 0.5)),
    Call("impressions.NBD", NBD, (1.0, 0.3)),
    Call("impressions.NBD.from_reach", NBD.from_reach, (0.2, 0.14)),
    Call("impressions.NBD.from_two", NBD.from_two, (0.10, 0.14)),
    Call("impressions.NBD.at", lambda mean, shape, grp: NBD(mean, shape).at(grp=grp).reach, (1.0, 0.3, 200)),
    Call("impressions.NBD.at_least", lambda mean, shape, m: NBD(mean, shape).at_least(m), (1.0, 0.3, 3)),
    Call("impressions.NBD.first", lambda mean, shape, n: NBD(mean, shape).first(n), (1.0, 0.3, 3)),
    Call("impressions.NBD.distribution", lambda mean, shape: NBD(mean, shape).distribution(), (1.0, 0.3)),
    Call("impressions.negative_binomial", negative_binomial, (300, 100, 0.6)),
    Call("reach_curves.reach_curve", reach_curve, ([100, 200], NBD(1.0, 0.3)), {"effective": 3}),
    Call("reach_curves.reach_curve, at random", reach_curve, ([100, 200],)),
    Call("reach_curves.reach_curve, insertions", reach_curve, ([1, 5], Beta(0.08, 0.72))),
    Call("reach_curves.reach_at", reach_at, (5, 0.2)),
    Call("reach_curves.grp_for_reach", grp_for_reach, (0.6, NBD(1.0, 0.5))),
    Call("reach_curves.insertions_for_reach", insertions_for_reach, (0.25, Beta(0.08, 0.72))),
    Call("reach_curves.insertions_for_reach, random", insertions_for_reach, (0.6, 0.2)),
    Call("reach_curves.capped_reach", capped_reach, (200, 4, NBD(1.0, 0.3))),
    Call("duplication.agostini", agostini, (AUDIENCES, SHARED, 100, 1.125)),
    Call("duplication.duplication", duplication, (30_000, 25_000, 43_000, 62_000)),
    Call("duplication.metheringham", metheringham, ([30.0, 25.0, 10.0], [2, 1, 3], MATRIX, 100)),
    Call(
        "duplication.metheringham, named",
        metheringham,
        (AUDIENCES, {"vk": 2, "tg": 1, "ok": 0}, {**SHARED, ("vk", "vk"): 15.0}, 100),
    ),
    Call("overlap.pooled", pooled, (AUDIENCES, 100, SHARED)),
    Call("overlap.pooled, numbers", pooled, ([30, 25], 100, {(1, 2): 12})),
    Call("overlap.pooled, matrix", pooled, ([30, 25, 10], 100, MATRIX)),
    Call("overlap.incremental_reach", incremental_reach, (AUDIENCES, 100, SHARED)),
    Call("overlap.net_bounds", net_bounds, (AUDIENCES, 100, {("vk", "tg"): 10.0}, SHARED)),
    *(Call(f"response.{name}", kind, (10.0, 5.0)[: 1 if kind is Root else 2]) for name, kind in CURVES.items()),
    *(
        Call(f"response.{name}.{what}", lambda b, curve=curve, what=what: getattr(curve, what)(b), (b,))
        for name, curve in (
            ("Exponential", Exponential(10.0, 5.0)),
            ("GammaPoisson", GammaPoisson(10.0, 5.0, 0.3, 1.0)),
            ("Hill", Hill(10.0, 5.0, 2.0)),
            ("Root", Root(2.0)),
        )
        for what, b in (("value", 3.0), ("marginal", [1.0, 2.0]), ("money_for", 4.0))
    ),
    Call("response.GammaPoisson", GammaPoisson, (10.0, 5.0, 0.3, 1.0)),
    Call("response.Exponential, free", Exponential, (10.0, 5.0, 1.0)),
    Call("response.Hill, gentle", lambda slope, b: Hill(10.0, 5.0, slope).marginal(b), (0.5, 3.0)),
    Call("response.robyn_hill", robyn_hill, ([100, 200, 50], 2, 0.5)),
    Call("adstock.adstock_robyn", adstock_robyn, ([100, 0, 0], 0.5)),
    Call("adstock.adstock_lightweight", adstock_lightweight, ([100, 0, 0], 0.5)),
    Call("adstock.adstock_meridian", adstock_meridian, ([100, 0, 0], 0.5, 2)),
    Call("adstock.adstock_pymc", adstock_pymc, ([100, 0, 0], 0.5, 2, True)),
    Call("adstock.half_life", half_life, (0.5,)),
    Call("budget.channel.Channel", Channel, ("vk", Hill(10.0, 5.0, 2.0), 1.0, 8.0, 3.0)),
    Call("budget.split", split, (CHANNELS, 9.0), {"objective": "sum"}),
    Call("budget.split, net reach", split, (REACHES, 9.0, "net_reach")),
    Call("budget.split, words", lambda channels, total: split(channels, total).words(), (CHANNELS, 9.0)),
    Call("budget.certify", certify, (CHANNELS, [4.0, 3.0, 2.0], 9.0, "sum")),
    Call("budget.certify, named", certify, (CHANNELS, {"tg": 4.0, "vk": 3.0, "ok": 2.0}, 9.0)),
    Call("budget.budget_curve", budget_curve, (REACHES, [3.0, 9.0], "net_reach")),
    Call("budget.budget_for", budget_for, (REACHES, 0.4, "net_reach")),
    Call("experiment.sample_size", sample_size, (0.2, 0.25), {"power": 0.8, "alpha": 0.05, "two_sided": True}),
    Call("experiment.power", power, (100, 0.2, 0.25), {"alpha": 0.05, "pooled": True}),
    Call("experiment.minimum_detectable", minimum_detectable, (100, 0.2), {"power": 0.8, "alpha": 0.05, "rise": True}),
    Call("experiment.feasible", feasible, (100, 400, 2)),
    Call("experiment.wilson", wilson, (81, 263, 0.95)),
    Call("experiment.difference", difference, (56, 70, 48, 80, 0.95)),
    Call("pooling.pooled_rate", pooled_rate, ([(50, 100), (10, 1_000)],)),
    Call("pooling.pooled_rate, named", pooled_rate, ({"first": [50, 100], "second": [10, 1_000]},)),
    Call("paired.Paired", Paired, (9, 8, 2, 21)),
    Call("paired.paired_difference", paired_difference, (9, 8, 2, 21, 0.95, "newcombe")),
    Call("paired.paired_difference, Tango", paired_difference, (9, 8, 2, 21, 0.95, "tango")),
    Call("paired.before_after", before_after, ([True, False, True], [1, 1, 0])),
    Call("paired.before_after, by person", before_after, ({"Anya": 0, "Vera": 1}, {"Vera": 1, "Anya": 1})),
    Call("paired.mcnemar", mcnemar, (16, 6)),
    Call("kpi_names.kpi", kpi_names.kpi, ("TRP",)),
    Call("kpi_names.candidates", kpi_names.candidates, ("ER",)),
    Call("kpi_names.levels", kpi_names.levels),
    Call("kpi.compute", kpi.compute, ("ctr",), {"clicks": 900, "impressions": 150_000}),
    Call("kpi.calculator", kpi.calculator, ({"cpm": 80, "spend": 12_000, "frequency": 3}, 0.01)),
    Call("kpi_checks.identities", kpi_checks.identities, ({"reach_percent": 60, "frequency": 4, "grp": 320}, 0.01)),
    Call("kpi.pooled", kpi.pooled, ([50, 10], [100, 1_000])),
    Call("kpi_dictionary.dictionary", kpi_dictionary.dictionary),
    Call("formula.inputs", formula.inputs, ("clicks / impressions",)),
    Call("formula.value", formula.value, ("clicks / impressions", {"clicks": 900, "impressions": 150_000})),
    Call("formula.solved", formula.solved, ("clicks", "clicks / impressions", 0.006, {"impressions": 150_000})),
    Call("funnel.backward", backward, (12, [(0.4, 0.4), (0.15, 0.25)])),
    Call("funnel.reach", reach, (Need(300_000.0, 500_000.0), 5)),
    Call("funnel.with_rate_halved", with_rate_halved, ([(0.4, 0.4), (0.15, 0.25)], 1)),
    Call("bibliography.sources", bibliography.sources, ("agostini-1961",)),
    Call("bibliography.verified_cases", bibliography.verified_cases),
]
