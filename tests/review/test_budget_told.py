"""Which sentences tell a sum of two audiences as people reached, and which only hold the same number?"""

import pytest

from promplan.review.budget_told import Added, added_in, people_in, sum_in, sums_of

SUMS = sums_of({"H1": 1900.0, "H2": 1000.0}, 62_000.0, {("H1", "H2"): 600.0})  # 2,900 added up, 2,300 in truth

ADDED = [
    "Together the two channels reach 2,900 people.",
    "Our reach is 2,900.",
    "VK 1,900 + newspaper 1,000 = 2,900 people",
    "We will reach almost three thousand people with this money.",
    "Total reach: 2.9 thousand",
    "2900 pupils and parents will see it",
    "1,900 in VK plus 1,000 readers makes 2,900 in all",
    "So 2,900 see the film at least once.",
    "Overall audience 2,900",
    "With both channels we cover 2,900 residents.",
    "2,900 different people hear of us",
    "The audience of the campaign is 2 900 people (1 900 + 1 000).",
    "We get to twenty-nine hundred people",
    "All in all some 2,900 readers and subscribers",
    "about 2,900 people reached for 12,000 roubles",
    "cumulative reach of 2,900",
    "The campaign touches 2.9k people",
    "reach=2900",
    "2,900 subscribers and readers together",
    "unique users: 2,900",
    "The film gets in front of 2,900 pairs of eyes.",
    "2,900 — that is everybody who will know us by December.",
    "Potential reach 2 900",
    "VK (1,900) and the paper (1,000): 2,900 families",
    "We expect 2,900 people, of whom a tenth come to the open day.",
    "Nearly 3,000 people know about us afterwards",
    "Number of people: 2900",
    "We inform 2,900 parents and pupils",
    "up to 2,900 people",
    "the two give us 2,900 readers",
    "By then 2,900 teenagers and grown-ups have met us.",
    "Everyone on VK and every reader of the paper, 2,900 of them",
    "Our message arrives at 2,900 households",
    "The two audiences add up to 2,900",
    "Approximately 2.9 thousand viewers",
    "Coverage 2,900, cost per head 5 roubles",
    "2,900 potential applicants get the news",
    "Вместе два канала охватят 2900 человек.",
    "Охват — 2900.",
    "ВК 1900 + газета 1000 = 2900 человек",
    "Почти три тысячи человек увидят материалы.",
    "Суммарный охват: 2,9 тыс.",
    "Нас увидят 2900 школьников и родителей",
    "1900 во ВКонтакте и 1000 читателей газеты, всего 2900",
    "Значит, фильм хотя бы раз посмотрят 2900.",
    "Общая аудитория 2 900",
    "Двумя каналами накрываем 2900 жителей",
    "О нас узнают 2900 разных людей",
    "Аудитория кампании — 2 900 чел. (1 900 + 1 000)",
    "Дойдём до двух тысяч девятисот человек",
    "В сумме около 2900 подписчиков и читателей",
    "За 12 000 рублей охватим примерно 2900 человек",
    "накопленный охват 2900",
    "кампания затронет 2,9 тысячи человек",
    "охват=2900",
    "2900 подписчиков и читателей вместе",
    "уникальных пользователей: 2900",
    "Фильм попадёт на глаза 2900 людям.",
    "К декабрю про нас будут знать 2900 человек.",
    "Потенциальный охват 2 900",
    "ВК (1900) плюс газета (1000): 2900 семей",
    "Ждём 2900 человек, из них десятая часть придёт на день открытых дверей.",
    "После этого о нас знают почти 3000 человек",
    "Число людей: 2900",
    "Проинформируем 2900 родителей и школьников",
    "до 2900 человек",
    "оба канала дают 2900 читателей",
    "К тому времени с нами познакомятся 2900 подростков и взрослых.",
    "Все из ВКонтакте и все читатели газеты, то есть 2900",
    "Итог: о заводе расскажем 2900 людям",
    "Сообщение получат 2900 домохозяйств",
    "Две аудитории складываются в 2900",
    "нас прочтут 2900 разных людей",
    "Примерно 2,9 тыс. зрителей",
    "Покрытие 2900, цена одного 5 рублей",
    "Новость дойдёт до 2900 возможных абитуриентов",
    "С учётом обеих площадок получается 2900 человек",
]
LEFT = [
    "The poster costs 2,900 roubles",
    "2,900 impressions are bought.",
    "In the town live 62,000 people.",
    "VK has 1,900 of ours, the newspaper 1,000; 600 read both, so 2,300 remain.",
    "Adding up would give 2,900, but 600 are counted twice: net reach is 2,300.",
    "2,900 contacts without any money",
    "2,900 leaflets are printed.",
    "We reach 2,300 people.",
    "VK: 1,900 people",
    "The text has 2,900 characters, and 900 people read such texts to the end",
    "2,900 people work at the plant's competitor.",
    "The hall holds 2,900 people",
    "We need 2,900 roubles to reach 2,300 people",
    "1,900 in VK, 1,000 in the paper",
    "2,900 minus those who read both",
    "2,900 employees got a letter from the trade union last year.",
    "The college has 2,900 seats.",
    "The offer is for 2,900 impressions to people of the town",
    "A page with 2,900 words loses readers",
    "1,900 + 1,000 people would be 2,900 only if nobody used both",
    "Плакат стоит 2900 рублей",
    "Покупаем 2900 показов.",
    "В городе живут 62 000 человек.",
    "Во ВКонтакте 1900 наших, в газете 1000; 600 читают и то и другое, остаётся 2300.",
    "Если сложить, выйдет 2900, но 600 человек посчитаны дважды: чистый охват 2300.",
    "2900 контактов без денег",
    "Печатаем 2900 листовок.",
    "Охватим 2300 человек.",
    "ВКонтакте: 1900 человек",
    "В тексте 2900 знаков, до конца такие дочитывают 900 человек",
    "У конкурента работают 2900 человек.",
    "Зал вмещает 2900 человек",
    "Нужно 2900 рублей, чтобы охватить 2300 человек",
    "1900 во ВКонтакте, 1000 в газете",
    "2900 минус те, кто читает и то и другое",
    "В прошлом году профсоюз написал 2900 работникам.",
    "В техникуме 2900 мест.",
    "Предложение на 2900 показов жителям города",
    "Страница в 2900 слов теряет читателей",
    "1900 + 1000 было бы 2900 человек, только если бы никто не бывал и там и там",
]


