"""A fault of promplan's own: one sentence, an exit code that means nothing else, the traceback in a file."""

import os
import sys
import tempfile
import traceback
from pathlib import Path

from promplan.cli.words import complain
from promplan.language import say
from promplan.versioned import VERSION

CODE = 70  # what BSD's sysexits calls an internal software error
DEBUG = "PROMPLAN_DEBUG"


def report(error: Exception, debug: bool) -> int:
    """Say that it is not the user's fault and where the traceback is; returns the exit code."""
    told = "".join(traceback.format_exception(error))
    kind = type(error).__name__
    if debug:
        sys.stderr.write(told)
        complain(say("This is a fault of promplan ({kind}), not of yours.", kind=kind))
        return CODE
    if file := _kept(told):
        complain(
            say(
                "This is a fault of promplan ({kind}), not of yours. Please give this file to whoever gave you the "
                "course: {file}. It says what happened and where.",
                kind=kind,
                file=str(file),
            )
        )
    else:
        complain(
            say(
                "This is a fault of promplan ({kind}), not of yours. Run the command once more with {debug}=1 set and "
                "give what it says to whoever gave you the course.",
                kind=kind,
                debug=DEBUG,
            )
        )
    return CODE


def _kept(told: str) -> Path | None:
    """The traceback in a new file of the temporary folder; none where there is no room for it."""
    head = f"promplan {VERSION}, Python {sys.version}, {sys.platform}\n{' '.join(sys.argv[1:])}\n\n"
    try:
        handle, name = tempfile.mkstemp(prefix="promplan-fault-", suffix=".txt")
        with os.fdopen(handle, "wb") as stream:
            stream.write((head + told).encode("utf-8", "backslashreplace"))
    except OSError:
        return None
    return Path(name)
