"""The build hook: compile the catalogue of the interface, so that an installed package speaks Russian without Babel."""

import importlib.util
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PO = "src/promplan/locale/ru/promplan.po"


class CompiledCatalogue(BuildHookInterface):
    """Put promplan.mo, which the repository does not hold, into the wheel, or in its place for an editable install."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        spec = importlib.util.spec_from_file_location("compiling", root / "src/promplan/language/compiling.py")
        compiling = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(compiling)
        po = root / PO
        try:
            binary = compiling.compiled_bytes(po)
        except ImportError:
            if version != "editable":
                raise
            return  # a checkout compiles it when it is needed
        if not compiling.write(po.with_suffix(".mo"), binary) and version != "editable":
            raise OSError(f"{po.with_suffix('.mo')} cannot be written")
        build_data["artifacts"].append(f"/{PO.removesuffix('.po')}.mo")
