"""The verifier printed in docs/log.md does what the page says."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from hostconsole.log.reader import LogReader
from tests.log.made import rows_of, write_log

_PAGE = Path(__file__).parents[2] / "docs" / "log.md"


@pytest.fixture
def exported(tmp_path):
    """A second session, so that its first row names another hash than zeros."""
    path = tmp_path / "log.sqlite3"
    write_log(path, rows_of("a", last=3), rows_of("b", last=9))
    file = tmp_path / "b.jsonl"
    with LogReader(path) as reader:
        file.write_text(
            "".join(f"{line}\n" for line in reader.exported_lines("b")), encoding="utf-8", newline="\n"
        )
        last = reader.last_hash()
    return file, last


def verified(file):
    (snippet,) = re.findall(r"```python\n(.*?)```", _PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert sum(1 for line in snippet.splitlines() if line) <= 10
    command = [sys.executable, "-c", snippet, str(file)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_an_untouched_export_is_found_good(exported):
    file, last = exported
    assert verified(file).stdout == f"ok, last hash {last}\n"


@pytest.mark.parametrize(
    ("change", "first_bad"),
    [
        (lambda lines: [*lines[:4], lines[4].replace("第 5 条", "第 6 条"), *lines[5:]], 5),
        (lambda lines: [*lines[:4], *lines[5:]], 5),
        (lambda lines: lines[2:], 1),
        (lambda lines: [*lines[:6], lines[7], lines[6], lines[8]], 7),
        (lambda lines: [*lines[:3], "{}\n", *lines[4:]], 4),
    ],
)
def test_a_changed_export_is_found_where_it_was_changed(exported, change, first_bad):
    file, _ = exported
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text("".join(change(lines)), encoding="utf-8", newline="\n")
    result = verified(file)
    assert result.returncode == 1
    assert result.stderr == f"first bad seq: {first_bad}\n"
