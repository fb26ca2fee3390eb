"""A deck of chance: a cleared fact of the register × a form × a feeling. The same plan draws the same cards."""

import random
from collections import Counter
from dataclasses import dataclass
from typing import get_args

from promplan.language import Words, say_in
from promplan.plan import letters
from promplan.plan.document import Plan
from promplan.plan.enterprise import Fact
from promplan.plan.ideas import Form
from promplan.review.message import may_be_said

TRIES = 200  # draws that are looked at for one that is new
FORMS: tuple[Form, ...] = tuple(one for one in get_args(Form) if one)
FEELINGS: tuple[Words, ...] = (
    say_in("feeling", "pride"),
    say_in("feeling", "calm"),
    say_in("feeling", "surprise"),
    say_in("feeling", "wonder"),
    say_in("feeling", "curiosity"),
    say_in("feeling", "tenderness"),
    say_in("feeling", "joy"),
    say_in("feeling", "trust"),
    say_in("feeling", "excitement"),
    say_in("feeling", "belonging"),
)


@dataclass(frozen=True)
class Card:
    """Three things that met by chance."""

    fact: Fact
    form: Form
    feeling: Words


def drawn(plan: Plan, turn: int) -> tuple[Card | None, int]:
    """The card of this turn, and the turn after it; None where no fact may be said yet.

    A fact on which fewer ideas stand comes first, and no fact meets the same form twice while there are others.
    """
    facts = [one for one in plan.enterprise.facts if may_be_said(one, letters.today(plan))]
    if not facts:
        return None, turn
    used = Counter(id_ for idea in plan.ideas for id_ in idea.facts)
    least = min(used[one.id] for one in facts)
    rare = [one for one in facts if used[one.id] == least]
    met = {(id_, idea.form) for idea in plan.ideas for id_ in idea.facts}
    card = None
    for n in range(turn, turn + TRIES):
        chance = random.Random(f"{plan.meta.plan_id}/{n}")
        card = Card(chance.choice(rare), chance.choice(FORMS), chance.choice(FEELINGS))
        if (card.fact.id, card.form) not in met:
            return card, n + 1
    return card, turn + TRIES
