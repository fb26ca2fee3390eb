"""Heavy users told apart from many users: to how many people half of a channel's contacts go."""

from promplan.media.impressions import NBD
from promplan.spending.curves import HEAVIEST, Counted
from promplan.spending.reached import ALIKE

HALF = 0.5
LONGEST = 20_000  # contacts of one person: so far the heaviest are looked for


def heaviest(channel: Counted, money: float) -> float | None:
    """The fewest people who together have half of the channel's contacts with so much money.

    None where it has none, or more than can be (`promplan.spending.reached` says so).

    Contacts are spread over its users as `promplan.media.impressions.NBD` spreads them. Of those who have as many
    contacts as the last person taken, as large a part is taken as is needed.
    """
    mean = channel.contacts(money) / channel.users
    if not 0 < mean <= HEAVIEST:
        return None
    spread, size = NBD(mean, channel.alike or ALIKE), 64
    while True:
        below, light = 0.0, 0.0  # contacts, and people, up to here: the lightest first
        for contacts, share in enumerate(spread.first(size)):
            if below + contacts * share >= HALF * mean:
                part = (HALF * mean - below) / contacts
                return channel.users * max(0.0, 1 - light - part)
            below, light = below + contacts * share, light + share
        if size >= LONGEST:
            return None
        size *= 4
