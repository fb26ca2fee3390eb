"""Unit 10, Pitch and portfolio: one decision asked for, three minutes, the own plan graded, the plan handed over."""

from promplan.widgets.exercise import Loop

LOOP = Loop("10-pitch")
