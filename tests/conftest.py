"""How the tests run: which random examples are drawn, and what stays together when two workers share them."""

import os
from zlib import crc32

import pytest
import warm
from hypothesis import HealthCheck, settings
from xdist.scheduler import LoadScopeScheduling

TOGETHER = "tests/browser/"  # one JupyterLab and one browser serve those of a language

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
    """A module stays on one worker, and so does a language of the browser's, which come first: they take longest."""

    def _split_scope(self, nodeid: str) -> str:
        if nodeid.startswith(TOGETHER):
            return f"{TOGETHER}{'ru' if '[ru' in nodeid else 'en'}"
        return super()._split_scope(nodeid)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    if config.getvalue("dist") != "loadscope":
        return None
    config.option.loadscopereorder = False
    return Apart(config, log)


def pytest_collection_modifyitems(config, items) -> None:
    items.sort(key=lambda item: not item.nodeid.startswith(TOGETHER))
    for item in items:  # a machine that is busy may keep a browser from answering; what is broken fails twice
        if item.nodeid.startswith(TOGETHER):
            item.add_marker(pytest.mark.flaky(reruns=1))
    if not os.environ.get("PROMPLAN_THOROUGH"):
        browser = [item for item in items if item.nodeid.startswith(TOGETHER)]
        ids = {item.nodeid for item in browser if not item.get_closest_marker("both")}
        spared = {one for one in ids if _twin(one) in ids and not _mine(one)}
        spared |= {item.nodeid for item in browser if item.get_closest_marker("thorough")}
        config.hook.pytest_deselected(items=[item for item in items if item.nodeid in spared])
        items[:] = [item for item in items if item.nodeid not in spared]


def _twin(nodeid: str) -> str:
    """The same test in the other language."""
    name, _, given = nodeid.partition("[")
    return f"{name}[{ {'en': 'ru', 'ru': 'en'}.get(given[:2], '') }{given[2:]}"


def _mine(nodeid: str) -> bool:
    """What is no matter of language is tried in one of them, half of it in each; `both` marks what is tried in both."""
    name, _, given = nodeid.partition("[")
    return given[:2] == ("en", "ru")[crc32(name.encode()) % 2]


def pytest_configure(config) -> None:
    config.addinivalue_line("markers", "both: a browser's test that is run in both languages")
    config.addinivalue_line("markers", "thorough: a browser's test that is run with PROMPLAN_THOROUGH=1 alone")
    config.addinivalue_line("markers", "own_page: a browser's test that leaves its page as no other can use it")
    if config.getoption("nbval", False) or config.getoption("nbval_lax", False):
        warm.use()
