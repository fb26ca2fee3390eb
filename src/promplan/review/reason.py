"""What counts as a reason for a warning: a sentence that a stranger could disagree with."""

from promplan.language import Problem
from promplan.plan.answers import NO_REASON, is_a_sentence
from promplan.text.substance import flaw


def accepted(reason: str) -> bool:
    """Does the reason answer its warning? One that was written into the file by hand is measured alike."""
    return is_a_sentence(reason) and flaw("sentence", reason) is None


def weigh(reason: str) -> None:
    """Refuse in words what is no reason."""
    if not accepted(reason):
        raise Problem(NO_REASON)
