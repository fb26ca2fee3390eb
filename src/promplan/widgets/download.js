// A file that the kernel has made: a link that saves it, and the film itself where it is one.
function render({ model, el }) {
  const box = made("div", el, "", { class: "pp-part pp-download", hidden: true });
  const stage = made("div", box, "", { class: "pp-download-stage" });
  const link = made("a", box, "", { class: "pp-btn pp-plain", "data-lm-suppress-shortcuts": "true" });
  let address = "";
  const show = () => {
    const file = model.get("file"), block = model.get("data");
    box.hidden = !file.name;
    if (!file.name) return;
    if (address) URL.revokeObjectURL(address);
    address = URL.createObjectURL(new Blob([block], { type: file.type }));
    link.href = address;
    link.download = file.name;
    link.textContent = file.words;
    const film = file.type === "video/mp4", picture = file.type === "image/gif";
    stage.replaceChildren();
    if (picture) made("img", stage, "", { src: address, alt: file.alt });
    if (film) made("video", stage, "", { src: address, controls: true, playsinline: true, "aria-label": file.alt, "data-lm-suppress-shortcuts": "true" });
  };
  show();
  model.on("change:file", show);
  return () => { if (address) URL.revokeObjectURL(address); };
}

export default { render };
