"""Is it said what does not go into a channel, by dated limits that say how sure they are?"""

from datetime import date

import pytest

from promplan.text.dated import channels
from promplan.text.limits import Content, fits, limits, of, oldest, preview, unknown


def test_every_limit_belongs_to_a_channel_and_says_where_it_was_read():
    assert {one.channel for one in limits()} <= {one.id for one in channels()}
    for one in limits():
        assert one.source and one.checked_on <= date.today() and (one.most or one.least)
        assert one.url or one.confidence == "L"
    assert len({(one.channel, one.kind, one.what) for one in limits()}) == len(limits())


@pytest.mark.parametrize(
    ("channel", "content", "misfits"),
    [
        ("telegram", Content("post", text="а" * 4096), []),
        ("telegram", Content("post", text="а" * 4097), ["text"]),
        ("telegram", Content("media", text="а" * 1024), []),
        ("telegram", Content("media", text="а" * 1025, image_megabytes=12), ["text", "image_megabytes"]),
        ("youtube", Content("video", title="a" * 101, description="b" * 5001), ["title", "description"]),
        ("youtube", Content("short", seconds=180, aspect=9 / 16), []),
        ("youtube", Content("short", seconds=181, aspect=16 / 9), ["seconds", "aspect"]),
        ("youtube", Content("short", description="b" * 5001), ["description"]),
        ("vk", Content("video", title="a" * 129), ["title"]),
        ("rutube", Content("video", megabytes=30_000), ["megabytes"]),
        ("school", Content("post", text="а" * 99_999), []),
        ("telegram", Content("post"), []),
    ],
)
def test_what_does_not_fit_is_named_and_nothing_else(channel, content, misfits):
    assert sorted(one.limit.what for one in fits(channel, content)) == sorted(misfits)


def test_the_mend_is_named_with_the_day_or_with_a_doubt():
    (one,) = fits("telegram", Content("media", text="а" * 1030))
    assert one.over == 6
    assert str(one.words) == (
        "The text has 6 characters more than the 1,024 that go in. Shorten it. Looked up on 2026-11-28."
    )
    (one,) = fits("vk", Content("short", seconds=200))
    assert "The number is not certain: try it there first." in str(one.words)


def test_where_nothing_is_known_nothing_is_claimed():
    assert unknown("dzen", "article") and unknown("plant-newspaper", "post") and not unknown("telegram", "media")


def test_before_more_a_post_is_cut_between_words():
    text = "The ring is ready after eight minutes at 170 degrees. " * 4
    seen = preview("instagram", Content("media", text=text))
    assert len(seen.shown) <= 125 and not seen.shown.endswith("degre") and text.startswith(seen.shown)
    assert "".join(f"{seen.shown} {seen.hidden}".split()) == "".join(text.split())
    assert preview("instagram", Content("media", text="Short")).hidden == ""
    assert preview("telegram", Content("post", text=text)) == preview("school", Content("post", text=text))


def test_one_word_without_end_is_cut_all_the_same():
    seen = preview("linkedin", Content("post", text="a" * 500))
    assert (len(seen.shown), len(seen.hidden)) == (210, 290)


def test_the_oldest_day_is_known():
    assert oldest(list(of("telegram", "post").values())) == date(2026, 11, 28) and oldest([]) is None
