"""Texts and pictures together on a real OBS: through a fade, with a stock that moves, after a crash."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

import pytest

from hostconsole.show.events import ObsReady, OutputsChanged, SceneShown
from hostconsole.show.target import Target
from tests.obs.console import console
from tests.obs.film import nearest, pixels
from tests.obs.test_proof_of_pictures import CORNER, bars_of, newest, palette
from tests.obs.watch import linked
from tests.obs_rig import SCENES, ObsRig
from tests.obs_room import wait_until

pytestmark = [pytest.mark.obs, pytest.mark.e2e]

TAKES = 12
PURE = 5
"""So much a channel may differ in a frame that shows one scene alone."""


def scene_of(take: int) -> int:
    """The place of a take's scene; three takes in a row have three different ones."""
    return take * 3 % 5


async def test_with_a_fade_the_new_scene_never_stands_alone_with_the_old_price(obs: ObsRig) -> None:
    async with linked(port=obs.port, password=obs.password) as (link, watch):
        await watch.until(ObsReady)

        async def take(number: int) -> None:
            price = {"price": "█" * (scene_of(number) + 1)}
            link.aim(Target(scene=SCENES[scene_of(number)], inputs=price, take=number))
            await watch.until(SceneShown, lambda event: event.order == number)

        await take(1)
        link.switch_output("recording", on=True)
        await watch.until(OutputsChanged, lambda event: event.recording)
        for number in range(2, TAKES + 1):
            await asyncio.sleep(0.25 + 0.013 * (number % 5))
            await take(number)
        await asyncio.sleep(0.5)
        link.switch_output("recording", on=False)
        await watch.until(OutputsChanged, lambda event: not event.recording, since=watch.mark)
    film = newest(obs)
    colours, prices = [row[0] for row in pixels(film, CORNER, columns=1)], bars_of(film)
    delivered, mixed = 1, 0
    for frame, (colour, price) in enumerate(zip(colours, prices, strict=True)):
        if price != scene_of(delivered) + 1:
            delivered += 1
            before = palette()[scene_of(delivered - 1)]
            assert price == scene_of(delivered) + 1, f"frame {frame} has the price of no take"
            assert _alike(colours[frame - 1], before), f"frame {frame - 1} mixes before the price changed"
        if any(_alike(colour, scene) for scene in palette()):
            alone = nearest(colour, palette())
            assert alone in (scene_of(delivered), scene_of(delivered - 1)), f"frame {frame}: price too late"
        else:
            mixed += 1
    print(f"{len(colours)} frames, {mixed} of them mix two scenes, {delivered} takes seen")
    assert delivered == TAKES
    assert mixed >= TAKES, "a fade was seen"


def _alike(one: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    return all(abs(a - b) <= PURE for a, b in zip(one, other, strict=True))


async def test_a_stock_that_moves_is_in_obs_at_once_and_at_most_five_times_a_second(
    obs: ObsRig, tmp_path: Path
) -> None:
    async with console(obs, tmp_path) as show:
        await show.shows("show.take_item", item="P1")
        await show.until(lambda: obs.text("stock") == "100")
        await asyncio.sleep(0.3)
        with obs.client() as client:

            def shows(text: str) -> bool:
                answer = client.send("GetInputSettings", {"inputName": "hc:stock"}, raw=True)
                return bool(answer["inputSettings"]["text"] == text)

            asked = show.clock.now()
            show.run("stock.adjust", sku="S1", by="-1")
            await asyncio.to_thread(wait_until, lambda: shows("99"))
            assert show.clock.now() - asked <= 0.2
        before = len(await show.told("texts.shown"))
        began = time.monotonic()
        for _ in range(40):
            show.run("stock.adjust", sku="S1", by="-1")
            await asyncio.sleep(0.05)
        seconds = time.monotonic() - began
        await asyncio.to_thread(wait_until, lambda: obs.text("stock") == "59")
        sent = len(await show.told("texts.shown")) - before
        print(f"40 counts in {seconds:.1f} s, sent {sent} times")
        assert sent <= seconds * 5 + 2


async def test_after_a_crash_the_picture_alone_can_be_brought_back(obs: ObsRig, tmp_path: Path) -> None:
    async with console(obs, tmp_path) as show:
        await show.shows("show.take_item", item="P3")
        show.run("obs.record", on="yes")
        await show.until(lambda: show.obs["recording"])
        obs.kill()
        await show.until(lambda: show.obs["link"] == "lost")
        obs.start()
        obs.show(SCENES[0])
        await show.until(lambda: show.obs["scene_on_air"] == SCENES[0] and show.obs["link"] == "ready")
        await show.shows("obs.resend")
        assert (obs.scene, obs.text("price")) == (SCENES[2], "¥333")
        assert not show.obs["recording"], "only what was asked for"
        assert "recording" in show.alerts["obs_restore"], "the rest is still offered"
        show.run("alert.ack")
        assert obs.scene == SCENES[2]
