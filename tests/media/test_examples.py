"""Do the examples in the docstrings of the planning maths say what comes of them, and has every name one?"""

import doctest
import importlib
import inspect
import pkgutil

import pytest

import promplan.media
from promplan.language import inside

MODULES = sorted(module.name for module in pkgutil.walk_packages(promplan.media.__path__, "promplan.media."))
PUBLIC = sorted(module.name for module in pkgutil.iter_modules(promplan.media.__path__, "promplan.media."))
INNER = {"promplan.media.checked", "promplan.media.vehicles"}  # what the others are written with
SHARED = {"promplan.media.formula.NothingBelow", "promplan.media.response.Curve"}  # an error, and what curves share


def examples(name):
    """What `testmod` runs of a module: the examples by the full name of whose docstring they stand in."""
    found = doctest.DocTestFinder(exclude_empty=True).find(importlib.import_module(name))
    return {test.name: [example.source for example in test.examples] for test in found if test.examples}


def has_one(found, module, name):
    """Is there an example of its own for a function or a class, and for any other thing one that uses it?"""
    if inspect.isroutine(found) or inspect.isclass(found):
        return f"{found.__module__}.{found.__qualname__}" in examples(found.__module__)
    return any(name in source for sources in examples(module).values() for source in sources)


@pytest.mark.parametrize("name", ["promplan.media", *MODULES])
def test_the_examples_of_a_module_come_true(name):
    module = importlib.import_module(name)
    with inside("en"):
        failed, _ = doctest.testmod(module, optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    assert failed == 0


@pytest.mark.parametrize("name", promplan.media.__all__)
def test_every_flat_name_has_an_example_that_is_run(name):
    module, _, there = promplan.media._NAMES[name].partition(":")
    found = getattr(promplan.media, name)
    assert has_one(found, f"promplan.media.{module}", there or name), f"{name}: show it at work in its docstring"


def test_a_name_without_an_example_is_noticed():
    class Bare:
        """Nothing is shown."""

    assert not has_one(Bare, "promplan.media.reach", "Bare")
    assert not has_one(has_one, "promplan.media.reach", "has_one")
    assert not has_one(5_000, "promplan.media.reach", "MOST") and has_one(0.95, "promplan.media.reach", "AMIC")


@pytest.mark.parametrize("name", [name for name in PUBLIC if name not in INNER])
def test_every_public_function_and_class_has_an_example(name):
    module = importlib.import_module(name)
    of_its_own = {
        each: found
        for each, found in ((each, getattr(module, each)) for each in module.__all__)
        if (inspect.isfunction(found) or inspect.isclass(found))
        and f"{found.__module__}.".startswith(f"{name}.")
        and f"{found.__module__}.{found.__qualname__}" not in SHARED
    }
    assert [each for each, found in of_its_own.items() if not has_one(found, name, each)] == []
