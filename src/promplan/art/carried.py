"""A drawing as JSON, for the browser and for a file, and back; or as JSON beside one block of numbers."""

from typing import Any

import numpy as np

from promplan.art.geometry import Area, Circle, Drawing, Label, Line, Mark, Points
from promplan.language import Problem, say

KINDS: dict[str, type[Mark]] = {"line": Line, "area": Area, "circle": Circle, "label": Label}
NAMES = {kind: name for name, kind in KINDS.items()}
PLACES = 2  # decimals: a hundredth of a thousandth of the sheet's width, of a millimetre, of a pixel


def data(drawing: Drawing) -> dict[str, Any]:
    """The drawing as plain values: points as x, y, x, y …, null where the pen is lifted."""
    return {**_sheet(drawing), "marks": [{**_plain(one), **_listed(one)} for one in drawing.marks]}


def packed(drawing: Drawing) -> tuple[dict[str, Any], bytes]:
    """The same with the points outside: each mark says `at` and `n`, counted in points of two little-endian float32.

    NaN lifts the pen there. 100,000 points are 0.8 MB and travel as they are.
    """
    marks, blocks, at = [], [], 0
    for one in drawing.marks:
        said = _plain(one)
        if isinstance(one, Line | Area):
            said |= {"at": at, "n": len(one.points)}
            at += len(one.points)
            blocks.append(one.points)
        marks.append(said)
    block = np.concatenate(blocks).astype("<f4").tobytes() if blocks else b""
    return {**_sheet(drawing), "marks": marks}, block


def read(given: Any) -> Drawing:
    """A drawing from what `data` gave.

    Raises:
        Problem: it is not one.
    """
    try:
        marks = [_mark(dict(one)) for one in given["marks"]]
        sheet = {name: given[name] for name in ("width", "height", "unit", "bleed", "ground")}
        return Drawing(tuple(marks), **sheet)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise Problem(
            say("This is no drawing that the course has made: {reason}. Make it again from its data.", reason=error)
        ) from None


def _sheet(drawing: Drawing) -> dict[str, Any]:
    return {name: getattr(drawing, name) for name in ("width", "height", "unit", "bleed", "ground")}


def _plain(mark: Mark) -> dict[str, Any]:
    """All but the points; lengths rounded."""
    said: dict[str, Any] = {"kind": NAMES[type(mark)]}
    for name, value in vars(mark).items():
        if name != "points":
            said[name] = round(value, PLACES) if isinstance(value, float) and name != "value" else value
    return said


def _listed(mark: Mark) -> dict[str, Any]:
    if not isinstance(mark, Line | Area):
        return {}
    flat = np.round(mark.points, PLACES).ravel()
    if not np.isnan(flat).any():
        return {"points": flat.tolist()}
    return {"points": [None if one != one else one for one in flat.tolist()]}


def _mark(said: dict[str, Any]) -> Mark:
    kind = KINDS[said.pop("kind")]
    if "points" in said:
        said["points"] = _array(said["points"])
    return kind(**said)


def _array(flat: list[float | None]) -> Points:
    found: Points = np.array([np.nan if one is None else one for one in flat], dtype=np.float64).reshape(-1, 2)
    return found
