"""Unit 2, Goals and audiences: what should be different afterwards, for whom, and the hints of their rules."""

from promplan.language import say
from promplan.plan.document import Plan
from promplan.widgets.exercise import Loop


def _emptied(plan: Plan) -> Plan:
    new = plan.model_copy(deep=True)
    new.objectives = []
    new.audiences = []
    return new


LOOP = Loop(
    unit="02-goals",
    emptied=_emptied,
    hints={
        "OBJ-1": (
            say("How would two people who cannot stand each other agree that you have made it?"),
            say("Three fields belong together: metric, target, unit."),
        ),
        "OBJ-2": (
            say("On which day do you count, and is anybody still there to count?"),
            say("Compare Deadline with the campaign's first and last day."),
        ),
        "OBJ-3": (
            say("Thirty applications: is that much? How many come without you?"),
            say("Baseline, or the field below it: who counts what, and by which day."),
        ),
        "OBJ-4": (
            say("Read verb, baseline and target aloud as one sentence. Is it true?"),
            say("To raise and to get need a higher target, to lower a lower one, to keep the same."),
        ),
        "OBJ-5": (
            say("If you could bring the director one number only, which?"),
            say("Count the cards. Three carry a campaign of three months."),
        ),
        "OBJ-6": (
            say("Who did something afterwards that they did not do before?"),
            say("The field AMEC level: views are an output, remembering an out-take, applying an outcome."),
        ),
        "OBJ-7": (
            say("Give the metric to two teammates and the same page of statistics. Do they bring the same number?"),
            say("The field Metric: a count of people or things, or a formula such as engagements / reach."),
        ),
        "OBJ-8": (
            say("Would a post be worth more if advertising became dearer?"),
            say("Look for AVE, an advertising equivalent, a PR value in statement and metric."),
        ),
        "OBJ-9": (
            say("Of the last ten posts you saw, on how many did you click?"),
            say("The upper end of each rate in the funnel: whose count is it, and from which campaign?"),
        ),
        "OBJ-10": (
            say("It is Thursday evening, and a mother wants to bring her son. What does she do?"),
            say("Four fields: where, who answers, within how many days, how many can be taken."),
        ),
        "OBJ-11": (
            say("Go through the funnel backwards. Would the whole town have to watch?"),
            say("Divide the target by each rate, then by the frequency, and compare it with the people there are."),
        ),
        "OBJ-12": (
            say("From 20 to 25 %: is that five more, or a quarter more?"),
            say("Subtract baseline from target. If that is the number behind by, it is points."),
        ),
        "OBJ-13": (
            say("Who should do it, and what is it good for?"),
            say("Two lists to choose from, audience and aim; and a number in place of awareness."),
        ),
        "AUD-1": (
            say("How large a room would they fill?"),
            say("Two fields: how many there are, and where the number is from."),
        ),
        "AUD-2": (
            say("Think of one of them. Who is certainly not meant?"),
            say("Who they are: add a place, a class, a trade, an age."),
        ),
        "AUD-3": (
            say("Why have they not come yet, and where would you find them on a Tuesday?"),
            say("Three fields: what they are trying to get done, the barrier, the places."),
        ),
        "AUD-4": (
            say("Would a parent have to sign?"),
            say("Compare both ages with the answer to Is anybody under 18?"),
        ),
        "AUD-6": (
            say("Could the labour inspector read this sentence aloud?"),
            say("Look for a job where minors are addressed, and for men, women or years where people are wanted."),
        ),
        "AUD-7": (
            say("Who tells the town most about the plant, every evening?"),
            say("Look at Inside or outside on each card."),
        ),
        "AUD-8": (
            say("What should this audience do? If nothing, why is it here?"),
            say("Compare the ids of the cards with the audience in each objective."),
        ),
    },
)
