"""What the review says of one field, to stand under its control: sign, word, message, fix, a hint behind a word."""

from collections.abc import Sequence
from html import escape

from promplan.language import say
from promplan.review import RULES, Finding
from promplan.review.report_html import ORDER, TOLD


def at_field(found: Sequence[Finding], *, blank: bool) -> str:
    """The findings of a field as HTML, the gravest first. What is asked of an empty field is said quietly."""
    ordered = sorted(found, key=lambda one: (one.answered is not None, ORDER.index(one.severity)))
    return "".join(_told(one, blank=blank) for one in ordered)


def _told(one: Finding, *, blank: bool) -> str:
    kept = one.answered is not None
    state = "kept" if kept else "blank" if blank and one.severity != "error" else one.severity
    said = f"<b>{escape(str(TOLD[one.severity]))}.</b> {escape(str(one.message))}"
    if kept:
        return _box(one, state, f"{said} {escape(str(say('Your reason: {reason}', reason=one.answered)))}")
    said += f'<span class="pp-cure">→ {escape(str(one.fix))}</span>'
    if state in ("error", "warning"):
        hints = "".join(f"<p>{escape(str(hint))}</p>" for hint in RULES[one.rule].hints)
        summary = f'<summary data-lm-suppress-shortcuts="true">{escape(str(say("Hint")))}</summary>'
        said += f"<details>{summary}{hints}</details>"
    return _box(one, state, said)


def _box(one: Finding, state: str, said: str) -> str:
    """The finding in its box, which says whose it is: a hint opened at one record is not open at the next."""
    mark = '<span class="pp-mark" aria-hidden="true"></span>'
    code = f'<small class="pp-rule">{escape(one.rule)}</small>'
    return (
        f'<div class="pp-told" data-state="{state}" data-of="{escape(one.object)}">{mark}<div>{said} {code}</div></div>'
    )
