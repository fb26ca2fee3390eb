// A piece as a card: what it is, whose, its day, and the worst that the review says of it. Words reach the page as text.
function pieceCard(id, { open, focused, left, keyed, grabbed }) {
  const node = made("button", null, "", { type: "button", class: "pp-item", "data-item": id, tabindex: "-1", "data-lm-suppress-shortcuts": "true" });
  node.addEventListener("click", () => { if (!node.dragged) open(id); });
  node.addEventListener("focus", () => focused(id));
  node.addEventListener("blur", () => setTimeout(() => { if (document.activeElement !== node) left(id); }));
  node.addEventListener("keydown", (event) => keyed(event, id));
  node.addEventListener("pointerdown", (event) => grabbed(event, id));
  node.addEventListener("contextmenu", (event) => { if (document.querySelector(".pp-carried")) event.preventDefault(); });
  return node;
}

function fillPiece(node, data, words, said) {
  const head = made("span", null, "", { class: "pp-item-head" });
  made("b", head, data.id);
  if (data.made) made("span", head, data.made);
  if (data.pinned) {
    const pin = made("i", head, "", { class: "pp-item-pin" });
    made("span", pin, words.pinned, { class: "pp-hidden" });
  }
  const title = made("span", null, data.title, { class: "pp-item-title" });
  const when = made("span", null, "", { class: "pp-item-when" });
  for (const [name, text] of Object.entries(said)) if (text) made("span", when, text, { class: `pp-item-${name}` });
  const parts = [head, title, when];
  if (data.state) parts.push(made("span", null, data.state, { class: "pp-item-state" }));
  if (data.sign) {
    const found = made("span", null, "", { class: `pp-item-found pp-item-${data.sign}` });
    signed(data.sign, found);
    made("span", found, `${words.signs[data.sign]}: `, { class: "pp-hidden" });
    made("span", found, data.told);
    if (data.more) made("small", found, data.more);
    parts.push(found);
  }
  node.dataset.out = String(Boolean(data.out));
  node.replaceChildren(...parts);
}
