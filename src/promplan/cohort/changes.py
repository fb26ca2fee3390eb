"""What changed between two gradings of a team's plan, and why: the plan, the rules, the day."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from promplan.cohort.both import Both, both
from promplan.cohort.record import FindingRow, Record
from promplan.language import Words, say

MANY = 6  # places that a line names
Change = tuple[str, str, Both]  # cause, kind, what


def changes(before: Record | None, after: Record) -> list[Change]:
    """What is otherwise than before; nothing of a first grading."""
    if before is None:
        return []
    cause = (
        "+".join(name for name in ("plan", "rules", "day") if getattr(before, name) != getattr(after, name)) or "course"
    )  # the same in all: then it is promplan itself
    told = [*_gates(before, after), *_findings(before, after), *_points(before, after)]
    return [(cause, kind, both(words)) for kind, words in told]


def _gates(before: Record, after: Record) -> Iterable[tuple[str, Words]]:
    was = {one.gate: one for one in before.gate}
    for one in after.gate:
        old = was.get(one.gate)
        if old is None or old.state != one.state:
            old_state = STATES[old.state] if old else say("not there")
            yield (
                "gate",
                say("Gate “{gate}”: {old} → {new}", gate=_table(one.name), old=old_state, new=STATES[one.state]),
            )
    for gone in was.keys() - {one.gate for one in after.gate}:
        yield "gate", say("Gate “{gate}”: no longer asked", gate=_table(was[gone].name))


def _table(told: Both) -> dict[str, str]:
    return {"en": told.en, "ru": told.ru}


STATES = {"passed": say("passed"), "closed": say("closed"), "nothing yet": say("nothing to check yet")}


def _findings(before: Record, after: Record) -> Iterable[tuple[str, Words]]:
    old, new = _by_key(before.finding), _by_key(after.finding)
    for keys, kind in ((new.keys() - old.keys(), "new"), (old.keys() - new.keys(), "gone")):
        rows: dict[str, list[FindingRow]] = defaultdict(list)
        for key in keys:
            rows[key[0]].append((new if kind == "new" else old)[key])
        for rule, found in sorted(rows.items()):
            where = {one: _places(found, one) for one in ("en", "ru")}
            if kind == "new":
                yield "new", say("{rule}: a new finding on {places}", rule=rule, places=where)
            else:
                yield "gone", say("{rule}: no longer found on {places}", rule=rule, places=where)
    graver: dict[tuple[str, str, str], list[FindingRow]] = defaultdict(list)
    for key in old.keys() & new.keys():
        if old[key].severity != new[key].severity:
            graver[key[0], old[key].severity, new[key].severity].append(new[key])
    for (rule, was, now), found in sorted(graver.items()):
        where = {one: _places(found, one) for one in ("en", "ru")}
        said = say(
            "{rule}: {old} → {new} on {places}", rule=rule, old=SEVERITIES[was], new=SEVERITIES[now], places=where
        )
        yield "severity", said


SEVERITIES = {"error": say("error"), "warning": say("warning"), "info": say("advice")}


def _by_key(rows: Iterable[FindingRow]) -> dict[tuple[str, str, int], FindingRow]:
    """The findings by rule, object and which of them it is there."""
    found: dict[tuple[str, str, int], FindingRow] = {}
    for one in rows:
        n = 0
        while (one.rule, one.object, n) in found:
            n += 1
        found[one.rule, one.object, n] = one
    return found


def _places(found: list[FindingRow], spoken: str) -> str:
    names = sorted({getattr(one.place, spoken) for one in found}, key=lambda it: (len(it), it))
    return ", ".join(names[:MANY]) + (" …" if len(names) > MANY else "")


def _points(before: Record, after: Record) -> Iterable[tuple[str, Words]]:
    was = {one.criterion: one for one in before.point}
    for one in after.point:
        old = was.get(one.criterion)
        if old is None or round(old.machine, 1) != round(one.machine, 1) or old.weight != one.weight:
            had = (round(old.machine, 1), round(old.most, 1)) if old else (0.0, 0.0)
            yield (
                "points",
                say(
                    "{criterion}: machine points {old} of {of} → {new} of {most}",
                    criterion=_table(one.name), old=had[0], of=had[1],
                    new=round(one.machine, 1), most=round(one.most, 1),
                ),
            )  # fmt: skip


def of_rules(before: Mapping[str, str], after: Mapping[str, str]) -> list[Words]:
    """What changed in the rules themselves: new ones, gone ones, other severities and weights."""
    if not before:
        return []
    told = [say("{rule} is new", rule=one) for one in sorted(after.keys() - before.keys())]
    told += [say("{rule} is no longer asked", rule=one) for one in sorted(before.keys() - after.keys())]
    for one in sorted(before.keys() & after.keys()):
        if before[one] != after[one]:
            old, new = (SEVERITIES.get(it, it) for it in (before[one], after[one]))
            told.append(say("{rule}: {old} → {new}", rule=one, old=old, new=new))
    return told
