"""The plan as JSON text: reading that refuses what could harm or mislead, writing that is always the same.

pydantic's own reader accepts duplicate keys and 50 MB of anything (measured), so the text is looked at first.
"""

import json
import re
from typing import Any, NoReturn

from pydantic import ValidationError
from pydantic_core import PydanticSerializationError

from promplan.language import Problem, Words, say
from promplan.plan.document import Plan
from promplan.plan.migrations import migrate

LIMIT = 1_000_000  # bytes
DEPTH = 40
TEXT = re.compile(r'"(?:[^"\\]++|\\.)*+(?:"|\\?\Z)', re.DOTALL)  # one that is not closed goes on to the end
BRACKET = re.compile(r"[\[\]{}]")


def dumps(plan: Plan) -> bytes:
    """The plan as UTF-8 JSON, one field on a line, so that two copies can be compared by eye."""
    return (plan.model_dump_json(indent=1) + "\n").encode()


def checked(plan: Plan) -> Plan:
    """A plan that anything may have been done to, once every value in it is allowed; raises `Problem`."""
    try:
        type(plan).model_validate_json(written(plan))
    except ValidationError as error:
        raise Problem(explain(error)) from None
    return plan


def written(plan: Plan) -> bytes:
    """A plan of allowed values as `dumps` writes it; `Problem` where it would be too large to be opened again."""
    try:
        text = dumps(plan)
    except (PydanticSerializationError, UnicodeError):
        raise Problem(
            say("A text has half a character in it, as when an emoji is cut in two. Delete it and type it again.")
        ) from None
    if len(text) > LIMIT:
        raise Problem(
            say(
                "With this the plan would have {size} bytes, and it may have {limit}: it could not be opened again. "
                "Shorten texts or remove what you no longer need.",
                size=len(text),
                limit=LIMIT,
            )
        )
    return text


def loads(text: bytes) -> Plan:
    """The plan in `text`; raises `Problem` that names the place and the remedy."""
    if len(text) > LIMIT:
        raise Problem(
            say(
                "The plan's file has {size} bytes and a plan has at most {limit}. "
                "Pictures and sound belong beside the plan, not in it.",
                size=len(text),
                limit=LIMIT,
            )
        )
    raw = _parse(text)
    try:
        return Plan.model_validate_json(json.dumps(migrate(raw)))
    except ValidationError as error:
        raise Problem(explain(error)) from None


def _parse(text: bytes) -> dict[str, Any]:
    try:
        string = text.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Problem(
            say(
                "The plan's file is not UTF-8 text (byte {place}). Open the newest file in plan-backups.",
                place=error.start,
            )
        ) from None
    if _too_deep(string):
        raise Problem(
            say(
                "The plan's file is nested more than {depth} levels deep: no plan is. Open a backup.",
                depth=DEPTH,
            )
        )
    try:
        raw = json.loads(string, object_pairs_hook=_once_each, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise Problem(
            say(
                "The plan's file breaks off or is damaged at line {line}, column {column}. "
                "Open the newest file in plan-backups.",
                line=error.lineno,
                column=error.colno,
            )
        ) from None
    except Problem:
        raise
    except ValueError:  # json refuses whole numbers of more than 4,300 digits
        raise Problem(say("The plan's file has a number with thousands of digits. Open a backup.")) from None
    if not isinstance(raw, dict):
        raise Problem(say("This file is not a media plan. Choose the file media-plan.json of your team."))
    return raw


def _too_deep(string: str) -> bool:
    if string.count("[") + string.count("{") <= DEPTH:
        return False
    depth = 0
    for sign in BRACKET.findall(TEXT.sub("", string)):
        depth += 1 if sign in "[{" else -1
        if depth > DEPTH:
            return True
    return False


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise Problem(
            say(
                'The plan\'s file has "{name}" twice in one place. Keep the right one, delete the other.',
                name=twice,
            )
        )
    return found


def _no_constant(name: str) -> NoReturn:
    raise Problem(say("The plan's file has {name} where a number belongs. Write a number or null.", name=name))


def explain(error: ValidationError) -> Words:
    """The first fault of a plan that does not validate: where, what, what to do (by pydantic's error type)."""
    first = error.errors(include_url=False)[0]
    return say("{place}: {fault}", place=place(first["loc"]), fault=fault(first["type"], first.get("ctx") or {}))


def place(location: tuple[int | str, ...]) -> str:
    """A location in the plan as a reader would say it: `enterprise.facts[3].value`."""
    path = ""
    for step in location:
        path += f"[{step + 1}]" if isinstance(step, int) else f".{step}"
    return path.lstrip(".") or "plan"


def fault(kind: str, context: dict[str, Any]) -> Words:
    """What is wrong with a value and what to do, from pydantic's error `type` and its context."""
    match kind:
        case "extra_forbidden":
            return say("the plan has no such field; remove it, or update the course if a newer one wrote it")
        case "missing":
            return say("this field is missing; add it")
        case "float_type" | "int_type" | "float_parsing" | "int_parsing" | "int_from_float":
            return say("a number belongs here, without quotes or words")
        case "finite_number":
            return say("a finite number belongs here, not NaN or infinity")
        case "string_type":
            return say("a text belongs here, in quotes")
        case "string_too_long":
            return say("the text is longer than {limit} characters; shorten it", limit=context.get("max_length"))
        case "string_pattern_mismatch":
            return say("this is not an id; ids look like F12 or M3")
        case "too_long":
            return say("the list has more than {limit} entries; remove some", limit=context.get("max_length"))
        case "greater_than_equal":
            return say("the smallest value allowed is {limit}", limit=context.get("ge"))
        case "less_than_equal":
            return say("the largest value allowed is {limit}", limit=context.get("le"))
        case "literal_error" | "enum":
            return say("only these are allowed: {choices}", choices=context.get("expected"))
        case "date_type" | "date_parsing" | "date_from_datetime_parsing" | "date_from_datetime_inexact":
            return say("a date belongs here, written as 2026-10-31")
        case _:
            return say("this value does not belong here ({kind})", kind=kind)
