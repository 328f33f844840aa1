"""No secret in anything that leaves a feed: faults, lamps, logs, reprs."""

from __future__ import annotations

import asyncio
import copy
import logging
import pickle
import traceback

import pytest

from hostconsole.feeds.secret import HIDDEN, Secret, Vault
from hostconsole.show.errors import Trouble
from tests.feeds.desk import HandClock, Reader, feed_of
from tests.feeds.shop_server import Asked, Says, ShopServer

PARTS = ("tok-Zx81", 'pa"ss', "pa%22ss", 'pa\\"ss', "issued-token", "cGFzc3dvcmQ")

FEED = """
[[feed]]
name = "shop"
kind = "http"
url = "<url>/stock?key={env:SHOP_PASSWORD}&t={token}"
headers = { Authorization = "env:SHOP_TOKEN", X-Token = "{token}" }
sku = "sku"
available = "left"
error = "error"
[feed.login]
url = "<url>/login"
body = '{"p": "{env:SHOP_PASSWORD}"}'
token = "token"
"""


def echo(asked: Asked) -> Says:
    """A shop that repeats all it was told in its error, as some do."""
    return Says({"error": f"{asked.headers} {asked.query} {asked.body}"})


@pytest.mark.parametrize(
    "says",
    [
        echo,
        lambda asked: Says(f"<h1>{asked.headers}</h1>", status=500),
        lambda asked: Says(status=302, headers={"Location": f"ftp://x/{asked.headers['authorization']}"}),
        lambda asked: Says(status=302, headers={"Location": f"http://[{asked.headers['x-token']}"}),
        lambda asked: Says(f"{asked.headers}".encode()),
        lambda asked: Says(cut=True),
        lambda asked: Says({}, status=401),
    ],
)
async def test_no_fault_shows_a_secret(
    shop: ShopServer, clock: HandClock, says: object, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    shop.says("/login", Says({"token": "issued-token-77"}))
    shop.routes["/stock"] = says  # type: ignore[assignment]
    feed = feed_of(FEED, url=shop.url)
    async with Reader(feed, clock) as reader:
        with pytest.raises(Trouble) as met:
            await reader.read("A")
    assert shop.calls("/stock")[0].headers["x-token"] == "issued-token-77"
    fault = met.value
    said = [fault.reason, repr(fault), repr(fault.fields), *traceback.format_exception(fault), caplog.text]
    said += [repr(feed), repr(reader.vault), repr(vars(reader.source)), *warned(caplog)]
    assert [part for part in PARTS if part in "".join(said)] == []


def warned(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [repr(record.args) + repr(record.msg) for record in caplog.records]


async def test_a_secret_that_is_not_there_is_named_and_nothing_is_sent(
    shop: ShopServer, clock: HandClock
) -> None:
    text = '[[feed]]\nname = "s"\nkind = "http"\nurl = "<url>"\nsku = "a"\navailable = "b"\n'
    feed = feed_of(text + 'headers = { Authorization = "env:NOT_SET" }', url=shop.url)
    async with Reader(feed, clock) as reader:
        with pytest.raises(Trouble, match="NOT_SET is not in the environment") as met:
            await reader.read("A")
    assert (met.value.code, shop.asked) == ("feed_secret", [])


def test_the_keyring_is_asked_once_and_again_after_a_refusal() -> None:
    asked: list[str] = []

    def keyring(name: str) -> str:
        asked.append(name)
        return "from-the-keyring"

    vault = Vault(environ={}, ask_keyring=keyring)
    for _ in range(2):
        asyncio.run(vault.found(["keyring:shop"]))
    vault.forget()
    found = asyncio.run(vault.found(["keyring:shop"]))
    assert (asked, found["keyring:shop"].reveal()) == (["shop", "shop"], "from-the-keyring")


def test_a_secret_does_not_show_itself_and_no_copy_carries_it() -> None:
    secret = Secret("hunter2hunter2")
    assert f"{secret} {secret!r}" == f"{HIDDEN} {HIDDEN}"
    assert pickle.loads(pickle.dumps(secret)).reveal() == HIDDEN
    assert copy.copy(secret).reveal() == HIDDEN
