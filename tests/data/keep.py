"""Store a plan as today's version of the document writes it: `python tests/data/keep.py`, when a section has joined.

Every later version opens it with everything in it: `tests/plan/test_stored.py` holds that, and that none is missing.
"""

from datetime import date, time
from pathlib import Path

from promplan.cases.example import example
from promplan.language import inside
from promplan.plan import letters
from promplan.plan.approvals import content_digest
from promplan.plan.codec import dumps
from promplan.plan.desk import Answer
from promplan.plan.document import VERSION, Attachment, Plan
from promplan.plan.store import MemoryStore


def whole() -> bytes:
    """A solved plan with a team, an answer, a reason, a try and a picture beside it: every section in use."""
    with inside("en"):
        store = MemoryStore(example("03-solved"))
        store.put("team", {"name": "Team Valve", "institution": "College", "region": "Altai"})
        for name, role in (("Anya <b>", "editor"), ("Борис", "visual")):
            store.add("team.members", {"name": name, "role": role})
        store.put("enterprise.facts/F1", {"checked_by": "foreman", "as_of": date(2026, 10, 1), "by": "M1"})
        store.answer({"00-start/first": "14 °C & « »"})
        store.reason("FACT-5", "F2", "heard, and asked for on Monday")
        store.attempt("01-facts")
        store.replace(_asked)
        _made(store)
        _placed(store)
        _spent(store)
        _measured(store)
        _pitched(store)
        picture = Attachment(id="X1", name="ring.png", media_type="image/png", sha256="0f" * 32, size=1024, by="M2")
        store.replace(lambda plan: plan.model_copy(update={"attachments": [picture]}))
        return dumps(store.plan)


def _asked(plan: Plan) -> Plan:
    """The plan with one letter that was answered and one draft, and its clock moved on."""
    plan, (first, _) = letters.drafted(plan, ["enterprise.facts/F3", "message.questions/Q1"], {"purpose": "a post"})
    plan = letters.sent(plan, first, "chief design engineer <b>")
    answer = Answer(
        state="words", said="«69,5»", wording="69.5 t", until=date(2027, 1, 31), by="chief", how="by letter"
    )
    return letters.moved(letters.came(plan, first, answer, "no"), date(2026, 10, 15))


def _made(store: MemoryStore) -> None:
    """Units 4 to 6: an idea with its poster, its channel, a visit with its log, a film that waits for a yes, a risk."""
    day, nine = date(2026, 11, 12), time(9, 40)
    store.add("channels", {"name": "VK", "channel": "vk", "media": "shared", "audiences": ["A1"], "per_month": 4})
    recipe = {
        "form": "ridgeline",
        "parameters": {"height": 900.0, "mirrored": True, "pens": [0.5, 1.0], "rolls": "inside"},
    }
    data = {"file": "press-cycle.csv", "values": ["force"], "along": "time"}
    poster = {**recipe, "data": data, "scales": "off", "clearance": {"state": "cleared", "until": date(2027, 1, 31)}}
    store.add("ideas", {"title": "A day of the press", "facts": ["F1"], "form": "art", "channels": ["H1"], "effort": 2})
    store.put("ideas/I1/poster", poster)
    store.put("visit", {"date": day, "arrival": nine, "minutes": 60, "equipment": ["a camera", "a lamp"]})
    store.add("visit.stops", {"name": "press line", "x": 60.0, "y": 20.5, "minutes": 12, "ppe": ["glasses"]})
    store.add("visit.people", {"role": "press operator", "name": "A. B.", "age": "adult"})
    store.put("visit.people/N1/image", {"state": "given", "covers": ["hands"], "given": day})
    store.add(
        "visit.shots", {"what": "the press opens", "stop": "V1", "ideas": ["I1"], "people": ["N1"], "seconds": 8.0}
    )
    store.put("visit.shots/T1/log", {"state": "got", "at": nine, "file": "C0012.MP4"})
    store.add("visit.clearances", {"what": "filming", "layer": "safety", "stops": ["V1"], "state": "asked"})
    store.add("visit.hazards", {"what": "hot parts", "stop": "V1", "control": "gloves", "owner": "foreman"})
    store.add("visit.heard", {"statement": "Eleven minutes a ring", "at": nine, "stop": "V1", "fact": "F1"})
    store.put("visit.footage", {"with_whom": "press officer", "on": day, "at": nine})
    store.add("items", {"title": "A ring in a minute", "idea": "I1", "channel": "H1", "form": "video", "owner": "M1"})
    store.add("items/C1/script", {"words": "Eleven minutes.", "seconds": 4.0, "facts": ["F1"]})
    store.add("items/C1/panels", {"action": "The press opens", "line": "L1", "shot": "T1", "size": "wide"})
    drawn = {"picture": "X1", "figures": [{"name": "person", "x": 30.0}], "strokes": ["0,0 500,900"]}
    store.put("items/C1/panels/S1/drawing", drawn)
    store.put("items/C1/subtitles", {"ru": [{"start": 0.0, "end": 2.5, "text": "Одиннадцать минут."}]})
    store.add("items/C1/rights", {"what": "Hum", "kind": "music", "licence": "CC BY 4.0"})
    store.add("items/C1/ai", {"tool": "a speech model", "purpose": "voice-over", "disclosed": "The voice is synthetic"})
    store.add("items/C1/production", {"name": "shoot", "days": 1, "whose": "team"})
    store.add("items/C1/production", {"name": "edit", "days": 4, "after": ["W1"]})
    store.put("items/C1/dates", {"shoot": day, "publish": date(2026, 12, 1), "at": nine})
    (film,) = store.plan.items
    store.add("items/C1/approvals", {"judge": "engineer", "state": "approved", "version": content_digest(film)})
    store.add("risks", {"what": "the line stands still on the day", "stage": "visit", "likelihood": 2, "impact": 4})


