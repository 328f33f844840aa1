"""What other programs read keeps the shape that docs/schema says."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import jsonschema

from hostconsole.desk.desk import LOG_NAME
from hostconsole.desk.keyboard import key_rows
from hostconsole.desk.night import listed
from hostconsole.desk.obs_snapshot import obs_json
from hostconsole.desk.preflight import preflight
from hostconsole.desk.scenes import SceneRow, ScenesReport
from hostconsole.log.reader import LogReader
from hostconsole.show.obs_state import Obs
from hostconsole.show.rules import Rules
from hostconsole.show.state import State
from tests.desk.test_desk import SAMPLE, opened

SCHEMAS = Path(__file__).parents[2] / "docs" / "schema"


def fits(name: str, value: object) -> None:
    schema = json.loads((SCHEMAS / f"{name}.json").read_text("utf-8"))
    jsonschema.validate(json.loads(json.dumps(value)), schema)


async def test_state_sessions_and_log_fit_their_schemas_through_a_whole_show(tmp_path: Path) -> None:
    desk = await opened(tmp_path)
    try:
        fits("state", desk.snapshot())
        for command, args in (
            ("show.take_item", {"item": "P03"}),
            ("link.up", {"now": "yes"}),
            ("stock.sold", {"qty": "5"}),
            ("cue.send", {"preset": "10"}),
            ("prompter.toggle", {}),
            ("point.tick", {}),
            ("countdown.start", {}),
            ("marker.add", {"label": "x"}),
            ("price.set", {"price": "88"}),
            ("undo", {}),
            ("show.end", {"sure": "yes"}),
        ):
            outcome = desk.run(command, args)
            fits("state", desk.snapshot())
        assert await desk.saved(outcome.session, desk.show.state.seq)
        fits("sessions", listed(tmp_path))
        with LogReader(tmp_path / LOG_NAME) as log:
            for line in log.exported_lines(outcome.session):
                fits("log", json.loads(line))
    finally:
        await desk.close()


def test_whether_a_microphone_is_silent_is_null_while_obs_tells_no_levels() -> None:
    untold = State(obs=Obs(link="ready", mic_muted=False, mic_untold=True))
    assert obs_json(untold, 0, Rules())["mic_silent"] is None
    assert (
        obs_json(replace(untold, obs=replace(untold.obs, mic_untold=False)), 0, Rules())["mic_silent"]
        is False
    )


def test_check_fits_its_schema(tmp_path: Path) -> None:
    found = preflight(SAMPLE, directory=tmp_path, obs=None)
    fits("check", found)
    assert len(found["items"]) == 26


def test_what_scenes_says_fits_its_schema() -> None:
    rows = (
        SceneRow(name="A", status="missing", rows=(2, 3), inputs=("hc:price",), offers=("a",)),
        SceneRow(name="B", status="failed", why="an input in OBS has this name"),
    )
    report = ScenesReport(
        sheet="/x.csv", canvas=(1920, 1080), scenes=rows, new=("hc:price",), notes=(("a", "b"),)
    )
    fits("scenes", report.as_json())


def test_keys_fit_their_schema(tmp_path: Path) -> None:
    fits("keys", key_rows(tmp_path))
