"""Does odd input bring an answer or a Problem, whatever stands where?"""

import importlib
import inspect
import pkgutil

import pytest
from media.attack import Call, examples, made, sample, spoilt

import promplan.media

SAMPLE = 40  # ways of spoiling each call; `python tests/media/attack.py` tries them all
MODULES = sorted(module.name for module in pkgutil.walk_packages(promplan.media.__path__, "promplan.media."))


@pytest.mark.parametrize("call", examples(), ids=lambda call: call.label)
def test_a_spoilt_call_answers_or_says_what_is_wrong(call: Call):
    faults = [spoilt(call, path, odd) for path, odd in sample(call, SAMPLE, seed=9)]
    assert [fault for fault in faults if fault is not None] == []


@pytest.mark.parametrize("call", examples(), ids=lambda call: call.label)
def test_the_example_itself_is_answered(call: Call):
    made(call, call.args, call.kwargs)


@pytest.mark.parametrize("module", MODULES)
def test_every_module_lists_what_it_offers(module):
    assert all(hasattr(importlib.import_module(module), name) for name in importlib.import_module(module).__all__)


def test_every_public_call_is_attacked():
    labels = [call.label for call in examples()]
    public = []
    for module in pkgutil.iter_modules(promplan.media.__path__, "promplan.media."):
        found = importlib.import_module(module.name)
        below = module.name.removeprefix("promplan.media.")
        offered = [] if below == "checked" else getattr(found, "__all__", ())  # the checks are what the others call
        calls = [name for name in offered if inspect.isfunction(getattr(found, name))]
        public += [
            f"{below}.{name}"
            for name in calls
            if f"{getattr(found, name).__module__}.".startswith(f"{module.name}.")  # its own, or its inner modules'
        ]
    assert [name for name in public if not any(label.startswith(name) for label in labels)] == []
