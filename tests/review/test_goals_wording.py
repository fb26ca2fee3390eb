"""Do the rules on audiences and objectives read any wording: found in many words, quiet beside it, cured as told?"""

import tomllib
from pathlib import Path

import pytest

from promplan.plan import Plan
from promplan.review import check
from promplan.text.patterns import write_lemmas

WORDING = tomllib.loads((Path(__file__).parents[1] / "data" / "goals_wording.toml").read_text(encoding="utf-8"))
GOAL = {
    "id": "O1",
    "aim": "careers",
    "audience": "A1",
    "verb": "get",
    "statement": "By 1 May 30 leavers put their names down",
    "metric": "applications",
    "target": 30.0,
    "unit": "people",
    "level": "outcome",
}
CARD = {"id": "A1", "segment": "Leavers of two schools", "size": 84}


def told(document: Plan, rule: str, about: str) -> list[str]:
    """What a rule, or its milder sibling, says of an object."""
    return [str(one.message) for one in check(document).about(about) if one.rule.rstrip("W") == rule]


def card(**fields: object) -> Plan:
    return Plan.model_validate({"audiences": [{**CARD, **fields}]}, strict=True)


def goal(**fields: object) -> Plan:
    return Plan.model_validate({"objectives": [{**GOAL, **fields}], "audiences": [CARD]}, strict=True)


def call(text: str) -> Plan:
    return Plan.model_validate({"message": {"call": text}}, strict=True)


ASK = {
    "AUD-2": lambda it: told(card(segment=it, size=None), "AUD-2", "A1"),
    "AUD-4": lambda it: told(card(segment=it, minors="no"), "AUD-4", "A1"),
    "AUD-6": lambda it: told(call(it), "AUD-6", "message"),
    "AUD-6-card": lambda it: told(card(segment=it[0], job=it[1]), "AUD-6", "A1"),
    "OBJ-6": lambda it: told(goal(metric=it[0], level=it[1], unit=""), "OBJ-6", "O1"),
    "OBJ-7": lambda it: told(goal(metric=it[0], unit=it[1], evidence=it[2]), "OBJ-7", "O1"),
    "OBJ-8": lambda it: told(goal(statement=it), "OBJ-8", "O1"),
    "OBJ-13": lambda it: told(goal(statement=it), "OBJ-13", "O1"),
}


def rows(kind: str) -> list[tuple[str, object]]:
    return [
        (rule, one) for rule in ASK for language in ("en", "ru") for one in WORDING[rule].get(f"{kind}_{language}", [])
    ]


@pytest.mark.parametrize(("rule", "said"), rows("faulty"), ids=str)
def test_it_is_found_in_any_words(rule, said):
    assert ASK[rule](said)


@pytest.mark.parametrize(("rule", "said"), rows("clean"), ids=str)
def test_what_stands_beside_it_is_left_alone(rule, said):
    assert ASK[rule](said) == []


# -- the fix, done as told

CURED = [  # the rule, the fault, what the finding tells to do, done
    ("AUD-2", "Everyone", "Everyone on the evacuation list"),
    ("AUD-2", "The youth of the town", "Fitters' apprentices of the town"),  # by trade
    ("AUD-2", "Pupils and students", "Pupils of grade 9 at the hill school"),  # by grade
    ("AUD-2", "All residents of the county", "Residents of Orme Street"),  # by street
    ("AUD-2", "People", "People who lost their job at the brickworks"),  # by situation
    ("AUD-2", "Все жители города", "Жители улицы Строителей"),
    ("AUD-2", "Молодёжь", "Молодые сварщики"),
    ("AUD-2", "Школьники", "Школьники 9 класса двух школ"),
    ("AUD-2", "Население", "Население, пострадавшее от паводка"),
    ("AUD-4", "Ninth-graders", "Adults of Orme Street"),
    ("AUD-4", "Школьники посёлка", "Взрослые из посёлка"),
    ("AUD-6", "Loader (male, 25–40)", "Loader: lifts 20 kg, works at night"),
    ("AUD-6", "Pupils are hired for August", "Pupils are invited to an excursion in August"),
    ("AUD-6", "Грузчик (муж., 25–40 лет)", "Грузчик: поднимает 20 кг, работает ночью"),
    ("AUD-6", "Школьники, заработайте у нас на складе", "Школьники, приходите к нам на экскурсию"),
    ("OBJ-6", ["views", "outcome"], ["views", "output"]),
    ("OBJ-6", ["posts", "impact"], ["posts", "output"]),
    ("OBJ-6", ["posts", "impact"], ["applications after a post", "impact"]),  # or count what people do
    ("OBJ-6", ["applications", "out-take"], ["applications", "impact"]),
    ("OBJ-6", ["охват", "impact"], ["охват", "out-take"]),
    ("OBJ-6", ["охват", "impact"], ["заявки тех, кого охватили", "impact"]),
    ("OBJ-6", ["принятые слесари", "output"], ["принятые слесари", "outcome"]),
    ("OBJ-7", ["trust", "points", ""], ["visitors", "people", ""]),
    ("OBJ-7", ["trust", "points", ""], ["share of yes", "%", "question: would you come again?"]),
    ("OBJ-7", ["доверие", "баллов", ""], ["доля ответов «да»", "%", "вопрос: пришли бы вы ещё раз?"]),
    ("OBJ-8", "Coverage worth £9,000 at ad rates", "By 1 May 30 adults apply"),
    ("OBJ-8", "Публикации на 90 000 рублей по прайсу", "До 1 мая 30 взрослых подают заявки"),
    ("OBJ-13", "Attract young people", "By 1 May 30 young people apply for the training"),
    ("OBJ-13", "Привлечь молодёжь", "До 1 мая 30 молодых людей подают заявки на обучение"),
]


