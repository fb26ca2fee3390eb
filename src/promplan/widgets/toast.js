// What was done, said politely, and Undo beside it.
function render({ model, el }) {
  const box = made("div", el, "", { class: "pp-toast" });
  const said = made("span", box, "", { role: "status" });
  const undo = pressed(box, model.get("words").undo, "plain", () => {
    model.set("pressed", model.get("pressed") + 1);
    model.save_changes();
  }, { hidden: true });
  const show = () => {
    if (said.textContent !== model.get("said")) said.textContent = model.get("said");
    undo.hidden = !model.get("undoes");
    const here = document.activeElement;
    const ours = here === document.body || el.closest(".pp-register")?.contains(here);
    if (model.get("taken") && !undo.hidden && ours) {
      undo.focus({ preventScroll: true });
      box.scrollIntoView({ block: "nearest" });
    }
  };
  show();
  model.on("change:said change:undoes", show);
}

export default { render };
