"""Pooled rates of several posts (KPI-5): the sum of those who acted over the sum of those who were reached."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from promplan.language import Problem, say
from promplan.media import checked

__all__ = ["Rates", "pooled_rate"]


@dataclass(frozen=True)
class Rates:
    """One rate over many posts, twice: `pooled` = Σ successes / Σ n is right, `averaged` lets a tiny post shout.

    >>> rates = pooled_rate([(50, 100), (10, 1_000)])  # a post for a hundred readers, another for a thousand
    >>> print(f"{rates.pooled:.1%} of all readers acted; an average of the posts would say {rates.averaged:.1%}")
    5.5% of all readers acted; an average of the posts would say 25.5%
    """

    pooled: float
    averaged: float
    successes: int
    n: int


def pooled_rate(posts: Any) -> Rates:
    """The rate over all posts: pool, don't average (KPI-5). 50 of 100 and 10 of 1,000 are 5.45 %, not 25.5 %.

        >>> rates = pooled_rate([(50, 100), (10, 1_000)])
        >>> round(rates.pooled, 4), round(rates.averaged, 3)
        (0.0545, 0.255)

    Args:
        posts: (successes, n) of each post, n above 0: people who acted, people who were reached; a list, a mapping or
            a Series of such pairs by post, an array or a frame with just these two columns.

    Raises:
        Problem: no posts, something else than a pair, or a post with n = 0 or more successes than n; says which.
    """
    pairs = []
    for place, pair in _posts(posts):
        try:
            successes, n = _two_of(pair)
        except ValueError as wrong:  # a Problem is one, too
            raise Problem(
                say("Post {n}: a pair (successes, people) is needed, not {value}.", n=place, value=checked.shown(pair))
            ) from wrong
        try:
            pairs.append(counted(successes, n))
        except Problem as problem:
            raise Problem(say("Post {n}. {why}", n=place, why=problem.what)) from problem
    if not pairs:
        raise Problem(say("There are no posts to take a rate of. Give at least one."))
    all_successes, all_n = (sum(column) for column in zip(*pairs, strict=True))
    averaged = math.fsum(successes / n for successes, n in pairs) / len(pairs)
    return Rates(all_successes / all_n, averaged, all_successes, all_n)


def _two_of(pair: Any) -> tuple[Any, Any]:
    one, other = checked.listed(pair, object, say("Successes and people"))
    return one, other


def _posts(posts: Any) -> list[tuple[Any, Any]]:
    """The posts with what they are called: their names, or 1, 2, 3 …"""
    if getattr(posts, "ndim", 1) == 2:
        rows = posts.to_numpy().tolist() if hasattr(posts, "to_numpy") else posts.tolist()
        names = [checked.shown(name) for name in posts.index] if hasattr(posts, "to_numpy") else range(1, len(rows) + 1)
        return list(zip(names, rows, strict=True))
    if isinstance(posts, Mapping):
        return [(checked.shown(name), pair) for name, pair in posts.items()]
    return list(enumerate(checked.listed(posts, object, say("Posts")), 1))


def counted(successes: Any, n: Any) -> tuple[int, int]:
    """Successes out of n people, n above 0 and not exceeded; Problem for anything else."""
    n = checked.whole(n, say("People asked"), 1)
    successes = checked.whole(successes, say("People who said yes"))
    if successes > n:
        raise Problem(
            say(
                "{successes} of {n} cannot be: count people, not clicks, and each of them once.",
                successes=successes,
                n=n,
            )
        )
    return successes, n
