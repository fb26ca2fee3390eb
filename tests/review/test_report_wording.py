"""Do the rules that read a report find what they must in forty sentences, to twenty of which nobody fitted them?"""

import re
import tomllib
from pathlib import Path

import pytest
from review.measurement import saying

from promplan.review import check
from promplan.text.patterns import kinds

ROWS = tomllib.loads((Path(__file__).parents[1] / "data" / "report_wording.toml").read_text(encoding="utf-8"))["row"]
ASKED = ("REP-3", "REP-4", "REP-8", "KPI-5", "KPI-12")
# of the sentences that were held back: how many faults are found, and how many are found that are none
LEAST_FOUND, MOST_FALSE = 11, 0
# our work is said to have done it; and what is said of our work without that
CLAIMED = (
    "The increase was caused by our film.",
    "We credit the growth to our campaign.",
    "It was our campaign that got people to apply.",
    "Our video convinced 20 pupils.",
    "This shows the effect of the campaign.",
    "Our excursion changed the opinion of pupils.",
    "Наши ролики убедили двадцать школьников.",
    "Это заслуга нашей кампании.",
    "Именно экскурсия изменила мнение учеников.",
    "Заявки выросли за счёт рекламы.",
    "Публикации обеспечили 34 заявки.",
    "Опрос показал, что ролик работает.",
    "Кампания дала 34 заявки.",
)
UNCLAIMED = (
    "Our post was shown 600 times.",
    "We made two posts.",
    "The excursion changed its day.",
    "The poster raised questions.",
    "We want the next film to bring 30 guests.",
    "34 people applied after our posts.",
    "Because of the frost only 51 came.",
    "Nothing shows that our posts brought them.",
    "The campaign was a success.",
    "Мы сделали два поста.",
    "Пост дал ссылку на форму.",
    "Экскурсию помог провести мастер цеха.",
    "Кампания дала сбой на второй неделе.",
    "Нельзя сказать, что посты привели гостей.",
    "Следующий ролик должен привести 30 гостей.",
    "Из-за мороза пришёл 51 человек.",
    "Пост подняли в закреп.",
    "Рекламу дали в газете.",
    "Не доказано, что ролик сработал.",
)


def found(text: str) -> set[str]:
    language = "ru" if re.search("[а-я]", text) else "en"
    return {one.rule for one in check(saying(text, language), only=ASKED).about("ST9")}


@pytest.mark.parametrize("row", [one for one in ROWS if not one.get("held")], ids=lambda one: one["text"][:40])
def test_the_faults_of_a_sentence_are_found_and_no_others(row):
    assert found(row["text"]) == set(row["faults"])


def test_of_the_sentences_held_back_as_many_are_found_as_were_at_first():
    held = [(set(one["faults"]), found(one["text"])) for one in ROWS if one.get("held")]
    assert sum(len(want & got) for want, got in held) >= LEAST_FOUND
    assert sum(len(got - want) for want, got in held) <= MOST_FALSE
    assert sum(len(want) for want, _ in held) == 14


@pytest.mark.parametrize("text", CLAIMED)
def test_a_cause_is_claimed(text):
    assert "cause" in kinds(text, "report")


@pytest.mark.parametrize("text", UNCLAIMED)
def test_no_cause_is_claimed(text):
    assert "cause" not in kinds(text, "report")


@pytest.mark.parametrize(
    ("decided", "declared"),
    [
        ("A wins", True),
        ("we keep the first headline", True),
        ("version B is better", True),
        ("no winner: too few people", False),
        ("it stays open which is better", False),
        ("Берём вариант Б", True),
        ("победила первая версия", True),
        ("победителя нет", False),
        ("пока нельзя сказать, какой вариант лучше", False),
    ],
)
def test_whether_a_version_is_declared_the_better_one(decided, declared):
    assert ("winner" in kinds(decided, "report")) is declared
