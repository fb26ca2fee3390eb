"""Parts of a panel as a reader finds them: by their label, not by the place where they happen to stand."""

from collections.abc import Iterator
from typing import Any

from ipywidgets import HTML, Button, Widget


def walk(part: Any) -> Iterator[Any]:
    """The panel's part and all that is inside it, in the order in which it is read."""
    yield part
    for child in getattr(part, "children", ()):
        yield from walk(child)


def field(panel: Any, label: str) -> Any:
    """The one control that carries this label; an error names the labels that there are."""
    return _only(panel, label, [one for one in walk(panel) if not isinstance(one, Button)])


def button(panel: Any, name: str) -> Any:
    """The one button of this name."""
    return _only(panel, name, [one for one in walk(panel) if isinstance(one, Button)])


def press(panel: Any, name: str) -> None:
    """Press the button of this name."""
    button(panel, name).click()


def part(panel: Any, kind: type[Widget]) -> Any:
    """The one part of this kind: a board, a guard, a list of choices."""
    found = [one for one in walk(panel) if isinstance(one, kind)]
    assert len(found) == 1, f"{len(found)} parts are a {kind.__name__}"
    return found[0]


def told(panel: Any) -> str:
    """All that the panel says at this moment, as HTML."""
    return "\n".join(one.value for one in walk(panel) if isinstance(one, HTML))


def shown(part: Any) -> bool:
    """Is it on the screen?"""
    return part.layout.display != "none"


def _only(panel: Any, label: str, parts: list[Any]) -> Any:
    labels = [str(getattr(one, "description", "")) for one in parts]
    found = [one for one, name in zip(parts, labels, strict=True) if name == label]
    assert len(found) == 1, f"{len(found)} carry the label {label!r}; there are {sorted(filter(None, labels))}"
    return found[0]
