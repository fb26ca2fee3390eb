"""The browser tests' JupyterLab, Chromium and learner's folder, for what is measured in them."""

from browser.conftest import chromium, context, lab, server, tabs

__all__ = ["chromium", "context", "lab", "server", "tabs"]
