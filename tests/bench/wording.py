"""How well does the review read? `python tests/bench/wording.py [practice|measured|field|making] [--misses] [--rule R]`

Recall and precision of every rule that reads words or numbers, in each language, on real wording that was marked by an
editor's eye before the rules saw it (`tests/data/wording`, see the README there). One line is one object of a plan; a
hit is a rule that the line expects and that says something of it, a false alarm a rule that says something unasked.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from promplan.plan import Plan
from promplan.review import check

DATA = Path(__file__).parents[1] / "data" / "wording"
DAY = date(2026, 11, 2)
RULES = (
    *("FACT-4", "FACT-5", "FACT-7", "FACT-10", "FACT-11", "FACT-12"),
    *("MSG-4", "MSG-6", "MSG-8", "MSG-9", "MSG-12"),
    *("AUD-2", "AUD-4", "AUD-6", "OBJ-6", "OBJ-7", "OBJ-8", "OBJ-12", "OBJ-13"),
    *("IDEA-7", "PRD-7", "PRD-15", "PRD-16", "ITEM-8"),
)
ASKED = {  # what can be said of a part at all
    "fact": ("FACT-4", "FACT-5", "FACT-7", "FACT-10", "FACT-11", "FACT-12"),
    "umbrella": ("MSG-4", "MSG-6", "MSG-8", "MSG-9", "MSG-12", "AUD-6"),
    "pillar": ("MSG-4", "MSG-6", "MSG-8", "MSG-12", "AUD-6"),
    "call": ("MSG-4", "MSG-6", "MSG-8", "MSG-12", "AUD-6"),
    "question": ("MSG-4", "MSG-6", "MSG-8", "MSG-12", "AUD-6"),
    "audience": ("AUD-2", "AUD-4", "AUD-6"),
    "objective": ("OBJ-6", "OBJ-7", "OBJ-8", "OBJ-12", "OBJ-13", "AUD-6"),
    "poster": ("IDEA-7",),
    "shot": ("PRD-15", "PRD-16"),
    "panel": ("PRD-7", "PRD-15", "PRD-16"),
    "alt": ("ITEM-8",),
}
HERE = {
    **{"fact": "F1", "umbrella": "message", "pillar": "P1", "call": "message"},
    **{"question": "Q1", "audience": "A1", "objective": "O1"},
    **{"poster": "I1", "shot": "T1", "panel": "S1", "alt": "C1"},
}


def lines(half: str) -> Iterator[dict[str, Any]]:
    """The marked lines of a half, both languages."""
    for file in sorted((DATA / half).glob("*.jsonl")):
        yield from map(json.loads, file.read_text(encoding="utf-8").splitlines())


def plan_of(line: dict[str, Any]) -> Plan:
    """A plan that holds the line's object, and nothing else that could be said of it."""
    fields, part = dict(line["fields"]), line["part"]
    cleared = fields.pop("cleared", False)
    proof = fields.pop("proof", "")
    made: dict[str, Any] = {"meta": {"language": line["lang"], "as_of": DAY}}
    wording = fields.get("statement", "") if part == "fact" else proof
    clearance = {"state": "cleared", "wording": wording, "channels": ["owned"], "by": "x", "until": date(2027, 12, 31)}
    if part == "fact":
        if "as_of" in fields:
            fields["as_of"] = date.fromisoformat(fields["as_of"])
        fields["value"] = None if fields.get("value") is None else float(fields["value"])
        fields = {name: value for name, value in fields.items() if value is not None}
        made["enterprise"] = {"facts": [{"id": "F1", **fields} | ({"clearance": clearance} if cleared else {})]}
    elif part in ("umbrella", "pillar", "call"):
        facts = [{"id": "F1", "statement": proof, "as_of": DAY, "clearance": clearance}] if proof else []
        made["enterprise"] = {"facts": facts}
        proofs = ["F1"] if proof else []
        pillars = [{"id": "P1", "statement": fields["text"] if part == "pillar" else "", "proofs": proofs}]
        said = {} if part == "pillar" else {part: fields["text"]}
        made["message"] = {**said, "pillars": pillars}
    elif part == "question":
        made["message"] = {"questions": [{"id": "Q1", **fields}]}
    elif part == "poster":
        made["ideas"] = [{"id": "I1", "poster": {"form": "rosette", "scales": "off", **fields}}]
    elif part == "shot":
        made["visit"] = {"shots": [{"id": "T1", **fields}]}
    elif part in ("panel", "alt"):
        panels = [{"id": "S1", **fields}] if part == "panel" else []
        made["items"] = [{"id": "C1", "form": "photo", "alt": fields.get("text", ""), "panels": panels}]
    elif part == "audience":
        minors = {True: "yes", False: "no"}
        if "minors" in fields:
            fields["minors"] = minors.get(fields["minors"], fields["minors"] or "")
        fields.pop("places", None)  # a choice of the form, no wording
        made["audiences"] = [{"id": "A1", **{name: value for name, value in fields.items() if value is not None}}]
    else:
        fields = {name: float(v) if isinstance(v, int) else v for name, v in fields.items() if v is not None}
        if fields.get("verb") not in ("raise", "lower", "get", "keep"):
            fields["verb"] = "get"
        made["objectives"] = [{"id": "O1", "aim": "careers", "audience": "A1", **fields}]
        made["audiences"] = [{"id": "A1", "segment": "Leavers of two schools", "size": 84}]
    return Plan.model_validate(made)


