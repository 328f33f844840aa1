"""Runs the benchmarks: each prints its lines as it ends, the table comes at the end.

python3 dev.py bench                 all of them
python3 dev.py bench start sheets    some
python3 dev.py bench --write         all of them, into docs/performance.md
"""

from __future__ import annotations

import importlib
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from tests.bench.figures import Figure

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "performance.md"
NAMES = (
    "start", "command", "keys", "desk", "stalls", "prompter", "prompter_seen", "prompter_clocks",
    "host_take", "sheets", "reopening", "exports", "memory", "obs_keys", "obs_restart", "obs_load",
)  # fmt: skip
LONG = ("prompter_ten_minutes",)
"""Only when named."""

_LONGEST_S = 240
_LONG_S = 720
_QUIET = 1.0
"""The load above which other programs ran beside."""

_BUSY = (
    "**Other programs ran beside: this run is no fair one.** Its times are upper bounds, its ratios tell "
    "more, and a bar of a few milliseconds that is not met may be met on a quiet machine: run it again."
)
_MARK = "figure "


def main(words: list[str]) -> int:
    if words[:1] == ["--one"]:
        for figure in importlib.import_module(f"tests.bench.{words[1]}").run():
            print(_MARK + figure.line(), flush=True)
        return 0
    names = [word for word in words if not word.startswith("-")] or list(NAMES)
    unknown = set(names) - {*NAMES, *LONG}
    if unknown:
        print("no such benchmark:", ", ".join(sorted(unknown)), "- there are:", ", ".join((*NAMES, *LONG)))
        return 2
    began, load = time.monotonic(), os.getloadavg()[0]
    with tempfile.TemporaryDirectory(prefix="hostconsole-bench-") as folder:
        figures = [figure for name in names for figure in _run(name, folder)]
    page = _page(figures, minutes=(time.monotonic() - began) / 60, load=load)
    print("\n" + page)
    if "--write" in words:
        PAGE.write_text(page, "utf-8")
    return 0 if all(figure.met is not False for figure in figures) else 1


def _run(name: str, folder: str) -> list[Figure]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "HOSTCONSOLE_BENCH": folder}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # a program that is installed has its bytecode
    command = [sys.executable, "-m", "tests.bench", "--one", name]
    longest = _LONG_S if name in LONG else _LONGEST_S
    try:
        told = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=longest
        )
        out = told.stdout
        errors = f"{told.stderr}\nended with {told.returncode}" if told.returncode else ""
    except subprocess.TimeoutExpired as late:
        out = (late.stdout or b"").decode() if isinstance(late.stdout, bytes) else late.stdout or ""
        errors = f"not through in {longest} s"
    figures = [Figure(**json.loads(line[len(_MARK) :])) for line in out.splitlines() if _MARK in line[:7]]
    if errors:
        print(errors[-3000:], file=sys.stderr)
        figures.append(Figure(name=f"{name}: did not run", median="", met=False, note=errors.split("\n")[-1]))
    for figure in figures:
        print("  ".join(part for part in _cells(figure) if part), flush=True)
    return figures


def _cells(figure: Figure) -> tuple[str, ...]:
    met = {True: "met", False: "**not met**", None: ""}[figure.met]
    return (figure.name, figure.median, figure.worst, figure.floor, figure.compared, figure.bar, met)


def _page(figures: Iterable[Figure], *, minutes: float, load: float) -> str:
    figures = list(figures)
    heads = ("what", "median", "p95 / p99 / worst", "floor in the same run", "compared", "bar", "")
    rows = [heads, ("---",) * len(heads), *(_cells(figure) for figure in figures)]
    table = "\n".join("| " + " | ".join(row) + " |" for row in rows)
    notes = "\n".join(f"- {figure.name}: {figure.note}" for figure in figures if figure.note)
    busy = load > _QUIET or os.getloadavg()[0] > 2 * _QUIET
    fair = _BUSY if busy else "The machine had nothing else to do."
    return f"""# Performance

Measured by `python3 dev.py bench --write`, never by hand; {datetime.now().astimezone():%Y-%m-%d},
{minutes:.0f} minutes, load of the machine at the start {load:.1f}.
{fair}

{_machine()}

{table}

{notes}
"""


def _machine() -> str:
    model = next(
        (line.split(":", 1)[1].strip() for line in _read("/proc/cpuinfo") if line.startswith("model name")),
        platform.processor(),
    )
    system = next(
        (line.split("=", 1)[1].strip('"') for line in _read("/etc/os-release") if "PRETTY_NAME" in line),
        platform.platform(),
    )
    return (
        f"{os.cpu_count()} cores, {model}; {system}; Python {platform.python_version()}; "
        f"PySide6 {version('pyside6-essentials')}; no GPU and no screen (Xvfb)."
    )


def _read(path: str) -> list[str]:
    file = Path(path)
    return file.read_text("utf-8").splitlines() if file.exists() else []


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
