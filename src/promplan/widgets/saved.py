"""Files that an editor makes: written into a folder beside the plan, under a name that every system takes."""

from pathlib import Path

from promplan.language import Problem, say
from promplan.text.filenames import file_name

__all__ = ["file_name", "write"]


def write(home: Path, folder: str, name: str, data: bytes) -> str:
    """Write it, over what was called so before; its path as it is said.

    Raises:
        Problem: it cannot be written.
    """
    try:
        (home / folder).mkdir(exist_ok=True)
        (home / folder / name).write_bytes(data)
    except OSError as error:
        raise Problem(
            say(
                "{name} cannot be written ({reason}). Close it where it is open, and look whether the folder {folder} "
                "may be written.",
                name=name,
                reason=error.strerror or type(error).__name__,
                folder=folder,
            )
        ) from None
    return f"{folder}/{name}"
