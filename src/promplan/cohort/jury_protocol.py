"""The jury's protocol as a PDF: places, points, how they came about, how sure they are; lines to sign."""

from datetime import date
from fractions import Fraction
from typing import Any

from promplan import language
from promplan.cohort.jury import Results
from promplan.cohort.leniency import Leniency, signed
from promplan.export.printed import printed
from promplan.grading import rubric
from promplan.language import Words, day, number, say


def protocol(found: Results, on: date, speech: str = "") -> bytes:
    """The protocol; `speech` is its language, the cohort's if not said."""
    with language.inside(speech or found.cohort.language):
        return printed("jury-protocol.typ", content(found, on))


def content(found: Results, on: date) -> dict[str, Any]:
    """Its words, in the interface language."""
    cohort, criteria = found.cohort, rubric().criteria
    missing = found.scores.missing()
    cells = len(found.scores.teams) * len(criteria)
    return {
        "language": language.current(),
        "title": say("Protocol of the jury"),
        "about": [one for one in (cohort.title, cohort.institution, cohort.region) if one],
        "day": day(on),
        "places_title": say("Places"),
        "place_heads": [
            say("Place"),
            say("Team"),
            say("Points of {n}", n=rubric().weight),
            say("Judges"),
            say("Likely places"),
            say("Among the first {k}", k=found.places),
        ],
        "places": [
            [
                _place(one.place, bool(one.tied)),
                found.name(one.team),
                _points(one.points),
                one.judges,
                "–" if one.low is None else str(one.low) if one.low == one.high else f"{one.low}–{one.high}",
                "–" if one.first is None else _share(one.first),
            ]
            for one in found.ranked
        ],
        "places_help": say(
            "A criterion counts with the mean of its levels, a quarter of its weight a level. Likely places: where "
            "nine of ten juries drawn from these judges would put the team (draws with the seed {seed}).",
            seed=found.seed,
        ),
        "notes": [str(one) for one in found.notes()],
        "means_title": say("Mean level by criterion"),
        "mean_heads": [say("Team"), *(f"{n}" for n in range(1, len(criteria) + 1))],
        "means": [[found.name(one.team), *(_level(one.means[it.id]) for it in criteria)] for one in found.ranked],
        "alpha_row": [
            say("Agreement (alpha)"),
            *("–" if (it := found.criteria[one.id].alpha) is None else signed(it) for one in criteria),
        ],
        "criteria": [
            str(say("{n}. {name}: {weight}", n=n, name=one.name, weight=one.weight))
            for n, one in enumerate(criteria, 1)
        ],
        "declared": rubric().declared,
        "agreement_title": say("How far the judges agree"),
        "agreement": [found.agreement.said, _units(found)],
        "judges_title": say("Judges"),
        "judge_heads": [
            say("Judge"),
            say("Cells filled"),
            say("Calibration: levels that are the course's"),
            say("Calibration: milder (+) or stricter (−)"),
            say("Beside the others, on the same teams"),
        ],
        "judges": [
            [_name(found, one), f"{cells - missing[one.judge]} / {cells}", *_lenient(one)] for one in found.mildness
        ],
        "judges_help": say("Distances in levels, on average. Nothing was corrected by them."),
        "decided": say("The jury decided"),
        "dissent": say("Dissenting opinion, if any"),
        "sign_title": say("Signatures"),
        "sign": [
            say("Name"),
            say("Office"),
            say("Signature"),
            say("Date"),
        ],
        "chair": say("Chair"),
        "signers": [[one.name or one.id, one.office] for one in cohort.judges],
        "foot": say("Protocol of the jury, {day}. The rubric is the course's own.", day=day(on)),
    }


def _place(place: int | None, tied: bool) -> str:
    return "–" if place is None else f"{place} =" if tied else str(place)


def _points(points: Fraction | None) -> str:
    return "–" if points is None else number(round(float(points), 2))


def _level(mean: Fraction | None) -> str:
    return "–" if mean is None else number(round(float(mean), 2))


def _share(share: float) -> str:
    return str(say("{n} %", n=round(100 * share)))


def _lenient(one: Leniency) -> list[str]:
    return [
        f"{one.exact} / {one.n}" if one.n else "–",
        "–" if one.calibration is None else signed(one.calibration, True),
        "–" if one.others is None else signed(one.others, True),
    ]


def _name(found: Results, one: Leniency) -> str:
    return next((it.name or it.id for it in found.scores.judges if it.id == one.judge), one.judge)


def _units(found: Results) -> Words:
    return say(
        "Krippendorff's alpha for ordered levels, over {n} cells that two judges or more have filled: 1 is full "
        "agreement, 0 is chance. A few teams make it shaky.",
        n=found.agreement.units,
    )
