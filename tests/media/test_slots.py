"""Which item comes on which day in which channel, and what gives way where not everything fits?"""

import random
from datetime import date
from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from promplan.language import Problem, inside
from promplan.media.slots import Channel, Item, Penalties, Rules, place, usual
from promplan.media.slots.checks import checked_question
from promplan.media.slots.clashes import clashes
from promplan.media.slots.greedy import first_calendar
from promplan.media.slots.left_out import Standing, left_out
from promplan.media.slots.model import Model
from promplan.media.slots.rounding import rounded
from promplan.media.slots.scoring import score
from promplan.media.slots.solving import ceiling, presolves, solved
from promplan.media.slots.windows import fitted, runs

VK = (Channel("vk"),)
TWO = (Channel("vk"), Channel("site"))
CASE_22 = [[9, 7, 4, 2], [8, 9, 3, 5], [6, 5, 7, 1]]
MONDAY = date(2026, 5, 4)


def posts(values):
    """Posts that bring something else on every day: all of it as hooks."""
    return [Item(f"P{n}", 0, hooks=dict(enumerate(row))) for n, row in enumerate(values, 1)]


def where(answer):
    return {each.id: (each.day, each.channel) for each in answer.placed}


def sentence(answer):
    """The only thing that is the matter with a calendar."""
    with inside("en"):
        (one,) = [str(each.reason.what) for each in answer.unplaced] + [str(each.what) for each in answer.reasons]
    return one


