"""FACT-15: is a clearance for social media asked for its networks, where the state restricts some?"""

from promplan.plan import Plan
from promplan.plan.brief import Brief
from promplan.plan.enterprise import Clearance, Fact
from promplan.plan.meta import Meta
from promplan.review import check
from promplan.review.networks import _joined, _only, _told, _which
from promplan.text.dated import channels


def plan(rights: str = "", state: str = "cleared", channels=("shared",), zone: str = "Asia/Barnaul") -> Plan:
    made = Plan(meta=Meta(time_zone=zone), brief=Brief(rights=rights))
    cleared = Clearance(state=state, wording="Seals go to 14 waterworks.", channels=list(channels), by="sales")
    made.enterprise.facts = [Fact(id="F7", statement="Seals go to 14 town waterworks.", clearance=cleared)]
    return made


def asked(made: Plan):
    return [one for one in check(made, "01-facts") if one.rule == "FACT-15"]


def state(made: Plan) -> str:
    return check(made, "01-facts").states["FACT-15"]


def test_a_clearance_for_social_media_is_asked_for_its_networks_once_and_as_advice():
    (found,) = asked(plan())
    assert (found.object, found.severity, found.evidence) == ("brief", "info", "F7")
    assert "Telegram, YouTube, WhatsApp*" in str(found.message) and "VK" not in str(found.message)
    assert "belongs to Meta" in str(found.message) and "2026-11-28" in str(found.message)
    assert "принадлежит Meta" in found.message.into("ru") and "28.11.2026" in found.message.into("ru")


def test_three_networks_are_named_and_the_rest_is_looked_up():
    said = str(asked(plan())[0].message)
    assert "WhatsApp* … (checked on" in said and len(said) < 320


def test_the_fix_done_as_told_cures():
    assert asked(plan("on its own pages in VK")) == []
    assert asked(plan("завод показывает на своих страницах ВКонтакте и в Одноклассниках")) == []
    assert state(plan("in VK")) == "ok"


def test_a_restricted_network_silences_nothing_and_an_open_one_does():
    (found,) = asked(plan("also in Telegram, the director has signed"))
    assert "names only Telegram" in str(found.message) and "YouTube" not in str(found.message)
    assert asked(plan("in Telegram and in VK")) == []
    made = plan()
    made.brief.must_not = "nothing in VK"
    assert len(asked(made)) == 1


def test_a_plant_abroad_is_not_told_what_is_restricted_in_russia():
    made = plan()
    made.enterprise.place = "Romeo, Michigan"
    assert state(made) == "nothing yet"


def test_words_that_only_look_like_a_network_name_none():
    assert len(asked(plan("максимум год, вклад команды назван"))) == 1


def test_there_is_nothing_to_ask_without_social_media_or_where_nothing_is_restricted():
    for made in (plan(channels=("owned", "earned")), plan(state="asked"), plan(zone="Europe/London"), Plan()):
        assert state(made) == "nothing yet"


def test_as_many_as_three_are_named_with_their_notes_and_of_more_a_few():
    closed = [one for one in channels() if "shared" in one.kinds and one.country == "RU" and one.access != "open"]
    assert len(closed) > 3
    three, four = _told(closed[:3])[0], _told(closed[:4])[0]
    assert four == {speech: f"{words} …" for speech, words in three.items()}
    assert three["en"].count(", ") == 2 and three["en"].startswith(closed[0].name["en"])
    noted = next(one for one in closed if one.footnote)
    bare = next(one for one in closed if not one.footnote)
    assert _told([bare])[1] == {"en": "", "ru": ""}
    assert _told([noted, noted])[1] == noted.footnote
    assert _told([bare, noted])[1] == noted.footnote


def test_two_notes_stand_side_by_side():
    told = [{"en": "one", "ru": "один"}, {"en": "two", "ru": "два"}]
    assert _joined(told, "; ") == {"en": "one; two", "ru": "один; два"}


def test_the_day_is_the_last_on_which_one_of_them_was_looked_up():
    closed = [one for one in channels() if one.access != "open"][:2]
    day = max(one.checked_on for one in closed)
    older = closed[0].__class__(**{**closed[0].__dict__, "checked_on": day.replace(year=day.year - 1)})
    for told in (_only([older, closed[1]]), _which([older, closed[1]])):
        assert day.isoformat() in str(told) and f"{day.year - 1}" not in str(told)
