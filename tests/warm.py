"""Kernels for nbval and for the tests in a browser, forked from a process in which the libraries are loaded already.

Only what others wrote is loaded before the fork; promplan itself is imported by every notebook, as by a student. Where
there is no fork, and for every kernel but ipykernel, kernels start as ever.
"""

import multiprocessing
import os
import shutil
import sys
import tempfile
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

from jupyter_client.provisioning import KernelProvisionerFactory, LocalProvisioner

LIBRARIES = (
    "ipykernel.kernelapp",
    "ipykernel.zmqshell",
    "IPython.core.completer",
    "anywidget",
    "ipywidgets",
    "babel.numbers",
    "holidays",
    "matplotlib.backends.backend_agg",
    "matplotlib.figure",
    "matplotlib.style",
    "matplotlib_inline.backend_inline",
    "pydantic",
    "scipy.optimize",
)
NAME = "warm"
LAUNCHER = "ipykernel_launcher"
INLINE = "module://matplotlib_inline.backend_inline"


def use() -> None:
    """From now on this process's kernels are forked, where the system can."""
    if "forkserver" in multiprocessing.get_all_start_methods():
        multiprocessing.get_context("forkserver").set_forkserver_preload(list(LIBRARIES))
        factory = KernelProvisionerFactory.instance()
        factory.provisioners[NAME] = EntryPoint(NAME, "warm:Warm", KernelProvisionerFactory.GROUP_NAME)
        factory.default_provisioner_name = NAME


class Warm(LocalProvisioner):
    """Jupyter's own way to start a kernel, but for the start."""

    sockets = ""

    async def pre_launch(self, **kwargs: Any) -> dict[str, Any]:
        """Speak by sockets in a folder: a port that is free when it is chosen may be another's when it is opened."""
        if self.parent is not None and not self.sockets:  # a restarted kernel listens where the first did
            self.sockets = tempfile.mkdtemp(prefix="kernel")
            self.parent.transport, self.parent.ip = "ipc", f"{self.sockets}/k"
        return await super().pre_launch(**kwargs)

    async def cleanup(self, restart: bool = False) -> None:
        """Take the folder of the sockets away with them."""
        await super().cleanup(restart)
        if not restart:
            shutil.rmtree(self.sockets, ignore_errors=True)

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> Any:
        """Fork instead of running `cmd`, if that would be ipykernel."""
        if LAUNCHER not in cmd:
            return await super().launch_kernel(cmd, **kwargs)
        own = cmd[cmd.index(LAUNCHER) + 1 :]
        self.process = Forked(own, kwargs.get("cwd") or str(Path.cwd()), dict(kwargs["env"]))
        self.pid = self.process.pid
        return self.connection_info


class Forked:
    """A forked kernel, with what Jupyter asks of a `subprocess.Popen`."""

    stdin = stdout = stderr = None

    def __init__(self, arguments: list[str], cwd: str, env: dict[str, str]) -> None:
        context = multiprocessing.get_context("forkserver")
        self._process = context.Process(target=_kernel, args=(arguments, cwd, env), daemon=True)
        self._process.start()
        self.pid = self._process.pid
        self.kill, self.terminate = self._process.kill, self._process.terminate

    def poll(self) -> int | None:
        """The exit code, or None while it runs."""
        return self._process.exitcode

    def wait(self) -> int | None:
        """Wait for its end; the exit code."""
        self._process.join()
        return self._process.exitcode

    def send_signal(self, number: int) -> None:
        """Send a signal to the kernel alone."""
        if self.poll() is None and self.pid:
            os.kill(self.pid, number)


def _kernel(arguments: list[str], cwd: str, env: dict[str, str]) -> None:
    """What the forked process does: it is a kernel in `cwd` until it is shut down."""
    import matplotlib

    sys.path = [one for one in sys.path if one != str(Path(__file__).parent)]
    os.environ.clear()
    os.environ.update(env, JPY_PARENT_PID=str(os.getppid()), MPLBACKEND=INLINE)
    matplotlib.rcParams["backend"] = INLINE
    os.chdir(cwd)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    from ipykernel.kernelapp import IPKernelApp

    IPKernelApp.launch_instance(argv=[*arguments, "--HistoryManager.enabled=False"])