@pytest.mark.parametrize("text", ADDED)
def test_a_sum_that_is_told_as_people_is_found(text):
    said, one = added_in(text, SUMS, 62_000.0)
    assert one.gross == 2900.0 and abs(said.value - one.gross) <= 100


@pytest.mark.parametrize("text", LEFT)
def test_the_same_number_of_something_else_or_of_somebody_who_has_not_added_up_is_left_alone(text):
    assert added_in(text, SUMS, 62_000.0) is None


def test_all_channels_are_added_up_and_each_two_of_them():
    three = sums_of({"H1": 1900.0, "H2": 1000.0, "H3": 300.0}, 5000.0, {})
    assert [one.channels for one in three] == [("H1", "H2", "H3"), ("H1", "H2"), ("H1", "H3"), ("H2", "H3")]
    assert [one.gross for one in three] == [3200.0, 2900.0, 2200.0, 1300.0]


def test_where_nobody_is_in_two_channels_adding_up_is_right():
    assert sums_of({"H1": 1900.0, "H2": 1000.0}, 62_000.0, {("H1", "H2"): 0.0}) == []
    assert sums_of({"H1": 1900.0}, 62_000.0, {}) == sums_of({}, 62_000.0, {}) == []


def test_a_number_that_is_a_true_reach_too_is_no_sum():
    sums = [Added(("H1", "H2"), 2900.0, 2300.0), Added(("H1", "H3"), 2300.0, 2100.0)]
    assert sum_in(2300.0, sums) is None and sum_in(2900.0, sums) == sums[0]


def test_the_people_of_the_whole_campaign_are_no_sum():
    assert added_in("2,900 people in all", SUMS, 2900.0) is None
    assert [one.value for one in people_in("2,900 people in all")] == [2900.0]
