// What a notebook of the course is called, from its path and its first heading.
export function kind(path) {
  const folder = path.split("/").at(-3);
  return { notebooks: "lesson", exercises: "exercise", solutions: "solution" }[folder] ?? "lesson";
}

export function tabTitle({ panel, course, kind: what, words: say }) {
  const first = panel.content.model.cells.get(0)?.sharedModel.getSource() ?? "";
  const heading = /^#\s+(.+)$/m.exec(first)?.[1].trim() ?? course.unit;
  const [name] = heading.split(/:\s/);
  return { lesson: name, exercise: `${name}: ${say("exercise")}`, solution: `${name}: ${say("solved")}` }[what];
}
