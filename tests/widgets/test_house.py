"""Does the message house show what stands in the plan, and only as text?"""

from datetime import date

import pytest
from widgets.test_editors import control, walk, words

from promplan import language
from promplan.plan.store import FileStore, MemoryStore
from promplan.widgets.house import message_house

CLEARED = {"state": "cleared", "until": date(2027, 1, 31)}


@pytest.fixture
def store():
    store = MemoryStore()
    store.add("enterprise.facts", {"statement": "14 waterworks take our rings", "clearance": CLEARED})
    store.add("enterprise.facts", {"statement": "Eleven minutes at 170 °C", "clearance": {"state": "refused"}})
    store.add("message.pillars", {"statement": "What is made here is needed", "proofs": ["F1"]})
    return store


def test_what_is_typed_is_in_the_plan_and_in_the_house(store):
    panel = message_house(store)
    control(panel, "Umbrella: the one sentence").value = "Rings go to 14 waterworks."
    control(panel, "Tone of voice").value = "calm"
    control(panel, "Words to avoid").value = "leading\nunique"
    control(panel, "Call to action").value = "Come on Thursday."
    control(panel, "Pillar").value = "Somebody waits for it"
    message = store.plan.message
    assert (message.umbrella, message.tone, message.avoid, message.call, message.pillars[0].statement) == (
        "Rings go to 14 waterworks.", "calm", "leading\nunique", "Come on Thursday.", "Somebody waits for it",
    )  # fmt: skip
    shown = words(panel)
    for text in ("5 of 25 words", "Tone: calm.", "We avoid: leading, unique.", "<p>Somebody waits for it</p>"):
        assert text in shown


def test_an_empty_house_says_what_is_missing():
    shown = words(message_house(MemoryStore()))
    for text in ("no umbrella yet", "none yet", "no call to action yet", "the register is empty"):
        assert text in shown


def test_a_proof_says_in_a_sign_and_a_word_whether_it_may_be_used(store):
    panel = message_house(store)
    control(panel, "Proofs").value = ["F1", "F2", "F9"]
    assert store.plan.message.pillars[0].proofs == ["F1", "F2", "F9"]
    shown = words(panel)
    for text in ("✔ F1</b> cleared", "✘ F2</b> refused", "? F9</b> is not in the register"):
        assert text in shown


def test_a_clearance_that_ended_carries_nothing_and_one_that_ends_early_says_so(store):
    store.put("meta", {"campaign_end": date(2027, 3, 1)})
    assert "✔ F1</b> cleared until 2027-01-31, the campaign is longer" in words(message_house(store))
    store.put("meta", {"as_of": date(2027, 2, 1)})
    assert "✘ F1</b> was cleared only until 2027-01-31" in words(message_house(store))


def test_a_clearance_ends_by_the_campaign_s_clock(store):
    store.put("meta", {"as_of": date(2026, 10, 12)})
    store.put("desk", {"day": date(2027, 1, 31)})
    assert "✔ F1</b>" in words(message_house(store))
    store.put("desk", {"day": date(2027, 2, 1)})
    assert "✘ F1</b> was cleared only until 2027-01-31" in words(message_house(store))


def test_proofs_are_offered_in_words_with_what_may_be_said_first(store):
    proofs = control(message_house(store), "Proofs")
    assert [key for _, key in proofs.options] == ["F1", "F2"]
    assert "✔ cleared" in proofs.options[0][0] and "✘ refused" in proofs.options[1][0]


def test_too_long_an_umbrella_is_counted_with_what_to_cut(store):
    panel = message_house(store)
    control(panel, "Umbrella: the one sentence").value = "rings " * 31
    assert "✘ 31 of 25 words: cut 6" in words(panel)


def test_a_fourth_pillar_stands_outside(store):
    panel = message_house(store)
    for _ in range(2):
        control(panel, "Add").click()
    assert 'promplan-house-outside">' not in words(panel)
    control(panel, "Add").click()
    house = next(one.value for one in walk(panel) if "promplan-house-roof" in str(getattr(one, "value", "")))
    inside, outside = house.split('<aside class="promplan-house-outside">')
    assert inside.count('class="promplan-house-pillar"') == 3 and outside.count('class="promplan-house-pillar"') == 1
    assert "Outside the house" in outside and "P1</h5>" in inside


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "Д" * 4000, "🏭 " * 100, "Pезина и rubber", '"><img src=x onerror=a>']
)
def test_hostile_words_are_only_shown(store, text):
    panel = message_house(store)
    control(panel, "Umbrella: the one sentence").value = text
    for name in ("Call to action", "Pillar"):
        control(panel, name).value = text[:300]
    assert store.plan.message.umbrella == text and store.plan.message.call == text[:300]
    html = " ".join(one.value for one in walk(panel) if type(one).__name__ == "HTML") + panel.static
    assert "<script" not in html and "<img" not in html


def test_two_stores_on_one_file_show_one_house(tmp_path):
    here, there = (FileStore(tmp_path / "media-plan.json") for _ in range(2))
    mine, theirs = message_house(here), message_house(there)
    control(mine, "Umbrella: the one sentence").value = "Rings go to 14 waterworks."
    there.refresh()
    assert control(theirs, "Umbrella: the one sentence").value == "Rings go to 14 waterworks."
    control(theirs, "Add").click()
    here.refresh()
    assert "<h5>P1</h5>" in words(mine) and "5 of 25 words" in words(theirs)


def test_the_region_speaks_and_does_not_repeat_itself(store):
    panel = message_house(store)
    house = next(one for one in walk(panel) if "promplan-house-roof" in str(getattr(one, "value", "")))
    assert house.value.startswith('<div role="status">')
    news = []
    house.observe(news.append, "value")
    store.put("brief", {"client": "the press office"})
    assert news == []


def test_the_page_without_a_kernel_is_the_house_itself(store):
    store.put("message", {"umbrella": "Rings go to 14 waterworks."})
    page = message_house(store)._repr_mimebundle_()["text/html"]
    for text in ("Rings go to 14 waterworks.", "5 of 25 words", "What is made here is needed", "✔ F1</b> cleared"):
        assert text in page


def test_the_house_speaks_russian():
    with language.inside("ru"):
        assert control(message_house(MemoryStore()), "Призыв к действию")


def test_the_findings_of_the_house_leave_the_questions_to_their_editor(store):
    store.add("message.questions", {"question": "Is it hot?"})
    store.put("message", {"umbrella": "rings " * 31})
    shown = words(message_house(store))
    assert "MSG-3" in shown and "MSG-10" not in shown
