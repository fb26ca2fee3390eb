// A sheet: printed out of a frame of its own, so that the notebook around it is not; and saved as a file.
function render({ model, el }) {
  const words = model.get("words");
  const row = made("div", el, "", { class: "pp-row pp-printing" });
  let frame = null, address = "";
  pressed(row, words.print, "plain", (event) => {
    event.stopPropagation(); // nothing of the plan changes: the guard need not ask
    frame?.remove();
    frame = document.createElement("iframe");
    frame.title = words.sheet;
    frame.setAttribute("sandbox", "allow-same-origin allow-modals"); // no script runs in it
    frame.style.cssText = "position:fixed;inset-inline-start:-300vw;width:210mm;height:297mm;border:0";
    frame.addEventListener("load", () => { frame.contentWindow.focus(); frame.contentWindow.print(); }, { once: true });
    frame.srcdoc = model.get("page");
    document.body.append(frame);
  });
  const link = made("a", row, words.save, { class: "pp-btn pp-plain", "data-lm-suppress-shortcuts": "true" });
  const follow = () => {
    if (address) URL.revokeObjectURL(address);
    address = URL.createObjectURL(new Blob([model.get("page")], { type: "text/html" }));
    link.href = address;
    link.download = model.get("name");
  };
  follow();
  model.on("change:page", follow);
  return () => { frame?.remove(); if (address) URL.revokeObjectURL(address); };
}

export default { render };
