// A lesson's course map: stations to click, ticked as the plan is, then folded.
import { Block, h } from "./dom.js";
import { board } from "./map.js";

const CALL = /^\s*pp\.figures\.course_map\(/m;

export function courseMap(notebook, cell) {
  if (cell.model.type !== "code" || !CALL.test(cell.model.sharedModel.getSource())) return;
  const { lab, words: say, course } = notebook;
  const node = h("div");
  const widget = new lab.lumino.Widget({ node });
  let open = course.unit === "00-start";
  const block = new Block(node, (groups) => [h("details", { class: "pp-way", open, ontoggle: (event) => { open = event.target.open; } },
    h("summary", { text: say("The units of the course"), "data-key": "way", "data-lm-suppress-shortcuts": "true" }),
    board(say, groups, { unit: course.unit }, (path) => notebook.side.open(path)))]);
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
