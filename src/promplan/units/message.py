"""Unit 3, Message: the message house and the hard questions."""

from promplan.widgets.exercise import Loop

LOOP = Loop("03-message")
