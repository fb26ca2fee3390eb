"""axe over the whole course: every lesson and exercise, both languages, both themes, a laptop and a phone.

Run by hand, from the checkout: `python tests/bench/accessible.py [en|ru …]`. One line for each page looked at, and one
below it for each serious or critical trouble; exits 1 where there is any.
"""

import os
import shutil
import signal
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from browser import axe
from browser.chromium import CHROMIUM, FLAGS
from browser.conftest import TOKEN, started, stop_kernels
from playwright.sync_api import sync_playwright

from promplan import assets
from promplan.cases.example import example
from promplan.lab.lay import lay
from promplan.plan.codec import dumps
from promplan.plan.store import NAME

UNITS = ("00-start", "01-facts", "02-goals", "03-message", "04-art", "05-visit", "06-making", "07-calendar")
SIZES = ((1366, 768), (390, 844))
FILLED = "03-solved"  # what the exercises show: forms with records in them


def language_looked_at(browser, language: str) -> int:
    home = Path(tempfile.mkdtemp(prefix="accessible-"))
    one = started(home, language)
    count = 0
    try:
        for kind in ("notebooks", "exercises"):
            for unit in UNITS:
                folder = one.root / f"{kind}-{unit}"
                lay(assets.course(), folder, language)
                if kind == "exercises":
                    (folder / NAME).write_bytes(dumps(example(FILLED)))
                page = browser.new_context(viewport={"width": 1366, "height": 768}).new_page()
                page.goto(f"{one.base}/lab/tree/{folder.name}/{kind}/{language}/{unit}.ipynb?token={TOKEN}&reset")
                page.wait_for_selector(".jp-NotebookPanel[data-pp-ready]", timeout=180_000)
                page.wait_for_timeout(1500)
                count += page_looked_at(page, f"{language} {kind}/{unit}")
                page.context.close()
                stop_kernels(one.base)
    finally:
        os.killpg(one.process.pid, signal.SIGTERM)
        one.process.wait(60)
        shutil.rmtree(home, ignore_errors=True)
    return count


def page_looked_at(page, name: str) -> int:
    axe.opened(page)
    count = 0
    for theme in ("Dark", "Light"):
        axe.themed(page, theme)
        for width, height in SIZES:
            page.set_viewport_size({"width": width, "height": height})
            open_or_close_the_panel(page, width)
            troubles = axe.found(page)
            count += len(troubles)
            print(f"{name} {theme.lower()} {width} px: {len(troubles) or 'nothing'}", *troubles, sep="\n  ", flush=True)
    return count


def open_or_close_the_panel(page, width: int) -> None:
    """As it stands when a window of this width is opened."""
    act = "activateById('promplan-panel')" if width >= 900 else "collapseLeft()"
    page.evaluate(f"() => window.jupyterapp.shell.{act}")
    page.wait_for_timeout(500)


if __name__ == "__main__":
    os.environ.pop("PROMPLAN_STORE", None)
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        wrong = sum(language_looked_at(chromium, language) for language in sys.argv[1:] or ("en", "ru"))
        chromium.close()
    sys.exit(bool(wrong))
