// "Ask at the desk": the desk on this page ticks the card's record and takes the focus, or it is said where a desk is.
function render({ model, el }) {
  const words = model.get("words");
  const box = made("div", el, "", { class: "pp-row pp-ask" });
  pressed(box, words.ask, "quiet", () => {
    const key = `${model.get("path")}/${el.closest(".pp-record")?.dataset.record}`;
    const detail = { key, page: el.closest(".jp-NotebookPanel") };
    const unheard = document.dispatchEvent(new CustomEvent("promplan:ask", { detail, cancelable: true }));
    said.textContent = unheard ? words.where : "";
  });
  const said = made("span", box, "", { role: "status" });
}

export default { render };
