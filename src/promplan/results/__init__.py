"""What the campaign's numbers say, counted once for rules, figures and widgets: sums, pooled rates, KPI and targets.

What was measured, what is from before and what was simulated are three heaps, and never one sum.

| question | name |
|---|---|
| what was counted, by piece, channel, time | `totals` in `promplan.results.totals` |
| which rates follow, with their intervals | `rates`, `steps` in `promplan.results.rates` |
| is a KPI reached, missed, or can nobody tell | `answered`, `answers` in `promplan.results.answers` |
| is an objective reached | `objectives_answered` in `promplan.results.objectives` |
| which KPI stand at which level | `by_level` in `promplan.results.levels` |
| how many people a test of two versions needs | `needed_curve` in `promplan.results.needed` |
"""
