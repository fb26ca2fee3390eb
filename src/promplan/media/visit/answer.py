"""The best plant visit: its shots and route, what it leaves out and why, and what other minutes would bring.

Every reason is computed, not guessed: by the shortest visit that takes the shot, or by solving the visit once more with
the shot forced in.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from promplan.language import Words, say, say_many
from promplan.media import checked
from promplan.media.visit.conflict import conflict
from promplan.media.visit.orienteering import Choice, choose
from promplan.media.visit.pareto import MILLIONTH
from promplan.media.visit.routing import Route, shortest
from promplan.media.visit.validation import MOST_MINUTES, Visit

__all__ = ["Best", "Missed", "Reason", "best", "worth"]

Kind = Literal["forbidden", "never", "long", "limit", "apart", "full", "idle"]


@dataclass(frozen=True)
class Missed:
    """A shot that is not taken, and why. `kind` is one of:

    - forbidden: filming is forbidden at its stop, or at that of a shot it needs;
    - never: no visit of any length takes it together with the must-haves;
    - long: even with nothing but the must-haves beside it the minutes do not suffice;
    - limit: its group has as many shots as it may have, chosen or must-haves;
    - apart: no visit of any length takes it together with the shots chosen;
    - full: the minutes do not suffice for it and the shots chosen;
    - idle: it would fit, and add nothing: its value is 0.

    `short` is how many minutes are missing for that (long, full), else None.

    >>> from promplan.media.visit import Shot, Stop, Visit, along
    >>> stops = [Stop("press"), Stop("mills")]
    >>> shots = [Shot("opening", "press", 6, value=5), Shot("sheet", "mills", 5, value=3)]
    >>> visit = Visit(20, stops, shots, along({("gate", "mills"): 4, ("mills", "press"): 3}))
    >>> missed = best(visit).missed[0]
    >>> missed.shot, missed.kind, missed.short
    ('sheet', 'full', 5)
    """

    shot: str
    kind: Kind
    why: Words
    short: int | None = None


@dataclass(frozen=True)
class Reason:
    """Why a shot is taken or not, after the visit was solved once more the other way round.

    `otherwise` is the best value the other way round; None where there is no such visit, and `why` says so. `gone` and
    `come` are the shots given up and gained then.

    >>> from promplan.media.visit import Shot, Stop, Visit, along
    >>> stops = [Stop("press"), Stop("mills")]
    >>> shots = [Shot("opening", "press", 6, value=5), Shot("sheet", "mills", 5, value=3)]
    >>> visit = Visit(20, stops, shots, along({("gate", "mills"): 4, ("mills", "press"): 3}))
    >>> print(best(visit).why("sheet").why)
    With sheet the visit is worth 3 at the most instead of 5. Given up: opening. Gained: sheet.
    """

    shot: str
    why: Words
    otherwise: float | None = None
    gone: tuple[str, ...] = ()
    come: tuple[str, ...] = ()


@dataclass(frozen=True)
class Best:
    """The visit worth most, proven: no other choice or order is worth more, and none worth as much is shorter.

    `left` are the minutes that remain until the end of the visit; `missed` are the shots that are not taken.

    >>> from promplan.media.visit import Shot, Stop, Visit, along
    >>> stops = [Stop("press"), Stop("mills")]
    >>> shots = [Shot("opening", "press", 6, value=5), Shot("sheet", "mills", 5, value=3)]
    >>> visit = Visit(20, stops, shots, along({("gate", "mills"): 4, ("mills", "press"): 3}))
    >>> best(visit).value, best(visit).left
    (5.0, 0)
    """

    visit: Visit
    route: Route
    value: float
    left: int
    missed: tuple[Missed, ...]

    def why(self, shot: str) -> Reason:
        """Why this shot is taken or not, and what the visit would be worth the other way round.

        Raises:
            Problem: an unknown shot.
        """
        checked.known(shot, self.visit.by_shot, say("Shots of the visit"))
        if shot in self.route.shots:
            return self._why_taken(shot)
        missed = next(one for one in self.missed if one.shot == shot)
        forced = choose(self.visit, must={shot}) if missed.kind in ("limit", "apart", "full") else None
        if forced is None:
            return Reason(shot, missed.why)
        value, gone, come = self._against(forced)
        values = {"shot": shot, "value": value, "best": self.value, "gone": ", ".join(gone), "come": ", ".join(come)}
        if value == self.value:
            words = say("With {shot} another visit is worth just as much. Given up: {gone}. Gained: {come}.", **values)
        else:
            words = say(
                "With {shot} the visit is worth {value} at the most instead of {best}. Given up: {gone}. "
                "Gained: {come}.",
                **values,
            )
        return Reason(shot, words, value, gone, come)

    def _why_taken(self, shot: str) -> Reason:
        if self.visit.by_shot[shot].must:
            return Reason(shot, say("{shot} is a must-have.", shot=shot))
        needing = [one.id for one in self.visit.shots if one.must and shot in self.visit.with_needs([one.id])]
        if needing:
            return Reason(
                shot, say("{shot} comes before a must-have: {needing}.", shot=shot, needing=", ".join(needing))
            )
        without = choose(self.visit, without={shot})
        assert without is not None  # the must-haves fit, and none of them needs this shot
        value, gone, come = self._against(without)
        values = {"shot": shot, "value": value, "best": self.value, "gone": ", ".join(gone), "come": ", ".join(come)}
        if value == self.value:
            words = say(
                "Without {shot} another visit is worth just as much. Given up: {gone}. Gained: {come}.", **values
            )
        elif come:
            words = say(
                "Without {shot} the visit is worth {value} at the most instead of {best}. Given up: {gone}. "
                "Gained: {come}.",
                **values,
            )
        else:
            words = say(
                "Without {shot} the visit is worth {value} at the most instead of {best}. Given up: {gone}, and "
                "nothing comes in its place.",
                **values,
            )
        return Reason(shot, words, value, gone, come)

    def _against(self, other: Choice) -> tuple[float, tuple[str, ...], tuple[str, ...]]:
        """Another choice beside this visit: its value, the shots given up and those gained."""
        here = set(self.route.shots)
        names = [shot.id for shot in self.visit.shots]
        gone = tuple(name for name in names if name in here and name not in other.shots)
        come = tuple(name for name in names if name in other.shots and name not in here)
        return other.value / MILLIONTH, gone, come


def best(visit: Visit) -> Best:
    """The choice and order of shots that is worth most in the minutes of the visit, exactly.

    Of several visits worth the same it is one of the shortest, and always the same one. Thirty shots at ten stops take
    some tenths of a second, up to three seconds where many of them wait for shots at other stops; each further stop
    doubles the time, up to fourteen.

    >>> from promplan.media.visit import Shot, Stop, Visit, along
    >>> stops = [Stop("press"), Stop("mills")]
    >>> shots = [Shot("opening", "press", 6, value=5), Shot("sheet", "mills", 5, value=3)]
    >>> visit = Visit(20, stops, shots, along({("gate", "mills"): 4, ("mills", "press"): 3}))
    >>> best(visit).route.shots
    ('opening',)

    Raises:
        Problem: must-haves that cannot all be taken, with the minutes that are missing or those that stand against
            each other; minutes that do not suffice for the way from entry to exit; a visit too large to be solved.
    """
    checked.of_kind(visit, Visit, say("The visit"))
    chosen = choose(visit)
    route = None if chosen is None else shortest(visit, chosen.shots)
    if chosen is None or route is None:
        raise conflict(visit)
    missed = (_missed(visit, route, shot.id) for shot in visit.shots if shot.id not in chosen.shots)
    return Best(visit, route, chosen.value / MILLIONTH, visit.minutes - route.minutes, tuple(missed))


def worth(visit: Visit, minutes: Iterable[int]) -> dict[int, float | None]:
    """The best value of the visit for other lengths: what would ten minutes more bring?

    Opening hours stay where they are. None where the must-haves do not fit. All lengths cost one solution, that of the
    longest.

    >>> from promplan.media.visit import Shot, Stop, Visit, along
    >>> stops = [Stop("press"), Stop("mills")]
    >>> shots = [Shot("opening", "press", 6, value=5), Shot("sheet", "mills", 5, value=3)]
    >>> visit = Visit(20, stops, shots, along({("gate", "mills"): 4, ("mills", "press"): 3}))
    >>> worth(visit, [10, 15, 20, 30])
    {10: 0.0, 15: 3.0, 20: 5.0, 30: 8.0}

    Raises:
        Problem: a length that is no whole number of minutes from 0 up, or a visit too large to be solved.
    """
    checked.of_kind(visit, Visit, say("The visit"))
    where = say("Lengths of the visit, in minutes")
    lengths = [int(one) for one in checked.numbers(minutes, where, checked.whole, ordered=False)]
    for one in lengths:
        checked.at_most(one, MOST_MINUTES, say("Minutes of the visit"))
    chosen = choose(replace(visit, minutes=max(lengths, default=0)))
    values = [-1] if chosen is None else [int(value) for value in chosen.worth]
    values += [-1] * (max(lengths, default=0) + 1 - len(values))
    return {one: values[one] / MILLIONTH if values[one] >= 0 else None for one in lengths}


def _missed(visit: Visit, route: Route, shot: str) -> Missed:
    closed = visit.closed_for(shot)
    if closed:
        place, forbidden = closed.stop, visit.by_stop[closed.stop].forbidden
        if closed.id == shot:
            words = say("No filming at {place}: {forbidden}.", place=place, forbidden=forbidden)
        else:
            words = say(
                "It comes after {other}, and there is no filming at {place}: {forbidden}.",
                other=closed.id,
                place=place,
                forbidden=forbidden,
            )
        return Missed(shot, "forbidden", words)
    beside = shortest(visit, {*route.shots, shot})
    if beside is not None and beside.minutes <= visit.minutes:
        return Missed(shot, "idle", say("It would fit, and adds nothing: its value is 0."))
    alone = shortest(visit, visit.musts | {shot})
    if alone is None:
        if over := visit.over_limit(visit.musts | visit.with_needs([shot])):
            return _over(visit, shot, over)
        if visit.musts:
            words = say(
                "This shot and the must-haves do not go together on one visit, however long: opening hours or "
                "the order of shots stand against it."
            )
        else:
            words = say(
                "This shot does not fit into a visit of any length: opening hours or the order of shots stand "
                "against it."
            )
        return Missed(shot, "never", words)
    short = alone.minutes - visit.minutes
    if short > 0:
        if visit.musts:
            words = say_many(
                "Even with nothing but the must-haves beside it, it needs {n} minute more.",
                "Even with nothing but the must-haves beside it, it needs {n} minutes more.",
                short,
            )
        else:
            words = say_many(
                "Even with nothing else on the visit, it needs {n} minute more.",
                "Even with nothing else on the visit, it needs {n} minutes more.",
                short,
            )
        return Missed(shot, "long", words, short)
    if beside is None:
        if over := visit.over_limit({*route.shots, *visit.with_needs([shot])}):
            return _over(visit, shot, over)
        words = say(
            "This shot and the shots chosen do not go together on one visit, however long: opening hours or "
            "the order of shots stand against it."
        )
        return Missed(shot, "apart", words)
    short = beside.minutes - visit.minutes
    words = say_many(
        "Beside the shots chosen it needs {n} minute more.", "Beside the shots chosen it needs {n} minutes more.", short
    )
    return Missed(shot, "full", words, short)


def _over(visit: Visit, shot: str, group: str) -> Missed:
    words = say(
        "The visit takes no more of {group}: at most {limit}, and so many are there.",
        group=group,
        limit=visit.limits[group],
    )
    return Missed(shot, "limit", words)
