"""The units of the course: one module a unit with its exercise loop; and the quiz questions of its lesson."""
