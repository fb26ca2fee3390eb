"""The message house: its words to edit, its pillars, and between them the house itself, drawn anew as it is written."""

from html import escape
from pathlib import Path

from promplan.language import Words, pick, say
from promplan.plan import letters
from promplan.plan.document import Plan
from promplan.plan.enterprise import CLEARANCE_STATES, Fact
from promplan.plan.message import Message, Pillar
from promplan.plan.store import Store
from promplan.review import Finding
from promplan.review.message import PILLARS, UMBRELLA, UNIT, cut, may_be_said
from promplan.text.lengths import words
from promplan.widgets.controls import begun
from promplan.widgets.editor import Editor
from promplan.widgets.form import Form
from promplan.widgets.panel import Panel, heading, region, set_region
from promplan.widgets.table import Column

NO_FACTS = say("Proofs are facts, and the register is empty: enter some in unit 1 first.")
FIELDS = ("umbrella", "tone", "avoid", "call")
STYLE = f"<style>{(Path(__file__).parent / 'house.css').read_text(encoding='utf-8')}</style>"
SIGNS = {"asked": "…", "open": "…", "refused": "✘"}


def message_house(store: Store) -> Panel:
    """The team's message house, to edit."""
    editor = Editor(
        store,
        "message.pillars",
        ("statement", "proofs"),
        say("Pillars"),
        UNIT,
        ("message",),
        _line,
        offers={"proofs": offered},
        columns=COLUMNS,
        place=say("Pillar {n} of {all}"),
    )
    editor.says.belongs = _belongs
    editor.says.draw()
    form = Form(store, "message", Message, FIELDS, editor.guard)
    view, proofs = region(), region()

    def draw() -> None:
        set_region(view, STYLE + drawn(store.plan))
        set_region(proofs, "" if store.plan.enterprise.facts else f"<p>{_told(NO_FACTS)}</p>")

    store.watch(form.load)
    store.watch(draw)
    draw()
    editor.in_card(proofs)
    title = str(say("Message house"))
    children = [heading(title), form.box, view, *editor.children]
    return Panel(title, children, STYLE + drawn(store.plan))


COLUMNS = (
    Column(say("Pillar"), lambda one: one.statement or str(say("(empty)"))),
    Column(say("Proofs"), lambda one: ", ".join(one.proofs) or str(say("no proof yet"))),
)


def offered(plan: Plan) -> list[tuple[str, str]]:
    """The facts of the register as proofs: what may be said first, each with the state of its clearance."""
    told = [(one, *_state(plan, one)) for one in plan.enterprise.facts]
    ordered = sorted(told, key=lambda it: it[1] != "✔")
    return [
        (f"{one.id} · {cut(_said(one)) or say('(empty)')} · {sign} {words}", one.id) for one, sign, words in ordered
    ]


def _belongs(one: Finding) -> bool:
    """Of what is said about the message as a whole, all but the number of hard questions: their editor tells that."""
    return one.rule != "MSG-10" and (one.object == "message" or one.object.startswith("P"))


def _line(one: Pillar) -> str:
    proofs = ", ".join(one.proofs) or str(say("no proof yet"))
    return f"{one.id} · {begun(one.statement) or say('(empty)')} · {proofs}"


def drawn(plan: Plan) -> str:
    """The house as HTML: roof, pillars side by side, foundation; what is too many stands outside. Needs `STYLE`."""
    message = plan.message
    pillars = "".join(_pillar(plan, one) for one in message.pillars[:PILLARS])
    if not pillars:
        pillars = f'<p class="promplan-house-place">{_told(say("Up to three pillars go here: none yet."))}</p>'
    walls = (
        '<div class="promplan-house-walls"><div class="promplan-house-gable" aria-hidden="true"></div>'
        f'{_roof(message.umbrella)}<div class="promplan-house-pillars">{pillars}</div>{_base(message.call)}</div>'
    )
    row = f'<div class="promplan-house-row">{walls}{_outside(plan)}</div>'
    title = escape(str(say("The message house")), quote=True)
    return f'<section class="promplan-house" aria-label="{title}">{row}{_voice(message)}</section>'


