"""How the tests run: which random examples are drawn, and what stays together when two workers share them."""

import os

import pytest
import warm
from hypothesis import HealthCheck, settings
from xdist.scheduler import LoadScopeScheduling

TOGETHER = "tests/browser/"  # one JupyterLab and one browser serve them all

# the gate draws the same random examples every time, a developer's machine draws new ones, and whoever wants many
# asks for them: PROMPLAN_THOROUGH=1
# … and no verdict depends on how busy the machine is
unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("own", unhurried)
settings.register_profile("gate", unhurried, derandomize=True)
settings.register_profile("thorough", unhurried, max_examples=1000)
if os.environ.get("PROMPLAN_THOROUGH"):
    settings.load_profile("thorough")
else:
    settings.load_profile("gate" if os.environ.get("CI") else "own")


class Apart(LoadScopeScheduling):
    """A module stays on one worker, and so do the browser's modules, which come first: they take longest."""

    def _split_scope(self, nodeid: str) -> str:
        return TOGETHER if nodeid.startswith(TOGETHER) else super()._split_scope(nodeid)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    if config.getvalue("dist") != "loadscope":
        return None
    config.option.loadscopereorder = False
    return Apart(config, log)


def pytest_collection_modifyitems(items) -> None:
    items.sort(key=lambda item: not item.nodeid.startswith(TOGETHER))


def pytest_configure(config) -> None:
    if config.getoption("nbval", False) or config.getoption("nbval_lax", False):
        warm.use()
