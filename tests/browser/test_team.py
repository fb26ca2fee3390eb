"""Does a teammate's copy join in the browser, and does Hand in leave a zip that holds the plan?"""

from zipfile import ZipFile

import pytest
from browser.driving import cell, open_notebook, plan, press, wait_for

from promplan.language import inside, say
from promplan.plan import Fact, Plan
from promplan.plan.codec import dumps
from promplan.plan.merging.copies import from_file
from promplan.plan.store import NAME

TEAM = {"meta": {"plan_id": "team-1"}, "team": {"name": "Team Valve"}}


def written(*facts: Fact) -> Plan:
    return Plan.model_validate({**TEAM, "enterprise": {"facts": [one.model_dump() for one in facts]}})


@pytest.mark.thorough
def test_a_teammates_copy_joins_and_the_plan_is_handed_in(lab, tmp_path):
    page = lab.page
    ours = written(Fact(id="F1", statement="The ring cures 14 min", value=14.0, unit="min"))
    theirs = written(
        Fact(id="F1", statement="The ring cures 15.5 min", value=15.5, unit="min"),
        Fact(id="F2", statement="Plates run at 170 °C <b>", value=170.0, unit="°C"),
    )
    (lab.folder / NAME).write_bytes(dumps(ours))
    copy = tmp_path / "teammate.json"
    copy.write_bytes(dumps(theirs))
    open_notebook(lab, "exercises/03-message")
    with inside(lab.language):
        join = cell(page, "merge")
        with page.expect_file_chooser() as chooser:
            join.get_by_role("button", name=str(say("Choose a teammate's copy"))).click()  # “(0)” follows its name
        chooser.value.set_files(copy)
        press_join = join.get_by_role("button", name=str(say("Join")), exact=True)
        join.get_by_text(str(say("{object}: which stays?", object="F1"))).first.wait_for()
        press_join.click()  # nothing is chosen yet
        page.wait_for_timeout(500)
        assert plan(lab) == ours, "a question without an answer changes nothing"
        assert "enterprise" not in join.locator(".jp-OutputArea").inner_text()
        join.get_by_label(str(say("theirs")), exact=True).check()
        page.screenshot(path=lab.shots / f"merge-{lab.language}.png")
        press_join.click()
        wait_for(page, lambda: len(plan(lab).enterprise.facts) == 2)
        assert [one.value for one in plan(lab).enterprise.facts] == [15.5, 170.0]
        join.get_by_text(str(say("Joined with {name}.", name="teammate.json"))).first.wait_for()

        hand = cell(page, "hand_in")
        press(hand, str(say("Hand in")))
        link = hand.get_by_role("link")
        link.wait_for()
        with page.expect_download() as download:
            link.click()
        page.screenshot(path=lab.shots / f"hand-in-{lab.language}.png")
    handed = tmp_path / download.value.suggested_filename
    download.value.save_as(handed)
    assert NAME in ZipFile(handed).namelist()
    assert from_file(handed).plan == plan(lab)
