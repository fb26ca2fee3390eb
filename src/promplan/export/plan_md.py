"""The plan as Markdown: for a wiki, a letter, a repository; good to read as it stands, and the same when it is drawn.

Every sign that means something in Markdown (CommonMark, GitHub's tables, bare addresses, mentions) is escaped, so that
no word of anybody's becomes a link, a picture or HTML. A figure is told by its alternative text and its caption.
"""

import re
from collections.abc import Iterable, Iterator

from promplan.export.outline import Block, Cell, Field, Fields, Figure, Note, Record, Rows
from promplan.export.outline_values import words
from promplan.export.plan_parts import AS_OF, DRAFT, EMPTY, FOR_WHOM, REVIEW, SUMMARY, VERSION, chapters, state
from promplan.export.printed import plain
from promplan.export.wanted import READERS
from promplan.export.whole import Whole
from promplan.language import Words, day, say
from promplan.review.finding import Finding
from promplan.review.report_html import TOLD, grouped

MARK = "<!-- promplan plan -->"  # a remark that no renderer shows: how a text of ours is known again
SIGNS = re.compile(r"[\\`*_\[\]<>|~$@^]|&(?=#|\w+;)|(?<=\w):(?=//)|(?<=www)\.", re.IGNORECASE)
BEGINS = re.compile(r"^(\s*)([#+=-]|\d{1,9}(?=[.)](?:\s|$)))")
BREAKS = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
DEEPEST = 6


def made(told: Whole) -> bytes:
    """The text, in the interface language."""
    lines, (parts, empty) = [*_head(told)], chapters(told.sections)
    if told.summary:
        lines += ["", f"## {_line(SUMMARY)}", *_blocks(told.summary, 3)]
    for one in parts:
        lines += ["", f"## {_line(words(one.own.title))}", *_blocks(one.own.blocks, 3)]
        for part in one.parts:
            lines += ["", f"### {_line(words(part.title))}", *_blocks(part.blocks, 4)]
    if empty:
        lines += ["", f"## {_line(EMPTY)}", "", *(f"- {_line(words(one.title))}" for one in empty)]
    lines += ["", f"## {_line(REVIEW)}", *_review(told)]
    text = "\n".join(lines)
    return (re.sub(r"\n{3,}", "\n\n", text).strip() + "\n").encode("utf-8", "replace")


def is_ours(data: bytes) -> bool:
    """Are these the bytes of a text as `made` writes it?"""
    return data.startswith(MARK.encode())


def escaped(text: str) -> str:
    """A line of somebody's words in which nothing is Markdown."""
    one = " ".join(BREAKS.sub(" ", str(plain(text))).split())
    one = SIGNS.sub(lambda found: f"\\{found.group()}", one)
    return BEGINS.sub(_begun, one)


def _begun(found: re.Match[str]) -> str:
    """What begins a list, a heading or a rule, made a sign like others."""
    return f"{found.group(1)}{found.group(2)}" if found.group(2).isdigit() else f"{found.group(1)}\\{found.group(2)}"


def _line(said: Words | str) -> str:
    """A line; a number and a point at its beginning would be a list."""
    return re.sub(r"^(\d{1,9})([.)])(?=\s|$)", r"\1\\\2", escaped(str(said)))


def _head(told: Whole) -> Iterator[str]:
    yield MARK
    yield ""
    yield f"# {_line(words(told.title))}"
    if told.wanted.draft:
        yield ""
        yield f"**{_line(DRAFT)}**"
    yield ""
    yield f"{_line(told.window)}"
    yield ""
    yield f"- {_line(AS_OF)}: {_line(day(told.on))}"
    yield f"- {_line(VERSION)}: {state(told)}"
    if told.wanted.reader:
        yield f"- {_line(FOR_WHOM)}: {_line(READERS[told.wanted.reader])}"


def _blocks(blocks: Iterable[Block], level: int) -> Iterator[str]:
    for one in blocks:
        yield ""
        if isinstance(one, Fields):
            for field in one.rows:
                yield from _field(field)
        elif isinstance(one, Rows):
            yield from _table(one)
        elif isinstance(one, Note):
            yield f"*{_line(words(one.words))}*"
        elif isinstance(one, Figure):
            yield f"> **{_line(words(one.caption))}**  "
            yield f"> {_line(words(one.alt))}"
        else:
            id_ = f"{one.id} · " if isinstance(one, Record) else ""
            yield f"{'#' * min(level, DEEPEST)} {id_}{_line(words(one.title)) or '…'}"
            yield from _blocks(one.blocks, level + 1)


def _field(one: Field) -> Iterator[str]:
    """A field as an item of a list; the further lines of its text stand below it, each a line."""
    first, *more = [it for it in (_line(it) for it in BREAKS.split(str(one.value))) if it] or [""]
    label = f"**{_line(one.heading)}** " if one.heading else ""
    yield f"- {label}{first}" + ("\\" if more else "")
    for place, line in enumerate(more, 1):
        yield f"  {line}" + ("\\" if place < len(more) else "")


def _table(one: Rows) -> Iterator[str]:
    """A table; its caption above it. The lines of a cell stand in one."""
    if caption := _line(words(one.caption)):
        yield f"*{caption}*"
        yield ""
    heads = [_line(words(head)) or " " for head in one.heads]
    yield f"| {' | '.join(heads)} |"
    yield f"|{'|'.join(' --- ' for _ in heads)}|"
    for row in one.rows:
        yield f"| {' | '.join(_cell(it) for it in row.cells)} |"


def _cell(lines: Cell) -> str:
    told = " · ".join(escaped(str(one)) for one in lines)
    return told or "—"


def _review(told: Whole) -> Iterator[str]:
    if told.reasons:
        yield ""
        yield _line(told.reasons)
    yield ""
    found = grouped(told.review)
    if not found:
        yield _line(told.review.verdict if told.review.asked else say("nothing to check yet"))
    for where, findings in found:
        for one in dict.fromkeys((it.severity, str(it.message), str(it.fix)) for it in findings):
            yield _finding(where, next(it for it in findings if (it.severity, str(it.message), str(it.fix)) == one))


def _finding(where: str, one: Finding) -> str:
    told = f"- **{_line(TOLD[one.severity])}** · {_line(where)}: {_line(one.message)}"
    return f"{told} {_line(say('Smallest fix: {fix}', fix=one.fix))} ({one.rule})"
