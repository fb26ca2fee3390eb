"""Words of a plan as a tagged page can show them: nothing invisible, an empty box where the letters have no such sign.

What is cut for its length says how much, and where the rest stands.
"""

import re
from functools import cache
from typing import Any
from unicodedata import normalize

from promplan.language import say

BOX = "□"  # for a sign that the page's letters do not have
UNSEEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufe00-\ufe0f\ufeff"
    r"\ufff9-\uffff\U000e0000-\U000e0fff]"
)
STACKED = re.compile(r"([\u0300-\u036f]{2})[\u0300-\u036f]+")  # a tower of marks would leave its line
LONGEST = 1500  # signs of one text


def shown(data: Any, most: int = LONGEST) -> Any:
    """The data with every text as a page can show it."""
    if isinstance(data, dict):
        return {key: shown(one, most) for key, one in data.items()}
    if isinstance(data, list | tuple):
        return [shown(one, most) for one in data]
    if data is None or isinstance(data, bool | int | float):
        return data
    return text(str(data), most)


def text(words: str, most: int = LONGEST) -> str:
    """One text, at most so many signs of it."""
    said = cut(STACKED.sub(r"\1", UNSEEN.sub("", normalize("NFC", words).replace("\r\n", "\n"))), most)
    return said if said.isascii() else "".join(one if ord(one) in _letters() or one in "\n\t" else BOX for one in said)


def cut(words: str, most: int) -> str:
    """The beginning of a text that is too long for its place, and how much more there is."""
    if len(words) <= most:
        return words
    kept = words[:most].rstrip()
    return f"{kept}… {say('({n} more characters, in media-plan.json)', n=float(len(words) - len(kept)))}"


@cache
def _letters() -> frozenset[int]:
    """What DejaVu Sans has, regular and bold."""
    from matplotlib.font_manager import FontProperties, findfont, get_font

    fonts = (FontProperties(family="DejaVu Sans", weight=weight) for weight in ("normal", "bold"))
    regular, bold = (frozenset(get_font(findfont(one)).get_charmap()) for one in fonts)
    return regular & bold
