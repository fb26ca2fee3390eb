"""Two languages: translatable words, the interface language, numbers and days, and the error that ends with a remedy.

`say("…")` marks a sentence for the catalogue and keeps it untranslated until somebody reads it, so that a
finding made once can be read in either language. Catalogues are gettext's (`locale/ru/promplan.po`, compiled when it is
needed); English is the source and needs none.
"""

import contextlib
import gettext
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from promplan.language.typesetting import fitted, set_, unset

LANGUAGES = ("en", "ru")
_interface = "en"  # the only global state of the package (style.md)


def current() -> str:
    """The interface language, one of `LANGUAGES`."""
    return _interface


def use(language: str) -> None:
    """Make `language` the interface language; ValueError for one that the course does not speak."""
    global _interface
    if language not in LANGUAGES:
        raise ValueError(f"the course speaks {', '.join(LANGUAGES)}, not {language!r}")
    _interface = language


@contextlib.contextmanager
def inside(language: str) -> Iterator[None]:
    """Speak `language` for the length of a `with` block."""
    before = current()
    use(language)
    try:
        yield
    finally:
        use(before)


def pick(text: Any) -> Any:
    """What the current language says of an asset's `{en = …, ru = …}` or of `Words`, set for reading; else as it is."""
    if isinstance(text, Mapping) and "en" in text:
        said = chosen(text)
        return set_(said) if _interface == "ru" and isinstance(said, str) else said
    return str(text) if isinstance(text, Words) else text


def chosen(text: Any) -> Any:
    """The same for what goes into a plan: with the spaces that anybody types."""
    if isinstance(text, Words):
        return unset(str(text))
    return (text.get(_interface) or text["en"]) if isinstance(text, Mapping) and "en" in text else text


def number(value: float) -> str:
    """A number as the interface language writes it: 9,800 and 0.5; 9800 and 0,5 (set off from five digits on)."""
    text = f"{value:,.10g}" if abs(value) < 1e10 else f"{value:,.0f}"
    if "e" in text:
        text = plain_number(value)  # 8e-05 is no number that anybody reads
    if _interface == "ru":
        return text.replace(",", "" if abs(value) < 10_000 else "\u202f").replace(".", ",")
    return text


def plain_number(value: float) -> str:
    """A number in ten digits at most, without a power of ten and without marks between thousands.

    >>> plain_number(8e-05), plain_number(2019.0)
    ('0.00008', '2019')
    """
    return f"{Decimal(f'{value:.10g}'):f}" if math.isfinite(value) else ""


def day(value: date) -> str:
    """A day as the interface language writes it: 2026-12-01; 01.12.2026."""
    return f"{value:%d.%m.%Y}" if _interface == "ru" else value.isoformat()


def _written(value: Any) -> Any:
    """A sentence's value in the interface language: the right side of a table, a float and a day as it writes them."""
    value = pick(value)
    if isinstance(value, float):
        return number(value)
    return day(value) if isinstance(value, date) else value


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    if language == "en":
        return gettext.NullTranslations()
    from promplan.language.compiling import load

    return load(Path(__file__).parents[1] / "locale" / language / "promplan.mo")


@dataclass(frozen=True)
class Words:
    """A sentence that waits for its language: an English template, its plural if it counts, and its values.

    Values may be `Words` themselves, an asset's `{en, ru}` table, a float or a day; all are rendered in the same
    language. Whole numbers stay as they are: a year has no thousands. `context` tells apart two sentences that are
    one in English.
    """

    template: str
    values: Mapping[str, Any] = field(default_factory=dict)
    plural: str | None = None
    context: str = ""

    def into(self, language: str) -> str:
        """The sentence in `language`."""
        catalogue = _catalogue(language)
        if self.context:
            template = catalogue.pgettext(self.context, self.template)
        elif self.plural is None:
            template = catalogue.gettext(self.template)
        else:
            template = catalogue.ngettext(self.template, self.plural, int(self.values["n"]))
        if language == "ru":
            template = set_(template)
        if not self.values:
            return template
        with inside(language):
            return template.format_map(fitted(template, {name: _written(value) for name, value in self.values.items()}))

    def __str__(self) -> str:
        return self.into(_interface)

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)

    def __hash__(self) -> int:
        return hash((self.template, self.plural, self.context, *sorted(self.values)))  # values may have no hash


def say(template: str, **values: Any) -> Words:
    """Mark `template` for translation; `{name}` places take the values."""
    return Words(template, values)


def say_in(context: str, template: str, **values: Any) -> Words:
    """Mark one English sentence that has more than one Russian: `say_in("answer", "Clearance")`."""
    return Words(template, values, context=context)


def say_many(one: str, many: str, n: int, **values: Any) -> Words:
    """Mark a sentence that counts: `say_many("{n} fact", "{n} facts", 3)`."""
    return Words(one, {"n": n, **values}, many)


class Problem(ValueError):
    """What is wrong, where, and what to do: the only error that a student may meet.

    Args:
        what: the sentence with the fault, its place and the remedy.
    """

    def __init__(self, what: Words) -> None:
        super().__init__(what)
        self.what = what

    def __str__(self) -> str:
        return str(self.what)

    def _render_traceback_(self) -> list[str]:
        """IPython shows this instead of a traceback: the message, and nothing of our insides."""
        return [str(self.what)]
