// The guard: keeps notebook shortcuts off every control of its cell's output, and says whether changes were saved.
// JupyterLab looks for data-lm-suppress-shortcuts on the focused element itself, hence on each one, also on late ones.
const CONTROLS = "button, select, input, textarea, a[href], [tabindex], [role=slider], [role=button]";
const PATIENCE = 3000;

function render({ model, el }) {
  const status = document.createElement("div");
  status.setAttribute("role", "status");
  status.className = "promplan-guard";
  el.append(status);

  let area = null;
  let timer = null;
  let seq = model.get("ack");

  const protect = () => area.querySelectorAll(CONTROLS).forEach((one) => {
    if (one.dataset.lmSuppressShortcuts !== "true") one.dataset.lmSuppressShortcuts = "true";
  });
  const show = () => {
    const trouble = model.get("trouble");
    if (trouble) status.textContent = "✘ " + trouble;
    else if (model.get("ack") >= seq) status.textContent = seq > 0 ? "✔ " + model.get("saved") : "";
    status.dataset.state = trouble ? "trouble" : "fine";
    if (model.get("ack") >= seq) clearTimeout(timer);
  };
  const lost = () => {
    status.textContent = "✘ " + model.get("lost");
    status.dataset.state = "lost";
  };
  const changed = () => {
    seq += 1;
    clearTimeout(timer);
    timer = setTimeout(lost, PATIENCE);
    try {
      model.set("seq", seq); // a synced trait, not a message: it queues behind the control's own change
      model.save_changes();
    } catch {
      lost();
    }
  };
  const pressed = (event) => { if (event.target.closest("button")) changed(); };
  // bubbling, so that the control's own listener has already sent its change
  const start = () => {
    area = el.closest(".jp-OutputArea") ?? el.getRootNode().host?.closest(".jp-OutputArea") ?? el.parentElement;
    protect();
    observer.observe(area, { childList: true, subtree: true, attributes: true, attributeFilter: ["tabindex", "href"] });
    area.addEventListener("input", changed);
    area.addEventListener("change", changed);
    area.addEventListener("click", pressed);
  };
  const observer = new MutationObserver(protect);
  const wait = requestAnimationFrame(function again() {
    el.isConnected ? start() : requestAnimationFrame(again);
  });
  model.on("change:ack", show);
  model.on("change:trouble", show);
  return () => {
    cancelAnimationFrame(wait);
    clearTimeout(timer);
    observer.disconnect();
    area?.removeEventListener("input", changed);
    area?.removeEventListener("change", changed);
    area?.removeEventListener("click", pressed);
  };
}

export default { render };
