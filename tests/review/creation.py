"""A plan of units 4 to 6 that an editor would leave alone, in both languages, and how one field of it is changed."""

from copy import deepcopy
from datetime import date, time
from typing import Any

from promplan.plan import Plan
from promplan.plan.approvals import content_digest

TODAY = date(2026, 10, 12)
VISIT, PUBLISH = date(2026, 10, 20), date(2026, 11, 24)
LATER = date(2027, 6, 30)

WORDS: dict[str, dict[str, Any]] = {
    "en": {
        "fact": "A ring lies in the mould for about ten minutes",
        "title": "Ten minutes under a press",
        "message": "A ring takes time, and somebody watches it.",
        "alt": "Fourteen grey rings lie in a row; the last is as wide as a plate.",
        "spoken": ["Before there is water, there is a ring.", "And somebody who watches it."],
        "post": "Before there is water, there is a ring. Come and see it on Saturday.",
        "hook": ["A ring that waits", "The sound of a gauge", "What a wheel weighs"],
        "reason": "It is the only one that no other plant could make.",
        "ppe": ["gloves", "closed shoes"],
        "fears": ["the line stands", "nobody signs", "it rains"],
        "what": "the press opens and steam rises",
    },
    "ru": {
        "fact": "Кольцо лежит в пресс-форме минут десять",
        "title": "Десять минут под прессом",
        "message": "Кольцу нужно время, и кто-то за ним смотрит.",
        "alt": "Четырнадцать серых колец лежат в ряд; последнее шириной с тарелку.",
        "spoken": ["Сначала кольцо, потом вода.", "И человек, который смотрит."],
        "post": "Сначала кольцо, потом вода. Приходите посмотреть в субботу.",
        "hook": ["Кольцо, которое ждёт", "Голос манометра", "Сколько весит колесо"],
        "reason": "Только её не смог бы сделать ни один другой завод.",
        "ppe": ["перчатки", "закрытая обувь"],
        "fears": ["линия стоит", "никто не подписал", "пошёл дождь"],
        "what": "пресс раскрывается, поднимается пар",
    },
}
PAPER = {"state": "given", "covers": ["work", "face"], "channels": ["owned", "shared"], "given": VISIT, "until": LATER}
CLEARED = {"state": "cleared", "channels": ["owned", "shared"], "until": LATER, "by": "x"}


