"""Is the link of a piece built as it is typed, filled in when asked, looked over, and made a code of?"""

import re
from html import unescape

from calendar_plan import planned
from widgets.finding import button, field, press, shown, walk
from widgets.finding import told as html

from promplan.language import say
from promplan.language.typesetting import unset
from promplan.plan import Plan
from promplan.plan.store import MemoryStore
from promplan.review import Finding
from promplan.review.cure import Cure
from promplan.widgets.copying import Copying
from promplan.widgets.download import Download
from promplan.widgets.link_fill import filled
from promplan.widgets.links import links
from promplan.widgets.part_form import PartForm
from promplan.widgets.toast import Toast

PAGE = "https://plant.example/visit?day=2#way"


def told(panel) -> str:
    return unset(unescape(re.sub("<[^>]+>", " ", html(panel))))


def found(panel, kind):
    return [one for one in walk(panel) if isinstance(one, kind)]


def titled(plan: Plan | None = None) -> MemoryStore:
    plan = plan or planned()
    plan.meta.title = "Spring at the works"
    plan.channels[0].channel = "vk"
    plan.items[0].owner = ""
    return MemoryStore(plan)


def test_the_finished_address_follows_what_is_typed():
    store = titled()
    panel = links(store)
    assert "as soon as there is a page" in told(panel)
    field(panel, "Page it leads to").value = PAGE
    field(panel, "utm_source: from where").value = "vk"
    whole = "https://plant.example/visit?day=2&utm_source=vk#way"
    assert found(panel, Copying)[0].text == whole
    shown = html(panel).partition('<p class="pp-address">')[2].partition("</p>")[0]
    assert re.sub(r"</?b>|<wbr>", "", shown) == whole.replace("&", "&amp;")
    assert store.plan.items[0].link.target == PAGE


def test_empty_fields_are_filled_when_asked_and_one_press_empties_them():
    store = titled()
    panel = links(store)
    field(panel, "utm_medium: by which way").value = "story"
    press(panel, "Fill in what is empty")
    link = store.plan.items[0].link
    assert (link.source, link.medium, link.campaign) == ("vk", "story", "spring-at-the-works")
    assert link.content == "c1-eleven-minutes-at-the-press" and link.target == ""
    assert button(panel, "Fill in what is empty").disabled
    found(panel, Toast)[0].undo()
    assert (store.plan.items[0].link.source, store.plan.items[0].link.medium) == ("", "story")


def test_what_other_pieces_have_is_written_alike():
    plan = planned()
    plan.items[1].channel = plan.items[0].channel
    plan.items[1].link.source, plan.items[1].link.campaign = "vkontakte", "quarter"
    guesses = filled(plan, plan.items[0])
    assert (guesses["source"], guesses["campaign"]) == ("vkontakte", "quarter")


def test_a_plan_that_says_nothing_suggests_nothing_but_the_piece():
    plan = Plan.model_validate({"items": [{"id": "C1"}]})
    assert filled(plan, plan.items[0]) == {"content": "c1"}


def test_a_poster_on_a_notice_board_is_come_by_its_code():
    plan = Plan.model_validate(
        {
            "channels": [{"id": "H1", "channel": "notice-board"}, {"id": "H2", "channel": "e-mail"}],
            "items": [{"id": "C1", "channel": "H1", "form": "poster"}, {"id": "C2", "channel": "H2", "form": "post"}],
        }
    )
    assert [filled(plan, one)["medium"] for one in plan.items] == ["qr", "email"]


def test_what_is_wrong_is_told_in_words_and_that_nothing_is():
    store = titled()
    panel = links(store)
    press(panel, "Fill in what is empty")
    field(panel, "Page it leads to").value = PAGE
    assert "The counter will tell these visits from all others" in told(panel)
    field(panel, "utm_source: from where").value = "VK"
    assert "a counter takes VK and vk for two" in told(panel) and "put vk" in told(panel)
    assert field(panel, "Pieces of content").rows[0]["sign"] == "warning"
    field(panel, "Page it leads to").value = "javascript:alert(1)"
    assert "a link of the plan begins with https://" in told(panel)
    assert found(panel, Copying)[0].text == "" and "as soon as there is a page" in told(panel)


def test_a_name_of_the_team_and_another_spelling_are_told():
    plan = planned()
    plan.items[1].link.source = "Vk"
    store = titled(plan)
    panel = links(store)
    field(panel, "utm_source: from where").value = "vk"
    field(panel, "utm_content: which piece").value = "vera"
    assert "C2 has “Vk”" in told(panel) and "A name stands in it: Vera" in told(panel)


def test_the_code_is_offered_as_two_files_with_its_printed_size():
    store = titled()
    panel = links(store)
    assert all(not one.file for one in found(panel, Download))
    field(panel, "Page it leads to").value = PAGE
    svg, png = found(panel, Download)
    assert svg.data.startswith(b"<?xml") and png.data.startswith(b"\x89PNG")
    assert (svg.file["name"], png.file["type"]) == ("qr-C1.svg", "image/png")
    assert "Read from 1 m: at least 12" in told(panel) and "rule of thumb" in told(panel)
    field(panel, "Read from, metres").value = 3.0
    assert "Read from 3 m: at least 3" in told(panel)


def test_a_link_that_is_too_long_for_a_code_says_so():
    panel = links(titled())
    field(panel, "Page it leads to").value = "https://plant.example/" + "x" * 270
    field(panel, "utm_source: from where").value = "vk"
    assert "a code of a poster has 300 at most" in told(panel)
    assert all(not one.file for one in found(panel, Download))


def test_what_the_review_says_at_a_field_is_not_said_twice_and_its_cure_fits_the_field():
    store = titled()
    panel = links(store)
    field(panel, "utm_source: from where").value = "VK"
    form = next(
        watch.__self__ for watch in store._watchers if isinstance(getattr(watch, "__self__", None), PartForm)
    )  # fmt: skip
    words = "Capital letters: a counter takes {value} and {low} for two."
    link = {**store.plan.items[0].link.model_dump(), "source": "vk"}
    form._tell(
        [
            Finding(
                "C1", say(words, value="VK", low="vk"), say("put {value}", value="vk"), rule="CH-1",
                field="link.source", cure=Cure({"link": link}, say("Put {value}", value="vk")),
            )
        ]
    )  # fmt: skip
    assert told(panel).count("a counter takes VK and vk for two") == 1
    press(panel, "Put vk")
    assert store.plan.items[0].link.source == "vk"


def test_a_plan_without_pieces_says_what_comes_first():
    panel = links(MemoryStore())
    assert "There is no piece of content yet: write one in unit 6" in told(panel)
    assert not shown(button(panel, "Fill in what is empty")) or "There is no piece" in panel.static


def test_a_student_s_words_are_text():
    plan = planned()
    plan.items[0].link.source, plan.items[0].title = "<b onclick=x>", "<script>"
    plan.items[0].link.target = "https://plant.example/<script>"
    panel = links(MemoryStore(plan))
    assert "<script" not in html(panel) + panel.static and "<b onclick" not in html(panel)
