"""The secrets of a feed appear nowhere, however the shop misbehaves: not in the log, an export, the state, a
message to a person, or what the program writes of its own faults."""

from __future__ import annotations

import asyncio
import json
import logging
import subprocess
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from hostconsole import app, logs
from hostconsole.desk.desk import LOG_NAME, Desk
from hostconsole.exports import exported
from hostconsole.feeds import http
from hostconsole.feeds.config import feeds_of
from tests.desk.test_desk import opened
from tests.feeds.desk import SECRETS
from tests.feeds.shop_server import Asked, Route, Says, ShopServer, shop_server
from tests.feeds.shops import GraphShop, Stall
from tests.waiting import until

SKU = "QH-TIS-80x6"
PARTS = ("tok-Zx81-secret", "wörd&1", "w\\u00f6rd&1", "session-0000")
"""Pieces of the secrets and of the tokens they bring, as they could stand in any text."""

FORMATS = ("jsonl", "json", "csv", "html", "xlsx", "pdf")


def told_back(asked: Asked) -> str:
    return f"{asked.headers} {asked.body} {asked.query}"


def echo(asked: Asked) -> Says:
    """A shop that says back what it was sent, as some do when they fail."""
    return Says({"errors": [{"message": f"cannot serve {told_back(asked)}"}]})


def broken_page(asked: Asked) -> Says:
    return Says(f"<html>{told_back(asked)}</html>", status=500)


def as_stock(asked: Asked) -> Says:
    """It puts what it was sent where its figures should be."""
    level = {"stockOnHand": asked.headers["authorization"], "stockAllocated": told_back(asked)}
    item = {"sku": SKU, "trackInventory": "INHERIT", "updatedAt": None, "stockLevels": [level]}
    return Says({"data": {"productVariants": {"totalItems": 1, "items": [item]}}})


def found_in(said: list[str]) -> list[str]:
    return [part for part in PARTS if any(part in text for text in said)]


def words(path: Path) -> str:
    """All that a file holds, unpacked."""
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as book:
            return "".join(book.read(name).decode("utf-8", "replace") for name in book.namelist())
    if path.suffix == ".pdf":
        return subprocess.run(
            ["pdftotext", str(path), "-"], capture_output=True, text=True, check=True
        ).stdout
    return path.read_bytes().decode("utf-8", "replace")


@contextmanager
def program_log(folder: Path) -> Iterator[logs.Line]:
    """console.log, written as by the program itself."""
    root = logging.getLogger()
    before, level, raises = root.handlers[:], root.level, logging.raiseExceptions
    try:
        line = logs.log_to(folder)
        root.setLevel(logging.DEBUG)
        yield line
    finally:
        for handler in root.handlers:
            handler.close()
        root.handlers[:], logging.raiseExceptions = before, raises
        root.setLevel(level)


@pytest.fixture
def shop(monkeypatch: pytest.MonkeyPatch) -> Iterator[ShopServer]:
    for name, value in SECRETS.items():
        monkeypatch.setenv(name, value)
    with shop_server() as server:
        yield server


async def fed(folder: Path, shop: ShopServer, log: logs.Line) -> Desk:
    """A rehearsal whose shop has answered once."""
    GraphShop(shop, Stall({SKU: 40}))
    desk = await opened(folder)
    log.hide = desk.feeds.hide
    desk.run("show.take_item", {"item": "P01"})
    toml = GraphShop.TOML.replace("<url>", shop.url)
    toml = toml.replace('"Bearer {token}"', '"Bearer {token}", X-Key = "env:SHOP_TOKEN"', 1)
    desk.feeds.use(feeds_of(toml, beside=folder))
    await until(lambda: bool(desk.snapshot()["feeds"][0]["ok"]))
    return desk


def seen(desk: Desk) -> list[str]:
    return [json.dumps(desk.snapshot(), ensure_ascii=False), repr(desk.feeds.views())]


@pytest.mark.parametrize(
    "fails",
    [echo, broken_page, as_stock],
    ids=["an error inside 200", "a web page with 500", "in place of figures"],
)
async def test_a_shop_that_says_secrets_back_cannot_make_the_console_say_them(
    qapp: object, tmp_path: Path, shop: ShopServer, fails: Route
) -> None:
    told = tmp_path / logs.FILE_NAME
    with program_log(tmp_path) as log:
        desk = await fed(tmp_path, shop, log)
        session = desk.show.state.session
        try:
            shop.routes["/admin-api"] = fails
            await until(lambda: desk.snapshot()["feeds"][0]["odd"] or not desk.snapshot()["feeds"][0]["ok"])
            said = seen(desk)
            shop.close()
            await until(lambda: "reached" in (desk.snapshot()["feeds"][0]["error"] or ""))
            said += seen(desk)
        finally:
            await desk.close()
        for ending in FORMATS:
            exported(tmp_path, session, tmp_path / f"night.{ending}", language="en")
            said.append(words(tmp_path / f"night.{ending}"))
        said += [told.read_text("utf-8"), words(tmp_path / LOG_NAME)]
    assert "feed graph" in told.read_text("utf-8")
    assert found_in(said) == []


async def test_what_is_written_of_our_own_faults_has_no_secret(
    tmp_path: Path, shop: ShopServer, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """The worst there could be: a fault of ours, wherever it comes up, whose words are the request itself."""
    told = tmp_path / logs.FILE_NAME
    with program_log(tmp_path) as log:
        desk = await fed(tmp_path, shop, log)
        try:
            (sent, *_) = [asked for asked in shop.asked if "productVariants" in asked.body]
            fault = RuntimeError(f"{SECRETS} {told_back(sent)} {told_back(shop.asked[0])}")

            def broken(*_args: object, **_named: object) -> None:
                raise fault

            monkeypatch.setattr(http, "read_rows", broken)
            await until(lambda: "RuntimeError" in (desk.snapshot()["feeds"][0]["error"] or ""))
            said = seen(desk)
            app._bug(type(fault), fault, None)
            app._loop_bug(asyncio.get_running_loop(), {"message": f"died {fault}", "exception": fault})
            desk.later(failing(fault))
            await until(lambda: "a task died" in told.read_text("utf-8"))
        finally:
            await desk.close()
        said += [told.read_text("utf-8"), *capfd.readouterr()]
    assert said[-3].count("RuntimeError") >= 4
    assert found_in(said) == []


async def failing(fault: Exception) -> None:
    raise fault
