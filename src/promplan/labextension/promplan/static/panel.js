// My media plan: the course as a map, what to do next, what is open; from the server, no kernel is asked.
import { Block, button, h } from "./dom.js";
import { goTo } from "./goto.js";
import { drawn, sign } from "./signs.js";
import { words } from "./words.js";

const EVERY = 1000; // milliseconds between two looks at the plan's file
const WIDE = 900; // pixels of the window from which the panel stands open beside the page

export class Panel {
  constructor(app, lab, server, tracker) {
    Object.assign(this, { app, lab, server, tracker, stamp: "", data: null, asking: false });
  }

  // once the first notebook of the course is open; `course` and `path` are that notebook's
  async begin(course, path) {
    if (this.widget) return;
    const { lab, app } = this;
    this.language = course.language;
    this.path = path;
    this.head = h("div", { class: "pp-panel-head" });
    this.middle = h("div", { class: "pp-panel-middle" });
    this.foot = h("div", { class: "pp-panel-foot" });
    const node = h("div", { class: "pp-panel" }, this.head, this.middle, this.foot);
    this.widget = new lab.lumino.Widget({ node });
    this.widget.id = "promplan-panel";
    this.say = await words(this.server, course.language);
    const name = this.say("My media plan");
    Object.assign(this.widget.title, { caption: name, icon: icon(lab) });
    node.setAttribute("role", "region");
    node.setAttribute("aria-label", name);
    node.lang = course.language;
    this.blocks = [
      [new Block(this.head, (it) => this.drawHead(it)), (it) => [it.day, it.next, it.trouble, this.language]],
      [new Block(h("div"), (it) => this.drawMap(it)), (it) => [it.groups, this.here()]],
      [new Block(h("div"), (it) => this.drawFindings(it)), (it) => [it.findings]],
      [new Block(this.foot, (it) => this.drawFoot(it)), (it) => [it.saved, it.trouble]],
    ];
    this.middle.append(this.blocks[1][0].node, this.blocks[2][0].node);
    app.shell.add(this.widget, "left", { rank: 1 });
    await app.restored;
    if (window.innerWidth >= WIDE) app.shell.activateById(this.widget.id);
    else app.shell.collapseLeft();
    this.tracker.currentChanged.connect(() => this.follow());
    document.addEventListener("promplan:changed", () => this.look());
    this.turn();
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
        this.widget.node.lang = course.language;
        for (const [block] of this.blocks) block.shown = null;
      }
      this.path = panel.context.path;
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
    const asked = { path: this.path, language: this.language, stamp: this.stamp };
    const answer = await this.server.get("progress", asked);
    this.asking = false;
    if (!answer || answer.same) return;
    this.stamp = answer.stamp;
    this.data = answer;
    this.draw();
    document.dispatchEvent(new CustomEvent("promplan:progress", { detail: answer }));
  }

  draw() {
    if (!this.data || this.widget.isDisposed) return;
    for (const [block, part] of this.blocks) block.update(part(this.data));
  }

  here() {
    const parts = this.path.split("/");
    return { unit: parts.at(-1).replace(/\.ipynb$/, ""), kind: parts.at(-3) };
  }

  open(path, then = null) {
    if (!path) return;
    const whole = this.data.folder ? `${this.data.folder}/${path}` : path;
    const opened = this.app.commands.execute("docmanager:open", { path: whole });
    if (window.innerWidth < WIDE) this.app.shell.collapseLeft();
    if (then) Promise.resolve(opened).then(then);
  }

  drawHead([day, next, trouble]) {
    const { say } = this;
    const title = h("h2", { text: say("My media plan") });
    const clock = day
      ? h("p", { class: "pp-panel-day" }, h("span", { text: say("The plan's day") }), h("b", { text: day }))
      : null;
    const wrong = trouble ? h("p", { class: "pp-panel-trouble" }, sign("error"), h("span", { text: trouble })) : null;
    const go = button(
      { class: "pp-go", "data-key": "go", onclick: () => this.open(next.path) },
      h("b", { text: say("Continue") }),
      h("span", { text: `${next.title}. ${next.why}` }),
      sign("forward"),
    );
    return [title, clock, wrong, next.path ? go : null].filter(Boolean);
  }

  drawMap([groups, here]) {
    const list = h("ol", { class: "pp-map", "aria-label": this.say("The units of the course") });
    for (const group of groups) {
      list.append(h("li", { class: "pp-map-group", text: group.title }));
      for (const unit of group.units) list.append(this.drawUnit(unit, here));
    }
    return [list];
  }

  drawUnit(unit, here) {
    const { say } = this;
    const current = unit.id === here.unit;
    const told = unit.open ? say("{word}, {n} open", { word: unit.word, n: unit.open }) : unit.word;
    const label = h("span", { class: "pp-map-name" }, h("b", { text: `${unit.number} · ${unit.title}` }));
    if (unit.state !== "new" && unit.state !== "later") label.append(h("small", { text: told }));
    else label.append(h("small", { class: "pp-unseen", text: told }));
    const minutes = h("small", { class: "pp-map-minutes", text: unit.minutes });
    const inside = [sign(unit.state), label, minutes];
    const row = unit.lesson
      ? button(
          { class: "pp-map-unit", "data-key": unit.id, onclick: () => this.open(unit.lesson) },
          ...inside,
        )
      : h("div", { class: "pp-map-unit pp-map-later" }, ...inside);
    const item = h("li", { class: `pp-map-item${current ? " pp-map-current" : ""}` }, row);
    if (current) {
      const pages = [["notebooks", unit.lesson, say("Lesson")], ["exercises", unit.exercise, say("Exercise")]];
      const sub = h("div", { class: "pp-map-pages" });
      for (const [kind, path, word] of pages) {
        if (!path) continue;
        const now = kind === here.kind ? "page" : null;
        sub.append(button({ "aria-current": now, "data-key": `${unit.id}/${kind}`, onclick: () => this.open(path) }, word));
      }
      item.append(sub);
    }
    return item;
  }

  drawFindings([findings]) {
    const { say } = this;
    const open = findings.filter((one) => one.open);
    const head = h("h3", {}, h("span", { text: say("Open in the whole plan") }), h("span", { text: String(open.length) }));
    const box = h("section", { class: "pp-open" }, head);
    if (!open.length) {
      const some = findings.length > 0 || this.data.groups.some((one) => one.units.some((it) => it.state !== "new" && it.state !== "later"));
      box.append(h("p", { text: some ? say("Nothing is open here.") : say("Nothing to check yet: the plan is still empty.") }));
    }
    for (const one of open.slice(0, this.all ? open.length : 5)) {
      const words_ = h("span", {}, h("b", { text: `${one.word}. ` }), `${one.where}: ${one.message}`);
      const key = `${one.rule}/${one.object}`;
      box.append(button({ class: "pp-open-one", "data-key": key, onclick: () => this.goTo(one) }, sign(one.severity), words_));
    }
    if (open.length > 5 && !this.all) {
      const more = say("and {n} more", { n: open.length - 5 });
      box.append(button({ class: "pp-quiet", "data-key": "more", onclick: () => this.showAll() }, more));
    }
    return [box];
  }

  showAll() {
    this.all = true;
    this.blocks[2][0].shown = null;
    this.draw();
  }

  // open the exercise and bring the field into view, as soon as the notebook is there
  goTo(finding) {
    this.open(finding.path, async (panel) => {
      await panel?.context?.ready;
      if (panel?.content) goTo(panel, finding);
    });
  }

  drawFoot([saved, trouble]) {
    const { say } = this;
    const told = saved ? say("Saved at {time}", { time: saved }) : trouble ? say("The plan cannot be read") : say("Nothing is saved yet");
    return [h("p", { class: "pp-saved", role: "status" }, sign(saved ? "passed" : trouble ? "error" : "new"), h("span", { text: told }))];
  }
}

function icon(lab) {
  const { LabIcon } = lab.components;
  return new LabIcon({ name: "promplan:plan", svgstr: drawn("plan") });
}
