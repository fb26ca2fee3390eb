"""What holds of every fault of a table: its rule finds it alone, the smallest fix cures it, both languages say it."""

from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any

import pytest
from review import creation
from review.test_cure import cured, same

from promplan.plan import Plan
from promplan.review import check

Values = dict[str, Any]


def changed(values: Values, changes: Values) -> Values:
    """The values with some of them changed, one after another; nothing that was given is touched."""
    return creation.changed(values, deepcopy(changes))


def held(
    unit: str,
    faults: Mapping[str, tuple[Values, Values]],
    good: Callable[..., Values],
    plan: Callable[[Values], Plan],
    found: Callable[[Plan], set[str]],
) -> tuple[Callable[..., None], ...]:
    """Three tests of every fault: found by its rule alone and cured, said in both languages, cleared by its cure.

    Args:
        faults: by the rule's id and a word: what is changed in the good plan, and the smallest fix beside it.
        good: the values of a good plan, in a language. found: which rules find something in a plan.
    """

    @pytest.mark.parametrize("language", ["en", "ru"])
    @pytest.mark.parametrize("name", faults)
    def alone(name, language):
        fault, fix = faults[name]
        broken = changed(good(language), fault)
        assert found(plan(broken)) == {name.partition(" ")[0]}
        assert found(plan(changed(broken, fix))) == set()

    @pytest.mark.parametrize("name", faults)
    def said(name):
        for one in check(plan(changed(good(), faults[name][0])), unit):
            for words in (one.message, one.fix):
                assert words.into("en") != words.into("ru")
                assert any("а" <= sign <= "я" for sign in words.into("ru").casefold())

    @pytest.mark.parametrize("name", faults)
    def cleared(name):
        broken = plan(changed(good(), faults[name][0]))
        for one in (it for it in check(broken) if it.cure):
            assert not any(same(one, it) for it in check(cured(broken, one)))

    return alone, said, cleared
