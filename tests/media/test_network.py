"""What decides the day of publishing, and what may wait?"""

from datetime import date, timedelta
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from promplan.language import Problem
from promplan.media.network import Task, critical_path, dated, schedule, slip

PLANT = [  # domain.md C.T, case 19c: ours, hand-checkable
    Task("brief", 2),
    Task("script", 3, ["brief"]),
    Task("storyboard", 2, ["script"]),
    Task("consents", 4, ["brief"]),
    Task("clearance", 10, ["brief"]),
    Task("induction", 1, ["clearance"]),
    Task("shoot", 1, ["storyboard", "consents", "induction"]),
    Task("edit", 4, ["shoot"]),
    Task("fact check", 2, ["edit"]),
    Task("plant review", 3, ["edit"]),
    Task("subtitles", 1, ["edit"]),
    Task("publish", 0, ["fact check", "plant review", "subtitles"]),
]
DIAMOND = [Task("a", 1), Task("b", 2, ["a"]), Task("c", 2, ["a"]), Task("d", 1, ["b", "c"])]


@st.composite
def networks(draw, most=7):
    """Small networks without circles: a task waits only for tasks named before it."""
    names = "abcdefg"[: draw(st.integers(1, most))]
    return [
        Task(name, draw(st.integers(0, 6)), [earlier for earlier in names[:n] if draw(st.booleans())])
        for n, name in enumerate(names)
    ]


def chains(tasks):
    """Every path from a task that waits for nothing to one that nothing waits for, by brute force."""
    by_id = {task.id: task for task in tasks}
    awaited = {name for task in tasks for name in task.after}

    def back(name):
        if not by_id[name].after:
            return [(name,)]
        return [(*chain, name) for earlier in set(by_id[name].after) for chain in back(earlier)]

    return [chain for name in by_id if name not in awaited for chain in back(name)]


def length(tasks, chain):
    return sum(task.days for task in tasks if task.id in chain)


# ---- the plant's network -------------------------------------------------------------------------------------------


def test_19c_publishing_takes_21_days():
    assert schedule(PLANT).days == 21


def test_19c_the_clearance_is_on_the_one_critical_path():
    timed = schedule(PLANT)
    assert timed.paths == (("brief", "clearance", "induction", "shoot", "edit", "plant review", "publish"),)
    assert timed.critical == timed.paths[0] and timed.paths_total == 1


def test_19c_slacks():
    slack = {name: task.slack for name, task in schedule(PLANT).tasks.items() if task.slack}
    assert slack == {"script": 6, "storyboard": 6, "consents": 7, "fact check": 1, "subtitles": 2}


def test_19c_takes_15_days_without_clearance_and_induction():
    without = [
        Task(task.id, task.days, [name for name in task.after if name != "induction"])
        for task in PLANT
        if task.id not in ("clearance", "induction")
    ]
    assert schedule(without).days == 15


def test_the_script_may_be_late_six_days_but_moves_the_storyboard_at_once():
    script = schedule(PLANT).tasks["script"]
    assert (script.start, script.finish, script.late_start, script.late_finish) == (2, 5, 8, 11)
    assert (script.slack, script.free) == (6, 0)


def test_a_slip_of_the_clearance_moves_everything_behind_it():
    late = slip(PLANT, "clearance", 3)
    behind = ["induction", "shoot", "edit", "fact check", "plant review", "subtitles", "publish"]
    assert late.delay == 3 and late.after.days == 24
    assert dict(late.moved) == dict.fromkeys(behind, 3)
    assert late.eaten == {}


def test_a_slip_within_the_slack_eats_it_and_delays_nothing():
    late = slip(PLANT, "script", 4)
    assert late.delay == 0
    assert late.moved == {"storyboard": 4}
    assert late.eaten == {"script": (6, 2), "storyboard": (6, 2)}


def test_a_slip_beyond_the_slack_makes_another_path_critical():
    late = slip(PLANT, "consents", 8)
    assert late.delay == 1
    assert late.after.paths == (("brief", "consents", "shoot", "edit", "plant review", "publish"),)


def test_a_slip_of_exactly_the_slack_gives_two_critical_paths():
    late = slip(PLANT, "consents", 7)
    assert late.delay == 0 and late.after.paths_total == 2


def test_a_faster_clearance_brings_publishing_forward():
    assert slip(PLANT, "clearance", -6).after.days == 15


def test_only_so_much_can_be_gained_from_one_task():
    assert slip(PLANT, "clearance", -10).after.days == schedule(PLANT).days - 6  # now the script decides


# ---- several critical paths ----------------------------------------------------------------------------------------


def test_both_critical_paths_are_listed_where_all_slacks_are_zero():
    """An answer on scribd names one critical path for a network without any slack (domain.md G): there are two."""
    timed = schedule(DIAMOND)
    assert all(task.slack == 0 for task in timed.tasks.values())
    assert timed.paths == (("a", "b", "d"), ("a", "c", "d"))


