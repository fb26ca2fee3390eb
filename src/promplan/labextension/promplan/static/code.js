// Code is there and out of the way: a quiet line over each code cell opens and closes it.
import { button, h } from "./dom.js";
import { remember, remembered } from "./memory.js";

const SHOWN = "promplan:code";

export class CodeLines {
  constructor(notebook) {
    this.notebook = notebook;
    this.lines = [];
    this.shown = remembered(SHOWN) === "shown";
    this.toolbar();
    // whoever tabs passes the lines by; that of the chosen cell is a stop
    notebook.panel.content.activeCellChanged.connect(() => {
      for (const [cell, line] of this.lines) this.reach(cell, line);
    });
  }

  reach(cell, line) {
    line.tabIndex = cell === this.notebook.panel.content.activeCell ? 0 : -1;
  }

  // a line of its own above the cell's input; JupyterLab's own "..." is hidden by the style
  fold(cell) {
    const { lab, words: say } = this.notebook;
    const line = button({ class: "pp-code-line" });
    line.innerHTML = '<svg viewBox="0 0 12 12" aria-hidden="true"><path d="M4 2l4 4-4 4"/></svg><span></span><code></code>';
    line.querySelector("span").textContent = say("Code");
    line.onclick = () => this.show(cell, line, cell.inputHidden);
    cell.layout.insertWidget(1, new lab.lumino.Widget({ node: line }));
    cell.model.sharedModel.changed.connect(() => this.mark(cell, line));
    this.lines.push([cell, line]);
    this.reach(cell, line);
    this.show(cell, line, this.shown);
  }

  show(cell, line, shown) {
    cell.inputHidden = !shown;
    this.mark(cell, line);
  }

  mark(cell, line) {
    if (cell.isDisposed) return;
    const code = cell.model.sharedModel.getSource();
    line.setAttribute("aria-expanded", String(!cell.inputHidden));
    line.querySelector("code").textContent = cell.inputHidden ? code.trim().split("\n").at(-1) : "";
  }

  // "Show code" in the notebook's toolbar, remembered for every notebook
  toolbar() {
    const { lab, panel, words: say } = this.notebook;
    const tool = h("button", { type: "button", class: "pp-tool" });
    const label = () => {
      tool.textContent = this.shown ? say("Hide code") : say("Show code");
      document.body.classList.toggle("pp-codes", this.shown); // who sees code sees the rules' ids too
    };
    tool.onclick = () => {
      this.shown = !this.shown;
      remember(SHOWN, this.shown ? "shown" : "hidden");
      for (const [cell, line] of this.lines) if (!cell.isDisposed) this.show(cell, line, this.shown);
      label();
    };
    label();
    panel.toolbar.insertItem(10, "promplan-code", new lab.lumino.Widget({ node: tool }));
  }
}
