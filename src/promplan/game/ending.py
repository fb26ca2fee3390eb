"""How much there is to play: until which week anybody meets anything, what is thin about it, how to get more."""

from collections.abc import Iterator, Sequence

from promplan.days.placed import WEEK
from promplan.game.begun import Begun
from promplan.game.stand import Out
from promplan.language import Words, say, say_many

FEW = 4  # pieces below which there is hardly anything to decide
OFTEN = 3  # one week of so many has a piece that comes out, or the game is thin
MORE = say(
    "For a longer game write more pieces (unit 6) and give each a channel and a day within the campaign, for example "
    "on the calendar board (unit 7)."
)


def last_week(game: Begun, outs: Sequence[Out]) -> int:
    """The last week in which anybody still meets what came out: after it every week would be empty."""
    arrival = {one.name: len(one.arrival) for one in game.channels}
    day = max((one.day + arrival[one.channel] - 1 for one in outs), default=0)
    return min(game.weeks, day // WEEK + 1)


def sold(game: Begun) -> list[str]:
    """The channels on which money buys contacts."""
    return [one for one in game.names if game.price[one] is not None]


def thin(game: Begun, outs: Sequence[Out], pieces: int) -> Iterator[Words]:
    """What is missing for a game with something to decide in it, and how to get more; nothing where there is enough.

    Args:
        outs: what comes out. pieces: how many the plan has, played or not.
    """
    busy, last = len({one.day // WEEK for one in outs}), last_week(game, outs)
    n = len(game.pieces)
    if n < min(FEW, game.weeks) or busy * OFTEN < game.weeks:
        yield say_many(
            "There is little to play: {n} piece of content has a channel and a day within the campaign. Weeks in which "
            "something comes out: {busy} of {weeks}.",
            "There is little to play: {n} pieces of content have a channel and a day within the campaign. Weeks in "
            "which something comes out: {busy} of {weeks}.",
            n,
            busy=busy,
            weeks=game.weeks,
        )
        if last < game.weeks:
            yield say("After week {week} nobody would meet anything any more, so the game ends there.", week=last)
        yield MORE
        if pieces > n:
            yield say("Your plan has more pieces: below, under “Left out of the game”, stands what each of them lacks.")
    if not any(game.money[one] for one in sold(game)):
        yield say(
            "No channel on which these pieces come out has both money and a price of 1,000 contacts, so there is no "
            "money to decide about. Write both among the channels (unit 8)."
        )


def ended(week: int, weeks: int) -> Words:
    """Why a game is over before the campaign is."""
    return say_many(
        "After week {week} nothing more comes out, and what was out is met by nobody any more. {n} week would be "
        "empty, so the game ends here. With more pieces, each with a channel and a day after that week (units 6 and "
        "7), it goes on.",
        "After week {week} nothing more comes out, and what was out is met by nobody any more. {n} weeks would be "
        "empty, so the game ends here. With more pieces, each with a channel and a day after that week (units 6 and "
        "7), it goes on.",
        weeks - week,
        week=week,
    )
