"""`check` tells what a plan lacks, once, under the sheet's own headers."""

from __future__ import annotations

from pathlib import Path

from hostconsole.desk.preflight import preflight


def told(folder: Path, text: str) -> list[tuple[str, str, int | None, str | None]]:
    sheet = folder / "show.csv"
    sheet.write_text(text, encoding="utf-8")
    found = preflight(sheet, directory=folder, obs=None)["findings"]
    return [(f["level"], f["code"], f["row"], f["column"]) for f in found]


def test_remarks_stand_under_the_sheets_own_headers(tmp_path: Path) -> None:
    text = "链接号,品名,直播价,原价,库存,场景,卖点,时长,图\n3,杯,89,129,9,A,a|b,5,\n4,壶,59,,9,A,a|b,5,\n"
    found = told(tmp_path, text)
    assert ("warning", "no_basis", 2, "ref_price_basis") in found
    assert ("warning", "no_pictures", None, "图") in found
    assert all(level != "error" for level, *_ in found)


def test_what_the_reader_has_said_is_not_said_again(tmp_path: Path) -> None:
    found = told(tmp_path, "品名\n杯\n壶\n")
    codes = [code for _, code, _, _ in found]
    assert [codes.count(code) for code in ("no_price", "no_prices", "no_stock", "no_scenes")] == [1, 0, 1, 0]
    assert "few_all" not in codes
    assert codes.count("no_script") == 1
