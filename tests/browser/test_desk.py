"""Can a team ask the plant in a real window, live through its days, take other words, and have a fact cleared?"""

import re

import pytest
from browser.driving import cell, field, kernel_is_idle, open_notebook, plan, press, run_all, wait_for

from promplan.cases.kit import load
from promplan.cases.staff import staff
from promplan.language import inside, say
from promplan.plan import edit
from promplan.plan.starting_over import emptied
from promplan.plan.store import NAME, FileStore

F12, F5 = "enterprise.facts/F12", "enterprise.facts/F5"
HOSTILE = {
    "en": "<img src=x onerror=\"document.title='run'\"> 93.5",
    "ru": "<img src=x onerror=\"document.title='run'\"> столько весит гружёный полувагон на заводских весах",
}


@pytest.fixture
def asked(lab):
    """A learner's folder in which the wagon works' register is the team's."""
    with inside(lab.language):
        plan_ = load("wagon-works").plan
        for unit in ("06-making", "05-visit", "04-art"):
            plan_ = emptied(plan_, unit)
        plan_.meta.plan_id = "desk"
        FileStore(lab.folder / NAME).replace(lambda _: plan_)
        yield lab


def test_two_facts_are_asked_about_and_cleared(asked):
    lab, page = asked, asked.page
    open_notebook(lab, "exercises/01-facts")
    desk = cell(page, "desk")
    for address in (F12, F5):
        offered(desk, address).click()
    field(desk, str(say("Whom do you ask?"))).select_option(label=_people(desk, role_of(lab, "P10")))
    press(desk, str(say("Write a letter about each")))
    wait_for(page, lambda: len(plan(lab).desk.requests) == 2)
    field(desk, str(say("May we say"))).fill(HOSTILE[lab.language])
    wait_for(page, lambda: plan(lab).desk.requests[0].wording == HOSTILE[lab.language])
    press(desk, str(say("Send all drafts ({n})", n=2)))
    wait_for(page, lambda: all(one.sent for one in plan(lab).desk.requests))
    wait_for(page, lambda: page.evaluate("document.activeElement.tagName") == "TR")  # the list, never the page
    press(desk, str(say("One working day on")))
    wait_for(page, lambda: plan(lab).desk.day and plan(lab).desk.day.day == 13)
    press(desk, str(say("Until the next answer")))
    wait_for(page, lambda: {one.answer.state for one in plan(lab).desk.requests} == {"yes", "words"})
    states = {one.fact: one.answer.state for one in plan(lab).desk.requests}
    assert states == {"F12": "words", "F5": "yes"} or states == {"F5": "words", "F12": "words"}
    for one in plan(lab).desk.requests:
        if one.answer.state == "words":
            desk.locator(f'.pp-records [data-key="{one.id}"]').click()
            press(desk, str(say("Take the plant's words")))
            wait_for(page, lambda one=one: edit.find(plan(lab), f"desk.requests/{one.id}").answer.taken)
    facts = plan(lab)
    assert [edit.find(facts, it).clearance.state for it in (F12, F5)] == ["cleared", "cleared"]
    assert page.title() != "run" and desk.locator("blockquote img").count() == 0
    for width in (1366, 768, 390):
        page.set_viewport_size({"width": width, "height": 1400})
        desk.screenshot(path=lab.shots / f"desk-{lab.language}-{width}.png")
    page.set_viewport_size({"width": 1280, "height": 1400})

    # run again, everything stands there as it was
    kernel_is_idle(page)
    run_all(page)
    wait_for(page, lambda: cell(page, "desk").locator(".pp-records tbody tr").count() == 2)


@pytest.mark.thorough
def test_a_facts_card_leads_to_the_desk_which_has_it_ticked(asked):
    page = asked.page
    open_notebook(asked, "exercises/01-facts")
    register, desk = cell(page, "fact_table"), cell(page, "desk")
    offered(desk, F5).click()
    register.locator('tbody [data-key="F12"]').click()
    wait_for(page, lambda: register.locator('.pp-record[data-record="F12"]').count() == 1)
    register.get_by_role(
        "button", name=re.compile(f"^{re.escape(str(say('Ask at the desk')))}$")
    ).scroll_into_view_if_needed() if (
        register.get_by_role("button", name=str(say("Ask at the desk"))).is_visible()
    ) else register.locator(".pp-btn.pp-fold").first.click()
    press(register, str(say("Ask at the desk")))
    ticked = "[...document.querySelectorAll('.pp-pick :checked')].map(one => one.value.split('/')[1]).sort().join()"
    wait_for(page, lambda: page.evaluate(ticked) == "F12,F5")
    assert page.evaluate("document.activeElement.value") == F12
    box = offered(desk, F12).bounding_box()
    wait_for(page, lambda: 0 < offered(desk, F12).bounding_box()["y"] < 1300)
    assert box["height"] >= 44


def test_works_shots_and_pieces_stand_below_the_facts_and_a_finding_ticks_its_own(asked):
    lab, page = asked, asked.page
    FileStore(lab.folder / NAME).replace(made)
    open_notebook(lab, "exercises/01-facts")
    desk, check = cell(page, "desk"), cell(page, "exercise")
    groups = desk.get_by_role("group")
    heads = [str(say("Facts")), str(say("Works of art: the data behind them")), str(say("Shots of the visit"))]
    for head in heads:
        assert desk.get_by_role("group", name=head, exact=True).is_visible(), head
    assert groups.locator(".pp-pick").count() == desk.locator(".pp-pick").count()
    find = desk.locator(".pp-picks input[type=search]")
    find.fill("xyzzy")
    for head in heads:
        assert not desk.get_by_role("group", name=head, exact=True).is_visible(), head
    find.fill("")
    press(check, str(say("Check")))
    check.locator(".pp-finding").first.wait_for(state="attached")
    for fold in check.locator("details.pp-many > summary").all():  # of many facts alike there is one line
        fold.click()
    ask = check.locator(".pp-finding").get_by_role("button", name=str(say("Ask at the desk"))).first
    ask.click()
    wait_for(page, lambda: page.evaluate("document.activeElement.checked === true"))
    assert page.evaluate("document.activeElement.value").startswith("enterprise.facts/F")
    desk.screenshot(path=lab.shots / f"desk-kinds-{lab.language}.png")


def made(plan_):
    """The plan with a work, a shot and a piece that may be asked about."""
    plan_, idea = edit.add(plan_, "ideas", {"title": "One test of one brake"})
    plan_ = edit.put(plan_, f"ideas/{idea}/poster", {"form": "stripes", "data": {"file": "brake-test.csv"}})
    plan_ = edit.add(plan_, "visit.shots", {"what": "springs and axles"})[0]
    return edit.add(plan_, "items", {"title": "What a brake sounds like", "form": "audio", "text": "Listen."})[0]


def offered(desk, address: str):
    """The row of the desk's list that asks about this."""
    return desk.locator(".pp-pick", has=desk.page.locator(f'input[value="{address}"]'))


def role_of(lab, person: str) -> str:
    return staff("wagon-works", lab.language).people[person].role


def _people(desk, role: str) -> str:
    options = field(desk, str(say("Whom do you ask?"))).locator("option").all_text_contents()
    return next(one for one in options if one.replace("\u00a0", " ").startswith(role))
