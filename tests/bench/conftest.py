"""The browser tests' JupyterLab, Chromium and learner's folder, for what is measured in them."""

from browser.conftest import context, lab, server, tabs

__all__ = ["context", "lab", "server", "tabs"]
