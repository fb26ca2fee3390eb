"""Does a notebook's session open the right plan, in its language, on its day, and follow what others change?"""

import asyncio
import contextlib
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from promplan import language, session
from promplan.cases.kit import available
from promplan.language import Problem
from promplan.plan import Plan
from promplan.plan.meta import Meta
from promplan.plan.store import NAME, FileStore, MemoryStore


def run(coroutine):
    """In a thread of its own: a browser driven before has left its event loop running in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, coroutine).result()


@pytest.fixture(autouse=True)
def no_session_before_or_after(monkeypatch):
    monkeypatch.setattr(session, "_session", None)
    monkeypatch.delenv("PROMPLAN_STORE", raising=False)
    yield
    language.use("en")


def test_before_the_first_cell_there_is_no_plan():
    with pytest.raises(Problem, match="Run the first cell"):
        session.my_plan()


def test_the_first_cell_opens_the_plan_of_the_folder_above_in_the_notebook_s_language(tmp_path, monkeypatch):
    FileStore(tmp_path / NAME).put("brief", {"client": "press office"})
    (tmp_path / "exercises" / "ru").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "exercises" / "ru")
    session.start("01-facts", "ru")
    assert session.my_plan().brief.client == "press office"
    assert language.current() == "ru" and session.current().unit == "01-facts"


def test_a_new_plan_is_in_the_notebook_s_language_and_has_an_id_of_its_own(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    session.start("00-start", "ru")
    meta = session.my_plan().meta
    session._session = None
    session.start("00-start", "en")
    assert (meta.language, session.my_plan().meta.language) == ("ru", "en")
    assert len(meta.plan_id) == 32 and meta.plan_id != session.my_plan().meta.plan_id


def test_a_language_that_the_course_does_not_speak_is_refused():
    with pytest.raises(ValueError, match="en, ru, not 'fr'"):
        session.start("00-start", "fr")


def test_the_verdict_is_of_the_plan_s_own_day_and_of_today_only_where_it_has_none():
    plan = Plan(meta=Meta(as_of=date(2026, 10, 12)))
    assert session._today(plan) == date(2026, 10, 12)
    assert session._today(Plan()) == date.today()


def test_an_exercise_is_judged_on_the_plan_s_own_day(monkeypatch):
    seen = []
    monkeypatch.setattr("promplan.widgets.exercise.exercise", lambda store, loop, on, solved: seen.append(on))
    store = MemoryStore(Plan(meta=Meta(as_of=date(2026, 10, 12))))
    monkeypatch.setattr(session, "_session", session.Session("01-facts", store))
    session.exercise("01-facts")
    (on,) = seen
    assert on() == date(2026, 10, 12)
    store.put("meta", {"as_of": date(2027, 1, 27)})
    assert on() == date(2027, 1, 27)  # today may be moved while the exercise is open


def test_what_another_notebook_saves_is_followed_while_the_kernel_is_idle(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(session, "FOLLOW", 0.01)

    async def two_notebooks() -> str:
        session.start("01-facts", "en")
        session.current().store.put("brief", {"client": "press office"})
        FileStore(tmp_path / NAME).put("brief", {"client": "elsewhere"})
        for _ in range(200):
            await asyncio.sleep(0.01)
            if session.my_plan().brief.client == "elsewhere":
                break
        found = session.my_plan().brief.client
        session.current().follower.cancel()
        return found

    assert run(two_notebooks()) == "elsewhere"


def test_a_second_first_cell_ends_the_following_of_the_first(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    async def twice() -> tuple[bool, bool]:
        session.start("01-facts", "en")
        before = session.current().follower
        session.start("01-facts", "en")
        await asyncio.sleep(0)
        after = session.current().follower
        ended = before.cancelled(), after.cancelled()
        after.cancel()
        return ended

    assert run(twice()) == (True, False)


def test_a_solved_version_is_laid_beside_a_plan_in_a_file_alone(tmp_path):
    assert session._solved(MemoryStore(), "01-facts") is None
    lay = session._solved(FileStore(tmp_path / NAME), "01-facts")
    assert lay() == "../../solutions/en/01-facts.ipynb"
    assert (tmp_path / "solutions" / "en" / "01-facts.ipynb").is_file()


def test_a_notebook_whose_folder_is_gone_says_so_in_words(tmp_path, monkeypatch):
    here = tmp_path / "course"
    here.mkdir()
    monkeypatch.chdir(here)
    here.rmdir()
    with pytest.raises(Problem, match="folder of this notebook cannot be read"):
        session.start("00-start")


def test_a_plan_that_is_held_in_memory_is_no_file_and_nothing_is_followed(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PROMPLAN_STORE", "memory")

    async def begin() -> object:
        session.start("00-start", "ru")
        return session.current().follower

    assert run(begin()) is None
    store = session.current().store
    assert type(store) is MemoryStore and store.plan.meta.language == "ru" and len(store.plan.meta.plan_id) == 32
    store.put("team", {"name": "Arc"})
    assert list(tmp_path.iterdir()) == []


def test_any_other_word_for_the_store_means_the_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PROMPLAN_STORE", "file")
    session.start("00-start")
    assert isinstance(session.current().store, FileStore) and session.my_plan().meta.language == "en"


def test_without_an_event_loop_there_is_nothing_to_follow_in(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with ThreadPoolExecutor(1) as pool:
        pool.submit(session.start, "00-start").result()
    assert session.current().follower is None


def test_the_first_cell_shows_where_the_plan_is(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    panel = session.start("00-start")
    assert NAME in str([getattr(one, "value", "") for one in _walk(panel)])


def _walk(box):
    yield box
    for child in getattr(box, "children", ()):
        yield from _walk(child)


def test_a_look_that_fails_does_not_end_the_following(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(session, "FOLLOW", 0.005)

    async def follow() -> str:
        session.start("01-facts", "en")
        store, looks = session.current().store, []
        real = store.refresh

        def refresh() -> bool:
            looks.append(1)
            if len(looks) < 3:
                raise ZeroDivisionError
            return real()

        monkeypatch.setattr(store, "refresh", refresh)
        FileStore(tmp_path / NAME).put("brief", {"client": "elsewhere"})
        for _ in range(400):
            await asyncio.sleep(0.005)
            if session.my_plan().brief.client == "elsewhere":
                break
        session.current().follower.cancel()
        return session.my_plan().brief.client

    assert run(follow()) == "elsewhere"


def test_a_look_is_taken_about_once_a_second(monkeypatch):
    waited: list[float] = []

    async def sleep(seconds: float) -> None:
        waited.append(seconds)
        raise asyncio.CancelledError

    async def follow(store: FileStore) -> None:
        with contextlib.suppress(asyncio.CancelledError):
            await session._follow(store)

    monkeypatch.setattr(asyncio, "sleep", sleep)
    run(follow(FileStore.__new__(FileStore)))
    assert len(waited) == 1 and 0.5 <= waited[0] <= 2


@pytest.mark.parametrize("store", [MemoryStore, lambda: FileStore(Path(NAME))])
def test_a_solved_version_is_offered_where_it_can_be_laid(store, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    seen = []
    monkeypatch.setattr("promplan.widgets.exercise.exercise", lambda store, loop, on, solved: seen.append(solved))
    monkeypatch.setattr(session, "_session", session.Session("01-facts", store()))
    session.exercise("01-facts")
    assert (seen[0] is None) is isinstance(session.current().store, MemoryStore)


def test_a_folder_that_may_not_be_looked_into_is_told_with_the_reason(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def refuse(error: OSError):
        def look(*_: object) -> None:
            raise error

        return look

    for error, said in ((PermissionError(13, "Permission denied"), "Permission denied"), (OSError(), "OSError")):
        monkeypatch.setattr(session, "find_plan", refuse(error))
        with pytest.raises(Problem, match=rf"cannot be read \({said}\)\. Put it back where it was, or copy"):
            session.start("00-start")


def test_a_lesson_s_own_plan_is_shown_and_the_team_s_is_left_alone(monkeypatch):
    mine = MemoryStore(Plan(message={"umbrella": "Ours"}))
    monkeypatch.setattr(session, "_session", session.Session("03-message", mine))
    shown: list[MemoryStore] = []
    monkeypatch.setattr("promplan.widgets.house.message_house", shown.append)
    session.handed("message_house")()
    session.handed("message_house")(Plan(message={"umbrella": "The lesson's"}))
    assert shown[0] is mine and shown[1].plan.message.umbrella == "The lesson's"


def test_a_name_hands_over_what_it_says_and_calls_itself_so(monkeypatch):
    mine, seen = MemoryStore(), []

    def picker(*given: object, **named: object) -> None:
        """Choose."""
        seen.append((*given, named))

    monkeypatch.setattr(session, "_session", session.Session("00-start", mine))
    monkeypatch.setattr("promplan.widgets.plant.plant_picker", picker)
    called = session.handed("plant_picker")
    called(5, quick=True)
    ((store, blanks, more, named),) = seen
    assert store is mine and (more, named) == (5, {"quick": True})
    assert sorted(blanks) == sorted(available()) and all(not one.enterprise.facts for one in blanks.values())
    assert (called.__name__, called.__qualname__, called.__doc__) == ("plant_picker", "plant_picker", "Choose.")
    kits = session.GIVEN["kits"]()
    assert sorted(kits) == sorted(available()) and all(one.enterprise.facts for one in kits.values())


def test_the_file_is_looked_at_once_a_second():
    assert pytest.approx(1.0, abs=0.5) == session.FOLLOW
