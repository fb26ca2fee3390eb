"""promplan: a workshop course that teaches students to plan media content for industry.

`import promplan as pp` is all that a notebook needs. Nothing heavy loads here: what a name stands for is
imported when the name is first used (`promplan.names` is the table).
"""

from importlib import import_module
from typing import Any

from promplan.extras import needed
from promplan.names import NAMES
from promplan.versioned import VERSION, Unknown

__version__ = VERSION


def __getattr__(name: str) -> Any:
    if name in ("figures", "media"):
        return import_module(f"promplan.{name}")
    if name not in NAMES:
        raise Unknown("pp.{}", name, NAMES)
    module, _, attribute = NAMES[name].where.partition(":")
    with needed():
        if NAMES[name].given:
            from promplan.session import handed

            return handed(name)
        return getattr(import_module(module), attribute)


def __dir__() -> list[str]:
    return sorted([*NAMES, "figures", "media", "__version__"])
