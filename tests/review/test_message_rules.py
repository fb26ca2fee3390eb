"""Does each rule of the message find what an editor would, in both languages, and fall silent after its fix?"""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from own_file import OWN_FILE
from pydantic import ValidationError

from promplan.plan import Plan
from promplan.plan.message import Message, Pillar, Question
from promplan.review import RULES, check

TODAY = date(2026, 10, 12)
UNIT = "03-message"

PLANT = {
    "en": {"name": "Uprugost Rubber Works", "place": "Dugorsk", "products": "seals for pumps, conveyor belts, hoses"},
    "ru": {"name": "АО «Упругость», завод РТИ", "place": "Дугорск", "products": "уплотнения, ленты, рукава"},
}
FACTS = {
    "en": ["Seals from Dugorsk work in 14 town waterworks", "A beginner has a tutor for three months"],
    "ru": ["Уплотнения из Дугорска работают в 14 водоканалах", "У новичка три месяца есть наставник"],
}
MESSAGE = {
    "en": {
        "umbrella": "Water runs in fourteen towns because people in Dugorsk press rings that do not leak.",
        "avoid": "dynamic\nyoung and promising",
        "call": "Come and see the press shop on Saturday: uprugost.example/visit.",
        "pillars": [
            {"id": "P1", "statement": "Rings from Dugorsk hold in 14 waterworks.", "proofs": ["F1"]},
            {"id": "P2", "statement": "Whoever begins has a tutor for three months.", "proofs": ["F2"]},
        ],
    },
    "ru": {
        "umbrella": "В четырнадцати городах идёт вода, потому что в Дугорске прессуют кольца, которые не текут.",
        "avoid": "динамичный\nмолодой и перспективный",
        "call": "Приходите в субботу в прессовый цех: uprugost.example/visit.",
        "pillars": [
            {"id": "P1", "statement": "Кольца из Дугорска держат воду в 14 водоканалах.", "proofs": ["F1"]},
            {"id": "P2", "statement": "У каждого новичка три месяца есть наставник.", "proofs": ["F2"]},
        ],
    },
}
ANSWER = {
    "en": ("Is it dangerous there?", "It is hot and it is loud. Guards stand on all presses.", "safety engineer"),
    "ru": ("Там опасно?", "Там жарко и шумно. На всех прессах стоят ограждения.", "специалист по охране труда"),
}
ABOUT = {
    "en": ["pay", "smell", "noise", "shifts", "training", "holidays", "lunch", "housing", "transport", "waste"],
    "ru": ["зарплату", "запах", "шум", "смены", "обучение", "отпуск", "обеды", "жильё", "дорогу", "отходы"],
}
ASKED = {
    "en": ("What about {it}?", "Ask personnel about {it}."),
    "ru": ("А что про {it}?", "Про {it} спросите в кадрах."),
}


def question(language: str, n: int, **changes: object) -> dict:
    """The third question is the one of `ANSWER`; the others are each about something of their own."""
    asked, answer, by = ANSWER[language]
    if n != 3:
        asked, answer = (said.format(it=ABOUT[language][n - 1]) for said in ASKED[language])
    row = {"id": f"Q{n}", "question": asked, "answer": answer, "state": "cleared", "cleared_by": by}
    return {**row, **changes}


def plan(language: str, message: dict | None = None, fact: dict | None = None, plant: dict | None = None) -> Plan:
    """The good message with the changes; those of `fact` are of F1's clearance."""
    cleared = {"state": "cleared", "channels": ["owned"], "until": date(2027, 3, 31), "by": "press officer"}
    facts = [
        {"id": f"F{n}", "statement": said, "clearance": {**cleared, "wording": said}}
        for n, said in enumerate(FACTS[language], 1)
    ]
    facts[0]["clearance"] |= fact or {}
    good = {**MESSAGE[language], "questions": [question(language, n) for n in range(1, 11)]}
    return Plan.model_validate(
        {
            "meta": {"as_of": TODAY, "campaign_start": date(2026, 11, 2), "campaign_end": date(2027, 1, 31)},
            "enterprise": {**PLANT[language], **(plant or {}), "facts": facts},
            "message": {**good, **(message or {})},
        },
        strict=True,
    )


def found(document: Plan) -> set[str]:
    return {one.rule for one in check(document, UNIT) if one.severity != "info"}


def told(document: Plan, rule: str) -> list[str]:
    return [one.message.into("en") for one in check(document, UNIT) if one.rule == rule]


def house(language: str, first: str, proofs: tuple[str, ...] = ("F1",)) -> dict:
    """The good house with another first pillar."""
    return {
        "pillars": [{"id": "P1", "statement": first, "proofs": list(proofs)}, MESSAGE[language]["pillars"][1]],
    }


