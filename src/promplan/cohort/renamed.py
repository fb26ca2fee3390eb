"""A plan whose team cohort.json did not know when it came, and knows now: it moves to where it belongs."""

from pathlib import Path

from promplan.cohort.folder import Workshop
from promplan.cohort.keep import NOTE, home, next_number
from promplan.cohort.people import Cohort
from promplan.cohort.register import Register, Taken
from promplan.cohort.whose import MADE, named
from promplan.language import Problem, say
from promplan.plan.writing import write


def rename(workshop: Workshop, register: Register, cohort: Cohort) -> None:
    """Give the plans of strangers to the teams that bear their names now.

    The note in the folder is written first, then the folder moves: killed in between, the next run does it again.

    Raises:
        Problem: the disk refuses.
    """
    moved: dict[Path, Taken] = {}
    for place, one in enumerate(register.taken):
        team = named(one.called, cohort) if one.team.startswith(MADE) and not cohort.team(one.team) else None
        if team is None:
            continue
        before = home(workshop, one)
        first = moved.get(before)
        new = one.model_copy(
            update={
                "team": team.id,
                "n": first.n if first else next_number(workshop, team.id, register.taken),
                "cleaned": [note for note in one.cleaned if one.team not in note],
            }
        )
        if first is None:
            _move(before, home(workshop, new), new)
            moved[before] = new
        register.taken[place] = new


def _move(before: Path, after: Path, new: Taken) -> None:
    try:
        after.parent.mkdir(parents=True, exist_ok=True)
        write(before / NOTE, new.model_dump_json(indent=1).encode("utf-8"))
        before.rename(after)
        if not any(before.parent.iterdir()):
            before.parent.rmdir()
    except OSError as error:
        raise Problem(
            say(
                "{team}'s plan cannot be moved to its team's folder ({reason}). Close what has it open, then collect "
                "again.",
                team=new.called or new.team,
                reason=error.strerror or type(error).__name__,
            )
        ) from None
