"""kill -9 at random moments, 200 times: no acknowledged act is lost, and every log verifies."""

from __future__ import annotations

import os
import random
import selectors
import signal
import subprocess
import sys
import time
from pathlib import Path

from hostconsole.log.reader import LogReader

_KILLS = 200
_ROOT = Path(__file__).parents[2]


class Nursery:
    """The program that gives birth to programs to be killed (kill_target.py)."""

    def __init__(self) -> None:
        self._program = subprocess.Popen(
            [sys.executable, "-m", "tests.log.kill_target"],
            cwd=_ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self._ready = selectors.DefaultSelector()
        self._ready.register(self._program.stdout, selectors.EVENT_READ)
        self._unread = b""

    def close(self) -> None:
        self._program.stdin.close()
        self._program.wait(10)
        self._program.stdout.close()
        self._ready.close()

    def line(self, timeout: float = 20.0) -> list[str]:
        """The words of the next line; none if `timeout` seconds pass."""
        until = time.monotonic() + timeout
        while b"\n" not in self._unread:
            if not self._ready.select(max(0.0, until - time.monotonic())):
                return []
            got = os.read(self._program.stdout.fileno(), 65536)
            assert got, "the nursery has died"
            self._unread += got
        line, _, self._unread = self._unread.partition(b"\n")
        return line.decode().split()

    def kill_one(self, path: Path, session: str, *, how: str, dice: random.Random) -> int:
        """Lets one journal `session` and kills it; the last row it acknowledged (0: none).

        `how`: "by itself" between commit and effect, "after acks", or "at a time" (the opening included)."""
        dies_after = dice.randint(1, 40) if how == "by itself" else 0
        self._program.stdin.write(f"{path} {session} {dies_after}\n".encode())
        self._program.stdin.flush()
        born, pid = self.line()
        assert born == "born"
        acknowledged = 0
        deadline = time.monotonic() + dice.uniform(0, 0.03)
        wanted = dice.randint(1, 60)
        if how == "at a time":
            while words := self.line(deadline - time.monotonic()):
                acknowledged = _acknowledged(words)
        if how == "after acks":
            while acknowledged < wanted:
                acknowledged = _acknowledged(self.line())
        if how != "by itself":
            os.kill(int(pid), signal.SIGKILL)
        while (words := self.line()) != ["dead"]:
            acknowledged = _acknowledged(words)
        return acknowledged


def _acknowledged(words: list[str]) -> int:
    assert words[0] == "ack", words
    return int(words[1])


def test_no_acknowledged_act_is_lost_by_kill_9_at_any_moment(tmp_path):
    seed = random.randrange(1_000_000)
    dice = random.Random(seed)
    nursery = Nursery()
    unannounced = 0
    try:
        for number in range(_KILLS):
            path = tmp_path / f"log-{number // 20}.sqlite3"  # a new one now and then: making it is killed too
            session = f"s{number}"
            how = ("at a time", "after acks", "by itself")[number % 3]
            acknowledged = nursery.kill_one(path, session, how=how, dice=dice)
            with LogReader(path) as reader:
                on_disk = sum(1 for _ in reader.rows(session))
                assert on_disk >= acknowledged, f"seed {seed}, kill {number}"
                assert on_disk == 0 or reader.verify(session) is None, f"seed {seed}, kill {number}"
            unannounced += on_disk > acknowledged
    finally:
        nursery.close()
    assert unannounced >= _KILLS // 3 - 1, "a third was killed between the commit and its effect"
    for path in tmp_path.glob("log-*.sqlite3"):
        with LogReader(path) as reader:
            assert [reader.verify(found.id) for found in reader.sessions()] == [None] * len(reader.sessions())
    assert not list(tmp_path.glob("*.damaged-*"))
