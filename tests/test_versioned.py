"""Does a notebook of another version say so in the reader's language, and an installation what it lacks?"""

import subprocess
import sys

import pytest
from IPython.core.interactiveshell import InteractiveShell

import promplan as pp
from promplan import figures, language
from promplan.extras import EXTRAS, needed
from promplan.language import Problem
from promplan.plan.store import MemoryStore
from promplan.units.quizzes import quiz
from promplan.units.registry import loop

ASKED = {
    "a quiz": lambda: quiz(MemoryStore(), "99-next"),
    "an example": lambda: pp.example("99-next"),
    "a unit": lambda: loop("99-next"),
    "a name": lambda: pp.new_name,
    "a figure": lambda: figures.new_name,
}


@pytest.mark.parametrize("what", ASKED)
@pytest.mark.parametrize(
    ("speech", "words"), [("en", "of another version of the course"), ("ru", "другой версии курса")]
)
def test_what_this_version_does_not_have_is_said_with_the_way_to_the_new_notebook(what, speech, words):
    with language.inside(speech):
        with pytest.raises((Problem, AttributeError)) as caught:
            ASKED[what]()
        said = str(caught.value)
        assert caught.value._render_traceback_() == [said]
    assert words in said and "--fresh" in said and pp.__version__ in said and ("99-next" in said or "new_name" in said)


def test_a_slip_of_the_pen_is_answered_with_what_was_meant():
    with pytest.raises(AttributeError, match=r"pp\.fact_table"):
        _ = pp.fact_tabel
    with pytest.raises(Problem, match=r'pp\.quiz\("01-ticket"\)'):
        quiz(MemoryStore(), "01-tikcet")


def test_a_notebook_shows_the_sentence_and_no_traceback(capsys):
    InteractiveShell.instance().run_cell("import promplan as pp\npp.new_name()")
    shown = capsys.readouterr()
    assert "another version of the course" in shown.out + shown.err
    assert "Traceback" not in shown.out + shown.err and "__init__.py" not in shown.out + shown.err


def test_python_may_still_look_for_a_name():
    assert not hasattr(pp, "new_name") and not hasattr(pp, "_repr_html_")
    assert getattr(pp, "new_name", None) is None


@pytest.mark.parametrize(
    ("package", "extra"), [(name, extra) for extra, names in EXTRAS.items() for name in sorted(names)]
)
def test_a_missing_package_of_an_extra_is_named_with_the_extra(package, extra):
    with pytest.raises(Problem) as caught, needed():
        raise ModuleNotFoundError(f"No module named '{package}.core'", name=f"{package}.core")
    assert package in str(caught.value) and f"pip install 'promplan[{extra}]'" in str(caught.value)


def test_a_fault_inside_promplan_stays_one():
    with pytest.raises(ModuleNotFoundError), needed():
        import promplan.no_such_room  # noqa: F401


WITHOUT = """
import sys
for name in {names!r}:
    sys.modules[name] = None
import promplan as pp
for ask in (lambda: pp.figures.course_map, lambda: pp.fact_table()):
    try:
        ask()
    except pp.language.Problem as problem:
        print(problem)
"""


def test_a_figure_and_a_form_ask_for_their_extra_where_it_is_not_installed():
    code = WITHOUT.format(names=["matplotlib", "ipywidgets", "anywidget", "traitlets"])
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8")
    assert done.stdout.count("promplan[lab]") == 2, done.stdout + done.stderr
