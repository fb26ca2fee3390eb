"""Where in a Markdown cell prose stands, and where code, formulas and addresses that no substitution may touch.

A cell is cut into pieces which joined again are the cell, letter by letter: fenced and indented code, code spans,
formulas, HTML tags, the addresses of links and images, bare addresses, and the prose between them.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

ADDRESS = "address"  # of a link or an image; `src` and `href` of a tag
PROSE = "prose"


class Piece(NamedTuple):
    """A part of a cell, and what it is: prose, address, code, formula or tag."""

    kind: str
    text: str


_INSIDE = r"(?:\\.|[^\\()\s<>]|\((?:\\.|[^\\()\s<>])*\))*"  # an address may hold one pair of brackets
_PIECES = re.compile(
    rf"""
      (?P<fence> ^[ ]{{0,3}}(?P<mark>`{{3,}}|~{{3,}})[^\n]*\n (?:.*?\n)?? [ ]{{0,3}}(?P=mark)[`~]*[ \t]*$
               | ^[ ]{{0,3}}(?:`{{3,}}|~{{3,}})[^\n]*\n .*\Z )       # a fence that is not closed goes to the end
    | (?P<indented> (?:\A|(?<=\n\n)) (?:(?:[ ]{{4}}|\t)[^\n]*(?:\n|\Z))+ )
    | (?P<formula> \$\$.+?\$\$ | \$(?![\s$])(?:\\.|[^$\\])+?(?<![\s\\])\$(?!\d) | \\\\\(.+?\\\\\) | \\\\\[.+?\\\\\] )
    | (?P<escaped> \\[\\`$*_\[\]()<>] )
    | (?P<code> (?<!`)(?P<ticks>`+)(?!`) .+? (?<!`)(?P=ticks)(?!`) )
    | (?P<open> \]\( [ \t]* ) (?P<angle> <[^<>\n]*> | {_INSIDE} )
    | (?P<definition> ^[ ]{{0,3}}\[[^\]\n]+\]:[ \t]* ) (?P<defined> \S+ )
    | (?P<bare> <(?:[a-z][a-z0-9+.-]*:|[\w.+-]+@)[^<>\s]*> | \bhttps?://[^\s<>"'»)]+ )
    | (?P<tag> </?[a-zA-Z](?:"[^"]*"|'[^']*'|[^'">])*> | <!--.*?--> )
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
_ATTRIBUTE = re.compile(r"""((?:src|href)\s*=\s*)("[^"]*"|'[^']*')""", re.IGNORECASE)
_LIST = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s", re.MULTILINE)


def pieces(source: str) -> list[Piece]:
    """The cell cut up; joined again the pieces are the cell."""
    found: list[Piece] = []
    end = 0
    for match in _PIECES.finditer(source):
        if match["indented"] is not None and _LIST.search(source, 0, match.start()):
            continue  # four spaces under a list go on with its item
        found += [Piece(PROSE, source[end : match.start()]), *_piece(match)]
        end = match.end()
    found.append(Piece(PROSE, source[end:]))
    return [one for one in found if one.text]


def _piece(match: re.Match[str]) -> list[Piece]:
    text = match[0]
    if match["tag"] is not None:
        return _tag(text)
    for head, address in (("open", "angle"), ("definition", "defined")):
        if match[head] is not None:
            return [Piece(PROSE, match[head]), Piece(ADDRESS, match[address])]
    kinds = {"formula": "formula", "bare": "bare", "escaped": PROSE}
    return [Piece(next((kind for name, kind in kinds.items() if match[name] is not None), "code"), text)]


def _tag(text: str) -> list[Piece]:
    """A tag's addresses, and the rest of it."""
    found, end = [], 0
    for match in _ATTRIBUTE.finditer(text):
        found += [Piece("tag", text[end : match.start(2) + 1]), Piece(ADDRESS, match[2][1:-1])]
        end = match.end() - 1
    return [*found, Piece("tag", text[end:])]


def changed(source: str, kind: str, change: Callable[[str], str]) -> str:
    """The cell with `change` done to its pieces of one kind."""
    return "".join(change(one.text) if one.kind == kind else one.text for one in pieces(source))


def without_code(source: str) -> str:
    """The cell without its code and formulas: what in it can be a heading, a link or an image."""
    return "".join("" if one.kind in ("code", "formula") else one.text for one in pieces(source))


def led(source: str, old: str, new: str) -> str:
    """The cell with its relative addresses leading through the folder `new` where they led through `old`."""
    return changed(source, ADDRESS, lambda address: _led(address, old, new))


def _led(address: str, old: str, new: str) -> str:
    if re.match(r"<?(?:[a-z][a-z0-9+.-]*:|/|#)", address, re.IGNORECASE):
        return address  # a page elsewhere, or a place in this notebook
    path, mark, rest = re.match(r"([^?#]*)([?#]?)(.*)", address, re.DOTALL).groups()  # type: ignore[union-attr]
    return re.sub(rf"(?<![^/<]){old}(?=/)", new, path, count=1) + mark + rest
