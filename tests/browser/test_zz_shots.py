import pytest
from browser.calendar_plan import calendar_plan
from browser.driving import wait_for, plan
from browser.made import drag, open_cells
from pathlib import Path
import os
SH=Path("/tmp/shots-board"); SH.mkdir(exist_ok=True)
WHICH=os.environ.get("SHOT","")
def theme(page,name):
    page.evaluate("n => window.jupyterapp.commands.execute('apputils:change-theme',{theme:n})", name)
    page.wait_for_timeout(1200)
@pytest.mark.own_page
def test_shots(lab):
    page=lab.page
    msgs=[]
    page.on("console", lambda m: msgs.append(m.text) if m.type=="error" else None)
    page.on("pageerror", lambda e: msgs.append(str(e)))
    page.set_viewport_size({"width":1366,"height":1000})
    open_cells(lab, calendar_plan(30 if lab.language=="en" else 16), ["pp.calendar_board()"], unit="06-making")
    page.wait_for_timeout(1500)
    print(msgs)
    board=page.locator(".pp-planning")
    for w in (1366,768,390):
        page.set_viewport_size({"width":w,"height":1000})
        for th in ("JupyterLab Light","JupyterLab Dark"):
            if th.endswith("Dark") and lab.language=="en": continue
            theme(page,th)
            for v in ("weeks","days","month","list","gantt"):
                if th.endswith("Dark") and v not in ("weeks","gantt") : continue
                if os.environ.get("V") and v not in os.environ["V"].split(","): continue
                page.locator(".pp-cal-views button").nth(["weeks","days","month","list","gantt"].index(v)).click()
                page.wait_for_timeout(400)
                page.locator(".pp-cal").evaluate("e=>e.scrollIntoView()")
                page.wait_for_timeout(200)
                if v=="weeks" and w==1366:
                    page.locator("[data-item=C2]").click()
                    page.wait_for_timeout(800)
                box=board.bounding_box()
                page.set_viewport_size({"width":w,"height":int(min(2600,box["height"]+160))})
                page.wait_for_timeout(500)
                board.screenshot(path=SH/f"{lab.language}-{w}-{v}-{'dark' if th.endswith('Dark') else 'light'}.png")
                page.set_viewport_size({"width":w,"height":1000})
    theme(page,"JupyterLab Light")
    print(msgs)
