"""The Jupyter server extension: it tells JupyterLab the shell's words, whether a notebook is ours, and the progress."""

from typing import Any


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "promplan.server"}]


def _load_jupyter_server_extension(app: Any) -> None:
    from promplan.lab.parent import watch
    from promplan.server.handlers import handlers

    app.web_app.add_handlers(".*$", handlers(app.web_app.settings["base_url"]))
    watch(lambda: app.io_loop.add_callback_from_signal(app.stop))
