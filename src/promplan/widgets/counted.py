"""What came of a check, in numbers that add up to all the rules that were asked."""

from collections import Counter

from promplan.language import say_many
from promplan.review import Report


def counted(report: Report) -> str:
    """As in “22 hold, 4 cannot be checked yet, 1 has advice”: each rule counts once, by the gravest that was found."""
    n = Counter(_came(report, one.rule, one.state) for one in report.asked)
    told = {
        "holds": say_many("{n} holds", "{n} hold", n["holds"]),
        "open": say_many("{n} is still open", "{n} are still open", n["open"]),
        "kept": say_many("{n} is kept with your reason", "{n} are kept with your reason", n["kept"]),
        "yet": say_many("{n} cannot be checked yet", "{n} cannot be checked yet", n["yet"]),
        "advice": say_many("{n} has advice", "{n} have advice", n["advice"]),
    }
    return ", ".join(str(words) for came, words in told.items() if n[came] or came == "holds")


def _came(report: Report, rule: str, state: str) -> str:
    if state != "found":
        return "holds" if state == "ok" else "yet"
    found = [one for one in report if one.rule == rule]
    if any(one.open for one in found):
        return "open"
    return "kept" if any(one.answered is not None for one in found) else "advice"
