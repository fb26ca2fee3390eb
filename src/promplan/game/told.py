"""What a game assumes, in words: nothing in it is hidden from those who play."""

from collections.abc import Iterator

from promplan.game import assumed
from promplan.game.habits import Habit
from promplan.language import Words, say, say_many
from promplan.language import number as written
from promplan.plan.document import Plan

OURS = say("assumption, ours")


def assumptions(
    plan: Plan,
    habits: dict[str, Habit],
    names: dict[str, str],
    answers: dict[str, list[Words]],
    per: dict[str, int],
) -> Iterator[Words]:
    """Every assumption of a game.

    Args:
        habits: of each channel. names: of the channels. answers: where an audience's rates are from. per: for how many
            people one of an audience stands.
    """
    yield say("All people here are simulated. Nothing of this is a forecast, and nothing may be reported as a result.")
    for id_, one in habits.items():
        yield from _of_channel(id_, one, names[id_])
    alike: dict[str, list[str]] = {}
    for id_, told in answers.items():
        alike.setdefault(repr(told), []).append(id_)
    for ids in alike.values():
        yield say("{id}: {rates}.", id=", ".join(ids), rates=_joined(answers[ids[0]]))
    fit, rates = assumed.numbers("fit"), assumed.numbers("rates")
    yield say(
        "Attention: {n} of 100 contacts, if the piece fits and the person is fresh; each contact still remembered "
        "takes some of it. A piece for one audience fits it to {own} %, others to {others} %, a piece for nobody in "
        "particular fits everybody to {nobody} % ({ours}).",
        n=round(100 * rates["attention"]),
        own=round(100 * fit["own"]),
        others=round(100 * fit["others"]),
        nobody=round(100 * fit["nobody"]),
        ours=OURS,
    )
    yield say(
        "The money of a channel is spent in equal parts on the pieces that are still to come out there; 1,000 "
        "contacts cost what the plan says."
    )
    yield say(
        "Without any campaign {n} of 100,000 people register in a week by themselves ({ours}).",
        n=round(100_000 * assumed.numbers("anyway")["registration"]),
        ours=OURS,
    )
    counters = assumed.numbers("counters")
    yield say(
        "Counters miss some: of 100 clicks {clicks} are counted, of 100 visits {visits}; a panel of {panel} people in "
        "each audience says how many were reached ({ours}).",
        clicks=round(100 * counters["clicks"]),
        visits=round(100 * counters["visits"]),
        panel=round(counters["panel"]),
        ours=OURS,
    )
    for id_, n in per.items():
        if n > 1:
            yield say("{id}: one person who is played stands for {n}, because they are so many.", id=id_, n=n)
    yield say("Nobody is turned away: seats and hours have no limit here. People of different audiences do not talk.")
    if plan.budget.carriers:
        yield say("Those who carry the content for free are not played: put their contacts beside what you see here.")


def _of_channel(id_: str, one: Habit, name: str) -> Iterator[Words]:
    told = []
    for field, value in (("users", one.users), ("seen", one.seen)):
        share = written(round(100 * value, 2))
        said = say("by the plan") if field in one.said else OURS
        if field == "users":
            told.append(say("{n} % of those we meet there use it ({whose})", n=share, whose=said))
        else:
            told.append(say("one piece meets {n} % of them ({whose})", n=share, whose=said))
    yield say_many(
        "{id}, {name}, played as {kind}: {told}; all contacts come on the day itself ({ours}).",
        "{id}, {name}, played as {kind}: {told}; contacts come within {n} days ({ours}).",
        len(one.kind.arrival),
        id=id_,
        name=name,
        kind=one.kind.name,
        told=_joined(told),
        ours=OURS,
    )


def _joined(told: list[Words]) -> Words:
    """Sentences in one line, which waits for its language as they do."""
    found = told[0]
    for one in told[1:]:
        found = say("{one}; {other}", one=found, other=one)
    return found
