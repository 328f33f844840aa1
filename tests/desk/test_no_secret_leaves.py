"""The secrets of a feed appear nowhere, however the shop misbehaves: not in the log, an export, the state, a
message to a person, or the program's own log."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest

from hostconsole.desk.afterwards import LOG_NAME
from hostconsole.desk.night import exported
from hostconsole.feeds.config import feeds_of
from tests.desk.test_desk import opened
from tests.feeds.desk import SECRETS
from tests.feeds.shop_server import Asked, Says, shop_server
from tests.feeds.shops import GraphShop, Stall
from tests.waiting import until

SKU = "QH-TIS-80x6"
PARTS = ("tok-Zx81-secret", "wörd&1", "w\\u00f6rd&1", "session-0000")
"""Pieces of the secrets and of the tokens they bring, as they could stand in any text."""


def echo(asked: Asked) -> Says:
    """A shop that says back what it was sent, as some do when they fail."""
    return Says({"errors": [{"message": f"cannot serve {asked.headers} {asked.body} {asked.query}"}]})


def broken_page(asked: Asked) -> Says:
    return Says(f"<html>{asked.headers} {asked.body}</html>", status=500)


@pytest.mark.parametrize("fails", [echo, broken_page], ids=["an error inside 200", "a web page with 500"])
async def test_a_shop_that_says_secrets_back_cannot_make_the_console_say_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, fails: object
) -> None:
    for name, value in SECRETS.items():
        monkeypatch.setenv(name, value)
    caplog.set_level(logging.DEBUG)
    with shop_server() as server:
        graph = GraphShop(server, Stall({SKU: 40}))
        desk = await opened(tmp_path)
        session = desk.show.state.session
        desk.run("show.take_item", {"item": "P01"})
        desk.feed(feeds_of(GraphShop.TOML.replace("<url>", server.url), beside=tmp_path))
        said: list[str] = []
        try:
            await until(lambda: desk.snapshot()["feeds"][0]["ok"])
            server.routes["/admin-api"] = fails  # type: ignore[assignment]
            await until(lambda: not desk.snapshot()["feeds"][0]["ok"])
            said += [json.dumps(desk.snapshot(), ensure_ascii=False), repr(desk.feed_views())]
            server.close()
            await until(lambda: "reached" in (desk.snapshot()["feeds"][0]["error"] or ""))
            said += [json.dumps(desk.snapshot(), ensure_ascii=False), repr(desk.feed_views())]
        finally:
            await desk.close()
    assert graph.logins >= 1
    for ending in ("jsonl", "json", "csv", "html"):
        exported(tmp_path, session, tmp_path / f"night.{ending}", language="en")
        said.append((tmp_path / f"night.{ending}").read_text("utf-8"))
    said += [caplog.text, (tmp_path / LOG_NAME).read_bytes().decode("utf-8", "replace")]
    assert [part for part in PARTS if any(part in text for text in said)] == []
