"""Protective equipment: what a zone asks to be worn, by the ids of the kits' files, and its words."""

from typing import Literal

from promplan.language import Words, say_in

Worn = Literal["helmet", "glasses", "hearing", "vest", "shoes", "gloves", "cotton", "coat"]
PPE: dict[str, Words] = {
    "helmet": say_in("worn", "helmet"),
    "glasses": say_in("worn", "safety glasses"),
    "hearing": say_in("worn", "hearing protection"),
    "vest": say_in("worn", "hi-vis vest"),
    "shoes": say_in("worn", "closed shoes"),
    "gloves": say_in("worn", "gloves"),
    "cotton": say_in("worn", "closed clothes of cotton"),
    "coat": say_in("worn", "coat"),
}
