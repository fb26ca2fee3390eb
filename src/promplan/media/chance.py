"""Seeded random numbers by name: the same bits for the same person, question and seed, on every machine.

A stream of 64-bit words belongs to every question that chance answers ("does item P3 meet the pupils?"), and person
number i reads word i of it. So a person's luck depends neither on how many people are drawn at once nor on what else
is asked: one more post in a plan leaves all other meetings as they were, and two plans can be compared on the same
people. The stream is PCG64 [oneill-2014], seeded by a `SeedSequence` whose spawn key is a digest of the question's
name, and jumped ahead to the first person asked for. NumPy promises that these raw words never change (NEP 19); it
promises no such thing for its distributions, so the simulation draws none: it only compares words with thresholds.
"""

import hashlib

import numpy as np
from numpy.typing import NDArray

from promplan.language import Problem, say
from promplan.media import checked

__all__ = ["WORD", "threshold", "words"]

WORD = 2**32  # half a word of 64 bits: two chances of 32 bits in each
MOST_WORDS = 10**8  # at once


def words(seed: int, question: tuple[str | int, ...], start: int, size: int) -> NDArray[np.uint64]:
    """The words of the people `start` to `start + size` in the stream of `question`: one of 64 bits for each.

    Numbers are told from names: ("P3", 1) and ("P3", "1") are two questions.

    >>> [int(word % 100) for word in words(1, ("meeting", "P3"), 0, 3)]
    [24, 51, 56]

    Raises:
        Problem: a seed, start or size that is no whole number from 0 on, or a size beyond `MOST_WORDS`.
    """
    seed, start = checked.whole(seed, say("Seed")), checked.whole(start, say("The first person"))
    size = checked.whole(size, say("People at once"))
    checked.at_most(size, MOST_WORDS, say("People at once"))
    asked = say("The question that chance answers")
    for part in checked.of_kind(question, tuple, asked):
        checked.whole(part, asked) if isinstance(part, int) else checked.of_kind(part, str, asked)
    name = hashlib.blake2b(repr(question).encode(), digest_size=16).digest()
    source = np.random.PCG64(np.random.SeedSequence(seed, spawn_key=(int.from_bytes(name, "little"),)))
    source.advance(start)
    # the whole range is asked for, so that each number is one raw word; unlike `random_raw` it lets other threads run
    return np.random.Generator(source).integers(0, 2**64 - 1, size, dtype=np.uint64, endpoint=True)


def threshold(chance: NDArray[np.float64]) -> NDArray[np.uint32]:
    """The limit below which half a word falls with that chance, exact to 2^-32.

    >>> int(threshold(np.array([0.25]))[0]) == WORD // 4
    True
    """
    of_floats = (
        isinstance(chance, np.ndarray) and chance.dtype.kind == "f" and bool(((chance >= 0) & (chance <= 1)).all())
    )
    if not of_floats:
        raise Problem(say("Chances are an array of numbers from 0 to 1, not {value}.", value=checked.shown(chance)))
    return np.minimum(np.rint(chance * WORD), WORD - 1).astype(np.uint32)
