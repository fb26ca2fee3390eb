"""A post as each channel shows it: what is seen at once, where “more” falls, what does not go in, by dated limits."""

from html import escape
from typing import Any

import anywidget
import ipywidgets as widgets
import traitlets

from promplan.language import Words, pick, say
from promplan.plan.store import Store
from promplan.text.dated import channels
from promplan.widgets import parts
from promplan.widgets.guard import Guard
from promplan.widgets.panel import Panel, heading
from promplan.widgets.piece_form import PieceForm
from promplan.widgets.post_view import FRAMES, SHAPES, channel_of, shape, view
from promplan.widgets.which_piece import Picker

FIELDS = ("headline", "text", "alt")
LOOKS: dict[str, Any] = {"style": {"description_width": "initial"}, "layout": {"max_width": "44em"}}
LEAD = say("The same words in another place are another post. Choose a channel, and watch where its readers stop.")


class Post(anywidget.AnyWidget):
    """The frame: `view` is what the channel shows of the piece; light or dark, narrow or wide is the reader's own."""

    _esm = parts.script("post_preview.js")
    view = traitlets.Dict().tag(sync=True)
    words = traitlets.Dict().tag(sync=True)


def post_preview(store: Store) -> Panel:
    """The pieces of the plan as each channel shows them."""
    return _Preview(store).panel


class _Preview:
    def __init__(self, store: Store) -> None:
        self.store, self.guard = store, Guard()
        self.picker = Picker(store, self.guard, lambda: self.draw())
        self.form = PieceForm(store, self.picker, FIELDS, self.guard)
        self.where = widgets.Dropdown(
            description=str(say("Channel")),
            options=[(str(pick(one.name)), one.id) for one in channels() if one.id in FRAMES],
            **LOOKS,
        )
        self.picture = widgets.Dropdown(
            description=str(say("Picture")), options=[(str(words), key) for key, words in SHAPES.items()], **LOOKS
        )
        self.post = Post(words=_words())
        self._piece = ""
        self._own: tuple[str, str] = ("", "")  # what the plan says of the piece: its channel, its picture
        self.where.observe(lambda _: self.show(), "value")
        self.picture.observe(lambda _: self.show(), "value")
        choose = widgets.HBox([self.where, self.picture], layout=widgets.Layout(flex_flow="row wrap"))
        self.write = widgets.VBox([self.form.box, self.guard])
        self.body = widgets.HBox([self.write, widgets.VBox([choose, self.post])])
        self.body.add_class("pp-posting-body")
        self.draw()
        title = str(say("The post as each channel shows it"))
        lead = f"<p>{escape(str(LEAD))}</p>"
        self.panel = Panel(title, [heading(title), widgets.HTML(lead), self.picker.box, self.body], lead)
        self.panel.add_class("pp-posting")

    def draw(self) -> None:
        """Follow the plan; a channel that was chosen here stays, until the piece or its own channel is another."""
        self.form.load()
        item = self.picker.item
        self.body.layout.display = "" if item else "none"
        if item is None:
            return
        own = (channel_of(self.store.plan, item), shape(self.store.plan, item))
        if (self._piece, self._own) != (item.id, own):
            moved = self._piece != item.id
            before, self._own, self._piece = self._own, own, item.id
            if (moved or before[0] != own[0]) and own[0] in FRAMES:
                self.where.value = own[0]
            if moved or before[1] != own[1]:
                self.picture.value = own[1]
        self.show()

    def show(self) -> None:
        """What the chosen channel shows of the piece."""
        item = self.picker.item
        if item is not None:
            now = view(self.store.plan, item, str(self.where.value), str(self.picture.value))
            if self.post.view != now:
                self.post.view = now


def _words() -> dict[str, str]:
    said: dict[str, Words] = {
        "title": say("How it looks there"),
        "telephone": say("Telephone"),
        "wide": say("Wide screen"),
        "light": say("Light"),
        "dark": say("Dark"),
        "size": say("Size of the screen"),
        "theme": say("Light or dark there"),
        "more": say("Show more"),
        "less": say("Show less"),
        "now": say("just now"),
        "empty": say("Nothing is written yet: type into the field of the text."),
        "cut": say("Does not go in any more:"),
        "picture": say("Picture"),
        "film": say("Film"),
        "noalt": say("no words for it yet"),
        "from": say("From: {whose}"),
        "subject": say("Subject: {title}"),
        "nosubject": say("no headline yet"),
        "measures": say("By the channel's limits"),
        "neutral": say("A frame of ours: the limits are the channel's, the look is nobody's."),
    }
    return {name: str(one) for name, one in said.items()}
