// Shift+Enter: what comes next stands at the top; no empty cell at the end.
const STEP = "notebook:run-cell-and-select-next";
const MARGIN = 12; // pixels left over the head
const SETTLING = 2500; // milliseconds in which what was run may still grow above it
const OWN = ["wheel", "pointerdown", "keydown", "touchstart"]; // the reader moves the page: then it is the reader's

export function stepping(notebook) {
  const { app, panel } = notebook;
  const { content } = panel;
  const cells = content.model.cells;
  let before = cells.length;
  cells.changed.connect(() => queueMicrotask(() => { before = cells.length; }));
  const step = (_, { id, result }) => {
    if (id !== STEP || app.shell.currentWidget !== panel) return;
    const dropped = drop(content, before);
    result.finally(() => dropped && requestAnimationFrame(() => { content.mode = "command"; }));
    if (!dropped) follow(content, seen(content));
  };
  app.commands.commandExecuted.connect(step);
  panel.disposed.connect(() => app.commands.commandExecuted.disconnect(step));
}

// JupyterLab's own step adds a cell after the last one
function drop(content, before) {
  const { cells, sharedModel } = content.model;
  if (cells.length !== before + 1 || content.activeCellIndex !== before || cells.get(before).sharedModel.getSource()) return false;
  sharedModel.deleteCell(before);
  content.activeCellIndex = before - 1;
  content.mode = "command";
  return true;
}

// what is closed until a question is answered is stepped over
function seen(content) {
  const { activeCellIndex: at, widgets } = content;
  const next = widgets.findIndex((one, n) => n >= at && !(one.hasClass("pp-closed") && !one.hasClass("pp-reveal-first")));
  if (next > at) content.activeCellIndex = next;
  return next < 0 ? at : next;
}

function follow(content, index) {
  const outer = content.outerNode ?? content.node;
  const cell = content.widgets[index];
  const put = () => {
    if (!cell.isDisposed) outer.scrollTop += cell.node.getBoundingClientRect().top - outer.getBoundingClientRect().top - MARGIN;
  };
  const growing = new ResizeObserver(() => requestAnimationFrame(put));
  const end = () => {
    growing.disconnect();
    for (const name of OWN) outer.removeEventListener(name, end);
  };
  const ran = content.widgets[index - 1];
  if (ran) growing.observe(ran.node);
  for (const name of OWN) outer.addEventListener(name, end, { passive: true });
  // JupyterLab scrolls too, in its own way; ours comes after
  requestAnimationFrame(() => requestAnimationFrame(put));
  setTimeout(end, SETTLING);
}
