// What a notebook of the course is called, from its path and its unit.
export function kind(path) {
  const folder = path.split("/").at(-3);
  return { notebooks: "lesson", exercises: "exercise", solutions: "solution" }[folder] ?? "lesson";
}

export function tabTitle({ course, kind: what, words: say }) {
  const told = { exercise: say("exercise"), solution: say("solved") }[what];
  return say(course.unit) + (told ? `: ${told}` : ""); // "1 · Facts", as the server's words call the unit
}
