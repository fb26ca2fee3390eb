"""Unit 2, Goals and audiences: objectives and audiences."""

from promplan.widgets.exercise import Loop

LOOP = Loop("02-goals")
