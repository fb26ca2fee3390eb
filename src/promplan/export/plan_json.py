"""The plan itself, as the course opens it again: the only export that carries answers, predictions and attempts."""

from promplan.export.whole import Whole
from promplan.language import Problem
from promplan.plan.codec import loads, written


def made(told: Whole) -> bytes:
    """The bytes that a plan's own file has."""
    return written(told.plan)


def is_ours(data: bytes) -> bool:
    """Can the course open these bytes as a plan?"""
    try:
        loads(data)
    except Problem:
        return False
    return True
