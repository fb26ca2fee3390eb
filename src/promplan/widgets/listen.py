"""A sound to listen to: a button, the picture of the wave, what one hears, and the word that it was never recorded.

It is one of the shop's, or a series of data made heard, with its legend.
"""

from collections.abc import Sequence
from html import escape
from pathlib import Path

import anywidget
import traitlets

from promplan.language import say
from promplan.sounds import loudness, named, outline, recorded
from promplan.widgets import parts
from promplan.widgets.guard import Guard
from promplan.widgets.panel import Panel


class Player(anywidget.AnyWidget):
    """The player on the screen; it holds the whole sound, so it also plays when the kernel is gone."""

    _esm = parts.script("listen.js")
    sound = traitlets.Bytes(b"").tag(sync=True)
    bars: traitlets.List[float] = traitlets.List().tag(sync=True)
    words = traitlets.Dict().tag(sync=True)


def listen(of: str | Path, *, scales: str = "on") -> Panel:
    """A sound of the course by its name, or a kit's file of data made heard; it plays when it is asked to.

    Args:
        of: "press-shop", or `plant.file("press-cycle")`.
        scales: of data, "on", or "off" as the plant may ask.

    `Problem` for a sound that there is not, and for data that do not run in time.
    """
    if isinstance(of, Path):
        return _data(of, scales)
    _, title, heard = named(of)
    return _player(str(title), f"{heard} {say('Synthesised, not a recording.')}", recorded(of), outline(of))


def _data(file: Path, scales: str) -> Panel:
    """The first cycle of the file, by the columns that suit best."""
    from promplan.art.recipe import suggested
    from promplan.art.table import read
    from promplan.figures.moving import moving
    from promplan.plan import poster

    table = read(file.read_bytes())
    drawn = suggested("ridgeline", table)
    data = poster.Data(values=list(drawn.values), along=drawn.along, each=list(drawn.by))
    made = moving(poster.Poster.model_validate({"data": data, "scales": scales}), table)
    heard, *legend = map(str, made.heard)
    told = " ".join((f"{heard}:", *legend, str(say("Computed from the data, not a recording."))))
    wav = made.sound.wav()
    return _player(str(say("Data that are heard")), told, wav, loudness(wav))


def _player(title: str, heard: str, sound: bytes, bars: Sequence[float]) -> Panel:
    words = {
        "title": title,
        "heard": heard,
        "play": str(say("Listen")),
        "stop": str(say("Stop listening")),
        "time": str(say("{now} of {all} s")),
        "picture": str(say("The loudness of the sound from its beginning to its end")),
        "failed": str(say("This browser does not play it.")),
    }
    player = Player(sound=sound, bars=list(bars), words=words)
    static = f"<p>{escape(heard)} {escape(str(say('It plays in JupyterLab.')))}</p>"
    return Panel(title, [player, Guard()], static, card=False)
