"""A substitution attack: each argument of each public call, and each thing inside it, is exchanged for odd values.

What must come of it is an answer or a `Problem`, never another exception, and no NaN in an answer; a Problem can be
read in both languages. `test_attack` tries a seeded sample, this script everything:

    python tests/media/attack.py             all examples, a summary by place of the raw tracebacks
    python tests/media/attack.py dates       those whose label holds "dates"

**Registering examples.** Every module `tests/media/attacked_*.py` holds a list `EXAMPLES` of valid calls:

    EXAMPLES = [
        Call("reach.grp", grp, (120_000, 400_000)),
        Call("accumulation.Beta.over", lambda alpha, beta, n: Beta(alpha, beta).over(n), (0.3, 1.0, 5)),
        Call("budget.split", split, ([Channel("vk", Hill(10, 5, 1))], 9.0), {"objective": "sum"}),
    ]

The label is the module below `promplan.media` and the public name (and a method's, if one is meant), since a test holds
that every public name has its example. A method is called through a function that builds its object, so that the
object's own arguments are attacked too. Lists, tuples, dicts (keys and values), sets and dataclasses among the
arguments are walked through; to attack a generator or an array write a function that makes it from a list. A result of
the package that is handed on (a schedule, an outcome) is exchanged as a whole only: write `Kept(schedule(…))`.
"""

import contextlib
import dataclasses
import importlib
import itertools
import math
import random
import signal
import sys
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from promplan.language import Problem

HERE = Path(__file__).parent
SECONDS = 5  # after which a call counts as hanging


class Call(NamedTuple):
    """A valid call: where its function is found, the function, its arguments."""

    label: str
    function: Callable[..., Any]
    args: tuple[Any, ...] = ()
    kwargs: Mapping[str, Any] = {}


@dataclasses.dataclass(frozen=True)
class Kept:
    """An argument that is exchanged as a whole only."""

    value: Any


class Silent:
    """Its repr fails."""

    def __repr__(self) -> str:
        raise RuntimeError("no repr")


# each by a function, since a generator can be read once only
ODD: dict[str, Callable[[], Any]] = {
    "None": lambda: None,
    "empty text": lambda: "",
    "text": lambda: "x",
    "Cyrillic": lambda: "рейтинг",
    "braces": lambda: "{n}",
    "number as text": lambda: "12",
    "bytes": lambda: b"12",
    "True": lambda: True,
    "False": lambda: False,
    "nan": lambda: math.nan,
    "inf": lambda: math.inf,
    "-inf": lambda: -math.inf,
    "-0.0": lambda: -0.0,
    "0": lambda: 0,
    "-1": lambda: -1,
    "1": lambda: 1,
    "3.0": lambda: 3.0,
    "1.5": lambda: 1.5,
    "smallest": lambda: 5e-324,
    "1e-310": lambda: 1e-310,
    "1e300": lambda: 1e300,
    "10**15": lambda: 10**15,
    "-10**15": lambda: -(10**15),
    "10**400": lambda: 10**400,
    "10**5000": lambda: 10**5000,
    "1j": lambda: 1j,
    "Decimal": lambda: Decimal("0.3"),
    "Decimal NaN": lambda: Decimal("NaN"),
    "Decimal sNaN": lambda: Decimal("sNaN"),
    "Fraction": lambda: Fraction(1, 3),
    "float32": lambda: np.float32(0.3),
    "int64": lambda: np.int64(3),
    "numpy bool": lambda: np.bool_(True),
    "numpy nan": lambda: np.float64("nan"),
    "numpy text": lambda: np.str_("x"),
    "array": lambda: np.array([0.1, 0.2]),
    "matrix": lambda: np.full((2, 2), 0.1),
    "array of one": lambda: np.array([0.3]),
    "array of no dimension": lambda: np.array(3.0),
    "empty array": lambda: np.array([]),
    "array of objects": lambda: np.array([None, "x"], dtype=object),
    "datetime64": lambda: np.datetime64("2025-11-04"),
    "NaT": lambda: np.datetime64("NaT"),
    "far datetime64": lambda: np.datetime64("20000-01-01"),
    "set": lambda: {0.1, 0.2},
    "set of names": lambda: {"x", "y"},
    "frozenset": lambda: frozenset(),
    "empty dict": lambda: {},
    "dict by name": lambda: {"x": 1},
    "dict by number": lambda: {1: 0.5},
    "dict by pair": lambda: {(1, 2): 0.05},
    "dict view": lambda: {"x": 1}.keys(),
    "generator": lambda: (each for each in (0.1, 0.2)),
    "endless generator": lambda: itertools.count(),
    "empty list": lambda: [],
    "list of a number": lambda: [1],
    "list of names": lambda: ["x", "y"],
    "list of None": lambda: [None],
    "list of lists": lambda: [[1, 2], [3]],
    "pairs": lambda: [(5, 1), (3, 1)],
    "pair": lambda: (0.1, 0.2),
    "triple": lambda: ("a", "b", 3),
    "range": lambda: range(3),
    "datetime": lambda: datetime(2025, 11, 4, 12),
    "aware datetime": lambda: datetime(2025, 11, 4, 12, tzinfo=UTC),
    "date": lambda: date(2025, 11, 4),
    "first date": lambda: date.min,
    "last date": lambda: date.max,
    "timedelta": lambda: timedelta(3),
    "object": lambda: object(),
    "object without a repr": lambda: Silent(),
    "class": lambda: int,
    "function": lambda: lambda *_: None,
    "module": lambda: math,
}

