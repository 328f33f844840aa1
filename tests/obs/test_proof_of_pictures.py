"""What viewers see, judged frame by frame on recordings of a real OBS at 1280x720, 30 frames a second."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from hostconsole.show.events import ObsReady, OutputsChanged, SceneShown
from hostconsole.show.target import Target
from tests.obs.console import console
from tests.obs.film import FPS, nearest, pixels, times
from tests.obs.watch import linked
from tests.obs_rig import COLOURS, SCENES, TEXTS, ObsRig

pytestmark = [pytest.mark.obs, pytest.mark.e2e]

CORNER = (1000, 600, 200, 100)
"""Nothing but the scene's own colour."""

PRICE_ROW = (60, 160, 600, 60)
"""Where the rig has put `hc:price`."""


@contextmanager
def cut(rig: ObsRig) -> Iterator[Any]:
    """Without a fade."""
    with rig.client() as client:
        client.send("SetCurrentSceneTransition", {"transitionName": "Cut"})
        yield client


def newest(rig: ObsRig) -> Path:
    return max(rig.recordings.iterdir(), key=lambda path: path.stat().st_mtime)


def palette() -> list[tuple[int, int, int]]:
    """The scenes' colours; OBS writes them as ABGR."""
    return [(c & 255, c >> 8 & 255, c >> 16 & 255) for c in COLOURS]


def scenes_of(film: Path) -> list[int]:
    return [nearest(row[0], palette()) for row in pixels(film, CORNER, columns=1)]


async def test_each_logged_timecode_meets_its_picture(obs: ObsRig, tmp_path: Path) -> None:
    with cut(obs) as client:
        async with console(obs, tmp_path) as show:
            await show.shows("show.take_item", item="P5")
            show.run("obs.record", on="yes")
            await show.until(lambda: show.obs["recording"])
            # A slow machine encodes its first picture late: without one the first take is no change.
            await show.until(lambda: client.send("GetRecordStatus", raw=True)["outputDuration"] > 300)
            for n, item in enumerate(("P1", "P2", "P3", "P4", "P5") * 2):
                await asyncio.sleep(0.9 + 0.037 * n)
                await show.shows("show.take_item", item=item)
                if n == 4:
                    client.send("PauseRecord")
                    await show.until(lambda: show.desk.show.state.obs.paused)
                    await asyncio.sleep(1.5)
                    client.send("ResumeRecord")
                    await show.until(lambda: not show.desk.show.state.obs.paused)
            await asyncio.sleep(0.7)
            show.run("obs.record", on="no", sure="yes")
            await show.until(lambda: not show.obs["recording"])
            takes = (await show.told("item.taken"))[1:]
        film = newest(obs)
    shown, at = scenes_of(film), times(film)
    changes = [at[n] for n in range(1, len(shown)) if shown[n] != shown[n - 1]]
    assert len(changes) == len(takes) == 10, (changes, takes)
    off = [round((seen - take["data"]["rec_s"]) * FPS, 1) for seen, take in zip(changes, takes, strict=True)]
    print(f"frames off: {off}")
    assert sum(abs(frames) <= 5 for frames in off) >= 9, off
    assert max(abs(frames) for frames in off) <= 10, off


async def test_with_a_cut_no_frame_pairs_a_scene_with_anothers_price(obs: ObsRig) -> None:
    bars = {scene: "█" * n for n, scene in enumerate(SCENES, start=1)}

    def texts(scene: str) -> dict[str, str]:
        """The price first and eight more after it: sent one by one they would need several frames."""
        return {"price": bars[scene], **{name: scene[:2] for name in TEXTS if name != "price"}}

    with cut(obs):
        async with linked(port=obs.port, password=obs.password) as (link, watch):
            await watch.until(ObsReady)
            link.aim(Target(scene=SCENES[4], inputs=texts(SCENES[4]), take=1))
            await watch.until(SceneShown, lambda event: event.order == 1)
            link.switch_output("recording", on=True)
            await watch.until(OutputsChanged, lambda event: event.recording)
            for take in range(2, 26):
                await asyncio.sleep(0.25 + 0.011 * (take % 7))
                scene = SCENES[(take * 3) % 5]
                link.aim(Target(scene=scene, inputs=texts(scene), take=take))
                await watch.until(SceneShown, lambda event, take=take: event.order == take)
            await asyncio.sleep(0.5)
            link.switch_output("recording", on=False)
            await watch.until(OutputsChanged, lambda event: not event.recording, since=watch.mark)
        film = newest(obs)
    scenes, prices = scenes_of(film), bars_of(film)
    pairs = list(zip(scenes, prices, strict=True))
    changes = sum(a != b for a, b in itertools.pairwise(scenes))
    wrong = [n for n, (scene, price) in enumerate(pairs) if price != scene + 1]
    print(f"{len(pairs)} frames, {changes} takes seen, wrong frames: {wrong}")
    assert changes >= 20
    assert wrong == []


def bars_of(film: Path) -> list[int]:
    """How many bars the price shows in each frame: the text is white, the scenes are dark."""
    rows = pixels(film, PRICE_ROW, columns=100)
    lit = [sum(min(colour) > 120 for colour in row) for row in rows]
    one = min(n for n in lit if n)
    return [round(n / one) for n in lit]
