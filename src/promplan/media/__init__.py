"""The planning maths: numbers in, numbers out. Knows no plan and no screen, reads no clock.

    from promplan.media import pooled_reach, optimize_budget, wilson_interval

| question | names |
|---|---|
| how many people a schedule reaches, and how often | `sainsbury`, `beta_binomial`, `NBD`, `grp`, `trp` |
| which GRP, insertions or money a reach takes | `reach_curve`, `grp_for_reach`, `budget_curve`, `budget_for` |
| how many people several channels reach together | `pooled_reach`, `incremental_reach`, `combined` |
| what money brings, and how it is best split | `GammaPoisson`, `Hill`, `adstock_robyn`, `optimize_budget` |
| when each piece of content comes out | `schedule_posts` |
| which shots to take on one visit | `plan_visit` |
| what a delay does to publishing | `critical_path` |
| how many contacts a test needs, what a difference is worth | `sample_size`, `wilson_interval`, `paired_difference` |
| which formula, unit and level a KPI has | `find_kpi`, `compute_kpi`, `derive_kpis` |
| what a campaign might bring, person by person | `simulate_campaign` |
| which reach an objective needs | `backward_funnel` |
| professional days, working days | `professional_days`, `working_days` |
| where a formula is from | `sources`, `verified_cases` |

Every name of the table below can be imported from here; a module is loaded when one of its names is first asked for.
The closed forms need the standard library alone; `budget`, `slots`, `visit` and `simulate` load numpy and scipy.
Bad input is a `ValueError` (`promplan.language.Problem`) that says what, where and what to do.
Where a docstring cites a source, [agostini-1961], it is a row of `sources()`, which says what of it was seen.
"""

from importlib import import_module
from typing import Any

# name here -> module: name there, where it is another. Three Channels, two Items and two Responses get names of their
# own, and what nobody would search for (split, place, best, worth, along) is called by what it does. No name is that of
# a module: whichever of the two were loaded last would be what the name means.
_NAMES = {
    # reach and frequency
    "AMIC": "reach",
    "Distribution": "reach",
    "average_frequency": "ratings:frequency",
    "binomial": "reach",
    "combined": "reach",
    "effective_reach": "reach",
    "grp": "ratings",
    "poisson": "reach",
    "random_reach": "reach",
    "sainsbury": "reach",
    "trp": "ratings",
    "tvr": "ratings",
    "Beta": "accumulation",
    "beta_binomial": "accumulation",
    "hofmans": "accumulation",
    "hofmans_alpha": "accumulation",
    "NBD": "impressions",
    "negative_binomial": "impressions",
    "capped_reach": "reach_curves",
    "grp_for_reach": "reach_curves",
    "insertions_for_reach": "reach_curves",
    "reach_at": "reach_curves",
    "reach_curve": "reach_curves",
    # duplication and net reach
    "Metheringham": "duplication",
    "agostini": "duplication",
    "audience_duplication": "duplication:duplication",
    "metheringham": "duplication",
    "Incremental": "overlap",
    "Pooled": "overlap",
    "incremental_reach": "overlap",
    "net_bounds": "overlap",
    "pooled_reach": "overlap:pooled",
    # money
    "Exponential": "response",
    "GammaPoisson": "response",
    "Hill": "response",
    "Logarithm": "response",
    "Root": "response",
    "adstock_lightweight": "adstock",
    "adstock_meridian": "adstock",
    "adstock_pymc": "adstock",
    "adstock_robyn": "adstock",
    "adstock_half_life": "adstock:half_life",
    "robyn_hill": "response",
    "BudgetChannel": "budget:Channel",
    "Certificate": "budget",
    "Split": "budget",
    "budget_curve": "budget",
    "budget_for": "budget",
    "certify_budget": "budget:certify",
    "optimize_budget": "budget:split",
    # tests and surveys
    "Interval": "experiment",
    "difference_interval": "experiment:difference",
    "feasible": "experiment",
    "minimum_detectable": "experiment",
    "pooled_rate": "pooling",
    "power": "experiment",
    "sample_size": "experiment",
    "wilson_interval": "experiment:wilson",
    "McNemar": "paired",
    "Paired": "paired",
    "before_after": "paired",
    "mcnemar": "paired",
    "paired_difference": "paired",
    # KPI
    "Kpi": "kpi",
    "check_kpis": "kpi:identities",
    "compute_kpi": "kpi:compute",
    "derive_kpis": "kpi:calculator",
    "find_kpi": "kpi:kpi",
    "kpi_candidates": "kpi:candidates",
    "kpi_levels": "kpi:levels",
    "Need": "funnel",
    "backward_funnel": "funnel:backward",
    "funnel_reach": "funnel:reach",
    # time and place
    "Placement": "slots",
    "PostRules": "slots:Rules",
    "SlotChannel": "slots:Channel",
    "SlotItem": "slots:Item",
    "schedule_posts": "slots:place",
    "usual_penalties": "slots:usual",
    "Shot": "visit",
    "Stop": "visit",
    "Visit": "visit",
    "fastest_ways": "visit:along",
    "plan_visit": "visit:best",
    "shortest_tour": "visit:shortest",
    "worth_of_minutes": "visit:worth",
    "Task": "network",
    "critical_path": "network",
    "task_schedule": "network:schedule",
    "dated_schedule": "network:dated",
    "slip_effect": "network:slip",
    "add_working_days": "workdays",
    "is_working_day": "workdays:is_working",
    "professional_days": "dates:between",
    "working_calendar": "workdays",
    "working_days": "workdays",
    # simulation
    "Campaign": "campaign",
    "CampaignChannel": "campaign:Channel",
    "CampaignItem": "campaign:Item",
    "PeopleResponse": "population:Response",
    "Segment": "population",
    "simulate_campaign": "simulate:simulate",
    "Counters": "measured",
    "measured_outcome": "measured:measured",
    "expected_outcome": "expected:expected",
    # sources
    "Case": "bibliography",
    "Source": "bibliography",
    "sources": "bibliography",
    "verified_cases": "bibliography",
}

_MODULES = frozenset(target.partition(":")[0] for target in _NAMES.values())
__all__ = sorted(_NAMES)


def __getattr__(name: str) -> Any:
    if name in _NAMES:
        module, _, there = _NAMES[name].partition(":")
        return getattr(import_module(f"{__name__}.{module}"), there or name)
    if name in _MODULES:
        return import_module(f"{__name__}.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*__all__, *_MODULES})