def _told(words: Words) -> str:
    return escape(str(words))


def _open(words: Words) -> str:
    """What is still to do, by its sign and its words; the colour only repeats it."""
    return f'<p class="promplan-house-open">✘ {_told(words)}</p>'


def _roof(umbrella: str) -> str:
    text, n = umbrella.strip(), len(words(umbrella))
    said = f"<p><strong>{escape(text)}</strong></p>" if text else _open(say("no umbrella yet: write the one sentence"))
    count = f"<p>{_told(say('{n} of {all} words', n=n, all=UMBRELLA))}</p>"
    if n > UMBRELLA:
        count = _open(say("{n} of {all} words: cut {more}", n=n, all=UMBRELLA, more=n - UMBRELLA))
    return f'<div class="promplan-house-roof"><h4>{_told(say("Umbrella"))}</h4>{said}{count}</div>'


def _pillar(plan: Plan, one: Pillar) -> str:
    facts = {fact.id: fact for fact in plan.enterprise.facts}
    said = f"<p>{escape(one.statement)}</p>" if one.statement.strip() else _open(say("no statement yet"))
    proofs = "".join(f"<li>{_proof(plan, id_, facts.get(id_))}</li>" for id_ in one.proofs)
    stands = f"<ul>{proofs}</ul>" if proofs else _open(say("no proof yet: it stands on nothing"))
    return f'<div class="promplan-house-pillar"><h5>{escape(one.id)}</h5>{said}{stands}</div>'


def _proof(plan: Plan, id_: str, fact: Fact | None) -> str:
    if fact is None:
        return f"<b>? {escape(id_)}</b> {_told(say('is not in the register'))}"
    sign, words = _state(plan, fact)
    return f"<b>{sign} {escape(id_)}</b> {escape(words)}: {escape(cut(_said(fact)) or str(say('(empty)')))}"


def _state(plan: Plan, fact: Fact) -> tuple[str, str]:
    """The sign and the words of a fact's clearance, as the rules judge it on the plan's own day."""
    clearance = fact.clearance
    if clearance.state != "cleared":
        return SIGNS[clearance.state], str(pick(CLEARANCE_STATES[clearance.state]))
    if not may_be_said(fact, letters.today(plan)):
        return "✘", str(say("was cleared only until {day}", day=clearance.until))
    if clearance.until and plan.meta.campaign_end and clearance.until < plan.meta.campaign_end:
        return "✔", str(say("cleared until {day}, the campaign is longer", day=clearance.until))
    return "✔", str(pick(CLEARANCE_STATES["cleared"]))


def _base(call: str) -> str:
    said = escape(call) if call.strip() else f"✘ {_told(say('no call to action yet'))}"
    return f'<div class="promplan-house-base"><h4>{_told(say("Call to action"))}</h4><p>{said}</p></div>'


def _outside(plan: Plan) -> str:
    many = plan.message.pillars[PILLARS:]
    if not many:
        return ""
    why = _open(say("Outside the house: three pillars carry a roof. Join two of them, or remove one."))
    return f'<aside class="promplan-house-outside">{why}{"".join(_pillar(plan, one) for one in many)}</aside>'


def _voice(message: Message) -> str:
    avoid = ", ".join(word.strip() for word in message.avoid.splitlines() if word.strip())
    lines = [say("Tone: {tone}.", tone=message.tone.strip().rstrip("."))] if message.tone.strip() else []
    lines += [say("We avoid: {words}.", words=avoid)] if avoid else []
    said = " ".join(str(line) for line in lines)
    return f'<p class="promplan-house-voice">{escape(said)}</p>' if said else ""


def _said(fact: Fact) -> str:
    """What may be said of it: the cleared wording, if there is one."""
    cleared = fact.clearance.state == "cleared" and fact.clearance.wording.strip()
    return cleared or fact.statement
