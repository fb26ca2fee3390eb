"""Do two windows on one notebook each hear of their own changes, and of no others?"""

from browser.driving import cell, field, open_notebook, plan, wait_for

from promplan.language import inside, say
from promplan.plan.brief import Brief
from promplan.plan.labels import label_of


def label(name: str) -> str:
    return str(label_of(Brief.model_fields[name]))


def test_a_change_in_either_window_is_shown_as_saved_in_it(lab):
    first = lab.page
    with inside(lab.language):
        open_notebook(lab, "exercises/01-facts")
        first.evaluate("() => window.jupyterapp.commands.execute('docmanager:save')")
        second = first.context.browser.new_page()
        second.set_default_timeout(30_000)
        path = f"{lab.folder.name}/exercises/{lab.language}/01-facts.ipynb"
        second.goto(f"{lab.base}/lab/tree/{path}?token={lab.token}")
        second.wait_for_selector(".jp-NotebookPanel[data-pp-ready]", timeout=120_000)
        field(cell(second, "brief_form"), label("client")).wait_for(timeout=60_000)
        for n, page in enumerate((first, second, first, second, second, first)):
            brief = cell(page, "brief_form")
            field(brief, label("client")).fill(f"written in turn {n}")
            wait_for(page, lambda n=n: plan(lab).brief.client == f"written in turn {n}")
            wait_for(page, lambda brief=brief: told(brief) == f"✔ {say('saved')}", say=lambda brief=brief: told(brief))
            page.wait_for_timeout(3_500)  # longer than the guard's patience
            assert told(brief) == f"✔ {say('saved')}"
        second.close()


def told(brief) -> str:
    return brief.locator(".promplan-guard").first.inner_text()
