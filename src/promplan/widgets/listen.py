"""A sound of the shop to listen to: a button, the picture of the wave, and the word that it was never recorded."""

from html import escape

import anywidget
import traitlets

from promplan.language import say
from promplan.sounds import named, outline, recorded
from promplan.widgets import parts
from promplan.widgets.guard import Guard
from promplan.widgets.panel import Panel


class Player(anywidget.AnyWidget):
    """The player on the screen; it holds the whole sound, so it also plays when the kernel is gone."""

    _esm = parts.script("listen.js")
    sound = traitlets.Bytes(b"").tag(sync=True)
    bars: traitlets.List[float] = traitlets.List().tag(sync=True)
    words = traitlets.Dict().tag(sync=True)


def listen(name: str) -> Panel:
    """A sound of the course by its name; it plays when it is asked to, and never by itself."""
    _, title, heard = named(name)
    made = say("Synthesised, not a recording.")
    words = {
        "title": str(title),
        "heard": f"{heard} {made}",
        "play": str(say("Listen")),
        "stop": str(say("Stop listening")),
        "time": str(say("{now} of {all} s")),
        "picture": str(say("The loudness of the sound from its beginning to its end")),
        "failed": str(say("This browser does not play it.")),
    }
    player = Player(sound=recorded(name), bars=list(outline(name)), words=words)
    static = f"<p>{escape(words['heard'])} {escape(str(say('It plays in JupyterLab.')))}</p>"
    return Panel(str(title), [player, Guard()], static, card=False)
