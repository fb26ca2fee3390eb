"""Are the questions of an advertisement answered by keys, is a link copied, and do unit 8's forms fit a phone?"""

from datetime import date

from browser.axe import found, themed
from browser.driving import field, plan, press, wait_for
from browser.made import open_cells
from calendar_plan import planned

from promplan.language import inside, say
from promplan.plan.budget import BudgetLine, Carrier, Overlap

FORMS = {
    "pp-advertising": "pp.is_it_an_ad()",
    "pp-linking": "pp.links()",
    "pp-carrying": "pp.carriers()",
    "pp-budgeting": "pp.budget_form()",
    "pp-channel-money": "pp.channel_money()",
}
NEWS = "32311"  # nobody pays, nobody is called to buy, no vacancy, the plant's own page, plainly news
COPIED = "navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }"


def filled(language: str):
    """A plan that has begun to distribute."""
    with inside(language):
        one = planned()
    one.meta.language = language
    one.meta.title = "Spring at the works"
    one.channels[0].channel = "vk"
    money = one.channels[0].money
    money.users, money.users_from, money.price, money.price_on = 420, "asked in three classes", 180.0, date(2027, 1, 20)
    money.amount, money.least, money.most = 12_000.0, 3_000.0, 20_000.0
    one.channels[1].money.free, one.channels[1].money.users = 900, 150
    budget = one.budget
    budget.total, budget.currency, budget.reserve, budget.people = 40_000.0, "RUB", 10.0, 900
    budget.lines = [
        BudgetLine(id="BL1", what="Posters A2", kind="printing", price=85.0, quantity=40.0, unit="pieces"),
        BudgetLine(id="BL2", what="Bus for a class", kind="travel", price=6_500.0, quantity=2.0, unit="trips"),
        BudgetLine(id="BL3", what="Licence of a song", kind="rights"),
    ]
    budget.carriers = [
        Carrier(id="FC1", who="teachers", people=90, hours=3.0, asked_by="M1"),
        Carrier(id="FC2", who="workers", what="they show it to their shift", people=240, hours=2.0),
    ]
    budget.overlaps = [Overlap(id="OV1", one="H1", other="H2", people=60)]
    one.items[0].link.target = "https://plant.example/visit?day=2#way"
    one.items[0].link.source, one.items[1].link.source = "VK", "vk"
    one.items[0].ad.is_ad, one.items[0].ad.why = "no", "plainly news"
    one.items[1].ad.is_ad = "yes"
    return one


def opened(lab, calls):
    open_cells(lab, filled(lab.language), calls, "06-making")
    return lab.page


def test_the_questions_are_answered_by_keys_and_what_they_end_in_is_written_and_taken_back(lab):
    page = opened(lab, ["pp.is_it_an_ad()"])
    with inside(lab.language):
        write, undo, back = (str(say(one)) for one in ("Write it into the plan", "Undo", "Back"))
    asking = page.locator(".pp-asking")
    page.locator('.pp-advertising [data-key="C3"]').first.click()
    wait_for(page, lambda: "C3" in asking.get_attribute("aria-label"))
    asking.get_by_role("button").first.focus()
    for n, digit in enumerate(NEWS, 1):
        page.keyboard.press(digit)
        wait_for(page, lambda n=n: asking.locator(".pp-asking-path li").count() == n)
        wait_for(page, lambda: page.evaluate("() => document.activeElement.className") == "pp-asking-ask")
    page.keyboard.press("Backspace")
    wait_for(page, lambda: asking.locator(".pp-asking-answers button").count() == 2)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # the first answer, as whoever tabs gives it
    wait_for(page, lambda: asking.locator('.pp-asking-leaf[data-ad="no"]').count() == 1)
    asking.screenshot(path=lab.shots / f"advertising-end-{lab.language}.png")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.textContent") == write
    page.keyboard.press("Enter")
    wait_for(page, lambda: plan(lab).items[2].ad.is_ad == "no" and plan(lab).items[2].ad.why != "")
    assert asking.get_by_role("button", name=back, exact=True).count() == 1
    page.locator(".pp-advertising").get_by_role("button", name=undo, exact=True).first.focus()
    page.keyboard.press("Enter")
    wait_for(page, lambda: plan(lab).items[2].ad.is_ad == "")


