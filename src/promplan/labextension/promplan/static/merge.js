// Merge: choose a teammate's copy, see what would come, decide what both changed, join.
import { Dialog } from "./dialog.js";
import { button, h } from "./dom.js";
import { why } from "./server.js";

export async function openMerge(panel) {
  const { say } = panel;
  const dialog = new Dialog(say, panel.language, say("Join a teammate's copy"), { name: "merge", back: () => panel.focus("merge") }).open();
  const here = await panel.server.tell("merge", panel.asked());
  if (!here.data) return dialog.tell(why(say, here), "error");
  new Merge(panel, dialog, here.data.copies).choose();
}

class Merge {
  constructor(panel, dialog, copies) {
    Object.assign(this, { panel, dialog, copies, say: panel.say, given: {} });
  }

  choose() {
    const { say, dialog } = this;
    const copies = this.copies.map(({ name, team }) => this.copy(name, team));
    const list = copies.length
      ? h("fieldset", {}, h("legend", { text: say("Copies in your course folder") }), ...copies)
      : h("p", { text: say("No copy lies in your course folder.") });
    const show = button({ class: "pp-button pp-first", onclick: () => this.look() }, say("Show what would come"));
    dialog.show(
      h("p", { text: say("A teammate's media-plan.json, or the zip that Hand in writes. Nothing changes before you press Join, and a backup is kept.") }),
      list,
      this.file("theirs", say("Or a file from this computer")),
      h("details", {}, h("summary", { text: say("An older copy of both") }),
        h("p", { text: say("An older copy of both, if you have one: then removals follow, and less is asked.") }),
        this.file("base", say("Older copy"))),
      h("div", { class: "pp-dialog-row" }, show),
    );
    (dialog.body.querySelector("input[type=radio]") ?? dialog.body.querySelector("input")).focus();
  }

  copy(name, team) {
    return choice("pp-copy", name, () => { this.given.theirs = { name }; }, h("span", {}, h("b", { text: name }), team ? ` (${team})` : ""));
  }

  file(which, label) {
    const input = h("input", { type: "file", accept: ".json,.zip" });
    input.addEventListener("change", async () => {
      const [file] = input.files;
      if (!file) return delete this.given[which];
      if (which === "theirs") for (const one of this.dialog.body.querySelectorAll("input[type=radio]")) one.checked = false;
      this.given[which] = { name: file.name, content: await letters(file) };
    });
    return h("label", { class: "pp-file" }, h("span", { text: label }), input);
  }

  async ask(more = {}) {
    return this.panel.server.tell("merge", this.panel.asked(), { ...this.given, ...more });
  }

  async look() {
    const { say, dialog } = this;
    if (!this.given.theirs) return dialog.tell(say("Choose a copy first."), "warning");
    dialog.tell("");
    const answer = await this.ask();
    if (!answer.data) return dialog.tell(why(say, answer), "error");
    const { name, lines, clashes, seen } = answer.data;
    const choices = {};
    const join = button({ class: "pp-button pp-first", onclick: () => this.join(choices, seen) }, say("Join"));
    const back = button({ class: "pp-button", onclick: () => { this.given = {}; dialog.tell(""); this.choose(); } }, say("Choose another copy"));
    const title = h("h3", { tabindex: "-1", text: name });
    dialog.show(title, ...lines.map((text) => h("p", { text })), ...clashes.map((one) => this.clash(one, choices)),
      h("div", { class: "pp-dialog-row" }, join, back));
    title.focus();
  }

  clash({ address, title, which, rows }, choices) {
    const { say } = this;
    const heads = [say("Field"), say("Mine"), say("Theirs")].map((text) => h("th", { scope: "col", text }));
    const lines = rows.map((row) => h("tr", {}, h("th", { scope: "row", text: row.label }), h("td", { text: row.mine }), h("td", { text: row.theirs })));
    const options = ["mine", "theirs"].map((value) => choice(`pp-${address}`, value, () => { choices[address] = value; }, h("span", { text: say(value) })));
    const table = h("table", { class: "pp-table" }, h("thead", {}, h("tr", {}, ...heads)), h("tbody", {}, ...lines));
    return h("section", { class: "pp-clash" }, h("h3", { text: title }), h("div", { class: "pp-scroll" }, table),
      h("fieldset", {}, h("legend", { text: which }), ...options));
  }

  async join(choices, seen) {
    const { say, dialog } = this;
    const done = await this.ask({ choices, seen });
    if (!done.data) return dialog.tell(why(say, done), "error");
    dialog.show(h("div", { class: "pp-dialog-row" }, button({ class: "pp-button pp-first", onclick: () => dialog.close() }, say("Close"))));
    dialog.tell(done.data.joined.join(" "), "passed");
    dialog.body.querySelector("button").focus();
    document.dispatchEvent(new CustomEvent("promplan:changed"));
  }
}

function choice(name, value, onchange, told) {
  return h("label", { class: "pp-choice" }, h("input", { type: "radio", name, value, onchange }), told);
}

// a file as base64, in pieces that fit a call
async function letters(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (let n = 0; n < bytes.length; n += 32_768) text += String.fromCharCode(...bytes.subarray(n, n + 32_768));
  return btoa(text);
}
