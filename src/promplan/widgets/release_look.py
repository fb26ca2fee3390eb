"""A press release read by an editor with one minute: each of its parts with what was found, and its marked words."""

from html import escape

from promplan.language import Words, say
from promplan.plan.consents import Person
from promplan.plan.document import Plan
from promplan.plan.items import Item
from promplan.text.listed import rows
from promplan.text.release import WANTED, Part, release
from promplan.text.shown import numbers, shown
from promplan.widgets.controls import begun
from promplan.widgets.release_put import day_of, where, why_unnamed

NAMES: dict[Part, Words] = {
    "head": say("Headline"),
    "lead": say("Lead"),
    "who": say("Who?"),
    "what": say("What?"),
    "when": say("When?"),
    "where": say("Where?"),
    "quote": say("Quotation"),
    "speaker": say("Who says it"),
    "about": say("About the plant"),
    "contact": say("Contact"),
}


def checked(plan: Plan, item: Item) -> str:
    """The ten parts in their order, each found or wanted."""
    parts = release(item.text, item.headline, plan.enterprise.place).parts
    found = "".join(_part(one, parts.get(one, "")) for one in WANTED)
    n, all_ = len(parts), len(WANTED)
    head = say("{n} of {all} parts are found.", n=n, all=all_)
    unsure = say("They are known by their form: what is there and was not seen may still be right.")
    who = _speaker(plan, item, parts.get("speaker", ""))
    return (
        f'<p><strong>{_e(head)}</strong> {_e(unsure)}</p><ul class="pp-release-parts">{found}</ul>'
        f"{who}{_facts(plan, item)}"
    )


def _part(part: Part, text: str) -> str:
    sign, told = ("✔", begun(" ".join(text.split()), 90)) if text else ("✘", str(WANTED[part]))
    state = "found" if text else "missing"
    return (
        f'<li data-state="{state}"><span class="pp-release-sign">{sign}</span> <b>{_e(NAMES[part])}</b> '
        f"<span>{escape(told)}</span></li>"
    )


def _speaker(plan: Plan, item: Item, name: str) -> str:
    """Whether the one who is quoted has let it: compared with the people of the visit by the family name."""
    if not name:
        return ""
    person = next((one for one in plan.visit.people if _is(one, name)), None)
    if person is None and any(_same(one.name, name) for one in plan.team.members):
        return f"<p>✔ {_e(say('{name} is one of your team: let them read it before it goes out.', name=name))}</p>"
    if person is None:
        told = say("{name} is not among the people of the visit: is there a consent to name them?", name=name)
        return f"<p>✘ {_e(told)}</p>"
    why = why_unnamed(person, day_of(plan, item))
    if why is None:
        return f"<p>✔ {_e(say('{name} has signed for data and dissemination.', name=name))}</p>"
    return f"<p>✘ {_e(say('{name} may not be named: {why}.', name=name, why=why))}</p>"


def _is(one: Person, name: str) -> bool:
    return _same(one.name, name)


def _same(one: str, name: str) -> bool:
    """The same family name; its ending may be of another case."""
    last, said = one.split()[-1:] or [""], name.split()[-1]
    family = last[0].casefold().rstrip("аеёиоуыэюяй")
    return len(family) > 2 and said.casefold().startswith(family)


def _facts(plan: Plan, item: Item) -> str:
    """The facts of the piece, each with whether it stands in the text."""
    known = {one.id: one for one in plan.enterprise.facts}
    facts = [known[id_] for id_ in item.facts if id_ in known]
    if not facts:
        return f"<p>{_e(say('No fact stands in this piece yet: choose some in its form.'))}</p>"
    lines = []
    for one in facts:
        sign, words = where(plan, item, one)
        lines.append(f"<li><b>{escape(one.id)}</b> {sign} {_e(words)}</li>")
    return f'<ul class="pp-release-facts">{"".join(lines)}</ul>'


def marked(item: Item) -> str:
    """The text with its marked words and its numbers, as in the text checker."""
    if not item.text.strip():
        return f"<p>{_e(say('Nothing is written here yet.'))}</p>"
    told = "".join(f"<li>{_e(one)}</li>" for one in numbers(item.text))
    return f"{shown(item.text, rows('jargon'))}<ul>{told}</ul>"


def _e(words: Words) -> str:
    return escape(str(words))
