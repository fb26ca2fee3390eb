"""Rating points and frequency: GRP, TRP, TVR and average frequency from contacts and people."""

from promplan.language import Problem, say
from promplan.media import checked

__all__ = ["frequency", "grp", "trp", "tvr"]


def grp(impressions: float, population: float) -> float:
    """Gross rating points, 100 · I/P = reach in per cent × frequency; above 100 when contacts repeat.

        >>> round(grp(136_694_000, 215_800_000), 1)
        63.3

    Raises:
        Problem: negative impressions or nobody in the population.
    """
    return 100 * checked.amount(impressions, say("Impressions")) / checked.above_zero(population, say("Population"))


def trp(impressions: float, target_population: float) -> float:
    """Target rating points: GRP within the target group, 100 · (contacts with the group) / (people in the group).

        >>> trp(impressions=5_400, target_population=2_700)  # the town's teenagers
        200.0

    Args:
        impressions: contacts with people of the group alone, with repetitions.
        target_population: the people of the group, in the unit of the impressions.

    Raises:
        Problem: negative impressions or nobody in the group.
    """
    people = checked.above_zero(target_population, say("People in the target group"))
    return 100 * checked.amount(impressions, say("Impressions")) / people


def tvr(viewers: float, population: float) -> float:
    """Television rating (TVR) of a programme or a minute: its average audience per hundred people; sums of it are GRP.

        >>> tvr(viewers=3_100, population=62_000)
        5.0

    Args:
        viewers: the average audience, everybody counted once.
        population: all who can watch, in the same unit.

    Raises:
        Problem: a negative audience, nobody in the population, or an audience above it.
    """
    audience, people = checked.amount(viewers, say("Viewers")), checked.above_zero(population, say("Population"))
    if audience > people:
        raise Problem(
            say(
                "{viewers} viewers are more than the {population} people there are. Check the units; a sum over "
                "several programmes is no rating but GRP.",
                viewers=audience,
                population=people,
            )
        )
    return 100 * audience / people


def frequency(impressions: float, reach: float) -> float:
    """Average frequency F = I/R, contacts per person reached, 1 or more.

        >>> round(frequency(136_694_000, 76_022_000), 2)
        1.8

    Args:
        impressions: I, contacts with repetitions.
        reach: R, different people, in the unit of the impressions.

    Raises:
        Problem: nobody is reached, or more people than impressions.
    """
    contacts = checked.amount(impressions, say("Impressions"))
    people = checked.above_zero(reach, say("Reach"))
    if people > contacts:
        raise Problem(
            say(
                "{reach} people cannot be reached by {impressions} impressions: whoever is reached is met at least "
                "once. Look whether the two were swapped or counted over different days.",
                reach=people,
                impressions=contacts,
            )
        )
    return contacts / people
