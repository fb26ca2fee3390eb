"""Is work offered to people under 18? Each word that decides is turned once."""

import pytest

from promplan.review.young_work import offered_on_a_card, tempting, to_minors, work, yes_to_minors


@pytest.mark.parametrize(
    ("text", "words", "certain"),
    [
        ("Our plant hires in June", "hires", True),
        ("Our plant does not hire in June", "", False),
        ("Earn at our press", "Earn", False),
        ("Earn at our press later", "", False),  # one day
        ("Earn at our press, see an excursion", "Earn", False),  # the works stand beside it
        ("Earn on an excursion", "", False),
        ("Earn", "Earn", False),
        ("Join our crew", "Join our crew", False),
        ("Join our crew on a tour", "", False),
        ("Join our crew to see how it works", "", False),
        ("Join our crew later", "", False),
        ("Become a welder", "Become a welder", False),
        ("Стань сварщиком", "Стань сварщиком", False),
        ("Look at the sky", "", False),
    ],
)
def test_work_is_offered_by_hiring_by_pay_and_by_a_call(text, words, certain):
    offer = work(text)
    assert ((offer.words, offer.certain) if offer else ("", False)) == (words, certain)


@pytest.mark.parametrize(
    ("text", "here", "words"),
    [("Earn in summer", False, "Earn"), ("Earn in summer", True, ""), ("Earn at the press", True, "Earn")],
)
def test_on_a_card_money_alone_is_no_offer_of_the_plant(text, here, words):
    offer = work(text, here=here)
    assert (offer.words if offer else "") == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Earn with us", "Earn"),
        ("Become a welder", "Become a welder"),
        ("Earn with us later", ""),
        ("Earn on a tour", ""),
        ("See how to earn", ""),
        ("Adults earn with us", ""),
        ("Never earn less", ""),
        ("Our plant hires", ""),  # hiring without minors said is for the objective's own card
    ],
)
def test_where_only_minors_are_addressed_money_and_a_trade_tempt(text, words):
    offer = tempting(text)
    assert (offer.words if offer else "") == words
    assert not (offer and offer.certain)


@pytest.mark.parametrize(
    ("text", "words", "certain"),
    [
        ("Pupils are hired for July", "hired", True),
        ("Pupils, earn at our press", "earn", False),
        ("People, earn at our press", "", False),
        ("Are you 16? Earn at our press", "Earn", False),
        ("At 16:30 you earn at our press", "", False),
        ("In the holidays we hire", "hire", False),  # it is the season of pupils, no pupil is said
        ("Adults: earn in the holidays", "", False),
        ("Our foreman joined at 15 when he got a job", "", False),  # a story
        ("Our foreman joined at 15 when he got a job. And you?", "got a job", True),
        ("Pupils on a tour hear who was hired", "hired", False),
        ("Мастер пришёл на завод в 16 лет и устроился токарем", "", False),
        ("Мастер пришёл на завод в 16 лет и устроился токарем, а ты", "пришёл на завод", True),
        ("Мастер пришёл на завод в 16 лет и устроился токарем?", "пришёл на завод", True),
        ("Мастер пришёл на завод в 16 лет и устроился токарем: берёшь пример", "пришёл на завод", True),
        ("Мастер пришёл на завод в 16 лет и устроился токарем: гордимся", "пришёл на завод", True),
        ("Мастер пришёл на завод в 16 лет и устроился токарем: смотри", "пришёл на завод", True),
        ("В 16 лет на работу в цех", "на работу в цех", True),
        ("Пила и в 16 лет на работу в цех", "на работу в цех", True),  # a saw, and no woman who drank
        ("Приходи в 16 лет и устройся токарем", "устройся токарем", True),
        ("Школьники, ждём вас на подработку", "подработку", False),
    ],
)
def test_what_is_offered_to_minors_is_told_from_a_story_and_from_adults(text, words, certain):
    offer = to_minors(text)
    assert ((offer.words, offer.certain) if offer else ("", False)) == (words, certain)


@pytest.mark.parametrize(
    ("question", "answer", "words"),
    [
        ("Do you take pupils for the summer?", "Yes, from 15", "from 15"),
        ("Do you take pupils for the summer?", "Yes, with pleasure", "pupils"),  # the season says that work is meant
        ("Do you take pupils?", "Yes, with pleasure", ""),
        ("Do you take pupils for the summer?", "No, nobody of 15", ""),
        ("Do you take pupils on tours?", "Yes, from 15", ""),
        ("Do you take pupils?", "Yes, on a tour from 15", ""),
        ("Do you take pupils?", "Adults only, none of 15", ""),
        ("Who sweeps?", "Pupils aged 15", ""),
        ("Do you take a boy of 16?", "Yes", "boy of 16"),
        ("Do you take fitters?", "Yes", ""),
    ],
)
def test_a_yes_to_the_question_whether_minors_work_is_an_offer(question, answer, words):
    offer = yes_to_minors(question, answer)
    assert (offer.words if offer else "") == words
    assert not (offer and offer.certain)


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        (["earn money"], ""),
        (["earn at our press"], "earn"),
        (["be hired"], "hired"),
        (["be hired as an adult"], ""),
        (["be hired later"], "hired"),  # a certain word stays
        (["earn at our press later"], ""),
        (["earn money", "the plant hires"], "hires"),
        (["earn money", "the plant invites you"], "earn"),
        (["walk", "the plant invites you"], ""),
        ([], ""),
    ],
)
def test_a_card_offers_work_by_the_plants_own_word(texts, words):
    offer = offered_on_a_card(texts)
    assert (offer.words if offer else "") == words
    assert not offer or offer.certain == (words in ("hired", "hires"))
