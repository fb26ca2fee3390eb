// The other language: the same notebook in it; JupyterLab's own words follow, for which the page is loaded anew.
import { why } from "./server.js";

export async function speak(panel, language) {
  const { app, server, path, unit } = panel;
  const kind = { notebooks: "lesson", exercises: "exercise", solutions: "solution" }[panel.here().kind] ?? "lesson";
  await app.commands.execute("docmanager:save-all").catch(() => {});
  const answer = await server.tell("twin", { path, language }, { unit, kind });
  if (!answer.data) {
    panel.away = why(panel.say, answer);
    panel.draw();
    return;
  }
  const to = answer.data.path;
  if (!answer.data.reload) return panel.openWhole(to, "", () => panel.focus(`speak ${language}`));
  const whole = to.split("/").map(encodeURIComponent).join("/");
  window.location.assign(server.join(server.settings.baseUrl, "lab/tree", whole));
}
