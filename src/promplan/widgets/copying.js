// Copy a text: one press, and the word that it lies in the clipboard; where a browser does not let us, it says so.
function render({ model, el }) {
  const words = model.get("words");
  const row = made("div", el, "", { class: "pp-row" });
  const said = made("span", null, "", { role: "status" });
  pressed(row, words.copy, "plain", async (event) => {
    event.stopPropagation(); // nothing of the plan changes: the guard need not ask
    try {
      await navigator.clipboard.writeText(model.get("text"));
      said.textContent = `✔ ${words.copied}`;
    } catch {
      said.textContent = words.select;
    }
  });
  row.append(said);
  model.on("change:text", () => { said.textContent = ""; });
}

export default { render };