with contextlib.suppress(ModuleNotFoundError):
    import pandas as pd

    ODD |= {
        "Timestamp": lambda: pd.Timestamp("2025-11-04 12:00"),
        "pandas NaT": lambda: pd.NaT,
        "pandas NA": lambda: pd.NA,
        "Series": lambda: pd.Series([0.1, 0.2]),
        "Series by name": lambda: pd.Series({"x": 1.0, "y": 2.0}),
        "DataFrame": lambda: pd.DataFrame({"id": ["x", "y"], "value": [1.0, None]}),
        "DatetimeIndex": lambda: pd.DatetimeIndex(["2025-11-04"]),
        "Period": lambda: pd.Period("2025-11"),
    }


class Raw(NamedTuple):
    """What should not have come of a call."""

    label: str
    path: str
    odd: str
    fault: str
    place: str


Path_ = tuple[Any, ...]


def examples(wanted: str = "") -> list[Call]:
    """The valid calls of all modules `attacked_*` whose label holds this text."""
    found: list[Call] = []
    for file in sorted(HERE.glob("attacked_*.py")):
        found += importlib.import_module(f"media.{file.stem}").EXAMPLES
    return [call for call in found if wanted in call.label]


def paths(value: Any, here: Path_ = ()) -> Iterator[Path_]:
    """The way to every thing inside a value, the value itself first."""
    yield here
    if isinstance(value, list | tuple):
        for number, each in enumerate(value):
            yield from paths(each, (*here, number))
    elif isinstance(value, dict):
        for number, each in enumerate(value.values()):
            yield from paths(each, (*here, ("value", number)))
            yield (*here, ("key", number))
    elif isinstance(value, set | frozenset):
        yield from ((*here, ("member", number)) for number in range(len(value)))
    elif dataclasses.is_dataclass(value) and not isinstance(value, type | Kept):
        for field in dataclasses.fields(value):
            if field.init:
                yield from paths(getattr(value, field.name), (*here, field.name))


def exchanged(value: Any, path: Path_, odd: Any) -> Any:
    """The value with what stands at the end of the path exchanged; a dataclass may refuse it."""
    if not path:
        return odd
    step, rest = path[0], path[1:]
    if isinstance(value, list | tuple):
        return type(value)([exchanged(each, rest, odd) if n == step else each for n, each in enumerate(value)])
    if isinstance(value, dict):
        kind, place = step
        return {
            (odd if kind == "key" and n == place else key): (
                exchanged(each, rest, odd) if kind == "value" and n == place else each
            )
            for n, (key, each) in enumerate(value.items())
        }
    if isinstance(value, set | frozenset):
        return type(value)(odd if n == step[1] else each for n, each in enumerate(value))
    return dataclasses.replace(value, **{step: exchanged(getattr(value, step), rest, odd)})


