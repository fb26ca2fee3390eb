"""Valid calls of `visit`, to be spoilt by `attack`."""

from media.attack import Call, Kept

from promplan.media.visit import Shot, Stop, Visit, Way, along, best, shortest, worth

STOPS = [Stop("induction", 2), Stop("press", 1, 5, 40, "", ["induction"]), Stop("lab", forbidden="recipes")]
SHOTS = [
    Shot("opening", "press", 6, 5, True, group="machine"),
    Shot("hands", "press", 3, 2.5, False, ["opening"], "portrait"),
    Shot("curve", "lab", 4),
]
WALK = {("gate", "induction"): 2, ("induction", "press"): Way(3, ("yard",)), ("press", "lab"): 2}
PLANT = Visit(30, STOPS, SHOTS, WALK, "gate", "gate", {"portrait": 1})

EXAMPLES = [
    Call("visit.Stop", Stop, ("press", 1, 5, 40, "", ["induction"])),
    Call("visit.Shot", Shot, ("hands", "press", 3, 2.5, False, ["opening"], "portrait")),
    Call("visit.Visit", Visit, (30, STOPS, SHOTS, WALK, "gate", "gate", {"portrait": 1})),
    Call(
        "visit.Visit, rows",
        Visit,
        (30, [{"id": "press", "enter": 1}], [{"id": "hands", "stop": "press", "minutes": 3}], {("gate", "press"): 4}),
    ),
    Call("visit.Way", Way, (3, ["yard"])),
    Call("visit.along", along, (WALK,)),
    Call("visit.best", best, (PLANT,)),
    Call("visit.best, a visit", best, (Kept(PLANT),)),
    Call("visit.Best.why", best(PLANT).why, ("hands",)),
    Call("visit.worth", worth, (Kept(PLANT), [20, 30])),
    Call("visit.shortest", shortest, (Kept(PLANT), ["hands"])),
    Call("visit.Visit.known", PLANT.known, (["hands"],)),
    Call("visit.Visit.closed_for", PLANT.closed_for, ("curve",)),
    Call("visit.Visit.with_needs", PLANT.with_needs, (["hands"],)),
    Call("visit.Visit.stops_for", PLANT.stops_for, (["hands"],)),
    Call("visit.Visit.over_limit", PLANT.over_limit, (["hands"],)),
]
