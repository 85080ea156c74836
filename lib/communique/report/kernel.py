"""Kernels that start warm: forked from a process that has imported everything, instead of started anew.

A `Nursery` must be made before its process opens sockets or starts threads; the kernel it gives birth to later has
then nothing in common with them. Kernels talk over sockets in a folder of their own, so no port can be taken.
"""

import json
import os
import shutil
import signal
import sys
import tempfile
from pathlib import Path
from typing import Any

from jupyter_client.manager import AsyncKernelManager
from jupyter_client.provisioning.local_provisioner import LocalProvisioner


class Nursery:
    """A forked process that becomes a kernel when told its command line, environment and folder."""

    def __init__(self) -> None:
        """Forks; the child waits for orders, or ends with this process."""
        orders, self._orders = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(self._orders)
            _become_kernel(orders)
        os.close(orders)
        self.returncode: int | None = None
        self.stdin = self.stdout = self.stderr = None  # what a provisioner looks for in a process

    def launch(self, command: list[str], env: dict[str, str], cwd: str | None) -> None:
        """Makes the waiting process a kernel."""
        order = json.dumps({"command": command, "env": env, "cwd": str(cwd or Path.cwd()), "parent": os.getpid()})
        with os.fdopen(self._orders, "w", encoding="utf-8") as pipe:
            pipe.write(order)

    def poll(self) -> int | None:
        """The exit code if the kernel has ended."""
        if self.returncode is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            self.returncode = os.waitstatus_to_exitcode(status) if pid else None
        return self.returncode

    def wait(self) -> int:
        """The exit code once the kernel has ended."""
        if self.returncode is None:
            self.returncode = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        return self.returncode

    def send_signal(self, number: int) -> None:
        """Sends the kernel a signal, if it is still there."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        """Ends the kernel at once."""
        self.send_signal(signal.SIGKILL)

    terminate = kill


def manager(nursery: Nursery) -> type[AsyncKernelManager]:
    """A kernel manager class whose one kernel is born in the nursery."""

    class WarmKernelManager(AsyncKernelManager):
        def __init__(self, **settings: Any) -> None:
            self._folder = tempfile.mkdtemp(prefix="cq-")
            super().__init__(transport="ipc", connection_file=f"{self._folder}/kernel.json", **settings)

        async def _async_launch_kernel(self, kernel_cmd: list[str], **settings: Any) -> None:
            provisioner = self.provisioner
            assert isinstance(provisioner, LocalProvisioner)  # noqa: S101 -- the kernelspec python3 has no other
            nursery.launch(kernel_cmd, settings["env"], settings.get("cwd"))
            provisioner.process, provisioner.pid = nursery, nursery.pid  # type: ignore[assignment]  # stands for a Popen

        async def _async_cleanup_resources(self, restart: bool = False) -> None:
            await super()._async_cleanup_resources(restart)
            shutil.rmtree(self._folder, ignore_errors=True)

        cleanup_resources = _async_cleanup_resources

    return WarmKernelManager


def _become_kernel(orders: int) -> None:
    """Waits for an order and runs a kernel by it; never comes back."""
    try:
        with os.fdopen(orders, encoding="utf-8") as pipe:
            text = pipe.read()
        if text:
            order = json.loads(text)
            os.environ.clear()
            os.environ.update(order["env"])
            os.chdir(order["cwd"])
            _run_kernel(order["command"], order["parent"])
    finally:
        os._exit(0)


def _run_kernel(command: list[str], parent: int) -> None:
    from ipykernel.kernelapp import IPKernelApp

    # [python, -m, ipykernel_launcher, -f, …]
    sys.argv = command[2:]
    # The kernel ends when the process that wanted it does. It logs nothing: that it was interrupted on being shut down
    # is no news for the reader of a run's errors.
    settings = (f"--IPKernelApp.parent_handle={parent}", "--IPKernelApp.log_level=50")
    IPKernelApp.launch_instance([*command[3:], *settings])
