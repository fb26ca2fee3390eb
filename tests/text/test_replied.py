"""Is a plain yes or no of a plant understood as it is written, and a condition never taken for a yes?"""

import pytest

from promplan.text.replied import Reply, replied

YES = (
    *("Да", "да.", "ДА!", "yes", "Yes, thank you", "ok", "OK.", "Ок", "Согласовано", "согласована.", "Да, согласовано"),
    *("approved", "Agreed.", "Не возражаю", "Возражений нет", "no objections", "Да, спасибо!", "Разрешаю"),
)
NO = (*("нет", "Нет.", "НЕТ!", "no", "No.", "No!", "not approved", "Не согласовано", "нельзя", "отказано", "Против"),)
NEITHER = (
    *(
        "да, если уберёте экран",
        "Yes, but not before May",
        "yes, once it is blurred",
        "Да, но без лиц",
        "согласовано при",
    ),
    *(
        "да, с правками",
        "согласовано с изменениями",
        "ok for the website only",
        "Yes?",
        "нет?",
        "perhaps",
        "Норма 40 т",
    ),
    *("нет, но можно издалека", "No, only from outside", "Нет возражений, если уберёте фамилию", "no-one here knows"),
    *(
        "no objections if the screen is blurred",
        "нет, спросите главного инженера",
        "No. 5",
        "не да",
        "данные",
        "okna",
        "",
    ),
)


@pytest.mark.parametrize("text", YES)
def test_a_plain_yes_is_a_yes(text):
    assert replied(text) == Reply("yes")


@pytest.mark.parametrize("text", NO)
def test_a_bare_no_is_a_no(text):
    assert replied(text) == Reply("no")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("no, because it is a trade secret", "because it is a trade secret"),
        ("No because nobody but the director may say it", "because nobody but the director may say it"),
        ("нет, потому что это режимный участок", "потому что это режимный участок"),
        ("Нет — коммерческая тайна.", "коммерческая тайна."),
        ("Нет так как линия на ремонте", "так как линия на ремонте"),
        ("No: trade secret", "trade secret"),
        ("Нельзя (режим)", "(режим)"),
        ("no, because …", ""),
    ],
)
def test_a_no_keeps_its_reason(text, reason):
    assert replied(text) == Reply("no", reason)


@pytest.mark.parametrize("text", NEITHER)
def test_a_condition_a_doubt_and_a_question_are_neither(text):
    assert replied(text) is None
