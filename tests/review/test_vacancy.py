"""Who is wanted by sex, age, looks or origin, and what looks like it: rows that differ in the one word that decides."""

import pytest

from promplan.review.vacancy import asks, shuts_out, wanted_on_a_card, wants
from promplan.review.vacancy_answers import answers
from promplan.review.vacancy_calls import calls_somebody, spoken

YES, MAYBE = True, False

SENTENCES = [  # a sentence, the words told of it, and whether they are certain
    ("Men wanted", "Men", YES),
    ("Men and women wanted", "", MAYBE),
    ("A vacancy for women", "women", YES),
    ("Wanted: welders, men", "men", YES),
    ("Wanted: welders, men in boots and with gloves", "", MAYBE),
    ("Wanted: welders (women)", "women", YES),
    ("Wanted: welders up to 40 years old", "up to 40 years old", YES),
    ("Wanted: welders up to 18 years old", "", MAYBE),
    ("Wanted: welders, service up to 40 years", "", MAYBE),
    ("Wanted: welders, service up to 40 years, age 20 to 30", "age 20 to 30", YES),
    ("Требуются токари, мужчины", "мужчины", YES),
    ("Требуется девушка приятной внешности", "девушка", YES),
    ("We seek men", "men", YES),
    ("Wanted, good men", "men", YES),
    ("Wanted, men brave and good", "men", YES),
    ("Wanted, men brave and good enough", "", MAYBE),
    ("Men think we hire women and men think so", "", MAYBE),
    ("We seek men for a tour", "", MAYBE),
    ("We seek men to see the press", "", MAYBE),
    ("We hire men to see the press run", "men", YES),
    ("Welder, male", "Welder, male", MAYBE),
    ("Welder, 20-30 years", "Welder, 20-30 years", MAYBE),
    ("Welder, 18 years", "", MAYBE),
    ("Half of the welders: male", "", MAYBE),
    ("Welder (m), ring Ivan", "Welder (m", MAYBE),
    ("Welder (m), he is at work", "", MAYBE),
    ("Welder (m), men and women", "", MAYBE),
    ("Chess (m), ring Ivan", "", MAYBE),
    ("Blacksmith (m), ring Ivan", "Blacksmith (m", MAYBE),
    ("Кочегар, не более 50 лет, звоните", "Кочегар, не более 50 лет", MAYBE),
    ("Кочегар, не более 50 лет, работает", "", MAYBE),
    ("Welder (m), half of them", "", MAYBE),
    ("Завод рад принять пенсионеров, женщин после декрета", "", MAYBE),
    ("Women only", "Women only", MAYBE),
    ("A discount for women only at the clinic", "", MAYBE),
    ("We hire women only at the clinic", "women", YES),
    ("Our crew is short: pretty people", "", MAYBE),
    ("We employ pretty people", "pretty people", MAYBE),
    ("We employ pretty people, any age", "", MAYBE),
    ("Half of those we employ are pretty people", "", MAYBE),
    ("Half, and we seek pretty people", "pretty people", MAYBE),
    ("We employ pretty people later", "pretty people", MAYBE),
    ("We take pretty people later", "", MAYBE),
    ("We seek young people, and old ones", "young people", MAYBE),
    ("32 young engineers apply", "", MAYBE),
    ("Young engineers apply", "Young engineers", MAYBE),
    ("We hire 32 young engineers", "young engineers", MAYBE),
    ("People think we hire women only", "", MAYBE),
    ("We hire women only, people think", "women", YES),
    ("Used to hire women only", "", MAYBE),
    ("Ideally a man", "Ideally a man", MAYBE),
    ("Ideally a man, or a woman", "", MAYBE),
    ("Ideally a man, any age", "", MAYBE),
    ("Men are better at it", "", MAYBE),
    ("Our shop takes whoever comes; men are better at it", "", MAYBE),
    ("The works takes you: men are better at it", "men are better", MAYBE),
    ("Two candidates under 30", "", MAYBE),
    ("Candidates under 30", "Candidates under 30", MAYBE),
    ("The candidates under 30", "", MAYBE),
    ("Candidates under 18", "", MAYBE),
    ("Lads, join our crew", "Lads", MAYBE),
    ("Lads, join our crew later", "", MAYBE),
    ("Lads, join our crew to see it", "", MAYBE),
    ("Lads, join our crew, any age", "", MAYBE),
    ("Lads, look at our crew", "", MAYBE),
    ("Lads and girls, join our crew", "", MAYBE),
    ("Two big lads, join our crew", "", MAYBE),
    ("To all of you lads, join our crew", "", MAYBE),
    ("Lads of the hill, join our crew", "Lads", MAYBE),
    ("Lads are here, join our crew", "", MAYBE),
    ("Join our crew, lads", "", MAYBE),
    ("Under thirty? Join our crew", "Under thirty", MAYBE),
    ("Under 18? Join our crew", "", MAYBE),
    ("Earn at 25 years old", "25 years old", MAYBE),
    ("Earn at 18 years old", "", MAYBE),
    ("Earn at 19 years old", "19 years old", MAYBE),
    ("Earn from 25 years old on", "", MAYBE),  # no end is said
    ("Our plant takes people of 25 to 30 years", "", MAYBE),
    ("Девушки, приходите работать", "Девушки", MAYBE),
    ("Девушки цеха, приходите работать", "Девушки", MAYBE),
    ("Девушки работают у нас", "", MAYBE),
    ("Мамочки города! Работа у нас", "Мамочки", MAYBE),
    ("Мамочки работают! Работа у нас", "", MAYBE),
]


