"""Does the desk hold so many letters and channels and no more, and what is said of its fields?"""

import pytest
from pydantic import ValidationError

from promplan.plan.desk import Answer, Desk, Request
from promplan.plan.labels import goes_never_back, is_inside, is_wide

EVERY = ["owned", "shared", "earned", "paid"]


@pytest.mark.parametrize("kind", [Answer, Request])
def test_four_channels_may_be_named_and_no_fifth(kind):
    own = {"id": "R1"} if kind is Request else {}
    assert kind.model_validate({**own, "channels": EVERY}).channels == EVERY
    with pytest.raises(ValidationError):
        kind.model_validate({**own, "channels": [*EVERY, "owned"]})


def test_a_desk_holds_three_hundred_letters_and_no_more():
    rows = [{"id": f"R{n}"} for n in range(1, 302)]
    assert len(Desk.model_validate({"requests": rows[:300]}).requests) == 300
    with pytest.raises(ValidationError):
        Desk.model_validate({"requests": rows})


def test_a_new_letter_is_a_draft_and_its_answer_is_not_there_and_not_taken():
    one = Request(id="R1")
    assert (one.sent, one.answer.state, one.answer.taken, one.channels, one.answer.channels) == (
        None,
        "",
        False,
        [],
        [],
    )


def test_what_is_shown_wide_what_stays_inside_and_what_never_goes_back():
    fields = {
        (kind.__name__, name): info for kind in (Answer, Request, Desk) for name, info in kind.model_fields.items()
    }
    assert {key for key, info in fields.items() if is_wide(info)} == {
        ("Answer", "said"),
        ("Answer", "wording"),
        ("Request", "wording"),
    }
    assert {key for key, info in fields.items() if is_inside(info)} == {
        ("Request", "person"),
        ("Request", "by"),
        ("Request", "version"),
    }
    assert [key for key, info in fields.items() if goes_never_back(info)] == [("Desk", "day")]
