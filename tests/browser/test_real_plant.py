"""Can a team fill units 0 and 1 for a real plant, from published facts alone, with what is unknown marked so?"""

import tomllib
from pathlib import Path

from browser.driving import field, open_notebook, plan, press, wait_for

from promplan.language import inside, pick, say
from promplan.plan.brief import AIMS, Brief
from promplan.plan.codec import dumps, loads
from promplan.plan.enterprise import SOURCE_KINDS, Enterprise, Fact
from promplan.plan.meta import Meta
from promplan.plan.store import NAME
from promplan.plan.team import ROLES, Member, Team
from promplan.review import check

DATA = tomllib.loads((Path(__file__).parents[1] / "data" / "altaivagon.toml").read_text(encoding="utf-8"))


def label(kind, name: str) -> str:
    return pick(kind.model_fields[name].json_schema_extra["label"])


def fill(page, kind, values: dict) -> None:
    for name, value in values.items():
        field(page, label(kind, name)).fill(pick(value))


def test_a_real_plant_in_units_0_and_1(lab):
    with inside(lab.language):
        page = lab.page
        _unit_0(lab, page)
        _unit_1(lab, page)
        text = (lab.folder / NAME).read_bytes()
        assert dumps(loads(text)) == text
        report = check(plan(lab), on=plan(lab).meta.as_of)
        grave = {(one.rule, one.object, one.severity) for one in report if one.severity != "info"}
        assert grave == {
            ("FACT-8", "F2", "warning"),  # one number for two years
            ("FACT-5", "F11", "warning"),  # a fall whose measure nobody named
            ("BRIEF-3", "brief", "warning"),  # nobody at the plant was asked yet
            ("BRIEF-4", "brief", "warning"),
        }


def _unit_0(lab, page) -> None:
    open_notebook(lab, "exercises/00-start")
    fill(page, Team, {name: DATA["team"][name] for name in ("name", "institution", "region")})
    for n, (en, ru, role) in enumerate(DATA["team"]["members"], 1):
        press(page, str(say("Add")))
        wait_for(page, lambda n=n: len(plan(lab).team.members) == n)
        wait_for(page, lambda: field(page, label(Member, "name")).input_value() == "")
        field(page, label(Member, "name")).fill(ru if lab.language == "ru" else en)
        field(page, label(Member, "role")).select_option(label=pick(ROLES[role]))
        wait_for(page, lambda n=n, role=role: plan(lab).team.members[n - 1].role == role)
    page.get_by_label(str(say("a real plant of your own"))).check()
    press(page, str(say("Take this plant")))
    wait_for(page, lambda: plan(lab).meta.case == "real")
    fill(page, Meta, DATA["meta"])
    wait_for(page, lambda: str(plan(lab).meta.as_of) == DATA["meta"]["as_of"])
    press(page, str(say("Check")))
    wait_for(page, lambda: plan(lab).answers.tries == {"00-start": 1})
    page.screenshot(path=lab.shots / f"altaivagon-{lab.language}-0.png")


def _unit_1(lab, page) -> None:
    open_notebook(lab, "exercises/01-facts")
    fill(page, Enterprise, DATA["enterprise"])
    fill(page, Brief, DATA["brief"])
    field(page, label(Brief, "aim")).select_option(label=pick(AIMS["careers"]))
    wait_for(page, lambda: plan(lab).brief.aim == "careers")
    for n, fact in enumerate(DATA["facts"], 1):
        press(page, str(say("Add")))
        wait_for(page, lambda n=n: len(plan(lab).enterprise.facts) == n)
        wait_for(page, lambda fact=fact: all(field(page, label(Fact, one)).input_value() == "" for one in fact))
        fill(page, Fact, fact)
        field(page, label(Fact, "source_kind")).select_option(label=pick(SOURCE_KINDS["document"]))
        wait_for(page, lambda n=n: plan(lab).enterprise.facts[n - 1].source_kind == "document")
        assert plan(lab).enterprise.facts[n - 1].statement == pick(fact["statement"])
    press(page, str(say("Check")))
    wait_for(page, lambda: plan(lab).answers.tries.get("01-facts") == 1)
    page.get_by_text("FACT-8").first.wait_for()
    page.screenshot(path=lab.shots / f"altaivagon-{lab.language}-1.png")
