"""Unit 8, Distribution and budget: who carries it for free, what is an advertisement, links, reach, and the money."""

from promplan.widgets.exercise import Loop

LOOP = Loop("08-distribution")