def _placed(store: MemoryStore) -> None:
    """Unit 7: how the film stands in the calendar, days of the team's own, who answers, who stops everything."""
    store.put(
        "items/C1/placing", {"state": "planned", "hours": 7.5, "pinned": True, "note": "ask Anya", "series": "C1"}
    )
    store.put("calendar", {"week_hours": 20.0, "tolerance": 10.0, "quiet_from": time(21), "quiet_to": time(8)})
    store.put("calendar.pause", {"who": "M1", "deputy": "M2", "when": "an accident", "channels": ["H1"]})
    store.add("calendar.days", {"day": date(2026, 11, 28), "what": "the plant's day", "closed": True})
    store.add("calendar.rhythms", {"channel": "H1", "least": 1, "most": 3, "apart": 20.0, "silent": 10})
    store.add("calendar.shares", {"pillar": "P1", "percent": 40.0})
    store.add("calendar.duties", {"channel": "H1", "who": "M2", "hours": "9 to 18", "within": 24.0})


def _spent(store: MemoryStore) -> None:
    """Unit 8: money, a channel's price and people, who carries it for free, a line, an overlap, a label, a link."""
    store.put("budget", {"total": 60_000.0, "currency": "RUB", "people": 2700, "enough": 3, "reserve": 10.0})
    (channel, *_) = store.plan.channels
    store.put(
        f"channels/{channel.id}/money", {"users": 1900, "price": 210.0, "alike": 0.8, "amount": 12_000.0, "fixed": True}
    )
    store.add("channels", {"name": "bus", "media": "paid"})
    store.add(
        "budget.carriers", {"who": "teachers", "what": "show it", "asked_by": "M2", "people": 150, "channel": "H1"}
    )
    store.add("budget.lines", {"what": "poster A2", "kind": "printing", "price": 380.0, "quantity": 14.0, "item": "C1"})
    store.add("budget.overlaps", {"one": "H1", "other": "H2", "people": 400, "source": "asked in class"})
    store.put("items/C1/ad", {"is_ad": "ask", "why": "somebody pays", "asked_on": date(2026, 11, 2)})
    store.put("items/C1/link", {"target": "https://uprugost.example/", "source": "vk", "medium": "post"})


def _measured(store: MemoryStore) -> None:
    """Unit 9: a KPI, results, a question before and after, a test, a decision, a sentence, a game begun."""
    store.add("kpis", {"name": "applications", "metric": "cr", "level": "outcome", "objective": "O1", "target": 30.0})
    store.add("results", {"what": "film <b>", "kind": "export", "item": "C1", "impressions": 1000, "clicks": 12})
    store.add("results", {"kpi": "KP1", "value": 12.0, "n": 40, "day": date(2026, 12, 20)})
    asked = {"question": "Would you?", "both": 9, "gained": 8, "lost": 2, "neither": 21, "kpi": "KP1"}
    store.add("measurement.surveys", asked)
    store.add("measurement.tests", {"question": "Which headline?", "rate": 0.01, "hoped": 0.02, "people": 2700})
    store.add("measurement.decisions", {"decided": "more for the bus", "seen": ["RS1"], "who": "M1"})
    store.add("measurement.statements", {"verdict": "worked", "text": "12 clicks.", "results": ["RS1"]})
    store.put("measurement.game", {"week": 2, "round": 1})
    store.add("measurement.game.moves", {"week": 1, "move": "money", "channel": "H1", "to": "H2", "money": 500.0})


def _pitched(store: MemoryStore) -> None:
    """Unit 10: the pitch in parts, a question of the jury, a rehearsal, marks of the own plan and a sample, a card."""
    store.put("pitch", {"to": "head of personnel", "ask": "Say yes to the open day by 1 November.", "left_out": "VK"})
    store.add(
        "pitch.parts", {"beat": "scene", "says": "Eleven minutes & «14 °C».", "who": "M1", "behind": ["F2", "C1"]}
    )
    store.add("pitch.jury", {"question": "Why not VK?", "about": ["H1"], "answer": "Nobody <b>asked</b>."})
    store.add("pitch.rehearsals", {"day": date(2026, 12, 22), "seconds": 191, "parts": [191], "changed": "shorter"})
    store.add("pitch.marks", {"criterion": "truth", "level": 3, "evidence": ["F1"], "why": "each number has a source"})
    store.add("pitch.samples", {"sample": "weak", "criterion": "truth", "level": 1})
    store.add("pitch.cards", {"member": "M1", "did": "the poster", "shows": ["C1"], "page": "yes", "parent": True})


if __name__ == "__main__":
    file = Path(__file__).parent / f"plan-v{VERSION}.json"
    if file.exists():
        raise SystemExit(f"{file.name} is there already: what was stored once is never written anew.")
    file.write_bytes(whole())