def test_a_link_is_filled_in_corrected_and_copied_and_its_code_is_there_to_save(lab):
    page = opened(lab, ["pp.links()"])
    with inside(lab.language):
        fill, copy, source = (
            str(say(one)) for one in ("Fill in what is empty", "Copy the address", "utm_source: from where")
        )
    linking = page.locator(".pp-linking")
    wait_for(page, lambda: linking.locator('.pp-f-source .pp-told[data-state="warning"]').count() >= 1)
    press(linking, fill)
    wait_for(page, lambda: plan(lab).items[0].link.content != "")
    field(linking, source).fill("vk")
    wait_for(page, lambda: plan(lab).items[0].link.source == "vk")
    page.evaluate(f"() => {{ {COPIED} }}")
    wait_for(page, lambda: "utm_source=vk" in linking.locator(".pp-address").inner_text())
    linking.get_by_role("button", name=copy, exact=True).focus()
    page.keyboard.press("Enter")
    wait_for(
        page, lambda: page.evaluate("() => window.copied ?? ''").startswith("https://plant.example/visit?day=2&utm_")
    )
    copied = page.evaluate("() => window.copied")
    assert copied.endswith("#way") and "utm_campaign=spring-at-the-works" in copied
    assert copied == linking.locator(".pp-address").inner_text().replace("\n", "")
    for ending in ("svg", "png"):
        assert linking.locator(f'a[download="qr-C1.{ending}"]').get_attribute("href").startswith("blob:")


def test_the_forms_are_readable_on_a_laptop_and_a_phone_in_both_themes(lab):
    page = opened(lab, list(FORMS.values()))
    size = page.viewport_size
    wait_for(page, lambda: all(page.locator(f".pp-editor.{one}").count() for one in FORMS))
    try:
        for theme in ("Light", "Dark"):
            themed(page, theme)
            for wide in (1366, 390):
                page.set_viewport_size({"width": wide, "height": 12_000})
                page.wait_for_timeout(400)
                assert wide > 390 or found(page) == []
                for name, call in FORMS.items():
                    one = page.locator(f".pp-editor.{name}")
                    over = one.evaluate("one => one.scrollWidth - one.clientWidth")
                    assert over <= 1, f"{call} is {over} px too wide at {wide}"
                    one.screenshot(path=lab.shots / f"{name}-{wide}-{theme.lower()}-{lab.language}.png")
    finally:
        themed(page, "Light")
        page.set_viewport_size(size)


OWN_SCROLL = """() => [...document.querySelectorAll(".jp-OutputArea-output")]
    .filter((one) => one.querySelector(".pp-editor")).map((one) => one.scrollHeight - one.clientHeight)"""


def test_a_long_table_of_pieces_gives_its_cell_no_scroll_bar_of_its_own(lab):
    page = opened(lab, ["pp.links()", "pp.is_it_an_ad()"])
    for wide in (1366, 390):
        page.set_viewport_size({"width": wide, "height": 800})
        page.locator(".pp-table > .pp-scroll").first.wait_for()
        wait_for(page, lambda: max(page.evaluate(OWN_SCROLL)) <= 0)


def test_a_wrong_number_of_the_budget_is_heard_at_its_field(lab):
    page = opened(lab, ["pp.budget_form()"])
    total = page.locator(".pp-budgeting .pp-tied input[type=text]").first
    total.fill("lots")
    total.press("Tab")
    wait_for(page, lambda: total.get_attribute("aria-invalid") == "true")
    named = total.get_attribute("aria-describedby").split()
    with inside(lab.language):
        told = str(say("a number belongs here, such as 12 or 0.5; its unit has a field of its own"))
    assert told in [page.locator(f"#{one}").inner_text() for one in named]
    total.fill("40000")
    total.press("Tab")
    wait_for(page, lambda: total.get_attribute("aria-invalid") is None)
