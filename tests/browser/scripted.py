"""An editor's script on a page of its own, with a model that a test speaks for: no kernel, no JupyterLab."""

from typing import Any

START = """async ([source, state]) => {
  const module = await import(URL.createObjectURL(new Blob([source], { type: "text/javascript" })));
  const heard = [];
  window.model = {
    get: (name) => state[name],
    set: (name, value) => { state[name] = value; },
    save_changes: () => {},
    on: (names, act) => heard.push([names.split(" "), act]),
    off: () => {},
    told: (given) => {
      Object.assign(state, given);
      for (const [names, act] of heard) if (names.some((name) => name.slice(7) in given)) act();
    },
  };
  module.default.render({ model: window.model, el: document.querySelector("#here") });
}"""


def shown(page: Any, widget: Any, around: str = '<div id="here"></div>') -> None:
    """Show a widget at #here."""
    page.set_content(f"<body>{around}</body>")
    state = {
        name: getattr(widget, name) for name in widget.keys if name[0] != "_" and name not in ("layout", "tabbable")
    }
    page.evaluate(START, [str(widget._esm), state])
