"""Does the preview show what each channel shows: where “more” falls, what is cut, and what nobody has looked up?"""

from widgets.finding import field, part, shown, told

from promplan.language import inside
from promplan.language.typesetting import unset
from promplan.plan.store import MemoryStore
from promplan.text.dated import channels
from promplan.text.limits import of
from promplan.widgets.post_preview import Post, post_preview
from promplan.widgets.post_view import FRAMES, SHAPES, view

WORD = "eleven "  # seven characters


def with_piece(**more) -> MemoryStore:
    store = MemoryStore()
    channel = store.add("channels", {"name": "The plant's page", "channel": "vk"})
    store.add("items", {"title": "The ring", "form": "post", "channel": channel, **more})
    return store


def measures(panel) -> dict[str, dict]:
    return {one["key"]: one for one in part(panel, Post).view["measures"]}


def test_it_opens_on_the_piece_s_own_channel_and_page():
    panel = post_preview(with_piece(text="It is warm."))
    assert field(panel, "Channel").value == "vk"
    shown_now = part(panel, Post).view
    assert (shown_now["frame"], shown_now["whose"], shown_now["shown"]) == ("feed", "The plant's page", "It is warm.")
    assert shown_now["hidden"] == shown_now["cut"] == ""


def test_more_falls_between_two_words_at_the_channel_s_fold():
    fold = int(of("vk", "media")["fold"].most)
    store = with_piece(text=WORD * 100)
    now = part(post_preview(store), Post).view
    assert now["shown"].endswith("eleven") and fold - 7 <= len(now["shown"]) <= fold
    assert f"{now['shown']} {now['hidden']}" == (WORD * 100).rstrip() + " "
    assert "behind “more”" in unset(measures(post_preview(store))["fold"]["said"])


def test_what_does_not_go_in_is_shown_apart_and_counted_to_the_character():
    store = with_piece(text="x" * 1500)
    panel = post_preview(store)
    field(panel, "Channel").value = "telegram"  # with a picture 1,024 go in
    now = part(panel, Post).view
    assert len(now["shown"]) + len(now["hidden"]) == 1024 and len(now["cut"]) == 476
    assert unset(measures(panel)["text"]["said"]) == "1500 of 1024 characters: 476 too many"
    field(panel, "Picture").value = ""  # and without one 4,096
    now = part(panel, Post).view
    assert now["cut"] == "" and unset(measures(panel)["text"]["said"]) == "1500 of 4096 characters, 2596 left"


def test_typing_in_the_form_is_seen_in_the_frame_at_once():
    store = with_piece()
    panel = post_preview(store)
    assert part(panel, Post).view["shown"] == ""
    field(panel, "Text").value = "Warm <b>ring</b>"
    assert part(panel, Post).view["shown"] == "Warm <b>ring</b>"
    field(panel, "Headline").value = "A ring"
    assert part(panel, Post).view["title"] == "A ring"


def test_a_number_says_its_day_and_an_uncertain_one_says_so():
    panel = post_preview(with_piece(text="a"))
    assert "not certain: try it there" in unset(measures(panel)["fold"]["dated"])
    field(panel, "Channel").value = "telegram"
    assert unset(measures(panel)["text"]["dated"]) == "looked up on 2026-11-28"


def test_where_nothing_is_known_nothing_is_cut_and_it_is_said():
    store = with_piece(text="x" * 4000)
    panel = post_preview(store)
    field(panel, "Channel").value = "e-mail"
    now = part(panel, Post).view
    assert now["frame"] == "mail" and len(now["shown"]) == 4000 and not now["measures"]
    assert "knows no limits" in unset(" ".join(now["notes"]))


def test_a_film_has_a_title_and_a_description_and_an_upright_one_is_measured_as_such():
    store = with_piece(text="b" * 300, headline="t" * 101, length=200.0)
    store.put("items/C1", {"form": "video"})
    panel = post_preview(store)
    field(panel, "Channel").value = "youtube"
    now = part(panel, Post).view
    assert now["film"] and len(now["shown"]) == 125 and len(now["hidden"]) == 175
    assert measures(panel)["title"]["state"] == "over"
    field(panel, "Picture").value = "9:16"
    assert measures(panel)["seconds"]["state"] == "over" and "20 s longer" in unset(
        " ".join(part(panel, Post).view["misfits"])
    )


def test_the_name_of_a_banned_owner_has_its_footnote_beside_it():
    panel = post_preview(with_piece(text="a"))
    field(panel, "Channel").value = "instagram"
    assert "Meta" in " ".join(part(panel, Post).view["notes"])


def test_a_channel_chosen_here_stays_while_words_are_typed_and_goes_when_the_piece_s_own_changes():
    store = with_piece(text="a")
    panel = post_preview(store)
    field(panel, "Channel").value = "telegram"
    store.put("items/C1", {"text": "ab"})
    assert field(panel, "Channel").value == "telegram"
    other = store.add("channels", {"name": "Site", "channel": "own-site"})
    store.put("items/C1", {"channel": other})
    assert field(panel, "Channel").value == "own-site"


def test_every_channel_and_picture_has_a_view_in_both_languages():
    store = with_piece(text="a b " * 500, headline="h", alt="A black ring.")
    for language in ("en", "ru"):
        with inside(language):
            for channel in channels():
                for picture in SHAPES:
                    now = view(store.plan, store.plan.items[0], channel.id, picture)
                    assert now["frame"] in set(FRAMES.values()) and now["shown"]
                    assert "{" not in str(now["notes"]) + str([one["said"] for one in now["measures"]])


def test_without_a_piece_it_says_where_to_begin():
    panel = post_preview(MemoryStore())
    assert "There is no piece of content yet" in unset(told(panel))
    assert not shown(panel.children[3])
