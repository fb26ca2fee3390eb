"""Translation memory: where the English changed, the old Russian is kept, marked fuzzy, until somebody replaces it.

A cell is found again by its id. A sentence of the interface has no id: among those that are gone the likest is taken,
first from its own file. Only new sentences are compared with gone ones, so that a build never waits for it.
"""

from collections.abc import Iterable
from difflib import SequenceMatcher

from babel.messages.catalog import Catalog, Message

HERE, ELSEWHERE = 0.6, 0.8  # how like a sentence must be to one that is gone from its own file, or from another
MOST = 20_000  # pairs that are compared: some five seconds


def first(id_: str | list[str] | tuple[str, ...]) -> str:
    """A message's English, the singular if it counts."""
    return id_ if isinstance(id_, str) else id_[0]


def add(new: Catalog, old: Message | None, id_: str | tuple[str, str], context: str, files: Iterable[str] = ()) -> None:
    """Add a message with the translation that `old` had, fuzzy if that was made for another English."""
    previous = [] if old is None else _ids(old.previous_id if old.fuzzy and old.previous_id else old.id)
    same = old is not None and (old.id == id_ if not (old.fuzzy and old.previous_id) else previous == _ids(id_))
    words = "" if old is None else _string(old, plural=not isinstance(id_, str), plurals=new.num_plurals)
    fuzzy = bool(old is not None and any(words) and (not same or (old.fuzzy and not old.previous_id)))
    new.add(
        id_,
        words,
        context=context or None,
        locations=[(file, 0) for file in files],
        flags=["fuzzy"] if fuzzy else (),
        user_comments=old.user_comments if old is not None else (),
        previous_id=tuple(previous) if fuzzy and not same else (),
    )


def _ids(id_: str | list[str] | tuple[str, ...]) -> list[str]:
    return [id_] if isinstance(id_, str) else list(id_)


def _string(old: Message, *, plural: bool, plurals: int) -> str | tuple[str, ...]:
    """The old translation in as many forms as the new message has."""
    if isinstance(old.string, str) or not old.string:
        return (str(old.string or ""),) * plurals if plural else str(old.string or "")
    return tuple(old.string) if plural else str(old.string[-1])


def trusted(old: Message) -> Message:
    """The message under the English that its translation was made for: what is gone carries no mark."""
    ids = _ids(old.previous_id if old.fuzzy and old.previous_id else old.id)
    words = _string(old, plural=len(ids) > 1, plurals=3)
    return Message(ids[0] if len(ids) == 1 else tuple(ids), words, user_comments=old.user_comments, context=old.context)


def nearest(id_: str | tuple[str, str], files: Iterable[str], gone: list[Message]) -> Message | None:
    """The message among those gone that this one most likely was."""
    text, here = first(id_), set(files)
    matcher = SequenceMatcher(None, "", text, autojunk=False)
    best, ratio = None, 0.0
    for one in gone:
        least = max(ratio, HERE if here & {file for file, _ in one.locations} else ELSEWHERE)
        matcher.set_seq1(first(one.previous_id or one.id if one.fuzzy else one.id))
        if matcher.real_quick_ratio() > least and matcher.quick_ratio() > least and matcher.ratio() > least:
            best, ratio = one, matcher.ratio()
    return best
