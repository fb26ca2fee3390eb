"""Are captions kept as the hand leaves them, is each act undone, and is nothing of a broken file lost?"""

import pytest
from widgets.acting import Page
from widgets.finding import part, press, told

from promplan.language.typesetting import unset
from promplan.plan import edit
from promplan.plan.document import Plan
from promplan.plan.store import FileStore, MemoryStore
from promplan.text.captions import read
from promplan.widgets.captions import captions
from promplan.widgets.download import Download
from promplan.widgets.guard import Guard

CUES = [
    {"start": 0.0, "end": 3.0, "text": "The press opens."},
    {"start": 3.5, "end": 6.5, "text": "The ring is hot. Nobody touches it."},
    {"start": 7.0, "end": 9.0, "text": "The pump is silent."},
]


def film(cues=CUES, length: float | None = 20.0, script=()) -> Plan:
    plan, item = edit.add(Plan(), "items", {"title": "The press breathes", "form": "video", "length": length})
    for one in script:
        plan, _ = edit.add(plan, f"items/{item}/script", one)
    return edit.put(plan, f"items/{item}/subtitles", {"en": cues}) if cues else plan


class Editor(Page):
    """A page of the editor, which names the language and the cue that it means."""

    def cue(self, do: str, n: int, **given):
        was = {name: self.cues[n][name] for name in ("start", "end", "text")}
        return self.act(do, n=n, was=was, language=self.board.shown["language"], **given)

    def all(self, do: str, **given):
        return self.act(do, language=self.board.shown["language"], **given)

    @property
    def cues(self) -> list[dict]:
        return self.board.shown["cues"]

    def times(self) -> list[tuple[float, float]]:
        return [(one["start"], one["end"]) for one in self.cues]

    def bring(self, data: bytes, name: str) -> None:
        self.board._handle_custom_msg({"do": "file", "key": "k", "name": name, "last": True}, [memoryview(data)])


def opened(plan: Plan, folder=None) -> tuple:
    store = FileStore(folder / "media-plan.json", plan) if folder else MemoryStore(plan)
    return store, Editor(captions(store))


def track(store) -> list:
    return store.plan.items[0].subtitles.en


def test_a_caption_is_typed_timed_and_nudged_and_each_is_undone():
    store, page = opened(film())
    page.cue("put", 0, name="text", value="The press opens: 170 °C.")
    page.cue("put", 0, name="end", value="0:02,75")
    page.cue("nudge", 2, edge="start", by=0.1)
    page.cue("nudge", 2, edge="start", by=0.1)
    page.cue("nudge", 1, edge="whole", by=-0.1)
    assert [(one.start, one.end) for one in track(store)] == [(0, 2.75), (3.4, 6.4), (7.2, 9)]
    page.act("undo")
    page.act("undo")  # two nudges of one edge are one step
    assert page.times() == [(0, 2.75), (3.5, 6.5), (7, 9)]
    page.act("undo")
    page.act("undo")
    assert page.times()[0] == (0, 3) and page.cues[0]["text"] == "The press opens."


def test_what_is_split_is_joined_again_and_the_page_is_told_which_to_choose():
    store, page = opened(film())
    assert page.cue("split", 1) == 2
    assert [one.text for one in track(store)][1:3] == ["The ring is hot.", "Nobody touches it."]
    assert page.cue("join", 1) == 1
    assert len(track(store)) == 3 and track(store)[1].text == "The ring is hot. Nobody touches it."
    assert page.cue("split", 1, at=len("The ring")) == 2 and track(store)[1].text == "The ring"


def test_a_caption_is_added_where_there_is_room_and_removed():
    store, page = opened(film())
    assert page.all("add", n=0) == 1
    assert track(store)[1].start == pytest.approx(3.083) and track(store)[1].end <= 3.6
    page.cue("remove", 1)
    assert page.all("add", n=-1) == 3 and track(store)[3].start == pytest.approx(9.083)


def test_what_nobody_can_read_is_said_at_the_caption_and_mended_where_time_mends_it():
    store, page = opened(
        film([{"start": 0.0, "end": 1.0, "text": "Fifty letters are a good deal\ntoo many for a second"}])
    )
    fault = page.cues[0]["faults"][0]
    assert "characters a second, and 17 can be read" in unset(fault["what"]) and fault["mends"]
    page.cue("mend", 0, kind=fault["kind"])
    assert page.cues[0]["faults"] == [] and "All can be read" in unset(page.board.shown["count"])
    page.act("undo")
    assert track(store)[0].end == 1.0


def test_words_that_are_too_many_are_their_author_s():
    close = [
        {"start": 0.0, "end": 1.0, "text": "Fifty letters are a good deal\ntoo many for a second"},
        {**CUES[0], "start": 1.2},
    ]
    _, page = opened(film(close))
    assert not page.cues[0]["faults"][0]["mends"]
    page.cue("mend", 0, kind="fast")
    assert page.failed and "Only you can mend this" in unset(part(page.panel, Guard).trouble)


def test_a_caption_that_was_changed_elsewhere_meanwhile_is_not_overwritten():
    store, page = opened(film())
    was = {name: page.cues[0][name] for name in ("start", "end", "text")}
    store.put("items/C1/subtitles", {"en": [{**CUES[0], "text": "It opens."}, *CUES[1:]]})
    page.act("put", n=0, was=was, language="en", name="text", value="The press shuts.")
    assert page.failed and track(store)[0].text == "It opens."


@pytest.mark.parametrize("value", ["soon", "1:99", ""])
def test_what_is_no_time_is_refused_in_words(value):
    store, page = opened(film())
    page.cue("put", 0, name="start", value=value)
    assert page.failed and "A time belongs here" in unset(part(page.panel, Guard).trouble)
    assert track(store)[0].start == 0.0


