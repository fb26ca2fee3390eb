"""The best split of a budget over channels, with a certificate that proves it.

    answer = split([Channel("site", Logarithm(10, 1)), Channel("radio", Logarithm(6, 1))], total=4)
    answer.by_name, answer.value, answer.certificate.words()

Every channel gets so much that the last rouble brings the same everywhere (`filling`); where a curve is not concave the
search goes on (`branching`); every answer carries a `Certificate`, and `certify` makes one for anybody's split.
Objectives:

- "sum": Σ r_i(b_i), responses that add up, such as sign-ups;
- "net_reach": 1 − Π(1 − r_i(b_i)), the share of people whom at least one channel meets, under random duplication; the
  r_i are reach fractions (`curves` says what that does to their shape).

Relies on: numpy; the curves of `promplan.media.response`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from promplan.language import say
from promplan.media import checked
from promplan.media.budget.branching import best_split
from promplan.media.budget.certificate import Bound, Certificate, Verdict, judge
from promplan.media.budget.channel import Channel, Objective, amounts_of, question

__all__ = ["Bound", "Certificate", "Channel", "Objective", "Split", "Verdict", "certify", "split"]


@dataclass(frozen=True)
class Split:
    """Who gets how much, in roubles, in the order of the channels, and the proof that nothing else brings more."""

    channels: tuple[Channel, ...]
    amounts: tuple[float, ...]
    certificate: Certificate

    @property
    def value(self) -> float:
        """What the split brings: the sum of responses, or the net reach as a fraction."""
        return self.certificate.value

    @property
    def left(self) -> float:
        """Roubles that stay unspent, because every channel stands at its maximum."""
        return self.certificate.left

    @property
    def by_name(self) -> dict[str, float]:
        """Roubles by the channels' names."""
        return {channel.name: amount for channel, amount in zip(self.channels, self.amounts, strict=True)}


def split(channels: Sequence[Channel], total: float, objective: Objective = "sum") -> Split:
    """The split of `total` over `channels` that brings most.

    Money may be left over: curves never fall, so all is spent that the maximums allow, and the rest is stated
    (`Split.left`, and a sentence of the certificate).

    Concave curves: the optimum to the accuracy of floats. Others: the optimum within 1e-10 of what is at stake, unless
    the search is exhausted; the certificate's `ceiling` and `gap` say what is proven.

    Args:
        channels: at least one.
        total: roubles, 0 or more.
        objective: "sum" or "net_reach".

    Raises:
        Problem: an empty list, two channels of one name, a total that is no number, minimums and fixed amounts above
            the total, a reach that could come to 1 or more.
    """
    channels = checked.listed(channels, Channel, say("Channels of the budget"))
    asked = question(channels, total, objective)
    best = best_split(asked.envelope, asked.spent)
    return Split(channels, tuple(best.money.tolist()), judge(asked, best.money, best))


def certify(
    channels: Sequence[Channel], amounts: Sequence[float], total: float, objective: Objective = "sum"
) -> Certificate:
    """Judge a split, whoever made it: is it possible, is it the best, and if not, what is wrong and what is missing?

    Args:
        amounts: roubles per channel, in their order; bounds and total may be broken, that is what is judged.

    Raises:
        Problem: as `split`; not one amount, 0 or more, for each channel.
    """
    asked = question(checked.listed(channels, Channel, say("Channels of the budget")), total, objective)
    given = amounts_of(amounts, asked.names)
    return judge(asked, given, best_split(asked.envelope, asked.spent))
