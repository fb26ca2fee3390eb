"""What the editors of unit 9 share: the unit whose rules speak, and where a card shows more than its form."""

from typing import Any

from promplan.widgets.editor import Editor

UNIT = "09-measurement"


def beside_form(editor: Editor, *parts: Any) -> None:
    """Show these in an editor's card, under its form and above the button that adds another."""
    *before, more, says = editor.card.children
    editor.card.children = (*before, *parts, more, says)