def said_of(line: dict[str, Any]) -> set[str]:
    """The rules that say something of the line; a rule's siblings (FACT-10W beside FACT-10) count as the rule."""
    found = {one.rule.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") for one in check(plan_of(line)).about(HERE[line["part"]])}
    return found & _asked(line)


def _asked(line: dict[str, Any]) -> set[str]:
    """The rules that the line is about: those it was marked for, and a field that is left out is no wording."""
    fields = line["fields"]
    silent = {rule for rule, field in (("OBJ-6", "level"), ("AUD-4", "minors")) if field not in fields}
    return (set(ASKED[line["part"]]) - silent) & set(line.get("rules", RULES))


def measured(half: Iterable[dict[str, Any]]) -> dict[tuple[str, str], Counter[str]]:
    """Hits, misses and false alarms of each rule in each language; `said` of a line goes to `line["said"]`."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    for line in half:
        asked, said = set(line["expect"]) & _asked(line), said_of(line)
        line["said"] = said
        for rule in asked | said:
            what = "hit" if rule in asked & said else "miss" if rule in asked else "alarm"
            counts.setdefault((rule, line["lang"]), Counter())[what] += 1
    return counts


def main() -> int:
    """Print the table, the clean lines that were disturbed, and the sums by family."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("half", nargs="?", default="practice", help="a folder of tests/data/wording")
    ask.add_argument("--misses", action="store_true", help="every line where rule and editor differ")
    ask.add_argument("--rule", help="only lines where this rule is right or wrong")
    asked = ask.parse_args()
    every = list(lines(asked.half))
    counts = measured(every)
    if asked.misses:
        for line in every:
            wrong = set(line["expect"]) & _asked(line) ^ line["said"]
            if wrong and (not asked.rule or asked.rule in wrong):
                missed, alarms = sorted(wrong - line["said"]), sorted(wrong & line["said"])
                print(line["id"], line["part"], "missed" if missed else "", *missed, "alarm" if alarms else "", *alarms)
                print("   ", json.dumps(line["fields"], ensure_ascii=False))
    print(f"{len(every)} lines")
    for family in dict.fromkeys(rule.partition("-")[0] for rule in RULES):
        for language in ("en", "ru"):
            total: Counter[str] = Counter()
            for rule in RULES:
                count = counts.get((rule, language), Counter())
                if rule.startswith(f"{family}-") and count:
                    print(f"  {rule:8} {language}  {_rates(count)}")
                    total += count
            print(f"{family:10} {language}  {_rates(total)}")
    for language in ("en", "ru"):
        clean = [line for line in every if not line["expect"] and line["lang"] == language]
        print(f"clean lines disturbed, {language}: {sum(bool(line['said']) for line in clean)} of {len(clean)}")
    return 0


def _rates(count: Counter[str]) -> str:
    hit, miss, alarm = count["hit"], count["miss"], count["alarm"]
    recall = hit / (hit + miss) if hit + miss else float("nan")
    precision = hit / (hit + alarm) if hit + alarm else float("nan")
    return f"recall {recall:.2f}  precision {precision:.2f}   ({hit} found, {miss} missed, {alarm} false)"


if __name__ == "__main__":
    sys.exit(main())
