"""The planning maths: numbers in, numbers out. Knows no plan and no screen, reads no clock.

Where a docstring names a classic (Agostini 1961, Metheringham 1964, Newcombe 1998 …), the formula was checked against
published numbers or recomputed by hand; volume and pages are cited from memory, the originals were not at hand.
"""
