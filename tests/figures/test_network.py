"""Does the network show each step where the reckoning puts it, and the plant's days as its own?"""

import pytest
from figures.looking import drawn as few
from figures.looking import faults, odd_words, pale, words
from hypothesis import given
from matplotlib.colors import to_hex
from matplotlib.patches import Rectangle

from promplan import figures
from promplan.figures.style import BLUE
from promplan.language import Problem, inside
from promplan.language.typesetting import unset
from promplan.plan.items import Item
from promplan.plan.store import MemoryStore

STEPS = (
    ("Script", 2, "team", ()),
    ("Engineer checks the facts", 3, "plant", (0,)),
    ("Clearance of the shots", 10, "plant", (0,)),
    ("Shoot", 1, "team", (1, 2)),
    ("Music and rights", 2, "team", (0,)),
    ("Edit", 3, "team", (3, 4)),
    ("Publish", 0, "team", (5,)),
)


def film(*steps, title: str = "Eleven minutes") -> Item:
    store = MemoryStore()
    item = store.add("items", {"title": title})
    made: list[str] = []
    for name, days, whose, after in steps or STEPS:
        values = {"name": name, "days": days, "whose": whose, "after": [made[n] for n in after]}
        made.append(store.add(f"items/{item}/production", values))
    return store.plan.items[0]


def bars(picture) -> list[Rectangle]:
    return [one for one in picture.fig.axes[0].patches if isinstance(one, Rectangle)]


def test_every_step_is_named_with_its_days_and_nothing_is_cut_or_overlaps():
    one = figures.production_network(film())
    for name, days, _, _ in STEPS:
        assert (f"{name}, {days}" if days else name) in unset(words(one))
    assert not faults(one) and not pale(one)


def test_bars_lie_on_their_days_and_the_plant_s_are_blue():
    one = figures.production_network(film())
    script, *_ = found = bars(one)
    day = script.get_width() / 2
    clearance = next(it for it in found if it.get_width() == pytest.approx(10 * day))
    assert clearance.get_x() == pytest.approx(script.get_x() + 2 * day)
    assert to_hex(clearance.get_facecolor()).upper() == BLUE.upper()
    assert to_hex(script.get_facecolor()).upper() != BLUE.upper()
    assert clearance.get_linewidth() > 2 > min(it.get_linewidth() for it in found)


def test_who_cannot_see_it_is_told_days_waiting_slack_and_both_lengths():
    alt = unset(figures.production_network(film()).alt)
    assert "Clearance of the shots: days 3 to 12, waits for Script, the plant's days, critical" in alt
    assert "Engineer checks the facts: days 3 to 5, waits for Script, the plant's days, may slip by 7" in alt
    assert "The work takes 16 working days" in alt and "9 working days" not in alt
    assert "Without waiting for the plant it would be 7 working days" in alt  # script 2, music 2, edit 3


def test_thirty_steps_stay_on_a_laptop_s_screen_and_the_rest_is_counted():
    steps = [("A step with a rather long name of its own", 2, "team", (n - 1,) if n else ()) for n in range(30)]
    one = figures.production_network(film(*steps))
    shown = unset(words(one)).count("A step with")
    assert one.fig.get_figheight() <= 7.2 and 8 < shown < 30
    assert f"and {30 - shown} steps more" in unset(words(one))
    assert not faults(one)


def test_a_piece_without_steps_and_a_step_without_days_are_drawn():
    assert "no step of work yet" in unset(figures.production_network(Item(id="C1")).alt)
    assert not faults(figures.production_network(film(("a", 0, "", ()))))


def test_a_circle_is_no_picture():
    item = film(("a", 1, "team", ()), ("b", 1, "team", (0,)))
    item.production[0].after = [item.production[1].id]
    with pytest.raises(Problem, match="in a circle"):
        figures.production_network(item)


def test_in_russian_nothing_is_english():
    with inside("ru"):
        one = figures.production_network(
            film(("Сценарий", 2, "team", ()), ("Съёмка", 1, "plant", (0,)), title="Кольцо")
        )
    assert not any("a" <= letter <= "z" for letter in words(one) + one.alt + one.caption)


@few
@given(odd_words)
def test_odd_names_are_drawn_as_words(text):
    assert not faults(figures.production_network(film((text, 3, "plant", ()), ("b", 1, "team", (0,)), title=text)))
