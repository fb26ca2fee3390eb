"""A text with its marks for a cell's output, and as plain lines where nothing can be drawn."""

from collections.abc import Collection

from promplan.language import Words, say
from promplan.text.marks import Kind, marks
from promplan.text.markup import rendered
from promplan.text.shown import numbers, shown

KINDS: dict[Kind, Words] = {"superlative": say("superlative"), "idle": say("does no work"), "jargon": say("jargon")}


class Marked:
    """A text and what the checks mark in it.

    Args:
        jargon: terms to find in any form, a word or a phrase each; «резиновая смесь» finds «резиновой смеси».
    """

    def __init__(self, text: str, jargon: Collection[str] = ()) -> None:
        self.text, self.jargon = text, tuple(jargon)

    def __repr__(self) -> str:
        if not self.text.strip():
            return str(say("nothing to check yet"))
        parts, end = [], 0
        for one in marks(self.text, self.jargon):
            parts += [self.text[end : one.start], f"[{one.word}: {KINDS[one.kind]}]"]
            end = one.end
        return "".join(parts) + self.text[end:] + "\n" + " · ".join(map(str, numbers(self.text)))

    def _repr_html_(self) -> str:
        return rendered(
            "export/marked.html.jinja",
            blank=not self.text.strip(),
            shown=shown(self.text, self.jargon),
            numbers=numbers(self.text),
            nothing=say("nothing to check yet"),
        )
