"""Which kinds of number an invented plant's own facts are of."""

from functools import cache

from promplan import assets, toml


@cache
def numbers_of(case: str) -> frozenset[str]:
    """The ids of those kinds; none for a plant that the course does not bring."""
    file = assets.kit(case, "facts.toml")
    if file is None:
        return frozenset()
    return frozenset(one["quantity"] for one in toml.read(file).get("fact", ()) if one.get("quantity"))
