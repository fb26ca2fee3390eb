// Opened is running: a notebook whose code is the course's own runs by itself.
import { h } from "./dom.js";

const STARTED = "'pp' in globals()";

const met = new Set(); // kernels that this page has run

const SETTLING = 3000; // milliseconds in which what was run may still grow

// what grows above the reader's place does not move it; returns what ends that
function held(content) {
  const outer = content.outerNode ?? content.node;
  const heights = new Map();
  const grown = new ResizeObserver(() => {
    const { top } = outer.getBoundingClientRect();
    let by = 0;
    for (const { node } of content.widgets) {
      const now = node.getBoundingClientRect();
      const before = heights.get(node) ?? now.height;
      if (now.top - by + before <= top + 1) by += now.height - before;
      heights.set(node, now.height);
    }
    if (by) outer.scrollTop += by;
  });
  outer.style.overflowAnchor = "none";
  for (const one of content.widgets) grown.observe(one.node);
  return () => {
    grown.disconnect();
    outer.style.overflowAnchor = "";
  };
}

export class Runner {
  constructor(notebook) {
    this.notebook = notebook;
  }

  async begin() {
    const { panel, server, course, kind } = this.notebook;
    const cells = this.codeCells().map((one) => one.sharedModel.getSource());
    const asked = server.tell("verify", { path: panel.context.path }, { unit: course.unit, language: course.language, kind, cells });
    await panel.sessionContext.ready; // while the kernel starts, the server compares
    const { data: answer } = await asked;
    if (!panel.sessionContext.session?.kernel) return;
    if (panel.isDisposed || !answer) return;
    if (!answer.ours) {
      panel.node.dataset.ppReady = "changed";
      this.say(this.notebook.words("The code here is not as this version of the course has it, so nothing runs by itself: press Shift+Enter in each cell."));
    } else if (await this.ran()) {
      panel.node.dataset.ppReady = "before";
    } else {
      await this.emptied();
      await this.run();
    }
    met.add(panel.sessionContext.session?.kernel?.id);
  }

  codeCells() {
    return [...this.notebook.panel.content.model.cells].filter((one) => one.type === "code");
  }

  // has this kernel run it, and does the page show it? Closed before it was saved it shows nothing
  async ran() {
    return this.codeCells().every((one) => one.executionCount !== null) && (await this.started());
  }

  async started() {
    const { kernel } = this.notebook.panel.sessionContext.session;
    const asked = { code: "", silent: true, store_history: false, user_expressions: { started: STARTED } };
    const reply = await kernel.requestExecute(asked).done;
    return reply.content.user_expressions?.started?.data?.["text/plain"] === "True";
  }

  // widgets that an earlier page left in the kernel break when restored while cells run
  async emptied() {
    const { kernel } = this.notebook.panel.sessionContext.session;
    if (!met.has(kernel.id) && (await this.started())) await kernel.restart();
  }

  async run() {
    const { panel, lab, words: say } = this.notebook;
    const { NotebookActions } = lab.notebooks;
    const all = this.codeCells().length;
    let done = 0;
    const count = (_, { notebook, cell }) => {
      if (notebook !== panel.content || cell.model.type !== "code") return;
      done += 1;
      this.say(say("Opening: {done} of {all}", { done, all }), done / all);
    };
    this.say(say("Opening: {done} of {all}", { done, all }), 0);
    const { content } = panel;
    const settled = held(content);
    NotebookActions.executed.connect(count);
    try {
      content.scrollToItem = async () => {}; // the page stays where the reader has it
      const ran = NotebookActions.runCells(content, content.widgets, panel.sessionContext);
      delete content.scrollToItem;
      await ran;
    } finally {
      NotebookActions.executed.disconnect(count);
      this.say("");
    }
    if (panel.isDisposed) return settled();
    if (panel.ppAt) panel.setFragment(panel.ppAt);
    panel.node.dataset.ppReady = "now";
    setTimeout(settled, SETTLING);
  }

  say(text, part = null) {
    const { panel, lab } = this.notebook;
    if (!this.line) {
      const node = h("div", { class: "pp-progress", role: "status" }, h("span"), h("i"));
      this.line = new lab.lumino.Widget({ node });
      panel.contentHeader.addWidget(this.line);
    }
    const { node } = this.line;
    this.line.setHidden(!text); // else JupyterLab keeps its place free
    node.firstChild.textContent = text;
    node.style.setProperty("--pp-part", part ?? 0);
    node.classList.toggle("pp-counting", part !== null);
  }
}
