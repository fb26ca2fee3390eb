"""The plan's JSON Schema: every field with its type and its bounds, for programs that read or write plans."""

import json

from promplan.export.whole import Whole
from promplan.plan.document import schema

TITLE = "Plan"


def made(told: Whole) -> bytes:
    """The schema; the same for every plan of this version."""
    return (json.dumps(schema(), indent=1, ensure_ascii=False) + "\n").encode()


def is_ours(data: bytes) -> bool:
    """Are these the bytes of a plan's schema?"""
    try:
        read = json.loads(data)
    except (ValueError, RecursionError):
        return False
    return isinstance(read, dict) and read.get("title") == TITLE and "schema_version" in read.get("properties", {})
