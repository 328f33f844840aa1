"""`hostconsole import`: files into a show, and again into the same show."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import xlsxwriter

from hostconsole.desk.importing import told
from hostconsole.sheets import differences, read_show
from hostconsole.show.plan import Item, Plan
from tests.sheets.shops import files

SHEET = "merchant_sku,品名,直播价,库存,话术,场景\ncup,钢杯,99,1,我的话术,03\n007,毛巾,25,2,,04\n"


def console(*words: str, cwd: Path, said: str | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "hostconsole", *words, "--data-dir", str(cwd / "data")],
        capture_output=True, text=True, encoding="utf-8", input=said, timeout=60,
        cwd=Path(__file__).parents[2],
    )  # fmt: skip


@pytest.fixture
def made(tmp_path: Path) -> Path:
    (tmp_path / "plan.csv").write_text(SHEET, encoding="utf-8")
    (tmp_path / "shop.csv").write_text(files.as_text(files.shopify_old()), encoding="utf-8")
    (tmp_path / "stock.csv").write_text(files.as_text(files.inventory_old()), encoding="utf-8")
    return tmp_path


def test_a_run_sheet_leads_and_the_shops_files_follow_whatever_their_order(made: Path) -> None:
    out = made / "show.xlsx"
    said = console(
        "import", *(str(made / n) for n in ("stock.csv", "shop.csv", "plan.csv")), "-o", str(out), cwd=made
    )
    assert said.returncode == 0, said.stderr
    assert "2 items written" in said.stdout
    cup, towel = read_show(out).plan.items
    assert (cup.title, cup.price, cup.stock_total, cup.script, cup.scene) == (
        "钢杯",
        8900,
        31,
        "我的话术",
        "03",
    )
    assert (towel.price, towel.stock_total) == (1990, 5)


def test_without_a_run_sheet_the_products_of_all_files_are_the_show(made: Path) -> None:
    (made / "woo.csv").write_text(files.as_text(files.woo()), encoding="utf-8")
    out = made / "show.xlsx"
    console(
        "import", *(str(made / n) for n in ("shop.csv", "woo.csv", "stock.csv")), "-o", str(out), cwd=made
    )
    shown = [(item.title, item.stock_total) for item in read_show(out).plan.items]
    assert shown == [("Steel Cup", 31), ("Towel", 5), ("Steel Cup", 31), ("Towel", None), ("Soap", 0)]


def test_again_into_the_same_show_tells_the_differences_and_waits_for_enter(made: Path) -> None:
    out = made / "show.xlsx"
    console("import", str(made / "plan.csv"), "-o", str(out), cwd=made)
    before = out.read_bytes()
    again = ("import", str(made / "shop.csv"), "-o", str(out))
    refused = console(*again, cwd=made, said="n\n")
    assert (refused.returncode, out.read_bytes()) == (1, before)
    assert "钢杯: live_price 99.00 → 89.00" in refused.stdout
    silent = console(*again, cwd=made, said="")
    assert (silent.returncode, out.read_bytes()) == (1, before)
    agreed = console(*again, cwd=made, said="\n")
    assert agreed.returncode == 0
    cup = read_show(out).plan.items[0]
    assert (cup.title, cup.price, cup.stock_total, cup.script) == ("钢杯", 8900, 123, "我的话术")
    nothing = console(*again, cwd=made)
    assert (nothing.returncode, nothing.stdout.splitlines()[-1]) == (0, "Nothing to change.")


def test_a_column_of_the_sheets_own_is_told_by_its_name() -> None:
    def plan(*extra: tuple[str, str]) -> Plan:
        return Plan(name="x", items=(Item(id="R1", kind="product", title="A", extra=extra),))

    old, new = (
        plan(("成本", "3"), ("产地", "浙江"), ("备", "b")),
        plan(("成本", "4"), ("产地", "浙江"), ("色", "红")),
    )
    assert told(differences(old, new), old, new) == ["changed  R1  A: 成本 3 → 4, 备 b → –, 色 – → 红"]
    turned = plan(("产地", "浙江"), ("成本", "3"), ("备", "b"))
    assert told(differences(old, turned), old, turned) == ["changed  R1  A: the order of 产地, 成本, 备"]


def test_yes_writes_without_asking(made: Path) -> None:
    out = made / "show.csv"
    console("import", str(made / "plan.csv"), "-o", str(out), cwd=made)
    said = console("import", str(made / "stock.csv"), "-o", str(out), "--yes", cwd=made)
    assert said.returncode == 0
    assert [item.stock_total for item in read_show(out).plan.items] == [31, 5]


def own_workbook(path: Path) -> bytes:
    """A show as people keep one: notes above, a heading, a formula, a second sheet."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("排品")
        sheet.write(0, 0, "双十一 draft, ask Li about the cup")
        sheet.write_row(1, 0, ["merchant_sku", "品名", "直播价", "库存"])
        sheet.write(2, 0, "第一部分")
        sheet.write_row(3, 0, ["cup", "钢杯"])
        sheet.write_formula(3, 2, "=90+9", None, 99)
        sheet.write(3, 3, 1)
        book.add_worksheet("成本").write(0, 0, "secret")
    return path.read_bytes()


