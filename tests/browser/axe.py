"""What axe finds on the parts that are ours: the notebook's page, its tools and progress, and My media plan.

JupyterLab's own chrome (menus, tabs, file list, status bar, CodeMirror in an opened code cell) is not ours to mend and
is left out; so are rules about the page as a whole, which axe applies only to a page as a whole.
"""

from axe_playwright_python.sync_playwright import Axe

OURS = [".jp-NotebookPanel:not(.lm-mod-hidden) .jp-Notebook", ".pp-panel", ".pp-tool", ".pp-progress"]
THEIRS = [".cm-editor", ".jp-Collapser", ".jp-Notebook-footer"]
GRAVE = ("serious", "critical")
SHOW = "button => button.click()"


def opened(page) -> None:
    """Press every *Show me*: what stands behind a question is looked at too."""
    for _ in range(40):
        closed = page.locator(".pp-reveal-button:visible")
        if not closed.count():
            return
        closed.first.evaluate(SHOW)


def themed(page, theme: str) -> None:
    """Light or Dark; left as it was found by whoever calls this."""
    page.evaluate(
        "theme => window.jupyterapp.commands.execute('apputils:change-theme', { theme })", f"JupyterLab {theme}"
    )
    page.wait_for_selector(f"body[data-jp-theme-light={'true' if theme == 'Light' else 'false'}]", state="attached")
    page.wait_for_timeout(300)  # the colours fade over 160 ms


def found(page) -> list[str]:
    """One line for each serious or critical trouble: how grave, the rule, where, and what axe says of it."""
    there = [[one] for one in OURS if page.locator(one).count()]
    context = {"include": there, "exclude": [[one] for one in THEIRS]}
    answer = Axe().run(page, context, {"resultTypes": ["violations"]}).response
    return [
        " ".join(
            [trouble["impact"], trouble["id"], *map(str, node["target"]), node["failureSummary"], node["html"][:160]]
        )
        for trouble in answer["violations"]
        if trouble["impact"] in GRAVE
        for node in trouble["nodes"]
    ]
