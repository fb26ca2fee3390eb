// The same notebook in the other language; for JupyterLab's words the page loads anew.
import { kind } from "./names.js";
import { why } from "./server.js";

export async function speak(panel, language) {
  const { app, server, path, unit } = panel;
  await app.commands.execute("docmanager:save-all").catch(() => {});
  const answer = await server.tell("twin", { path, language }, { unit, kind: kind(path) });
  if (!answer.data) {
    panel.away = why(panel.say, answer);
    panel.draw();
    return;
  }
  const to = answer.data.path;
  if (!answer.data.reload) {
    const old = panel.tracker.currentWidget;
    await panel.openWhole(to, "", () => panel.focus(`speak ${language}`));
    return old?.close();
  }
  const whole = to.split("/").map(encodeURIComponent).join("/");
  // without the tabs of the other language
  window.location.assign(`${server.join(server.settings.baseUrl, "lab/tree", whole)}?reset`);
}
