"""Do the figures of units 0 and 1 say what is so, and do words stay inside their boxes?"""

from datetime import date

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

import promplan as pp
from promplan import figures, language
from promplan.cases.kit import load
from promplan.figures.proof import proof
from promplan.figures.style import style
from promplan.plan.document import Plan
from promplan.plan.enterprise import Fact


def picture(name: str):
    kit = load("rubber-works")
    given = {"course_map": ["04-art"], "value_chain": [kit.chain], "core_cure": [kit.series("mould-core")]}
    return getattr(figures, name)(*given.get(name, [kit.plan]))


@pytest.fixture(params=["en", "ru"])
def tongue(request):
    with language.inside(request.param):
        yield request.param


def words(one) -> list:
    return [text for axes in one.fig.axes for text in axes.texts if text.get_text().strip()]


def boxes(one) -> list:
    with style():
        canvas = FigureCanvasAgg(one.fig)
        canvas.draw()
        return [(text.get_text(), text.get_window_extent(canvas.get_renderer())) for text in words(one)]


@pytest.mark.parametrize("name", ["course_map", "value_chain"])
def test_words_stay_inside_their_box(name, tongue):
    one = picture(name)
    placed = boxes(one)
    frames = [patch.get_window_extent() for patch in one.fig.axes[0].patches if hasattr(patch, "get_boxstyle")]
    for text, box in placed:
        holders = [frame for frame in frames if frame.overlaps(box)]
        for frame in holders:
            assert frame.x0 <= box.x0 and box.x1 <= frame.x1, text


def test_the_notebook_gets_a_figure_with_its_alternative_text():
    one = picture("course_map")
    html = one._repr_html_()
    assert f'alt="{one.alt}"' in html and "<figcaption>" in html and repr(one) == one.alt


def test_the_course_map_names_all_eleven_units_and_where_you_are():
    texts = [text.get_text() for text in words(picture("course_map"))]
    assert {str(n) for n in range(11)} <= set(texts)
    assert sum("you are here" in text for text in texts) == 1
    with pytest.raises(KeyError):
        pp.figures.course_map("11-more")


def test_calender_extruder_and_press_are_branches_and_each_branch_ends_in_a_cure_of_its_own():
    chain = load("rubber-works").chain
    after_lab = {end for start, end in chain.edges if start == "lab"}
    assert after_lab == {"calender", "extruder", "blank"}
    assert ("press", "deflash") in chain.edges
    one = figures.value_chain(chain)
    shown = " ".join(text.get_text().replace("\n", " ") for text in words(one))
    assert all(node.name in shown for node in chain.nodes)


def test_the_middle_of_the_ring_is_a_third_done_after_eight_minutes():
    texts = [text.get_text() for axes in picture("core_cure").fig.axes for text in axes.texts]
    assert "8 min: 36 %" in texts and "11 min: 93 %" in texts


def test_proof_counts_what_stands_there():
    bare = Fact(id="F1", statement="a")
    assert proof(bare) == 1  # no number, so no unit is missing
    said = Fact(id="F1", statement="a", source="foreman", source_kind="oral", as_of=date(2026, 1, 1), value=1.0)
    assert proof(said) == 2
    assert proof(said.model_copy(update={"checked_by": "engineer", "unit": "mm"})) == 5


def test_a_plan_without_rated_facts_is_drawn_and_says_so():
    assert "Facts without a surprise: 0" in figures.surprise_proof(Plan()).caption


def test_hostile_words_are_drawn_as_words():
    plan = Plan()
    plan.enterprise.facts = [Fact(id="F1", statement=r"$\frac{1}{0}$ <script>", surprise=3)]
    figures.surprise_proof(plan).png()


def test_no_figure_touches_the_users_own_settings():
    import matplotlib

    before = dict(matplotlib.rcParams)
    picture("core_cure").png()
    assert dict(matplotlib.rcParams) == before
