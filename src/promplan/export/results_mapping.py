"""Which column of a platform's export holds what of a result: by the heads; a reader may choose otherwise.

A head is known by the label of our own forms and by the words of `assets/results_columns.toml` (`sheet_heads`). A rate
is no part of a result: its column is compared with what the counts come to, and then left (`results_rates`).
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from promplan import assets, toml
from promplan.export.sheet_heads import Heads, folded, listed, once
from promplan.language import Problem, Words, say
from promplan.plan.kpis import Result
from promplan.plan.labels import label_of

COUNTS = (
    *("impressions", "reach", "views", "engagements", "clicks"),
    *("registrations", "visits", "applications"),
)
PARTS = ("likes", "comments", "shares", "saves")  # of the engagements
MONEY = "spend"
NUMBERS = (*COUNTS, MONEY)  # what a result holds of them
# rate → what is divided, and what it might have been divided by; the first is the dictionary's own formula
RATES = {
    "rate.ctr": ("clicks", ("impressions", "reach", "views")),
    "rate.err": ("engagements", ("reach", "impressions", "views")),
    "rate.er_imp": ("engagements", ("impressions", "reach", "views")),
    "rate.vtr": ("views", ("impressions", "reach")),
    "rate.cr": ("registrations", ("clicks", "reach", "impressions")),
}
OWN: dict[str, Words] = {
    "what": say("Title or text of the post"),
    "id": say("Number of the post on the platform"),
    "link": say("Link or utm_content"),
    "time": say("Time of day"),
    "zone": say("Time zone"),
    "likes": say("Likes, reactions"),
    "comments": say("Comments"),
    "shares": say("Shares"),
    "saves": say("Saves"),
    "rate.ctr": say("CTR, to compare"),
    "rate.err": say("ERR: engagement rate by reach, to compare"),
    "rate.er_imp": say("Engagement rate by impressions, to compare"),
    "rate.vtr": say("View-through rate, to compare"),
    "rate.cr": say("Conversion rate, to compare"),
}
NAMING = ("what", "link", "id", "day")  # what a row counts; a counter's summary has nothing but the source, the channel
ABOUT = (*NAMING, "channel")  # without one of these nobody knows what a row counts


def read() -> dict[str, Any]:
    """The file of heads and of words in cells."""
    return _read()


@cache
def _read() -> dict[str, Any]:
    return toml.read(assets.folder() / "results_columns.toml")


@cache
def words(name: str) -> frozenset[str]:
    """The words of a list in the file, small."""
    return frozenset(str(one).casefold() for one in _read()["words"][name])


def names() -> dict[str, Words]:
    """Every field that a column may hold, in words."""
    labels = {one: label_of(Result.model_fields[one]) or Words(one) for one in ("channel", "day", "until", *NUMBERS)}
    first = ("what", "id", "link", "channel", "day", "until", "time", "zone")
    order = (*first, *COUNTS, *PARTS, MONEY, *RATES)
    return {one: OWN[one] if one in OWN else labels[one] for one in order}


@cache
def _heads() -> Heads:
    return Heads(_read()["heads"], names())


def score(heads: Sequence[str]) -> int:
    """How many different fields a row of heads names."""
    return _heads().score(heads)


def guessed(heads: Sequence[str]) -> dict[int, str]:
    """The field of each column, by its place; the first of two that are called alike."""
    return _heads().guessed(heads)


def unclear(heads: Sequence[str], mapping: Mapping[int, str]) -> list[str]:
    """The heads of counters that are two things on two platforms, and for which nothing was chosen."""
    known = _read()["unclear"]
    if set(known["fields"]) <= set(mapping.values()):
        return []
    names_ = {folded(one) for one in known["heads"]}
    return [head for place, head in enumerate(heads) if place not in mapping and folded(head) in names_]


def checked(heads: Sequence[str], mapping: Mapping[int, str]) -> None:
    """Raise a `Problem` where a sheet holds no results: nothing is counted in it, or nobody knows of what."""
    once(mapping, names())
    held = set(mapping.values())
    if not held & {*NUMBERS, *PARTS} and (left := unclear(heads, mapping)):
        raise Problem(two_things(left))
    if not held & {*NUMBERS, *PARTS}:
        raise Problem(
            say(
                "No column of this sheet counts anything that a plan holds: impressions, reach, clicks, registrations. "
                "Its heads are {heads}. Say which column holds which, or choose another file.",
                heads=listed(heads),
            )
        )
    if not held & {*ABOUT}:
        raise Problem(
            say(
                "Nothing in this sheet says what was counted: a column with the title, the link or the day is missing. "
                "Its heads are {heads}. Say which column holds it.",
                heads=listed(heads),
            )
        )
    for place, key in mapping.items():
        if key in (*COUNTS, *PARTS) and place < len(heads) and in_thousands(heads[place]):
            raise Problem(
                say(
                    "The column “{head}” counts in thousands, and so its numbers are rounded. Export the full numbers, "
                    "or leave this column out.",
                    head=heads[place],
                )
            )


def two_things(heads: Sequence[str]) -> Words:
    """What is said of counters that are two things on two platforms."""
    fields = names()
    return say(
        "{heads}: of a post it is how often it was shown, of a film how often it was begun, and not how often it was "
        "seen to its end. Nothing is guessed: choose “{shown}” or “{seen}” for it.",
        heads=listed(heads),
        shown=fields["impressions"],
        seen=fields["views"],
    )


def in_thousands(head: str) -> bool:
    """Does a head say that its numbers are thousands?"""
    return bool({"тыс", "тысяч", "млн", "thousand", "thousands", "million", "millions"} & set(_bare(head).split()))


def _bare(head: str) -> str:
    return folded(head.replace("(", " ").replace(")", " "))
