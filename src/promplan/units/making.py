"""Unit 6, Making it: pieces of content with script, storyboard, captions, rights, approvals and the days they take."""

from promplan.widgets.exercise import Loop

LOOP = Loop("06-making")
