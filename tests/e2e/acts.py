"""What every evening begins with, and what must hold at the end of each: shared by the e2e tests."""

from __future__ import annotations

import itertools
import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.e2e.mutated import Mutated
from tests.e2e.program import LONGEST_STALL_MS, Program
from tests.obs_rig import wait_until

CALM_LOOKS = 8


def live(program: Program, sheet: Mutated, *words: str) -> None:
    """The show of the sheet, live on the rig's OBS."""
    program.start("run", str(sheet.path), "--obs", program.rig.address, "--live", "--as", "Ana", *words)
    wait_until(lambda: program.state["obs"]["link"] == "ready", what="OBS to be ready")
    program.window("Host Console")


def settled(program: Program) -> None:
    """The start is over: from here on the stall figure speaks of the show."""
    in_a_row = itertools.count(1)

    def still_calm() -> bool:
        nonlocal in_a_row
        program.state  # noqa: B018  (a look)
        if program.own_stall_ms > LONGEST_STALL_MS:
            in_a_row = itertools.count(1)
        return next(in_a_row) > CALM_LOOKS

    wait_until(still_calm, what="a calm start")
    program.longest_stall_ms = 0.0


def guard_passed(program: Program) -> None:
    """A take is not refused as too soon any more."""
    now = program.state["elapsed_s"]
    wait_until(lambda: program.state["elapsed_s"] > now + 0.65, what="the take guard to pass")


def taken(program: Program, item: str) -> dict[str, Any]:
    """Takes the item through the command line, as soon as the guard allows it."""
    if program.state["on_air"] is not None:
        guard_passed(program)
    answer = program.do("show.take_item", item=item)
    assert answer["ok"], answer
    return answer


@contextmanager
def another_window_in_front(program: Program) -> Iterator[Path]:
    """An xterm with the focus, as a browser would have it; what is typed there goes to the file."""
    got = program.directory.parent / "typed.txt"
    # Shift+Ins pastes what programs copy, not what was marked with the mouse.
    words = ["xterm", "-xrm", "XTerm*selectToClipboard: true", "-title", "browser", "-e", f"cat > {got}"]
    term = subprocess.Popen(words, env=program.environment)
    try:
        program.focus(program.window("browser"))
        wait_until(got.exists, what="the terminal to read")
        yield got
    finally:
        term.terminate()
        term.wait(5)


def logged(program: Program, session: str) -> list[dict[str, Any]]:
    """The session's events as they are exported."""
    out = program.directory.parent / "logged.jsonl"
    said = program.call("export", session, "-o", str(out))
    assert said.returncode == 0, said.stderr
    return [json.loads(line) for line in out.read_text("utf-8").splitlines()]


def holds(program: Program, session: str) -> None:
    """The chain of the session's log is whole."""
    said = program.call("verify", session)
    assert (said.returncode, said.stdout) == (0, "ok\n"), said


def alerts(program: Program) -> dict[str, str]:
    return {alert["code"]: alert["text"] for alert in program.state["alerts"]}


def people_did(program: Program, session: str) -> list[str]:
    """The kinds of people's acts so far, in order."""
    return [event["kind"] for event in logged(program, session) if event["actor"] not in ("obs", "console")]
