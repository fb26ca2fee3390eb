"""A real Jupyter server with the course's part of it, without JupyterLab, and a learner's folder below its root."""

import json
import os
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from urllib.error import HTTPError
from urllib.parse import urlencode

import pytest

from promplan import assets
from promplan.lab.lay import lay
from promplan.lab.start import free, settings

TOKEN = "course"


@pytest.fixture(scope="session")
def running(tmp_path_factory) -> Iterator[SimpleNamespace]:
    home = tmp_path_factory.mktemp("server")
    root = home / "root"
    root.mkdir()
    own = {name: str(home / name) for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR")}
    environment = {**os.environ, **own, "JUPYTER_CONFIG_PATH": str(settings(home / "set", "en"))}
    port = free(0)
    line = [sys.executable, "-m", "jupyter_server", "--ip=127.0.0.1", f"--port={port}", f"--ServerApp.root_dir={root}"]
    line += [f"--IdentityProvider.token={TOKEN}", "--no-browser", "--allow-root"]
    with (home / "log").open("w") as log:
        process = subprocess.Popen(line, env=environment, stdout=log, stderr=log)
    base = f"http://127.0.0.1:{port}"
    for _ in range(300):
        try:
            urllib.request.urlopen(f"{base}/api/status?token={TOKEN}", timeout=2).read()
            break
        except OSError:
            time.sleep(0.1)
    else:
        raise RuntimeError("the server did not answer:\n" + (home / "log").read_text()[-800:])
    yield SimpleNamespace(base=base, root=root)
    process.terminate()
    process.wait(30)


@pytest.fixture(scope="session")
def laid(tmp_path_factory) -> Callable[[str], Path]:
    """A learner's folder in a language, laid once, to be copied."""

    @cache
    def of(language: str) -> Path:
        folder = tmp_path_factory.mktemp("laid") / language
        lay(assets.course(), folder, language)
        return folder

    return of


@pytest.fixture(params=["en", "ru"])
def team(request, running, laid) -> SimpleNamespace:
    """A learner's folder in one language; `.ask` asks the server about its first lesson."""
    folder: Path = running.root / f"team-{len(list(running.root.iterdir())) + 1}"
    shutil.copytree(laid(request.param), folder)
    path = f"{folder.name}/notebooks/{request.param}/00-start.ipynb"
    asker = asking(running.base)

    def ask(name: str, body: object = None, /, **more: str) -> SimpleNamespace:
        return asker(name, body, **{"path": path, "language": request.param, **more})

    return SimpleNamespace(ask=ask, folder=folder, language=request.param, base=running.base, path=path)


def asking(base: str) -> Callable[..., SimpleNamespace]:
    """Ask with the token, and answer with the status and what the server said."""

    def ask(name: str, body: object = None, /, headers: dict[str, str] | None = None, **query: str) -> SimpleNamespace:
        data = None if body is None else body if isinstance(body, bytes) else json.dumps(body).encode()
        given = {"Authorization": f"token {TOKEN}"} if headers is None else headers
        request = urllib.request.Request(f"{base}/promplan/{name}?{urlencode(query)}", data=data, headers=given)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return SimpleNamespace(status=answer.status, said=json.loads(answer.read()))
        except HTTPError as error:
            text = error.read()
            return SimpleNamespace(status=error.code, said=json.loads(text) if text[:1] == b"{" else text)

    return ask
