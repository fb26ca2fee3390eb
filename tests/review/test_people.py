"""Is personal data told from a number, a standard, a street and a council, in both languages?"""

import pytest

from promplan.cases.kit import available, load
from promplan.language import inside
from promplan.review.people import mail, person, telephone

TELEPHONES = [
    "Ring +7 385 212-34-56 before noon",
    "Отдел кадров: 8 (3852) 34-56-78",
    "Запись по номеру 8 913 123-45-67",
    "8-800-555-35-35, бесплатно",
    "Справки: +7 (3852) 34-56-78",
    "тел. 34-56-78, с восьми до пяти",
    "Call 555 0132 for a place on the tour",
    "Телефон: 3852345678",
    "Приёмная: 89131234567",
]
NUMBERS = [
    "На новый цех направлено 2 700 000 000 рублей",
    "ГОСТ 10674-97 заменён на ГОСТ 10674-2022",
    "Модели 12-9853 и 12-6744 сняты с производства",
    "The line cost 1 500 000 000 roubles",
    "8 000 000 000 рублей за четыре года",
    "Сертификат № 77 123 456 789 действует до 2027 года",
    "In 2019-2024 the shop made 1 120 000 rings",
    "Ход пресса 800-1200 мм, усилие 1 600 000 Н",
    "С 08:00 до 16:30, 12 000 деталей за смену",
]
PEOPLE = [
    "Мастер И. И. Петров работает здесь 41 год",
    "Петров Иван Сергеевич собрал первый вагон",
    "Станок наладил Иван Петров",
    "Интервью с Анной Петровой из прессового",
    "Сварщика зовут Рустам Галимов",
    "Петрова Анна ведёт участок с 2019 года",
    "John Miller, press operator, has worked here since 1994",
    "The film is about Mary O. Brown of the mixing shop",
    "It was designed by J. R. Hartley",
    "J. R. Smith of the mixing shop made the first ring",
    "A. B. Green works at the press",
    "Смирнов А. В. получил премию",
]
NOBODY = [
    "The plant is a member of the U.S. Green Building Council",
    "The N.C. Department of Transportation tested it",
    "Завод им. В. И. Ленина основан в 1934 году",
    "Проходная на улице Ивана Петрова, дом 5",
    "Завод имени Сергея Орджоникидзе",
    "Our hall stands in George Street",
    "Школа имени Николая Островского в двух остановках",
    "Rings leave for Saint Petersburg in the morning",
    "Новый Уренгой получил 14 вагонов",
    "Алтайский край, Новоалтайск, цех № 3",
    "The U.K. Railway Board ordered forty wagons",
]


@pytest.mark.parametrize("text", TELEPHONES)
def test_a_telephone_is_found_by_its_shape_or_its_word(text):
    assert telephone(text)


@pytest.mark.parametrize("text", NUMBERS)
def test_a_number_of_anything_else_is_no_telephone(text):
    assert telephone(text) == ""


@pytest.mark.parametrize("text", PEOPLE)
def test_a_person_is_found_by_initials_a_patronymic_or_a_full_name(text):
    assert person(text)


@pytest.mark.parametrize("text", NOBODY)
def test_a_council_a_street_a_plant_named_after_somebody_is_nobody(text):
    assert person(text) == ""


def test_a_mail_address_is_found_and_a_mere_sign_is_not():
    assert mail("write to anna.petrova@plant.example today") == "anna.petrova@plant.example"
    assert mail("2 rings @ 14 presses") == ""


@pytest.mark.parametrize("speech", ["en", "ru"])
def test_no_fact_of_the_cases_names_a_person_or_a_telephone(speech):
    with inside(speech):
        found = [
            (name, one.id)
            for name in available()
            for one in load(name).plan.enterprise.facts
            if person(one.statement) or telephone(one.statement)
        ]
    assert found == []  # what is planted there is a firm's name, and is found by the list of names that stay inside
