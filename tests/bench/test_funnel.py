"""How long is it from a key on a slider to the changed number on the screen: our funnel against `interactive_output`?

Both stand in one notebook, one kernel, one browser page, and are moved in turn. The clock starts with the key, because
ipywidgets' slider has no `input` event of its own; it stops when the changed number has been painted: for the funnel
the text beside the last step, for `interactive_output` the decoded figure with the same numbers in it.
"""

import nbformat
import pytest
from bench.sliders import milliseconds
from browser.driving import kernel_is_idle, plan, run_all

from promplan.cases.example import example
from promplan.plan.codec import dumps
from promplan.plan.store import NAME

TIMES, WARM, PAUSE = 20, 3, 200  # moves, moves before them, and how long the hand rests, ms
STUDENT = """
%matplotlib inline
import ipywidgets as widgets
import matplotlib.pyplot as plt

names = ["applications", "visitors", "registrations", "clicks", "impressions"]
rates = [40, 20, 60, 5, 1]
sliders = {
    name: widgets.FloatSlider(value=rate, min=0.1, max=100, step=0.1, description=name)
    for name, rate in zip(names, rates)
}

def draw(**rates):
    needed = [12]
    for rate in rates.values():
        needed.append(needed[-1] / (rate / 100))
    fig, axes = plt.subplots(figsize=(7, 3))
    axes.barh(["target", *rates], needed)
    axes.set_xscale("log")
    for row, value in enumerate(needed):
        axes.text(value, row, f"{value:,.0f}")
    plt.show()

widgets.VBox([*sliders.values(), widgets.interactive_output(draw, sliders)])
"""


@pytest.mark.parametrize("lab", ["en"], indirect=True)
def test_from_a_sliders_key_to_the_number_on_screen(lab):
    page = lab.page
    (lab.folder / NAME).write_bytes(dumps(example("02-breaks")))
    cells = ['import promplan as pp\npp.start("02-goals", "en")', "pp.funnel()", STUDENT.strip()]
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(source) for source in cells],
        metadata={"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}},
    )
    nbformat.write(notebook, lab.folder / "exercises" / "en" / "bench.ipynb")
    page.goto(f"{lab.base}/lab/tree/{lab.folder.name}/exercises/en/bench.ipynb?token={lab.token}&reset")
    kernel_is_idle(page)
    run_all(page)  # no notebook of the course: nothing runs it unasked
    page.wait_for_selector(".promplan-funnel-needed")
    page.wait_for_selector(".widget-output img, .jupyter-widgets img", state="attached")
    ours = page.locator(".promplan-funnel fieldset").nth(5).locator("input[type=range]").first
    theirs = page.locator(".noUi-handle").nth(4)
    page.wait_for_timeout(1000)
    took = milliseconds(
        page,
        {"funnel": ours, "figure": theirs},
        WARM + TIMES,
        PAUSE,
        ours=".promplan-funnel",
        target=".promplan-funnel fieldset .promplan-funnel-needed b",
        last=5,
        seen={"childList": True, "characterData": True, "subtree": True},
    )
    medians = {}
    for name, times in took.items():
        times = sorted(times[WARM:])
        medians[name] = times[len(times) // 2]
        print(f"\n{name}: {len(times)} moves, median {medians[name]:.0f} ms, slowest {times[-1]:.0f} ms", end="")
    print(f"\nratio {medians['funnel'] / medians['figure']:.2f}")
    assert plan(lab).objectives[0].funnel.steps[4].low in {0.009, 0.01}  # the moves did reach the plan
