"""A notebook of the course without a browser: a real kernel, and the messages that JupyterLab would send to it.

Widgets are changed as a page changes them, by comm messages in a subshell (so JupyterLab does since ipykernel 7), and
every change is followed by the guard's question; what the guard answers is what a student would have read.
"""

import json
import os
import signal
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jupyter_client.manager import KernelManager

PROBE = """
import ipywidgets as _w, json as _json
from promplan.widgets.guard import Guard as _Guard
def _walk(box):
    yield box
    for one in getattr(box, "children", ()):
        yield from _walk(one)
def _look(panel):
    found = {"controls": {}, "guard": ""}
    for one in _walk(panel):
        if isinstance(one, _Guard) and not found["guard"]:
            found["guard"] = one.model_id
        label = getattr(one, "description", "")
        if label:
            kind = "button" if isinstance(one, _w.Button) else "choice" if hasattr(one, "_options_full") else "value"
            control = [one.model_id, kind, [v for _, v in getattr(one, "_options_full", ())]]
            found["controls"].setdefault(label, control)
            found["controls"]["record: " + label] = control
    return found
"""
PATIENCE = 40.0  # seconds until a kernel that does not answer counts as lost: three locks of ten seconds each fit


class Lost(Exception):
    """The kernel does not answer."""


@dataclass
class Told:
    """What the guard said to a change."""

    saved: bool
    words: str


@dataclass
class Panel:
    """An editor's controls by label: id, kind, options; and what its guard shows."""

    controls: dict[str, Any]
    guard: str
    shows: dict[str, str] = field(default_factory=dict)


class Notebook:
    """A kernel in `folder`, with the course begun in `language`; `calls` are the editors' cells."""

    def __init__(self, folder: Path, unit: str, language: str, calls: list[str], environment: dict[str, str]) -> None:
        self.folder, self.unit, self.language, self.calls = folder, unit, language, calls
        self.environment = environment
        self.panels: dict[str, Panel] = {}
        self.asked = 0
        self.open()

    def open(self) -> None:
        """Start the kernel and run every cell."""
        self.manager = KernelManager(kernel_name="python3")
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self.manager.start_kernel(cwd=str(self.folder), env={**os.environ, **self.environment}, **quiet)
        self.client = self.manager.blocking_client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=120)
        self.subshell = self._subshell()
        self.told = self.run(f"import promplan as pp\n_first = pp.start({self.unit!r}, {self.language!r})\n{PROBE}")
        self.panels = {}
        for call in ["_first", *self.calls]:
            if call != "_first":
                self.run(f"_{call.replace('.', '_')} = pp.{call}()")
            self.panels[call] = Panel({}, "")
            self.look(call)

    def look(self, call: str) -> Panel:
        """The editor's controls as they are now: a record's form comes with the first record."""
        name = call if call == "_first" else f"_{call}"
        found = json.loads(self.run(f"print(_json.dumps(_look({name})))").splitlines()[-1])
        panel = self.panels[call]
        panel.controls, panel.guard = found["controls"], found["guard"]
        return panel

    def _subshell(self) -> str:
        message = self.client.session.msg("create_subshell_request", {})
        self.client.control_channel.send(message)
        reply = self.client.get_control_msg(timeout=30)
        return str(reply["content"].get("subshell_id", ""))

    def run(self, code: str) -> str:
        """Run a cell; its output. A traceback is a failure of the course."""
        said: list[str] = []
        until = time.time() + 120
        id_ = self.client.execute(code)
        while time.time() < until:
            message = self._message(until)
            if message["parent_header"].get("msg_id") != id_:
                continue
            kind, content = message["msg_type"], message["content"]
            if kind == "stream":
                said.append(content["text"])
            elif kind == "error":
                assert content["ename"] == "Problem" or "Problem" in str(content["traceback"][:1]), content
                said.append("PROBLEM " + " ".join(content["traceback"]))
            elif kind == "status" and content["execution_state"] == "idle":
                return "".join(said)
        raise Lost(code)

    def _message(self, until: float) -> dict[str, Any]:
        from queue import Empty

        while time.time() < until:
            try:
                message = self.client.get_iopub_msg(timeout=0.5)
            except Empty:
                if not self.manager.is_alive():
                    raise Lost("killed") from None
                continue
            self._hear(message)
            return message
        raise Lost("no answer")

    def _hear(self, message: dict[str, Any]) -> None:
        if message["msg_type"] != "comm_msg":
            return
        content = message["content"]
        for panel in self.panels.values():
            if content["comm_id"] == panel.guard:
                panel.shows |= content["data"].get("state", {})
            for control in panel.controls.values():
                if content["comm_id"] == control[0]:
                    options = content["data"].get("state", {}).get("_options_labels")
                    if options is not None:
                        control[2] = list(options)

    def _send(self, comm: str, data: dict[str, Any]) -> None:
        message = self.client.session.msg("comm_msg", {"comm_id": comm, "data": data})
        if self.subshell:
            message["header"]["subshell_id"] = self.subshell
        self.client.shell_channel.send(message)

    def type(self, call: str, label: str, value: Any) -> Told:
        """Type into a control, or choose in it, and wait for the guard's answer."""
        panel = self.panels[call]
        if label not in panel.controls and label not in self.look(call).controls:
            return Told(False, "")  # no record, no form
        id_, kind, options = panel.controls[label]
        state = {"index": options.index(value)} if kind == "choice" else {"value": value}
        self._send(id_, {"method": "update", "state": state, "buffer_paths": []})
        return self._answer(panel, "input")

    def press(self, call: str, label: str) -> Told:
        """Press a button and wait for the guard's answer."""
        panel = self.panels[call]
        self._send(panel.controls[label][0], {"method": "custom", "content": {"event": "click"}})
        return self._answer(panel)

    def _answer(self, panel: Panel, event: str = "click") -> Told:
        self.asked += 1
        token = f"page.{self.asked}.{event}"
        self._send(panel.guard, {"method": "update", "state": {"seq": token}, "buffer_paths": []})
        until = time.time() + PATIENCE
        while panel.shows.get("ack") != token:
            self._message(until)
        trouble = panel.shows.get("trouble", "")
        return Told(not trouble and bool(panel.shows.get("said")), trouble)

    def kill(self) -> None:
        """As the system does that is out of memory."""
        os.kill(self.manager.provisioner.pid, signal.SIGKILL)

    def close(self) -> None:
        """End the kernel."""
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)
