// The guard: keeps notebook shortcuts off every control of its cell's output, says whether changes were saved, and
// keeps the focus among the controls when the one that was pressed goes.
// JupyterLab looks for data-lm-suppress-shortcuts on the focused element itself, hence on each one, also on late ones.
const CONTROLS = "button, select, input, textarea, a[href], summary, [tabindex], [role=slider], [role=button]";
const REMARK = ".pp-line :is(.pp-told summary, .pp-put)";
const PATIENCE = 3000;

const STOPS = "a[href], :is(button, input, select, textarea):enabled, summary, [tabindex='0']:not(.jp-Cell, .jp-Notebook)";

// Whoever has read on by Space and Page Down is, for Tab, on a cell far above: it goes on from what is in sight.
window.promplanOnward ??= document.addEventListener("keydown", (event) => {
  const here = event.target;
  if (event.key !== "Tab" || event.ctrlKey || event.altKey || event.metaKey || !here.matches(".pp-course :is(.jp-Cell, .jp-Notebook)")) return;
  const page = here.closest(".jp-WindowedPanel-outer") ?? here.querySelector(".jp-WindowedPanel-outer") ?? here;
  const { top, bottom } = page.getBoundingClientRect();
  const stops = [...page.querySelectorAll(STOPS)].filter((one) => one.tabIndex >= 0 && one.getClientRects().length);
  const at = (one) => one.getBoundingClientRect();
  const next = event.shiftKey ? stops.findLast((one) => at(one).bottom < bottom) : stops.find((one) => at(one).top > top);
  if (!page.scrollTop || !next) return;
  next.focus();
  event.preventDefault();
}, true) ?? true;

// One for each cell's output, whoever made it first: several guards that write the same attributes in turn would hear each
// other as changes, and answer each other without an end before the page is drawn again.
function keep(area) {
  // What had the focus and is no longer shown hands it on: to what follows in the nearest box that still shows a
  // control, else to what stands before it, such as the list above a draft that has just been sent. Never back to
  // the field whose remark it stood in: whoever has tabbed on would type into it again.
  let held = [];
  const seen = (one) => one.isConnected && one.getClientRects().length > 0 && !one.disabled && !one.closest("[inert]");
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
    const left = held.find((one) => one.isConnected) ?? area; // where it stood
    for (const box of [...held.slice(1), area]) {
      const near = [...box.querySelectorAll(CONTROLS)].filter((one) => one.tabIndex >= 0 && seen(one));
      const after = near.find((one) => left.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
      if (!near.length || (!after && box.matches(".pp-line"))) continue;
      (after ?? near.at(-1)).focus();
      return;
    }
  };
  const protect = () => {
    area.querySelectorAll(CONTROLS).forEach((one) => {
      if (one.dataset.lmSuppressShortcuts !== "true") one.dataset.lmSuppressShortcuts = "true";
    });
    // ipywidgets leaves the choices of a question apart: named alike they are one stop, and arrows walk them
    area.querySelectorAll(".widget-radio-box input:not([name^=pp])").forEach((one) => {
      one.name = one.closest(".widget-radio-box").dataset.ppName ||= `pp${Math.random().toString(36).slice(2)}`;
    });
    reach();
  };
  // While a field is being typed in, what is said of it comes and goes with each key: Tab passes it by until the
  // field has been left, and goes on to the next one.
  let edited = null;
  const reach = () => area.querySelectorAll(REMARK).forEach((one) => {
    const to = one.closest(".pp-line") === edited ? -1 : 0;
    if (one.tabIndex !== to) one.tabIndex = to;
  });
  const typing = ({ target }) => {
    edited = target.closest(".pp-line");
    reach();
  };
  const arrive = (event) => {
    hold(event);
    if (!edited || edited.contains(event.target)) return;
    edited = null;
    reach();
  };
  const late = new MutationObserver(protect);
  const shown = new MutationObserver(handOn);
  protect();
  late.observe(area, { childList: true, subtree: true, attributes: true, attributeFilter: ["tabindex", "href"] });
  shown.observe(area, { childList: true, subtree: true, attributes: true, attributeFilter: ["style", "class", "disabled"] });
  const heard = [["focusin", arrive], ["input", typing], ["focusout", letGo]];
  for (const [name, act] of heard) area.addEventListener(name, act);
  return () => {
    late.disconnect();
    shown.disconnect();
    for (const [name, act] of heard) area.removeEventListener(name, act);
  };
}

// The output is kept while any guard stands in it; returns what ends one guard's share.
function kept(area) {
  const one = (area.promplanKept ??= { guards: 0, end: keep(area) });
  one.guards += 1;
  return () => {
    one.guards -= 1;
    if (one.guards) return;
    one.end();
    delete area.promplanKept;
  };
}

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
    let release = null;
    let timer = null;
    let waits = 0;

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
    // no answer: whether the kernel is at fault, the shell knows; so does it how this cell runs again
    const lost = () => {
      const asked = { at: el };
      document.dispatchEvent(new CustomEvent("promplan:lost", { detail: asked }));
      if (asked.kernel === "busy") {
        status.textContent = "… " + model.get("busy");
        status.dataset.state = "busy";
        timer = setTimeout(lost, PATIENCE);
        return;
      }
      status.textContent = "✘ " + model.get(asked.kernel === "idle" || answered >= waits ? "apart" : "lost");
      status.dataset.state = "lost";
      if (!asked.again) return;
      const again = document.createElement("button");
      Object.assign(again, { type: "button", className: "pp-btn pp-plain", textContent: model.get("again") });
      again.dataset.lmSuppressShortcuts = "true";
      again.addEventListener("click", (event) => {
        event.stopPropagation();
        asked.again();
      });
      status.append(" ", again);
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
      release = kept(area);
      area.addEventListener("input", changed);
      area.addEventListener("change", changed);
      area.addEventListener("click", pressed);
    };
    let wait = requestAnimationFrame(function again() {
      if (el.isConnected) start();
      else wait = requestAnimationFrame(again);
    });
    show();
    model.on("change:ack", show);
    model.on("change:trouble", show);
    model.on("change:said", show);
    return () => {
      cancelAnimationFrame(wait);
      clearTimeout(timer);
      release?.();
      area?.removeEventListener("input", changed);
      area?.removeEventListener("change", changed);
      area?.removeEventListener("click", pressed);
    };
  }

  return { render };
};
