"""Do the pieces of content begin with the chosen ideas, and say what stands in them?"""

from widgets.finding import button, field, press, shown, told

from promplan.language import inside
from promplan.language.typesetting import unset
from promplan.plan.store import MemoryStore
from promplan.widgets.pieces import pieces
from promplan.widgets.toast import Toast


def with_ideas() -> MemoryStore:
    store = MemoryStore()
    fact = store.add("enterprise.facts", {"statement": "The press closes at 170 °C"})
    channel = store.add("channels", {"name": "VK of the plant", "channel": "vk"})
    audience = store.add("audiences", {"segment": "pupils of the ninth form"})
    ideas = [
        {"title": "Eleven minutes", "hook": "Nothing moves", "form": "video", "chosen": "yes", "facts": [fact]},
        {"title": "The ring", "form": "art", "chosen": "yes"},
        {"title": "Left out", "form": "text", "chosen": "no"},
    ]
    for one in ideas:
        store.add("ideas", {**one, "channels": [channel], "audience": audience})
    return store


def test_what_is_typed_is_in_the_plan_and_in_the_row():
    store = MemoryStore()
    panel = pieces(store)
    press(panel, "Add")
    field(panel, "Piece of content").value = "Eleven minutes"
    assert store.plan.items[0].title == "Eleven minutes"
    assert field(panel, "Pieces of content").rows[0]["cells"][0][0] == "Eleven minutes"


def test_each_chosen_idea_becomes_a_piece_once_with_what_it_brings_and_undo_takes_all_out():
    store = with_ideas()
    panel = pieces(store)
    press(panel, "Begin with the chosen ideas")
    one, two = store.plan.items
    assert (one.title, one.idea, one.form, one.facts) == ("Eleven minutes", "I1", "video", ["F1"])
    assert (one.channel, one.audience, one.message) == ("H1", "A1", "")
    assert (two.form, two.idea) == ("poster", "I2")
    start = button(panel, "Begin with the chosen ideas")
    assert not any(shown(it) for it in _parents(panel, start))
    (toast,) = [it for it in _walk(panel) if isinstance(it, Toast) and it.undoes]
    toast.undo()
    assert store.plan.items == [] and all(shown(it) for it in _parents(panel, start))


def test_the_table_tells_channel_language_and_who_makes_it():
    store = with_ideas()
    member = store.add("team.members", {"name": "Vera"})
    store.add("items", {"title": "a", "channel": "H1", "owner": member, "text": "Пресс закрывается при 170 градусах."})
    (row,) = field(pieces(store), "Pieces of content").rows
    assert [row["cells"][n] for n in (1, 2, 4)] == [["", "Russian"], ["VK of the plant", ""], ["Vera", ""]]


def test_the_card_says_what_stands_in_the_piece_so_far():
    store = with_ideas()
    id_ = store.add("items", {"title": "a"})
    panel = pieces(store)
    assert "In it so far" not in told(panel)
    store.add(f"items/{id_}/script", {"words": "one"})
    store.add(f"items/{id_}/approvals", {"judge": "plant"})
    assert "In it so far: 1 line of script, 1 approval." in unset(told(panel))


def test_a_piece_is_edited_in_russian():
    store = with_ideas()
    with inside("ru"):
        panel = pieces(store)
        press(panel, "Начать с\u00a0выбранных идей")
        assert len(store.plan.items) == 2


def _walk(panel):
    yield panel
    for child in getattr(panel, "children", ()):
        yield from _walk(child)


def _parents(panel, part):
    return [one for one in _walk(panel) if part in getattr(one, "children", ())]
