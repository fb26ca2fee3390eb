"""The message house drawn: one umbrella on at most three pillars, each on its proofs, all on a call and a tone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes
from matplotlib.patches import Polygon, Rectangle

from promplan.figures.lettering import plain, wrapped
from promplan.figures.nothing import origin
from promplan.figures.paragraph import paragraph, tall
from promplan.figures.picture import Picture
from promplan.figures.proof import MARKERS
from promplan.figures.style import BLACK, BLUE, GREEN, GREY, INK, PAPER, PURPLE, SKY, WIDE, sheet, style, tint
from promplan.language import Words, say
from promplan.plan.document import Plan
from promplan.plan.enterprise import Fact
from promplan.plan.message import Message, Pillar

MOST = 3  # pillars that a house stands on
SHOWN = 6  # proofs drawn in a pillar; of more the number is given
EDGE, GAP, INSET = 0.1, 0.08, 0.1  # inches: margin of the sheet, between pillars, words from their edge
PILLAR = 2.6  # a pillar's greatest width
GABLE, CAPITAL = 0.46, 0.1
SLAB = 0.42  # a pillar that lies on the ground
DASHED = (0, (5, 3))
ABSENT: tuple[str, str, Words] = ("D", PAPER, say("not in the register"))


@dataclass(frozen=True)
class _Proof:
    id: str
    marker: str
    colour: str
    state: Words
    words: str


@dataclass(frozen=True)
class _Shaft:
    """A pillar's words, broken into lines: what it says, and each proof with its sign."""

    says: str
    proofs: Sequence[tuple[_Proof, str, str]]
    note: str
    sound: bool

    @property
    def height(self) -> float:
        proofs = sum(tall(head, 10) + (tall(words, 10) if words else 0) + 0.05 for _, head, words in self.proofs)
        return tall(self.says, 11) + proofs + (tall(self.note, 10) if self.note else 0) + 0.32


