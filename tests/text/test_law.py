"""Are the notes on law and channels whole, dated and sourced, and shown as what they are: no legal advice?"""

import re
import tomllib
from datetime import date

import pytest
from pydantic import ValidationError

from promplan import assets, language
from promplan.language import Problem
from promplan.text.dated import (
    TOPICS,
    Channel,
    Entry,
    channels,
    cited,
    countries,
    country_at,
    entries,
    entry,
    known,
    placed,
)
from promplan.text.law import Law, law, page, write_pages

EVERYTHING = (*entries(), *channels())
TOLD = {"name", "todo", "brief", "cite", "rule", "exception", "status", "footnote", "unsure", "source"}


def raw() -> list[dict[str, object]]:
    """The rows as they stand in the files, every one of them."""
    folder = assets.folder()
    read = {name: tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8")) for name in ("law", "channels")}
    return [*read["law"]["entry"], *read["channels"]["channel"]]


def fixed(row: dict[str, object]) -> dict[str, object]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}


@pytest.mark.parametrize("row", raw(), ids=lambda row: row["id"])
def test_every_entry_speaks_both_languages(row):
    for name in TOLD & set(row):
        told = row[name]
        assert set(told) == {"en", "ru"} and all(one.strip() for one in told.values()), (row["id"], name)
        assert not re.search("[а-яё]", re.sub("«[^»]*»|ОРД|ЕРИР", "", told["en"])), (row["id"], name)
    assert re.search("[а-яё]", (row.get("rule") or row["status"])["ru"])


def test_ids_are_given_once_and_no_topic_or_country_is_called_like_one():
    ids = [one.id for one in EVERYTHING]
    assert len(set(ids)) == len(ids)
    assert not set(ids) & (set(TOPICS) | {one.id.casefold() for one in countries()})


@pytest.mark.parametrize("one", EVERYTHING, ids=lambda one: one.id)
def test_every_entry_is_dated_by_a_day_that_was_and_names_its_source(one):
    assert date(2026, 1, 1) <= one.checked_on <= date.today()
    assert one.country in {it.id for it in countries()}
    if isinstance(one, Entry):
        assert one.urls, "it was read somewhere"
        assert one.unsure or one.confidence == "H", "what nobody has seen is said"


def test_what_is_not_adopted_is_never_certain():
    assert {one.id for one in entries() if one.state == "draft"} == {"harmful-work-list", "ai-video"}
    assert all(one.confidence != "H" and one.unsure for one in entries() if one.state == "draft")


def test_every_topic_has_its_entries_and_channels_lean_on_entries_that_there_are():
    assert all(any(topic in one.topics for one in entries()) for topic in TOPICS)
    assert {id_ for one in channels() for id_ in one.law} <= {one.id for one in entries()}


@pytest.mark.parametrize("one", [*filter(lambda it: it.access != "open", channels())], ids=lambda one: one.id)
def test_a_closed_channel_carries_no_advertising_and_says_why(one):
    assert one.ads in ("no", "disputed") and "ad-restricted" in one.law


def test_what_belongs_to_the_banned_owner_has_a_star_wherever_it_is_named_and_a_note():
    for one in raw():
        for name in TOLD & set(one) - {"source", "footnote"}:
            for told in one[name].values():
                starred = re.findall(r"(?:Instagram|Facebook)(?!\*)", told)
                assert not starred or one["id"] == "banned-owner", (one["id"], told)
    assert all(one.footnote for one in channels() if one.name["en"].endswith("*"))


@pytest.mark.parametrize(
    "wrong",
    [
        {"checked_on": None},
        {"checked_on": "2026-11-28"},
        {"source": {"en": "seen"}},
        {"rule": {"en": "a", "ru": " "}},
        {"confidence": "certain"},
        {"topics": ()},
        {"urls": ("kommersant.ru",)},
        {"colour": "red"},
    ],
    ids=lambda wrong: next(iter(wrong)),
)
def test_an_entry_that_lacks_something_or_has_something_else_is_refused(wrong):
    whole = fixed(next(one for one in raw() if one["id"] == "vacancy-texts"))
    Entry.model_validate(whole)
    with pytest.raises(ValidationError):
        Entry.model_validate({name: value for name, value in (whole | wrong).items() if value is not None})


