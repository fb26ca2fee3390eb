"""Unit 7, The editorial calendar: days, hours, rhythm and shares of the pieces, who answers, who stops everything."""

from promplan.widgets.exercise import Loop

LOOP = Loop("07-calendar")