def answered(language: str, **changes: object) -> dict:
    """The good questions with a change in the third."""
    return {"questions": [question(language, n, **(changes if n == 3 else {})) for n in range(1, 11)]}


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_complete_good_message_is_left_alone_and_passes(language):
    report = check(plan(language), UNIT)
    assert [str(one) for one in report if one.severity != "info"] == []
    assert report.passed


LONG = {  # 25 words
    "en": "press rings hold water for towns near rivers while people work by day and night with tools made here of "
    "rubber and steel today again",
    "ru": "кольца держат воду для городов у реки пока люди работают днём и ночью с оснасткой сделанной здесь из "
    "стали и резины сегодня снова вместе тут",
}


def first(language: str, n: int) -> str:
    """The first n words of a long sentence."""
    return " ".join(LONG[language].split()[:n])


# language, rule, what breaks it, what cures it: each a change of the good message
FAULTS = {
    "four pillars": (
        "en",
        "MSG-1",
        {"pillars": [{"id": f"P{n}", "statement": f"Ring {n} holds", "proofs": ["F1"]} for n in range(1, 5)]},
        {"pillars": [{"id": f"P{n}", "statement": f"Ring {n} holds", "proofs": ["F1"]} for n in range(1, 4)]},
    ),
    "four pillars ru": (
        "ru",
        "MSG-1",
        {"pillars": [{"id": f"P{n}", "statement": f"Кольцо {n} держит", "proofs": ["F1"]} for n in range(1, 5)]},
        {"pillars": [{"id": f"P{n}", "statement": f"Кольцо {n} держит", "proofs": ["F1"]} for n in range(1, 4)]},
    ),
    "an empty pillar": ("en", "MSG-1", house("en", " "), house("en", "Rings hold the water")),
    "an empty pillar ru": ("ru", "MSG-1", house("ru", "\n"), house("ru", "Кольца держат воду")),
    "no proof": ("en", "MSG-2", house("en", "Rings hold the water", ()), house("en", "Rings hold the water", ("F1",))),
    "no proof ru": ("ru", "MSG-2", house("ru", "Кольца держат воду", ()), house("ru", "Кольца держат воду", ("F1",))),
    "one word": ("en", "MSG-3", {"umbrella": "Dugorsk"}, {"umbrella": "Rings from Dugorsk hold"}),
    "one word ru": ("ru", "MSG-3", {"umbrella": "Дугорск"}, {"umbrella": "Кольца из Дугорска держат воду"}),
    "26 words": ("en", "MSG-3", {"umbrella": "Dugorsk " + first("en", 25)}, {"umbrella": "Dugorsk " + first("en", 24)}),
    "26 words ru": (
        "ru",
        "MSG-3",
        {"umbrella": "Дугорск " + first("ru", 25)},
        {"umbrella": "Дугорск " + first("ru", 24)},
    ),
    "boast": ("en", "MSG-4", {"umbrella": "The best rings come from Dugorsk"}, {"umbrella": "Rings come from Dugorsk"}),
    "boast ru": (
        "ru",
        "MSG-4",
        {"umbrella": "Лучшие кольца делают в Дугорске"},
        {"umbrella": "Кольца делают в Дугорске"},
    ),
    "boast in an answer": (
        "en",
        "MSG-4",
        answered("en", answer="Our pay is the finest in town."),
        answered("en", answer="A beginner earns 52,000 roubles after tax."),
    ),
    "boast in an answer ru": (
        "ru",
        "MSG-4",
        answered("ru", answer="У нас уникальная зарплата."),
        answered("ru", answer="Новичок получает 52 тысячи на руки."),
    ),
    "jargon": (
        "en",
        "MSG-6",
        house("en", "Each batch meets the rheometer"),
        house("en", "Each batch meets the rheometer (it twists a hot sample)"),
    ),
    "jargon ru": (
        "ru",
        "MSG-6",
        house("ru", "Каждую закладку проверяют реометром"),
        house("ru", "Каждую закладку проверяют реометром — прибором, который покачивает горячий образец"),
    ),
    "idle": (
        "en",
        "MSG-8",
        house("en", "A wide range of high-quality rings for waterworks"),
        house("en", "Rings for 14 waterworks"),
    ),
    "idle ru": (
        "ru",
        "MSG-8",
        house("ru", "Завод осуществляет широкий спектр качественных работ"),
        house("ru", "Завод делает кольца для 14 водоканалов"),
    ),
    "no answer": ("en", "MSG-10", answered("en", answer=" "), answered("en", answer=" ", state="refused")),
    "no answer ru": ("ru", "MSG-10", answered("ru", answer=""), answered("ru", answer="Не знаем, спросим.")),
    "no question": ("en", "MSG-10", answered("en", question=""), answered("en", question="Is it loud?")),
    "nobody cleared": ("en", "MSG-11", answered("en", cleared_by=" "), answered("en", cleared_by="press officer")),
    "nobody cleared ru": ("ru", "MSG-11", answered("ru", cleared_by=""), answered("ru", cleared_by="пресс-секретарь")),
    "homoglyph": (
        "en",
        "MSG-12",
        {"umbrella": "Rings from Dugorsk hоld in fourteen towns"},
        {"umbrella": "Rings from Dugorsk hold in fourteen towns"},
    ),
    "homoglyph ru": (
        "ru",
        "MSG-12",
        {"umbrella": "Kольца из Дугорска держат воду"},
        {"umbrella": "Кольца из Дугорска держат воду"},
    ),
    "two languages": (
        "ru",
        "MSG-12",
        {"call": "Приходите на наш крутой factory open doors weekend"},
        {"call": "Приходите на день открытых дверей"},
    ),
    "no call": ("en", "MSG-13", {"call": " "}, {"call": "Ring the college on Monday."}),
    "no call ru": ("ru", "MSG-13", {"call": ""}, {"call": "Позвоните в техникум в понедельник."}),
    "21 words": ("en", "MSG-13", {"call": first("en", 21)}, {"call": first("en", 20)}),
    "avoided": (
        "en",
        "MSG-14",
        {"call": "Come to our family", "avoid": "Family"},
        {"call": "Come to our shop", "avoid": "Family"},
    ),
    "avoided ru": (
        "ru",
        "MSG-14",
        {"call": "Приходите в нашу семью", "avoid": "• семья"},
        {"call": "Приходите в наш цех", "avoid": "• семья"},
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_the_fault_is_found_by_its_rule_alone_and_its_smallest_fix_cures_it(name):
    language, rule, fault, fix = FAULTS[name]
    assert found(plan(language, fault)) == {rule}
    assert found(plan(language, fix)) == set()


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize(
    ("clearance", "words"),
    [
        ({"state": "open"}, "Nobody has cleared F1."),
        ({"state": "asked"}, "The plant was asked about F1 and has not answered."),
        ({"state": "refused"}, "The plant has refused F1."),
        ({"until": date(2026, 10, 11)}, "The clearance of F1 ended on 2026-10-11."),
    ],
)
def test_a_proof_that_may_not_be_said_blocks_until_another_is_chosen(language, clearance, words):
    document = plan(language, fact=clearance)
    assert [(one.rule, one.object) for one in check(document, UNIT).blocking] == [("FACT-6M", "P1")]
    assert told(document, "FACT-6M") == [words]
    other = house(language, MESSAGE[language]["pillars"][0]["statement"], ("F2",))
    assert found(plan(language, other, clearance)) == set()


@pytest.mark.parametrize(("state", "begins"), [("refused", "choose another proof"), ("open", "ask the plant")])
def test_after_a_no_the_remedy_begins_with_another_proof(state, begins):
    (one,) = check(plan("en", fact={"state": state}), UNIT).blocking
    assert str(one.fix).startswith(begins)


def test_a_clearance_holds_on_its_last_day():
    assert found(plan("en", fact={"until": TODAY})) == set()


@pytest.mark.parametrize("proof", ["F77", "M1", "P1"])
def test_a_proof_that_is_not_in_the_register_is_an_error_and_carries_nothing(proof):
    report = check(plan("en", house("en", "Rings from Dugorsk hold", (proof,))), UNIT)
    assert [(one.rule, one.object) for one in report.blocking] == [("PLAN-1", "P1")]
    assert report.states["MSG-2"] == "found" and not report.passed
    assert found(plan("en", house("en", "Rings from Dugorsk hold", (proof, "F1")))) == {"PLAN-1"}


@pytest.mark.parametrize(
    ("language", "boast", "wording"),
    [
        ("en", "The leading rings of Dugorsk", "our seals are leading in 14 waterworks, by the buyers' own tests"),
        ("ru", "Ведущие кольца делают в Дугорске", "по испытаниям водоканалов — ведущее уплотнение 2025 года"),
    ],
)
def test_a_superlative_quoted_from_a_cleared_wording_of_a_proof_may_stand(language, boast, wording):
    assert found(plan(language, {"umbrella": boast})) == {"MSG-4"}
    assert found(plan(language, {"umbrella": boast}, {"wording": wording})) == set()
    assert "MSG-4" in found(plan(language, {"umbrella": boast}, {"wording": wording, "state": "asked"}))


def test_a_pillar_boasts_on_its_own_proof_alone():
    boast = house("en", "The leading rings of Dugorsk", ("F2",))
    boast["pillars"][1] = {**boast["pillars"][1], "proofs": ["F1"]}
    assert found(plan("en", boast, {"wording": "leading in 14 waterworks"})) == {"MSG-4"}


def test_every_superlative_is_named():
    boast = {"umbrella": "The leading works of Dugorsk makes, as ever, the best and most unique rings of all towns"}
    (finding,) = [one for one in check(plan("en", boast), UNIT) if one.rule == "MSG-4"]
    assert finding.message.into("en") == '"leading", "best", "unique": a boast needs a proof.'
    assert "«leading», «best», «unique»" in finding.message.into("ru")


NEIGHBOURS = {
    "en": ("We work for people and for their future every day.", "We stand by our people, and keep our word."),
    "ru": ("Мы каждый день работаем для людей и их будущего.", "Мы держим слово."),
}


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_message_without_anything_of_the_plant_would_suit_any_firm(language):
    umbrella, pillar = NEIGHBOURS[language]
    bare = {"umbrella": umbrella, "pillars": [{"id": "P1", "statement": pillar, "proofs": ["F1"]}]}
    assert found(plan(language, bare)) == {"MSG-9"}
    for sign in {
        "en": [
            "Rings come from Dugorsk.",
            "946 of us press rings.",
            "Seals are our trade.",
            "A tutor is there at the waterworks.",
        ],
        "ru": ["Кольца едут из Дугорска.", "Нас 946 прессовщиков.", "Делаем рукава.", "Наставник знает водоканалы."],
    }[language]:
        assert found(plan(language, {**bare, "umbrella": f"{umbrella} {sign}"})) == set()


@pytest.mark.parametrize(
    ("language", "umbrella"),
    [
        ("en", "Come and work with us in Dugorsk."),
        ("en", "People are our future in Dugorsk for more than 30 years."),
        ("ru", "Больше 30 лет на рынке: мы работаем для вас."),
        ("ru", "Люди из Дугорска — это наша команда."),
    ],
)
def test_the_town_alone_and_a_firms_age_are_nothing_of_its_own(language, umbrella):
    assert "MSG-9" in found(plan(language, {"umbrella": umbrella}))


def test_the_word_plant_in_the_plants_name_is_no_sign_of_it():
    pillars = [{"id": "P1", "statement": NEIGHBOURS["ru"][1], "proofs": ["F1"]}]
    bare = {"umbrella": "Наш завод работает для людей.", "pillars": pillars}
    assert found(plan("ru", bare)) == {"MSG-9"}


def test_nine_hard_questions_are_one_too_few():
    nine = {"questions": [question("en", n) for n in range(1, 10)]}
    assert told(plan("en", nine), "MSG-10") == ["The team has 9 of ten hard questions."]
    assert found(plan("en", nine)) == {"MSG-10"}


@pytest.mark.parametrize("language", ["en", "ru"])
def test_an_answer_that_nobody_cleared_is_advice_and_blocks_nothing(language):
    document = plan(language, answered(language, state="asked", cleared_by=""))
    (finding,) = [one for one in check(document, UNIT) if one.rule == "MSG-11"]
    assert (finding.object, finding.severity) == ("Q3", "info")
    assert check(document, UNIT).passed


HARD = {
    "en": "The internationally oriented organisation continuously establishes administrative responsibilities "
    "regarding individual professional qualifications, educational opportunities, organisational development, "
    "communication, transformation and internationalisation.",
    "ru": "Предусматривается систематическое совершенствование профессиональной квалификации работающих "
    "специалистов посредством организации дополнительных образовательных мероприятий, ориентированных на "
    "удовлетворение производственной необходимости предприятия и повышение производительности оборудования.",
}


LONG_WINDED = {
    "en": " ".join(["the crew of the shop opens a press and then takes out a warm ring of rubber"] * 5),
    "ru": " ".join(["бригада открывает пресс и вынимает горячее кольцо а мастер смотрит на часы и молчит"] * 6),
}


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_long_text_that_reads_hard_is_advised_on_and_shorter_sentences_cure_it(language):
    document = plan(language, answered(language, answer=LONG_WINDED[language]))
    (finding,) = [one for one in check(document, UNIT) if one.rule == "MSG-7"]
    assert (finding.object, finding.severity) == ("Q3", "info")
    split = LONG_WINDED[language].split()
    n = int(finding.fix.into("en").split()[1])
    size = -(-len(split) // n)
    parts = [" ".join(split[k : k + size]).capitalize() + "." for k in range(0, len(split), size)]
    assert told(plan(language, answered(language, answer=" ".join(parts))), "MSG-7") == []


@pytest.mark.parametrize("language", ["en", "ru"])
def test_long_words_that_no_splitting_cures_are_no_matter_of_sentences(language):
    assert told(plan(language, answered(language, answer=HARD[language])), "MSG-7") == []


def test_a_short_text_is_not_judged_by_its_score():
    assert (
        check(plan("en", {"umbrella": "Organisational transformation, Dugorsk"}), UNIT).states["MSG-7"] == "nothing yet"
    )


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Насос МКС-26A и кольца Дугорска ждут вас"),
        ("ru", "Кольца Дугорска: смотрите QR-код, PR и IT-отдел"),
        ("ru", "Пишите о кольцах в Дугорск: otdel-kadrov@uprugost.example, uprugost.example/praktika-i-ekskursii"),
        ("ru", "Кольца Hydroseal из Дугорска"),
    ],
)
def test_models_addresses_and_the_plants_own_names_may_stand_in_another_alphabet(language, text):
    products = {"products": "кольца Hydroseal, рукава"}
    assert found(plan(language, {"umbrella": text}, plant=products)) == set()


@pytest.mark.parametrize("text", ["…", "?!", "👍", "👍 🔥 🎉", "—"])
def test_an_umbrella_without_a_word_is_no_sentence_yet(text):
    assert told(plan("en", {"umbrella": text}), "MSG-3") == ["There is no sentence yet."]


@pytest.mark.parametrize("text", ["", " ", "\n\t"])
def test_an_empty_umbrella_is_nothing_to_check_yet_and_does_not_pass(text):
    report = check(plan("en", {"umbrella": text}), UNIT)
    assert report.states["MSG-3"] == "nothing yet" and not report.passed


def test_an_umbrella_of_five_thousand_words_is_refused_by_the_plan_and_counted_by_the_rule():
    long = "ring " * 5000
    with pytest.raises(ValidationError):
        Message(umbrella=long)
    document = plan("en").model_copy(update={"message": Message.model_construct(umbrella=long)})
    (finding,) = [one for one in check(document, UNIT) if one.rule == "MSG-3"]
    assert finding.message.into("en") == "The umbrella has 5000 words of at most 25."
    assert len(finding.evidence) == 120


def test_a_blank_plan_passes_nothing_and_finds_nothing():
    report = check(Plan(), UNIT)
    assert not report.passed and list(report) == [] and set(report.states.values()) == {"nothing yet"}


def test_words_from_a_student_are_escaped():
    html = check(plan("en", {"umbrella": "<script>best</script> <b>unique</b>"}), UNIT)._repr_html_()
    assert "<script" not in html and "&lt;script" in html and "<b>unique" not in html


def test_a_brace_in_a_students_words_is_no_place_for_a_value():
    document = plan("en", {"umbrella": "The best {n} rings of {all} Dugorsk", "avoid": "{rings}"})
    assert told(document, "MSG-14")[0] == '"rings": on the team\'s own list of words to avoid.'


def test_every_rule_can_fail():
    tested = {rule for _, rule, _, _ in FAULTS.values()} | {"FACT-6M", "MSG-7", "MSG-9"}
    texts = {"TEXT-3", "TEXT-3D", "TEXT-3R"}  # in test_texts.py
    assert {one.id for one in RULES.values() if one.unit == UNIT} - OWN_FILE - texts == tested


piece = st.sampled_from(["best ", "реометр ", "в рамках ", "Зaвод ", "{", "}", "👍", "\n", "№ 1", "a" * 50, "-", "F1"])
anything = st.lists(piece | st.text(max_size=12), max_size=12).map("".join)


@settings(max_examples=80, deadline=None)
@given(anything, anything, anything, anything, st.sampled_from(["open", "asked", "cleared", "refused"]), anything)
def test_no_text_makes_a_rule_stumble(umbrella, statement, call, answer, state, avoid):
    document = plan("ru")
    document.message = Message(
        umbrella=umbrella,
        avoid=avoid,
        call=call[:300],
        pillars=[Pillar(id="P1", statement=statement[:300], proofs=["F1", "F9"]), Pillar(id="P1")],
        questions=[Question(id="Q1", question=call[:300], answer=answer, state=state)],
    )
    document.enterprise.name, document.enterprise.products = call[:300], answer
    for language in ("en", "ru"):
        [it.message.into(language) + it.fix.into(language) for it in check(document, UNIT)]