@pytest.mark.parametrize(
    ("asked", "first", "others"),
    [
        ("minors", "minors-consent", {"harmful-work", "minors-in-ads"}),
        ("Несовершеннолетние", "minors-consent", {"harmful-work"}),
        ("vacancy-texts", "vacancy-texts", set()),
        ("GB", "gb-ads", {"gb-job-ads"}),
        ("Европейский союз", "eu-consent", set()),
        ("channels", "ad-restricted", {"telegram", "vk", "school"}),
        ("вконтакте", "vk", set()),
    ],
)
def test_a_topic_a_country_a_channel_and_an_id_are_found(asked, first, others):
    found = [one.id for one in law(asked)]
    assert found[0] == first and others <= set(found)


def test_without_a_word_everything_for_russia_is_shown_and_nothing_else():
    assert {one.country for one in law()} == {"RU"}
    assert len(law("minors", "consents")) == len({*law("minors").ids, *law("consents").ids})


def test_a_word_that_is_not_there_is_answered_with_the_nearest():
    with pytest.raises(Problem, match="vacancies"):
        law("vacancie")


def test_a_word_that_is_near_to_none_is_answered_with_the_topics():
    for word in ("zzz", "unicorn"):
        with pytest.raises(Problem) as told:
            law(word)
        assert "minors" in str(told.value) and "advertising" in str(told.value) and "notice" not in str(told.value)


def test_text_and_cell_say_first_that_it_is_no_advice_and_when_it_was_looked_up():
    shown = law("vacancies")
    day = max(one.checked_on for one in shown)
    assert repr(shown).startswith(f"No legal advice: ask the plant's lawyer. Looked up on {day};")
    assert shown._repr_html_().index("No legal advice") < shown._repr_html_().index("<details")
    with language.inside("ru"):
        said = repr(shown)
        assert said.startswith("Это не юридическая консультация: спросите юриста завода.")
        assert f"{day:%d.%m.%Y}" in said and "13.11.1" in said and "Exception" not in said


def test_a_strangers_words_in_the_data_stay_words():
    row = fixed(next(one for one in raw() if one["id"] == "vk"))
    row["name"] = {"en": "<script>", "ru": "<script>"}
    html = Law([Channel.model_validate(row)])._repr_html_()
    assert "<script>" not in html and "&lt;script&gt;" in html


def test_few_notes_are_open_and_many_are_folded():
    assert "<details open>" in law("harmful-work")._repr_html_()
    assert "<details open>" not in law("advertising")._repr_html_()


def test_a_finding_names_the_rule_the_place_and_the_day():
    words = cited("harmful-work")
    assert str(words) == (
        "nobody under 18 is employed in harmful or dangerous work (Labour Code of Russia, art. 265; "
        "Government Resolution 163 of 25 February 2000; checked on 2026-11-28, no legal advice)"
    )
    assert "ТК РФ" in words.into("ru") and "28.11.2026" in words.into("ru")
    with pytest.raises(KeyError):
        entry("no-such-law")


def test_a_time_zone_tells_the_country():
    assert [country_at(zone) for zone in ("Asia/Barnaul", "Europe/London", "America/Detroit")] == ["RU", "GB", ""]
    assert country_at("") == "RU"


@pytest.mark.parametrize(
    ("place", "country"),
    [
        ("Romeo, Michigan", ""),
        ("Milton, Brisbane", ""),
        ("Алматы, Казахстан", ""),
        ("Минск", ""),
        ("Falmouth, Cornwall", "GB"),
        ("Barnaul", "RU"),
        ("Орск", "RU"),
        ("Dugorsk", "RU"),
        ("Moscow, Idaho", ""),
    ],
)
def test_a_place_that_names_its_country_is_stronger_than_the_time_zone(place, country):
    assert country_at("Asia/Barnaul", place) == country


def test_abroad_no_law_of_russia_is_cited_and_britains_own_is():
    general = "ask the plant's lawyer about the law of your country"
    assert str(cited("minors-consent", "")) == str(placed("harmful-work", "")) == general
    assert "Equality Act 2010" in str(cited("vacancy-texts", "GB")) and not known("minors-consent", "GB")


def test_a_channel_is_known_by_its_names_and_not_by_a_part_of_a_word():
    named = {one.id: one for one in channels()}
    assert named["vk"].is_named_in("на страницах в ВК") and not named["vk"].is_named_in("вклад")
    assert named["dzen"].is_named_in("в Дзене") and named["max"].is_named_in("MAX, VK")
    assert not named["max"].is_named_in("maximum")


def test_the_pages_follow_from_the_data_and_every_entry_has_its_anchor():
    assert write_pages(check=True) == []
    for speech in language.LANGUAGES:
        assert all(f'<a id="{one.id}"></a>' in page(speech) for one in EVERYTHING)
    assert r"Instagram\*" in page("en")