def test_captions_are_made_of_the_script_in_the_seconds_of_its_lines():
    script = [
        {"words": "At 170 °C the rubber flows, and then it sets.", "seconds": 5.0},
        {"words": "", "picture": "The pump", "seconds": 4.0},
        {"words": "Nobody hears the pump.", "seconds": 3.0},
    ]
    store, page = opened(film(cues=(), script=script))
    page.all("script")
    assert " ".join(one.text for one in track(store)).split() == " ".join(one["words"] for one in script).split()
    assert track(store)[0].end <= 5.0 and track(store)[-1].start == 9.0
    page.all("language", value="ru")
    page.all("script")
    assert "to be translated" in unset(page.board.told)
    page.act("undo")
    assert store.plan.items[0].subtitles.ru == [] and track(store)


def test_a_file_in_cp1251_is_read_in_the_track_s_place_and_undone(tmp_path):
    store, page = opened(film(), tmp_path)
    rows = ("1", "00:00:01,000 --> 00:00:03,500", "Пресс открывается.", "", "2", "00:00:04,000 --> 00:00:06,000")
    text = "\r\n".join((*rows, "Кольцо горячее.", ""))
    page.bring(text.encode("cp1251"), "press.srt")
    assert len(track(store)) == 3 and "captions already, 3. Those of press.srt" in unset(told(page.panel))
    press(page.panel, "Replace the captions")
    assert [one.text for one in track(store)] == ["Пресс открывается.", "Кольцо горячее."]
    assert "cp1251" in told(page.panel) and "captions read: 2" in unset(told(page.panel))
    page.act("undo")
    assert len(track(store)) == 3


BROKEN = """1
00:00:01,000 --> 00:00:03,500
The press opens.

2
00:00:04,000 -> 00:00:75,000
This one has <b>no</b> time.

3
00:00:08,000 --> 00:00:06,000
It ends before it begins.
"""


def test_broken_times_are_told_with_their_line_and_text_and_the_file_itself_is_kept(tmp_path):
    store, page = opened(film(), tmp_path)
    page.bring(BROKEN.encode(), "broken.srt")
    press(page.panel, "Replace the captions")
    assert [one.text for one in track(store)] == ["The press opens.", "It ends before it begins."]
    said = unset(told(page.panel))
    assert "Line 6" in said and "This one has &lt;b&gt;no&lt;/b&gt; time." in said
    assert {one["kind"] for one in page.cues[1]["faults"]} == {"backwards"}
    kept = store.plan.attachments[0]
    assert (tmp_path / "plan-files" / kept.sha256).read_text() == BROKEN and kept.id in said


def test_captions_that_are_there_give_way_only_when_that_is_pressed(tmp_path):
    store, page = opened(film(), tmp_path)
    before = track(store)
    page.bring(BROKEN.encode(), "broken.srt")
    press(page.panel, "Keep the captions that are there")
    assert track(store) == before and "stay as they are" in unset(told(page.panel))
    page.bring(BROKEN.encode(), "broken.srt")
    page.all("language", value="ru")  # another track: the question is past
    press(page.panel, "Replace the captions")
    assert track(store) == before and store.plan.items[0].subtitles.ru == []
    page.bring(BROKEN.encode(), "broken.srt")  # an empty track asks nothing
    assert len(store.plan.items[0].subtitles.ru) == 2


def test_a_file_without_a_caption_leaves_the_track_as_it_is(tmp_path):
    store, page = opened(film(), tmp_path)
    page.bring(b"Dear all,\nplease find the captions attached.\n", "mail.txt")
    assert len(track(store)) == 3 and "your captions stay as they are" in unset(told(page.panel))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04\x00\x00\x00\x00" * 20, "no text"),
        (
            "".join(f"{n}\n00:00:{n % 60:02},000 --> 00:00:{n % 60:02},900\nx\n\n" for n in range(1, 302)).encode(),
            "at most 200",
        ),
    ],
)
def test_a_file_that_a_track_cannot_hold_is_refused_whole(tmp_path, data, said):
    store, page = opened(film(), tmp_path)
    page.bring(data, "much.srt")
    assert said in unset(part(page.panel, Guard).trouble) and len(track(store)) == 3 and not store.plan.attachments


def test_a_file_of_which_nothing_could_be_read_is_not_kept(tmp_path):
    store, page = opened(film(), tmp_path)
    page.bring(b"no captions here, and no times", "letter.srt")
    assert "None could be read" in told(page.panel) and "is kept beside the plan" not in told(page.panel)
    assert not store.plan.attachments and not (tmp_path / "plan-files").exists()


@pytest.mark.parametrize("kind", ["srt", "vtt"])
def test_the_track_is_written_and_read_back_as_it_was(tmp_path, kind):
    _, page = opened(film(), tmp_path)
    press(page.panel, f"Save as {kind.upper()}")
    path = tmp_path / "captions" / f"The-press-breathes.en.{kind}"
    found = read(path.read_bytes())
    assert [(one.start, one.end, one.text) for one in found.cues] == [
        (it["start"], it["end"], it["text"]) for it in CUES
    ]
    assert part(page.panel, Download).file["name"] == path.name and found.format == kind


def test_without_a_kernel_the_captions_are_a_list_and_words_are_escaped():
    static = captions(MemoryStore(film([{**CUES[0], "text": "<i>opens</i>"}]))).static
    assert "0–3 · &lt;i&gt;opens&lt;/i&gt;" in static
    assert "no captions yet" in unset(captions(MemoryStore()).static)
