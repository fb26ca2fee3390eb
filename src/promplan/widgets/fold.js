// A fold of a form: a button that says whether it is open; what has to be seen in it opens it.
function render({ model, el }) {
  const toggle = () => set(!model.get("shown"));
  const button = pressed(el, "", "fold", toggle, { "aria-expanded": "false" });
  const label = made("span", button);
  const note = made("span", button, "", { class: "pp-fold-note" });
  let box = null;

  const set = (open) => {
    model.set("shown", open);
    model.save_changes();
    show();
  };
  const show = () => {
    label.textContent = model.get("label");
    note.textContent = model.get("note");
    button.setAttribute("aria-expanded", String(model.get("shown")));
    box?.classList.toggle("pp-unfolded", model.get("shown"));
  };
  const asked = () => { if (!model.get("shown")) set(true); };
  let wait = requestAnimationFrame(function again() {
    box = el.closest(".pp-fold");
    if (!box) { wait = requestAnimationFrame(again); return; }
    box.addEventListener("promplan:show", asked);
    show();
  });
  show();
  model.on("change:shown change:label change:note", show);
  return () => { cancelAnimationFrame(wait); box?.removeEventListener("promplan:show", asked); };
}

export default { render };