def good(language: str = "en") -> dict[str, Any]:
    """The plan as plain values; nothing in it is empty that a rule of these units asks for."""
    w = WORDS[language]
    ideas = [
        {
            "id": f"I{n}",
            "title": title,
            "hook": title,
            "facts": ["F1"],
            "form": form,
            "feeling": "x",
            "pillar": "P1",
            "audience": "A1",
            "channels": ["H1"],
            "effort": n,
            "impact": n,
            "needs": "an hour",
            "risk": "rain",
            "chosen": "yes" if n == 1 else "no",
            "reason": w["reason"],
        }
        for n, (title, form) in enumerate(zip(w["hook"], ("video", "audio", "art"), strict=True), 1)
    ]
    ideas[0]["poster"] = {
        "form": "rosette",
        "data": {"file": "rheometer.csv", "values": ["torque"]},
        "scales": "off",
        "title": w["title"].split()[-1] + " A",
        "credit": "data of the plant, 2026",
        "alt": w["alt"],
        "clearance": {**CLEARED, "wording": ""},
    }
    channels = [
        {
            "id": "H1",
            "name": "VK",
            "channel": "vk",
            "media": "shared",
            "role": "x",
            "audiences": ["A1"],
            "cadence": "x",
            "owner": "M1",
            "at_plant": "x",
        },
        {
            "id": "H2",
            "name": "site",
            "channel": "own-site",
            "media": "owned",
            "role": "x",
            "audiences": ["A1"],
            "cadence": "x",
            "owner": "M2",
            "at_plant": "x",
        },
    ]
    stop = {"name": "press line", "minutes": 30, "host": "foreman", "allowed": "x", "forbidden": "x"}
    visit = {
        "date": VISIT,
        "fallback": date(2026, 10, 27),
        "arrival": time(9, 0),
        "minutes": 120,
        "back": 0,
        "group": 5,
        "minors": 0,
        "largest": 10,
        "escorts": 1,
        "meeting": "x",
        "travel": "x",
        "guide": "x",
        "escort": "x",
        "contact": "x",
        "producer": "M1",
        "induction": VISIT,
        "clothing": "x",
        "hospital": "x",
        "emergency": "112",
        "weather": "x",
        "premortem": w["fears"],
        "stops": [
            {**stop, "id": "V1", "zone": "Z5", "ppe": w["ppe"], "walk": 0},
            {**stop, "id": "V2", "name": "museum", "walk": 5},
        ],
        "shots": [
            {
                "id": "T1",
                "what": w["what"],
                "stop": "V1",
                "ideas": ["I1"],
                "size": "wide",
                "seconds": 8.0,
                "sound": "x",
                "people": ["N1"],
                "priority": "must",
                "clearance": {**CLEARED},
                "log": {"state": "got"},
            }
        ],
        "people": [
            {
                "id": "N1",
                "role": "press operator",
                "age": "adult",
                "image": {**PAPER},
                "data": {**PAPER},
                "dissemination": {**PAPER},
            }
        ],
        "clearances": [
            {"id": f"G{n}", "what": "x", "layer": layer, "state": "cleared", "by_whom": "x", "on": date(2026, 10, 15)}
            for n, layer in enumerate(("corporate", "plant", "safety", "process owner"), 1)
        ],
        "hazards": [
            {"id": "D1", "what": "hot parts", "harm": "x", "control": "nothing is touched", "owner": "foreman"}
        ],
        "footage": {"with_whom": "press officer", "on": VISIT, "copies": "x"},
        "heard": [{"id": "E1", "statement": "x", "fact": "F1"}],
    }
    film = {
        "id": "C1",
        "title": w["title"],
        "idea": "I1",
        "message": w["message"],
        "pillar": "P1",
        "objective": "O1",
        "audience": "A1",
        "channel": "H1",
        "form": "video",
        "facts": ["F1"],
        "owner": "M1",
        "approver": "M2",
        "length": 10.0,
        "alt": w["alt"],
        "hold_if": "an accident",
        "script": [{"id": f"L{n}", "words": said, "seconds": 5.0} for n, said in enumerate(w["spoken"], 1)],
        "panels": [
            {"id": f"S{n}", "action": "x", "line": f"L{n}", "shot": "T1", "seconds": 5.0, "sound": "x"} for n in (1, 2)
        ],
        "subtitles": {
            language: [{"start": 5.0 * n, "end": 5.0 * n + 4, "text": said} for n, said in enumerate(w["spoken"])]
        },
        "rights": [{"id": "U1", "what": "x", "kind": "music", "owner": "x", "licence": "CC BY 4.0", "credit": "x"}],
        "ai": [{"id": "J1", "tool": "x", "purpose": "x", "disclosed": "x", "checked_by": "x"}],
        "approvals": [
            {"id": "Y1", "judge": "plant", "who": "x", "raci": "A", "state": "approved"},
            {"id": "Y2", "judge": "engineer", "who": "x", "raci": "C", "state": "approved"},
        ],
        "production": [
            {"id": "W1", "name": "script", "days": 2, "whose": "team", "owner": "x"},
            {"id": "W2", "name": "edit", "days": 3, "whose": "team", "owner": "x", "after": ["W1"]},
        ],
        "dates": {
            "brief": date(2026, 10, 13),
            "shoot": VISIT,
            "draft": date(2026, 11, 3),
            "review": date(2026, 11, 9),
            "publish": PUBLISH,
        },
    }
    post = {
        **{
            key: film[key]
            for key in ("message", "pillar", "objective", "audience", "owner", "approver", "alt", "hold_if")
        },
        "id": "C2",
        "title": w["hook"][1],
        "channel": "H1",
        "form": "post",
        "text": w["post"],
        "dates": {"publish": PUBLISH},
        "approvals": [{"id": "Y3", "judge": "plant", "who": "x", "state": "approved"}],
    }
    return {
        "meta": {
            "as_of": TODAY,
            "language": language,
            "case": "rubber-works",
            "campaign_start": date(2026, 11, 2),
            "campaign_end": date(2027, 1, 31),
        },
        "team": {"members": [{"id": "M1", "name": "Ann"}, {"id": "M2", "name": "Bob"}]},
        "brief": {"answer_days": 10, "rights": "x", "budget": 0.0},
        "enterprise": {
            "place": "Dugorsk",
            "facts": [{"id": "F1", "statement": w["fact"], "clearance": {**CLEARED, "wording": w["fact"]}}],
        },
        "objectives": [{"id": "O1"}],
        "audiences": [{"id": "A1", "places": ["social", "site"]}],
        "message": {"pillars": [{"id": "P1"}]},
        "ideas": ideas,
        "channels": channels,
        "visit": visit,
        "items": [film, post],
        "risks": [
            {"id": "K1", "what": "x", "stage": "visit", "likelihood": 4, "impact": 4, "response": "x", "owner": "M1"}
        ],
    }


def changed(values: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    """The values with some of them changed: `visit.shots.0.stop` leads to one; a part is opened where it is none."""
    made = deepcopy(values)
    for path, value in changes.items():
        *before, last = path.split(".")
        place: Any = made
        for step in before:
            place = place[int(step)] if isinstance(place, list) else place.setdefault(step, {})
        if isinstance(place, list):
            place[int(last) :] = [value] if int(last) == len(place) else [value, *place[int(last) + 1 :]]
        else:
            place[last] = value
    return made


def plan(values: dict[str, Any], stamp: bool = True) -> Plan:
    """The plan; what is approved is approved as it stands, unless `stamp` says that it is an older version."""
    made = Plan.model_validate(values, strict=True)
    for one in made.items if stamp else ():
        for it in one.approvals:
            if it.state == "approved" and not it.version:
                it.version = content_digest(one)
    return made
