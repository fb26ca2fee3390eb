"""What every answer shares: Jupyter's own checks, the learner's folder, JSON, and refusals in the reader's language."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from jupyter_server.base.handlers import APIHandler

from promplan import language
from promplan.language import Problem, Words, say
from promplan.server.plans import home

LARGEST = 2_000_000  # bytes of a question; the longest notebook of the course has 60,000


class Refused(Exception):
    """What was asked cannot be answered: a status and words."""

    def __init__(self, status: int, words: Words) -> None:
        super().__init__(words)
        self.status, self.words = status, words


class Handler(APIHandler):
    """Token and origin are Jupyter's matter: `APIHandler` looks at the origin, `authenticated` at the token."""

    largest = LARGEST

    def told(self, answer: Any, status: int = 200) -> None:
        """Send the answer."""
        self.set_status(status)
        self.set_header("Content-Type", "application/json")
        self.finish(json.dumps(answer, ensure_ascii=False))

    def answer(self, act: Any) -> None:
        """What `act` returns, in the reader's language; what fails in words as `{"message": …}`."""
        speech = "en"
        try:
            speech = self.spoken()
            with language.inside(speech):
                answer = act()
        except Refused as refused:
            self.told({"message": refused.words.into(speech)}, refused.status)
        except Problem as problem:
            self.told({"message": problem.what.into(speech)}, 422)
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or type(error).__name__
            why = say("That did not work: {why}", why=reason)
            self.told({"message": why.into(speech)}, 422)
        else:
            self.told(answer)

    def spoken(self) -> str:
        """The language that was asked for."""
        asked = str(self.get_query_argument("language", "en"))
        if asked not in language.LANGUAGES:
            raise Refused(400, say("The course speaks English (en) and Russian (ru), not “{name}”.", name=asked[:20]))
        return asked

    def asked(self) -> dict[str, Any]:
        """The question's own JSON."""
        if len(self.request.body) > self.largest:
            raise Refused(413, say("That is too long to be read."))
        try:
            given = json.loads(self.request.body)
        except (ValueError, RecursionError):
            given = None
        if not isinstance(given, dict):
            raise NOT_UNDERSTOOD
        return given

    @property
    def root(self) -> Path:
        """JupyterLab's own folder."""
        return Path(self.settings["server_root_dir"]).expanduser().resolve()

    def folder(self) -> Path:
        """The learner's folder of the notebook whose path was asked with."""
        try:
            found = home(self.root, self.get_query_argument("path", ""))
        except (OSError, ValueError):
            found = None
        if found is None or not found.is_dir():
            raise Refused(404, say("That folder is not there. Open a notebook of the course from the list of files."))
        return found

    def inside(self, folder: Path) -> str:
        """A folder as JupyterLab names it: its path below the root, empty for the root itself."""
        name = folder.relative_to(self.root).as_posix()
        return "" if name == "." else name


NOT_UNDERSTOOD = Refused(
    400, say("The question was not understood. Load the page again; if it stays so, install promplan again.")
)


def today() -> date:
    """The day of the checks where a plan has none of its own: this is an edge."""
    return date.today()
