"""The planning maths: numbers in, numbers out. Knows no plan and no screen, reads no clock.

| question | module |
|---|---|
| how many people a schedule reaches, and how often | `reach`, with `duplication`, `accumulation`, `overlap` |
| what money brings, and how it is best split | `response`, `budget` |
| when each piece of content comes out | `slots` |
| which shots to take on one visit | `visit` |
| what a delay does to publishing | `network` |
| how many contacts a test needs, what a difference is worth | `experiment` |
| which formula, unit and level a KPI has | `kpi` |
| what a campaign might bring, person by person | `simulate` |
| which reach an objective needs | `funnel` |
| professional days, working days | `dates` |

The closed forms need the standard library alone; `budget`, `slots`, `visit` and `simulate` load numpy, `slots` scipy.
Bad input is a `ValueError` (`promplan.language.Problem`) that says what, where and what to do.

Where a docstring names a classic (Agostini 1961, Metheringham 1964, Newcombe 1998 …), the formula was checked against
published numbers or recomputed by hand; volume and pages are cited from memory, the originals were not at hand.
"""
