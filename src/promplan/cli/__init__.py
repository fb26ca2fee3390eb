"""The command line: words in, words out, and exit codes that a script can use.

0 clean · 1 the review found something open, or a generated file is stale · 2 the plan or the call cannot be read ·
70 a fault of promplan's own · 130 interrupted · 141 nobody reads the output any more.
"""

import sys

from promplan.extras import lacking
from promplan.language import Problem


def main() -> None:
    """Run the command; whatever goes wrong is a sentence with an exit code, a missing package too."""
    try:
        from promplan.cli.app import app
    except ModuleNotFoundError as error:
        problem = lacking(error)
        if not isinstance(problem, Problem):
            raise
        print(problem, file=sys.stderr)
        sys.exit(2)
    app(prog_name="promplan")
