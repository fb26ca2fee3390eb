// What was done, said politely, and Undo beside it: at its own place, or where the reader is if that is out of sight.
// Ctrl+Z undoes it from any control of the editor in which no text is typed.
const PASSING = 6000; // milliseconds that a sentence floats which undoes nothing

function render({ model, el }) {
  const box = made("div", el, "", { class: "pp-toast" });
  const said = made("span", box, "", { role: "status" });
  const press = () => {
    model.set("pressed", model.get("pressed") + 1);
    model.save_changes();
  };
  const undo = pressed(box, model.get("words").undo, "plain", press, { hidden: true, "aria-keyshortcuts": "Control+Z" });
  let panel = null, page = null, timer = 0;

  // floating: in the top layer, so that no box around it cuts it off; its place in the order of Tab stays
  const floats = () => box.hasAttribute("popover");
  const inSight = (r) => {
    const area = page?.getBoundingClientRect() ?? { top: 0, bottom: window.innerHeight };
    return r.top >= area.top && r.bottom <= area.bottom;
  };
  const land = () => {
    clearTimeout(timer);
    if (!floats()) return;
    const held = box.contains(document.activeElement);
    page?.removeEventListener("scroll", back);
    document.removeEventListener("focusin", left);
    box.hidePopover();
    box.removeAttribute("popover");
    if (held) undo.focus();
  };
  const gone = ({ top, bottom }) => { // whoever has scrolled the whole editor away is at something else
    const area = page.getBoundingClientRect();
    return bottom < area.top || top > area.bottom;
  };
  const back = () => { if (inSight(el.getBoundingClientRect()) || (panel && gone(panel.getBoundingClientRect()))) land(); };
  const left = ({ target }) => { if (!panel?.contains(target)) land(); };
  const fly = () => {
    if (floats() || !box.showPopover) return;
    box.setAttribute("popover", "manual");
    box.showPopover();
    const area = (page ?? document.documentElement).getBoundingClientRect();
    box.style.setProperty("--pp-from", `${area.left + 16}px`);
    box.style.setProperty("--pp-far", `${Math.max(16, window.innerHeight - area.bottom + 16)}px`);
    page?.addEventListener("scroll", back, { passive: true });
    document.addEventListener("focusin", left);
  };
  const key = (event) => {
    if (event.key === "Escape") land();
    if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.code !== "KeyZ") return;
    if (undo.hidden || panel.promplanLast !== box || event.target.matches("textarea, input:not([type=range], [type=checkbox], [type=radio])")) return;
    event.preventDefault();
    event.stopPropagation();
    undo.click(); // so that the guard hears it as any button's
  };
  const find = () => {
    if (panel) return;
    panel = el.closest(".pp-editor");
    page = el.closest(".jp-WindowedPanel-outer");
    panel?.addEventListener("keydown", key);
  };

  const show = () => {
    find();
    const text = model.get("said"), here = document.activeElement;
    if (said.textContent !== text) said.textContent = text;
    undo.hidden = !model.get("undoes");
    clearTimeout(timer);
    if (!text || !box.getClientRects().length) { land(); return; }
    if (panel && !undo.hidden) panel.promplanLast = box;
    const register = el.closest(".pp-register");
    if (model.get("taken") && !undo.hidden && (here === document.body || register?.contains(here))) {
      undo.focus({ preventScroll: true });
      box.scrollIntoView({ block: "nearest" });
    } else if (!floats() && !inSight(box.getBoundingClientRect()) && (here === document.body || panel?.contains(here))) fly();
    if (floats() && undo.hidden) timer = setTimeout(land, PASSING);
  };
  show();
  model.on("change:said change:undoes", show);
  return () => { land(); panel?.removeEventListener("keydown", key); };
}

export default { render };
