"""A number with its noun, as the language counts it: 1 person and 60 people; 21 человек, 62 человека, 1,9 раза."""

from collections.abc import Mapping, Sequence

from promplan.language import current, number, pick
from promplan.language.typesetting import HARD

Forms = Mapping[str, str | Sequence[str]]  # {en, ru}: one form for all numbers, or English 2 and Russian 3 of them

NEEDED = {"en": 2, "ru": 3}


def whole(forms: object) -> bool:
    """Is it a noun in both languages, in one form or in as many as each needs?"""
    if not isinstance(forms, Mapping):
        return False
    said = {speech: forms.get(speech) for speech in NEEDED}
    return all(
        bool(one.strip())
        if isinstance(one, str)
        else isinstance(one, Sequence) and len(one) == NEEDED[speech] and all(isinstance(it, str) and it for it in one)
        for speech, one in said.items()
    )


def counted(value: float, forms: Forms) -> str:
    """The number and the form of the noun that goes with it; a space between them at which no line breaks."""
    return f"{number(value)}{HARD}{form(value, forms)}"


def form(value: float, forms: Forms) -> str:
    """The noun alone, as it stands behind `value`; a fraction takes what two of them take in Russian."""
    said: str | Sequence[str] = pick(forms)
    if isinstance(said, str):
        return said
    found = [str(one) for one in said]
    if current() == "en":
        return found[0 if value == 1 else 1]
    if value != int(value):
        return found[1]
    ten, hundred = abs(int(value)) % 10, abs(int(value)) % 100
    if ten == 1 and hundred != 11:
        return found[0]
    return found[1] if 2 <= ten <= 4 and not 12 <= hundred <= 14 else found[2]
