"""Promises about the program as a whole: what it imports, what it travels with, what it must not do."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def python(*words: str, cwd: Path | None = None, **env: str) -> subprocess.CompletedProcess[str]:
    import os

    return subprocess.run(
        [sys.executable, *words],
        capture_output=True,
        text=True,
        timeout=180,
        cwd=cwd or ROOT,
        env={**os.environ, **env},
    )


def test_five_thousand_signals_do_not_abort_python() -> None:
    """PySide6 6.12.0 on Python 3.11 lost a reference to True at each emit (docs/decisions.md)."""
    said = python(
        "-c",
        "from PySide6.QtCore import QObject, Signal\n"
        "class Bell(QObject):\n"
        "    rung = Signal(bool)\n"
        "bell = Bell()\n"
        "heard = []\n"
        "bell.rung.connect(heard.append)\n"
        "for _ in range(5000): bell.rung.emit(True)\n"
        "print(len(heard), True)",
    )
    assert (said.returncode, said.stdout.strip()) == (0, "5000 True"), said.stderr


@pytest.mark.parametrize("words", [("do", "show.take"), ("state",)])
def test_do_and_state_import_no_qt_and_nothing_heavy(words: tuple[str, ...], tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from hostconsole.cli import main\n"
        "try: main(sys.argv[1:])\n"
        "except SystemExit as end: print(end.code)\n"
        "heavy = ('PySide6', 'obsws_python', 'sqlite_utils', 'click', 'asyncio')\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    said = python("-c", code, *words, "--data-dir", str(tmp_path))
    assert said.stdout.splitlines() == ["3", "[]"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("do",), 2),
        (("do", "show.take", "item"), 2),
        (("do", "show.take"), 3),
        (("state",), 3),
        (("no-such-verb",), 2),
        (("check", "no/such/sheet.csv"), 2),
        (("check", "."), 2),
        (("run", "no/such/sheet.csv"), 2),
        (("run", "resources/sample_show.csv", "--obs", "http://x"), 2),
        (("export", "last", "-o", "x.csv"), 2),
        (("verify", "last"), 2),
        (("sessions",), 0),
        (("keys",), 0),
        (("check", "resources/sample_show.csv"), 0),
        (("scenes", "no/such/sheet.csv"), 2),
        (("scenes", "resources/sample_show.csv", "--obs", "off"), 1),
        (("scenes", "resources/sample_show.csv", "--obs", "http://x"), 1),
        (("scenes", "resources/sample_show.csv", "--obs", "ws://127.0.0.1:9", "--dry-run"), 1),
        (("--version",), 0),
    ],
)
def test_exit_codes_and_never_a_traceback(words: tuple[str, ...], code: int, tmp_path: Path) -> None:
    said = python("-m", "hostconsole", *words, "--data-dir", str(tmp_path / "data"))
    assert said.returncode == code, said.stderr
    assert "Traceback" not in said.stderr
    if code >= 1:
        assert said.stderr.strip()


def test_every_key_and_command_is_listed(tmp_path: Path) -> None:
    from hostconsole.show.commands import COMMANDS

    rows = json.loads(python("-m", "hostconsole", "keys", "--json", "--data-dir", str(tmp_path)).stdout)
    assert set(COMMANDS) <= {row["command"] for row in rows}
    take = next(row for row in rows if row["command"] == "show.take")
    assert {"Pause", "Ctrl+Alt+Return"} <= set(take["global_keys"])


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout and unpacked where nothing else of ours is."""
    folder = tmp_path_factory.mktemp("wheel")
    built = python("-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder))
    assert built.returncode == 0, built.stdout + built.stderr
    wheel = next(folder.glob("*.whl"))
    target = folder / "site"
    put = python("-m", "pip", "install", "--quiet", "--no-deps", "--target", str(target), str(wheel))
    assert put.returncode == 0, put.stderr
    return target


def test_the_wheel_alone_has_the_whole_program(installed: Path, tmp_path: Path) -> None:
    said = python("-P", "-m", "hostconsole", "keys", cwd=tmp_path, PYTHONPATH=str(installed))
    assert (said.returncode, "show.take" in said.stdout) == (0, True), said.stderr
    where = python(
        "-P", "-c", "import hostconsole; from hostconsole.bundled import bundled;"
        "print(hostconsole.__file__, bundled('sample_show.csv').exists())",
        cwd=tmp_path, PYTHONPATH=str(installed),
    )  # fmt: skip
    assert where.stdout.strip() == f"{installed}/hostconsole/__init__.py True"
