"""What a reader is asked, before everything else: approvals that wait, facts to check, clearances, letters.

| reader | is asked for |
|---|---|
| press officer | what the plant, personnel, law and money judge; facts, posters and shots that are not let out; every \
letter without an answer |
| engineer | approvals of facts; facts that are not cleared, posters whose data are not; letters about them |
| safety officer | approvals of safety and of papers; permits of the visit, shots; letters about them |
| partner | what we ask them to carry |

Its rows have no ids: the place of a record, where links to it lead, is its section.
"""

from collections.abc import Collection, Iterator, Sequence

from promplan.export.outline import Block, Field, Fields, Group, Note, Outline, Record, Row, Rows, Said, cell
from promplan.export.outline_parts import NUMBER, label
from promplan.export.outline_values import Choice, Text, Value, words
from promplan.export.readers_rules import field_in, field_of, group_of, key, records_in
from promplan.export.wanted import Reader
from promplan.language import say, say_in
from promplan.plan.approvals import Approval
from promplan.plan.desk import Request

PATH = "questions"  # the outline's address: no section of the plan is called so
TITLE = say("Your questions")
NONE = say("Nothing waits for you here.")
WAITING = frozenset({"open", "asked"})
OF_LETTERS: dict[str, frozenset[str]] = {  # what a letter is about, whose it is where no judge is named
    "engineer": frozenset({"fact", "idea"}),
    "safety": frozenset({"shot", "permit"}),
}


def asked(outlines: Sequence[Outline], reader: Reader, judges: Collection[str]) -> Outline:
    """The reader's questions as an outline of their own."""
    by_path = {one.path: one.blocks for one in outlines}
    groups = [one for one in _groups(by_path, reader, judges) if one.blocks]
    return Outline(PATH, TITLE, tuple(groups) if groups else (Note(NONE),))


def _groups(told: dict[str, tuple[Block, ...]], reader: Reader, judges: Collection[str]) -> Iterator[Group]:
    if reader == "partner":
        carriers = told.get("budget.carriers", ())
        yield Group("carriers", say("What we ask you to carry"), tuple(_table(_carriers(carriers), CARRIERS)))
        return
    approvals = _approvals(told.get("items", ()), judges)
    yield Group("approvals", say("Pieces that wait for your word"), tuple(_table(approvals, PIECES)))
    if reader in ("press", "engineer"):
        facts = _facts(told.get("enterprise.facts", ()))
        yield Group("facts", say("Facts to check and to let out"), tuple(_table(facts, FACTS)))
        posters = _clearances(told.get("ideas", ()), "poster")
        yield Group("posters", say("Posters whose data are not cleared"), tuple(_table(posters, FACTS)))
    if reader in ("press", "safety"):
        permits = _clearances(told.get("visit.clearances", ()))
        shots = _clearances(told.get("visit.shots", ()))
        yield Group("permits", say("Permits of the visit that are open"), tuple(_table(permits, FACTS)))
        yield Group("shots", say("Shots that are not cleared"), tuple(_table(shots, FACTS)))
    letters = _letters(told.get("desk.requests", ()), reader, judges)
    yield Group("letters", say("Letters without an answer"), tuple(_table(letters, LETTERS)))


PIECES: tuple[Said, ...] = (
    NUMBER,
    say("Piece of content"),
    label(Approval, "judge"),
    label(Approval, "state"),
    say("To be read by"),
)
FACTS: tuple[Said, ...] = (NUMBER, say_in("question to a reader", "What it is about"), say("Clearance"))
LETTERS: tuple[Said, ...] = (NUMBER, label(Request, "to"), label(Request, "wording"), label(Request, "needed"))
CARRIERS: tuple[Said, ...] = (NUMBER, say("What we ask for"), say("By when"))


def _table(rows: Sequence[Row], heads: tuple[Said, ...]) -> Iterator[Block]:
    if rows:
        yield Rows(heads, tuple(rows), "", "records")


def _value(found: Field | None) -> Value | None:
    return None if found is None else found.value


def _approvals(items: Sequence[Block], judges: Collection[str]) -> list[Row]:
    """A row for each approval that is open and one of these judges', by the day on which it is to be read."""
    rows = []
    for item in (one for one in items if isinstance(one, Record)):
        for one in records_in(item, "approvals"):
            if key(one, "judge") in judges and key(one, "state") in WAITING:
                when = _value(field_in(item, "dates", "review")) or _value(field_in(item, "dates", "publish"))
                judge, state = _value(field_of(one, "judge")), _value(field_of(one, "state"))
                rows.append(Row((cell(item.id), cell(words(item.title)), cell(judge), cell(state), cell(when))))
    return rows


def _facts(blocks: Sequence[Block]) -> list[Row]:
    """The facts of the register that are not cleared: number, statement, where they stand."""
    rows = []
    for one in (row for block in blocks if isinstance(block, Rows) for row in block.rows):
        state = next((it for it in one.cells[-1] if isinstance(it, Choice)), None)
        if state is not None and state.key in WAITING:
            rows.append(Row((one.cells[0], one.cells[1][:1], (state,))))
    return rows


def _clearances(blocks: Sequence[Block], inside: str = "") -> list[Row]:
    """Records whose clearance is open, which stands in them, in a group of theirs, or in one of its groups."""
    rows = []
    for one in (it for it in blocks if isinstance(it, Record)):
        home = group_of(one, inside) if inside else one
        holder = home and next((it for it in home.blocks if isinstance(it, Group) and it.name == "clearance"), home)
        state = _value(field_of(holder, "state")) if holder is not None else None
        if isinstance(state, Choice) and state.key in WAITING:
            rows.append(Row((cell(one.id), cell(words(one.title)), cell(state))))
    return rows


def _letters(blocks: Sequence[Block], reader: Reader, judges: Collection[str]) -> list[Row]:
    """The letters that were sent and not answered: the press officer's are all, others' those about their matters."""
    rows = []
    for one in (it for it in blocks if isinstance(it, Record)):
        answer = group_of(one, "answer")
        answered = answer is not None and key(answer, "state") not in ("", "silence")
        if field_of(one, "sent") is None or answered:
            continue
        judge = key(one, "judge")
        about = {it.name for block in one.blocks if isinstance(block, Fields) for it in block.rows}
        theirs = judge in judges if judge else bool(about & OF_LETTERS.get(reader, frozenset()))
        if reader == "press" or theirs:
            says = _value(field_of(one, "wording"))
            to: Value = _value(field_of(one, "to")) or Text(words(one.title))
            rows.append(Row((cell(one.id), cell(to), cell(says), cell(_value(field_of(one, "needed"))))))
    return rows


def _carriers(blocks: Sequence[Block]) -> list[Row]:
    return [
        Row((cell(one.id), cell(words(one.title)), cell(_value(field_of(one, "on")))))
        for one in blocks
        if isinstance(one, Record)
    ]
