"""What the tests of Word and slides share: plans told whole, with pictures, and with every text turned against them."""

from dataclasses import replace
from datetime import date
from io import BytesIO

from filled import filled

from promplan.cases.example import example
from promplan.export.outline import Figure, Record
from promplan.export.wanted import Wanted
from promplan.export.whole import Whole, whole
from promplan.language import inside
from promplan.plan import Plan
from promplan.plan.base import Part

ON = date(2026, 11, 1)
MARK = "a text"
HOSTILE = (
    '=HYPERLINK("https://x.example","x")',
    "<script>alert(1)</script></w:t></a:t>]]>&amp;",
    '#import "x" $x$ `code` *b* _i_ \\',
    "BEGIN:VEVENT\r\nEND:VEVENT",
    "a\x00b\x0bc\x1f\x85\ufffe",
    "soft\u00adhyphen \u202emirrored\u202c 👩‍🏭🎉 每一个",
    "W" * 5000,
    "слово " * 800,
    "{n} %s {0} {{x}}",
)


def of(plan: Plan, **wanted: object) -> Whole:
    """The plan told whole."""
    return whole(plan, Wanted(on=plan.meta.as_of or ON, figures=False, **wanted))


def quarter(speech: str = "en", **wanted: object) -> Whole:
    """The fullest example."""
    with inside(speech):
        return of(example("09-quarter"), **wanted)


def pictured(told: Whole) -> Whole:
    """The same with a picture of the first idea."""
    sections = tuple(
        replace(one, blocks=tuple(_with(block) for block in one.blocks)) if one.path == "ideas" else one
        for one in told.sections
    )
    return replace(told, sections=sections)


def _with(block: object) -> object:
    if isinstance(block, Record) and block.id == "I1":
        return replace(block, blocks=(*block.blocks, Figure("poster", "Caption of I1", "Twelve rings", png)))
    return block


def png() -> bytes:
    """A picture."""
    from PIL import Image

    stream = BytesIO()
    Image.new("RGB", (60, 85), "#AE3A10").save(stream, "PNG")
    return stream.getvalue()


def hostile(text: str) -> Whole:
    """A plan in which every text is this one, however long: longer than the model takes it, too."""
    plan = filled(lambda name, inside: "" if name == "Meta.case" else MARK)
    _put(plan, text)
    return of(plan)


def _put(held: object, text: str) -> object:
    if isinstance(held, Part):
        for name in type(held).model_fields:
            held.__dict__[name] = _put(getattr(held, name), text)  # past the bounds that the model keeps
    elif isinstance(held, list):
        held[:] = [_put(one, text) for one in held]
    return text if held == MARK else held


def said(name: str, inside: bool) -> str:
    """What stands in a text of a filled plan; a case that nobody knows is named by the review."""
    return "" if name == "Meta.case" else f"{'INSIDE' if inside else 'told'} {name}"
