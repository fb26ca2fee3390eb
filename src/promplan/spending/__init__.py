"""The budget as everybody counts it: what is spent, whom that reaches and how often, and which split reaches most.

Charts, rules, figures and files read these and nothing else, so that one plan has one reach wherever it is shown. No
number is invented: a channel that lacks one is left out, and `missing` says what it lacks.

| question | ask |
|---|---|
| which channels can be counted, what is missing in the others | `curves.counted(plan)`, `curves.missing(plan)` |
| whom a split reaches, how often, what that costs | `reached.reached(plan, {"H1": 30_000, …})` |
| heavy users or many: to how few half of a channel's contacts go | `heavy.heaviest(channel, money)` |
| which split reaches most people, and why no other | `best.best(plan)`, `best.judged(plan)` |
| why not all on one channel | `best.all_on_one(plan)` |
| what each total reaches; which reaches so many | `backwards.curve(plan, totals)`, `backwards.needed(plan, n)` |
| what is spent, kept back and left; who carries it unpaid | `sums.sums(plan)`, `sums.carried(plan)` |

`curves`, `reached`, `heavy` and `sums` need the standard library alone, so that rules can ask them; `best` and
`backwards` load numpy and scipy. Sums of money are in the plan's currency; reach and contacts are those of our people
(`plan.budget.people`), in the whole campaign. Net reach counts measured overlaps everywhere, the others as chance; the
proof of the best split and the rates at which more money adds people (`next`) take every overlap as chance.
"""