@pytest.mark.parametrize(("rule", "fault", "mended"), CURED, ids=str)
def test_the_fix_done_as_told_cures(rule, fault, mended):
    assert ASK[rule](fault) and ASK[rule](mended) == []


@pytest.mark.parametrize(
    "longer",
    [
        "Everyone who lives in our wonderful town and in the whole county",
        "All residents of the town, the district and the region, of any age",
        "People of all ages and professions who care about the future",
        "Абсолютно все жители нашего города, района и края любого возраста",
        "Все люди разных возрастов и профессий, кому небезразлично будущее",
    ],
)
def test_a_longer_everyone_is_everyone(longer):
    assert ASK["AUD-2"](longer)


# -- where the words stand

OFFER = "Earn £9 an hour at our packing line"


def test_an_offer_to_minors_is_an_error_where_the_card_says_so_and_a_warning_where_it_is_read():
    def of(card: dict, statement: str) -> list[tuple[str, str]]:
        document = Plan.model_validate(
            {"audiences": [{**CARD, **card}], "objectives": [{**GOAL, "statement": statement}]}, strict=True
        )
        return [(one.rule, one.severity) for one in check(document).about("O1") if one.rule.startswith("AUD-6")]

    young = {"segment": "Ninth-graders of two schools", "minors": "yes"}
    assert of(young, "By 1 May 12 pupils are hired") == [("AUD-6", "error")]
    assert of({**young, "minors": ""}, "By 1 May 12 pupils are hired") == [("AUD-6W", "warning")]
    assert of(young, f"By 1 May 12 pupils: {OFFER}") == [("AUD-6W", "warning")]
    assert of(CARD, "By 1 May 12 adults are hired") == []


@pytest.mark.parametrize("field", ["job", "trigger", "barrier"])
def test_a_card_of_minors_is_read_field_by_field(field):
    young = {"segment": "Ninth-graders of two schools", "minors": "yes"}
    assert told(card(**young, **{field: OFFER}), "AUD-6", "A1")
    assert told(card(**young, **{field: "choose a college"}), "AUD-6", "A1") == []


def test_a_call_means_minors_where_nobody_else_is_outside():
    said = "Become a welder this summer"

    def with_cards(*minors: str) -> list[str]:
        rows = [{**CARD, "id": f"A{n}", "minors": it, "side": "outside"} for n, it in enumerate(minors, 1)]
        return told(
            Plan.model_validate({"audiences": rows, "message": {"call": said}}, strict=True), "AUD-6", "message"
        )

    assert with_cards("yes") and with_cards("yes", "yes")
    assert with_cards() == with_cards("no") == with_cards("yes", "no") == []


def test_the_ages_of_a_segment_and_the_answer_about_minors_agree():
    assert told(card(segment="Fitters aged 25 to 40", minors="yes"), "AUD-4", "A1")
    assert told(card(segment="Сварщики 20–30 лет", minors="yes"), "AUD-4", "A1")
    assert told(card(segment="Fitters aged 25 to 40", minors="no"), "AUD-4", "A1") == []
    assert told(card(segment="Ninth-graders", minors="yes"), "AUD-4", "A1") == []


def test_a_kind_alone_is_a_group_where_so_few_are_meant_or_where_they_are_the_plants_own():
    assert told(card(segment="Parents", size=None), "AUD-2", "A1")
    assert told(card(segment="Parents", size=60), "AUD-2", "A1") == []
    assert told(card(segment="Workers", size=None, side="inside"), "AUD-2", "A1") == []
    assert told(card(segment="Everyone", size=60), "AUD-2", "A1")


def test_spelling_hides_nothing():
    for said in ("Все жите\u0301ли го\u0301рода", "Вcе жители гoрода", "Мо\u00adло\u00adдёжь", "Internet\u00a0users"):
        assert ASK["AUD-2"](said), said
    assert ASK["AUD-6"]("Требуются\u00a0мужчи\u00adны 20\u201135\u00a0лет")
    assert ASK["OBJ-8"]("Ра\u00adботать на медиа\u2011ценность в 30 рублей")


def test_the_lemmas_that_the_patterns_need_are_written_down():
    assert write_lemmas(check=True) == []
