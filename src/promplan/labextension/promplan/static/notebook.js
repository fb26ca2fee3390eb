// One open notebook: its cells' tags as classes, its code folded, its cells run.
import { CodeLines } from "./code.js";
import { courseMap } from "./coursemap.js";
import { goTo } from "./goto.js";
import { links } from "./links.js";
import { kind, tabTitle } from "./names.js";
import { Opening } from "./opening.js";
import { Reveals } from "./reveal.js";
import { Runner } from "./running.js";
import { reachSideways } from "./sideways.js";
import { stepping } from "./stepping.js";
import { words } from "./words.js";

export class Notebook {
  constructor(app, lab, server, side, panel, course) {
    Object.assign(this, { app, lab, server, side, panel, course, kind: kind(panel.context.path) });
  }

  async begin() {
    const { panel, course } = this;
    panel.addClass("pp-course");
    panel.addClass(`pp-${this.kind}`);
    panel.node.lang = course.language;
    this.words = await words(this.server, course.language);
    if (panel.isDisposed) return;
    this.name();
    this.code = new CodeLines(this);
    this.reveals = new Reveals(this);
    this.opening = new Opening(this);
    if (this.side.data) this.reveals.heard(this.side.data);
    links(this);
    stepping(this);
    this.dress();
    reachSideways(this);
    panel.content.model.cells.changed.connect(() => requestAnimationFrame(() => this.dress()));
    this.listen("promplan:go", ({ detail }) => {
      if (this.panel.isVisible && this.kind === "exercise") goTo(this.panel, detail);
    });
    // an editor's guard hears nothing: how is the kernel, and how does the cell run again?
    this.listen("promplan:lost", ({ detail }) => {
      const cell = panel.content.widgets.find((one) => one.node.contains(detail.at));
      if (!cell) return;
      detail.kernel = panel.sessionContext.session?.kernel?.status;
      detail.again = () => this.lab.notebooks.NotebookActions.runCells(panel.content, [cell], panel.sessionContext);
    });
    new Runner(this).begin();
  }

  listen(name, act) {
    document.addEventListener(name, act);
    this.panel.disposed.connect(() => document.removeEventListener(name, act));
  }

  // JupyterLab renames the file with its label: the label is ours only where that is off
  name() {
    const { panel } = this;
    const told = tabTitle(this);
    panel.title.caption = `${told}\n${panel.context.path}`;
    const renames = panel._onTitleChanged;
    if (typeof renames !== "function" || !panel.title.changed.disconnect(renames, panel)) return;
    const put = () => {
      if (panel.title.label !== told) panel.title.label = told;
    };
    panel.title.changed.connect(put);
    put();
  }

  dress() {
    for (const cell of this.panel.content.widgets) {
      if (cell.ppDressed) continue;
      cell.ppDressed = true;
      cell.node.setAttribute("role", "article"); // JupyterLab calls the page a feed, and a feed holds articles
      for (const tag of cell.model.getMetadata("tags") ?? []) {
        const [first, ...rest] = String(tag).split(":");
        cell.addClass(`pp-tag-${first.replace(/[^a-z0-9-]/gi, "")}`);
        if (first === "title" || first === "scene") this.opening.watch(cell, first);
        if (first === "reveal" && this.kind === "lesson") this.reveals.add(cell, rest.join(":"));
      }
      if (cell.model.type === "code") this.code.fold(cell);
      courseMap(this, cell);
    }
  }
}
