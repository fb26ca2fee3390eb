"""A file that was made: a link that saves it from the browser, and a look at it where the browser can show it."""

import anywidget
import traitlets

from promplan.language import Words
from promplan.widgets import parts

TYPES = {
    "gif": "image/gif",
    "mp4": "video/mp4",
    "html": "text/html",
    "srt": "application/x-subrip",
    "vtt": "text/vtt",
    "svg": "image/svg+xml",
    "png": "image/png",
}


class Download(anywidget.AnyWidget):
    """Empty until a file is offered; the next one takes its place."""

    _esm = parts.script("download.js")
    file = traitlets.Dict().tag(sync=True)  # its name, its type, the words of the link
    data = traitlets.Bytes(b"").tag(sync=True)

    def offer(self, name: str, data: bytes, words: Words, alt: str = "") -> None:
        """Offer a file by its name."""
        with self.hold_sync():
            self.data = data
            self.file = {
                "name": name,
                "type": TYPES.get(name.rpartition(".")[2], "application/octet-stream"),
                "words": str(words),
                "alt": alt,
            }