@pytest.mark.parametrize(("sentence", "words", "certain"), SENTENCES)
def test_a_sentence_asks_for_one_sex_an_age_or_a_ground_or_for_nobody(sentence, words, certain):
    offer = shuts_out(sentence)
    assert ((offer.words, offer.certain) if offer else ("", False)) == (words, certain)


@pytest.mark.parametrize(
    ("fragment", "words"),
    [
        ("Pleasant looks", "Pleasant looks"),
        ("Locals only", "Locals only"),
        ("A woman", "woman"),
        ("A woman, a girl", "woman"),
        ("A man", "man"),
        ("A woman or a man", ""),
        ("She should be tidy", "She should"),
        ("A woman has a bench", ""),
        ("Under 40", "Under 40"),
        ("Under 18", ""),
        ("Service under 40", ""),
        ("Half: a woman", ""),
        ("A woman, any age", ""),
        ("a b c d e f g h i j k l m woman", "woman"),
        ("a b c d e f g h i j k l m n woman", ""),
        ("A bench", ""),
    ],
)
def test_words_without_a_verb_tell_who_is_wanted_only_where_a_vacancy_stands_beside_them(fragment, words):
    offer = shuts_out(fragment, asked=True)
    assert (offer.words if offer else "") == words
    assert not (offer and offer.certain)
    assert shuts_out(fragment) is None


@pytest.mark.parametrize(
    ("text", "might", "wanting"),
    [
        ("Men wanted", True, True),
        ("We seek men", True, True),
        ("We seek men for a tour", True, False),
        ("We seek men to see the press", True, False),
        ("We employ a doctor", True, False),
        ("Join our crew", True, True),
        ("Become a welder", True, False),
        ("Earn well", True, False),
        ("Women only", True, False),
        ("Ideally a man", True, False),
        ("The plant takes you", True, False),
        ("Start at once", False, True),
        ("Start at once, men", True, True),
        ("Start at once, up to 40 years old", True, True),
        ("Start at once, pretty people", True, True),
        ("Pretty people", False, False),
        ("Men of the hill", False, False),
        ("Welder, male", True, False),
        ("A line\nWelder (m), ring", True, False),
        ("The sky", False, False),
    ],
)
def test_a_text_that_asks_for_nobody_is_not_read_clause_by_clause(text, might, wanting):
    assert (asks(text), wants(text)) == (might, wanting)


