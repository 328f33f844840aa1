"""Edits of a running console are written back by `sheet.save`, and past shows are read from its log."""

from __future__ import annotations

from pathlib import Path

import pytest

from hostconsole.desk.history import history
from hostconsole.desk.saving import LOG_NAME
from hostconsole.sheets import read_show
from hostconsole.show.errors import Refused
from hostconsole.show.history import speeds
from tests.desk.test_desk import SAMPLE, desk_in, opened


async def test_edits_are_saved_into_the_sheet_and_a_reload_has_nothing_to_do(tmp_path: Path) -> None:
    sheet = tmp_path / "show.csv"
    sheet.write_text("品名,直播价,库存\n杯,89,900\n壶,59,100\n", encoding="utf-8")
    desk = await opened(tmp_path, sheet=sheet, kind="preparation")
    try:
        desk.run("item.edit", {"item": "R1", "field": "live_price", "value": "79"})
        desk.run("item.move", {"item": "R2", "before": "R1"})
        told = await desk.answers.to({"do": "sheet.save", "args": {}})
        assert (told["ok"], told["saved"]) == (True, True)
        assert sheet.read_text(encoding="utf-8") == "品名,直播价,库存\n壶,59,100\n杯,79.00,900\n"
        assert desk.show.state.digest == read_show(sheet).plan.digest
        assert (await desk.run_slowly("sheet.reload")).entries == ()
    finally:
        await desk.close()


async def test_a_sheet_changed_elsewhere_and_the_sample_are_not_overwritten(tmp_path: Path) -> None:
    sheet = tmp_path / "show.csv"
    sheet.write_text("品名,直播价\n杯,89\n", encoding="utf-8")
    desk = await opened(tmp_path, sheet=sheet, kind="preparation")
    try:
        desk.run("item.edit", {"item": "R1", "field": "live_price", "value": "79"})
        sheet.write_text("品名,直播价\n杯,85\n", encoding="utf-8")
        with pytest.raises(Refused, match="changed elsewhere"):
            await desk.run_slowly("sheet.save")
        assert "85" in sheet.read_text(encoding="utf-8")
    finally:
        await desk.close()


async def test_the_last_live_airings_of_a_product_are_found(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    desk.begin(read_show(SAMPLE).plan, operator="A", simulated=False, kind="live")
    try:
        desk.run("show.take_item", {"item": "P03"})
        desk.run("link.up", {"now": "yes"})
        desk.run("stock.sold", {"sku": "QH-CUP-480", "qty": "52"})
        outcome = desk.run("show.end", {"sure": "yes"})
        assert await desk.saved(outcome.session, desk.show.state.seq)
        found = history(tmp_path / LOG_NAME, {"QH-CUP-480", "QH-SIL-3"})
        (past,) = found["QH-CUP-480"]
        assert (past.price, past.sold, past.currency) == (8900, 52, "CNY")
        assert "QH-SIL-3" not in found
        assert history(tmp_path / LOG_NAME, {"QH-CUP-480"}, without=outcome.session) == {}
        assert speeds(found) == {}
    finally:
        await desk.close()


def test_without_a_log_there_is_no_past(tmp_path: Path) -> None:
    assert history(tmp_path / LOG_NAME, {"X"}) == {}
