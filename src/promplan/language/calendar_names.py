"""What months and weekdays are called over a calendar's columns: whole, and as short as it goes."""

from promplan.language import say, say_in

MONTHS = (
    say("January"),
    say("February"),
    say("March"),
    say("April"),
    say("May"),
    say("June"),
    say("July"),
    say("August"),
    say("September"),
    say("October"),
    say("November"),
    say("December"),
)
SHORT_MONTHS = (
    say_in("month", "Jan"),
    say_in("month", "Feb"),
    say_in("month", "Mar"),
    say_in("month", "Apr"),
    say_in("month", "May"),
    say_in("month", "Jun"),
    say_in("month", "Jul"),
    say_in("month", "Aug"),
    say_in("month", "Sep"),
    say_in("month", "Oct"),
    say_in("month", "Nov"),
    say_in("month", "Dec"),
)
SHORT_DAYS = (
    say_in("weekday", "Mo"),
    say_in("weekday", "Tu"),
    say_in("weekday", "We"),
    say_in("weekday", "Th"),
    say_in("weekday", "Fr"),
    say_in("weekday", "Sa"),
    say_in("weekday", "Su"),
)
