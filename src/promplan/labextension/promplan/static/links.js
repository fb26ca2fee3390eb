// A link to another notebook of the course opens in this JupyterLab, at its section.
export function links(notebook) {
  const { panel, side, app } = notebook;
  panel.node.addEventListener("click", (event) => {
    const link = event.composedPath().find((one) => one instanceof HTMLAnchorElement);
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || link.hasAttribute("download")) return;
    const [path, section] = target(link.getAttribute("href") ?? "", panel.context.path);
    if (!path) return;
    event.preventDefault();
    event.stopPropagation();
    side.openWhole(path, section);
  }, true);
}

// the path that a relative link means; none for the web, another kind of file, a way out
export function target(href, from) {
  if (/^[a-z][a-z0-9+.-]*:|^[/#]/i.test(href)) return [];
  const [path, section = ""] = href.split("#");
  if (!/\.(ipynb|md)$/.test(path)) return [];
  const parts = from.split("/").slice(0, -1);
  for (const one of path.split("/")) {
    if (one === "..") {
      if (!parts.length) return [];
      parts.pop();
    } else if (one && one !== ".") parts.push(decode(one));
  }
  return [parts.join("/"), decode(section)];
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
