"""Whole feeds on the loop against a real server: killed and back, hanging, racing, behind TLS."""

from __future__ import annotations

import asyncio
import datetime
import ipaddress
import ssl
import threading
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from hostconsole.feeds.config import feeds_of
from hostconsole.feeds.runner import FeedRunner
from hostconsole.feeds.told import FeedTold, Wanted
from hostconsole.show.clock import Moment
from hostconsole.show.errors import Trouble
from tests.feeds.desk import HandClock, Reader, feed_of
from tests.feeds.shop_server import Asked, Says, ShopServer, shop_server
from tests.waiting import until

ONE_CALL = """
[[feed]]
name = "<name>"
kind = "http"
url = "<url>/stock"
sku = "sku"
available = "left"
every_s = 0.1
"""


class RealClock:
    def now(self) -> Moment:
        at = datetime.datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        return Moment(at=at, monotonic_ms=int(time.monotonic() * 1000), boot="test")


class Desk:
    def __init__(self) -> None:
        self.told: list[FeedTold] = []
        self.threads: set[int] = set()

    def take(self, told: FeedTold) -> None:
        self.threads.add(threading.get_ident())
        self.told.append(told)

    def left(self, name: str = "shop") -> int | None:
        """The newest number of A."""
        figures = [one.figure for told in self.told if told.lamp.name == name for one in told.stock]
        return figures[-1].available if figures else None


@asynccontextmanager
async def running(desk: Desk, text: str) -> AsyncIterator[FeedRunner]:
    runner = FeedRunner(
        feeds_of(text, beside=Path()),
        wanted=lambda: Wanted(on_air=frozenset({"A"}), others=frozenset({"B"})),
        told=desk.take,
        loop=asyncio.get_running_loop(),
        clock=RealClock(),
    )
    runner.start()
    try:
        yield runner
    finally:
        await runner.stop()


async def test_a_server_killed_and_back(shop: ShopServer) -> None:
    shop.says("/stock", Says([{"sku": "A", "left": 5}]))
    desk = Desk()
    async with running(desk, ONE_CALL.replace("<url>", shop.url).replace("<name>", "shop")) as runner:
        await until(lambda: desk.left() == 5)
        shop.close()
        await until(lambda: runner.lamps[0].status == "failed")
        assert "127.0.0.1" in runner.lamps[0].error
        assert runner.lamps[0].good_ms is not None
        shop.says("/stock", Says([{"sku": "A", "left": 3}]))
        shop.open()
        await until(lambda: desk.left() == 3 and runner.lamps[0].status == "ok")
    assert desk.threads == {threading.get_ident()}


async def test_a_hanging_feed_holds_up_neither_another_feed_nor_the_loop(
    shop: ShopServer, other_shop: ShopServer
) -> None:
    held = threading.Event()
    shop.says("/stock", Says(hold=held))
    count = iter(range(10**6))
    other_shop.says("/stock", lambda _: Says([{"sku": "A", "left": next(count)}]))
    desk = Desk()
    text = ONE_CALL.replace("<url>", shop.url).replace("<name>", "hanging")
    text += ONE_CALL.replace("<url>", other_shop.url).replace("<name>", "shop")
    async with running(desk, text) as runner:
        await until(lambda: (desk.left() or 0) >= 5)
        assert runner.lamps[0].status == "waiting"
    held.set()


async def test_orders_racing_for_the_last_pieces_end_at_the_shops_own_number(shop: ShopServer) -> None:
    """Answers that take their time and overtake each other, while pieces are sold below zero."""
    lock = threading.Lock()
    left = 20
    slow = iter([True, False, False] * 10_000)

    def stock(_: Asked) -> Says:
        with lock:
            seen = left
            wait = threading.Event() if next(slow) else None
        if wait is not None:
            wait.wait(0.05)
        return Says([{"sku": "A", "left": seen}])

    def sell() -> None:
        nonlocal left
        for _ in range(11):
            with lock:
                left -= 1

    shop.routes["/stock"] = stock
    desk = Desk()
    async with running(desk, ONE_CALL.replace("<url>", shop.url).replace("<name>", "shop")) as runner:
        await until(lambda: desk.left() == 20)
        buyers = [threading.Thread(target=sell) for _ in range(2)]
        for buyer in buyers:
            buyer.start()
            runner.wanted_changed()
        for buyer in buyers:
            await asyncio.to_thread(buyer.join)
        await until(lambda: desk.left() == -2)
        seen = [one.figure.available for told in desk.told for one in told.stock if one.figure.sku == "A"]
        assert seen == sorted(seen, key=lambda number: -(number or 0))


async def test_a_large_answer_is_read_without_holding_up_the_loop(shop: ShopServer) -> None:
    rows = [{"sku": f"S{number}", "left": number, "text": "x" * 100} for number in range(30_000)]
    shop.says("/stock", Says([*rows, {"sku": "A", "left": 4}, {"sku": "B", "left": 4}]))
    desk = Desk()
    threads: list[str] = []
    async with running(desk, ONE_CALL.replace("<url>", shop.url).replace("<name>", "shop")):
        await until(lambda: threads.append("") or desk.left() == 4)
    assert len(threads) > 5, "the loop went on turning meanwhile"


# -- TLS ---------------------------------------------------------------------------------------------


def certificate(folder: Path) -> Path:
    """A certificate for 127.0.0.1 that nobody has signed, with its key, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    here = x509.IPAddress(ipaddress.ip_address("127.0.0.1"))
    now = datetime.datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([here]), False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), True)
        .sign(key, hashes.SHA256())
    )
    file = folder / "cert.pem"
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file.write_bytes(made.public_bytes(serialization.Encoding.PEM) + secret)
    return file


@pytest.mark.parametrize("trusted", [True, False])
async def test_a_shop_must_prove_who_it_is(
    tmp_path: Path, clock: HandClock, trusted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = certificate(tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    if trusted:
        monkeypatch.setenv("SSL_CERT_FILE", str(file))
    text = ONE_CALL.replace("<name>", "shop") + 'headers = { Authorization = "env:SHOP_TOKEN" }'
    with shop_server(context) as shop:
        shop.says("/stock", Says([{"sku": "A", "left": 5}]))
        async with Reader(feed_of(text, url=shop.url), clock) as feed:
            if trusted:
                assert (await feed.read("A"))["A"].available == 5
                return
            with pytest.raises(Trouble) as met:
                await feed.read("A")
    assert met.value.code == "feed_tls"
    assert shop.asked == []
