// In a narrow window Continue stands over the page, and the panel comes when asked for.
import { Block, button, h } from "./dom.js";
import { go } from "./head.js";

const query = window.matchMedia("(max-width: 860px)");

export const narrow = () => query.matches;

export class Narrow {
  constructor(panel) {
    this.panel = panel;
    const bar = h("div", { class: "pp-strip" });
    this.strip = new panel.lab.lumino.Widget({ node: h("div", { class: "pp-strip-place" }, bar) });
    this.block = new Block(bar, ([next]) => this.drawStrip(next));
    // JupyterLab gives a place as much height as it says that it needs
    new ResizeObserver(() => {
      this.strip.node.style.minHeight = `${bar.offsetHeight}px`;
      this.strip.parent?.fit();
    }).observe(bar);
  }

  begin() {
    query.addEventListener("change", () => this.turn());
    this.turn();
  }

  turn() {
    const { app, widget, tracker } = this.panel;
    document.body.classList.toggle("pp-narrow", narrow());
    if (narrow()) {
      app.shell.collapseLeft();
      this.follow(tracker.currentWidget);
    } else {
      this.drawer?.close();
      this.strip.parent = null;
      app.shell.activateById(widget.id);
    }
  }

  // the strip stands over the notebook in front
  follow(notebook) {
    if (!narrow() || !notebook?.content.model?.getMetadata("promplan")) return;
    if (this.strip.parent !== notebook.contentHeader) notebook.contentHeader.insertWidget(0, this.strip);
  }

  draw(data) {
    this.strip.node.lang = this.panel.language;
    this.block.update([data.next, this.panel.language]);
  }

  drawStrip(next) {
    const { panel } = this;
    const all = { class: "pp-strip-all", "data-key": "all", "aria-haspopup": "dialog", onclick: () => this.ask() };
    return [next.path ? go(panel, next, true) : null, button(all, panel.say("Map and findings"))].filter(Boolean);
  }

  // the whole panel over the page; it goes back to its place when it is closed
  ask() {
    const { panel } = this;
    const { say } = panel;
    const close = button({ class: "pp-drawer-close", onclick: () => this.drawer.close() }, say("Close"));
    this.drawer = h("dialog", { class: "pp-panel pp-drawer", "aria-label": say("My media plan") }, close, panel.inner);
    this.drawer.addEventListener("keydown", (event) => event.stopPropagation());
    this.drawer.addEventListener("close", () => {
      panel.widget.node.append(panel.inner);
      this.drawer.remove();
      this.drawer = null;
      this.strip.node.querySelector("[data-key=all]")?.focus();
    });
    document.body.append(this.drawer);
    this.drawer.showModal();
  }

  // something is opened: out of the way
  away() {
    this.drawer?.close();
    if (narrow()) this.panel.app.shell.collapseLeft();
  }
}