def made(call: Call, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
    """What a call answers."""
    bare = [each.value if isinstance(each, Kept) else each for each in args]
    return call.function(*bare, **kwargs)


def hashable(value: Any) -> bool:
    try:
        hash(value)
    except TypeError:
        return False
    return True


def cases(call: Call) -> Iterator[tuple[Path_, str]]:
    """All ways of spoiling a call: a place and an odd value."""
    for path in paths((list(call.args), dict(call.kwargs))):
        if len(path) < 2 or (path[0] == 1 and path[1][0] == "key"):  # the lists themselves, and the keywords' names
            continue
        in_a_set = isinstance(path[-1], tuple) and path[-1][0] in ("key", "member")
        for name, make in ODD.items():
            if not in_a_set or hashable(make()):
                yield path, name


def spoilt(call: Call, path: Path_, odd: str) -> Raw | None:
    """Make the call with the odd value; what comes of it if that should not be."""
    try:
        args, kwargs = exchanged((list(call.args), dict(call.kwargs)), path, ODD[odd]())
        answer = made(call, args, kwargs)
        if isinstance(answer, Iterator):
            answer = list(itertools.islice(answer, 1000))
        str(answer)
        if has_nan(answer):
            return Raw(call.label, shown(path), odd, "NaN in the answer", call.label)
    except Problem as problem:
        for language in ("en", "ru"):
            try:
                problem.what.into(language)
            except Exception as error:
                return Raw(call.label, shown(path), odd, f"unreadable: {error!r}"[:100], place_of(error))
    except Exception as error:
        try:
            fault = f"{type(error).__name__}: {error}"[:100]
        except Exception:
            fault = type(error).__name__
        return Raw(call.label, shown(path), odd, fault, place_of(error))
    return None


def has_nan(value: Any, depth: int = 0) -> bool:
    """Whether an answer holds a NaN: in a number, a list, a mapping, an array, a dataclass of ours."""
    if isinstance(value, float):
        return math.isnan(value)
    if isinstance(value, np.ndarray):
        return value.dtype.kind == "f" and bool(np.isnan(value).any())
    if depth > 6:
        return False
    if isinstance(value, Mapping):
        return any(has_nan(each, depth + 1) for each in value.values())
    if isinstance(value, list | tuple):
        return any(has_nan(each, depth + 1) for each in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return any(has_nan(getattr(value, field.name), depth + 1) for field in dataclasses.fields(value))
    return False


def place_of(error: BaseException) -> str:
    """The line of promplan.media in which an exception arose, or the last line of all."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "promplan" in frame.filename] or frames
    return f"{'/'.join(Path(ours[-1].filename).parts[-2:])}:{ours[-1].lineno}"


def shown(path: Path_) -> str:
    return ".".join("·".join(map(str, step)) if isinstance(step, tuple) else str(step) for step in path)


def sample(call: Call, most: int, seed: int) -> list[tuple[Path_, str]]:
    """So many ways of spoiling a call, the same ones every time."""
    found = list(cases(call))
    return random.Random(f"{seed} {call.label}").sample(found, min(most, len(found)))


def hanging(*_: Any) -> None:
    raise TimeoutError(f"no answer after {SECONDS} s")


def main(wanted: str) -> int:
    """Everything, with a limit to each call's time; the number of faults."""
    signal.signal(signal.SIGALRM, hanging)
    tried, faults = 0, []
    for call in examples(wanted):
        made(call, call.args, call.kwargs)  # a valid call must be one
        for path, odd in cases(call):
            tried += 1
            signal.alarm(SECONDS)
            if (fault := spoilt(call, path, odd)) is not None:
                faults.append(fault)
            signal.alarm(0)
    for place, times in Counter(fault.place for fault in faults).most_common():
        one = next(fault for fault in faults if fault.place == place)
        print(f"{times:5} {place:32} e.g. {one.label} at {one.path} = {one.odd}: {one.fault}")
    print(f"{tried} substitutions, {len(faults)} faults")
    return len(faults)


if __name__ == "__main__":
    sys.path.insert(0, str(HERE.parent))
    from media import attack  # the same module as the examples know

    sys.exit(bool(attack.main(sys.argv[1] if len(sys.argv) > 1 else "")))
