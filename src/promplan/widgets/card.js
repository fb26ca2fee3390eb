// The head of a card; and a screen reader hears at a control what stands under it: help, fault, finding.
const CONTROLS = "input, textarea, select, [role=combobox]";
const TOLD = ".pp-help, .pp-wrong, .pp-heard, .pp-told";
const GRAVE = ".pp-wrong, .pp-told[data-state=error], .pp-told[data-state=warning]";

function render({ model, el }) {
  const head = made("p", el, "", { class: "pp-kicker" });
  let card = null;
  const show = () => {
    head.textContent = model.get("said");
    el.hidden = !head.textContent;
    if (card) card.dataset.record = model.get("key");
  };
  let waiting = 0;

  function tie() {
    waiting = 0;
    for (const line of card.querySelectorAll(".pp-line")) {
      const own = (one) => one.closest(".pp-line") === line && one.textContent.trim();
      const told = [...line.querySelectorAll(TOLD)].filter(own);
      for (const one of told) one.id ||= `pp${Math.random().toString(36).slice(2)}`;
      const ids = told.map((one) => one.id).join(" ");
      const grave = told.some((one) => one.matches(GRAVE));
      for (const one of line.querySelectorAll(CONTROLS)) {
        if (one.closest(".pp-line") !== line) continue;
        if ((one.getAttribute("aria-describedby") ?? "") !== ids) {
          ids ? one.setAttribute("aria-describedby", ids) : one.removeAttribute("aria-describedby");
        }
        if (one.type !== "checkbox" && one.hasAttribute("aria-invalid") !== grave) {
          grave ? one.setAttribute("aria-invalid", "true") : one.removeAttribute("aria-invalid");
        }
      }
    }
  }

  const soon = new MutationObserver(() => { waiting ||= requestAnimationFrame(tie); });
  let wait = requestAnimationFrame(function again() {
    card = el.closest(".pp-record, .pp-tied");
    if (!card) { wait = requestAnimationFrame(again); return; }
    show();
    soon.observe(card, { childList: true, subtree: true });
    tie();
  });
  show();
  model.on("change:said change:key", show);
  return () => { cancelAnimationFrame(wait); cancelAnimationFrame(waiting); soon.disconnect(); };
}

export default { render };
