"""Unit 4, Engineering becomes art: the ideas, their posters, and the first channels."""

from promplan.widgets.exercise import Loop

LOOP = Loop("04-art")
