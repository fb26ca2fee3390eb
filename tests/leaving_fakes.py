"""Makers of formats that are no format of ours: for tests of how files leave, not of what stands in them."""

from promplan.language import Problem, say

HEAD = b"%FAKE "


def made(told) -> bytes:
    """One file: its title, its reader, whether it is a draft, how many sections it has."""
    return HEAD + f"{told.title} {told.wanted.reader} {told.wanted.draft} {len(told.sections)}".encode()


def several(told):
    """Two files."""
    return {"first.en": HEAD + b"1", "second.ru": HEAD + b"2"}


def none(told) -> bytes:
    """There is nothing of it in the plan."""
    raise Problem(say("There is no caption to write yet."))


def faulty(told) -> bytes:
    """A fault of the maker's."""
    raise ZeroDivisionError


def is_ours(data: bytes) -> bool:
    """Is it one of these?"""
    return data.startswith(HEAD)
