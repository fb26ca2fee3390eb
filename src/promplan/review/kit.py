"""What the rules need of an invented plant's kit: its zones, who may film there, and what is worn."""

from dataclasses import dataclass
from functools import cache

from promplan import assets, toml

STEMS = {  # by which a line of a list is known to name it, in both languages
    "helmet": ("helmet", "hard hat", "каск"),
    "glasses": ("glasses", "goggles", "очк"),
    "hearing": ("hearing", "ear", "наушник", "беруш"),
    "vest": ("vest", "hi-vis", "жилет"),
    "shoes": ("shoe", "boot", "обув", "ботин"),
    "gloves": ("glove", "перчат", "рукавиц"),
    "cotton": ("cotton", "хлопк", "хлопчат", "спецодежд"),
    "coat": ("coat", "халат"),
}


@dataclass(frozen=True)
class Zone:
    """A zone: is filming allowed (yes, asked, no), how many may go in at once (0: nobody), what is worn."""

    id: str
    name: dict[str, str]
    filming: str
    at_once: int
    wear: tuple[str, ...]

    def lacks(self, listed: list[str]) -> list[str]:
        """What is worn there and stands in no line of the list."""
        said = "\n".join(listed).casefold()
        return [one for one in self.wear if not any(stem in said for stem in STEMS[one])]


@cache
def zones(case: str) -> dict[str, Zone]:
    """The zones of a case by their ids; none of a real plant, which says in the plan itself what holds there."""
    path = assets.kit(case, "zones.toml") if case.replace("-", "").isalpha() else None
    if path is None:
        return {}
    rows = toml.read(path)["zone"]
    return {one["id"]: Zone(one["id"], one["name"], one["filming"], one["at_once"], tuple(one["wear"])) for one in rows}
