"""Words that are spoken made into cues: a sentence each where it fits, parted at marks where it does not.

The time given is shared out by length, for a voice reads evenly; a cue is never shorter than a reader needs while there
is time, and where there is none, `faults` says so: then the words are too many for their seconds.
"""

from promplan.text.captions.cue import Cue
from promplan.text.captions.rules import Rules
from promplan.text.captions.wrapping import cost, fits, wrapped
from promplan.text.lengths import sentences

FEW = 3  # words: a sentence so short joins its neighbour


def cues_of(text: str, rules: Rules, seconds: float | None = None, start: float = 0.0) -> list[Cue]:
    """Cues for a text that takes `seconds`, the first at `start`; where no time is given, so long as reading takes.

    Every word of the text is in one of them, in its order.
    """
    parts = _joined([part for one in _sentences(text) for part in _parts(one.split(), rules)], rules)
    if not parts:
        return []
    needed = [max(rules.shortest, len(one) / rules.speed) + rules.gap for one in parts]
    stretch = 1.0 if seconds is None else max(0.0, seconds) / sum(needed)
    cues, at = [], start
    for part, own in zip(parts, needed, strict=True):
        until = at + own * stretch
        end = max(at, min(until - min(rules.gap, own * stretch / 4), at + rules.longest))
        cues.append(Cue(round(at, 3), round(end, 3), wrapped(part, rules.line, rules.lines)))
        at = until
    return cues


def _sentences(text: str) -> list[str]:
    """The sentences with all that stands between them: one without a word, a lone dash, goes with the one before."""
    found: list[str] = []
    at, loose = 0, ""
    for one in sentences(text):
        begin = text.index(one, at)
        between = text[at:begin].strip()
        if between and found:
            found[-1] += f" {between}"
        else:
            loose = between
        found.append(f"{loose} {one}".strip())
        at, loose = begin + len(one), ""
    if rest := text[at:].strip():
        found = [*found[:-1], f"{found[-1]} {rest}"] if found else [rest]
    return found


def _parts(words: list[str], rules: Rules) -> list[str]:
    """A sentence in parts that fit, as even as its marks allow; no recursion, a sentence may be a page."""
    room = rules.line * rules.lines
    done: list[str] = []
    while words:
        whole = " ".join(words)
        if fits(whole, rules.line, rules.lines):
            return [*done, whole]
        count = -(-len(whole) // room) if len(whole) > room else 2
        aim, length, best = len(whole) / count, -1, (float("inf"), 1)
        for at in range(1, len(words)):
            length += len(words[at - 1]) + 1
            if length > room and at > 1:
                break
            head = " ".join(words[:at])
            if at > 1 and length > rules.line and not fits(head, rules.line, rules.lines):
                break
            best = min(best, (abs(length - aim) + 2 * cost(words[at - 1], words[at]), at))
        if len(words) == 1:
            return [*done, whole]
        done.append(" ".join(words[: best[1]]))
        words = words[best[1] :]
    return done


def _joined(parts: list[str], rules: Rules) -> list[str]:
    """Very short ones with their neighbour, where both fit."""
    found: list[str] = []
    for part in parts:
        short = found and min(len(found[-1].split()), len(part.split())) <= FEW
        if short and fits(f"{found[-1]} {part}", rules.line, rules.lines):
            found[-1] = f"{found[-1]} {part}"
        else:
            found.append(part)
    return found
