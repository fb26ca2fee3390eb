"""Chance by name: the same number for the same plan, round and question on every machine and in every process."""

import hashlib

import numpy as np

from promplan.media.chance import words
from promplan.plan.document import Plan

WHOLE = 2.0**64


def number(*question: object) -> int:
    """A number of 48 bits that stands for a question."""
    text = "\x1f".join(map(str, question)).encode()
    return int.from_bytes(hashlib.blake2b(text, digest_size=8).digest(), "big") >> 16


def seed(plan: Plan) -> int:
    """The seed of a plan's game: of its id and of how often it was begun anew."""
    return number("campaign game", plan.meta.plan_id, plan.measurement.game.round)


def chain(seed: int, question: tuple[str | int, ...], people: int, shares: tuple[float, ...]) -> tuple[int, ...]:
    """Of so many people, how many take the first step, of these the second, and so on; each person has one luck."""
    if people <= 0:
        return tuple(0 for _ in shares)
    luck = words(seed, question, 0, people) / WHOLE
    limits = np.cumprod(shares)
    return tuple(int(np.count_nonzero(luck < one)) for one in limits)
