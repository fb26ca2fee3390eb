"""How long does a year's calendar take, how far may it be from the best, and what does CP-SAT do with it?

Items as in a newsroom: two to four channels each, two thirds cleared late, half with a deadline, hooks, three pillars;
Sundays blocked, every channel with a cadence and a distance. `tight` is the crew's time in times of what all items
take; at 1.0 every week must be full to the hour. `pytest tests/bench/test_slots.py`. The last test needs OR-Tools,
which is no dependency of this package: install it into an environment of its own.
"""

import random
import resource
import time

import pytest

from promplan.media.slots import Channel, Item, Rules, place, usual
from promplan.media.slots.checks import checked_question
from promplan.media.slots.greedy import first_calendar
from promplan.media.slots.model import Model
from promplan.media.slots.scoring import score
from promplan.media.slots.solving import solved

SMALL, YEAR = (60, 12), (240, 52)  # items and weeks, in four channels


def newsroom(size, seed, tight):
    (items, weeks), draw = size, random.Random(seed)
    days, names, listed = 7 * weeks, ["vk", "telegram", "site", "dzen"], []
    for n in range(items):
        earliest = draw.randrange(days // 2) if draw.random() < 0.6 else 0
        deadline = min(days - 1, earliest + draw.randrange(14, days)) if draw.random() < 0.5 else days - 1
        hooks = {draw.randrange(earliest, deadline + 1): draw.randint(10, 40) for _ in range(draw.choice([0, 0, 1, 2]))}
        listed.append(
            Item(
                f"I{n}",
                {name: draw.randint(10, 100) for name in draw.sample(names, draw.randint(2, 4))},
                hours=draw.choice([2, 3, 4, 5, 6, 8, 10]),
                earliest=earliest,
                deadline=deadline,
                pillar=draw.choice(["work", "people", "place"]),
                hooks=hooks,
            )
        )
    rules = Rules(
        days,
        tuple(Channel(name, 1, 3, apart) for name, apart in zip(names, [1, 2, 2, 3], strict=True)),
        hours=round(sum(item.hours for item in listed) * tight / weeks, 1),  # so that whole numbers can count them
        pillars={"work": 0.4, "people": 0.3, "place": 0.3},
        blocked=frozenset(range(6, days, 7)),
    )
    return listed, rules


def timed(size, seed, tight, seconds):
    items, rules = newsroom(size, seed, tight)
    began, used = time.perf_counter(), time.process_time()
    answer = place(items, rules, seconds=seconds)
    return answer, time.perf_counter() - began, time.process_time() - used


def shown(answer, wall, cpu):
    best = "proven" if answer.proven else f"{answer.gap:8.1f} at most below the best ({answer.gap / answer.bound:.2%})"
    return f"objective {answer.objective:9.1f}, {best}; {wall:5.2f} s, {cpu:5.2f} s of them of this process"


@pytest.mark.parametrize("tight", [1.3, 1.1, 1.0, 0.9])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_60_items_12_weeks_4_channels(capsys, seed, tight):
    answer, wall, cpu = timed(SMALL, seed, tight, 60)
    with capsys.disabled():
        print(f"\n60 items x 12 weeks x 4 channels, seed {seed}, tight {tight}: {shown(answer, wall, cpu)}")
    assert answer.proven or answer.gap > 0


@pytest.mark.parametrize("tight", [1.3, 1.1, 1.0])
@pytest.mark.parametrize("seed", [1, 2])
def test_240_items_52_weeks_4_channels_in_a_minute(capsys, seed, tight):
    answer, wall, cpu = timed(YEAR, seed, tight, 60)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    with capsys.disabled():
        print(
            f"\n240 items x 52 weeks x 4 channels, seed {seed}, tight {tight}: {shown(answer, wall, cpu)}; "
            f"{memory:.0f} MB"
        )
    assert answer.bound >= answer.objective


@pytest.mark.parametrize("hooks", [0, 30])
@pytest.mark.parametrize("seconds", [1, 5])
def test_a_year_of_items_that_may_stand_anywhere_keeps_to_few_seconds(capsys, hooks, seconds):
    draw, days = random.Random(1), 365
    names = ["vk", "telegram", "site", "dzen", "rutube", "ok"]
    items = [
        Item(
            f"I{n}",
            {name: draw.randint(10, 100) for name in names},
            hours=draw.choice([2, 3, 4, 5, 6, 8, 10]),
            hooks={draw.randrange(days): draw.randint(10, 40) for _ in range(hooks)},
        )
        for n in range(300)
    ]
    channels = tuple(Channel(name, 1, 3, apart) for name, apart in zip(names, [1, 2, 2, 3, 1, 2], strict=True))
    rules = Rules(days, channels, hours=32, blocked=frozenset(range(6, days, 7)))
    began = time.perf_counter()
    answer = place(items, rules, seconds=seconds)
    took = time.perf_counter() - began
    with capsys.disabled():
        print(
            f"\n300 items x 365 days x 6 channels, {hooks} hooks each, {seconds} s: {took:.2f} s; objective "
            f"{answer.objective:.1f}, {answer.gap:.1f} at most below the best, {len(answer.unplaced)} left out"
        )
    assert answer.bound >= answer.objective


@pytest.mark.parametrize("tight", [1.3, 1.0])
def test_highs_beside_the_first_calendar(capsys, tight):
    items, rules = newsroom(YEAR, 1, tight)
    question = checked_question(items, rules, None)
    model, first = Model(question), score(question, first_calendar(question)).objective
    began = time.perf_counter()
    found = solved(model, 60, 0)
    took = time.perf_counter() - began
    with capsys.disabled():
        mine = "nothing" if found.columns is None else f"{-(model.cost @ found.columns):.1f}"
        print(
            f"\n{model.columns} columns, {len(model.low)} rows; tight {tight}; bound {-found.bound:.1f}; "
            f"first calendar {first:.1f}; HiGHS {mine} in {took:.1f} s"
        )
    assert first <= -found.bound + 1e-6


@pytest.mark.parametrize(("size", "tight"), [(SMALL, 1.3), (SMALL, 1.0), (SMALL, 0.9), (YEAR, 1.3), (YEAR, 1.0)])
def test_beside_cp_sat(capsys, size, tight):
    """The same question, day by day, in OR-Tools' words; values are whole, hours and balance count in tenths."""
    cp_model = pytest.importorskip("ortools.sat.python.cp_model")
    items, rules = newsroom(size, 1, tight)
    price = usual(items)
    began = time.perf_counter()
    model, terms = cp_model.CpModel(), []
    at = {}  # item, day, channel
    for item in items:
        for day in range(item.earliest, item.deadline + 1):
            for channel in item.value if day not in rules.blocked else ():
                at[item.id, day, channel] = model.new_bool_var("")
                terms.append(round(10 * item.worth((day, channel))) * at[item.id, day, channel])
    left = {item.id: model.new_bool_var("") for item in items}
    terms += [-round(10 * price.unplaced) * each for each in left.values()]
    by_item, by_place, by_week = {}, {}, {}
    hours = {item.id: item.hours for item in items}
    for (name, day, channel), x in at.items():
        by_item.setdefault(name, []).append(x)
        by_place.setdefault((day, channel), []).append(x)
        by_week.setdefault(day // 7, []).append(hours[name] * x)
    for name, out in left.items():
        model.add_exactly_one([*by_item.get(name, []), out])
    for channel in rules.channels:
        for first in range(rules.days - channel.apart + 1):
            near = [x for day in range(first, first + channel.apart) for x in by_place.get((day, channel.id), [])]
            model.add_at_most_one(near)
        for week in range(rules.weeks):
            mine = [x for day in rules.days_of(week) for x in by_place.get((day, channel.id), [])]
            lacking = model.new_int_var(0, channel.least, "")
            model.add(sum(mine) <= channel.most)
            model.add(sum(mine) + lacking >= channel.least)
            terms.append(-round(10 * price.post) * lacking)
    for week in range(rules.weeks):
        over = model.new_int_var(0, 10**5, "")  # in tenths of an hour
        model.add(10 * sum(by_week.get(week, [])) <= round(10 * rules.hours) + over)
        terms.append(-round(price.hour) * over)
    placed = len(items) - sum(left.values())
    for pillar, share in rules.pillars.items():
        mine = sum(1 - left[item.id] for item in items if item.pillar == pillar)
        off = model.new_int_var(0, 10 * len(items), "")
        for sign in (1, -1):
            model.add(sign * (10 * mine - round(10 * share) * placed) - round(10 * rules.tolerance) * placed <= off)
        terms.append(-round(price.balance) * off)
    model.maximize(sum(terms))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = 60
    status = solver.solve(model)
    other = time.perf_counter() - began
    answer, wall, cpu = timed(size, 1, tight, 60)
    with capsys.disabled():
        print(f"\n{size[0]} items x {size[1]} weeks, tight {tight}, ours: {shown(answer, wall, cpu)}")
        found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
        objective = f"{solver.objective_value / 10:.1f}" if found else "none"
        print(
            f"  CP-SAT, {len(at)} places: {solver.status_name(status)}, objective {objective}, bound "
            f"{solver.best_objective_bound / 10:.1f}; {other:.2f} s, building included; "
            f"ratio of times {wall / other:.2f}"
        )
    assert (
        answer.objective <= solver.best_objective_bound / 10 + 1e-3
    )  # each one's bound holds for the other's calendar
    assert not found or solver.objective_value / 10 <= answer.bound + 1e-3
