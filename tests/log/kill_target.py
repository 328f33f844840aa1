"""Programs that are killed: each journals one session and says on stdout which rows are on disk.

For every line `LOG SESSION DIES_AFTER` on stdin this forks one (so that 200 of them need no 200 imports)
and says `born PID`; a line `ack N` is the effect that follows a commit; `dead` comes when it has ended.
With DIES_AFTER > 0 it kills itself right between the commit of that row, or a later one, and its effect.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from pathlib import Path

from hostconsole.log.journal import Journal
from tests.log.made import row, started


def say(line: str) -> None:
    os.write(1, f"{line}\n".encode())


def live(path: Path, session: str, dies_after: int) -> None:
    room = threading.Semaphore(8)  # so that commits of one row and of several both happen

    def acknowledge(_: str, seq: int) -> None:
        if 0 < dies_after <= seq:
            os.kill(os.getpid(), signal.SIGKILL)
        say(f"ack {seq}")
        room.release()

    journal = Journal(path, committed=acknowledge, state=lambda ok, reason: say(f"state {ok} {reason}"))
    journal.append([started(session)])
    for seq in range(2, 1_000_000):
        room.acquire(timeout=0.002)
        journal.append([row(session, seq, label="x" * (seq % 700))])


for order in sys.stdin:
    log, name, after = order.split()
    child = os.fork()
    if child == 0:
        live(Path(log), name, int(after))
    say(f"born {child}")
    os.waitpid(child, 0)
    say("dead")
