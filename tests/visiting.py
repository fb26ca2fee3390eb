"""A planned visit for tests of its papers: three stops, six shots, two people, hostile words among them."""

from datetime import date, time

from promplan.plan import Plan, edit

SCRIPT = "<script>alert(1)</script>"
FORMULA = '=HYPERLINK("http://x.example","14 presses")'
SAID = {
    "title": {"en": "Warm rubber", "ru": "Тёплая резина"},
    "press": {"en": "Press line", "ru": "Прессовый участок"},
    "opens": {"en": "the press opens, steam rises", "ru": "пресс раскрывается, идёт пар"},
    "nine": {"en": "A press opens every nine minutes", "ru": "Пресс раскрывается каждые девять минут"},
    "screens": {"en": "screens", "ru": "экраны"},
    "operator": {"en": "press operator", "ru": "прессовщица"},
    "touch": {"en": "touch nothing", "ru": "ничего не трогаем"},
}


def visited(speech: str = "en") -> Plan:
    """The plan, its words in a language."""

    def said(key: str) -> str:
        return SAID[key][speech]

    plan = edit.put(
        Plan(),
        "meta",
        {
            "plan_id": "5f0c1e",
            "language": speech,
            "case": "rubber-works",
            "title": said("title"),
            "as_of": date(2026, 10, 12),
            "campaign_end": date(2027, 1, 31),
        },
    )
    plan, producer = edit.add(plan, "team.members", {"name": "Anna", "role": "producer"})
    plan, _ = edit.add(plan, "team.members", {"name": SCRIPT, "role": "editor"})
    plan, nine = edit.add(plan, "enterprise.facts", {"statement": said("nine")})
    plan, _ = edit.add(plan, "enterprise.facts", {"statement": "We cast at night"})
    plan, idea = edit.add(plan, "ideas", {"title": FORMULA, "form": "video", "facts": [nine]})
    plan, _ = edit.add(
        plan, "items", {"title": "Film", "idea": idea, "form": "video", "facts": [nine], "text": "Come in."}
    )
    plan = edit.put(
        plan,
        "visit",
        {
            "date": date(2026, 10, 20),
            "arrival": time(9, 30),
            "minutes": 120,
            "group": 8,
            "contact": "press officer, +7 000 000-00-00",
            "emergency": "112",
            "hospital": "building 3",
            "producer": producer,
        },
    )
    stops = []
    for name, zone, minutes in (("Museum", "Z9", 20), (said("press"), "Z5", 45), ("Laboratory", "Z3", 20)):
        row = {"name": name, "zone": zone, "minutes": minutes, "walk": 5, "host": "foreman"}
        plan, id_ = edit.add(plan, "visit.stops", row)
        stops.append(id_)
    plan, grown = edit.add(plan, "visit.people", {"role": said("operator"), "name": "A. Secret", "age": "adult"})
    plan, young = edit.add(plan, "visit.people", {"role": "trainee", "name": "B. Young", "age": "14-17"})
    plan = edit.put(plan, f"visit.people/{grown}/image", {"state": "given", "until": date(2027, 3, 31)})
    plan = edit.put(plan, f"visit.people/{young}/image", {"covers": ["hands"], "channels": ["owned"]})
    for what, stop, state, menu in (
        ("parts since 1958", 0, "cleared", "M1"),
        (said("opens"), 1, "open", ""),
        ("hot hands", 1, "asked", ""),
        ("the rack", 1, "cleared", ""),
        (FORMULA, 2, "open", ""),
        (SCRIPT, 2, "refused", ""),
    ):
        row = {"what": what, "stop": stops[stop], "menu": menu, "priority": "must" if stop == 1 else "could"}
        plan, id_ = edit.add(plan, "visit.shots", {**row, "avoid": [said("screens")], "seconds": 6.0})
        plan = edit.put(plan, f"visit.shots/{id_}/clearance", {"state": state})
    hazard = {"what": "hot plates", "stop": stops[1], "control": said("touch"), "owner": "foreman"}
    plan, _ = edit.add(plan, "visit.hazards", hazard)
    plan, _ = edit.add(plan, "visit.clearances", {"layer": "safety", "what": "filming", "by_whom": "fire warden"})
    return plan
