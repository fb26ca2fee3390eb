"""Unit 9, Measurement: KPI by level, results with their intervals, questions before and after, the honest report."""

from promplan.widgets.exercise import Loop

LOOP = Loop("09-measurement")