def test_a_workbook_that_holds_more_than_is_written_is_kept_beside_it(made: Path) -> None:
    out = made / "mine.xlsx"
    for number, name in enumerate(("mine (before import).xlsx", "mine (before import 2).xlsx"), 1):
        before = own_workbook(out)
        said = console("import", str(made / "shop.csv"), "-o", str(out), "--yes", cwd=made)
        assert said.returncode == 0, said.stderr
        assert f"mine.xlsx held more than is written; as it was, it is kept as {name}" in said.stdout
        assert (made / name).read_bytes() == before
        assert read_show(out).plan.items[0].price == 8900
        assert len(list(made.glob("mine*"))) == number + 1


def test_a_csv_that_holds_more_than_is_written_is_kept_beside_it(made: Path) -> None:
    out = made / "mine.csv"
    out.write_text(f"my notes,,,,,\n{SHEET}", encoding="utf-8")
    before = out.read_bytes()
    said = console("import", str(made / "shop.csv"), "-o", str(out), "--yes", cwd=made)
    assert "kept as mine (before import).csv" in said.stdout
    assert (made / "mine (before import).csv").read_bytes() == before


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_a_show_that_was_written_here_is_not_kept_twice(made: Path, ending: str) -> None:
    out = made / f"show{ending}"
    console("import", str(made / "plan.csv"), "-o", str(out), cwd=made)
    said = console("import", str(made / "shop.csv"), "-o", str(out), "--yes", cwd=made)
    assert (said.returncode, "kept" in said.stdout) == (0, False)
    assert list(made.glob("show*")) == [out]


def test_refused_rows_are_told_with_their_file(made: Path) -> None:
    rows = files.shopify_new()
    rows[3][files.SHOPIFY_NEW.index("Inventory quantity")] = "shopify"
    (made / "bad.csv").write_text(files.as_text(rows), encoding="utf-8")
    said = console("import", str(made / "bad.csv"), "-o", str(made / "show.xlsx"), cwd=made)
    assert said.returncode == 0
    assert "error   bad.csv row 4 Inventory quantity" in said.stdout
    assert "1 items written" in said.stdout


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("import", "no.csv", "-o", "x.xlsx"), "no file"),
        (("import", "plan.csv", "-o", "plan.csv"), "one of the files"),
        (("import", "plan.csv", "-o", "x.pdf"), ".xlsx or .csv"),
        (("import", "-o", "x.xlsx"), "Missing argument"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_exit_code_2(
    made: Path, words: tuple[str, ...], says: str
) -> None:
    told = console(*(str(made / word) if "." in word else word for word in words), cwd=made)
    assert told.returncode == 2
    assert says in told.stderr
    assert "Traceback" not in told.stderr
