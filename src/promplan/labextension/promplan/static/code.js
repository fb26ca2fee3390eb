// Code is there and out of the way: a quiet line over each code cell opens and closes it.
import { remember, remembered } from "./memory.js";

const SHOWN = "promplan:code";

export class CodeLines {
  constructor(notebook) {
    this.notebook = notebook;
    this.lines = [];
    this.shown = remembered(SHOWN) === "shown";
    this.toolbar();
  }

  // a line of its own above the cell's input; JupyterLab's own "..." is hidden by the style
  fold(cell) {
    const { lab, words: say } = this.notebook;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "pp-code-line";
    button.dataset.lmSuppressShortcuts = "true";
    button.innerHTML = '<svg viewBox="0 0 12 12" aria-hidden="true"><path d="M4 2l4 4-4 4"/></svg><span></span><code></code>';
    button.querySelector("span").textContent = say("Code");
    const line = { cell, button };
    button.addEventListener("click", () => {
      cell.inputHidden = !cell.inputHidden;
      this.mark(line);
    });
    const widget = new lab.lumino.Widget({ node: button });
    cell.layout.insertWidget(1, widget);
    cell.model.sharedModel.changed.connect(() => this.mark(line));
    this.lines.push(line);
    cell.inputHidden = !this.shown;
    this.mark(line);
  }

  mark({ cell, button }) {
    if (cell.isDisposed) return;
    const code = cell.model.sharedModel.getSource();
    button.setAttribute("aria-expanded", String(!cell.inputHidden));
    button.querySelector("code").textContent = cell.inputHidden ? code.trim().split("\n").at(-1) : "";
  }

  // "Show code" in the notebook's toolbar, remembered for every notebook
  toolbar() {
    const { lab, panel, words: say } = this.notebook;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "pp-tool";
    const label = () => {
      button.textContent = this.shown ? say("Hide code") : say("Show code");
      document.body.classList.toggle("pp-codes", this.shown); // who sees code sees the rules' ids too
    };
    button.addEventListener("click", () => {
      this.shown = !this.shown;
      remember(SHOWN, this.shown ? "shown" : "hidden");
      for (const line of this.lines) {
        if (line.cell.isDisposed) continue;
        line.cell.inputHidden = !this.shown;
        this.mark(line);
      }
      label();
    });
    label();
    panel.toolbar.insertItem(10, "promplan-code", new lab.lumino.Widget({ node: button }));
  }
}
