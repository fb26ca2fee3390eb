"""Unit 5, The plant visit: call sheet, route, shots, people and permissions, and what came home."""

from promplan.widgets.exercise import Loop

LOOP = Loop("05-visit")
