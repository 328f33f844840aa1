"""Which OBS an address names, and the one that is only simulated."""

from __future__ import annotations

import asyncio
import subprocess
import sys

import pytest

from hostconsole.obs.link import NoObs, Obs, ObsLink, open_obs
from hostconsole.obs.simulated import SimulatedObs
from hostconsole.obs.way import parse_address
from hostconsole.show.errors import Refused
from hostconsole.show.events import (
    ObsReady,
    OutputsChanged,
    SceneAccepted,
    SceneAsked,
    SceneFailed,
    SceneShown,
    TextsShown,
)
from hostconsole.show.target import Target
from tests.obs.watch import Watch, awaited


def opened(address: str, watch: Watch) -> Obs:
    return open_obs(address, password=lambda: None, tell=watch.tell, loop=asyncio.get_running_loop())


@pytest.mark.parametrize(
    ("address", "meant"),
    [
        ("ws://127.0.0.1:4455", ("127.0.0.1", 4455)),
        ("ws://studio-pc:4460/", ("studio-pc", 4460)),
        ("192.168.1.20", ("192.168.1.20", 4455)),
        ("localhost:4456", ("localhost", 4456)),
        ("ws://[::1]:4455", ("::1", 4455)),
    ],
)
def test_addresses_that_name_an_obs(address, meant):
    assert parse_address(address) == meant


@pytest.mark.parametrize(
    "address",
    ["", "ws://", "http://127.0.0.1:4455", "ws://host:port", "ws://h:99999", "ws://a b", "ws://h/x"],
)
def test_addresses_that_name_none_are_refused(address):
    with pytest.raises(Refused) as refused:
        parse_address(address)
    assert refused.value.code == "bad_value"


def test_a_password_in_the_address_is_refused_without_repeating_it():
    with pytest.raises(Refused) as refused:
        parse_address("ws://me:secret@127.0.0.1:4455")
    assert "secret" not in str(refused.value)
    assert "secret" not in repr(refused.value.fields)


@awaited
async def test_each_address_opens_its_kind():
    watch = Watch()
    assert isinstance(opened("ws://127.0.0.1:4455", watch), ObsLink)
    assert isinstance(opened("simulated", watch), SimulatedObs)
    assert isinstance(opened("off", watch), NoObs)


@awaited
async def test_the_simulated_obs_shows_every_scene_after_its_fade():
    watch = Watch()
    obs = opened("simulated", watch)
    obs.start()
    assert (await watch.until(ObsReady)).simulated
    assert watch.link == "simulated"
    obs.aim(Target(scene="any", inputs={"price": "¥1"}, take=1))
    shown = await watch.until(SceneShown)
    assert (shown.scene, shown.order) == ("any", 1)
    assert [type(event) for event in watch.told if isinstance(event, SceneAsked | SceneAccepted)] == [
        SceneAsked,
        SceneAccepted,
    ]
    assert watch.all(TextsShown)[0].names == ("price",)
    obs.switch_output("recording", on=True)
    assert (await watch.until(OutputsChanged)).recording
    obs.stop()


@awaited
async def test_in_the_simulated_obs_the_latest_wins_too():
    watch = Watch()
    obs = opened("simulated", watch)
    obs.start()
    obs.aim(Target(scene="A", take=1))
    obs.aim(Target(scene="B", take=2))
    obs.aim(Target(scene="B", inputs={"stock": "3"}, take=2))
    await watch.until(SceneShown, lambda event: event.scene == "B")
    assert [(event.order, event.code) for event in watch.all(SceneFailed)] == [(1, "stale")]
    obs.stop()


def test_the_library_is_not_loaded_before_it_is_needed():
    asked = (
        "import hostconsole.obs.link, sys; print('obsws_python' in sys.modules, 'websocket' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["False", "False"]