@pytest.mark.parametrize(
    ("question", "answer", "words"),
    [
        ("Do you take people over 50?", "No.", "No"),
        ("Do you take people over 18?", "No.", ""),
        ("Do you take people over 19?", "No.", "No"),
        ("Do you take people over 50?", "Yes", ""),
        ("Do you take women?", "No", "No"),
        ("Do you take women and men?", "No", ""),
        ("Do you never take women?", "No", ""),
        ("Do you take women only?", "No", ""),
        ("Do you take women, any age?", "No", ""),
        ("Take women?", "No", ""),
        ("Do you take people over 50?", "That is too late", "too late"),
        ("Возьмёте в 57 лет?", "Многовато", "Многовато"),
        ("Whom do you take?", "Men", "Men"),
        ("Whom do you take?", "Women", "Women"),
        ("Whom do you take?", "Men and women", ""),
        ("Whom do you take?", "Men too", ""),
        ("Whom do you take, men?", "Men", ""),
        ("Whom do you take?", "People up to 40 years old", "up to 40 years old"),
        ("Whom do you take?", "Nobody is up to 40 years old", ""),
        ("Whom do you take?", "People up to 40 years old as well as old, including all", ""),
        ("Whom do you take?", "From 18 years old", ""),
        ("Whom do you take?", "Pretty people", "Pretty people"),
        ("Whom do you take?", "Pretty people, any age", ""),
        ("Whom do you take?", "People. Men", ""),
        ("When?", "Men", ""),
        ("Do you take beginners?", "Under 30 years old", "Under 30 years old"),
        ("Whom do you take at 40 years old?", "Men", ""),
    ],
)
def test_an_answer_shuts_out_by_its_no_or_by_whom_it_names(question, answer, words):
    offer = answers(question, answer)
    assert (offer.words if offer else "") == words
    assert not (offer and offer.certain)


@pytest.mark.parametrize(
    ("sentence", "called"),
    [
        ("Lads! Come", True),
        ("Lads come", False),
        ("Lads", False),
        ("Lads, come", True),
        ("Big lads, come", True),
        ("Two big lads, come", False),
        ("Lads and girls!", False),
        ("Lads of the hill!", True),
        ("Lads are here!", False),
        ("Under 30? Come", True),
        ("Pretty people?", True),
        ("Pretty people", False),
        ("Lads of the old mill on hill!", True),
        ("Lads of the old mill on the hill!", False),
        ("Pretty people of the mill on hill?", True),
        ("Pretty people of the mill on the hill?", False),
    ],
)
def test_somebody_is_called_by_a_name_and_a_mark_at_the_beginning(sentence, called):
    assert calls_somebody(sentence) is called


def test_who_is_called_belongs_to_the_sentence_behind():
    assert list(spoken(["Lads!", "Come.", "Now."])) == ["Lads! Come.", "Come.", "Now."]
    assert list(spoken(["Come.", "Lads!"])) == ["Come.", "Lads!"]


@pytest.mark.parametrize(
    ("segment", "texts", "words"),
    [
        ("Girls", ["be hired"], "Girls"),
        ("Boys", ["work with us"], "Boys"),
        ("Boys", ["a wanted man"], "Boys"),
        ("Girls and boys", ["be hired"], ""),
        ("People", ["be hired"], ""),
        ("Girls", ["walk"], ""),
        ("Girls hired at the press", [], "Girls"),
        ("Girls", ["be hired later"], ""),
        ("Girls", ["be hired after a tour"], ""),
        ("Girls", ["walk", "vacancy"], "Girls"),
        ("Girls", ["no vacancy"], ""),
        ("Girls after a job", [], ""),  # whose job is not said
        ("Girls", ["a job"], "Girls"),
    ],
)
def test_one_sex_on_a_card_is_wanted_where_a_job_is_spoken_of(segment, texts, words):
    offer = wanted_on_a_card(segment, texts)
    assert (offer.words if offer else "") == words
    assert not (offer and offer.certain)
