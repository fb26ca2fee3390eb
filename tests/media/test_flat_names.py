"""Can a planner find what the package offers, see it used, and cite where it is from?"""

import inspect
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import promplan.media as media
from promplan.language import Problem
from promplan.media import bibliography

SOURCE = Path(media.__file__).parent
MODULES = {module.name for module in pkgutil.iter_modules(media.__path__)}


def test_every_name_is_listed_and_leads_somewhere():
    assert set(media.__all__) <= set(dir(media))
    for name in media.__all__:
        assert getattr(media, name) is not None
    assert {
        "reach_curve",
        "optimize_budget",
        "grp",
        "trp",
        "incremental_reach",
        "critical_path",
        "wilson_interval",
    } <= set(media.__all__)


def test_no_name_is_that_of_a_module_for_the_one_loaded_last_would_win():
    assert set(media.__all__) & MODULES == set()


def test_modules_are_found_without_importing_them_first():
    assert media.reach.grp is media.grp and media.duplication.agostini is media.agostini
    with pytest.raises(AttributeError, match="no attribute 'gpr'"):
        _ = media.gpr


@pytest.mark.parametrize("name", media.__all__)
def test_every_function_and_class_says_what_it_is(name):
    found = getattr(media, name)
    if inspect.isfunction(found) or inspect.isclass(found):
        assert found.__doc__ and not found.__doc__.startswith(f"{found.__name__}("), name


@pytest.mark.parametrize("name", [name for name in media.__all__ if inspect.isfunction(getattr(media, name))])
def test_every_function_is_shown_at_work(name):
    assert ">>> " in getattr(media, name).__doc__, name


def test_closed_forms_load_no_numpy():
    names = "sainsbury pooled_reach NBD reach_curve Hill wilson_interval paired_difference compute_kpi backward_funnel"
    code = f"""
import sys
import promplan.media as media
for name in {names.split()!r}:
    getattr(media, name)
media.compute_kpi("ctr", clicks=1, impressions=2), media.sources()
assert not {{"numpy", "scipy"}} & set(sys.modules), "heavy"
"""
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr


def test_every_source_that_is_cited_stands_in_the_table_and_every_row_is_cited():
    known = {one.id: one for one in media.sources()}
    text = "\n".join(file.read_text(encoding="utf-8") for file in SOURCE.rglob("*.py"))
    assert set(bibliography.CITED.findall(text)) <= set(known)
    assert [id_ for id_, one in known.items() if not one.used_by] == []


@pytest.mark.parametrize("source", media.sources(), ids=lambda one: one.id)
def test_a_source_says_whether_it_was_seen(source):
    assert source.authors and source.title and source.where
    kind, _, where = source.seen.partition(": ")
    assert kind in ("primary", "secondary", "not seen") and (kind != "secondary" or where)
    assert str(source).startswith(f"[{source.id}] ")


def test_a_source_is_found_by_its_id():
    (found,) = media.sources("ehrenberg-1959")
    assert "impressions" in found.used_by and "10.2307/2985810" in str(found)
    with pytest.raises(Problem, match="nothing here is called"):
        media.sources("nobody-1900")


NAMES: dict[str, object] = {name: getattr(media, name) for name in media.__all__}


@pytest.mark.parametrize("case", media.verified_cases(), ids=lambda case: case.call)
def test_published_cases_are_met_as_they_are_printed(case):
    assert abs(eval(case.call, dict(NAMES)) - case.value) <= case.within
    assert not case.source or media.sources(case.source)
