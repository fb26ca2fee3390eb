// My media plan: the map, what to do next, what is open; no kernel is asked.
import { Block, h } from "./dom.js";
import { drawFindings } from "./findings.js";
import { goTo } from "./goto.js";
import { drawFoot, drawHead } from "./head.js";
import { line } from "./map.js";
import { Narrow, narrow } from "./narrow.js";
import { why } from "./server.js";
import { drawn } from "./signs.js";
import { VERSION } from "./version.js";
import { words } from "./words.js";

const EVERY = 1000; // milliseconds between two looks at the plan's file
const ROOMY = 1200; // pixels of a window in which the panel begins
const BROAD = 304; // so broad

export class Panel {
  constructor(app, lab, server, tracker) {
    Object.assign(this, { app, lab, server, tracker, stamp: "", data: null, asking: false, away: "" });
  }

  // with the first notebook of the course; `course` is its metadata, `kind` what it is
  async begin(course, kind, path) {
    if (this.widget) return;
    const { lab, app } = this;
    Object.assign(this, { language: course.language, unit: course.unit, kind, path });
    this.head = h("div", { class: "pp-panel-head" });
    this.foot = h("div", { class: "pp-panel-foot" });
    const [map, findings] = [h("div"), h("div")];
    this.inner = h("div", { class: "pp-panel-inner" }, this.head, h("div", { class: "pp-panel-middle" }, map, findings), this.foot);
    const node = h("div", { class: "pp-panel" }, this.inner);
    this.widget = new lab.lumino.Widget({ node });
    this.widget.id = "promplan-panel";
    this.blocks = [
      [new Block(this.head, (it) => drawHead(this, it)), (it) => [it.clock, it.next, this.troubles(), this.language]],
      [new Block(map, ([groups, here]) => [line(this.say, groups, here, (one) => this.open(one))]), (it) => [it.groups, this.here()]],
      [new Block(findings, ([found]) => [drawFindings(this, found)]), (it) => [it.findings]],
      [new Block(this.foot, (it) => drawFoot(this, it)), (it) => [it.saved, Boolean(it.trouble && it.there)]],
    ];
    this.narrow = new Narrow(this);
    this.say = await words(this.server, course.language);
    this.named();
    if (window.innerWidth > ROOMY) node.style.minWidth = `${BROAD}px`; // to begin with: it can be dragged to less
    app.shell.add(this.widget, "left", { rank: 1 });
    await app.restored;
    this.narrow.begin();
    setTimeout(() => { node.style.minWidth = ""; }, EVERY);
    this.tracker.currentChanged.connect(() => this.follow());
    document.addEventListener("promplan:changed", () => this.look());
    document.addEventListener("keydown", (event) => this.key(event), true);
    this.turn();
  }

  // what the panel is called, in the notebook's language
  named() {
    const { node, title } = this.widget;
    const name = this.say("My media plan");
    Object.assign(title, { caption: name, icon: icon(this.lab) });
    node.setAttribute("role", "region");
    node.setAttribute("aria-label", name);
    node.setAttribute("aria-keyshortcuts", "F6");
    this.inner.lang = this.language;
  }

  // another notebook came to the front
  async follow() {
    const panel = this.tracker.currentWidget;
    await panel?.context.ready;
    if (panel !== this.tracker.currentWidget) return; // another one is in front by now
    const course = panel?.content.model?.getMetadata("promplan");
    if (course) {
      if (course.language !== this.language) {
        this.language = course.language;
        this.say = await words(this.server, course.language);
        this.named();
        for (const [block] of this.blocks) block.shown = null;
      }
      Object.assign(this, { path: panel.context.path, unit: course.unit });
      this.narrow.follow(panel);
    }
    this.draw();
    this.look();
  }

  async turn() {
    if (!document.hidden) await this.look();
    if (!this.widget.isDisposed) setTimeout(() => this.turn(), EVERY);
  }

  async look() {
    if (this.asking) return;
    this.asking = true;
    const answer = await this.server.tell("progress", { ...this.asked(), stamp: this.stamp });
    this.asking = false;
    const away = answer.data ? "" : why(this.say, answer);
    const changed = away !== this.away;
    this.away = away;
    if (!answer.data || answer.data.same) {
      if (changed) this.draw();
      return;
    }
    this.stamp = answer.data.stamp;
    this.data = answer.data;
    this.draw();
    document.dispatchEvent(new CustomEvent("promplan:progress", { detail: this.data }));
  }

  // of which notebook, in which language a question to the server is asked
  asked() {
    return { path: this.path, language: this.language };
  }

  // what is the matter: the server's silence, two versions, the plan's file
  troubles() {
    const { say, data } = this;
    const version = data?.version ?? say("an older one");
    const apart = data && data.version !== VERSION
      ? say("This page is of promplan {page}, the course of {course}. Load the page again; if that does not help, install promplan again.", { page: VERSION, course: version })
      : "";
    return [this.away, apart, data?.trouble ?? ""].filter(Boolean);
  }

  draw() {
    if (this.widget.isDisposed) return;
    const data = this.data ?? NOTHING;
    for (const [block, part] of this.blocks) block.update(part(data));
    this.narrow.draw(data);
  }

  here() {
    return { unit: this.path.split("/").at(-1).replace(/\.ipynb$/, ""), kind: this.path.split("/").at(-3) };
  }

  // a path of the learner's folder
  open(path, then = null) {
    if (!path) return;
    this.openWhole(this.data?.folder ? `${this.data.folder}/${path}` : path, "", then);
  }

  // a path of JupyterLab's folder, and the section in it
  async openWhole(path, section = "", then = null) {
    this.narrow.away();
    const factory = path.endsWith(".md") ? { factory: "Markdown Preview" } : {};
    const opened = await this.app.commands.execute("docmanager:open", { path, ...factory });
    if (section && opened) {
      opened.ppAt = `#${section}`; // again when its cells ran
      await opened.context?.ready;
      opened.setFragment?.(opened.ppAt);
    }
    then?.(opened);
  }

  // F6 goes to the panel, wherever it is now, and back to the same place
  key(event) {
    if (event.key !== "F6" || event.ctrlKey || event.altKey || event.shiftKey) return;
    event.preventDefault();
    const here = document.activeElement;
    if (this.inner.contains(here)) {
      this.narrow.away();
      if (this.back?.isConnected) this.back.focus();
      else this.tracker.currentWidget?.activate();
      return;
    }
    this.back = here === document.body ? null : here;
    if (narrow()) this.narrow.ask();
    else if (!this.widget.isVisible) this.app.shell.activateById(this.widget.id);
    (this.inner.querySelector("[data-key=go]") ?? this.inner.querySelector("button")).focus();
  }

  // the button with this key, wherever the panel is now
  focus(key) {
    this.inner.querySelector(`[data-key="${key}"]`)?.focus();
  }

  // open the exercise and bring the field into view, as soon as the notebook is there
  goTo(finding) {
    this.open(finding.path, async (panel) => {
      await panel?.context?.ready;
      if (panel?.content) goTo(panel, finding);
    });
  }
}

// what is shown before the server has answered
const NOTHING = { clock: null, next: {}, groups: [], findings: [], saved: "", trouble: "" };

function icon(lab) {
  const { LabIcon } = lab.components;
  return new LabIcon({ name: "promplan:plan", svgstr: drawn("plan") });
}
