"""Where may a Russian line not break, and does setting it change a word?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promplan.language import say
from promplan.language.typesetting import quoted_inside, set_, unset

SET = {
    "на 5 %: с 20 % до 25 %": "на 5~%: с~20~% до 25~%",
    "1120 человек в 2019 году": "1120~человек в~2019~году",
    "95 000 рублей, 1 200 000 штук": "95_000~рублей, 1_200_000~штук",
    "в 2026 150 человек": "в~2026 150~человек",
    "разница — 3 п. п.": "разница~— 3~п.~п.",
    "г. Дугорск, ст. 265, № 14, § 3": "г.~Дугорск, ст.~265, №~14, §~3",
    "имени В. И. Вагранкина": "имени В.~И.~Вагранкина",
    "с 7 до 4 и о нём": "с~7 до 4 и~о~нём",
    "не больше 25 на 3 станка": "не больше 25 на 3~станка",
    "давление 0,5 МПа, сила 5 Н": "давление 0,5~МПа, сила 5~Н",
    "{n} % из {all}": "{n}~% из {all}",
    "«А я — в цех»": "«А~я~— в~цех»",
    "| — | 5 |": "| — | 5 |",
    "10–15 мин": "10–15~мин",
}


@pytest.mark.parametrize(("typed", "wanted"), SET.items())
def test_no_line_breaks_where_a_reader_would_stumble(typed: str, wanted: str) -> None:
    assert set_(typed) == wanted.replace("~", "\u00a0").replace("_", "\u202f")


@given(st.text(alphabet="авикст5 0—№.,«»{}%|\n"))
def test_setting_changes_spaces_alone_and_only_once(text: str) -> None:
    assert unset(set_(text)).replace(" ", "") == text.replace(" ", "")
    assert set_(set_(text)) == set_(text)


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("«Дальние пути» строят вагоны", "„Дальние пути“ строят вагоны"),
        ("we say “done”", "we say ‘done’"),
        ("0 %", "0 %"),
    ],
)
def test_quotation_marks_inside_others_are_the_inner_ones(text, inside):
    assert quoted_inside(text) == inside


@pytest.mark.parametrize(
    ("template", "name", "wanted"),
    [
        ("На канал «{name}»: 5", "Канал «Дугорск сегодня»", "На канал «Канал „Дугорск сегодня“»: 5"),
        ("На канал {name}: 5", "Канал «Дугорск сегодня»", "На канал Канал «Дугорск сегодня»: 5"),
        ("“{name}” is full", "the “Today” page", "“the ‘Today’ page” is full"),
        ("“{name}” is full", "Канал «Дугорск сегодня»", "“Канал «Дугорск сегодня»” is full"),
        ("«{name}»", "VK", "«VK»"),
    ],
)
def test_a_name_between_quotation_marks_has_inner_ones(template, name, wanted):
    assert str(say(template, name=name)) == wanted
