"""Store a plan as today's version of the document writes it: `python tests/data/keep.py`, when a section has joined.

Every later version opens it with everything in it: `tests/plan/test_stored.py` holds that, and that none is missing.
"""

from datetime import date
from pathlib import Path

from promplan.cases.example import example
from promplan.language import inside
from promplan.plan import letters
from promplan.plan.codec import dumps
from promplan.plan.desk import Answer
from promplan.plan.document import VERSION, Attachment, Plan
from promplan.plan.store import MemoryStore
from promplan.units.registry import UNITS


def whole() -> bytes:
    """The newest solved plan with a team, an answer, a reason, a try and a picture beside it: every section in use."""
    with inside("en"):
        store = MemoryStore(example(f"{list(UNITS)[-1][:2]}-solved"))
        store.put("team", {"name": "Team Valve", "institution": "College", "region": "Altai"})
        for name, role in (("Anya <b>", "editor"), ("Борис", "visual")):
            store.add("team.members", {"name": name, "role": role})
        store.put("enterprise.facts/F1", {"checked_by": "foreman", "as_of": date(2026, 10, 1), "by": "M1"})
        store.answer({"00-start/first": "14 °C & « »"})
        store.reason("FACT-5", "F2", "heard, and asked for on Monday")
        store.attempt("01-facts")
        store.replace(_asked)
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


if __name__ == "__main__":
    file = Path(__file__).parent / f"plan-v{VERSION}.json"
    if file.exists():
        raise SystemExit(f"{file.name} is there already: what was stored once is never written anew.")
    file.write_bytes(whole())
