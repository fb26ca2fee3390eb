"""Find the flaw: a text in which one marks what may not go out, and then reads of each place what it was.

What was marked stays in the plan's answers; what is right reaches the browser only afterwards.
"""

from html import escape
from typing import Annotated, Any

import anywidget
import traitlets
from pydantic import BaseModel, ConfigDict, Field

from promplan import assets, toml
from promplan.language import Problem, Words, pick, say, say_many
from promplan.plan.store import Store
from promplan.versioned import unknown
from promplan.widgets import parts
from promplan.widgets.guard import Guard
from promplan.widgets.panel import Panel

Told = Annotated[dict[str, str], Field(min_length=2)]


class Part(BaseModel):
    """A piece of the text; one with an id may be marked, and is a flaw or only looks like one."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: Told
    id: str = ""
    flaw: bool = False
    why: Told | None = None


class Draft(BaseModel):
    """A text with its flaws; `example` is the plan in which the same text stands."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: Told
    lead: Told
    note: Told
    part: tuple[Part, ...]
    example: str = ""

    @property
    def marked(self) -> tuple[Part, ...]:
        """What may be marked."""
        return tuple(one for one in self.part if one.id)


def draft(name: str) -> Draft:
    """The text `assets/flaws/NAME.toml`; `Problem` where this version has none."""
    file = assets.folder() / "flaws" / f"{name}.toml"
    if not file.is_file():
        raise unknown('pp.flaws("{}")', name, sorted(one.stem for one in file.parent.glob("*.toml")))
    return Draft.model_validate(toml.read(file))


class Flaws(anywidget.AnyWidget):
    """The text on the screen; `asked` is what somebody has marked, `truth` what each place was, told afterwards."""

    _esm = parts.script("flaws.js")
    sheet = traitlets.Dict().tag(sync=True)
    picked: traitlets.List[str] = traitlets.List().tag(sync=True)
    asked = traitlets.Dict().tag(sync=True)
    truth = traitlets.Dict().tag(sync=True)


def flaws(store: Store, name: str) -> Panel:
    """A text in which one looks for flaws."""
    return _Flaws(store, name).panel


class _Flaws:
    def __init__(self, store: Store, name: str) -> None:
        self.store, self.key, self.draft = store, f"flaws/{name}", draft(name)
        self.guard = Guard()
        self.text = Flaws(sheet=_sheet(self.draft))
        self.text.observe(self.guard.handler(self.look), "asked")
        store.watch(self.follow)
        self.follow()
        title, lead = str(pick(self.draft.title)), str(pick(self.draft.lead))
        words = "".join(str(pick(one.text)) for one in self.draft.part)
        static = f"<p>{escape(lead)}</p><p>{escape(words)}</p><p>{escape(str(pick(self.draft.note)))}</p>"
        self.panel = Panel(title, [self.text, self.guard], static, card=False)

    def follow(self) -> None:
        """What was marked before stands there again, with what it was."""
        given = self.store.answered(self.key)
        picked = [one for one in (given or "").split(",") if one in {it.id for it in self.draft.marked}]
        with self.text.hold_sync():
            self.text.picked = picked
            self.text.truth = _truth(self.draft, picked) if given else {}

    def look(self) -> None:
        """Keep what was marked, then tell what each place was."""
        known = [one.id for one in self.draft.marked]
        picked = [one for one in known if one in self.text.asked.get("picked", ())]
        if self.text.asked.get("again"):
            self.store.answer({self.key: ""})
            return
        if not picked:
            raise Problem(say("Nothing is marked yet: press the words that you would not publish."))
        self.store.answer({self.key: ",".join(picked)})


def _sheet(of: Draft) -> dict[str, Any]:
    said: dict[str, Words] = {
        "look": say("I would not publish what is marked"),
        "again": say("Look once more"),
        "count": say("Marked: {n}"),
        "found": say("a flaw, and you found it"),
        "missed": say("a flaw that you let through"),
        "false": say("true and cleared: it may go out"),
        "left": say("true and cleared, and you left it"),
        "how": say("Tab goes from place to place, Space marks."),
    }
    return {
        "title": str(pick(of.title)),
        "lead": str(pick(of.lead)),
        "note": str(pick(of.note)),
        "parts": [{"id": one.id, "text": str(pick(one.text))} for one in of.part],
        "words": {key: str(words) for key, words in said.items()},
    }


def _truth(of: Draft, picked: list[str]) -> dict[str, Any]:
    """What each place was, and a sentence that counts."""
    found = sum(one.flaw and one.id in picked for one in of.marked)
    wrong = sum(not one.flaw and one.id in picked for one in of.marked)
    all_ = sum(one.flaw for one in of.marked)
    told = [say_many("{found} of {n} flaw found.", "{found} of {n} flaws found.", all_, found=found)]
    if wrong:
        told.append(say_many("{n} true place was marked too.", "{n} true places were marked too.", wrong))
    places = {one.id: {"flaw": one.flaw, "why": str(pick(one.why)) if one.why else ""} for one in of.marked}
    return {"said": " ".join(map(str, told)), "places": places}
