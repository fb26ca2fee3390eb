"""A page set by typst from a template in the assets: offline, the same bytes for the same words.

The words reach the template as JSON, so that none of them can become a command.
"""

import datetime
import json
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, Literal

from promplan import assets, extras

NO_SIGN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")  # no letter of anybody's language


def printed(template: str, data: Any, standards: Sequence[Literal["ua-1"]] = ()) -> bytes:
    """The PDF of a template of `assets/print`, which finds its words in `sys.inputs.data`.

    Args:
        standards: what the PDF has to keep, "ua-1" for one that can be read aloud; typst refuses to write another.
    """
    with extras.needed():
        import typst

    done: bytes = typst.compile(
        assets.folder() / "print" / template,
        format="pdf",
        font_paths=[_fonts()],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(plain(data), ensure_ascii=False)},
        timestamp=datetime.datetime.fromtimestamp(0, datetime.UTC),
        pdf_standards=list(standards),
    )
    return done


def is_printed(data: bytes) -> bool:
    """Are these the bytes of a PDF as `printed` writes it?"""
    return data.startswith(b"%PDF") and b"/Author(promplan)" in data and b"/Creator(Typst " in data


def plain(data: Any) -> Any:
    """The data with every text as text, and without signs that no page can show."""
    if isinstance(data, dict):
        return {str(key): plain(one) for key, one in data.items()}
    if isinstance(data, list | tuple):
        return [plain(one) for one in data]
    if data is None or isinstance(data, bool | int | float):
        return data
    return NO_SIGN.sub(" ", str(data))


@cache
def _fonts() -> Path:
    """DejaVu Sans, as matplotlib brings it: it has Cyrillic and is the same on every machine."""
    import matplotlib

    return Path(matplotlib.get_data_path()) / "fonts" / "ttf"


def pages(data: bytes) -> int:
    """How many pages a PDF of ours has."""
    return len(re.findall(rb"/Type\s*/Page\b", data))
