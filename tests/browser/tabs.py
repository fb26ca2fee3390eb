"""One JupyterLab page a language, handed from test to test: loading JupyterLab anew takes longer than most tests.

A page is handed on only as it was before: the notebooks closed, the window and the theme as at first, nothing of ours
remembered. After a test that failed, one that leaves a trace, or one marked `own_page`, the next gets a new page.
"""

from typing import Any

SIZE = {"width": 1280, "height": 1400}
PATIENCE = 60_000
# what a page shows of the test before: its windows, its notebooks, marks on the body, the theme
TRACES = """() => [
  document.querySelectorAll('.jp-Dialog, .pp-dialog, .pp-drawer, .jp-NotebookPanel').length,
  [...document.body.classList].filter((one) => one.startsWith('pp-')).join(' '),
  document.body.dataset.jpThemeLight, document.documentElement.lang, innerWidth, innerHeight,
  matchMedia('(forced-colors: active)').matches].join('|')"""
FORGET = "() => { for (const store of [localStorage, sessionStorage]) store.clear(); }"
CLOSE = ("docmanager:save-all", "application:close-all")


class Tabs:
    """The pages of one browser, at most one for each JupyterLab between two tests."""

    def __init__(self, chromium: Any) -> None:
        self.chromium = chromium
        self.kept: dict[str, Any] = {}
        self.before: dict[str, str] = {}

    def take(self, base: str, *, own: bool) -> Any:
        """A page for a test; it may stand in this JupyterLab already, with no notebook open."""
        page = None if own else self.kept.pop(base, None)
        if page is None or page.is_closed():
            page = self.chromium.context.new_page()
            page.set_default_timeout(PATIENCE)
        return page

    def back(self, base: str, page: Any, *, sound: bool) -> None:
        """A test has ended; without `sound` its page is closed and nobody gets it again."""
        if sound and self._cleared(base, page):
            self.kept[base] = page
        else:
            page.close()

    def _cleared(self, base: str, page: Any) -> bool:
        """Close what is open in it; is it then as at first?"""
        try:
            if not page.url.startswith(base) or page.locator(".jp-Dialog").count():
                return False
            page.set_viewport_size(SIZE)
            closed(page)
            page.evaluate(FORGET)
            return page.evaluate(TRACES) == self.before.setdefault(base, page.evaluate(TRACES))
        except Exception:  # whatever ails it, it is not handed on
            return False


def closed(page: Any) -> None:
    """Save and close every notebook of the page, as a student does by the menu."""
    for command in CLOSE:
        page.evaluate("command => window.jupyterapp.commands.execute(command)", command)
    page.wait_for_selector(".jp-Notebook", state="detached")
