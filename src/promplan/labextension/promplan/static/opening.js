// How a unit opens: title block and scene, laid from the cell's Markdown when rendered.
import { h } from "./dom.js";

const DRAWING = /assets\/drawings\/([a-z-]+)\.svg/;
const CLOCK = /^(?:(.+?),\s*)?(\d{1,2}:\d{2}),?\s+(.+)$/;
const MINUTES = /(\d+)(?:\s*(?:minutes?|минут[аы]?))?/;

export class Opening {
  constructor(notebook) {
    this.notebook = notebook;
  }

  // `kind` is the cell's tag, title or scene
  watch(cell, kind) {
    const lay = () => {
      const page = cell.node.querySelector(".jp-RenderedMarkdown");
      if (page) this[kind](page);
    };
    const watching = new MutationObserver(lay);
    watching.observe(cell.node, { childList: true, subtree: true });
    cell.disposed.connect(() => watching.disconnect());
    lay();
  }

  title(page) {
    const head = page.querySelector("h1");
    if (!head || head.parentNode !== page) return; // laid already, or being edited
    const said = /^(\d+) · /.exec(head.textContent);
    const block = h("div", { class: "pp-titleblock" });
    const texts = [...page.children].filter((one) => one.tagName === "P");
    page.prepend(block);
    if (said) {
      block.append(h("div", { class: "pp-numeral", "aria-hidden": "true", text: said[1] }));
      unseen([...head.childNodes].find((one) => one.data), said[0]);
    }
    subtitle(head);
    block.append(head);
    const strip = texts[0] && this.stamp(texts[0]);
    if (!strip) return;
    if (texts[1]) {
      texts[1].classList.add("pp-can");
      block.append(texts[1]);
    }
    texts[0].remove();
    block.after(strip);
  }

  // "40 minutes with the exercise, 60 with depth · fills *the plant*, *brief*"
  stamp(line) {
    const { words: say } = this.notebook;
    const [times, ...rest] = line.textContent.split(" · ");
    if (!MINUTES.test(times)) return null;
    const strip = h("dl", { class: "pp-stamp" });
    const put = (label, ...value) => strip.append(h("div", {}, h("dt", { text: label }), h("dd", {}, ...value)));
    for (const part of times.split(", ")) {
      const [all, n] = MINUTES.exec(part) ?? [];
      if (n) put(part.replace(all, "").replace(/[—\s]+$/, "").trim() || say("takes"), say("{n} min", { n }));
    }
    const fills = /^([^«*]*?)\s(?=«)/.exec(rest.join(" · "));
    const marked = line.querySelector("em");
    if (marked) {
      const said = rest.join(" · ");
      const at = said.indexOf(marked.textContent);
      put(said.slice(0, at).trim(), said.slice(at));
    } else if (fills) put(fills[1], rest.join(" · ").slice(fills[0].length));
    else if (rest.length) put("", rest.join(" · "));
    return strip;
  }

  scene(page) {
    const head = page.querySelector("h2");
    const said = head && !head.classList.contains("pp-clock") && CLOCK.exec(own(head));
    if (said) {
      const [, day, clock, place] = said;
      const anchor = head.querySelector("a");
      head.classList.add("pp-clock");
      const parts = [day && h("span", { text: day }), " ", h("b", { text: clock }), " ", h("span", { text: place }), anchor];
      head.replaceChildren(...parts.filter(Boolean));
    }
    const picture = page.querySelector("img");
    const name = picture && DRAWING.exec(picture.getAttribute("src") ?? "")?.[1];
    if (name && !picture.dataset.ppDrawing) this.draw(picture, name);
  }

  // the course's own file by its name, never what lies beside the notebook
  async draw(picture, name) {
    picture.dataset.ppDrawing = name;
    const answer = await this.notebook.server.get("drawing", { name });
    if (!answer?.svg || !picture.isConnected) return;
    const box = h("span", { class: "pp-drawing", role: "img", "aria-label": picture.alt });
    box.innerHTML = answer.svg;
    const drawn = box.firstElementChild;
    drawn.removeAttribute("style"); // the sheet of paper on which it stands elsewhere
    drawn.setAttribute("aria-hidden", "true");
    picture.replaceWith(box);
  }
}

// a heading's words without the sign of its anchor
function own(head) {
  return [...head.childNodes].filter((one) => one.nodeName !== "A").map((one) => one.textContent).join("").trim();
}

// the first letters of a text stay for readers and searches, and are not seen
function unseen(text, letters) {
  if (!text?.data.startsWith(letters)) return;
  text.splitText(letters.length);
  text.replaceWith(h("span", { class: "pp-unseen", text: letters }));
}

// "From plant to facts: the exercise" in two lines
function subtitle(head) {
  const text = [...head.childNodes].find((one) => one.data?.includes(": "));
  if (!text) return;
  const tail = text.splitText(text.data.indexOf(": "));
  tail.splitText(2);
  const rest = tail.nextSibling;
  tail.replaceWith(h("span", { class: "pp-unseen", text: ": " }));
  rest.replaceWith(h("span", { class: "pp-subtitle", text: rest.data }));
}
