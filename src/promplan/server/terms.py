"""The glossary for the panel's search: each word with its meaning, and the word of the other language."""

from promplan import language
from promplan.language import pick
from promplan.text.glossary import glossary


def terms() -> list[dict[str, str]]:
    """The course's terms in the interface language, in the order of the alphabet."""
    other = "en" if language.current() == "ru" else "ru"
    return [
        {
            "id": one.id,
            "word": pick(one.word),
            "other": one.word[other],
            "means": pick(one.means),
            "note": pick(one.note) if one.note else "",
        }
        for one in glossary()
    ]
