"""What a build complains about: a fault, or a translation that is only waited for."""


class Waiting(str):
    """A translation that is missing or older than its English: nothing is wrong with the course meanwhile.

    Whoever writes no Russian may leave it; the gate does not (`promplan build --check --strict`).
    """

    __slots__ = ()


def severe(trouble: list[str], *, strict: bool = False) -> bool:
    """Is anything among these troubles that must be mended before the course is right, or with `strict` at all?"""
    return any(strict or not isinstance(one, Waiting) for one in trouble)
