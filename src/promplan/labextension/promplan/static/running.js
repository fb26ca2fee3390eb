// Opened is running: a notebook whose code is the course's own runs by itself, with a line that says how far it is.
const STARTED = "'pp' in globals()";

export class Runner {
  constructor(notebook) {
    this.notebook = notebook;
  }

  async begin() {
    const { panel, server, course, kind } = this.notebook;
    await panel.sessionContext.ready;
    if (panel.isDisposed || !panel.sessionContext.session?.kernel) return;
    const cells = this.codeCells().map((one) => one.sharedModel.getSource());
    const answer = await server.post("verify", { unit: course.unit, language: course.language, kind, cells });
    if (panel.isDisposed || !answer) return;
    if (!answer.ours) {
      panel.node.dataset.ppReady = "changed";
      this.say(this.notebook.words("The code here is not as this version of the course has it, so nothing runs by itself: press Shift+Enter in each cell."));
    } else if (await this.ran()) {
      panel.node.dataset.ppReady = "before";
    } else {
      await this.run();
    }
  }

  codeCells() {
    return [...this.notebook.panel.content.model.cells].filter((one) => one.type === "code");
  }

  // has this kernel run the notebook already, and does the page show it? Then it was only loaded again. A page that was
  // closed before the notebook was saved shows nothing: it is run, whatever the kernel knows
  async ran() {
    if (this.codeCells().some((one) => one.executionCount === null)) return false;
    const { kernel } = this.notebook.panel.sessionContext.session;
    const asked = { code: "", silent: true, store_history: false, user_expressions: { started: STARTED } };
    const reply = await kernel.requestExecute(asked).done;
    return reply.content.user_expressions?.started?.data?.["text/plain"] === "True";
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
    const place = panel.content.activeCellIndex;
    const top = panel.content.outerNode?.scrollTop ?? panel.content.node.scrollTop;
    NotebookActions.executed.connect(count);
    try {
      await NotebookActions.runAll(panel.content, panel.sessionContext);
    } finally {
      NotebookActions.executed.disconnect(count);
      this.say("");
    }
    if (panel.isDisposed) return;
    panel.content.activeCellIndex = place;
    (panel.content.outerNode ?? panel.content.node).scrollTop = top;
    panel.node.dataset.ppReady = "now";
  }

  say(text, part = null) {
    const { panel, lab } = this.notebook;
    if (!this.line) {
      const node = document.createElement("div");
      node.className = "pp-progress";
      node.setAttribute("role", "status");
      node.append(document.createElement("span"), document.createElement("i"));
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
