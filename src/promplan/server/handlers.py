"""What is asked over HTTP: with Jupyter's own token and origin checks, answered in JSON."""

import json
from collections.abc import Callable
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from jupyter_server.base.handlers import APIHandler
from jupyter_server.utils import url_path_join
from tornado import web

from promplan import language
from promplan.server.plans import Stamp, home, opened, stamp
from promplan.server.progress import progress
from promplan.server.verify import ours
from promplan.server.words import table

LARGEST = 2_000_000  # bytes of a question; the longest notebook of the course has 60,000


class _Handler(APIHandler):
    def told(self, answer: Any) -> None:
        """Send the answer."""
        self.set_header("Content-Type", "application/json")
        self.finish(json.dumps(answer, ensure_ascii=False))

    def spoken(self) -> str:
        """The language that was asked for; 400 for one that the course does not speak."""
        asked = self.get_query_argument("language", "en")
        if asked not in language.LANGUAGES:
            raise web.HTTPError(400, "no such language")
        return asked


class Words(_Handler):
    """The shell's own words."""

    @web.authenticated
    def get(self) -> None:
        """English to the language that was asked for."""
        self.told(table(self.spoken()))


class Verify(_Handler):
    """Is the code of an open notebook the course's own?"""

    @web.authenticated
    def post(self) -> None:
        """`{unit, language, kind, cells}`, the sources of its code cells; answers `{ours}`."""
        if len(self.request.body) > LARGEST:
            raise web.HTTPError(413, "too long")
        try:
            asked = json.loads(self.request.body)
            cells = [str(one) for one in asked["cells"]]
            answer = ours(str(asked["unit"]), str(asked["language"]), str(asked["kind"]), cells)
        except (ValueError, LookupError, TypeError):
            raise web.HTTPError(400, "not understood") from None
        self.told({"ours": answer})


class Progress(_Handler):
    """How far the team of an open notebook is."""

    @web.authenticated
    def get(self) -> None:
        """`path`, `language`, and `stamp` as it was told last: `{"same": true}` while the plan is what it was."""
        root = Path(self.settings["server_root_dir"]).expanduser()
        folder = home(root, self.get_query_argument("path", ""))
        if folder is None:
            raise web.HTTPError(404, "no such folder")
        now = stamp(folder)
        mark = f"{folder.relative_to(root.resolve()).as_posix()} {now} {self.spoken()}"
        if self.get_query_argument("stamp", "") == mark:
            self.told({"same": True})
            return
        inside = folder.relative_to(root.resolve()).as_posix()
        self.told(
            {
                "stamp": mark,
                "folder": "" if inside == "." else inside,
                **_progress(folder, now, self.spoken(), date.today()),
            }
        )


@lru_cache(8)
def _progress(folder: Path, now: Stamp, spoken: str, on: date) -> dict[str, Any]:
    with language.inside(spoken):
        plan, trouble = opened(folder)
        saved = f"{datetime.fromtimestamp(now[0] / 1e9):%H:%M}" if now and not trouble else ""
        return {**progress(plan, folder, on), "trouble": trouble, "saved": saved}


def handlers(base: str) -> list[tuple[str, Callable[..., Any]]]:
    """Every address with what answers there."""
    served = {"words": Words, "verify": Verify, "progress": Progress}
    return [(url_path_join(base, "promplan", name), one) for name, one in served.items()]
