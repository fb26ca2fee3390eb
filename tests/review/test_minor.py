"""Somebody below eighteen: whose years are an age, and whose are none, clause by clause."""

import pytest

from promplan.review.minor import minor


@pytest.mark.parametrize(
    ("text", "age"),
    [
        # from ten to seventeen
        ("The trainee is 17", "17"),
        ("The trainee is 18", ""),
        ("The trainee is 10", "10"),
        ("The trainee is 9", ""),
        ("The trainee is 170", ""),
        ("The trainee is fifteen", "fifteen"),
        ("The trainee is eighteen", ""),
        ("The trainee is late", ""),
        # one person, and not a group, a thing
        ("The trainees are 17", ""),
        ("The cube is 17", ""),
        ("One of his is 17", "17"),
        # what stands before and behind
        ("A trainee of 16 and a fitter", "16"),
        ("A trainee of 16 cubes", ""),
        ("A boy of 16 packs cubes", "16"),
        ("A trainee has a stack of big round blue iron cubes of 16", ""),
        ("Our trainee was of 16", "16"),
        ("Our trainee was big, of 16", ""),
        ("The trainee is 17 and works alone", "17"),
        ("The trainee is 17 years of service behind", ""),
        ("The trainee was 17 cubes short", ""),
        ("The trainee packs 17", ""),
        ("A trainee aged 16 packs cubes", "16"),
        ("A trainee (16) packs cubes", "16"),
        ("A trainee, 16, packs cubes", "16"),
        ("A trainee, 16 cubes, a lunch", ""),
        ("A trainee packs big blue cubes, 16, and goes", ""),
        ("The cube stands by a trainee, 16", "16"),
        ("16 is not the trainee", ""),
        # years
        ("A trainee is 16 years old", "16"),
        ("A trainee has 16 years", ""),
        ("A cube is 16 years old", ""),
        ("A trainee has 16 years of service", ""),
        ("For 16 years the trainee is old", ""),
        # names
        ("Bradley, aged 17, packs cubes", "17"),
        ("Bradley turned 16 in May", "16"),
        ("Bradley then turned 16 in May", ""),
        ("Turned 16 in May", ""),
        ("The fitter turned 16 in May", "16"),
        ("The cube turned 16 in May", ""),
        ("Kestrel, 16, packs cubes", "16"),
        ("Kestrel (16) packs cubes", "16"),
        ("Kestrel, 16 cubes", ""),
        ("Monday, 16, is free", ""),
        ("On page 3 Kestrel, 16, packs cubes", ""),
        ("KESTREL, 16, is a ship", ""),
        ("Gate, 16, is a place", ""),
        ("Museum, 16, is a place", ""),
        ("Ox, 16, is a name of two signs", ""),
        ("Oxy, 16, is a name of three", "16"),
    ],
)
def test_english_years_are_an_age_where_one_person_has_them(text, age):
    assert minor(text) == age


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Шестнадцатилетний ученик точит куб", "Шестнадцатилетний"),
        ("Шестнадцатилетний куб", ""),
        ("Семнадцатилетнему ученику", "Семнадцатилетнему"),
        ("Шестнадцатилетний, круглый, ржавый, старый и тёмный куб ученика", ""),
        ("17-летний ученик точит куб", "17"),
        ("17-летний куб", ""),
        ("17-летние ученики", ""),
        ("Ученику 16 лет", "16"),
        ("Кубу 16 лет", ""),
        ("Ученик 16 лет точит куб", "16"),
        ("Ученика 16 лет учат", ""),
        ("Ученики 16 лет точат куб", ""),
        ("Ученик точит куб за 16 лет", ""),
        ("Ученику исполнилось целых 16 лет", "16"),
        ("Ученику вчера вечером исполнилось 16 лет", ""),
        ("Ученик, 16 лет, точит куб", "16"),
        ("Ученику гарантия 16 лет", ""),
        ("Ученику 16 лет работать здесь", ""),
        ("Ученик 16 размера", ""),
        # names and roles
        ("Вове 16, точит куб", "16"),
        ("Вова 16 кубов точит", ""),
        ("Вове 16 кубов", ""),
        ("Вова, 16, точит куб", "16"),
        ("Вова, 16 лет, точит куб", "16"),
        ("Вова, 16 лет", "16"),
        ("Контролёр Рита, ей 17, точит куб", "17"),
        ("Контролёр Рита, ей 17 кубов", ""),
        ("Машина, ей 17", ""),
        ("Ученику токаря всего шестнадцать, родители против", "шестнадцать"),
        ("Ученику токаря всего шестнадцать кубов", ""),
        ("Кубу всего шестнадцать", ""),
        ("Ученик точит всего шестнадцать", ""),
        ("Ученику на складе сегодня опять всего шестнадцать", "шестнадцать"),
        ("Ученику на складе в ящике сегодня опять дают всего шестнадцать", ""),
        ("Ученик ушёл. Ему 16", ""),
        ("Рите ей 17", "17"),
        ("Контролёр Рита сегодня тут, ей 17", "17"),
        ("Сегодня ей 17", ""),
        ("Кузнец, 16 лет, куёт", "16"),
        ("Кузнец, 16, куёт", "16"),
        ("Саша, 17 лет, работает", "17"),
        ("Ученику 16 лет тут работать", ""),
        ("Куб, 16 лет, куёт", ""),
        ("Куб, 16, куёт", ""),
        ("Вова, 16 лет, куба", "16"),
        ("Ученик точит куб, 16 лет", ""),
        ("Куб, ученик, 16 лет", "16"),
        ("Сварщик точит куб тихо, 16 лет он тут", ""),
        ("Ученику дали куб. Всего шестнадцать", ""),
    ],
)
def test_russian_years_are_an_age_where_one_person_has_them(text, age):
    assert minor(text) == age
