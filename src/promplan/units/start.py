"""Unit 0, Start here: the team and its plant."""

from promplan.widgets.exercise import Loop

LOOP = Loop("00-start")
