"""OBS hooked up without typing: the real program and the real OBS of this PC."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.acts import taken
from tests.e2e.mutated import Mutated
from tests.e2e.program import Program
from tests.obs_rig import ObsRig, wait_until

pytestmark = pytest.mark.e2e


def _told(program: Program, kind: str) -> dict[str, Any]:
    """The first event of this kind in the running session's log; {} while there is none."""
    out = program.directory / "now.jsonl"
    assert program.call("export", "last", "-o", str(out)).returncode == 0
    rows = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    return next((row for row in rows if row["kind"] == kind), {})


def test_the_obs_of_this_pc_is_reached_without_a_port_or_a_password_typed(
    studio: ObsRig, sheet: Mutated, tmp_path: Path
) -> None:
    studio.fresh()
    program = Program(studio, tmp_path / "data")
    del program.environment["HOSTCONSOLE_OBS_PASSWORD"]
    program.directory.mkdir()
    (program.directory / "settings.toml").write_text('[obs]\naddress = "this-pc"\n')
    try:
        program.start("run", str(sheet.path), "--rehearse")
        wait_until(lambda: program.state["obs"]["link"] == "ready", what="OBS to be found")
        first = next(row for row in sheet.rows if row["obs_scene"])
        taken(program, first["row_id"])
        wait_until(lambda: studio.scene == first["obs_scene"], what="the scene on air")
        checked = wait_until(lambda: _told(program, "obs.checked"), what="OBS to be checked")
        assert {"canvas_ok", "no_sound"} <= {remark["code"] for remark in checked["data"]["remarks"]}
        kept = [file for file in program.directory.rglob("*") if file.is_file()]
        assert not [file for file in kept if studio.password.encode() in file.read_bytes()]
    finally:
        program.stop()
