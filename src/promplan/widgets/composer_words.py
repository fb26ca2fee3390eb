"""The words of the composer: of its controls, palettes, sheets and eyes."""

from typing import Any

from promplan.language import Words, current, say

PALETTES_SAID: dict[str, Words] = {
    "primer": say("Primer on paper"),
    "night": say("Night shift"),
    "blueprint": say("Blueprint"),
    "foundry": say("Foundry"),
    "paper": say("Black and white"),
}
FORMATS: dict[str, Words] = {
    "a3": say("A3, for print"),
    "a4": say("A4, for print"),
    "1:1": say("Square, 1080 × 1080"),
    "4:5": say("Feed, 1080 × 1350"),
    "9:16": say("Story, 1080 × 1920"),
    "16:9": say("Screen, 1920 × 1080"),
}
EYES: dict[str, Words] = {
    "usual": say("as most people do"),
    "protan": say("without red cones"),
    "deutan": say("without green cones"),
    "tritan": say("without blue cones"),
    "grey": say("as a copier does: in grey"),
}


def words() -> dict[str, Any]:
    """What the script says, in the language of the page."""
    said = {
        "title": say("Poster composer"),
        "none": say("There is no idea yet. Add one above: a poster belongs to an idea."),
        "data": say("Data and form"),
        "form": say("Form of art"),
        "file": say("Data"),
        "value": say("What is shown"),
        "second": say("And upright"),
        "along": say("What it runs over"),
        "by": say("A curve for each"),
        "knobs": say("Settings of the form"),
        "looks": say("Looks"),
        "palette": say("Palette"),
        "format": say("Sheet"),
        "scales": say("Scales"),
        "view": say("See it"),
        "nothing": say("nothing"),
    }
    return {"language": current(), **{name: str(one) for name, one in said.items()}}
