"""The calendar as everybody counts it: the days that matter, who publishes what on which day, and how much that is.

Boards, rules, figures and files read these and nothing else, so that one week has one load wherever it is shown.
"""
