"""Words as a terminal may show them: no control code in what a stranger wrote, lines wrapped to a width.

What could move the cursor, hide a line or turn the reading direction is shown as a sign.
"""

import textwrap
import unicodedata

JOINERS = "\u00ad\u200c\u200d"  # invisible signs that belong to words and emoji


def plain(text: str) -> str:
    """`text` as one line that a terminal may show."""
    return "".join(_shown(sign) for sign in text)


def acts(sign: str) -> bool:
    """Does a terminal do something at this sign, instead of showing it?"""
    return unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Zl", "Zp") and sign not in JOINERS


def wrapped(text: str, width: int, indent: str = "", hanging: str = "") -> list[str]:
    """Lines of at most `width` signs, of a text with line breaks of its own; `hanging` begins all but the first."""
    lines: list[str] = []
    for line in text.splitlines() or [""]:
        lines += textwrap.wrap(
            plain(line),
            max(width, len(indent) + 20, len(hanging) + 20),  # nothing is readable on less
            initial_indent=hanging if lines else indent,
            subsequent_indent=hanging,
            break_on_hyphens=False,
        )
    return lines


def _shown(sign: str) -> str:
    if sign in "\n\r\t\x0b\x0c\u2028\u2029":
        return " "
    if not acts(sign):
        return sign
    return chr(0x2400 + ord(sign)) if sign < " " else "\ufffd"  # U+2400 on: ␛ and the other pictures of controls
