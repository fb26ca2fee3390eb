"""ITEM, film and sound: words that go into their seconds, panels into the film, captions that can be read."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from promplan.language import Words, say, say_many
from promplan.measure.script import Fault, Line, Timed, script
from promplan.plan.document import Plan
from promplan.plan.items import Item
from promplan.plan.subtitles import Cue
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.review.message import cut
from promplan.text import captions

UNIT = "06-making"
FILMED = ("video", "animation")
TOLERANCE = 0.05  # by which the panels may miss the film's length (domain.md B.2)
WRONG = ("backwards", "order", "overlap", "late", "empty")  # what no player shows as it was meant
TOLD = 5  # faults of one piece that are told one by one


def _spoken(plan: Plan) -> list[tuple[Item, Timed]]:
    return [
        (one, _timed(tuple((it.words, it.seconds) for it in one.script), plan.meta.language, one.length))
        for one in plan.items
        if any(it.words.strip() for it in one.script)
    ]


@lru_cache(256)  # a script is read again at every keystroke, and all but one are what they were
def _timed(lines: tuple[tuple[str, float | None], ...], language: str, target: float | None) -> Timed:
    return script([Line(*one) for one in lines], language, target)


@rule(
    "ITEM-3",
    severity="error",
    unit=UNIT,
    section="making-l-columns",
    needed=True,
    text=say("The words of a script can be spoken in their seconds"),
    hints=(
        say("Read it aloud with a stopwatch. Where do you run out of breath?"),
        say("At most 150 words a minute in English, two a second in Russian; numbers count as they are spoken."),
    ),
)
def words_go_into_their_seconds(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    spoken = [(one, timed) for one, timed in _spoken(plan) if one.length or any(it.seconds for it in one.script)]
    if not spoken:
        return None
    return [it for one, timed in spoken for it in _hurried(one, [f for f in timed.faults if f.kind == "fast"])]


def _hurried(one: Item, faults: list[Fault]) -> Iterator[Finding]:
    fix = say("cut words, or give them more seconds")
    for fault in [
        *faults[:TOLD],
        *(it for it in faults[TOLD:] if it.line is None),
    ]:  # the whole film's is told at any rate
        if fault.line is None:
            yield Finding(one.id, fault.what, fix, one.title, field="length")
        else:
            line = one.script[fault.line]
            yield Finding(line.id, fault.what, fix, cut(line.words), field="seconds")


@rule(
    "ITEM-4",
    severity="warning",
    unit=UNIT,
    section="making-l-columns",
    text=say("Lines and panels fill the film, and neither more nor less"),
    hints=(
        say("Add up the seconds. How long is the film then?"),
        say("Compare the length of the piece with the seconds of its lines and of its panels, 5 % either way."),
    ),
)
def panels_fill_the_film(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    films = [one for one in plan.items if one.length and (one.panels or one.script)]
    if not films:
        return None
    found = []
    spoken = {one.id: timed for one, timed in _spoken(plan)}
    fix = say("lengthen or cut it, or change the length of the piece")
    for one in films:
        if one.id in spoken:
            found += [
                Finding(one.id, it.what, fix, one.title, field="length")
                for it in spoken[one.id].faults
                if it.kind != "fast"
            ]
        seconds = [it.seconds for it in one.panels]
        whole = sum(it or 0.0 for it in seconds)
        if (
            seconds
            and all(it is not None for it in seconds)
            and abs(whole - (one.length or 0)) > TOLERANCE * (one.length or 0) + 0.01
        ):
            told = say(
                "The panels take {has} s, the film has {length}.", has=round(whole, 1), length=float(one.length or 0)
            )
            found.append(Finding(one.id, told, fix, one.title, field="panels"))
    return found


@rule(
    "PRD-12",
    severity="warning",
    unit=UNIT,
    section="making-l-board",
    text=say("Every line of the script has its panel, and every panel its shot"),
    hints=(
        say("Which words are spoken over black?"),
        say("Compare the lines with the panels, and the panels with the shots that came home."),
    ),
)
def storyboard_is_covered(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    films = [one for one in plan.items if one.form in FILMED and one.panels]
    if not films:
        return None
    shots = {one.id: one for one in plan.visit.shots}
    return [
        it
        for one in films
        for it in _uncovered(
            one, {id_ for id_, it in shots.items() if it.log.state in ("missing", "reshoot")}, bool(shots)
        )
    ]


def _uncovered(one: Item, missing: set[str], any_shots: bool) -> Iterator[Finding]:
    drawn = {it.line for it in one.panels}
    for line in one.script:
        if line.id not in drawn:
            told = say("No panel shows this line.")
            yield Finding(line.id, told, say("draw a panel for it, or strike it out"), cut(line.words or line.picture))
    for panel in one.panels:
        if panel.shot in missing:
            told = say("{shot} did not come home as it was planned.", shot=panel.shot)
            yield Finding(
                panel.id, told, say("draw it, take it again, or choose another shot"), panel.action, field="shot"
            )
        elif not panel.shot and any_shots and one.form == "video" and not panel.drawing.picture:
            told = say("No shot of the visit stands behind this panel.")
            yield Finding(
                panel.id, told, say("choose the shot, or say that it is drawn"), panel.action, severity="info"
            )


@rule(
    "ITEM-5",
    severity="error",
    unit=UNIT,
    section="making-l-captions",
    needed=True,
    text=say("Captions stand in the order of time, one after the other, within the film"),
    hints=(
        say("Let the film run without sound. Where does a line vanish under another?"),
        say("Begin and end of each caption: none ends before it begins, none overlaps the next."),
    ),
)
def captions_run(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    return _captions(plan, wrong=True)


@rule(
    "ITEM-5R",
    severity="warning",
    unit=UNIT,
    section="making-l-captions",
    text=say("Captions can be read: two lines, not too long, not too fast"),
    hints=(
        say("Read them aloud at the speed of the film, as somebody of twelve."),
        say("Characters a second, characters a line, seconds on the screen: the finding names the number."),
    ),
)
def captions_can_be_read(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    return _captions(plan, wrong=False)


def _captions(plan: Plan, wrong: bool) -> list[Finding] | None:
    tracks = [
        (one, language, tuple(getattr(one.subtitles, language)))
        for one in plan.items
        for language in ("en", "ru")
        if getattr(one.subtitles, language)
    ]
    if not tracks:
        return None
    fix = say("mend it in the caption editor")
    found = []
    for one, language, cues in tracks:
        faults = [it for it in _faults(_key(cues), language, one.length) if (it[1] in WRONG) == wrong]
        for n, _, what in faults[:TOLD]:
            told = say("Caption {n} ({language}): {what}", n=n + 1, language=language, what=what)
            found.append(Finding(one.id, told, fix, cut(cues[n].text), field=f"subtitles.{language}"))
        if len(faults) > TOLD:
            told = say_many(
                "{n} more caption has such faults.", "{n} more captions have such faults.", len(faults) - TOLD
            )
            found.append(Finding(one.id, told, fix, language, field=f"subtitles.{language}"))
    return found


def _key(cues: tuple[Cue, ...]) -> tuple[tuple[float, float, str], ...]:
    return tuple((one.start, one.end, one.text) for one in cues)


@lru_cache(256)
def _faults(
    cues: tuple[tuple[float, float, str], ...], language: str, film: float | None
) -> tuple[tuple[int, str, Words], ...]:
    rows = [captions.Cue(*one) for one in cues]
    return tuple((it.cue, it.kind, it.what) for it in captions.faults(rows, captions.rules(language), film))


@rule(
    "ITEM-5N",
    severity="warning",
    unit=UNIT,
    section="making-l-captions",
    text=say("A film that speaks has captions"),
    hints=(
        say("Most people see it without sound, some hear none. What do they get?"),
        say("The track of captions in the plan's language: the editor makes a first one of the script."),
    ),
)
def films_have_captions(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    films = [one for one in plan.items if one.form in FILMED and any(it.words.strip() for it in one.script)]
    if not films:
        return None
    told, fix = say("It speaks, and has no captions."), say("make them of the script, and set the times")
    field = f"subtitles.{plan.meta.language}"
    return [
        Finding(one.id, told, fix, one.title, field=field)
        for one in films
        if not getattr(one.subtitles, plan.meta.language)
    ]
