"""Does the letter to a real plant show the work, the shot and the whole version, in the plan's language?"""

import pytest

from promplan.cases.letter import text
from promplan.plan import Plan, edit, letters


def asked(language: str) -> str:
    one = edit.put(Plan(), "meta", {"language": language})
    one = edit.add(one, "enterprise.facts", {"statement": "14 presses"})[0]
    one = edit.add(one, "visit.stops", {"name": "press line"})[0]
    one = edit.add(one, "visit.people", {"role": "operator"})[0]
    one = edit.add(one, "ideas", {"title": "I"})[0]
    poster = {"form": "stripes", "data": {"file": "a.csv", "values": ["force"]}, "scales": "off", "legend": ["one day"]}
    one = edit.put(one, "ideas/I1/poster", poster)
    how = {"size": "wide", "move": "pan", "seconds": 6.5, "people": ["N1"], "avoid": ["cards"]}
    one = edit.add(one, "visit.shots", {"what": "S", "stop": "V1", **how})[0]
    one = edit.put(one, "visit.shots/T1/clearance", {"conditions": "rolls stopped"})
    one = edit.add(one, "items", {"title": "P", "form": "video", "headline": "H", "text": "first\nsecond"})[0]
    one = edit.add(one, "items/C1/script", {"words": "W", "picture": "a press", "facts": ["F1"]})[0]
    one = edit.add(one, "items/C1/panels", {"action": "it opens"})[0]
    one, _ = letters.drafted(one, ["ideas/I1", "visit.shots/T1", "items/C1"], {"judge": "engineer"})
    return text(one, one.desk.requests)


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        (
            "en",
            [
                "stripes of a trend, drawn from a.csv, without its scales",
                "what is drawn: force",
                "what is written on it: one day",
                "a shot at this stop: press line",
                "6.5 s",
                "under these conditions: rolls stopped",
                "never in frame: cards",
                "who is in it: operator",
                "please look at this version (engineer: are the facts right?)",
                "a yes holds for this version alone",
                "   first\n   second",
                "   1. W",
                "picture: a press",
                "fact F1: 14 presses",
                "Storyboard, 1 panel:",
                "— it opens",
            ],
        ),
        (
            "ru",
            [
                "файл a.csv, без шкал",
                "что рисуем: force",
                "что на ней написано: one day",
                "кадр на этой остановке: press line",
                "на этих условиях: rolls stopped",
                "не должно быть в кадре: cards",
                "просим посмотреть эту версию",
                "«да» относится только к этой версии",
                "факт F1: 14 presses",
                "Раскадровка, 1 кадр:",
            ],
        ),
    ],
)
def test_everything_that_is_asked_about_stands_in_the_letter(language, wanted):
    said = asked(language)
    assert [one for one in wanted if one not in said] == []


def test_a_letter_about_what_is_gone_is_its_sentence_alone():
    one = edit.add(Plan(), "visit.shots", {"what": "the press opens"})[0]
    one, _ = letters.drafted(one, ["visit.shots/T1"], {})
    said = text(edit.remove(one, "visit.shots/T1"), one.desk.requests)
    assert "the press opens" in said
