"""Is it an audience, and may it be asked that? Each rule finds the fault and falls silent after the smallest fix."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from own_file import OWN_FILE

from promplan.plan import Audience, Fact, Objective, Plan
from promplan.plan.audiences import PLACES
from promplan.review import RULES, check

EN = {
    "segment": "Pupils of grades 9 to 11 in Dugorsk",
    "side": "outside",
    "size": 2700,
    "size_source": "1.1 % of 62,000 a year of age, 2026",
    "age_from": 15,
    "age_to": 18,
    "minors": "yes",
    "job": "Choose a trade without regretting it",
    "barrier": "nobody of their age has been inside",
    "trigger": "the choice of exams",
    "places": ["school", "social"],
}
RU = {
    **EN,
    "segment": "Ученики 9–11 классов Дугорска",
    "size_source": "1,1 % от 62 000 на год возраста, 2026 год",
    "job": "Выбрать профессию и не пожалеть",
    "barrier": "никто из ровесников не был за проходной",
    "trigger": "выбор экзаменов",
}
INSIDE = {
    **EN,
    "segment": "The plant's own people and their families",
    "side": "inside",
    "age_from": 18,
    "age_to": 71,
    "minors": "no",
}
GOAL = {
    "statement": "150 pupils see the press shop with their teacher by 31 January",
    "aim": "careers",
    "verb": "get",
    "metric": "pupils on the tours",
    "target": 150.0,
    "unit": "pupils",
    "audience": "A1",
    "deadline": date(2027, 1, 31),
    "level": "outcome",
    "evidence": "the pass office's list",
    "step_where": "the tour page and the teachers' telephone",
    "step_who": "head of hiring",  # a role's name offers nobody a job
    "step_days": 2,
    "step_capacity": 168,
    "funnel": {
        "steps": [{"what": "pupils in the classes asked", "low": 0.2, "high": 0.5, "source": "last year"}],
        "people": 2700,
        "people_source": "education office, 2026",
    },
}
OTHER = {**GOAL, "statement": "40 families of the plant's people come to the open shop by 31 January", "audience": "A2"}
GOAL_RU = {
    **GOAL,
    "statement": "До 31 января 150 учеников приходят с учителем в прессовый участок",
    "metric": "школьники на экскурсиях",
    "unit": "учеников",
    "evidence": "список бюро пропусков",
    "step_where": "страница экскурсий и телефон для учителей",
    "step_who": "специалист по найму",
}


def plan(audience: dict = EN, goal: dict = GOAL, **sections: object) -> Plan:
    return Plan.model_validate(
        {
            "audiences": [{**audience, "id": "A1"}, {**INSIDE, "id": "A2"}],
            "objectives": [{**goal, "id": "O1"}, {**OTHER, "id": "O2"}],
            **sections,
        },
        strict=True,
    )


def weighty(document: Plan) -> set[str]:
    return {one.rule for one in check(document, "02-goals") if one.severity != "info"}


FAULTS = {
    "how many": ("AUD-1", {"size": None}, {"size": 2700}),
    "nobody": ("AUD-1", {"size": 0}, {"size": 1}),
    "who counted": ("AUD-1", {"size_source": " "}, {"size_source": "education office, 2026"}),
    "no name": ("AUD-2", {"segment": "\n"}, {"segment": "Pupils of grade 9"}),
    "everyone": ("AUD-2", {"segment": "Everyone"}, {"segment": "Everyone who left the plant in 2025"}),
    "everybody in town": ("AUD-2", {"segment": "Everybody in Dugorsk"}, {"segment": "Pupils in Dugorsk"}),
    "the public": ("AUD-2", {"segment": "The general public"}, {"segment": "Neighbours of the plant"}),
    "all people of the region": (
        "AUD-2",
        {"segment": "all people of the region"},
        {"segment": "welders of the region"},
    ),
    "ru: все": ("AUD-2", {"segment": "Все"}, {"segment": "Все мастера участка"}),
    "ru: все жители": ("AUD-2", {"segment": "Все жители города"}, {"segment": "Жители Заречной улицы"}),
    "ru: население": ("AUD-2", {"segment": "Население Дугорска"}, {"segment": "Соседи завода в Дугорске"}),
    "ru: широкая аудитория": ("AUD-2", {"segment": "широкая аудитория"}, {"segment": "родители девятиклассников"}),
    "ru: каждый": ("AUD-2", {"segment": "Каждый!"}, {"segment": "Каждый мастер смены"}),
    "no barrier": ("AUD-3", {"barrier": ""}, {"barrier": "it is far"}),
    "no place": ("AUD-3", {"places": []}, {"places": ["talk"]}),
    "no task": ("AUD-3", {"job": ""}, {"job": "Choose a trade"}),
    "minors denied": ("AUD-4", {"minors": "no"}, {"minors": "yes"}),
    "minors not said": ("AUD-4", {"minors": ""}, {"minors": "yes"}),
    "minors by the upper age": ("AUD-4", {"age_from": None, "age_to": 17, "minors": "no"}, {"minors": "yes"}),
    "minors of thirty": (
        "AUD-4",
        {"segment": "Fitters of two depots", "age_from": 30, "age_to": 40},
        {"minors": "no"},
    ),
    "backwards": ("AUD-4", {"age_from": 18, "age_to": 15}, {"age_from": 15, "age_to": 18}),
}


@pytest.mark.parametrize("name", FAULTS)
def test_the_fault_is_found_by_its_rule_alone_and_its_smallest_fix_cures_it(name):
    rule, fault, fix = FAULTS[name]
    good = (RU, GOAL_RU) if name.startswith("ru") else (EN, GOAL)
    assert weighty(plan({**good[0], **fault}, good[1])) == {rule}
    assert weighty(plan({**good[0], **fault, **fix}, good[1])) == set()


@pytest.mark.parametrize(("good", "goal"), [(EN, GOAL), (RU, GOAL_RU)], ids=["en", "ru"])
def test_a_good_audience_is_left_alone_and_the_unit_passed(good, goal):
    report = check(plan(good, goal), "02-goals")
    assert list(report) == [] and report.passed


@pytest.mark.parametrize(
    "segment",
    [
        "All foremen",
        "Allies of the college",
        "Все мастера участка",
        "Всеволожские сварщики",
        "Everyone aged 15–17",
        "Every second welder",
        "Public transport drivers",
        "Общественники профкома",
    ],
)
def test_a_word_that_narrows_makes_a_group(segment):
    assert weighty(plan({**EN, "segment": segment})) == set()


JOBS = {  # to people under 18: the offer of a job, and what may be offered instead
    "hired": ("12 pupils are hired by 31 January", "12 pupils come to the excursion by 31 January"),
    "vacancy": ("30 pupils answer the vacancy", "30 applications to the college's group for the plant"),
    "starters": ("12 starters by 31 January", "12 starters at the college by 31 January"),
    "work at the press": ("12 pupils come to work at the press", "12 pupils see how people work at the press"),
    "job offer": ("Every pupil gets a job offer", "Every pupil gets a practice place, no job offer"),
    "ru: нанять": ("Нанять 12 выпускников", "12 выпускников поступают в техникум"),
    "ru: вакансии": ("30 откликов на вакансии", "30 заявлений в техникум"),
    "ru: трудоустроить": ("Трудоустроить 12 учеников", "Устроить экскурсию для 12 учеников"),
    "ru: на работу": ("Принять 12 учеников на работу", "12 учеников смотрят на работу прессовщицы"),
    "ru: выйдут работать": ("12 учеников придут работать на участок", "12 учеников придут на практику"),
    "ru: ярмарка": ("12 учеников откликнулись на вакансию", "12 учеников пришли на ярмарку вакансий"),
}


@pytest.mark.parametrize("field", ["statement", "metric", "step_where"])
@pytest.mark.parametrize("name", JOBS)
def test_a_job_offered_to_minors_is_an_error_and_an_excursion_or_the_college_is_not(name, field):
    offered, instead = JOBS[name]
    (found,) = [it for it in check(plan(goal={**GOAL, field: offered})) if it.rule == "AUD-6"]
    assert (found.object, found.severity, found.evidence) == ("O1", "error", offered)
    assert "265" in str(found.message)
    assert weighty(plan(goal={**GOAL, field: instead})) == set()


def test_adults_may_be_offered_a_job():
    adults = {**EN, "segment": "Adults of two streets", "age_from": 22, "age_to": 35, "minors": "no"}
    assert weighty(plan(adults, {**GOAL, "statement": "12 adults are hired by 31 January"})) == set()


VACANCIES = {
    "E21": ("Men of 20 to 35 wanted", "Wagon fitters of grade 3 wanted"),
    "E21 ru": ("Требуются мужчины 20–35 лет", "Требуются слесари третьего разряда"),
    "girls": ("Ищем: девушки до 30 лет", "Ищем лаборанта со средним специальным образованием"),
    "age alone": ("We need welders aged 20 to 35", "We need welders with 3 years of experience"),
    "under": ("Welders under 35 wanted.", "Welders wanted: 35 places."),
    "years old": ("Hiring operators, 18-30 years old", "Hiring operators, 18 or older"),
    "range ru": ("Требуются прессовщики (20–35 лет)", "Требуются прессовщики, опыт 5–10 лет"),
    "limit ru": ("Вакансия: сварщик не старше 45", "Вакансия: сварщик, стаж не меньше 15 лет"),
    "with experience ru": ("Требуются сварщики до 35 лет, опыт от 3 лет", "Требуются сварщики, опыт от 30 лет"),
    "age word ru": ("Приглашаем операторов в возрасте 25–40", "Приглашаем операторов старше 18 лет"),
    "apposition ru": ("Требуются прессовщики — мужчины", "Требуются прессовщики — мужчины и женщины"),
    "for women": ("A vacancy for women", "A room for women is required"),
    "for women ru": ("Вакансии для женщин", "Для женщин требуется раздевалка"),
}


@pytest.mark.parametrize("name", VACANCIES)
def test_who_is_wanted_by_sex_or_age_is_an_error_and_the_qualification_is_not(name):
    unlawful, lawful = VACANCIES[name]
    (found,) = [it for it in check(plan(message={"call": f"Come and see. {unlawful}"})) if it.rule == "AUD-6"]
    assert (found.object, found.severity, found.evidence) == ("message", "error", unlawful)
    assert weighty(plan(message={"call": lawful})) == set()


@pytest.mark.parametrize("name", VACANCIES)
@pytest.mark.parametrize(
    ("where", "sections"),
    [
        ("message", lambda text: {"message": {"umbrella": text}}),
        ("P1", lambda text: {"message": {"pillars": [{"id": "P1", "statement": text}]}}),
        ("Q1", lambda text: {"message": {"questions": [{"id": "Q1", "question": "Whom?", "answer": text}]}}),
        ("F1", lambda text: {"enterprise": {"facts": [{"id": "F1", "statement": text}]}}),
        ("F1", lambda text: {"enterprise": {"facts": [{"id": "F1", "clearance": {"wording": text}}]}}),
    ],
    ids=["umbrella", "pillar", "answer", "fact", "cleared wording"],
)
def test_it_is_found_wherever_it_may_be_published(name, where, sections):
    unlawful, _ = VACANCIES[name]
    (found,) = [it for it in check(plan(**sections(unlawful)), "02-goals") if it.rule == "AUD-6"]
    assert found.object == where


def test_a_refused_fact_goes_nowhere_and_a_question_may_be_as_rude_as_it_is():
    refused = {"id": "F1", "statement": "Men of 20 to 35 wanted", "clearance": {"state": "refused"}}
    asked = {"id": "Q1", "question": "Требуются мужчины 20–35 лет?", "answer": "Требуются слесари."}
    assert weighty(plan(enterprise={"facts": [refused]}, message={"questions": [asked]})) == set()


TRUE = [
    "The average age is 47",
    "The average age is 47, so new hands are needed",
    "Средний возраст 47 лет, поэтому нужны новые люди",
    "мужчины и женщины работают",
    "Women and men are needed",
    "The trainee is 17",
    "Men, women and a dog waited at the gate; welders are wanted",
    "Женщины работают у прессов с 1942 года, нужны ещё 12 прессовщиков",
    "In 1942 women wanted to learn the trade",
    "Гарантия на кольца 20–25 лет, нужна только смазка",
    "Прессу требуется ремонт раз в 20–25 лет",
    "Приглашаем школьников 15–17 лет на экскурсию",
    "We invite girls of 15 to 17 years of age to the open day",
    "The foreman is looking for a mentor",
    "Two man-hours are required",
    "Лица младше 18 лет к прессам не допускаются, требуется каска",
    "Guests under 18 need a guardian's signature: it is required",
    "Требуются операторы от 18 лет",
    "Требуются парники и мужество",
    "A quarter of the 946 people are 55 or older",
    "Ищем снимки завода, которым 40–50 лет",
    "Мужчинам и женщинам выдают каски; операторы требуются",
]


@pytest.mark.parametrize("sentence", TRUE)
def test_a_sentence_about_sex_or_age_that_asks_for_nobody_is_left_alone(sentence):
    fact = {"id": "F1", "statement": sentence}
    assert weighty(plan(enterprise={"facts": [fact]}, message={"umbrella": sentence})) == set()


def test_nobody_of_the_plant_is_an_advice_only():
    document = plan()
    document.audiences = document.audiences[:1]
    document.objectives = document.objectives[:1]
    report = check(document, "02-goals")
    assert [(it.rule, it.object, it.severity) for it in report] == [("AUD-7", "audiences", "info")]
    assert report.passed


def test_an_audience_without_an_objective_is_found_as_soon_as_there_are_objectives():
    document = plan()
    document.objectives = document.objectives[:1]
    assert [(it.rule, it.object) for it in check(document, "02-goals")] == [("AUD-8", "A2")]
    document.objectives = []
    assert check(document, "02-goals").states["AUD-8"] == "nothing yet"


def test_without_audiences_there_is_nothing_to_check():
    states = check(Plan(), "02-goals").states
    assert {states[id] for id in RULES if id.startswith("AUD")} == {"nothing yet"}
    ageless = plan({**EN, "segment": "Neighbours of the plant", "age_from": None, "age_to": None, "minors": ""})
    ageless.audiences = ageless.audiences[:1]
    assert check(ageless, "02-goals").states["AUD-4"] == "nothing yet"


def test_a_blank_card_is_asked_for_everything_and_breaks_nothing():
    assert weighty(plan({})) == {"AUD-1", "AUD-2", "AUD-3"}


def test_every_rule_can_fail():
    tested = {rule for rule, *_ in FAULTS.values()} | {
        "AUD-6",
        "AUD-6W",
        "AUD-7",
        "AUD-8",
    }  # the second in test_goals_wording.py
    assert {id for id in RULES if id.startswith("AUD")} - OWN_FILE <= tested


def test_words_from_a_student_are_escaped():
    html = check(plan({**EN, "segment": "<b>all</b>", "size": None}), "02-goals")._repr_html_()
    assert "<b>all" not in html and "&lt;b&gt;all" in html


words = st.one_of(
    st.text(max_size=80),
    st.sampled_from(
        [
            "Требуются мyжчины 20–35 лет. Men wanted",  # mixed scripts, as a slip of the keyboard makes them
            "wanted " + "9" * 280,
            "все " * 60,
            "Требуются " + ", ".join(["мужчины 20-35 лет"] * 9),
            "\u0000\u202e\ufeff;;;—()",
        ]
    ),
)
ages = st.none() | st.integers(0, 110)
audiences = st.builds(
    Audience,
    id=st.from_regex(r"\AA[1-9]\Z"),
    segment=words,
    side=st.sampled_from(["", "inside", "outside"]),
    size=st.none() | st.integers(0, 10**12),
    size_source=words,
    age_from=ages,
    age_to=ages,
    minors=st.sampled_from(["", "no", "yes"]),
    job=words,
    barrier=words,
    places=st.lists(st.sampled_from(sorted(PLACES)), max_size=9),
)
objectives = st.builds(
    Objective,
    id=st.just("O1"),
    statement=words,
    metric=words,
    step_where=words,
    audience=st.sampled_from(["", "A1", "A2"]),
    funnel=st.just({}),
)
facts = st.builds(Fact, id=st.just("F1"), statement=words, derived_from=st.just([]), clearance=st.just({}))


@settings(max_examples=80, deadline=None)
@given(st.lists(audiences, max_size=4), st.lists(objectives, max_size=2), st.lists(facts, max_size=2), words)
def test_no_audiences_make_the_review_stumble(cards, goals, register, umbrella):
    document = Plan()
    document.audiences, document.objectives = cards, goals
    document.enterprise.facts = register
    document.message.umbrella = umbrella
    report = check(document, "02-goals")
    for language in ("en", "ru"):
        assert all(it.message.into(language) and it.fix.into(language) for it in report)
    assert (report.states["AUD-1"] == "nothing yet") is not bool(cards)


@pytest.mark.parametrize(
    "text", ["требуются " + "до " * 1300, "age" + " " * 3000, "1" * 4000, "wanted," * 570, "a" * 4000]
)
def test_no_text_makes_it_slow(text):
    assert isinstance(check(plan(message={"umbrella": text}), "02-goals"), list)
