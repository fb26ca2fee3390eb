"""What an invented plant answers about a version of a piece of content: the steps of `approvals.toml`, one by one."""

from promplan.cases.recognise import holds, numbers_in
from promplan.cases.release import Step, approvals
from promplan.cases.voice import CHANGED, Concern, elsewhere, voiced
from promplan.cases.works import Asked
from promplan.language import chosen, say
from promplan.plan import asking
from promplan.plan.approvals import holds as holds_now
from promplan.plan.desk import Answer
from promplan.plan.document import Plan
from promplan.plan.items import Item
from promplan.plan.shots import Shot

GUARDS = ("engineer", "plant")  # steps that let nothing out that stays inside
INSIDE: tuple[Concern, ...] = ("secret", "inside")
FILMED = ("video", "photo")  # forms in which one sees the plant at work
MONEY = ("rouble", "profit", "рубль", "руб", "прибыль")
AHEAD = ("forecast", "return", "payback", "will", "прогноз", "окупаемость", "окупиться", "будет", "будут")
NOBODY = say("Nobody here looks at that alone. Ask me for the plant's last word.")


def about_version(it: Asked) -> Answer:
    """The answer of whoever takes this step: yes to this version, what is to be changed, no, or whose it is."""
    steps = approvals(it.plan.meta.case)
    step = next((one for one in steps if one.id == it.one.judge), None)
    owner = step.by if step else next((one.by for one in steps if one.accountable), it.staff.first)
    if owner != it.person.id:
        return elsewhere(it.person, it.due, it.staff.people[owner].role)
    if step is None:
        return it.no(NOBODY)
    if it.thing is None:
        return it.no(CHANGED)
    if asking.has_changed(it.plan, it.one):
        return _wants(it, chosen(step.changed))
    if step.id in GUARDS and (objected := it.objection(INSIDE)):
        return objected
    lacks = LACKS.get(step.id, _lacks_nothing)(it.plan, it.thing)
    if step.after and (missing := _before(it.thing, step, steps)):
        return _wants(it, f"{chosen(step.lacks)} {say('I wait for: {steps}.', steps='; '.join(missing))}")
    return _wants(it, chosen(step.lacks)) if lacks else voiced(it.person, it.due, "yes", chosen(step.yes))


def text(item: Item) -> str:
    """All that is said and shown in words."""
    told = [item.title, item.message, item.headline, item.text, item.alt]
    told += [f"{one.words}\n{one.picture}" for one in item.script]
    return "\n".join([*told, *(one.action for one in item.panels)])


def _wants(it: Asked, said: str) -> Answer:
    return voiced(it.person, it.due, "words", said)


def _before(item: Item, step: Step, steps: tuple[Step, ...]) -> list[str]:
    """The steps before this one that have not been taken for this version."""
    done = {one.judge for one in item.approvals if holds_now(one, item)}
    return [chosen(one.what) for one in steps if one.id in step.after and one.id not in done]


def _lacks_facts(plan: Plan, item: Item) -> bool:
    bare = any(numbers_in(one.words) and not one.facts for one in item.script)
    return bare or (bool(numbers_in(f"{item.headline}\n{item.text}")) and not item.facts)


def _shown(plan: Plan, item: Item) -> list[Shot]:
    wanted = {one.shot for one in item.panels}
    return [one for one in plan.visit.shots if one.id in wanted]


def _lacks_zones(plan: Plan, item: Item) -> bool:
    shown, placed = _shown(plan, item), {one.id for one in plan.visit.stops if one.zone}
    return (item.form in FILMED and not shown) or any(one.stop not in placed for one in shown)


def _lacks_papers(plan: Plan, item: Item) -> bool:
    named = {id_ for one in _shown(plan, item) for id_ in one.people}
    people = [one for one in plan.visit.people if one.id in named]
    signed = all(paper.state == "given" for one in people for paper in (one.image, one.data, one.dissemination))
    return item.dates.publish is None or not signed


def _looks_ahead(plan: Plan, item: Item) -> bool:
    return holds(text(item), MONEY) and holds(text(item), AHEAD)


def _lacks_nothing(plan: Plan, item: Item) -> bool:
    return False


LACKS = {"engineer": _lacks_facts, "safety": _lacks_zones, "people": _lacks_papers, "money": _looks_ahead}
