#!/usr/bin/env python3
"""The two commands of a fresh machine, and those of a developer.

    python3 dev.py run      opens the sample show (arguments go to `hostconsole`)
    python3 dev.py test     everything CI runs (arguments go to pytest alone)
    python3 dev.py bench    the benchmarks of docs/performance.md
    python3 dev.py shots    screenshots of every window, into docs/shots

Needs Python 3.11 or newer and nothing else: it makes `.venv`, installs the pinned packages, and says what
system package is missing (on Debian and Ubuntu, as root or with sudo, it installs it).
"""

from __future__ import annotations

import ctypes.util
import hashlib
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")

RUN_LIBRARIES: Mapping[str, str] = {
    "EGL": "libegl1",
    "GL": "libgl1",
    "xkbcommon": "libxkbcommon0",
    "xkbcommon-x11": "libxkbcommon-x11-0",
    "xcb-cursor": "libxcb-cursor0",
    "xcb-icccm": "libxcb-icccm4",
    "xcb-keysyms": "libxcb-keysyms1",
    "xcb-image": "libxcb-image0",
    "xcb-render-util": "libxcb-render-util0",
    "dbus-1": "libdbus-1-3",
    "fontconfig": "libfontconfig1",
}
"""Shared libraries Qt and the system-wide keys load at run time, and the Debian package of each."""

TEST_PROGRAMS: Mapping[str, str] = {
    "obs": "obs-studio",
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "openbox": "openbox",
    "xrandr": "x11-xserver-utils",
    "xprop": "x11-utils",
    "xterm": "xterm",
    "faketime": "faketime",
    "nginx": "nginx",
    "import": "imagemagick",
    "ffmpeg": "ffmpeg",
    "pdftotext": "poppler-utils",
    "chromium": "chromium",
    "soffice": "libreoffice-calc",
}

TEST_PACKAGES = ("obs-plugins", "libgl1-mesa-dri", "fonts-noto-cjk", "libnginx-mod-rtmp")
"""Packages that are not a program of their own."""


def main() -> int:
    verb, *rest = sys.argv[1:] or ["help"]
    if sys.version_info < (3, 11):
        print("Host Console needs Python 3.11 or newer; this is", sys.version.split()[0])
        return 2
    if verb == "run":
        return run(rest)
    if verb == "test":
        return test(rest)
    if verb in ("bench", "shots"):
        return extra(verb, rest)
    print(__doc__)
    return 0 if verb in ("help", "-h", "--help") else 2


def run(words: Sequence[str]) -> int:
    """Opens the sample show, or does what `hostconsole` is asked."""
    system_packages(_missing_libraries())
    environment(development=False)
    return subprocess.call([str(BIN / "hostconsole"), *(words or ("demo",))], cwd=ROOT)


def test(words: Sequence[str]) -> int:
    """Style, types, import rules, every test. With arguments: pytest with them, and nothing else."""
    system_packages((*_missing_libraries(), *_missing_programs()))
    environment(development=True)
    pytest = [str(BIN / "python"), "-m", "pytest"]
    if words:
        return subprocess.call([*pytest, *words], cwd=ROOT, env=_test_environment())
    steps = (
        [str(BIN / "ruff"), "check", "."],
        [str(BIN / "ruff"), "format", "--check", "."],
        [str(BIN / "mypy")],
        [str(BIN / "lint-imports")],
        [*pytest, "-q", "--durations=15"],
    )
    failed = [step for step in steps if not _passes(step)]
    for step in failed:
        print("FAILED:", " ".join(Path(word).name if word == step[0] else word for word in step))
    return 1 if failed else 0


def extra(verb: str, words: Sequence[str]) -> int:
    system_packages((*_missing_libraries(), *_missing_programs()))
    environment(development=True)
    command = [str(BIN / "python"), "-m", f"tests.{verb}", *words]
    return subprocess.call(command, cwd=ROOT, env=_test_environment())


def _passes(step: Sequence[str]) -> bool:
    print("\n$", Path(step[0]).name, *step[1:], flush=True)
    return subprocess.call(step, cwd=ROOT, env=_test_environment()) == 0


def _test_environment() -> dict[str, str]:
    """Windows of the tests that need no screen are drawn without one. Programs of the tests start as those of
    a person do, with their bytecode kept."""
    environment = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return environment


# -- the Python side ----------------------------------------------------------------------------------


def environment(*, development: bool) -> None:
    """`.venv` with what is pinned, made anew when the pins or our own requirements change."""
    wanted = _fingerprint(development)
    mark = VENV / "installed.txt"
    if mark.exists() and mark.read_text() in (wanted, _fingerprint(True)):
        return
    if not (BIN / "python").exists() and not (BIN / "python.exe").exists():
        print("Making .venv …", flush=True)
        venv.EnvBuilder(with_pip=True).create(VENV)
    print("Installing the pinned packages …", flush=True)
    target = ".[dev]" if development else "."
    pip = [str(BIN / "python"), "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.check_call([*pip, "install", "-c", "constraints.txt", "-e", target], cwd=ROOT)
    mark.write_text(wanted)


def _fingerprint(development: bool) -> str:
    digest = hashlib.sha256(f"{development} {sys.version}".encode())
    for name in ("pyproject.toml", "constraints.txt"):
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


# -- the system's side --------------------------------------------------------------------------------


def _missing_libraries() -> tuple[str, ...]:
    if sys.platform != "linux":
        return ()
    missing = [package for name, package in RUN_LIBRARIES.items() if not ctypes.util.find_library(name)]
    # pynput's evdev has no wheels: it is compiled here.
    if not shutil.which("gcc") and not shutil.which("cc"):
        missing.append("gcc")
        missing.append("libc6-dev")
        missing.append("linux-libc-dev")
    if not _has_headers():
        missing.append("python3-dev")
    return tuple(missing)


def _has_headers() -> bool:
    import sysconfig

    return (Path(sysconfig.get_paths()["include"]) / "Python.h").exists()


def _missing_programs() -> tuple[str, ...]:
    if sys.platform != "linux":
        return ()
    missing = [package for program, package in TEST_PROGRAMS.items() if not shutil.which(program)]
    return (*missing, *(package for package in TEST_PACKAGES if not _is_installed(package)))


def _is_installed(package: str) -> bool:
    if not shutil.which("dpkg-query"):
        return True
    status = subprocess.run(
        ["dpkg-query", "-W", "-f=${Status}", package], capture_output=True, text=True, check=False
    )
    return "install ok installed" in status.stdout


def system_packages(packages: Iterable[str]) -> None:
    """Installs what is missing where it can; else says it in one line and goes on."""
    missing = sorted(set(packages))
    if not missing:
        return
    print("Missing system packages:", " ".join(missing), flush=True)
    apt = shutil.which("apt-get")
    rights = [] if getattr(os, "geteuid", lambda: 1)() == 0 else ["sudo", "-n"]
    if apt is None or (rights and shutil.which("sudo") is None):
        print("Install them, then run this again if something does not start.", flush=True)
        return
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.call([*rights, apt, "-qq", "update"], env=quiet)
    subprocess.call([*rights, apt, "-qq", "-y", "install", "--no-install-recommends", *missing], env=quiet)


if __name__ == "__main__":
    sys.exit(main())
