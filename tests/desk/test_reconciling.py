"""`hostconsole reconcile` on a real log: the night's chain stays, what was found is kept after it."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from hostconsole.desk.afterwards import LOG_NAME
from hostconsole.desk.figures import Asked, figures_kept
from hostconsole.desk.night import exported, listed, verified
from hostconsole.desk.reconciling import reconciled
from hostconsole.log.afterwards import told_after
from hostconsole.log.reader import LogReader
from hostconsole.show.after_events import FiguresImported, SalesReconciled
from hostconsole.show.plan import Plan, Variant
from tests.desk.test_desk import opened
from tests.report.made import desk, log_in, product

SKU = "QH-TIS-80x6"
HEAD = "order_id,order_date,status,SKU,Quantity\n"


async def evening(folder: Path) -> tuple[str, str]:
    """A live show in which P01 was counted as sold 5 times, and a time while it ran."""
    desk = await opened(folder, kind="live")
    session = desk.show.state.session
    desk.run("show.take_item", {"item": "P01"})
    desk.run("link.up", {"now": "yes"})
    desk.run("stock.sold", {"qty": "5"})
    at = datetime.now(UTC).isoformat(timespec="seconds")
    desk.run("show.end", {"sure": "yes"})
    await desk.close()
    return session, at


def orders(folder: Path, *lines: str) -> Path:
    file = folder / "orders.csv"
    file.write_text(HEAD + "".join(f"{line}\n" for line in lines), "utf-8")
    return file


def test_orders_and_figures_by_colour_and_size_are_those_of_their_product(tmp_path: Path) -> None:
    colours = (Variant(name="蓝", qty=30, sku="TEE-BLU"), Variant(name="白", qty=20, sku="TEE-WHT"))
    made = desk(Plan(name="x", items=(product("P1", sku="TEE", variants=colours),)))
    made.at("1:00").do("show.take_item", item="P1")
    made.at("2:00").do("stock.sold", qty=5)
    made.at("9:00").do("show.end", sure="yes")
    folder, at = log_in(tmp_path / "data", made), "2026-11-23T12:03:00Z"
    file = orders(folder, f"1,{at},processing,TEE-BLU,2", f"2,{at},processing,tee-wht,3")
    (row,) = reconciled(folder, "last", file)["rows"]
    assert (row["sku"], row["ours"], row["theirs"], row["delta"]) == ("TEE", 5, 5, 0)
    table = tmp_path / "figures.csv"
    table.write_text("SKU,成交件数\nTEE-BLU,2\nTEE-WHT,3\n", "utf-8")
    figures_kept(folder, "last", table, Asked(platform="抖音"))
    (imported,) = [event for event in kept(folder, "s1") if isinstance(event, FiguresImported)]
    assert [(item.sku, item.sold) for item in imported.items] == [("TEE", 5)]


def kept(folder: Path, session: str) -> list[SalesReconciled]:
    with LogReader(folder / LOG_NAME) as reader:
        return [entry.event for entry in told_after(reader, session)]  # type: ignore[misc]


async def test_deltas_are_kept_after_the_night_whose_log_and_exports_stay_as_they_were(
    tmp_path: Path,
) -> None:
    session, at = await evening(tmp_path)
    before = listed(tmp_path)
    exported(tmp_path, session, tmp_path / "before.jsonl", language="en")
    file = orders(
        tmp_path, f"1,{at},processing,{SKU},6", f"2,{at},refunded,{SKU},1", f"3,{at},pending,{SKU},9"
    )
    found = reconciled(tmp_path, "last", file)
    row = next(row for row in found["rows"] if row["sku"] == SKU)
    assert (row["ours"], row["theirs"], row["delta"], row["refunded"], row["unpaid"]) == (5, 7, 2, 1, 9)
    assert found["recorded"]
    (event,) = kept(tmp_path, session)
    assert (event.night, event.file) == (before[0]["last_hash"], "orders.csv")
    assert listed(tmp_path) == before
    assert verified(tmp_path, session) is None
    exported(tmp_path, session, tmp_path / "after.jsonl", language="en")
    assert (tmp_path / "after.jsonl").read_bytes() == (tmp_path / "before.jsonl").read_bytes()


async def test_the_same_file_is_kept_once_and_a_newer_one_says_what_it_said_before(tmp_path: Path) -> None:
    session, at = await evening(tmp_path)
    file = orders(tmp_path, f"1,{at},processing,{SKU},6")
    assert [reconciled(tmp_path, session, file)["recorded"] for _ in range(3)] == [True, False, False]
    orders(tmp_path, f"1,{at},processing,{SKU},4")
    found = reconciled(tmp_path, session, file)
    row = next(row for row in found["rows"] if row["sku"] == SKU)
    assert (row["theirs"], row["was"]) == (4, 6)
    assert len(kept(tmp_path, session)) == 2


async def test_with_a_running_console_it_goes_through_its_door(tmp_path: Path) -> None:
    session, at = await evening(tmp_path)
    desk = await opened(tmp_path)
    file = orders(tmp_path, f"1,{at},processing,{SKU},5")
    found = await asyncio.to_thread(reconciled, tmp_path, session, file)
    assert found["recorded"]
    await desk.close()
    assert len(kept(tmp_path, session)) == 1
    assert verified(tmp_path, session) is None


async def test_the_command_prints_a_table_and_says_what_is_wrong_in_one_line(tmp_path: Path) -> None:
    _, at = await evening(tmp_path)
    file = orders(tmp_path, f"1,{at},processing,{SKU},6", f"2,{at},processing,OTHER,1")

    def console(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "hostconsole", "reconcile", *words, "--data-dir", str(tmp_path)],
            capture_output=True,
            text=True,
            check=False,
        )

    told = console("last", str(file))
    assert told.returncode == 0, told.stderr
    assert f"{SKU:20} {5:>7} {6:>9} {'+1':>7}" in told.stdout
    assert "Not SKUs of this show, left out: OTHER (1)." in told.stdout
    assert json.loads(console("last", str(file), "--json").stdout)["recorded"] is False
    for words, why in (
        (("nobody", str(file)), "no session 'nobody'"),
        (("last", str(tmp_path / "none.csv")), "There is no file"),
        (("last", str(file), "--zone", "Beijing"), "no zone"),
    ):
        failed = console(*words)
        assert (failed.returncode, why in failed.stderr, failed.stdout) == (2, True, "")
        assert failed.stderr.count("\n") == 1
