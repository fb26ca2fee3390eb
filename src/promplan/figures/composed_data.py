"""The data that a poster is made of: a file of the case's kit, or one that lies beside the plan, and its columns."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path

from promplan.art.columns import Table
from promplan.art.recipe import NO_DATA, Drawn, suggested
from promplan.art.table import read
from promplan.language import Problem, say
from promplan.plan import poster
from promplan.plan.document import Attachment, Plan


def table(plan: Plan, data: poster.Data, kit: Iterable[Path], own: Callable[[Attachment], bytes]) -> Table | None:
    """The data of a recipe; None where none are chosen.

    Args:
        kit: the tables of the plan's case. own: the bytes of a file beside the plan.

    Raises:
        Problem: the file is not there, or cannot be read as a table.
    """
    if data.attachment:
        one = next((it for it in plan.attachments if it.id == data.attachment), None)
        if one is None:
            raise Problem(say("The file {id} is in the plan no more. Choose another.", id=data.attachment))
        return _own(one.sha256, own(one))
    if not data.file:
        return None
    found = next((it for it in kit if it.name == data.file), None)
    if found is None:
        raise Problem(say("This plant has no file {name}. Choose one of its own.", name=data.file))
    return _read(found)


def drawn(form: str, data: poster.Data, found: Table | None) -> Drawn:
    """The columns as the recipe has them; as they are tried first where it has none yet.

    Raises:
        Problem: a column of the recipe is not in the file: another one is drawn only when somebody chooses it.
    """
    if found is None or form in NO_DATA:
        return Drawn()
    if not data.values:
        return suggested(form, found)
    known = {one.name for one in found.columns}
    for name in (*data.values, data.along, *data.each):
        if name and name not in known:
            raise Problem(
                say(
                    "The poster was made of the column {name}, and this file has none of that name; nothing is drawn. "
                    "Choose another column: {known}.",
                    name=name[:60],
                    known=", ".join(one.name for one in found.columns)[:300],
                )
            )
    return Drawn(tuple(data.values), data.along, tuple(data.each))


@lru_cache(16)
def _read(path: Path) -> Table:
    return read(path.read_bytes())


@lru_cache(4)
def _own(digest: str, data: bytes) -> Table:
    return read(data)