def message_house(plan: Plan) -> Picture:
    """The plan's message as a house. What is missing is a dashed outline with the words that say so.

    A proof stands with its fact's cleared wording, else its statement, and with its clearance in shape and word.
    Pillars beyond the third lie on the ground outside the house: they carry nothing.
    """
    message = plan.message
    facts = {one.id: one for one in plan.enterprise.facts}
    standing, fallen = message.pillars[:MOST], message.pillars[MOST:]
    width = _width(len(standing) or MOST)
    shafts = [_shaft(one, facts, width) for one in standing] or [_missing(n, width) for n in range(1, MOST + 1)]
    umbrella = message.umbrella.strip() or str(say("missing: one sentence, 25 words at most"))
    roof = _even(umbrella, WIDE - 2 * EDGE - 0.5)
    call, tone = _base(say("call to action"), message.call), _base(say("tone"), message.tone)
    heading = _heading(len(fallen))
    slabs = -(-len(fallen) // 2) * (SLAB + 0.1)
    ground = tall(heading, 11) + 0.16 + slabs if fallen else 0.0
    shaft = max(one.height for one in shafts)
    beam = tall(roof, 14) + 0.24
    base = tall(call, 11) + tall(tone, 11) + 4 * 0.11
    with style():
        height = 2 * EDGE + GABLE + beam + 2 * CAPITAL + shaft + base + ground
        fig, axes = sheet(height)
        top = _roof(axes, roof, height - EDGE, beam, bool(message.umbrella.strip()))
        for place, one in enumerate(shafts):
            _pillar(axes, one, _left(place, len(shafts), width), width, top, shaft)
        top -= 2 * CAPITAL + shaft
        for words, given, indent in ((call, message.call, 0.12), (tone, message.tone, 0.0)):
            top = _step(axes, words, top, bool(given.strip()), indent)
        if fallen:
            _ground(axes, fallen, heading, top - 0.12)
    return Picture(fig, str(_told(message, standing, fallen, facts)), str(_caption(plan)))


def _caption(plan: Plan) -> Words:
    return say("Message house. What is dashed is missing or carries nothing yet. {origin}", origin=origin(plan))


def _told(message: Message, standing: Sequence[Pillar], fallen: Sequence[Pillar], facts: Mapping[str, Fact]) -> Words:
    """The house from the roof to the ground, for who cannot see it."""
    pillars = " ".join(_pillar_told(one, facts) for one in standing) or say("No pillar yet.")
    outside = say("Outside the house: {them}.", them=_listed(fallen)) if fallen else ""
    return say(
        "Message house. Umbrella: {umbrella}. {pillars} Call to action: {call}. Tone: {tone}. {outside}",
        umbrella=_ended(message.umbrella),
        pillars=pillars,
        call=_ended(message.call),
        tone=_ended(message.tone),
        outside=outside,
    )


def _pillar_told(one: Pillar, facts: Mapping[str, Fact]) -> str:
    proofs = [_proof(id, facts.get(id)) for id in one.proofs]
    shown = "; ".join(
        f"{each.id}, {each.state}: {_ended(each.words)}" if each.words else f"{each.id}, {each.state}"
        for each in proofs
    )
    told = say(
        "Pillar {id}: {statement}. Proofs: {proofs}.",
        id=one.id,
        statement=_ended(one.statement),
        proofs=shown or say("no proof yet"),
    )
    return str(told)


def _ended(text: str) -> str:
    """Somebody's words without their own full stop; the word for what is not there."""
    return text.strip().rstrip(".") or str(say("not there yet"))


def _listed(pillars: Sequence[Pillar]) -> str:
    return "; ".join(f"{one.id} {_ended(one.statement)}" for one in pillars)


def _proof(id: str, fact: Fact | None) -> _Proof:
    if fact is None:
        return _Proof(id, *ABSENT, "")
    marker, colour, state = MARKERS.get(fact.clearance.state, MARKERS["open"])
    wording = fact.clearance.wording.strip() if fact.clearance.state == "cleared" else ""
    return _Proof(id, marker, colour, state, wording or fact.statement.strip())


def _shaft(one: Pillar, facts: Mapping[str, Fact], width: float) -> _Shaft:
    room = width - 2 * INSET
    says = f"{one.id} · {one.statement.strip() or say('says nothing yet')}"
    proofs = []
    for id in one.proofs[:SHOWN]:
        proof = _proof(id, facts.get(id))
        head = wrapped(f"{id} · {proof.state}", room - 0.22, 10, bold=True, lines=2)
        proofs.append((proof, head, wrapped(proof.words, room - 0.22, 10, lines=3)))
    more = len(one.proofs) - len(proofs)
    holds = any(proof.marker == MARKERS["cleared"][0] for proof, _, _ in proofs)
    notes = [
        say("and {n} more", n=more) if more else "",
        "" if holds else say("none of these can carry it") if proofs else say("no proof yet: it carries nothing"),
    ]
    note = "\n".join(wrapped(str(one), room, 10, lines=4) for one in notes if one)
    return _Shaft(wrapped(says, room, 11, bold=True, lines=9), proofs, note, bool(one.statement.strip()) and holds)


def _missing(number: int, width: float) -> _Shaft:
    room = width - 2 * INSET
    says = wrapped(str(say("pillar {n}: missing", n=number)), room, 11, bold=True, lines=2)
    return _Shaft(
        says, (), wrapped(str(say("one sentence, with facts of the register as proofs")), room, 10, lines=6), False
    )


def _base(name: Words, words: str) -> str:
    said = words.strip() or say("not there yet")
    return wrapped(f"{name}: {said}", WIDE - 2 * EDGE - 0.7, 11, lines=4)


def _even(words: str, width: float) -> str:
    """The umbrella on as few lines as it needs, all about as long as each other."""
    lines = wrapped(words, width, 14, bold=True, lines=6)
    while width > 4:
        width -= 0.3
        narrower = wrapped(words, width, 14, bold=True, lines=6)
        if narrower.count("\n") > lines.count("\n") or narrower.endswith("…") > lines.endswith("…"):
            break
        lines = narrower
    return lines


def _width(pillars: int) -> float:
    return min(PILLAR, (WIDE - 2 * EDGE - 2 * 0.06 - (pillars - 1) * GAP) / pillars)


def _left(place: int, pillars: int, width: float) -> float:
    """Where a pillar begins: all of them spread evenly under the beam."""
    free = WIDE - 2 * EDGE - pillars * width
    if pillars < MOST:
        return EDGE + free * (place + 1) / (pillars + 1) + place * width
    return EDGE + 0.06 + place * (width + (free - 2 * 0.06) / (pillars - 1))


def _roof(axes: Axes, words: str, top: float, beam: float, given: bool) -> float:
    """Gable and beam with the umbrella in it; where the pillars begin."""
    low = top - GABLE
    look: dict[str, Any] = {"edgecolor": INK, "linewidth": 1.8, "linestyle": "-" if given else DASHED, "zorder": 2}
    ground = tint(BLUE, 0.2) if given else PAPER
    gable = Polygon([(EDGE, low), (WIDE / 2, top), (WIDE - EDGE, low)], closed=True, facecolor=ground, **look)
    axes.add_patch(gable)
    axes.add_patch(Rectangle((EDGE, low - beam), WIDE - 2 * EDGE, beam, facecolor=ground, **look))
    name = plain(str(say("umbrella")))
    axes.text(WIDE / 2, low + 0.14, name, size=11, ha="center", va="center_baseline", color=BLACK, zorder=4)
    paragraph(axes, WIDE / 2, low - 0.11, words, 14, ha="center", weight="bold" if given else "normal")
    return low - beam


def _pillar(axes: Axes, one: _Shaft, left: float, width: float, top: float, shaft: float) -> None:
    look: dict[str, Any] = {"edgecolor": INK, "linewidth": 1.4, "linestyle": "-" if one.sound else DASHED, "zorder": 2}
    ground = tint(SKY, 0.18) if one.sound else PAPER
    for low, indent, tallness in (
        (top - CAPITAL, 0.0, CAPITAL),
        (top - CAPITAL - shaft, 0.06, shaft),
        (top - 2 * CAPITAL - shaft, 0.0, CAPITAL),
    ):
        axes.add_patch(Rectangle((left + indent, low), width - 2 * indent, tallness, facecolor=ground, **look))
    x = left + INSET
    level = paragraph(axes, x, top - CAPITAL - 0.12, one.says, 11, weight="bold") - 0.1
    for proof, head, words in one.proofs:
        axes.plot(
            [x + 0.08], [level - 0.08], proof.marker, color=proof.colour, markersize=8, markeredgecolor=BLACK, zorder=4
        )
        level = paragraph(axes, x + 0.22, level, head, 10, weight="bold")
        level = (paragraph(axes, x + 0.22, level, words, 10) if words else level) - 0.05
    if one.note:
        paragraph(axes, x, level, one.note, 10)


def _step(axes: Axes, words: str, top: float, given: bool, indent: float) -> float:
    """A step of the foundation; where the next begins."""
    height = tall(words, 11) + 0.22
    look: dict[str, Any] = {"edgecolor": INK, "linewidth": 1.6, "linestyle": "-" if given else DASHED, "zorder": 2}
    ground = tint(GREEN, 0.18) if given else PAPER
    width = WIDE - 2 * (EDGE + indent)
    axes.add_patch(Rectangle((EDGE + indent, top - height), width, height, facecolor=ground, **look))
    paragraph(axes, WIDE / 2, top - 0.11, words, 11, ha="center")
    return top - height


def _heading(fallen: int) -> str:
    if not fallen:
        return ""
    words = say(
        "Outside the house: {n}. A message stands on three pillars; merge these with the three, or leave them out.",
        n=fallen,
    )
    return wrapped(str(words), WIDE - 2 * EDGE, 11, bold=True, lines=3)


def _ground(axes: Axes, fallen: Sequence[Pillar], heading: str, top: float) -> None:
    """Pillars that lie on the ground, two in a row."""
    top = paragraph(axes, EDGE, top, heading, 11, weight="bold") - 0.04
    width = (WIDE - 2 * EDGE - GAP) / 2
    for place, one in enumerate(fallen):
        left, low = EDGE + (place % 2) * (width + GAP), top - SLAB - (place // 2) * (SLAB + 0.1)
        look: dict[str, Any] = {
            "facecolor": tint(PURPLE, 0.18),
            "edgecolor": GREY,
            "linestyle": DASHED,
            "linewidth": 1.3,
            "zorder": 2,
        }
        axes.add_patch(Rectangle((left + CAPITAL, low + 0.05), width - 2 * CAPITAL, SLAB - 0.1, **look))
        for x in (left, left + width - CAPITAL):
            axes.add_patch(Rectangle((x, low), CAPITAL, SLAB, **look))
        words = wrapped(f"{one.id} · {_ended(one.statement)}", width - 2 * CAPITAL - 0.16, 10, lines=1)
        paragraph(axes, left + CAPITAL + 0.08, low + SLAB / 2 + tall("", 10) / 2, words, 10)
