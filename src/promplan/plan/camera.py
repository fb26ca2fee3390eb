"""What a shot of the visit and a panel of a storyboard have in common: the size of the shot and the camera's move."""

from typing import Literal

from promplan.language import say_in
from promplan.plan.labels import choices

Size = Literal["", "wide", "medium", "close-up", "detail"]
Move = Literal["", "static", "pan", "tilt", "tracking", "zoom", "handheld"]
Angle = Literal["", "eye", "low", "high", "top"]

SIZES = choices(
    {
        "": say_in("size", "not chosen"),
        "wide": "wide: where it is",
        "medium": "medium: who does what",
        "close-up": "close-up: a face, a part",
        "detail": "detail: what nobody sees from afar",
    }
)
MOVES = choices(
    {
        "": say_in("move", "not chosen"),
        "static": "static, on a tripod",
        "pan": "pan: turns sideways",
        "tilt": "tilt: turns up or down",
        "tracking": "tracking: moves along",
        "zoom": "zoom",
        "handheld": "handheld",
    }
)
ANGLES = choices(
    {
        "": say_in("angle", "not chosen"),
        "eye": "at eye level",
        "low": "from below",
        "high": "from above",
        "top": "straight down",
    }
)
