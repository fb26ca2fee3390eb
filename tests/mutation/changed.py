"""A changed module in a running process: its functions get their new code, or it is imported anew with its tests."""

import gc
import importlib.abc
import importlib.machinery
import sys
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

IN_A_FUNCTION = 0x1  # CO_OPTIMIZED: neither a module's own code nor a class's


def in_place(file: str, source: str) -> bool:
    """Give every living function of the file its changed code; False where more than functions' code changed."""
    old, new = (compile(text, file, "exec") for text in (Path(file).read_text(encoding="utf-8"), source))
    try:
        changed = list(_changed(old, new))
    except ValueError:
        return False
    living: dict[tuple[str, int], list[FunctionType]] = {}
    for one in gc.get_objects():
        if isinstance(one, FunctionType) and one.__code__.co_filename == file:
            living.setdefault((one.__code__.co_qualname, one.__code__.co_firstlineno), []).append(one)
    reached = False
    for before, after in changed:
        for one in living.get((before.co_qualname, before.co_firstlineno), ()):
            one.__code__ = after
            reached = True
    return reached


def _changed(old: CodeType, new: CodeType) -> Iterator[tuple[CodeType, CodeType]]:
    """The functions whose code differs, outer and inner ones; ValueError if anything else does."""
    if old == new:
        return
    inner = [[one for one in code.co_consts if isinstance(one, CodeType)] for code in (old, new)]
    if len(inner[0]) != len(inner[1]):
        raise ValueError("another number of functions")
    if old.co_flags & IN_A_FUNCTION:
        yield old, new
    elif _own(old) != _own(new):
        raise ValueError("what runs when the module is imported")
    for before, after in zip(*inner, strict=True):
        yield from _changed(before, after)


def _own(code: CodeType) -> tuple[Any, ...]:
    plain = tuple((type(one), one) for one in code.co_consts if not isinstance(one, CodeType))
    return code.co_code, code.co_names, code.co_varnames, plain


class Changed(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Imports one module from another source; to all others it is the same file in the same place."""

    def __init__(self, name: str, file: str, source: str) -> None:
        self.name, self.file, self.source = name, file, source

    def find_spec(self, name: str, path: Any, target: Any = None) -> Any:
        """The changed module's specification."""
        if name != self.name:
            return None
        package = [str(Path(self.file).parent)] if self.file.endswith("__init__.py") else None
        spec = importlib.machinery.ModuleSpec(name, self, origin=self.file, is_package=package is not None)
        spec.has_location = True
        spec.submodule_search_locations = package
        return spec

    def exec_module(self, module: Any) -> None:
        """Run the changed source as the module."""
        exec(compile(self.source, self.file, "exec"), module.__dict__)


def anew(file: str, source: str, root: Path) -> None:
    """Forget the package and its tests, so that all is imported once more, the changed module from its new source."""
    for name, module in list(sys.modules.items()):
        place = getattr(module, "__file__", None) or ""
        if place.startswith((str(root / "src"), str(root / "tests"))) and "/mutation/" not in place:
            del sys.modules[name]
    parts = Path(file).relative_to(root / "src").with_suffix("").parts
    name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    sys.meta_path.insert(0, Changed(name, file, source))
