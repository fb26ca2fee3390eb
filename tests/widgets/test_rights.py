"""Is it said whose each part is, and do readers learn what a machine made?"""

from datetime import date
from html import unescape

from widgets.finding import field, press, shown
from widgets.finding import told as html

from promplan.language import inside
from promplan.language.typesetting import unset
from promplan.plan.store import MemoryStore
from promplan.widgets.rights import rights


def told(panel) -> str:
    return unset(unescape(html(panel)))


def with_film() -> MemoryStore:
    store = MemoryStore()
    store.add("items", {"title": "Eleven minutes", "form": "video"})
    return store


def of(panel, label: str):
    """The register under this label: its Add stands beside its own table."""
    table = field(panel, label)
    return next(box for box in _walk(panel) if table in getattr(box, "children", ()))


def test_a_work_is_added_with_its_licence_and_its_credit_is_what_readers_see():
    store = with_film()
    panel = rights(store)
    assert "music: none listed" in told(panel)
    press(of(panel, "Works of others"), "Add")
    field(panel, "Work").value = "Night shift, by A. Nobody"
    field(panel, "Kind of work").value = "music"
    (one,) = store.plan.items[0].rights
    assert (one.what, one.kind) == ("Night shift, by A. Nobody", "music")
    assert "music: 1" in told(panel) and "<li>Night shift, by A. Nobody</li>" in html(panel)
    field(panel, "Credit").value = "Music: A. Nobody, CC BY 4.0"
    assert "<li>Music: A. Nobody, CC BY 4.0</li>" in html(panel)


def test_music_without_a_licence_is_told_at_its_field_and_one_that_ends_too_early_too():
    store = with_film()
    store.put("items/C1/dates", {"publish": date(2027, 3, 1)})
    store.add("items/C1/rights", {"what": "Night shift", "kind": "music"})
    panel = rights(store)
    assert "There is no licence for it." in told(panel)
    store.put("items/C1/rights/U1", {"licence": "a contract", "until": date(2027, 2, 1)})
    assert "There is no licence for it." not in told(panel) and "Its licence ends on 2027-02-01" in told(panel)


def test_a_machine_that_readers_do_not_learn_of_is_told():
    store = with_film()
    panel = rights(store)
    press(of(panel, "Use of AI"), "Add")
    field(panel, "AI tool").value = "a text generator"
    assert "A machine was used (a text generator), and readers do not learn of it." in told(panel)
    field(panel, "How we say so").value = "A draft of this text was made with an AI tool; we checked every fact."
    assert "readers do not learn" not in told(panel)
    assert "<li>A draft of this text was made with an AI tool" in unset(html(panel))


def test_the_rights_of_the_result_are_those_of_the_brief():
    store = with_film()
    panel = rights(store)
    area = next(one for one in _walk(panel) if type(one).__name__ == "Textarea")
    area.value = "the team owns it; the plant may show it on its own pages for three years"
    assert store.plan.brief.rights.startswith("the team owns it")


def test_what_the_team_typed_is_text_and_without_a_piece_only_the_result_is_asked():
    store = MemoryStore()
    panel = rights(store)
    assert "There is no piece of content yet" in told(panel)
    store.add("items", {"title": "x"})
    store.add("items/C1/rights", {"what": "<b>bold</b>"})
    assert "<b>bold</b>" not in html(panel)


def test_it_is_told_in_russian():
    with inside("ru"):
        panel = rights(with_film())
        assert "музыка" in told(panel) and "none listed" not in told(panel) and shown(panel)


def _walk(panel):
    yield panel
    for child in getattr(panel, "children", ()):
        yield from _walk(child)