def test_the_list_of_paths_is_cut_and_the_count_is_not():
    stages = 40
    tasks = [Task("s00", 1)]
    for n in range(1, stages + 1):
        tasks += [Task(f"a{n:02}", 1, [f"s{n - 1:02}"]), Task(f"b{n:02}", 1, [f"s{n - 1:02}"])]
        tasks += [Task(f"s{n:02}", 1, [f"a{n:02}", f"b{n:02}"])]
    timed = schedule(tasks, listed=5)
    assert timed.paths_total == 2**stages
    assert len(timed.paths) == 5 == len(set(timed.paths))


def test_a_link_that_waits_is_on_no_critical_path():
    """a -> d is a link between two critical tasks, but b stands between them."""
    assert schedule([Task("a", 1), Task("b", 2, ["a"]), Task("d", 1, ["a", "b"])]).paths == (("a", "b", "d"),)


def test_a_task_alone_is_its_own_path():
    assert schedule([Task("post", 2)]).paths == (("post",),)


def test_nothing_to_do_takes_no_time():
    assert schedule([]).days == 0 and schedule([]).paths_total == 0


def test_a_long_chain_is_no_trouble():
    tasks = [Task(f"t{n:05}", 1, [f"t{n - 1:05}"] if n else []) for n in range(5_000)]
    timed = schedule(tasks)
    assert timed.days == 5_000 and len(timed.paths[0]) == 5_000


# ---- what holds for every network ----------------------------------------------------------------------------------


@settings(max_examples=100, deadline=None)
@given(networks())
def test_the_duration_is_the_longest_chain(tasks):
    assert schedule(tasks).days == max(length(tasks, chain) for chain in chains(tasks))


@settings(max_examples=100, deadline=None)
@given(networks())
def test_the_critical_paths_are_the_longest_chains(tasks):
    timed = schedule(tasks, listed=1_000)
    longest = {chain for chain in chains(tasks) if length(tasks, chain) == timed.days}
    assert set(timed.paths) == longest
    assert timed.paths_total == len(longest)


@settings(max_examples=100, deadline=None)
@given(networks())
def test_slack_is_never_below_the_free_slack_and_that_never_below_zero(tasks):
    assert all(0 <= task.free <= task.slack for task in schedule(tasks).tasks.values())


@settings(max_examples=100, deadline=None)
@given(networks(), st.data())
def test_publishing_is_late_by_what_a_slip_exceeds_the_slack(tasks, data):
    late = data.draw(st.sampled_from(tasks)).id
    n = data.draw(st.integers(0, 12))
    slack = schedule(tasks).tasks[late].slack
    assert slip(tasks, late, n).delay == max(0, n - slack)


@settings(max_examples=100, deadline=None)
@given(networks(), st.data())
def test_a_slip_within_the_free_slack_moves_no_other_task(tasks, data):
    late = data.draw(st.sampled_from(tasks)).id
    n = data.draw(st.integers(0, schedule(tasks).tasks[late].free))
    assert slip(tasks, late, n).moved == {}


@settings(max_examples=60, deadline=None)
@given(networks(), st.randoms(use_true_random=False))
def test_the_order_of_the_input_does_not_matter(tasks, random):
    shuffled = random.sample(tasks, len(tasks))
    assert schedule(shuffled) == schedule(tasks)


def test_all_orders_of_the_diamond_are_one_schedule():
    assert {repr(schedule(order)) for order in permutations(DIAMOND)} == {repr(schedule(DIAMOND))}


# ---- in the calendar -----------------------------------------------------------------------------------------------

MONDAY = date(2026, 3, 2)


def test_with_every_day_worked_on_publishing_falls_21_days_later():
    days = dated(schedule(PLANT), MONDAY, None)
    assert days["publish"].first == MONDAY + timedelta(days=21)


def test_in_working_days_it_falls_four_weeks_and_a_day_later():
    days = dated(schedule(PLANT), MONDAY)
    assert days["publish"].first == date(2026, 3, 31)


def test_a_holiday_moves_what_comes_after_it():
    days = dated(schedule(PLANT), MONDAY, {date(2026, 3, 9)})  # 8 March 2026 is a Sunday: Monday is off
    assert days["publish"].first == date(2026, 4, 1)
    assert days["brief"].last == date(2026, 3, 3)


def test_the_first_and_last_day_of_a_task_are_both_worked_on():
    days = dated(schedule(PLANT), MONDAY)
    assert (days["clearance"].first, days["clearance"].last) == (date(2026, 3, 4), date(2026, 3, 17))
    assert (days["script"].late_first, days["script"].late_last) == (date(2026, 3, 12), date(2026, 3, 16))


def test_work_that_would_start_on_a_saturday_starts_on_monday():
    days = dated(schedule([Task("brief", 1)]), MONDAY - timedelta(days=2))
    assert days["brief"].first == MONDAY


def test_a_calendar_of_ones_own_may_work_on_saturdays():
    days = dated(schedule([Task("shoot", 6)]), MONDAY, lambda day: day.weekday() < 6)
    assert days["shoot"].last == date(2026, 3, 7)


