"""A small RTMP server on loopback: nginx with its own configuration, ended by its pid."""

from __future__ import annotations

import shutil
import socket
import subprocess
from pathlib import Path
from types import TracebackType

import pytest

from tests.obs_rig import free_port, wait_until

_MODULE = Path("/usr/lib/nginx/modules/ngx_rtmp_module.so")

_CONF = """\
load_module {module};
daemon off;
master_process off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 64; }}
rtmp {{ server {{ listen 127.0.0.1:{port}; application live {{ live on; record off; }} }} }}
"""


class RtmpServer:
    """Use as a context manager; `stop` and `start` in between are a network that fails and comes back."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._port = free_port()
        self._run: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"rtmp://127.0.0.1:{self._port}/live"

    def start(self) -> None:
        nginx = shutil.which("nginx") or "/usr/sbin/nginx"
        if not Path(nginx).exists() or not _MODULE.exists():
            pytest.fail("nginx with libnginx-mod-rtmp is not installed; the streaming tests need it")
        self._folder.mkdir(parents=True, exist_ok=True)
        conf = self._folder / "nginx.conf"
        conf.write_text(_CONF.format(module=_MODULE, folder=self._folder, port=self._port))
        self._run = subprocess.Popen(
            [nginx, "-c", str(conf), "-p", str(self._folder), "-e", str(self._folder / "error.log")],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        wait_until(self._answers, what="the RTMP server to answer")

    def _answers(self) -> bool:
        try:
            with socket.create_connection(("127.0.0.1", self._port), timeout=1):
                return True
        except OSError:
            return False

    def stop(self) -> None:
        if self._run is not None:
            self._run.kill()
            self._run.wait(5)
            self._run = None

    def __enter__(self) -> RtmpServer:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
