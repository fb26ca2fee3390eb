"""HTML from templates: one Jinja environment for the whole package, in which every word is escaped.

A template lies beside the module that fills it (`*.html.jinja`) and is named from the package's folder. Jinja loads
with the first page that somebody wants.
"""

import base64
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

BREAK = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")  # where `splitlines` breaks

if TYPE_CHECKING:
    from jinja2 import Environment


def rendered(template: str, **values: Any) -> str:
    """The HTML of a template, for example `export/page.html.jinja`."""
    return _environment().get_template(template).render(values)


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(Path(__file__).parent.parent),
        autoescape=True,
        undefined=StrictUndefined,  # a forgotten value is an error, not an empty place
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters["lined"] = _lining(made)
    made.filters["inlined"] = inlined
    made.tests["plain"] = lambda line: type(line) is str
    return made


def inlined(png: bytes) -> str:
    """A PNG as an address that stands in the page itself."""
    return f"data:image/png;base64,{base64.b64encode(png).decode()}"


def _lining(environment: "Environment") -> Callable[[object], str]:
    """The filter for words with line breaks of their own: escaped, a `<br>` for each break."""
    escape, broken = environment.filters["escape"], environment.filters["safe"]("<br>")

    def lined(value: object) -> str:
        words = str(value)
        # what `join` puts together it escapes first
        done: str = broken.join(words.splitlines()) if BREAK.search(words) else escape(words)
        return done

    return lined
