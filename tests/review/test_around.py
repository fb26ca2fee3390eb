"""Are the words around numbers whole words, in both languages at once, whatever their capitals?"""

from promplan.plan import Plan
from promplan.plan.country import country
from promplan.plan.enterprise import Enterprise
from promplan.plan.meta import Meta
from promplan.review.around import around, listed


def test_a_kind_is_found_in_both_languages_as_a_whole_word():
    assert around("verb").search("Output FELL") and around("verb").search("Выпуск вырос")
    assert not around("verb").search("fellow") and not around("verb").search("befell")
    assert around("verb") is around("verb")
    assert listed("verb").startswith(r"(?<!\w)(?:fell|") and listed("verb").endswith(r")(?!\w)")


def test_a_plan_is_read_by_the_law_of_its_plants_place_else_of_its_time_zone():
    made = Plan(meta=Meta(time_zone="Asia/Barnaul"))
    assert country(made) == "RU"
    assert country(Plan(meta=Meta(time_zone="Asia/Barnaul"), enterprise=Enterprise(place="Romeo, Michigan"))) != "RU"
    assert country(Plan(meta=Meta(time_zone="Asia/Barnaul"), enterprise=Enterprise(name="Romeo, Michigan"))) != "RU"
    both = Enterprise(place="Барнаул", name="Romeo, Michigan")
    assert country(Plan(meta=Meta(time_zone="Asia/Barnaul"), enterprise=both)) == "RU"