@settings(max_examples=60, deadline=None)
@given(
    networks(), st.dates(date(2026, 1, 1), date(2026, 12, 31)), st.sets(st.dates(date(2026, 1, 1), date(2027, 3, 1)))
)
def test_no_task_is_laid_on_a_weekend_or_a_holiday(tasks, start, holidays):
    for days in dated(schedule(tasks), start, holidays).values():
        for day in (days.first, days.last, days.late_first, days.late_last):
            assert day.weekday() < 5 and day not in holidays and day >= start


def test_a_calendar_without_a_working_day_is_a_problem():
    with pytest.raises(Problem, match="No working day within a year after 2026-03-02"):
        dated(schedule(PLANT), MONDAY, lambda day: False)


def test_a_network_that_outlives_the_calendar_is_a_problem():
    with pytest.raises(Problem, match="9999"):
        dated(schedule([Task("archive", 400)]), date(9999, 6, 1), None)


# ---- what cannot be timed ------------------------------------------------------------------------------------------


def test_a_circle_is_named():
    circle = [
        Task("edit", 1, ["review"]),
        Task("review", 1, ["fix"]),
        Task("fix", 1, ["edit"]),
        Task("post", 1, ["fix"]),
    ]
    with pytest.raises(Problem, match="edit → fix → review → edit"):
        schedule([Task("brief", 1), *circle])


def test_a_task_that_waits_for_itself_is_a_circle():
    with pytest.raises(Problem, match="a → a"):
        schedule([Task("a", 1, ["a"])])


def test_an_unknown_task_is_named():
    with pytest.raises(Problem, match="shoot waits for helmet"):
        schedule([Task("shoot", 1, ["helmet"])])


def test_a_name_used_twice_is_named():
    with pytest.raises(Problem, match="Two tasks are called edit"):
        schedule([Task("edit", 1), Task("edit", 2)])


@pytest.mark.parametrize("days", [-1, 1.5, float("nan"), None, "3"])
def test_a_length_that_is_no_number_of_days_is_named(days):
    with pytest.raises(Problem, match="Days of the task edit: a whole number of at least 0 is needed"):
        schedule([Task("edit", days)])


def test_a_slip_of_an_unknown_task_lists_the_known_ones():
    with pytest.raises(Problem, match=r"no task drone.*a, b, c, d"):
        slip(DIAMOND, "drone", 1)


def test_a_task_cannot_be_faster_than_no_time():
    with pytest.raises(Problem, match=r"Days of the task b: .*not -1"):
        slip(DIAMOND, "b", -3)


def test_what_comes_before_may_come_from_a_generator():
    assert schedule([Task("b", 1), Task("a", 1, (name for name in ["b"]))]).days == 2


def test_a_holiday_that_is_no_date_is_refused_instead_of_overlooked():
    plan = schedule([Task("a", 1)])
    for holidays in (["2026-01-01"], {"2026-01-01"}):
        with pytest.raises(Problem, match="Holidays or worked days: a day is needed"):
            dated(plan, date(2026, 1, 1), holidays)
    with pytest.raises(Problem, match="The first day of the project"):
        dated(plan, "2026-01-01")


@pytest.mark.parametrize("after", ["ab", "brief", None, 3, {"a": 1}, ["a", 1]])
def test_what_comes_before_is_a_list_of_names_and_no_word_read_by_its_letters(after):
    with pytest.raises(Problem, match="What the task c comes after"):
        Task("c", 2, after)


def test_a_name_that_is_none_and_a_count_below_zero_are_named():
    with pytest.raises(Problem, match="The name of a task: a name in quotes is needed here, not 1"):
        Task(1, 1)
    with pytest.raises(Problem, match="Critical paths to list"):
        schedule(DIAMOND, listed=-1)
    with pytest.raises(Problem, match="Days more"):
        slip(DIAMOND, "a", None)


def test_the_critical_path_by_its_name():
    assert critical_path(DIAMOND) == ("a", "b", "d")
    assert critical_path([]) == ()


def test_tasks_may_be_mappings_or_the_rows_of_a_table():
    rows = [{"id": "script", "days": 3}, {"id": "shoot", "days": 1, "after": ["script"]}]
    assert schedule(rows).days == 4
    pandas = pytest.importorskip("pandas")
    assert (
        schedule(pandas.DataFrame({"id": ["script", "shoot"], "days": [3, 1], "after": [None, ["script"]]})).days == 4
    )
    with pytest.raises(Problem, match="a row lacks its days"):
        schedule([{"id": "script"}])
    with pytest.raises(Problem, match="nothing here is called length"):
        schedule([{"id": "script", "days": 3, "length": 4}])


def test_a_saturday_that_is_worked_counts_in_the_network():
    days = dated(schedule([Task("shoot", 6)]), MONDAY, worked=[date(2026, 3, 7)])
    assert days["shoot"].last == date(2026, 3, 7)


def test_a_calendar_that_fails_is_said_and_no_traceback():
    with pytest.raises(Problem, match="fails on 2026-03-02"):
        dated(schedule(PLANT), MONDAY, int)
