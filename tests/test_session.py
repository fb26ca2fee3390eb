"""Does a notebook's session open the right plan, in its language, on its day, and follow what others change?"""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from promplan import language, session
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
    assert seen == [date(2026, 10, 12)]


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
