"""What the rows of a kit's tables have in common: strict, frozen, both languages, read from `assets/cases/CASE`."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from promplan import assets, toml
from promplan.language import Problem, say
from promplan.plan.codec import explain

Text = Annotated[str, StringConstraints(min_length=1, max_length=600, pattern=r"\S")]
Told = Annotated[dict[Literal["en", "ru"], Text], Field(min_length=2)]
Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9-]*$")]
Minutes = Annotated[int, Field(ge=0, le=24 * 60)]


class Row(BaseModel):
    """A row as the file has it: nothing more, nothing less, and nothing changes it."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


Kind = TypeVar("Kind", bound=Row)


def raw(case: str, file: str) -> Mapping[str, Any]:
    """A kit's file as it stands; empty where the kit has none, as a real plant's."""
    path = assets.kit(case, f"{file}.toml")
    return toml.read(path) if path else {}


def rows(case: str, file: str, table: str, kind: type[Kind]) -> tuple[Kind, ...]:
    """The rows of one table; a `Problem` that names the row that is damaged."""
    return tuple(row(case, f"{file}.toml", one, kind) for one in raw(case, file).get(table, ()))


def row(case: str, where: str, one: Mapping[str, Any], kind: type[Kind]) -> Kind:
    """One row, checked."""
    try:
        return kind.model_validate(_fixed(one))
    except ValidationError as error:
        name = f"{where}, {one['id']}" if "id" in one else where
        raise Problem(
            say(
                "The kit “{case}” is damaged at {where}: {fault}. Correct that row, or install the course again.",
                case=case,
                where=name,
                fault=explain(error),
            )
        ) from None


def _fixed(value: Any) -> Any:
    """TOML has lists, the rows have tuples."""
    if isinstance(value, Mapping):
        return {name: _fixed(one) for name, one in value.items()}
    return tuple(_fixed(one) for one in value) if isinstance(value, list) else value