def judged(items, rules, penalties, spots):
    """The objective of a calendar, from the rules as they are written; None if it breaks a hard one.

    Knows nothing of the program: no options, no columns, no code of ours.
    """
    week_of = {day: day // rules.week for day in range(rules.days)}
    total, hours, counts = 0.0, {}, {}
    for item in items:
        if item.id not in spots:
            if item.frozen is not None:
                return None
            total -= penalties.unplaced
            continue
        day, channel = spots[item.id]
        too_late = item.deadline is not None and day > item.deadline
        if (
            day in rules.blocked
            or (item.earliest is not None and day < item.earliest)
            or (too_late and penalties.late is None)
            or (item.channels is not None and channel not in item.channels)
            or (isinstance(item.value, dict) and channel not in item.value)
            or (item.frozen is not None and (day, channel) != item.frozen)
        ):
            return None
        total += item.value[channel] if isinstance(item.value, dict) else item.value
        total += item.hooks.get(day, 0)
        total -= penalties.late * (day - item.deadline) if too_late else 0
        hours[week_of[day]] = hours.get(week_of[day], 0) + item.hours
        if item.pillar:
            counts[item.pillar] = counts.get(item.pillar, 0) + 1
    for channel in rules.channels:
        mine = sorted(day for day, name in spots.values() if name == channel.id)
        if any(other - one < channel.apart for one, other in combinations(mine, 2)):
            return None
        for week in set(week_of.values()):
            days = [day for day in week_of if week_of[day] == week]
            there = sum(day in days for day in mine)
            if channel.most is not None and there > channel.most:
                return None
            if len(days) == rules.week:
                open_days = [day for day in days if day not in rules.blocked]
                held = max(
                    n
                    for n in range(len(open_days) + 1)
                    for some in combinations(open_days, n)
                    if all(other - one >= channel.apart for one, other in combinations(some, 2))
                )
                total -= penalties.post * max(0, min(channel.least, held) - there)
    for week, spent in hours.items():
        if rules.hours is not None:
            capacity = rules.hours[week] if isinstance(rules.hours, tuple) else rules.hours
            total -= penalties.hour * max(0, spent - capacity)
    placed = sum(counts.values())
    for pillar, share in rules.pillars.items():
        total -= penalties.balance * max(0, abs(counts.get(pillar, 0) - share * placed) - rules.tolerance * placed)
    return total


def calendars(items, rules):
    """Every way to put items on places or nowhere, one item a place."""
    places = [None, *product(range(rules.days), [channel.id for channel in rules.channels])]
    for chosen in product(places, repeat=len(items)):
        taken = [spot for spot in chosen if spot is not None]
        if len(taken) == len(set(taken)):
            yield {item.id: spot for item, spot in zip(items, chosen, strict=True) if spot is not None}


def brute(items, rules, penalties):
    """The greatest objective of all calendars; None if there is none."""
    every = (judged(items, rules, penalties, spots) for spots in calendars(items, rules))
    return max((objective for objective in every if objective is not None), default=None)


@st.composite
def questions(draw):
    """Small questions in which every rule may occur: at most some 2,000 calendars each."""
    days, number = draw(st.sampled_from([(6, 1), (4, 2), (3, 2), (5, 1)]))
    week = draw(st.integers(2, 4))
    names = ["vk", "site"][:number]
    channels = []
    for name in names:
        apart, least = draw(st.integers(1, 3)), draw(st.integers(0, 1))
        channels.append(Channel(name, least, draw(st.sampled_from([None, 1, 2])), apart))
    weeks = -(-days // week)
    some_hours = st.sampled_from([0, 0.5, 1, 2, 2.25, 3.5])
    rules = Rules(
        days,
        tuple(channels),
        hours=draw(st.one_of(st.none(), some_hours, st.tuples(*[some_hours] * weeks))),
        pillars=draw(st.sampled_from([{}, {"work": 0.5, "people": 0.5}, {"work": 0.7, "people": 0.3}])),
        tolerance=draw(st.sampled_from([0, 0.1, 0.25])),
        blocked=draw(st.frozensets(st.integers(0, days - 1), max_size=days - 1)),
        week=week,
    )
    price = st.sampled_from([0, 1, 2, 5, 20])
    penalties = Penalties(draw(price), draw(price), draw(price), draw(price), draw(st.none() | price))
    day, value = st.integers(0, days - 1), st.integers(0, 9)
    items = []
    for n in range(draw(st.integers(1, 3))):
        channel = draw(st.sampled_from(names))
        items.append(
            Item(
                f"I{n}",
                draw(
                    value
                    | st.fixed_dictionaries(
                        {channel: value}, optional={name: value for name in names if name != channel}
                    )
                ),
                hours=draw(some_hours),
                earliest=draw(st.none() | day),
                deadline=draw(st.none() | day),
                channels=draw(st.sampled_from([None, names, [channel]])),
                pillar=draw(st.sampled_from(["", *rules.pillars])),
                frozen=(draw(day), channel) if draw(st.integers(0, 3)) == 0 else None,
                hooks=draw(st.dictionaries(day, value, max_size=2)),
            )
        )
    return items, rules, penalties


def newsroom(items, weeks, seed, tight=1.2, channels=3):
    """A question of a real plan's kind; `tight` is the crew's time, in times of what all items take."""
    draw = random.Random(seed)
    days = 7 * weeks
    names = ["vk", "telegram", "site", "dzen"][:channels]
    listed = []
    for n in range(items):
        earliest = draw.randrange(days // 2) if draw.random() < 0.6 else None
        listed.append(
            Item(
                f"I{n}",
                {name: draw.randint(10, 100) for name in draw.sample(names, draw.randint(2, channels))},
                hours=draw.choice([2, 3, 4, 5, 6, 8]),
                earliest=earliest,
                deadline=min(days - 1, (earliest or 0) + draw.randrange(14, days)) if draw.random() < 0.4 else None,
                pillar=draw.choice(["work", "people", "place"]),
                hooks={draw.randrange(days): draw.randint(10, 40)} if draw.random() < 0.4 else {},
            )
        )
    rules = Rules(
        days,
        tuple(Channel(name, 1, 3, 1 + n % 3) for n, name in enumerate(names)),
        hours=sum(item.hours for item in listed) * tight / weeks,
        pillars={"work": 0.4, "people": 0.3, "place": 0.3},
        blocked=frozenset(range(6, days, 7)),
    )
    return listed, rules


# ---- domain.md C.T, case 22: 3 posts, 4 slots; ours, hand-checkable ------------------------------------------------


def test_22_three_posts_in_four_slots_bring_25():
    answer = place(posts(CASE_22), Rules(4, VK))
    assert answer.value == answer.objective == 25 and answer.proven
    assert where(answer) == {"P1": (0, "vk"), "P2": (1, "vk"), "P3": (2, "vk")}


def test_22_without_adjacent_slots_three_posts_do_not_fit_and_one_is_left_out_by_name():
    answer = place(posts(CASE_22), Rules(4, (Channel("vk", apart=2),)))
    assert len(answer.placed) == 2 and answer.value == 16 and answer.proven  # 9 + 7: posts 1 and 3 in slots 1 and 3
    with inside("en"):
        assert str(answer.unplaced[0].reason.what) == (
            "Item P2 is left out: its days and those near them are taken by P1, P3. Move one of them, allow another "
            "channel, or give it more days."
        )


def test_22_without_adjacent_slots_the_first_two_alone_bring_14():
    answer = place(posts(CASE_22[:2]), Rules(4, (Channel("vk", apart=2),)))
    assert answer.value == answer.objective == 14 and answer.proven
    assert where(answer) == {"P1": (0, "vk"), "P2": (3, "vk")}


# ---- every rule binds, and says so where it is bent ----------------------------------------------------------------


def test_nothing_comes_before_its_clearance():
    answer = place([Item("I1", hooks={0: 5, 3: 1}, earliest=2)], Rules(7, VK))
    assert where(answer) == {"I1": (3, "vk")}


def test_a_hook_before_the_clearance_is_missed_with_a_sentence():
    answer = place([Item("I1", hooks={0: 5}, earliest=2)], Rules(7, VK, start=MONDAY))
    assert sentence(answer) == (
        "Item I1 misses its hook on 2026-05-04: it is cleared only from 2026-05-06. Get the clearance sooner, or find "
        "it another hook."
    )


def test_a_deadline_before_the_clearance_leaves_the_item_out_with_both_dates():
    answer = place([Item("I3", earliest=8, deadline=6), Item("I4")], Rules(14, VK, start=MONDAY))
    assert sentence(answer) == (
        "Item I3 is left out: cleared from 2026-05-12, deadline 2026-05-10, no day is left. Get the clearance sooner, "
        "or move the deadline."
    )
    assert [each.id for each in answer.placed] == ["I4"] and answer.proven


def test_a_deadline_holds_though_a_later_day_brings_more():
    assert where(place([Item("I1", deadline=1, hooks={3: 9, 1: 1})], Rules(5, VK)))["I1"] == (1, "vk")


def test_a_deadline_with_a_price_bends_by_days_and_says_by_how_many():
    penalties = Penalties(unplaced=100, hour=1, post=1, balance=1, late=2)
    answer = place([Item("I1", deadline=1, hooks={3: 9})], Rules(5, VK), penalties)
    assert answer.objective == 1 + 9 - 4
    assert sentence(answer) == (
        "Item I1 comes on day 3, 2 days after its deadline: free an earlier place, or move the deadline."
    )


def test_the_crews_hours_spread_the_items_over_the_weeks():
    items = [Item(f"I{n}", 5, hours=6, hooks={1: 1}) for n in range(2)]
    answer = place(items, Rules(14, TWO, hours=8))
    assert {each.day // 7 for each in answer.placed} == {0, 1} and not answer.penalty


def test_too_many_hours_in_a_week_name_the_week_the_hours_and_the_items():
    items = [Item("I1", 5, hours=6, deadline=6), Item("I2", 5, hours=4.5, deadline=6)]
    answer = place(items, Rules(14, VK, hours=(8, 20)))
    assert answer.penalty == pytest.approx(2.5 * 5)
    assert sentence(answer) == (
        "Week 1 takes 2.5 h more than the crew has: move or shorten one of I1, I2, or add hours."
    )


def test_too_many_hours_of_frozen_items_ask_to_thaw_one():
    answer = place(
        [Item("I1", hours=6, frozen=(0, "vk")), Item("I2", hours=6, frozen=(1, "vk"))], Rules(7, VK, hours=8)
    )
    assert sentence(answer) == (
        "Week 1 takes 4 h more than the crew has, and all its items are frozen: thaw one of I1, I2, or add hours."
    )


def test_an_item_whose_hours_cost_more_than_it_brings_is_left_out_with_the_week_where_most_is_left():
    answer = place([Item("I1", 5, hours=40, earliest=7)], Rules(14, VK, hours=(20, 8)))
    assert sentence(answer) == (
        "Item I1 is left out: even in week 2, where most is left, the crew lacks 32 h for it, and that costs more than "
        "it brings. Add hours there, or make the item smaller."
    )


def test_the_least_of_a_week_draws_items_into_it():
    items = [Item(f"I{n}", 1, hooks={9: 1, 10: 1}) for n in range(2)]
    assert sorted(each.day // 7 for each in place(items, Rules(14, VK)).placed) == [1, 1]
    with_least = place(items, Rules(14, (Channel("vk", least=1),)))
    assert sorted(each.day // 7 for each in with_least.placed) == [0, 1]


def test_a_week_below_its_least_names_week_channel_and_number():
    answer = place([Item("I1", deadline=6)], Rules(14, (Channel("vk", least=1),)))
    assert sentence(answer) == ("Week 2, vk: 0 published, at least 1 wanted. Make more for it, or lower the minimum.")


def test_a_week_below_its_least_names_the_item_that_waits_for_its_clearance():
    answer = place([Item("I1", earliest=9)], Rules(14, (Channel("vk", least=1),), start=MONDAY))
    assert sentence(answer) == (
        "Week 1, vk: 0 published, at least 1 wanted. I1 could help, but it is cleared only from 2026-05-13: get the "
        "clearance sooner, make another item, or lower the minimum."
    )


@pytest.mark.parametrize(
    ("rules", "short"),
    [
        (Rules(9, (Channel("vk", least=2),)), 2),  # a cut week owes nothing
        (Rules(7, (Channel("vk", least=2),), blocked=frozenset(range(6))), 1),  # a holiday week what its day holds
        (Rules(7, (Channel("vk", least=3, apart=3),), blocked=frozenset({0})), 2),  # days 1, 4
        (Rules(14, (Channel("vk", least=1),), start=date(2026, 5, 7)), 1),  # Thursday: one whole week of three
    ],
)
def test_a_week_owes_no_more_than_it_holds(rules, short):
    answer = place([], rules, Penalties(1, 1, 1, 1))
    assert answer.penalty == sum(reason.amount for reason in answer.reasons) == short and answer.proven


def test_the_most_of_a_week_sends_an_item_into_the_next():
    items = [Item(f"I{n}", hooks={0: 5, 1: 5}) for n in range(2)]
    assert sorted(each.day // 7 for each in place(items, Rules(14, (Channel("vk", most=1),))).placed) == [0, 1]


def test_an_item_that_the_most_of_a_week_keeps_out_is_told_which_channel():
    items = [Item("I1", 2, deadline=6), Item("I2", 1, deadline=6)]
    assert sentence(place(items, Rules(14, (Channel("vk", most=1),)))) == (
        "Item I2 is left out: every week in which it may come already has its most in vk. Allow more, or give it more "
        "days."
    )


def test_an_item_kept_out_by_its_neighbours_and_by_the_most_of_a_week_hears_of_both():
    items = [Item("I1", frozen=(3, "vk")), Item("I2", deadline=5)]  # days 0 to 3: a full week; 4 and 5: too close to 3
    assert sentence(place(items, Rules(8, (Channel("vk", most=1, apart=3),), week=4))) == (
        "Item I2 is left out: its days and those near them are taken by I1, or the week already has its most in vk. "
        "Move one of them, allow more in a week, or give it more days."
    )


def test_items_of_a_channel_keep_their_distance_across_weeks():
    items = [Item("I1", hooks={6: 5}), Item("I2", hooks={7: 5, 8: 4, 9: 3})]
    answer = place(items, Rules(14, (Channel("vk", apart=3),)))
    assert where(answer) == {"I1": (6, "vk"), "I2": (9, "vk")}


def test_one_item_a_place():
    answer = place([Item("I1", hooks={0: 5}), Item("I2", hooks={0: 4})], Rules(7, VK))
    assert where(answer)["I1"] == (0, "vk") and where(answer)["I2"][0] != 0
    assert sentence(answer) == (
        "Item I2 misses its hook on day 0: the place goes to I1, there or too close by. Move what stands there, or "
        "give the hook more value."
    )


def test_a_hook_draws_an_item_to_its_day_and_is_counted():
    answer = place([Item("I1", 2, hooks={17: 3})], Rules(84, TWO))
    assert answer.placed[0].day == 17 and answer.placed[0].value == answer.value == 5


def test_a_hook_on_a_blocked_day_is_missed_with_a_sentence():
    answer = place([Item("I1", hooks={3: 5})], Rules(7, VK, blocked=frozenset({3})))
    assert sentence(answer) == "Item I1 misses its hook on day 3: the day is blocked. Free it, or find another."


def test_a_hook_in_a_week_without_hours_is_missed_with_a_sentence():
    answer = place([Item("I1", 5, hours=4, hooks={3: 1})], Rules(14, VK, hours=(0, 8)))
    assert sentence(answer) == (
        "Item I1 misses its hook on day 3: elsewhere it costs the other rules less. Freeze it there, or give the hook "
        "more value."
    )


def test_a_blocked_day_stays_empty():
    answer = place([Item("I1"), Item("I2")], Rules(3, VK, blocked=[0, 2]))
    assert [each.day for each in answer.placed] == [1] and len(answer.unplaced) == 1


def test_an_item_whose_days_are_all_blocked_is_left_out_with_these_days():
    answer = place([Item("I1", earliest=1, deadline=2)], Rules(7, VK, blocked={1, 2}))
    assert sentence(answer) == "Item I1 is left out: all its days, day 1 to day 2, are blocked. Free one of them."


def test_an_item_cleared_after_the_plan_is_left_out():
    assert sentence(place([Item("I1", earliest=9)], Rules(7, VK, start=MONDAY))) == (
        "Item I1 is left out: it is cleared only from 2026-05-13, and the plan ends on 2026-05-10. Get the clearance "
        "sooner, or make the plan longer."
    )


def test_an_item_due_before_the_plan_is_left_out():
    assert sentence(place([Item("I1", deadline=-1)], Rules(7, VK))) == (
        "Item I1 is left out: its deadline is before the plan begins. Move the deadline."
    )


def test_a_frozen_item_stays_though_it_would_bring_more_elsewhere():
    items = [Item("I1", {"vk": 1, "site": 9}, frozen=(4, "vk"), hooks={2: 5}), Item("I2", hooks={4: 3})]
    answer = place(items, Rules(7, (Channel("vk", apart=7), Channel("site"))))
    assert where(answer) == {"I1": (4, "vk"), "I2": (4, "site")}


def test_a_frozen_item_stays_though_it_costs_more_than_it_brings():
    answer = place([Item("I1", 1, hours=40, frozen=(4, "vk"))], Rules(7, VK, hours=8))
    assert where(answer) == {"I1": (4, "vk")} and answer.objective == 1 - 32 and answer.proven


def test_a_channel_that_an_item_may_not_use_stays_without_it():
    items = [Item("I1", {"vk": 1, "site": 9}, channels=["vk"]), Item("I2", {"site": 1})]
    assert {name: channel for name, (_, channel) in where(place(items, Rules(1, TWO))).items()} == {
        "I1": "vk",
        "I2": "site",
    }


def test_the_balance_of_pillars_leaves_out_what_would_tip_it():
    items = [Item(f"I{n}", 1, pillar="work") for n in range(5)] + [Item("I5", 1, pillar="people")]
    rules = Rules(14, VK, pillars={"work": 0.5, "people": 0.5}, tolerance=0.25)
    answer = place(items, rules, Penalties(unplaced=0, hour=1, post=1, balance=5))
    assert sum(each.id != "I5" for each in answer.placed) == 3  # 3 of 4 are 75 %
    with inside("en"):
        assert str(answer.unplaced[0].reason.what).endswith(
            "is left out: to fit it in, rules would have to be bent (the crew's hours, its deadline, the balance of "
            "the pillars), and that costs more than the item brings. Loosen the rules, or give the item more value."
        )


def test_a_pillar_off_its_share_says_how_many_of_how_many_and_which():
    items = [
        Item("I1", pillar="work"),
        Item("I2", pillar="work"),
        Item("I3", pillar="work"),
        Item("I4", pillar="people"),
    ]
    rules = Rules(7, VK, pillars={"work": 0.5, "people": 0.5}, tolerance=0.1)
    with inside("en"):
        assert [str(reason.what) for reason in place(items, rules).reasons] == [
            "Pillar work has 3 of 4 items; 50 % were agreed, give or take 10 points. It has too many: give one of I1, "
            "I2, I3 to another pillar, or leave it out.",
            "Pillar people has 1 of 4 items; 50 % were agreed, give or take 10 points. It has too few: make one more "
            "for it, or turn one of I1, I2, I3 to it.",
        ]


# ---- never beaten --------------------------------------------------------------------------------------------------


@settings(max_examples=60, deadline=None)
@given(questions())
def test_no_calendar_of_all_is_better_and_hard_rules_hold(question):
    items, rules, penalties = question
    best = brute(items, rules, penalties)
    if best is None:  # frozen items that clash
        with pytest.raises(Problem):
            place(items, rules, penalties)
        return
    answer = place(items, rules, penalties)
    assert answer.proven
    assert judged(items, rules, penalties, where(answer)) == pytest.approx(answer.objective, abs=1e-6)
    assert answer.objective == pytest.approx(best, abs=1e-5)
    assert answer.bound >= best - 1e-5
    assert {each.id for each in answer.placed} | {each.id for each in answer.unplaced} == {item.id for item in items}


def columns_of(model, spots):
    """The columns of a calendar that keeps the hard rules, its bent rules included."""
    question, columns = model.question, np.zeros(model.columns)
    columns[model.left : model.over] = 1
    best = {}  # the option of every placed item: the one for its day if there is one, or else for its part of the week
    for column, option in enumerate(model.options):
        day, channel = spots.get(question.items[option.item].id, (-1, ""))
        if option.window[0] <= day <= option.window[1] and model.channels[channel] == option.channel:
            best[option.item] = max(best.get(option.item, (-np.inf, 0)), (option.worth, column))
    for n, (_, column) in best.items():
        day, channel = spots[question.items[n].id]
        columns[column] = columns[model.day(day, model.channels[channel])] = 1
        columns[model.left + n] = 0
    measured = score(question, spots)
    for week, hours in measured.over.items():
        columns[model.over + week] = hours
    for (week, channel), posts in measured.short.items():
        columns[model.short + week * len(model.channels) + model.channels[channel]] = posts
    for number, pillar in enumerate(question.rules.pillars):
        columns[model.off + number] = measured.off.get(pillar, 0.0)
    return columns


@settings(max_examples=25, deadline=None)
@given(questions())
def test_every_calendar_has_columns_with_its_objective_and_comes_back_as_good(question):
    items, rules, penalties = question
    items = [item for item in items if item.frozen is None]
    asked = checked_question(items, rules, penalties)
    assume(all(asked.open_days(item) for item in items))
    model = Model(asked)
    for n, spots in enumerate(calendars(items, rules)):
        objective = judged(items, rules, penalties, spots) if n % 5 == 0 else None
        if objective is not None:
            columns = columns_of(model, spots)
            rows = model.matrix @ columns
            assert np.all(rows >= model.low - 1e-9) and np.all(rows <= model.high + 1e-9)
            assert np.all(columns <= model.upper + 1e-9)
            assert -model.cost @ columns == pytest.approx(objective, abs=1e-9)
            assert judged(items, rules, penalties, model.read(columns)) >= objective - 1e-9
            assert ceiling(asked) >= objective - 1e-9


@settings(max_examples=25, deadline=None)
@given(questions())
def test_the_first_calendar_keeps_the_hard_rules(question):
    items, rules, penalties = question
    asked = checked_question(items, rules, penalties)
    assume(not clashes(asked))
    assert judged(items, rules, penalties, first_calendar(asked)) is not None


@pytest.mark.parametrize("factor", [1e-4, 1e6])
def test_the_unit_of_value_does_not_matter(factor):
    items, rules = newsroom(12, 3, 1)
    scaled = [
        Item(
            item.id,
            {name: value * factor for name, value in item.value.items()},
            item.hours,
            item.earliest,
            item.deadline,
            pillar=item.pillar,
            hooks={day: value * factor for day, value in item.hooks.items()},
        )
        for item in items
    ]
    one, other = place(items, rules), place(scaled, rules)
    assert one.proven and other.proven
    assert other.objective == pytest.approx(factor * one.objective, rel=1e-6)


def test_the_same_question_has_the_same_answer():
    items, rules = newsroom(24, 6, 5)
    assert place(items, rules) == place(items, rules)


# ---- what an answer promises ---------------------------------------------------------------------------------------


def test_a_proven_answer_says_so():
    answer = place(posts(CASE_22), Rules(4, VK))
    assert answer.gap == 0
    with inside("en"):
        assert str(answer.words()) == (
            "The items bring 25, the rules bent cost 0: no calendar is better, and that is proven."
        )


@pytest.mark.parametrize("seconds", [1e-9, 1e-3, 0.2])
def test_without_time_there_is_still_a_calendar_and_a_bound(seconds):
    items, rules = newsroom(40, 8, 2, tight=0.95)
    best = place(items, rules, seconds=30)
    hasty = place(items, rules, seconds=seconds)
    assert judged(items, rules, usual(items), where(hasty)) == pytest.approx(hasty.objective)
    assert hasty.objective <= best.objective + 1e-3 <= hasty.bound + 2e-3
    if not hasty.proven:
        assert 0 < hasty.gap < np.inf
        with inside("en"):
            assert f"better by {round(hasty.gap, 2):,.10g} at most" in str(hasty.words())


def test_a_large_program_is_simplified_first_only_where_half_of_the_seconds_are_enough_for_it():
    items = [Item(f"I{n}", {"vk": 5, "site": 4}) for n in range(300)]
    model = Model(checked_question(items, Rules(364, TWO), None))
    assert 60_000 < model.matrix.nnz < 70_000  # some 0.8 s of preparations
    assert not presolves(model, 1) and presolves(model, 2) and presolves(model, 60)


@pytest.mark.parametrize("seed", range(5))
def test_the_best_is_the_same_without_the_simplifying(seed):
    model = Model(checked_question(*newsroom(12, 4, seed), None))
    with_it, without = solved(model, 30, 0), solved(model, 30, 0, presolve=False)
    assert model.cost @ without.columns == pytest.approx(model.cost @ with_it.columns)
    assert without.bound == pytest.approx(with_it.bound)


def test_a_solver_without_time_promises_nothing():
    found = solved(Model(checked_question(*newsroom(12, 4, 1), None)), -0.5, 0)
    assert found.columns is None and found.bound == -np.inf


def test_frozen_items_stand_however_little_time_there_is():
    items = [Item(f"I{n}", 5, frozen=(n, "vk") if n % 2 else None) for n in range(20)]
    hasty = place(items, Rules(28, VK), seconds=1e-9)
    assert {name: spot for name, spot in where(hasty).items() if int(name[1:]) % 2} == {
        item.id: item.frozen for item in items if item.frozen
    }


@pytest.mark.parametrize("channels", [4, 30])
def test_more_than_can_be_solved_is_refused_before_anything_is_built(channels):
    items = [Item(f"I{n}") for n in range(1000)]
    with pytest.raises(Problem, match=r"more than the 200000 that can be solved: plan a part"):
        place(items, Rules(1100, [Channel(f"C{n}") for n in range(channels)]), seconds=5)


def test_an_item_left_out_though_there_is_room_is_not_called_too_dear_before_that_is_proven():
    question = checked_question([Item("I1", earliest=8)], Rules(14, VK), None)
    with inside("en"):
        assert str(left_out(question, question.items[0], Standing.of(question, {}), proven=False).what) == (
            "Item I1 is left out, though week 2 has a place for it: the search ran out of time. Give it more seconds, "
            "or freeze the item there."
        )


def test_a_gap_that_is_asked_for_is_kept():
    items, rules = newsroom(24, 6, 3)
    answer = place(items, rules, gap=0.05)
    assert answer.gap <= 0.05 * abs(answer.bound) + 1e-6


def test_no_items_are_an_empty_calendar():
    answer = place([], Rules(7, VK))
    assert answer.proven and answer.placed == answer.unplaced == answer.reasons == () and answer.objective == 0


def test_weeks_begin_on_mondays_where_the_plan_has_dates():
    rules = Rules(10, VK, hours=(1, 2, 3), start=date(2026, 5, 9))  # a Saturday
    assert rules.weeks == 3 and [rules.week_of(day) for day in (0, 1, 2, 8, 9)] == [0, 0, 1, 1, 2]
    assert place([Item("I1", 9, hours=2)], rules).placed[0].day >= 2


def test_items_worth_nothing_find_their_places_too():
    answer = place([Item("I1", 0), Item("I2", 0)], Rules(2, VK))
    assert len(answer.placed) == 2 and answer.proven


# ---- what cannot be meant ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (
            lambda: place([Item("I1"), Item("I1")], Rules(7, VK)),
            "Item I1 is in the list twice: give one of them another name.",
        ),
        (lambda: place([Item("I1", -1)], Rules(7, VK)), "Value of item I1: a number from 0 up is needed, not -1."),
        (
            lambda: place([Item("I1", float("nan"))], Rules(7, VK)),
            "Value of item I1: a number is needed here, not nan.",
        ),
        (
            lambda: place([Item("I1", {"vk": float("nan")})], Rules(7, VK)),
            "Value of item I1: a number is needed here, not nan.",
        ),
        (
            lambda: place([Item("I1", hooks={3: -2})], Rules(7, VK)),
            "Value of item I1: a number from 0 up is needed, not -2.",
        ),
        (
            lambda: place([Item("I1", hours=-2)], Rules(7, VK)),
            "Hours of item I1: a number from 0 up is needed, not -2.",
        ),
        (
            lambda: place([Item("I1", hours=float("nan"))], Rules(7, VK)),
            "Hours of item I1: a number is needed here, not nan.",
        ),
        (
            lambda: place([Item("I1", earliest=float("nan"))], Rules(7, VK)),
            "Earliest day of item I1: a number is needed here, not nan.",
        ),
        (
            lambda: place([Item("I1", deadline=1.5)], Rules(7, VK)),
            "Deadline of item I1: a day is a whole number, 0 for the first day of the plan, not 1.5.",
        ),
        (
            lambda: place([Item("I1", channels=["ok"])], Rules(7, VK)),
            "Item I1 names a channel that the rules do not have, ok",
        ),
        (
            lambda: place([Item("I1", {"ok": 1})], Rules(7, VK)),
            "Item I1 names a channel that the rules do not have, ok",
        ),
        (
            lambda: place([Item("I1", frozen=(1, "ok"))], Rules(7, VK)),
            "Item I1 names a channel that the rules do not have, ok",
        ),
        (lambda: place([Item("I1", channels=[])], Rules(7, VK)), "Item I1 has no channel that may carry it: name one."),
        (
            lambda: place([Item("I1", {"vk": 1}, channels=["site"])], Rules(7, TWO)),
            "Item I1 has no channel that may carry it",
        ),
        (
            lambda: place([Item("I1", {"vk": 1}, frozen=(1, "site"))], Rules(7, TWO)),
            "Item I1 is frozen in site, which may not carry it",
        ),
        (
            lambda: place([Item("I1", pillar="art")], Rules(7, VK, pillars={"work": 1})),
            "Item I1 stands for the pillar art, which has",
        ),
        (lambda: place([], Rules(0, VK)), "Days of the plan: a whole number of at least 1 is needed, not 0."),
        (lambda: place([], Rules(7, ())), "A plan has 1 to 30 channels, not 0: name those that publish."),
        (lambda: place([], Rules(7, VK + VK)), "Channel vk is in the list twice"),
        (
            lambda: place([], Rules(7, VK, blocked=range(7))),
            "All days of the plan are blocked: free one of them, or make the plan longer.",
        ),
        (
            lambda: place([], Rules(7, VK, hours=-1)),
            "Hours of the crew in a week: a number from 0 up is needed, not -1.",
        ),
        (
            lambda: place([], Rules(7, VK, hours=[float("nan")])),
            "Week 1, hours of the crew: a number is needed here, not nan.",
        ),
        (
            lambda: place([], Rules(14, VK, hours=(1, 2, 3))),
            "The plan touches 2 weeks, but 3 have hours: give one number for every week.",
        ),
        (
            lambda: place([], Rules(7, VK, pillars={"work": 0.5})),
            "The shares of the pillars make 0.5 together: let them make 1.",
        ),
        (
            lambda: place([], Rules(7, (Channel("vk", least=-1),))),
            "Fewest items a week in vk: a whole number of at least 0",
        ),
        (
            lambda: place([], Rules(7, (Channel("vk", least=3, most=2),))),
            "Most items a week in vk: a whole number of at least 3",
        ),
        (
            lambda: place([], Rules(7, (Channel("vk", apart=0),))),
            "Days from one item to the next in vk: a whole number of at least 1",
        ),
        (
            lambda: place([], Rules(7, (Channel("vk", least=3, apart=4),))),
            "Channel vk wants at least 3 items a week, but with 4 days from one to the next a week holds 2",
        ),
        (lambda: place([], Rules(2000, VK)), "2000 days are more than the 1100 this is made for: plan a part."),
        (
            lambda: place([Item(f"I{n}") for n in range(1001)], Rules(7, VK)),
            "1001 items are more than the 1000 this is made for",
        ),
    ],
)
def test_what_cannot_be_meant_is_refused_with_its_place_and_a_remedy(asked, said):
    with inside("en"), pytest.raises(Problem) as refused:
        asked()
    assert said in str(refused.value)


@pytest.mark.parametrize("wrong", [0, -1, float("nan")])
def test_a_search_needs_seconds(wrong):
    with pytest.raises(Problem):
        place([], Rules(7, VK), seconds=wrong)


def test_a_price_below_zero_is_refused():
    with pytest.raises(Problem):
        place([], Rules(7, VK), Penalties(1, 1, 1, -1))


@pytest.mark.parametrize(
    ("items", "rules", "said"),
    [
        (
            [Item("I1", frozen=(3, "vk")), Item("I2", frozen=(3, "vk"))],
            Rules(7, VK),
            "Items I1 and I2 are frozen in one place of vk: move or thaw one.",
        ),
        (
            [Item("I1", frozen=(3, "vk")), Item("I2", frozen=(4, "vk"))],
            Rules(7, (Channel("vk", apart=2),)),
            "Items I1 and I2 are frozen too close to each other: vk wants 2 days from one to the next. Move or thaw "
            "one of them.",
        ),
        (
            [Item("I1", frozen=(0, "vk")), Item("I2", frozen=(4, "vk"))],
            Rules(7, (Channel("vk", most=1),)),
            "Week 1, vk: I1, I2 are frozen there, but a week has at most 1 item: thaw one of them or allow more.",
        ),
        (
            [Item("I1", frozen=(9, "vk"))],
            Rules(7, VK),
            "Item I1 is frozen on day 9, outside the plan: move or thaw it.",
        ),
        (
            [Item("I1", frozen=(3, "vk"))],
            Rules(7, VK, blocked={3}, start=MONDAY),
            "Item I1 is frozen on 2026-05-07, which is blocked: move or thaw it.",
        ),
        (
            [Item("I1", frozen=(3, "vk"), earliest=5)],
            Rules(7, VK),
            "Item I1 is frozen on day 3, but it is cleared only from day 5: move it, or get the clearance sooner.",
        ),
        (
            [Item("I1", frozen=(3, "vk"), deadline=2)],
            Rules(7, VK),
            "Item I1 is frozen on day 3, after its deadline on day 2: move it or the deadline.",
        ),
        (
            [Item("I1", frozen=(9, "vk")), Item("I2", frozen=(3, "vk"), deadline=2)],
            Rules(7, VK),
            "Item I2 is frozen on day 3, after its deadline on day 2: move it or the deadline. Item I1 is frozen on "
            "day 9, outside the plan: move or thaw it.",
        ),
    ],
)
def test_frozen_items_that_clash_are_refused_by_name(items, rules, said):
    with inside("en"), pytest.raises(Problem) as refused:
        place(items, rules)
    assert str(refused.value) == said


@pytest.mark.parametrize("far", [10**9, -(10**9)])
def test_days_far_outside_any_calendar_are_no_crash(far):
    items = [Item("I1", earliest=far), Item("I2", deadline=far, hooks={far: 1})]
    answer = place(items, Rules(7, (Channel("vk", apart=10**12),), start=MONDAY))
    with inside("en"):
        assert all(str(each.reason.what) for each in answer.unplaced)


# ---- the pieces ----------------------------------------------------------------------------------------------------


@settings(max_examples=50, deadline=None)
@given(
    st.dictionaries(st.integers(0, 8), st.tuples(st.integers(0, 5), st.integers(0, 3)), max_size=5),
)
def test_windows_fit_on_days_exactly_if_no_run_of_days_is_too_crowded(drawn):
    days, windows = set(drawn), [(first, first + more) for first, more in drawn.values()]
    roomy = all(
        sum(first <= start and end <= last for start, end in windows) <= sum(first <= day <= last for day in days)
        for first, last in runs(windows)
    )
    found = fitted(windows, days)
    assert (len(found) == len(windows)) == roomy
    assert len(set(found.values())) == len(found)
    assert all(windows[n][0] <= day <= windows[n][1] for n, day in found.items())


@settings(max_examples=50)
@given(
    st.lists(st.sampled_from([0.25, 0.5, 1, 1.5, 2, 3, 4, 0.1, 0.2, 1 / 3, 2.7]), min_size=1, max_size=5),
    st.floats(0, 8),
    st.lists(st.integers(0, 3), min_size=5, max_size=5),
)
def test_the_sharper_line_lies_between_the_plain_one_and_the_hours_above_the_capacity(hours, capacity, times):
    slope, start = rounded(capacity, hours)
    total = sum(spent * number for spent, number in zip(hours, times, strict=False))
    assert slope * (total - start) <= max(0.0, total - capacity) + 1e-9
    assert 0 <= slope <= 1 and start <= capacity + 1e-9


def test_whole_hours_make_half_an_hour_of_capacity_idle():
    assert rounded(8.5, [2, 3]) == (0.5, 8.0)


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (lambda: place(["I1"], Rules(7, VK)), "Items of the calendar: a Item is needed"),
        (lambda: place(None, Rules(7, VK)), "Items of the calendar: a list of Item is needed"),
        (lambda: place([Item("I1")], None), "Rules of the calendar: a Rules is needed"),
        (lambda: place([Item("I1")], Rules(7, VK), penalties=5), "Price of a bent rule: a Penalties is needed"),
        (lambda: Rules(7, ("vk",)), "Channels of the calendar: a Channel is needed"),
        (lambda: Rules(7, VK, start="2026-01-01"), "The date of the first day: a day is needed"),
        (lambda: Rules(7, VK, pillars=None), "Pillars of the plan: a mapping is needed"),
        (lambda: Rules(7, VK, pillars=["work"]), "Pillars of the plan: a mapping is needed"),
        (lambda: Rules(7, VK, blocked=None), "Blocked days: a list of float is needed"),
        (lambda: Rules(7, VK, blocked=3), "Blocked days: a list of float is needed"),
        (lambda: Item("I1", hooks=None), "Hooks of item I1: a mapping is needed"),
        (lambda: Item("I1", frozen=3), "a frozen place is a day and a channel"),
        (lambda: Item("I1", channels="vk"), "Channels of item I1: a list of str is needed"),
        (lambda: Item(1), "The name of an item: a name in quotes is needed here, not 1"),
        (lambda: Item("I1", {"vk": 1}).plain("site"), "Value of item I1: nothing here is called site"),
        (lambda: usual([None]), "Items of the calendar: a Item is needed"),
    ],
)
def test_another_kind_of_thing_is_named(made, said):
    with inside("en"), pytest.raises(Problem, match=said):
        made()


def test_what_was_handed_in_may_change_afterwards():
    hooks, channels = {3: 5}, [Channel("vk")]
    item, rules = Item("I1", hooks=hooks), Rules(7, channels)
    hooks.clear()
    channels.clear()
    assert where(place([item], rules)) == {"I1": (3, "vk")}


def test_items_and_channels_may_be_the_rows_of_a_table():
    pandas = pytest.importorskip("pandas")
    items = pandas.DataFrame({"id": ["I1", "I2"], "value": [5, 3], "earliest": [2, None]})
    rules = Rules(7, pandas.DataFrame({"id": ["vk"], "most": [1]}))
    assert {name: channel for name, (_, channel) in where(place(items, rules)).items()} == {"I1": "vk"}


def test_hours_without_an_order_of_weeks_are_refused():
    for hours in ({1: 20, 2: 10}, {20, 10}):
        with pytest.raises(Problem, match="Hours of the crew"):
            place([Item("I1")], Rules(14, (Channel("vk"),), hours=hours))
