"""What one sees, in words: every form, reading and caution has its sentence in both languages."""

import pytest
from art.made import BATCHES, batch, cycle
from art.made import FORMS as MADE

from promplan.art.breath import press as breath
from promplan.art.cure import rosette
from promplan.art.gears import spirograph
from promplan.art.legend import CAUTIONS, Legend, Reading
from promplan.art.said import FORMS, MINDED, alt, named, sentences
from promplan.language import LANGUAGES
from promplan.language.typesetting import unset


def said(legend, language="en"):
    return [unset(one.into(language)) for one in sentences(legend)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scales", ["on", "off"])
@pytest.mark.parametrize("name", MADE)
def test_every_form_is_said_whole_in_both_languages(name, scales, language):
    legend = MADE[name](scales=scales).legend
    found = said(legend, language)
    assert all(one.endswith(".") and "{" not in one for one in found)
    assert len(set(found)) == len(found) >= 1 + len(legend.cautions)
    if language == "ru":
        letters = [one for one in "".join(found) if one.isalpha()]
        assert sum("а" <= one.lower() <= "я" or one in "ёЁ" for one in letters) > len(letters) / 2
    assert unset(alt(legend).into(language)).endswith(found[-1])


def test_a_rosette_says_its_batches_its_torque_and_its_time():
    assert said(rosette(BATCHES).legend) == [
        "Shown are 12 curves, from 0 to 11.",
        "Outwards: torque, 0 to 15.3 dN·m.",
        "Clockwise: time, 0 to 13 min.",
        "Read the distance from the inner ring, where the scale begins; the area grows faster than the number.",
    ]
    assert said(rosette(BATCHES, scales="off").legend, "ru") == [
        "Показано: 12 кривых, от «0» до «11».",
        "От центра наружу: torque.",
        "По часовой стрелке: time.",
        "Смотрите на расстояние от внутреннего кольца (с него начинается шкала), а не на площадь: она растёт быстрее "
        "самого числа.",
        "Шкалы сняты по просьбе завода; пропорции остались такими, какими были в измерениях.",
    ]


def test_a_number_is_said_with_three_digits_and_in_its_language():
    found = said(rosette([batch(14.2), batch(14.9876)], base=0.5).legend, "ru")
    assert found[1] == "От центра наружу: torque, от 0,5 до 15 dN·m."


def test_a_breathing_disc_tells_its_heat_by_colour_and_breadth():
    found = said(breath(*cycle()).legend)
    assert "Colour and breadth of the rim: plates, 150 to 170 °C." in found
    assert "Area of the disc: force, 0 to 2.5 MN." in found


def test_a_spirograph_says_what_can_be_counted_on_it():
    assert said(spirograph(96, 52).legend)[:3] == [
        "Teeth of the ring and of the wheel: 96 : 52, divided out 24 : 13.",
        "Loops on the rim: 24.",
        "The line closes after so many rounds: 13.",
    ]


def test_rows_bands_and_cells_are_called_by_their_names():
    assert named(MADE["isotype"]()) == {"row:0": "a: 118\u00a0people", "row:1": "b: 47\u00a0people"}
    assert named(MADE["stripes"]())["band:2"] == "2"
    assert named(MADE["isotype"](scales="off")) == named(MADE["orbit"]()) == {}


def test_every_caution_and_every_form_has_its_words():
    assert set(MINDED) == set(CAUTIONS)
    assert {MADE[name]().legend.form for name in MADE} <= set(FORMS)


def test_a_quantity_of_a_student_is_data():
    legend = Legend("stripes", (Reading("height", "{low} <b>", "", 0.0, 1.0),))
    assert said(legend) == ["Upwards: {low} <b>, 0 to 1."]
