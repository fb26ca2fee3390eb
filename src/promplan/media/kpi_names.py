"""What a name means in the KPI dictionary: its entry, the several that share it, or none with the nearest."""

import difflib
import unicodedata
from functools import cache

from promplan.language import Problem, say
from promplan.media import checked
from promplan.media.kpi_dictionary import LEVELS, Kpi, Level, dictionary, listed, named

__all__ = ["candidates", "kpi", "levels"]


def candidates(name: str) -> tuple[Kpi, ...]:
    """The entries that a name may mean: one, several (ER is four), or none.

    The name is an id, an abbreviation or a name in either language; case, hyphens, ё and spaces do not matter.

        >>> [one.id for one in candidates("OTS")], [one.id for one in candidates("охват")]
        (['impressions', 'frequency'], ['reach'])
    """
    return _names().get(_plain(checked.name(name, say("Name of a KPI"), empty=True)), ())


def kpi(name: str) -> Kpi:
    """The entry of that id, abbreviation or name in either language.

        >>> str(kpi("TRP").wording)
        'TRP = 100 · contacts with the target group / target group in all'

    Raises:
        Problem: there is none, with the nearest; or there are several, as with ER, which has no standard formula.
    """
    found = candidates(name)
    if len(found) == 1:
        return found[0]
    if found:
        raise Problem(
            say(
                "“{name}” has several formulas: {known}. Name the one you mean.",
                name=name,
                known=listed(one.wording for one in found),
            )
        )
    near = difflib.get_close_matches(_plain(name), _names(), n=3, cutoff=0.6)
    close = dict.fromkeys(one for key in near for one in _names()[key])
    if close:
        raise Problem(
            say(
                "The KPI dictionary has no “{name}”. Nearest: {known}.",
                name=name,
                known=listed(named(one.id) for one in close),
            )
        )
    raise Problem(
        say(
            "The KPI dictionary has no “{name}”. It has: {known}.",
            name=name,
            known=listed(one.label for one in dictionary().kpis),
        )
    )


def levels() -> dict[Level, tuple[Kpi, ...]]:
    """The entries by AMEC's levels [amec-2016]: output, out-take, outcome, impact.

    >>> [one.id for one in levels()["impact"]][:3]
    ['retained_hires', 'closed_vacancies', 'som']
    """
    return {level: tuple(one for one in dictionary().kpis if one.level == level) for level in LEVELS}


@cache
def _names() -> dict[str, tuple[Kpi, ...]]:
    """Every name in its plain form, with what it may mean."""
    names: dict[str, tuple[Kpi, ...]] = {}
    for one in dictionary().kpis:
        for name in (one.id, one.short, *one.name.values(), *one.also):
            if name:
                names.setdefault(_plain(name), (one,))
    return names | {
        _plain(name): tuple(dictionary().by_id[id_] for id_ in ids) for name, ids in dictionary().several.items()
    }


def _plain(name: str) -> str:
    """Case, hyphens, spaces, ё and how й is put together (NFC, NFD) make no difference."""
    name = unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
    return " ".join(name.replace("ё", "е").replace("-", " ").replace("_", " ").split())
