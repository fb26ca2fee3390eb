"""Write a file that somebody asked for: the whole of it or nothing, and words where it cannot be."""

import contextlib
from pathlib import Path

from promplan.language import Problem, say


def write(target: Path, data: bytes) -> Path:
    """`target`, now holding `data`; no half of a file is ever left. Raises `Problem` with the reason."""
    temporary = target.with_name(f".{target.name}.tmp")
    try:
        temporary.write_bytes(data)
        temporary.replace(target)
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise Problem(
            say(
                "{file} cannot be written ({reason}). Close what has it open, or choose another place.",
                file=target.name,
                reason=error.strerror or type(error).__name__,
            )
        ) from None
    return target
