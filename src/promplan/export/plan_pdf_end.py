"""What a plan's PDF ends with: what the review still asks, and the colophon."""

from typing import Any

from promplan.export.plan_pdf_sections import Setting
from promplan.export.print_signs import BOX, text
from promplan.export.wanted import READERS
from promplan.export.whole import Whole
from promplan.language import day, say, say_many
from promplan.plan.migrations import VERSION
from promplan.review.finding import Finding
from promplan.review.same_kind import by_kind, places

HEADS = {
    "error": say("Errors: the plan cannot go out with them"),
    "warning": say("Warnings: to be cured, or answered with a reason"),
}


def findings(told: Whole) -> dict[str, Any]:
    """Errors and warnings, the same said once with all its places; of advice and of what has a reason the number."""
    open_ = [one for one in told.review if one.severity != "info"]
    advice = len(told.review) - len(open_)
    groups = alike(open_)
    notes = [str(told.reasons)] if told.reasons is not None else []
    if advice:
        notes.append(
            str(
                say_many(
                    "{n} piece of advice stands in the plan's panel.",
                    "{n} pieces of advice stand in the plan's panel.",
                    advice,
                )
            )
        )
    if not groups:
        notes.insert(0, str(say("Nothing is open.")))
    return {
        "title": str(say("What is still open")),
        "heads": [str(it) for it in (say("Rule"), say("What is the matter"), say("Where"), say("Smallest fix"))],
        "groups": [
            {"severity": severity, "word": str(word), "rows": [_row(it) for it in groups if it[0].severity == severity]}
            for severity, word in HEADS.items()
            if any(it[0].severity == severity for it in groups)
        ],
        "notes": notes,
    }


def alike(found: list[Finding]) -> list[list[Finding]]:
    """The findings by what they say; where only a day or a number differs, the first speaks for them all."""
    made: list[list[Finding]] = []
    for group in by_kind(found):
        one = group[0]
        same = [
            it for it in made if (it[0].rule, it[0].severity, str(it[0].fix)) == (one.rule, one.severity, str(one.fix))
        ]
        if same:
            same[0].extend(group)
        else:
            made.append(list(group))
    return made


def _row(group: list[Finding]) -> dict[str, Any]:
    one = group[0]
    return {
        "rule": one.rule,
        "where": text(places(group), 300),
        "message": text(str(one.message), 400),
        "more": str(say("and {n} alike", n=others)) if (others := _others(group)) else "",
        "fix": text(str(one.fix), 300),
    }


def _others(group: list[Finding]) -> int:
    """How many of them say something else in words than the first."""
    return sum(str(it.message) != str(group[0].message) for it in group)


def colophon(told: Whole, setting: Setting) -> dict[str, Any]:
    """How the document was made, and what is not in it."""
    reader = told.wanted.reader
    made = [
        str(say("Made with promplan from the team's plan, as it was on {day}.", day=day(told.on))),
        str(
            say(
                "Version of the plan's format: {n}. The plan itself, media-plan.json, opens in promplan again.",
                n=VERSION,
            )
        ),
        str(
            say("For: {reader}. What is not theirs is left out.", reader=READERS[reader])
            if reader
            else say("For everybody: answers, predictions, reasons and names of those who are filmed stay in the plan.")
        ),
        str(say("{box} stands for a sign that these letters do not have; the plan keeps it.", box=BOX)),
        *([str(say("This is a draft: the review has not let it out."))] if told.wanted.draft else []),
    ]
    return {
        "title": str(say("Colophon")),
        "made": made,
        "left_title": str(say("Left out for its length; it stands in the Word document and in the plan itself")),
        "left": [[text(section, 80), text(", ".join(labels), 2000)] for section, labels in setting.left.items()],
    }
