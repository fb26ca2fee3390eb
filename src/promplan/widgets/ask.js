// "Ask at the desk": the desk on this page ticks the card's record and takes the focus, or it is said where a desk is.
function render({ model, el }) {
  const words = model.get("words");
  const box = made("div", el, "", { class: "pp-row pp-ask" });
  pressed(box, words.ask, "quiet", () => {
    askedAtDesk(`${model.get("path")}/${el.closest(".pp-record")?.dataset.record}`, el, said, words.where);
  });
  const said = made("span", box, "", { role: "status" });
}

export default { render };
