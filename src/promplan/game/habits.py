"""How the users of a channel meet what stands there, from the plan's numbers or the assumed ones, as a `Beta`.

Of an audience the share u uses the channel, and a user's chance of meeting one piece follows Beta(k, k (1 - m) / m),
k being how alike people use it and m the mean. Non-users have the chance 0. The game's habit is the one Beta with the
same reach after one and after two pieces, u m and 2 u m - u E p².
"""

from dataclasses import dataclass

from promplan.game.assumed import Kind, kinds
from promplan.media.accumulation import Beta
from promplan.media.population import LARGEST, SMALLEST
from promplan.plan.channels import PlannedChannel

LEAST, MOST = 1e-3, 0.98  # of a share: nobody and everybody have no spread of habits


@dataclass(frozen=True)
class Habit:
    """A channel's habit, and which of its numbers the plan says: `users`, `seen`, `alike`."""

    beta: Beta
    kind: Kind
    users: float
    seen: float
    said: tuple[str, ...]


def kind_of(channel: PlannedChannel) -> Kind:
    """The kind of a channel: by its entry in the list of channels, else by what it says of itself."""
    if channel.media == "paid":
        return next(one for one in kinds() if "paid" in one.media)
    by_id = next((one for one in kinds() if channel.channel and channel.channel in one.channels), None)
    return by_id or next(one for one in kinds() if channel.media in one.media)


def habit(channel: PlannedChannel, people: int, pieces: int) -> Habit:
    """The habit of an audience of `people` on a channel on which so many pieces come out."""
    kind, money = kind_of(channel), channel.money
    said: list[str] = []
    users, seen, alike = kind.users, kind.seen, kind.alike
    if money.users is not None and people:
        users, said = money.users / people, [*said, "users"]
    users = min(MOST, max(LEAST, users))
    if money.free and pieces and channel.media != "paid":
        seen, said = money.free / (users * people * pieces), [*said, "seen"]
    seen = min(MOST, max(LEAST, seen))
    if money.alike is not None:
        alike, said = money.alike, [*said, "alike"]
    other = alike * (1 - seen) / seen
    once = users * seen
    twice = users * (alike * (alike + 1)) / ((alike + other) * (alike + other + 1))  # u E p²
    return Habit(_within(Beta.from_reach(once, 2 * once - twice)), kind, users, seen, tuple(said))


def _within(beta: Beta) -> Beta:
    """The habit with its mean, as alike as the simulation takes it."""
    least, most = min(beta.alpha, beta.beta), max(beta.alpha, beta.beta)
    times = max(1.0, SMALLEST / least) * min(1.0, LARGEST / most)
    return Beta(beta.alpha * times, beta.beta * times)
