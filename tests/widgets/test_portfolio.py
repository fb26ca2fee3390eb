"""Does the team see who stands on the page today and why the rest does not, and do the buttons do what they say?"""

import pytest
from carded import ON, YES, bare, carded

from promplan.cases.example import example
from promplan.export import portfolio, portfolio_papers
from promplan.export.portfolio_pictures import Film, Picture
from promplan.plan import Plan, edit
from promplan.plan.codec import dumps
from promplan.plan.store import NAME, FileStore, MemoryStore
from promplan.widgets.portfolio import FIELDS, _Portfolio, day_of, offered
from promplan.widgets.portfolio import portfolio as build


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """What is drawn is tested with the page."""
    dot = Picture("data:image/png;base64,AA==", "a poster", 1, 1)
    monkeypatch.setattr(portfolio, "posters", lambda plan, chosen, held: ({it.id: dot for it in chosen.ideas}, []))
    films = lambda plan, chosen, held: (tuple(Film(it, (dot,), None, 3.0) for it in chosen.items), [])  # noqa: E731
    monkeypatch.setattr(portfolio, "films", films)


def made(plan: Plan) -> _Portfolio:
    return _Portfolio(MemoryStore(plan), portfolio_papers)


def test_it_says_who_stands_on_the_page_and_why_the_rest_does_not():
    told = made(carded()).told.value
    on, _, off = told.partition("Not on the page")
    assert "Lena P." in on and "Katya" in on and "Rustam" not in on
    assert "Rustam" in off and "the answer was no" in off and "As of 2026-11-09" in told


def test_everybody_gets_one_card():
    plan = edit.put(Plan(), "team", {"name": "Team"})
    for name in ("Lena", "Rustam"):
        plan, _ = edit.add(plan, "team.members", {"name": name})
    widget = made(plan)
    widget.everybody()
    widget.everybody()
    cards = widget.store.plan.pitch.cards
    assert [one.member for one in cards] == ["M1", "M2"] and widget.all.disabled
    assert {one.page for one in cards} == {"not asked"}


def test_a_consent_is_taken_back_at_one_press():
    widget = made(bare(["Lena", "Rustam"], {**YES, "pool": "yes"}))
    widget.store.put("meta", {"as_of": ON})
    assert "Lena" in widget.told.value.partition("Not on the page")[0]
    widget.editor.rows.list.value = "PF1"
    widget.withdraw()
    card = widget.store.plan.pitch.cards[0]
    assert (card.page, card.pool, card.withdrawn_on) == ("withdrawn", "withdrawn", ON)
    assert "Lena" not in widget.told.value.partition("Not on the page")[0]


def test_a_card_without_consent_has_nothing_to_take_back():
    widget = made(bare(["Lena"], {"page": "not asked"}))
    widget.guard.doing(widget.withdraw)
    assert "nothing to take back" in widget.guard.trouble
    assert widget.store.plan.pitch.cards[0].withdrawn_on is None


def test_without_a_card_there_is_nothing_to_take_back():
    widget = made(Plan())
    assert widget.take_back.disabled and widget.all.disabled
    widget.guard.doing(widget.withdraw)
    assert "Choose a card first" in widget.guard.trouble


def test_every_field_of_a_card_stands_in_the_form():
    card = carded().pitch.cards[0]
    assert set(FIELDS) == set(type(card).model_fields) - {"id", "by"}


def test_what_a_card_may_show_is_offered_with_whose_it_is():
    told = {key: words for words, key in offered(carded())}
    assert "(Rustam)" in told["I1"] and "I4" not in told and "C1" in told


def test_page_and_paper_lie_beside_the_plan_in_its_language(tmp_path):
    plan = edit.put(carded(), "meta", {"language": "ru"})
    (tmp_path / NAME).write_bytes(dumps(plan))
    widget = _Portfolio(FileStore(tmp_path / NAME), portfolio_papers)
    for key in ("consent", "page"):
        widget.buttons.write(key)
        assert "href=" in widget.buttons.told.value
    names = sorted(one.name for one in (tmp_path / "portfolio").iterdir())
    assert names == ["портфолио.html", "согласие-на-портфолио.pdf"]
    assert "Кто мы" in (tmp_path / "portfolio" / "портфолио.html").read_text(encoding="utf-8")


def test_a_page_made_anew_after_a_withdrawal_is_without_that_person(tmp_path):
    (tmp_path / NAME).write_bytes(dumps(carded()))
    widget = _Portfolio(FileStore(tmp_path / NAME), portfolio_papers)
    widget.buttons.write("page")
    file = tmp_path / "portfolio" / "portfolio.html"
    assert "Lena P." in file.read_text(encoding="utf-8")
    widget.editor.rows.list.value = "PF1"
    widget.withdraw()
    widget.buttons.write("page")
    assert "Lena" not in file.read_text(encoding="utf-8")


def test_what_could_not_be_drawn_is_told(tmp_path, monkeypatch):
    from promplan.language import say
    from promplan.plan.portfolio import Left

    monkeypatch.setattr(
        portfolio, "posters", lambda *_: ({}, [Left(say("the poster of {id}", id="I1"), say("there is no card"))])
    )
    (tmp_path / NAME).write_bytes(dumps(carded()))
    widget = _Portfolio(FileStore(tmp_path / NAME), portfolio_papers)
    widget.buttons.write("page")
    assert "the poster of I1" in widget.undrawn.value and "Rustam" not in widget.undrawn.value


def test_a_real_plant_s_page_is_never_made_for_a_day_that_is_past():
    plan = edit.put(Plan(), "meta", {"case": "real", "as_of": ON.replace(year=2001)})
    assert day_of(plan).year > 2001 and day_of(carded()) == ON


def test_without_a_kernel_the_same_is_read_and_hostile_words_stay_words():
    plan = edit.put(carded(), "team.members/M2", {"name": "<img src=x onerror=alert(1)>"})
    html = build(MemoryStore(plan), portfolio_papers)._repr_mimebundle_()["text/html"]
    assert "Lena P." in html and "Make the page" in html and "<img" not in html and "&lt;img" in html


@pytest.mark.parametrize("name", ["10-good", "10-solved"])
def test_the_cards_of_our_own_plans_show_what_a_card_may_show(name):
    plan = example(name)
    may = {id_ for _, id_ in offered(plan)}
    assert {id_ for card in plan.pitch.cards for id_ in card.shows} <= may
