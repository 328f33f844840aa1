"""Stock in the real program: a shop's number on air, a shop that is killed and comes back, the day after."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.e2e.acts import live, taken
from tests.e2e.mutated import Mutated
from tests.e2e.program import Program
from tests.feeds.shop_server import ShopServer, shop_server
from tests.feeds.shops import GraphShop, Stall
from tests.obs_rig import ObsRig, wait_until


@pytest.fixture
def server() -> Iterator[ShopServer]:
    with shop_server() as running:
        yield running


def now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def feed_in(program: Program, server: ShopServer) -> None:
    program.directory.mkdir(parents=True, exist_ok=True)
    toml = GraphShop.TOML.replace("<url>", server.url).replace("every_s = 0.1", "every_s = 1")
    (program.directory / "feeds.toml").write_text(toml, "utf-8")
    program.environment["SHOP_PASSWORD"] = "pass"


def test_the_shops_number_is_on_air_and_a_shop_that_was_killed_is_heard_as_soon_as_it_is_back(
    program: Program, studio: ObsRig, sheet: Mutated, server: ShopServer, tmp_path: Path
) -> None:
    product = max(sheet.products, key=lambda row: (not row["bundle_of"], int(row["stock_total"] or 0)))
    item, sku = product["row_id"], product["merchant_sku"]
    stall = Stall({sku: 40})
    graph = GraphShop(server, stall)
    feed_in(program, server)
    live(program, sheet)
    taken(program, item)
    assert program.do("link.up", now="yes")["ok"]
    wait_until(lambda: program.item(item)["sellable"] == 40, what="the shop's number")
    stall.sells(sku, 3, at=now())
    wait_until(lambda: program.item(item)["sellable"] == 37, what="what was sold")
    wait_until(lambda: studio.text("stock") == "37", what="the number on air")

    server.close()
    wait_until(lambda: not program.state["feeds"][0]["ok"], within_s=15, what="the lamp")
    assert program.do("stock.count", qty="37")["ok"]
    graph.token = ""  # the server was started anew and knows nobody
    stall.sells(sku, 12, at=now())
    server.open()
    wait_until(lambda: program.item(item)["sellable"] == 25, within_s=15, what="the shop again")
    wait_until(lambda: program.item(item)["sold"] == 15, within_s=15, what="what its orders say")

    assert program.do("show.end", sure="yes")["ok"]
    orders = tmp_path / "orders.csv"
    lines = [
        f"{n},{order['at']},{order['lines'][0]['quantity']},{sku}" for n, order in enumerate(stall.orders)
    ]
    orders.write_text("\n".join(["Order ID,Order Date,Quantity,SKU", *lines, f"9,{now()},1,ELSE"]), "utf-8")
    said = program.call("reconcile", "last", str(orders), "--json")
    assert said.returncode == 0, said.stderr
    (found,) = [row for row in json.loads(said.stdout)["rows"] if row["sku"] == sku]
    assert (found["ours"], found["theirs"], found["delta"]) == (15, 15, 0)
    assert program.call("verify", "last").stdout.strip() == "ok"
