"""Unit 1, From plant to facts: the brief and the fact register."""

from promplan.widgets.exercise import Loop

LOOP = Loop("01-facts")
