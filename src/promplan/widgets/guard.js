// The guard: keeps notebook shortcuts off every control of its cell's output, says whether changes were saved, and
// keeps the focus among the controls when the one that was pressed goes.
// JupyterLab looks for data-lm-suppress-shortcuts on the focused element itself, hence on each one, also on late ones.
const CONTROLS = "button, select, input, textarea, a[href], summary, [tabindex], [role=slider], [role=button]";
const PATIENCE = 3000;

// One call for each page and kernel: every page asks in its own name, so that no page takes another's answer for its
// own; all views of one page share the count, because only the newest question of a page may be on its way.
export default () => {
  const page = Math.random().toString(36).slice(2) + Date.now().toString(36);
  let asked = 0;
  let answered = 0;

  const hear = (model) => {
    const [name, number] = model.get("ack").split(".");
    if (name === page) answered = Math.max(answered, Number(number));
  };
  const ask = (model, event) => {
    asked += 1;
    model.set("seq", `${page}.${asked}.${event.type}`); // a synced trait, not a message: it queues behind the control's own change
    model.save_changes();
    return asked;
  };

  function render({ model, el }) {
    const status = document.createElement("div");
    status.setAttribute("role", "status");
    status.className = "promplan-guard";
    el.append(status);

    let area = null;
    let timer = null;
    let waits = 0;

    // What had the focus and is no longer shown hands it on: to what follows in the nearest box that still shows a
    // control, else to what stands before it, such as the list above a draft that has just been sent.
    let held = [];
    const seen = (one) => one.isConnected && one.getClientRects().length > 0 && !one.disabled;
    const hold = (event) => {
      held = [];
      for (let one = event.target; one && one !== area; one = one.parentElement) held.push(one);
    };
    // What is still shown a moment after it lost the focus was left by the reader; what was taken away is not shown.
    const letGo = ({ target }) => setTimeout(() => { if (held[0] === target && seen(target)) held = []; });
    const handOn = () => {
      if (!held.length || seen(held[0])) return;
      const now = area.getRootNode().activeElement;
      if (now && now !== document.body && now !== held[0] && seen(now)) {
        held = [];
        return;
      }
      for (const box of [...held.slice(1), area]) {
        const near = [...box.querySelectorAll(CONTROLS)].filter((one) => one.tabIndex >= 0 && seen(one));
        if (!near.length) continue;
        const after = near.find((one) => held[0].compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
        (held[0].isConnected && after ? after : near.at(-1)).focus();
        return;
      }
    };
    const protect = () => area.querySelectorAll(CONTROLS).forEach((one) => {
      if (one.dataset.lmSuppressShortcuts !== "true") one.dataset.lmSuppressShortcuts = "true";
    });
    let told = "";
    const show = () => {
      hear(model);
      if (told && told !== model.get("ack")) document.dispatchEvent(new CustomEvent("promplan:changed"));
      told = model.get("ack");
      const trouble = model.get("trouble");
      const done = answered >= waits;
      if (trouble) status.textContent = "✘ " + trouble;
      else if (done) status.textContent = waits > 0 && model.get("said") ? "✔ " + model.get("said") : "";
      if (trouble || done) status.dataset.state = trouble ? "trouble" : "fine";
      if (done) clearTimeout(timer);
    };
    const lost = () => {
      status.textContent = "✘ " + model.get("lost");
      status.dataset.state = "lost";
    };
    const changed = (event) => {
      clearTimeout(timer);
      timer = setTimeout(lost, PATIENCE);
      try {
        waits = ask(model, event);
      } catch {
        lost();
      }
    };
    const pressed = (event) => { if (event.target.closest("button")) changed(event); };
    // bubbling, so that the control's own listener has already sent its change
    const start = () => {
      area = el.closest(".jp-OutputArea") ?? el.getRootNode().host?.closest(".jp-OutputArea") ?? el.parentElement;
      protect();
      observer.observe(area, { childList: true, subtree: true, attributes: true, attributeFilter: ["tabindex", "href"] });
      shown.observe(area, { childList: true, subtree: true, attributes: true, attributeFilter: ["style", "class", "disabled"] });
      area.addEventListener("focusin", hold);
      area.addEventListener("focusout", letGo);
      area.addEventListener("input", changed);
      area.addEventListener("change", changed);
      area.addEventListener("click", pressed);
    };
    const observer = new MutationObserver(protect);
    const shown = new MutationObserver(handOn);
    const wait = requestAnimationFrame(function again() {
      el.isConnected ? start() : requestAnimationFrame(again);
    });
    show();
    model.on("change:ack", show);
    model.on("change:trouble", show);
    model.on("change:said", show);
    return () => {
      cancelAnimationFrame(wait);
      clearTimeout(timer);
      observer.disconnect();
      shown.disconnect();
      area?.removeEventListener("focusin", hold);
      area?.removeEventListener("focusout", letGo);
      area?.removeEventListener("input", changed);
      area?.removeEventListener("change", changed);
      area?.removeEventListener("click", pressed);
    };
  }

  return { render };
};
