"""A file's name out of words: one that every system takes."""

LONGEST = 60  # characters of a name


def file_name(text: str, otherwise: str) -> str:
    """A name out of a title: letters and digits of any script, dashes between."""
    kept = "".join(one if one.isalnum() else "-" for one in text.strip())
    return "-".join(filter(None, kept.split("-")))[:LONGEST].strip("-") or otherwise
