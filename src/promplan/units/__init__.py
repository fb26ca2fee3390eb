"""One module a unit: its rules' hints and what starting over empties; and the questions of its lesson."""
