// A button for a file.
function render({ model, el }) {
  const file = made("input", el, "", { type: "file", accept: model.get("accept"), class: "pp-hidden", tabindex: "-1", "aria-label": model.get("label"), "data-lm-suppress-shortcuts": "true" });
  pressed(el, model.get("label"), "plain", () => file.click());
  file.addEventListener("change", async (event) => {
    event.stopPropagation();
    if (file.files[0]) await upload(model, el, file.files[0]);
    file.value = "";
  });
}

export default { render };
