"""A plain yes or a plain no in somebody's own words: "No, because …", «Согласовано», "ok". All else is neither.

The words are dated data in `assets/words.toml`. A yes with any word besides is none: a condition in it would be lost.
A no may go on with its reason; one that goes on with "but" or "only" is another answer.
"""

import re
from dataclasses import dataclass
from typing import Literal

from promplan.text.listed import phrases

MARKS = ' .,;:!…()«»“”"–—-'
STOP = re.compile(r"\s*(?:$|[,;:!…(–—]|\.(?!\s?\d)|-(?!\w))")


@dataclass(frozen=True)
class Reply:
    """Yes or no, and the reason that stands behind a no."""

    state: Literal["yes", "no"]
    reason: str = ""


def replied(text: str) -> Reply | None:
    """What a plain answer says; None for a question, a condition, a doubt and whatever else is not understood.

    >>> replied("No, because it is a trade secret")
    Reply(state='no', reason='because it is a trade secret')
    >>> replied("yes, if you blur the screen")
    """
    text = " ".join(text.split())
    if "?" in text:
        return None
    if _is_yes(text):
        return Reply("yes")
    begun = phrases("reply-no").match(text)
    if begun is None:
        return None
    rest = text[begun.end() :]
    reason = rest.lstrip(MARKS.replace("(", ""))
    because = phrases("reply-because").match(reason)
    if because is None and (STOP.match(rest) is None or _turned(rest)):
        return None
    return Reply("no", reason if because is None or reason[because.end() :].strip(MARKS) else "")


def _is_yes(text: str) -> bool:
    """Is it made of words of yes and of courtesy alone, with a yes first?"""
    if phrases("reply-yes").match(text) is None:
        return False
    return not phrases("reply-polite").sub(" ", phrases("reply-yes").sub(" ", text)).strip(MARKS)


def _turned(rest: str) -> bool:
    """Does it go on to something else: a condition, an exception, a yes?"""
    return any(phrases(kind).search(rest) for kind in ("reply-turned", "reply-yes"))
