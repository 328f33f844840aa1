"""The day after: the report that wrote itself, clips out of a real recording, the portable file."""

from __future__ import annotations

import html
import json
import subprocess
from pathlib import Path

from tests.e2e.acts import live, taken
from tests.e2e.mutated import Mutated
from tests.e2e.program import Program
from tests.obs_rig import ObsRig, wait_until

MOST_DIFFERENT = 12
"""Of 255: how far the mean colour of a recorded frame may be from that of OBS's own screenshot."""


def mean_colour(picture: Path, *, at: float = 0.0) -> tuple[int, int, int]:
    """Of a picture, or of a film's frame."""
    said = subprocess.run(
        ["ffmpeg", "-v", "error", "-ss", f"{at}", "-i", str(picture), "-frames:v", "1", "-vf", "scale=1:1",
         "-f", "rawvideo", "-pix_fmt", "rgb24", "-"],
        capture_output=True, check=True,
    ).stdout  # fmt: skip
    return said[0], said[1], said[2]


def shown_by_obs(studio: ObsRig, scene: str, path: Path) -> Path:
    """OBS's own screenshot of the scene it shows."""
    assert studio.scene == scene
    with studio.client() as client:
        asked = {"sourceName": scene, "imageFormat": "png", "imageFilePath": str(path)}
        client.send("SaveSourceScreenshot", asked)
    return path


def test_a_clip_begins_with_the_picture_that_was_on_air_at_its_take(
    program: Program, studio: ObsRig, sheet: Mutated, tmp_path: Path
) -> None:
    live(program, sheet)
    assert program.do("obs.record", on="yes")["ok"]
    wait_until(lambda: program.state["obs"]["recording"], what="the recording")
    first = sheet.products[0]
    second = next(row for row in sheet.products if row["obs_scene"] != first["obs_scene"])
    pictures: list[Path] = []
    for n, item in enumerate((first, second)):
        taken(program, item["row_id"])
        wait_until(lambda: program.state["lamps"]["scene"] == "on_air", what="the scene on air")
        pictures.append(shown_by_obs(studio, item["obs_scene"], tmp_path / f"{n}.png"))
        began = program.state["airing_s"]
        wait_until(lambda began=began: program.state["airing_s"] > began + 2.5, what="some film")
    assert program.do("obs.record", on="no", sure="yes")["ok"]
    wait_until(lambda: not program.state["obs"]["recording"], what="the recording's end")
    session = program.state["session"]
    assert program.do("show.end", sure="yes")["saved"]

    reports = program.directory / "reports"
    wait_until(lambda: len(list(reports.glob(f"*{session}.*"))) == 3, within_s=30, what="the report")
    page = next(reports.glob(f"*{session}.html")).read_text("utf-8")
    assert html.escape(first["name_en"]) in page
    assert "<svg" in page

    film = max(studio.recordings.iterdir(), key=lambda path: path.stat().st_mtime)
    folder = tmp_path / "clips"
    said = program.call("clips", session, "--recording", str(film), "-o", str(folder), "--exact")
    assert said.returncode == 0, said.stderr
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    assert [clip["item"] for clip in manifest["clips"]] == [first["row_id"], second["row_id"]]
    for clip, picture in zip(manifest["clips"], pictures, strict=True):
        recorded, seen = mean_colour(folder / clip["file"]), mean_colour(picture)
        assert max(abs(a - b) for a, b in zip(recorded, seen, strict=True)) <= MOST_DIFFERENT, (
            recorded,
            seen,
        )
    assert mean_colour(pictures[0]) != mean_colour(pictures[1])
