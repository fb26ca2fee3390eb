"""The texts of the message that rules read, each with the object that a finding about it names."""

from promplan.plan.document import Plan
from promplan.text.substance import blank

Texts = list[tuple[str, str]]


def house(plan: Plan) -> Texts:
    """Umbrella and pillars, as far as they are written."""
    message = plan.message
    return _written([("message", message.umbrella), *((one.id, one.statement) for one in message.pillars)])


def called(plan: Plan) -> Texts:
    """The call to action."""
    return _written([("message", plan.message.call)])


def answers(plan: Plan) -> Texts:
    """What is answered to the hard questions."""
    return _written([(one.id, one.answer) for one in plan.message.questions])


def questions(plan: Plan) -> Texts:
    """The hard questions themselves: they are other people's words."""
    return _written([(one.id, one.question) for one in plan.message.questions])


def _written(texts: Texts) -> Texts:
    return [(where, text) for where, text in texts if not blank(text)]
