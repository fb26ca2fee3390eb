"""The Jupyter server extension: it tells JupyterLab the shell's words, whether a notebook is ours, and the progress."""

from typing import Any


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "promplan.server"}]


def _load_jupyter_server_extension(app: Any) -> None:
    from promplan.server.handlers import handlers

    app.web_app.add_handlers(".*$", handlers(app.web_app.settings["base_url"]))
