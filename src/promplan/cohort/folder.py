"""A workshop's folder: where everything of a cohort lies. What students gave is never changed in it, nor deleted.

```
workshop/
├── cohort.json        who takes part (people.py)
├── submissions/       what was handed in, as it came
├── collected/TEAM/N/  the N-th plan of a team that could be read: media-plan.json, plan-files/
├── collected.json     every submission: taken or refused, and why (register.py)
├── grades.sqlite      the gradebook
├── feedback/          a page for each team
├── jury/  pool/  papers/
```
"""

from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from promplan.cohort.people import Cohort
from promplan.language import Problem, say
from promplan.plan.writing import write

MOST = 5_000_000  # bytes of a cohort's file


@dataclass(frozen=True)
class Workshop:
    """The paths of a workshop."""

    root: Path

    @property
    def cohort_file(self) -> Path:
        """Who takes part."""
        return self.root / "cohort.json"

    @property
    def submissions(self) -> Path:
        """What was handed in, as it came."""
        return self.root / "submissions"

    @property
    def collected(self) -> Path:
        """The plans that could be read."""
        return self.root / "collected"

    @property
    def register(self) -> Path:
        """Every submission, taken or refused."""
        return self.root / "collected.json"

    @property
    def gradebook(self) -> Path:
        """Findings, gates, points."""
        return self.root / "grades.sqlite"

    @property
    def feedback(self) -> Path:
        """A page for each team."""
        return self.root / "feedback"

    @property
    def jury(self) -> Path:
        """The judges' sheets and the protocol."""
        return self.root / "jury"

    @property
    def pool(self) -> Path:
        """The register of young media specialists."""
        return self.root / "pool"

    @property
    def papers(self) -> Path:
        """Timetable, lists, cards, slides, handouts."""
        return self.root / "papers"

    def cohort(self) -> Cohort:
        """Who takes part.

        Raises:
            Problem: there is no such file, or it says what cannot be.
        """
        try:
            text = self.cohort_file.read_bytes()
        except FileNotFoundError:
            raise Problem(
                say(
                    "There is no cohort.json in {folder}. Make a workshop first: promplan workshop new {folder}.",
                    folder=self.root.name or ".",
                )
            ) from None
        except OSError as error:
            raise Problem(say("cohort.json cannot be read: {why}.", why=error.strerror or "")) from None
        if len(text) > MOST:
            raise Problem(say("cohort.json is larger than any cohort: is it another file?"))
        try:
            return Cohort.model_validate_json(text)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(one + 1) if isinstance(one, int) else str(one) for one in first["loc"]) or "1"
            raise Problem(say("cohort.json, {where}: {fault}", where=where, fault=first["msg"])) from None

    def save(self, cohort: Cohort) -> None:
        """Write who takes part; the file stands whole or not at all."""
        self.root.mkdir(parents=True, exist_ok=True)
        write(self.cohort_file, cohort.model_dump_json(indent=1).encode("utf-8"))
