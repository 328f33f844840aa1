"""The password stays a secret, and connecting never waits for long."""

from __future__ import annotations

import asyncio
import logging
import socket
import threading

from hostconsole.obs.link import open_obs
from hostconsole.show.events import (
    ObsLinkChanged,
    ObsReady,
)
from tests.obs.fake_server import FakeObs
from tests.obs.watch import Watch, awaited, linked, until


@awaited
async def test_the_password_is_in_no_log_no_repr_and_no_event(caplog, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    caplog.set_level(logging.DEBUG)
    for library in ("obsws_python", "websocket"):
        logging.getLogger(library).setLevel(logging.DEBUG)
    secret = "unmistakable-secret"
    async with FakeObs(password=secret) as fake:
        async with linked(port=fake.port, password=secret) as (link, watch):
            await watch.until(ObsReady)
            said = f"{link!r} {vars(link)!r} {watch.told!r}"
        async with linked(port=fake.port, password=secret + "x") as (link, watch):
            await watch.until_link("refused")
            said += f"{link!r} {watch.told!r}"
    assert secret not in said
    assert secret not in caplog.text


@awaited
async def test_a_proxy_of_the_system_is_not_asked(monkeypatch):
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    async with FakeObs() as fake, linked(port=fake.port, password=None) as (_, watch):
        await watch.until(ObsReady)


@awaited
async def test_a_password_wanted_but_not_known_is_refused_and_start_tries_again():
    known: list[str] = []
    async with FakeObs(password="p") as fake:
        watch = Watch()
        link = open_obs(
            f"ws://127.0.0.1:{fake.port}",
            password=lambda: known[0] if known else None,
            tell=watch.tell,
            loop=asyncio.get_running_loop(),
        )
        link.start()
        assert "none is known" in (await watch.until_link("refused")).why
        known.append("p")
        link.start()
        await watch.until(ObsReady)
        link.stop()


@awaited
async def test_stop_during_a_hanging_connect_returns_at_once():
    with socket.create_server(("127.0.0.1", 0)) as mute:
        async with linked(port=mute.getsockname()[1], password=None) as (link, watch):
            await watch.until(ObsLinkChanged, lambda event: event.now == "connecting")
            accepted, _ = await asyncio.to_thread(mute.accept)
            began = watch.now()
            link.stop()
            took = watch.now() - began
            accepted.close()
        assert took < 1.0
        await until(lambda: not any(thread.name == "obs" for thread in threading.enumerate()))


@awaited
async def test_nobody_at_the_address_is_said_once_and_soon_found_when_there():
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    async with linked(port=port, password=None) as (_, watch):
        told = await watch.until(ObsLinkChanged, lambda event: "nothing answers" in event.why)
        assert told.now == "connecting"
        async with FakeObs(port=port):
            await watch.until(ObsReady, within_s=1.0)
            assert [event.why for event in watch.all(ObsLinkChanged)] == ["", told.why, ""]
