from browser.calendar_plan import calendar_plan
from browser.made import open_cells
def test_dbg(lab):
    page=lab.page; msgs=[]
    page.on("console", lambda m: msgs.append(m.text))
    page.on("pageerror", lambda e: msgs.append(str(e)))
    open_cells(lab, calendar_plan(), ["pp.calendar_board()"], "06-making")
    page.evaluate("""() => { for (const k of ['focusin','focusout','keydown']) document.addEventListener(k, (e) => console.log(k, e.target.dataset?.item ?? e.target.className, e.key ?? '', e.relatedTarget?.className ?? '', new Error().stack.split('\\n').slice(2,7).join(' | ')), true); }""")
    page.locator("[data-item=C2]").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowLeft")
    page.wait_for_timeout(500)
    print(page.evaluate("document.activeElement.outerHTML.slice(0,200)"))
    print("\n".join(msgs[-12:]))
