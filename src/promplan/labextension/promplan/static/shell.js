// The course inside JupyterLab: what is done when a notebook of the course is opened.
import { kind } from "./names.js";
import { Notebook } from "./notebook.js";
import { Panel } from "./panel.js";
import { Server } from "./server.js";

const STYLES = ["tokens.css", "reading.css", "opening.css", "code.css", "panel.css", "reveal.css", "findings.css", "marks.css", "dialog.css", "map.css"];

// anywidget waits two seconds; a widget loaded later would never hear the kernel
const { timeout } = AbortSignal;
AbortSignal.timeout = (ms) => timeout.call(AbortSignal, ms === 2000 ? 60000 : ms);

const MODULES = [
  ...["@jupyterlab/notebook", "@jupyterlab/services", "@jupyterlab/coreutils", "@jupyterlab/ui-components"],
  "@lumino/widgets",
];

export async function plugin(own) {
  const [notebooks, services, coreutils, components, lumino] = await Promise.all(MODULES.map(own));
  const lab = { notebooks, services, coreutils, components, lumino };
  return {
    id: "promplan:shell",
    autoStart: true,
    requires: [notebooks.INotebookTracker],
    activate: (app, tracker) => {
      for (const name of STYLES) style(new URL(name, import.meta.url));
      const server = new Server(lab);
      const side = new Panel(app, lab, server, tracker);
      tracker.widgetAdded.connect((_, panel) => open(app, lab, server, side, panel));
      tracker.forEach((panel) => open(app, lab, server, side, panel));
    },
  };
}

// `metadata.promplan` of a learner's copy; null for every other notebook
function courses(panel) {
  const said = panel.content.model?.getMetadata("promplan");
  return said && typeof said.unit === "string" && typeof said.language === "string" ? said : null;
}

async function open(app, lab, server, side, panel) {
  await panel.context.ready;
  const course = courses(panel);
  if (!course || panel.isDisposed) return;
  new Notebook(app, lab, server, side, panel, course).begin();
  side.begin(course, kind(panel.context.path), panel.context.path);
}

function style(address) {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = address;
  document.head.append(link);
}
