"""What a form calls a field of the plan: its label, its line of help, its choices in words.

The English stands in the model; the Russian is in the catalogue of the interface, like that of every other sentence.
What `label` returns are plain strings, so that the JSON Schema of the plan stays a JSON Schema.
"""

from collections.abc import Mapping
from typing import Any, Literal

from pydantic.fields import FieldInfo

from promplan.language import Words

Said = Literal["sentence", "phrase", "number", "name", "person", "unit"]
INSIDE: dict[str, Any] = {"inside": True}  # of a field that leaves the team in no export but its own json


def choices(table: Mapping[str, str | Words]) -> dict[str, Words]:
    """Mark the words of a table of choices for the catalogue, by the value that each stands for."""
    return {value: words if isinstance(words, Words) else Words(words) for value, words in table.items()}


def label(
    text: str | Words,
    *,
    help: str | Words = "",
    wide: bool = False,
    choices: Mapping[str, Words] | None = None,
    refers: str = "",
    said: Said = "phrase",
    distinct: bool = False,
    inside: bool = False,
    never_back: bool = False,
) -> dict[str, Any]:
    """What a form shows for a field: label, a line of help, several lines or one, the choices in words.

    `refers` names the list of the plan whose records may be chosen here. Of a text, `said` is what it should be (a
    "number": digits may stand alone, as in 112), and `distinct` whether each record of a list should say it
    differently: the review reads every text by these two.
    What is `inside` stays in the plan's own file: no export shows it. What goes `never_back` is the later one of two
    copies, and nobody is asked. A `Words` in place of a string brings a context:
    `say_in("answer", "Clearance")`.
    """
    told = [text, help, *(choices or {}).values()]
    shown: dict[str, Any] = {"label": _english(text), "help": _english(help), "wide": wide}
    if choices:
        shown["choices"] = {value: words.template for value, words in choices.items()}
    if refers:
        shown["refers"] = refers
    if said != "phrase":
        shown["said"] = said
    if distinct:
        shown["distinct"] = True
    if inside:
        shown |= INSIDE
    if never_back:
        shown["never_back"] = True
    if contexts := {one.template: one.context for one in told if isinstance(one, Words) and one.context}:
        shown["contexts"] = contexts
    return shown


def label_of(info: FieldInfo) -> Words | None:
    """What the field is called in its form; None where no form shows it by name."""
    return _words(info, _extra(info).get("label", ""))


def help_of(info: FieldInfo) -> Words | None:
    """The line of help under the field, if there is one."""
    return _words(info, _extra(info).get("help", ""))


def choices_of(info: FieldInfo) -> dict[str, Words]:
    """The values that may be chosen, in the form's order, each in words; empty where anything may be written."""
    contexts = _extra(info).get("contexts", {})
    return {
        value: Words(text, context=contexts.get(text, "")) for value, text in _extra(info).get("choices", {}).items()
    }


def choice_words(info: FieldInfo, value: Any) -> Words | None:
    """One value of the field in words, or None where it is none of the choices."""
    return choices_of(info).get(value) if isinstance(value, str) else None


def is_inside(info: FieldInfo) -> bool:
    """Does the field stay in the plan's own file?"""
    return bool(_extra(info).get("inside"))


def goes_never_back(info: FieldInfo) -> bool:
    """Is it a clock: of two values the later one is right?"""
    return bool(_extra(info).get("never_back"))


def is_wide(info: FieldInfo) -> bool:
    """Has the field room for several lines?"""
    return bool(_extra(info).get("wide"))


def _english(text: str | Words) -> str:
    return text.template if isinstance(text, Words) else text


def _extra(info: FieldInfo) -> dict[str, Any]:
    return info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}


def _words(info: FieldInfo, text: str) -> Words | None:
    return Words(text, context=_extra(info).get("contexts", {}).get(text, "")) if text else None
