// The course map of a lesson: stations to click, ticked as the plan is; without the shell the picture stands there.
import { Block } from "./dom.js";
import { board } from "./map.js";

const CALL = /^\s*pp\.figures\.course_map\(/m;

export function courseMap(notebook, cell) {
  if (cell.model.type !== "code" || !CALL.test(cell.model.sharedModel.getSource())) return;
  const { lab, words: say, course } = notebook;
  const node = document.createElement("div");
  const widget = new lab.lumino.Widget({ node });
  const block = new Block(node, (groups) => [board(say, groups, { unit: course.unit }, (path) => notebook.side.open(path))]);
  const draw = () => {
    const { data } = notebook.side;
    if (!data || cell.isDisposed) return;
    if (!widget.parent) {
      cell.layout.addWidget(widget);
      cell.addClass("pp-mapped");
    }
    block.update(data.groups);
  };
  notebook.listen("promplan:progress", draw);
  draw();
}
