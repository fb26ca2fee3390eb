"""Are the parts of a press release and of a post found where they are, and not where they are not?"""

import pytest

from promplan.text.post import post
from promplan.text.release import WANTED, missing, release

RU = """Школьники увидели, как рождается кольцо

12 марта 2026 года завод «Упругость» в Барнауле впервые открыл пресс-цех для школьников.
За смену цех приняли тридцать семь гостей.

«Мы не прячем ни жару, ни шум: пусть ребята сами решат, их это работа или нет», — сказала мастер смены Анна Кольцова.

Экскурсии пройдут до конца апреля, записаться можно на сайте завода.

О заводе
«Упругость» делает уплотнительные кольца с 1961 года. На заводе работают 1 120 человек.

Контакт для прессы: Илья Прессов, press@uprugost.example, +7 3852 00-00-00
"""
EN = """Pupils see how a ring is born

On 12 March 2026 the plant Uprugost opened its press shop to pupils for the first time. It stands in Barnaul.

“We hide neither the heat nor the noise: let them decide for themselves,” says Anna Koltsova, foreman of the shift.

About the plant
Uprugost has made sealing rings since 1961.

Contact: Ilya Pressov, press@uprugost.example
"""


@pytest.mark.parametrize("text", [RU, EN])
def test_a_whole_release_lacks_nothing(text):
    assert missing(text) == []


def test_each_part_is_what_it_says():
    parts = release(RU).parts
    assert parts["head"] == "Школьники увидели, как рождается кольцо"
    assert parts["when"] == "12 марта" and parts["speaker"] == "Анна Кольцова"
    assert parts["quote"].startswith("«Мы не прячем") and parts["about"].startswith("О заводе")
    assert "press@uprugost.example" in parts["contact"]


def without(text, start):
    return "\n\n".join(one for one in text.split("\n\n") if not one.strip().startswith(start))


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        (without(RU, "«Мы"), {"quote", "speaker"}),
        (without(RU, "О заводе"), {"about"}),
        (without(RU, "Контакт"), {"contact"}),
        (RU.replace("12 марта 2026 года завод", "Завод").replace("За смену", "Сразу"), {"when"}),
        (without(EN, "“We"), {"quote", "speaker"}),
        (without(EN, "About"), {"about"}),
        (without(EN, "Contact"), {"contact"}),
        (EN.replace("On 12 March 2026 the", "The"), {"when"}),
        (EN.replace("says Anna Koltsova, foreman of the shift", "says the foreman"), {"speaker"}),
    ],
)
def test_what_is_taken_out_is_missed_and_nothing_else(text, lacks):
    assert {one for one, _ in missing(text)} == lacks


def test_a_head_may_stand_in_its_own_field():
    body = RU.split("\n\n", 1)[1]
    assert release(body, "Школьники в пресс-цехе").parts["head"] == "Школьники в пресс-цехе"
    assert "head" in release(body).missing


def test_a_russian_quotation_may_stand_behind_a_dash():
    text = "Заголовок\n\nЗавод открыл цех.\n\n— Пусть ребята сами решат, их это работа, — сказала Анна Кольцова."
    parts = release(text).parts
    assert parts["quote"].startswith("— Пусть ребята") and parts["speaker"] == "Анна Кольцова"


@pytest.mark.parametrize("text", ["", "   \n\n "])
def test_an_empty_text_is_asked_for_nothing(text):
    assert missing(text) == [] and set(release(text).missing) == set(WANTED)


def test_a_long_text_without_structure_is_read_at_once():
    assert "quote" in release("слово " * 20_000).missing
    assert "quote" in release("«" * 5_000 + "слово, — " * 5_000).missing


def test_a_post_tells_its_step_its_links_and_its_tags():
    found = post(
        "Кольцо держит 16 МПа. А вы бы открыли пресс?\nЗапишитесь: https://uprugost.example/visit. #Барнаул #кольцо"
    )
    assert found.first == "Кольцо держит 16 МПа."
    assert found.question and found.step.startswith("Запишитесь")
    assert found.links == ("https://uprugost.example/visit",) and found.hashtags == ("#Барнаул", "#кольцо")
    assert post("The ring holds.").step == "" and post("").first == ""


@pytest.mark.parametrize(
    ("lead", "place"),
    [
        ("On 18 January students show the schools of Novoaltaisk a film.", "Novoaltaisk, Altai Krai"),
        ("18 января студенты покажут школам Новоалтайска фильм.", "Новоалтайск, Алтайский край"),
    ],
)
def test_whoever_names_the_towns_own_name_has_said_where(lead, place):
    assert "where" not in release(lead, "A film").parts
    assert release(lead, "A film", place).parts["where"] in lead
    assert "where" not in release(lead, "A film", "Dugorsk").parts
