"""A list box whose lines break between their words: on a phone the end of a line is not cut off."""

LINES = "promplan-lines"  # the class of such a box; its style stands with the guard's, which every editor has


def breaking(words: str) -> str:
    """A line of a list box that may break between its words: ipywidgets makes every space of it a no-break one."""
    return words.replace(" ", " \u200b")
