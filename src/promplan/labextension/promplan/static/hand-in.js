// Hand in: what is open, unit by unit; one zip beside the plan, to load down.
import { Dialog } from "./dialog.js";
import { button, h } from "./dom.js";
import { why } from "./server.js";
import { sign } from "./signs.js";

export async function openHandIn(panel) {
  const { say } = panel;
  const dialog = new Dialog(say, panel.language, say("Hand in"), { name: "hand-in", back: () => panel.focus("hand-in") }).open();
  const asked = panel.asked();
  const answer = await panel.server.tell("hand-in", asked);
  if (!answer.data) return dialog.tell(why(say, answer), "error");
  const act = button({ class: "pp-button pp-first", onclick: () => write() }, say("Write the zip"));
  const foot = h("div", { class: "pp-dialog-row" }, act);
  dialog.show(
    h("p", { text: answer.data.what }),
    table(say, answer.data.units),
    foot,
  );
  act.focus();

  async function write() {
    act.setAttribute("aria-busy", "true");
    const done = await panel.server.tell("hand-in", asked, {});
    act.removeAttribute("aria-busy");
    if (!done.data) return dialog.tell(why(say, done), "error");
    const { written, name, path } = done.data;
    dialog.tell(written, "passed");
    const link = h("a", { class: "pp-button", download: name, text: say("Download {name}", { name }) });
    link.href = await panel.app.serviceManager.contents.getDownloadUrl(path);
    act.textContent = say("Write it again");
    act.classList.remove("pp-first");
    foot.replaceChildren(link, act);
    link.focus();
  }
}

function table(say, units) {
  const heads = [say("Unit of the course"), say("Stops"), say("Look again"), say("Reasons given")];
  const head = h("tr", {}, ...heads.map((text, n) => h("th", { scope: "col", class: n ? "pp-n" : null, text })));
  const rows = units.map((one) => {
    const name = h("th", { scope: "row" }, sign(one.state), h("span", {}, h("b", { text: one.title }), h("small", { text: one.word })));
    const numbers = [one.stops, one.looks, one.reasons].map((n) => h("td", { class: n ? "pp-n pp-some" : "pp-n", text: String(n) }));
    return h("tr", {}, name, ...numbers);
  });
  return h("table", { class: "pp-table" }, h("thead", {}, head), h("tbody", {}, ...rows));
}
