"""One console per data directory; the system's clocks."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from hostconsole.log.clock import SystemClock, boot_id
from hostconsole.log.lock import DataLock

_HOLDER = """
import sys
from pathlib import Path
from hostconsole.log.lock import DataLock
print(DataLock(Path(sys.argv[1])).acquire(), flush=True)
lock = DataLock(Path(sys.argv[2]))
print(lock.acquire(), flush=True)
sys.stdin.read()
"""


def holder(*folders):
    arguments = [sys.executable, "-c", _HOLDER, *map(str, folders)]
    return subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def test_a_second_console_on_the_same_directory_is_kept_out(tmp_path):
    mine = DataLock(tmp_path / "new" / "data")
    assert mine.acquire()
    assert mine.acquire(), "asking again changes nothing"
    assert not DataLock(tmp_path / "new" / "data").acquire()
    with holder(tmp_path / "new" / "data", tmp_path / "other") as other:
        assert other.stdout.readline() == "False\n"
        assert other.stdout.readline() == "True\n"
        assert not DataLock(tmp_path / "other").acquire()
    mine.release()
    assert DataLock(tmp_path / "new" / "data").acquire()


def test_the_lock_goes_with_a_killed_console(tmp_path):
    with holder(tmp_path / "unused", tmp_path) as other:
        assert [other.stdout.readline(), other.stdout.readline()] == ["True\n", "True\n"]
        assert not DataLock(tmp_path).acquire()
        other.kill()
        other.wait()
        mine = DataLock(tmp_path)
        assert mine.acquire()
        mine.release()


def test_a_moment_is_utc_with_milliseconds_and_this_boots_clock():
    clock = SystemClock()
    first, second = clock.now(), clock.now()
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", first.at)
    assert abs((datetime.now(UTC) - datetime.fromisoformat(first.at)).total_seconds()) < 5
    assert 0 < first.monotonic_ms <= second.monotonic_ms
    uptime_ms = float(Path("/proc/uptime").read_text().split()[0]) * 1000
    assert abs(second.monotonic_ms - uptime_ms) < 5_000


def test_all_clocks_of_one_boot_agree_on_the_boot():
    assert SystemClock().now().boot == SystemClock().now().boot == boot_id()
    assert not boot_id().startswith("unknown")
