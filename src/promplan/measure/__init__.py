"""Numbers, units and days as people write them, in both languages: read, compared, and written back.

`unit.read` understands a unit, `registry` converts it, `said` finds the numbers of a sentence, `written` puts a
number beside its unit in the forms of the language, `days` reads a date.
"""
